package parse_test

import (
	"errors"
	"strings"
	"testing"

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
