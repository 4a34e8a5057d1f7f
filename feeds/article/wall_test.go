package article_test

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"dateline/feeds"
	"dateline/feeds/article"
)

// TestWalls reads pages that stand before a text, that show its beginning
// only, and articles about such pages. The name of each begins with what it is:
// a kind of failure, "cut" and what cuts it, or "article".
func TestWalls(t *testing.T) {
	pages, err := filepath.Glob("testdata/walls/*.html")
	if err != nil || len(pages) < 35 {
		t.Fatalf("%d pages, %v", len(pages), err)
	}
	for _, page := range pages {
		name := strings.TrimSuffix(filepath.Base(page), ".html")
		t.Run(name, func(t *testing.T) {
			body, err := os.ReadFile(page)
			if err != nil {
				t.Fatal(err)
			}
			a, err := article.Extract(body, "text/html", address)
			if got := whatItIs(a, err); !strings.HasPrefix(name+"_", got+"_") {
				t.Errorf("got %s, %v", got, err)
			}
			if strings.Contains(article.Text(a), "ubscribe to continue reading\n") {
				t.Error("the offer stands in the text")
			}
		})
	}
}

func whatItIs(a feeds.Article, err error) string {
	var f *feeds.Failure
	switch {
	case errors.As(err, &f):
		return string(f.Kind)
	case a.Cut != "":
		return "cut_" + string(a.Cut)
	}
	return "article"
}

// TestWallsAreNamed checks that what stands before a text is said.
func TestWallsAreNamed(t *testing.T) {
	for name, want := range map[string]string{
		"blocked_cloudflare": "Cloudflare", "blocked_datadome": "DataDome", "blocked_perimeterx": "PerimeterX", "blocked_imperva": "Imperva",
		"blocked_akamai": "Akamai", "blocked_ru": "a check for robots",
	} {
		body, err := os.ReadFile("testdata/walls/" + name + ".html")
		if err != nil {
			t.Fatal(err)
		}
		_, err = article.Extract(body, "text/html", address)
		var f *feeds.Failure
		if !errors.As(err, &f) || f.Detail != want {
			t.Errorf("%s: got %#v, want %s", name, err, want)
		}
	}
}

func TestFilesOfOtherKindsAreNamed(t *testing.T) {
	for _, tt := range []struct{ contentType, begins, want string }{
		{"application/pdf", "", "the page is a PDF, not text to read here"},
		{"text/html", "%PDF-1.7\n", "the page is a PDF, not text to read here"},
		{"video/mp4", "", "the page is a video, not text to read here"},
		{"Audio/MPEG; x=y", "", "the page is a sound recording, not text to read here"},
		{"image/webp", "", "the page is a picture, not text to read here"},
		{"", "PK\x03\x04", "the page is an archive, not text to read here"},
		{"application/x-who-knows", "", "the page is a file of another kind, not text to read here"},
		{"application/octet-stream", strings.Repeat("\x00\x01", 100), "the page is a file of another kind, not text to read here"},
	} {
		_, err := article.Extract([]byte(tt.begins), tt.contentType, address)
		var f *feeds.Failure
		if !errors.As(err, &f) || f.Kind != feeds.FailNotHTML || f.Error() != tt.want {
			t.Errorf("%q %q: got %v", tt.contentType, tt.begins, err)
		}
	}
}
