package article_test

import (
	"context"
	"errors"
	"os"
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
