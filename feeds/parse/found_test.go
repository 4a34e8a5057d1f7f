package parse_test

import (
	"errors"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"dateline/feeds"
	"dateline/feeds/parse"
)

func TestFoundFeed(t *testing.T) {
	const rss = `<link rel="alternate" type="application/rss+xml" href="/rss">`
	tests := []struct{ name, head, want string }{
		{"none", `<link rel="stylesheet" href="/style.css">`, ""},
		{"relative", rss, "https://courier.example/rss"},
		{"absolute", `<link type=application/atom+xml rel=alternate href=https://other.example/atom>`, "https://other.example/atom"},
		{"base", `<base href="https://courier.example/news/"><link rel="alternate" type="application/rss+xml" href="feed">`, "https://courier.example/news/feed"},
		{"JSON", `<link rel="feed" type="application/feed+json; charset=utf-8" href="/feed.json">`, "https://courier.example/feed.json"},
		{"comments before", `<link rel="alternate" type="application/rss+xml" title="Comments" href="/talk">` + rss, "https://courier.example/rss"},
		{"comments by address", `<link rel="alternate" type="application/rss+xml" href="/comments/feed">` + rss, "https://courier.example/rss"},
		{"comments only", `<link rel="alternate" type="application/rss+xml" href="/comments/feed">`, "https://courier.example/comments/feed"},
		{"other languages", `<link rel="alternate" hreflang="fr" href="/fr">`, ""},
		{"not in a browser", `<link rel="alternate" type="application/rss+xml" href="feed://courier.example/feed"><link rel="alternate" type="application/rss+xml" href="file:///etc/passwd">`, ""},
		{"itself", `<link rel="alternate" type="application/rss+xml" href="https://courier.example/feeds/world.xml">`, ""},
		{"a link to read", `</head><body><a rel="alternate" type="application/rss+xml" href="/rss">RSS</a>`, "https://courier.example/rss"},
		{"in a comment", `<!-- ` + rss + ` -->`, ""},
		{"in a script", `<script>document.write('` + rss + `')</script>`, ""},
		{"too far down", strings.Repeat("<p>", 1<<20) + rss, ""},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			_, err := parse.Parse([]byte("<!doctype html><html><head>"+tt.head), source)
			var f *feeds.Failure
			if !errors.As(err, &f) || f.Kind != feeds.FailHTML || f.Found != tt.want {
				t.Errorf("got %#v, want %q", err, tt.want)
			}
		})
	}
}

func TestOfSeveralFeedsTheLikeliestIsOffered(t *testing.T) {
	link := func(path, title, more string) string {
		return `<link rel="alternate" type="application/rss+xml" title="` + title + `" href="` + path + `" ` + more + `>`
	}
	page := link("/comments/feeds/world.xml", "", "") + link("/sport.xml", "Sport", "") + link("/monde.xml", "Monde", `hreflang="fr-FR"`) +
		link("/int.xml", "World news", `hreflang="en"`) + link("/sport.xml", "Sport again", "") + link("/a", "", "") + link("/b", "", "") + link("/c", "", "")
	_, err := parse.Parse([]byte("<!doctype html><title>\n The  Courier</title>"+page), source)
	f, _ := errors.AsType[*feeds.Failure](err)
	want := feeds.Failure{
		Kind: feeds.FailHTML, Detail: "The Courier", Found: "https://courier.example/int.xml",
		Others: []string{"https://courier.example/sport.xml", "https://courier.example/a", "https://courier.example/b", "https://courier.example/c", "https://courier.example/monde.xml"},
	}
	if diff := cmp.Diff(want, *f); diff != "" {
		t.Error(diff)
	}
}

func TestTheLikeliestFeedSharesWordsWithTheAddress(t *testing.T) {
	src := source
	src.Feed.URL = "https://courier.example/feeds/world/africa.xml"
	const head = `<link rel=alternate type=application/rss+xml `
	_, err := parse.Parse([]byte("<!doctype html><html>"+head+`href=/rss>`+head+`href=/world/rss>`+head+`href=/rss?s=africa title=World>`), src)
	if f, ok := errors.AsType[*feeds.Failure](err); !ok || f.Found != "https://courier.example/rss?s=africa" {
		t.Errorf("%#v", err)
	}
}

func TestWhoAnsweredInsteadOfTheFeed(t *testing.T) {
	for _, tt := range []struct{ url, want string }{
		{"https://www.courier.example/", ""},
		{"https://news.courier.example/", ""},
		{"http://portal.example:8080/login", "portal.example"},
		{"", ""},
	} {
		src := source
		src.URL = tt.url
		_, err := parse.Parse([]byte("<!doctype html><html>"), src)
		if f, ok := errors.AsType[*feeds.Failure](err); !ok || f.By != tt.want {
			t.Errorf("%s: %#v", tt.url, err)
		}
	}
}

func TestAPageThatWantsAPerson(t *testing.T) {
	_, err := parse.Parse([]byte("<!doctype html><title>Just a moment...</title>"), source)
	if f, ok := errors.AsType[*feeds.Failure](err); !ok || f.Kind != feeds.FailRobots {
		t.Errorf("%#v", err)
	}
}
