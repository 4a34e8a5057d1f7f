package article_test

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"

	"dateline/feeds"
	"dateline/feeds/article"
)

// check fails if a is not fit to be shown: every string safe to print, every
// address http or https, no empty block.
func check(t *testing.T, a feeds.Article) {
	t.Helper()
	for _, s := range []string{a.Kicker, a.Title, a.Byline, a.Place, a.Wire, a.Site, a.Language, a.Picture.Alt, a.Picture.Caption} {
		safe(t, s, "")
	}
	for _, b := range a.Blocks {
		allow := ""
		if b.Kind == feeds.Code {
			allow = "\n"
		}
		for _, s := range b.Spans {
			safe(t, s.Text, allow)
			link(t, s.Link)
		}
		for _, row := range b.Rows {
			for _, cell := range row {
				safe(t, cell, "")
			}
		}
		link(t, b.URL)
		if strings.TrimSpace(b.Plain()) == "" {
			t.Errorf("empty block %+v", b)
		}
		if b.Kind != feeds.Code && b.Kind != feeds.Table && b.Plain() != strings.TrimSpace(b.Plain()) {
			t.Errorf("space around %q", b.Plain())
		}
	}
	for _, l := range a.Related {
		safe(t, l.Text, "")
		link(t, l.URL)
	}
	link(t, a.URL)
	link(t, a.Picture.URL)
	for _, g := range a.Groups {
		for _, s := range []string{g.Label, g.Lead.Text, g.Teaser, g.Place, g.Wire} {
			safe(t, s, "")
		}
		link(t, g.Lead.URL)
		for _, l := range g.Links {
			safe(t, l.Text, "")
			link(t, l.URL)
		}
	}
}

func safe(t *testing.T, s, allow string) {
	t.Helper()
	bad := func(r rune) bool {
		return !strings.ContainsRune(allow, r) && (unicode.IsControl(r) || unicode.Is(unicode.Bidi_Control, r))
	}
	if !utf8.ValidString(s) || strings.ContainsFunc(s, bad) {
		t.Errorf("unsafe text %q", s)
	}
}

func link(t *testing.T, s string) {
	t.Helper()
	if s == "" {
		return
	}
	if got, ok := feeds.SafeURL(s); !ok || got != s {
		t.Errorf("unsafe address %q", s)
	}
}

func FuzzExtract(f *testing.F) {
	pages, err := filepath.Glob("testdata/*.html")
	if err != nil {
		f.Fatal(err)
	}
	for _, p := range pages {
		body, err := os.ReadFile(p)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(body, "text/html", address)
	}
	f.Add([]byte("<p>x"), "text/html; charset=utf-16", "http://[::1")
	f.Add([]byte("<p>"+strings.Repeat(sentence, 3)), "", "https://gazette.exa\xc8\xc8/")
	f.Add([]byte("<frameset><frame>"), "", "javascript:alert(1)")
	f.Fuzz(func(t *testing.T, page []byte, contentType, url string) {
		a, err := article.Extract(page, contentType, url)
		var fail *feeds.Failure
		if err != nil && !errors.As(err, &fail) {
			t.Fatalf("%T is no *feeds.Failure: %v", err, err)
		}
		check(t, a)
		if len(a.Blocks) > 4_000 || len(article.Text(a)) > 2<<20 || len(a.Related) > 60 {
			t.Errorf("%d blocks, %d bytes, %d links", len(a.Blocks), len(article.Text(a)), len(a.Related))
		}
		if again, _ := article.Extract(page, contentType, url); !cmp.Equal(a, again) {
			t.Errorf("read twice: %s", cmp.Diff(a, again))
		}
	})
}
