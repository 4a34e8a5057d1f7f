package article

import (
	"errors"
	"fmt"
	"strings"
	"testing"
	"time"

	"dateline/feeds"
	"dateline/ui/pane/panetest"
	"dateline/ui/theme"
)

var widths = []int{40, 66, 80, 120}

// screen returns all that a pane with room has to say, without styles.
func screen(p *Pane) string {
	const high = 1000
	p.Resize(p.width, high)
	p.height = len(p.lines)
	return panetest.Bare(p.View())
}

func TestScripts(t *testing.T) {
	for _, s := range scripts {
		t.Run(s.name, func(t *testing.T) {
			var out strings.Builder
			for _, w := range widths {
				p := opened(item(1, s.title), w, 10)
				a := fetched(1, s.blocks...)
				a.Kicker = "Diplomacy"
				p.SetArticle(a)
				fmt.Fprintf(&out, "== %d columns\n%s", w, screen(p))
			}
			panetest.Golden(t, s.name, out.String())
		})
	}
}

func TestLowHeads(t *testing.T) {
	var out strings.Builder
	for _, w := range widths {
		for _, versions := range [][]Version{{{item(1, "Talks on the river border break off after nine hours"), northPost}}, event()} {
			p := storied(versions, 3, w, low-1, theme.New(true, false))
			fmt.Fprintf(&out, "== %d columns\n%s", w, panetest.Bare(p.View()))
		}
	}
	panetest.Golden(t, "low", out.String())
}

func TestStates(t *testing.T) {
	one := item(1, "Talks break off")
	carried := one
	carried.Wire, carried.Categories, carried.Updated = "AFP", []string{"superpowers"}, today
	undated := one
	undated.Date, undated.Published = feeds.DateMissing, undated.Seen
	bare := feeds.Item{ID: 1, Title: "Talks break off", Published: one.Published, Date: feeds.DateAbsurd}
	about := feeds.Tags{Countries: []feeds.Tag{{Code: "RU", About: true}, {Code: "CN", About: true}, {Code: "US"}}}
	tests := []struct {
		name  string
		setup func(p *Pane)
	}{
		{"no story", func(*Pane) {}},
		{"the feed's own text", func(p *Pane) { p.Open([]Version{{one, northPost}}, 1, feeds.Tags{}, "") }},
		{"one of several versions", func(p *Pane) {
			p.Open([]Version{{item(2, "Other"), feeds.Feed{ID: "other"}}, {carried, northPost}}, 1, about, "East Asia, Russia")
		}},
		{"no date", func(p *Pane) { p.Open([]Version{{undated, northPost}}, 1, feeds.Tags{}, "") }},
		{"the page knows the date", func(p *Pane) {
			p.Open([]Version{{undated, northPost}}, 1, feeds.Tags{}, "")
			a := fetched(1, para("One."))
			a.Date = time.Date(2026, 1, 31, 9, 0, 0, 0, time.UTC)
			p.SetArticle(a)
		}},
		{"hardly anything", func(p *Pane) { p.Open([]Version{{bare, feeds.Feed{ID: "x"}}}, 1, feeds.Tags{}, "") }},
		{"fetching", func(p *Pane) {
			p.Open([]Version{{one, northPost}}, 1, feeds.Tags{}, "")
			p.Fetching(1)
		}},
		{"failed", func(p *Pane) {
			p.Open([]Version{{one, northPost}}, 1, feeds.Tags{}, "")
			p.Failed(1, fmt.Errorf("fetch: %w", &feeds.Failure{Kind: feeds.FailPaywall}), clock())
		}},
		{"failed without advice", func(p *Pane) {
			p.Open([]Version{{one, northPost}}, 1, feeds.Tags{}, "")
			p.Failed(1, errors.New("disk full"), clock())
		}},
		{"fetched yesterday", func(p *Pane) {
			p.Open([]Version{{one, northPost}}, 1, feeds.Tags{}, "")
			a := fetched(1, para(strings.Repeat("word ", 30)))
			a.Fetched = today.AddDate(0, 0, -1)
			p.SetArticle(a)
		}},
	}
	var out strings.Builder
	for _, tt := range tests {
		p := New(theme.New(true, false), nil, clock)
		p.Resize(66, 10)
		tt.setup(p)
		fmt.Fprintf(&out, "== %s\n%s", tt.name, screen(p))
	}
	panetest.Golden(t, "states", out.String())
}

func TestPlainTerminal(t *testing.T) {
	p := New(theme.New(true, true), nil, clock)
	p.Resize(66, 10)
	p.Open([]Version{{item(1, "Talks break off"), northPost}}, 1, feeds.Tags{}, "")
	p.SetArticle(fetched(1, everyKind()...))
	got := screen(p)
	panetest.Golden(t, "ascii", got)
	panetest.ASCII(t, got)
}

func TestNoStyleIsOpenAtALinesEnd(t *testing.T) {
	for _, w := range []int{1, 5, 12, 30, 80} {
		p := opened(item(1, "Talks break off"), w, 10)
		p.SetArticle(fetched(1, everyKind()...))
		for _, l := range p.lines {
			open, end := strings.LastIndex(l.Text, "\x1b["), strings.LastIndex(l.Text, "\x1b[m")
			if open != end {
				t.Errorf("%d columns: a style is open at the end of %q", w, l.Text)
			}
		}
	}
}

func TestNoTextIsLostInNarrowPanes(t *testing.T) {
	for w := 2; w < 30; w++ {
		p := opened(item(1, "Talks break off"), w, 10)
		p.SetArticle(fetched(1, everyKind()...))
		got := strings.ReplaceAll(strings.Join(strings.Fields(screen(p)), ""), "│", "")
		for _, want := range []string{"Nortostay.", "12.", "ceasefire", "Alastword."} {
			if want == "12." && w < 14 {
				continue // no room for the number beside the text
			}
			if !strings.Contains(got, want) {
				t.Errorf("%d columns: %q is lost", w, want)
			}
		}
	}
}

func TestEverySizeFits(t *testing.T) {
	for _, s := range scripts {
		p := opened(item(1, s.title), 0, 0)
		p.SetArticle(fetched(1, s.blocks...))
		p.Failed(1, &feeds.Failure{Kind: feeds.FailPaywall}, clock())
		panetest.Sweep(t, p, panetest.Fits, func(int, int) { p.Scroll(3) })
	}
	empty := New(theme.New(false, true), nil, clock)
	panetest.Sweep(t, empty, panetest.Fits, func(int, int) { empty.Scroll(1) })
}

func BenchmarkView(b *testing.B) {
	p := opened(item(1, "Talks break off"), 100, 50)
	p.SetArticle(fetched(1, everyKind()...))
	b.ReportAllocs()
	for b.Loop() {
		_ = p.View()
	}
}

func BenchmarkSet(b *testing.B) {
	p := opened(item(1, "Talks break off"), 100, 50)
	p.SetArticle(fetched(1, everyKind()...))
	b.ReportAllocs()
	for b.Loop() {
		p.set()
	}
}
