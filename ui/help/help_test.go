package help

import (
	"fmt"
	"strings"
	"testing"

	"dateline/ui/pane"
	"dateline/ui/pane/panetest"
	"dateline/ui/theme"
)

var _ interface {
	pane.Pane
	pane.Clicker
} = (*Pane)(nil)

func sections(r pane.Remap) []Section {
	return []Section{
		{"", []pane.Key{
			r.Bind("filter", "filter by region", "f"), r.Bind("search", "search all stored text", "/"), r.Bind("star", "star", "s"),
			r.Bind("back", "back", "esc", "backspace"), r.Bind("help", "help", "?"),
		}},
		{"Headlines", append(pane.MoveKeys(r), r.Bind("open", "open the story", "enter"))},
		{"Article", append(pane.MoveKeys(r), r.Bind("full-text", "fetch the full text", "x"), r.Bind("links", "一览 of all links, by their number", "u"))},
		{"Nothing of its own", pane.MoveKeys(r)},
	}
}

func open(r pane.Remap, w, h int) *Pane {
	p := New(theme.New(true, false), r, sections(r))
	p.Resize(w, h)
	return p
}

func TestEveryKeyIsListedOnce(t *testing.T) {
	got := panetest.Bare(open(nil, 80, 60).View())
	for _, s := range sections(nil) {
		for _, k := range s.Keys {
			line := " " + pane.Pad(k.Shown(theme.Fancy()), keyCells, "") + "  " + k.Help().Desc + "\n"
			if n := strings.Count(got, line); n != 1 {
				t.Errorf("%q stands there %d times:\n%s", line, n, got)
			}
		}
	}
	if strings.Contains(got, "Nothing of its own") {
		t.Error("a part without keys of its own has a heading")
	}
}

func TestOwnKeysAreListed(t *testing.T) {
	got := panetest.Bare(open(pane.Remap{"star": {"ctrl+s"}, "down": {"e"}, "search": {}}, 100, 60).View())
	for _, want := range []string{"ctrl+s          star", "e               move down"} {
		if !strings.Contains(got, want) {
			t.Errorf("%q is not listed:\n%s", want, got)
		}
	}
	if strings.Contains(got, "search all stored text") {
		t.Error("a key that is switched off is listed")
	}
}

func TestKeysAndActions(t *testing.T) {
	tests := []struct {
		keys  string
		first string
		want  pane.Action
	}{
		{"j", "j ↓", pane.Handled{}},
		{"j k", "Moving", pane.Handled{}},
		{"pgdown", "ctrl+u", pane.Handled{}},
		{"G", "", pane.Handled{}},
		{"G home", "Moving", pane.Handled{}},
		{"x", "Moving", nil},
		{"esc", "Moving", nil},
	}
	for _, tt := range tests {
		p := open(nil, 60, 4)
		if got := panetest.Press(p, tt.keys); got != tt.want {
			t.Errorf("%s: %#v, want %#v", tt.keys, got, tt.want)
		}
		if view := panetest.Bare(p.View()); !strings.HasPrefix(strings.TrimLeft(view, " "), tt.first) {
			t.Errorf("%s leads to\n%s", tt.keys, view)
		}
	}
}

func TestTheMouseScrolls(t *testing.T) {
	p := open(nil, 60, 4)
	top := p.View()
	p.Scroll(3)
	if p.View() == top || p.Title() == "Keys" {
		t.Errorf("not scrolled: %s", p.Title())
	}
	p.Scroll(-100)
	if got := p.Click(3, 2); p.View() != top || got != (pane.Handled{}) {
		t.Errorf("not back at the top, or the click did something: %#v", got)
	}
}

func TestScreens(t *testing.T) {
	var out strings.Builder
	for _, w := range []int{140, 120, 80, 40, 20} {
		fmt.Fprintf(&out, "== %d columns\n%s", w, panetest.Bare(open(nil, w, 30).View()))
	}
	panetest.Golden(t, "screens", out.String())
}

func TestPlainTerminal(t *testing.T) {
	p := New(theme.New(true, true), nil, sections(nil)[:2])
	p.Resize(60, 20)
	got := panetest.Bare(p.View())
	panetest.Golden(t, "ascii", got)
	panetest.ASCII(t, got)
}

func TestNoSizeSpillsOrPanics(t *testing.T) {
	long := pane.Remap{"star": {"ctrl+alt+shift+f12", "東", strings.Repeat("x", 300)}}
	for _, p := range []*Pane{open(nil, 0, 0), open(long, 0, 0), New(theme.New(true, false), nil, nil)} {
		panetest.Sweep(t, p, panetest.Fills, func(int, int) {
			p.Press(pane.Keystroke("space"))
			p.Scroll(1)
		})
	}
}
