package article_test

import (
	"errors"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"dateline/feeds"
	"dateline/feeds/article"
)

var update = flag.Bool("update", false, "write the golden files anew")

const address = "https://www.gazette.example/2026/02/story.html"

// TestPages reads every page of testdata and compares the article, or the
// reason why there is none, with the golden file beside it.
func TestPages(t *testing.T) {
	pages, err := filepath.Glob("testdata/*.html")
	if err != nil || len(pages) < 15 {
		t.Fatalf("%d pages, %v", len(pages), err)
	}
	for _, page := range pages {
		t.Run(filepath.Base(page), func(t *testing.T) {
			body, err := os.ReadFile(page)
			if err != nil {
				t.Fatal(err)
			}
			a, err := article.Extract(body, "", address)
			got := show(a, err)
			golden := strings.TrimSuffix(page, ".html") + ".golden"
			if *update {
				if err := os.WriteFile(golden, []byte(got), 0o600); err != nil {
					t.Fatal(err)
				}
			}
			want, err := os.ReadFile(golden)
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(string(want), got); diff != "" {
				t.Error(diff)
			}
		})
	}
}

// show writes an article one fact a line.
func show(a feeds.Article, err error) string {
	var f *feeds.Failure
	if errors.As(err, &f) {
		return "failure: " + string(f.Kind) + "\n"
	}
	var out strings.Builder
	line := func(name, value string) {
		if value != "" {
			fmt.Fprintf(&out, "%s: %s\n", name, value)
		}
	}
	line("url", a.URL)
	line("kicker", a.Kicker)
	line("title", a.Title)
	line("byline", a.Byline)
	line("place", a.Place)
	line("wire", a.Wire)
	for _, t := range []struct {
		name string
		at   time.Time
	}{{"day", a.Day}, {"date", a.Date}, {"updated", a.Updated}} {
		if !t.at.IsZero() {
			line(t.name, t.at.Format(time.RFC3339))
		}
	}
	line("picture", a.Picture.URL)
	line("picture alt", a.Picture.Alt)
	line("picture caption", a.Picture.Caption)
	line("cut", string(a.Cut))
	line("site", a.Site)
	line("language", a.Language)
	for _, b := range a.Blocks {
		fmt.Fprintf(&out, "\n%s\n", showBlock(b))
	}
	for i, l := range a.Related {
		if i == 0 {
			out.WriteString("\n")
		}
		fmt.Fprintf(&out, "related: %s <%s>\n", l.Text, l.URL)
	}
	for _, g := range a.Groups {
		out.WriteString(showGroup(g))
	}
	return out.String()
}

func showGroup(g feeds.LinkGroup) string {
	var out strings.Builder
	fmt.Fprintf(&out, "\ngroup: %s\n", g.Label)
	if g.Lead.URL != "" {
		fmt.Fprintf(&out, "    lead: %s <%s>\n", g.Lead.Text, g.Lead.URL)
	}
	if g.Place != "" || g.Wire != "" || !g.Day.IsZero() {
		fmt.Fprintf(&out, "    dateline: %s (%s) %s\n", g.Place, g.Wire, g.Day.Format(time.DateOnly))
	}
	if g.Teaser != "" {
		fmt.Fprintf(&out, "    %q\n", g.Teaser)
	}
	for _, l := range g.Links {
		fmt.Fprintf(&out, "    %s <%s>\n", l.Text, l.URL)
	}
	return out.String()
}

func showBlock(b feeds.Block) string {
	var out strings.Builder
	out.WriteString(string(b.Kind))
	if b.Level > 0 {
		fmt.Fprintf(&out, " level %d", b.Level)
	}
	if b.Number > 0 {
		fmt.Fprintf(&out, " number %d", b.Number)
	}
	if b.URL != "" {
		fmt.Fprintf(&out, " <%s>", b.URL)
	}
	if b.Alt != "" {
		fmt.Fprintf(&out, " alt %q", b.Alt)
	}
	for _, row := range b.Rows {
		fmt.Fprintf(&out, "\n    %s", strings.Join(row, " | "))
	}
	for _, s := range b.Spans {
		marks := ""
		if s.Strong {
			marks += " strong"
		}
		if s.Emph {
			marks += " emph"
		}
		if s.Link != "" {
			marks += " <" + s.Link + ">"
		}
		fmt.Fprintf(&out, "\n    %q%s", s.Text, marks)
	}
	return out.String()
}
