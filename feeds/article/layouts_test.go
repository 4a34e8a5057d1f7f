package article_test

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"dateline/feeds"
	"dateline/feeds/article"
)

// facts are the lines of a .want file that stand above its text, and where an
// article has them.
var facts = []struct {
	name string
	of   func(a feeds.Article) string
}{
	{"kicker", func(a feeds.Article) string { return a.Kicker }},
	{"title", func(a feeds.Article) string { return a.Title }},
	{"byline", func(a feeds.Article) string { return a.Byline }},
	{"place", func(a feeds.Article) string { return a.Place }},
	{"wire", func(a feeds.Article) string { return a.Wire }},
	{"day", func(a feeds.Article) string { return instant(a.Day) }},
	{"date", func(a feeds.Article) string { return instant(a.Date) }},
	{"updated", func(a feeds.Article) string { return instant(a.Updated) }},
	{"language", func(a feeds.Article) string { return a.Language }},
	{"picture", func(a feeds.Article) string { return a.Picture.URL }},
	{"caption", func(a feeds.Article) string { return a.Picture.Caption }},
	{"cut", func(a feeds.Article) string { return string(a.Cut) }},
}

// TestLayouts reads captures of site layouts and compares each with what a
// person reads on it, written down by hand in the .want file beside it: the
// page's address, facts of the head, the names of facts that do not matter on
// that page, then the text and the links, all one a line. Unlike a golden file
// it is never written by the program.
func TestLayouts(t *testing.T) {
	pages, err := filepath.Glob("testdata/layouts/*.html")
	if err != nil || len(pages) == 0 {
		t.Fatalf("%d pages, %v", len(pages), err)
	}
	for _, page := range pages {
		t.Run(strings.TrimSuffix(filepath.Base(page), ".html"), func(t *testing.T) {
			body, err := os.ReadFile(page)
			if err != nil {
				t.Fatal(err)
			}
			want, lines := readWant(t, strings.TrimSuffix(page, ".html")+".want")
			a, err := article.Extract(body, "text/html", want["address"])
			if err != nil {
				t.Fatal(err)
			}
			skip := strings.Fields(want["unimportant"])
			for _, f := range facts {
				got, expected := f.of(a), want[f.name]
				if !slices.Contains(skip, f.name) && !strings.EqualFold(got, instantOf(expected)) {
					t.Errorf("%s: %q, want %q", f.name, got, expected)
				}
			}
			got := textLines(a, skip)
			if d := cmp.Diff(settle(lines, got), got, relatedInAnyOrder); d != "" {
				t.Error(d)
			}
		})
	}
}

// readWant parts a .want file into its facts and the lines of text and links.
func readWant(t *testing.T, file string) (map[string]string, []string) {
	t.Helper()
	b, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	head, text, ok := strings.Cut(string(b), "\n\n")
	if !ok {
		t.Fatalf("%s: no blank line below the facts", file)
	}
	want := map[string]string{}
	for line := range strings.Lines(head) {
		name, value, _ := strings.Cut(strings.TrimSpace(line), ": ")
		want[name] = value
	}
	return want, slices.DeleteFunc(strings.Split(text, "\n"), func(l string) bool { return l == "" })
}

// relatedInAnyOrder compares the links beside a text as a set: no order of
// theirs is the right one.
var relatedInAnyOrder = cmp.Transformer("sort", func(lines []string) []string {
	isRelated := func(l string) bool { return strings.HasPrefix(l, "related: ") }
	links := slices.DeleteFunc(slices.Clone(lines), func(l string) bool { return !isRelated(l) })
	slices.Sort(links)
	return append(slices.DeleteFunc(slices.Clone(lines), isRelated), links...)
})

// settle decides the lines that begin with "maybe", which a reader may see or
// not, such as a standfirst: they are wanted if they are in got.
func settle(lines, got []string) []string {
	var out []string
	for _, line := range lines {
		text, maybe := strings.CutPrefix(line, "maybe ")
		if !maybe || slices.Contains(got, text) {
			out = append(out, text)
		}
	}
	return out
}

// textLines writes the text and the links of a as a .want file has them.
func textLines(a feeds.Article, skip []string) []string {
	var out []string
	for _, b := range a.Blocks {
		out = append(out, blockLines(b)...)
	}
	if !slices.Contains(skip, "related") {
		for _, l := range a.Related {
			out = append(out, "related: "+l.Text+" | "+l.URL)
		}
	}
	if slices.Contains(skip, "groups") {
		return out
	}
	for _, g := range a.Groups {
		out = append(out, groupLines(g)...)
	}
	return out
}

func blockLines(b feeds.Block) []string {
	switch b.Kind {
	case feeds.Table:
		var out []string
		for _, r := range b.Rows {
			out = append(out, "row: "+strings.Join(r, " | "))
		}
		return out
	case feeds.Heading:
		return []string{fmt.Sprintf("h %d: %s", b.Level, b.Plain())}
	case feeds.ListEntry:
		if b.Number > 0 {
			return []string{fmt.Sprintf("ol %d: %s", b.Number, b.Plain())}
		}
	case feeds.Image:
		return []string{"image: " + b.URL + " | " + b.Plain()}
	case feeds.Embed:
		return []string{"embed: " + b.URL}
	case feeds.Paragraph, feeds.Quote, feeds.Code:
	}
	return []string{string(b.Kind) + ": " + b.Plain()}
}

func groupLines(g feeds.LinkGroup) []string {
	out := []string{"group: " + g.Label}
	if g.Lead.URL != "" {
		out = append(out, "lead: "+g.Lead.Text+" | "+g.Lead.URL)
	}
	if line := strings.Join([]string{g.Place, g.Wire, dayOf(g.Day)}, " | "); line != " |  | " {
		out = append(out, "dateline: "+line)
	}
	if g.Teaser != "" {
		out = append(out, "teaser: "+g.Teaser)
	}
	for _, l := range g.Links {
		out = append(out, "link: "+l.Text+" | "+l.URL)
	}
	return out
}

func dayOf(t time.Time) string { return strings.TrimSuffix(instant(t), "T00:00:00Z") }

func instant(t time.Time) string {
	if t.IsZero() {
		return ""
	}
	return t.UTC().Format(time.RFC3339)
}

// instantOf returns a day or a time of any zone in UTC, and all else as it is.
func instantOf(s string) string {
	for _, layout := range []string{time.RFC3339, time.DateOnly} {
		if t, err := time.Parse(layout, s); err == nil {
			return instant(t)
		}
	}
	return s
}
