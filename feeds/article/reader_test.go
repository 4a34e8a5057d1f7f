package article_test

import (
	"context"
	"errors"
	"io"
	"net/http"
	"os"
	"strings"
	"testing"
	"time"

	"dateline/feeds"
	"dateline/feeds/article"
	"dateline/feeds/fetch"
)

func TestReaderAsksOnce(t *testing.T) {
	page, err := os.ReadFile("testdata/wordpress.html")
	if err != nil {
		t.Fatal(err)
	}
	var asked []fetch.Request
	now := time.Date(2026, 2, 3, 4, 5, 6, 0, time.FixedZone("", 7200))
	r := article.Reader{
		Now: func() time.Time { return now },
		Get: func(_ context.Context, q fetch.Request) (fetch.Response, error) {
			asked = append(asked, q)
			return fetch.Response{Status: 200, Body: page, ContentType: "text/html", URL: "https://moved.example/story"}, nil
		},
	}
	a, err := r.Read(t.Context(), address)
	if err != nil {
		t.Fatal(err)
	}
	if len(asked) != 1 || asked[0].URL != address || asked[0].Limit <= 0 {
		t.Errorf("asked %+v", asked)
	}
	if !a.Fetched.Equal(now) || a.Fetched.Location() != time.UTC {
		t.Errorf("fetched %v", a.Fetched)
	}
	if a.URL != "https://moved.example/story" {
		t.Errorf("address %q is not the one after redirects", a.URL)
	}
	if a.Title != "Harbour strike enters third week" || len(a.Blocks) == 0 {
		t.Errorf("article %+v", a)
	}
}

func TestReaderHandsOnFailures(t *testing.T) {
	gone := &feeds.Failure{Kind: feeds.FailGone, Status: 410}
	for _, c := range []struct {
		name string
		resp fetch.Response
		err  error
		want feeds.FailureKind
	}{
		{"of the request", fetch.Response{}, gone, feeds.FailGone},
		{"of the page", fetch.Response{Body: []byte("%PDF-1.4"), ContentType: "application/pdf"}, nil, feeds.FailNotHTML},
		{"not found", fetch.Response{}, &feeds.Failure{Kind: feeds.FailStatus, Status: 404}, feeds.FailGone},
		{"a large page", fetch.Response{}, &feeds.Failure{Kind: feeds.FailTooLarge, Detail: "text/html; charset=utf-8"}, feeds.FailTooLarge},
		{"unchanged, though nothing was known of it", fetch.Response{Status: 304, NotModified: true}, nil, feeds.FailStatus},
		{"a large video", fetch.Response{}, &feeds.Failure{Kind: feeds.FailTooLarge, Detail: "video/mp4"}, feeds.FailNotHTML},
	} {
		t.Run(c.name, func(t *testing.T) {
			r := article.Reader{
				Now: time.Now,
				Get: func(context.Context, fetch.Request) (fetch.Response, error) { return c.resp, c.err },
			}
			a, err := r.Read(t.Context(), address)
			var f *feeds.Failure
			if !errors.As(err, &f) || f.Kind != c.want {
				t.Errorf("got %v, want %s", err, c.want)
			}
			if !a.Fetched.IsZero() {
				t.Error("a failed visit is marked as fetched")
			}
		})
	}
}

func TestText(t *testing.T) {
	a := feeds.Article{Title: "Not printed", Blocks: []feeds.Block{
		{Kind: feeds.Heading, Level: 2, Spans: []feeds.Span{{Text: "Head"}}},
		{Kind: feeds.Image, URL: "https://x.example/i.png", Spans: []feeds.Span{{Text: "a picture"}}},
		{Kind: feeds.Paragraph, Spans: []feeds.Span{{Text: "One "}, {Text: "two", Strong: true}, {Text: "."}}},
		{Kind: feeds.Table, Rows: [][]string{{"a", "b"}, {"c", "d"}}},
		{Kind: feeds.Embed, URL: "https://x.example/v", Spans: []feeds.Span{{Text: "x.example"}}},
	}}
	if got, want := article.Text(a), "Head\n\nOne two.\n\na\tb\nc\td"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}

// site answers by address, and counts.
type site struct {
	pages map[string]fetch.Response
	asked []string
}

func (s *site) Get(_ context.Context, q fetch.Request) (fetch.Response, error) {
	s.asked = append(s.asked, q.URL)
	got, ok := s.pages[q.URL]
	switch {
	case !ok:
		return fetch.Response{}, &feeds.Failure{Kind: feeds.FailStatus, Status: 404}
	case q.Cookies || len(q.Header) > 0:
		return fetch.Response{}, errors.New("more is sent than a page needs")
	}
	return got, nil
}

func html(text string) fetch.Response {
	return fetch.Response{Body: []byte(text), ContentType: "text/html"}
}

// TestReaderFollowsOnce reads pages that only lead on.
func TestReaderFollowsOnce(t *testing.T) {
	story := html("<title>Ferry runs again</title><article><h1>Ferry runs again</h1><p>" + strings.Repeat(sentence, 4) + "</p></article>")
	to := func(where string) fetch.Response {
		return html(`<head><title>` + where + `</title><meta http-equiv="refresh" content="` + where + `"></head>`)
	}
	short := `<title>Ferry runs again</title><h1>Ferry runs again</h1><p>` + sentence + sentence
	pages := map[string]fetch.Response{
		"https://tidings.example/live":                   html(`<meta http-equiv="refresh" content="5; url=/elsewhere">` + string(story.Body)),
		"https://tidings.example/short":                  html(`<link rel="canonical" href="https://tidings.example/story">` + short),
		"https://tidings.example/story":                  story,
		"https://t.co/a":                                 to("0;URL=https://tidings.example/story"),
		"https://tidings.example/b":                      to("1; url='/story'"),
		"https://tidings.example/slow":                   to("300; url=/story"),
		"https://tidings.example/itself":                 to("0; url=/itself/"),
		"https://tidings.example/twice":                  to("0; url=/b"),
		"https://tidings.example/file":                   to("0; url=file:///etc/hosts"),
		"https://tidings.example/script":                 to("0; url=javascript:alert(1)"),
		"https://tidings.example/stub":                   html(`<link rel="canonical" href="https://tidings.example/story"><p>Moved.</p>`),
		"https://tidings.example/stub-home":              html(`<link rel="canonical" href="https://tidings.example/"><p>Moved.</p>`),
		"https://tidings.example/lost":                   to("0; url=/nowhere"),
		"https://tidings.example/wordy":                  html(`<meta http-equiv="refresh" content="0; url=/story"><p>You are being led to the page that you asked for. If nothing happens within a few seconds, <a href="/story">go on by yourself</a>, please.`),
		"https://tidings.example/home":                   {Body: story.Body, ContentType: "text/html", URL: "https://tidings.example/"},
		"https://tidings.example/asks":                   {Body: story.Body, ContentType: "text/html", URL: "https://consent.tidings.example/ask?to=x"},
		"https://news.google.com/rss/articles/CBMi?oc=5": html(`<title>Google News</title><c-wiz id="app"></c-wiz><script src="/x.js"></script>`),
		"https://apple.news/A1":                          to("0; url=/A1"),
	}
	for _, tt := range []struct {
		ask   string
		kind  feeds.FailureKind
		times int
	}{
		{"https://tidings.example/story", "", 1},
		{"https://t.co/a", "", 2},
		{"https://tidings.example/b", "", 2},
		{"https://tidings.example/stub", "", 2},
		{"https://tidings.example/wordy", "", 2},
		{"https://tidings.example/live", "", 1},
		{"https://tidings.example/short", "", 1},
		{"https://www.google.com/url?rct=j&url=https://tidings.example/story&ct=ga", "", 1},
		{"https://www.bing.com/news/apiclick.aspx?ref=x&url=https%3a%2f%2ftidings.example%2fstory", "", 1},
		{"https://tidings.example/slow", feeds.FailNoText, 1},
		{"https://tidings.example/itself", feeds.FailNoText, 1},
		{"https://tidings.example/twice", feeds.FailNoText, 2},
		{"https://tidings.example/file", feeds.FailNoText, 1},
		{"https://tidings.example/script", feeds.FailNoText, 1},
		{"https://tidings.example/stub-home", feeds.FailNoText, 1},
		{"https://tidings.example/lost", feeds.FailGone, 2},
		{"https://tidings.example/nowhere", feeds.FailGone, 1},
		{"https://tidings.example/home", feeds.FailGone, 1},
		{"https://tidings.example/asks", feeds.FailConsent, 1},
		{"https://news.google.com/rss/articles/CBMi?oc=5", feeds.FailAggregator, 1},
		{"https://apple.news/A1", feeds.FailAggregator, 1},
	} {
		t.Run(tt.ask, func(t *testing.T) {
			s := &site{pages: pages}
			a, err := article.Reader{Get: s.Get, Now: time.Now}.Read(t.Context(), tt.ask)
			if len(s.asked) != tt.times {
				t.Errorf("asked %q, want %d", s.asked, tt.times)
			}
			var f *feeds.Failure
			switch {
			case tt.kind == "" && (err != nil || a.Title != "Ferry runs again"):
				t.Errorf("got %+v, %v", a, err)
			case tt.kind != "" && (!errors.As(err, &f) || f.Kind != tt.kind):
				t.Errorf("got %v, want %s", err, tt.kind)
			}
		})
	}
}

// TestAPageHasNoWordForTheReadersOwnNetwork: the reader has listed a host of
// their own. A feed of that host may lead there, a page of another may not,
// neither by a refresh nor by its canonical address nor by a picture.
func TestAPageHasNoWordForTheReadersOwnNetwork(t *testing.T) {
	const own = "http://192.168.0.9:8080"
	asked := 0
	c := fetch.New(fetch.Options{Listed: []string{own + "/feed"}, Transport: fetch.Handler(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Content-Type", "text/html")
		switch {
		case strings.HasPrefix("http://"+r.Host, own):
			asked++
			_, _ = io.WriteString(w, "<article><h1>Router</h1><p>"+strings.Repeat(sentence, 4)+"</p></article>")
		case r.URL.Path == "/refresh":
			_, _ = io.WriteString(w, `<meta http-equiv="refresh" content="0; url=`+own+`/reboot">`)
		case r.URL.Path == "/stub":
			_, _ = io.WriteString(w, `<link rel="canonical" href="`+own+`/reboot">`)
		case r.URL.Path == "/moved":
			http.Redirect(w, r, own+"/reboot", http.StatusFound)
		}
	}))})
	defer c.Close()
	for _, tt := range []struct {
		address, from string
		want          int
	}{
		{own + "/story", own + "/feed", 1},
		{own + "/story", "", 1},
		{own + "/story", "https://news.example/feed", 0},
		{"https://news.example/refresh", "https://news.example/feed", 0},
		{"https://news.example/refresh", own + "/feed", 0},
		{"https://news.example/refresh", "", 0},
		{"https://news.example/stub", "", 0},
		{"https://news.example/moved", "", 0},
		{"https://www.google.com/url?url=" + own + "/reboot", "https://news.example/feed", 0},
	} {
		asked = 0
		r := article.Reader{Get: c.Get, Now: time.Now, From: tt.from}
		if _, err := r.Read(t.Context(), tt.address); asked != tt.want {
			t.Errorf("%s, named by %q: asked %d times, want %d: %v", tt.address, tt.from, asked, tt.want, err)
		}
	}
	asked = 0
	if _, err := (article.Reader{Get: c.Get, Now: time.Now, From: "https://news.example/story"}).Picture(t.Context(), own+"/cam.jpg"); err == nil || asked > 0 {
		t.Errorf("the picture was asked for, %v", err)
	}
}
