package pane

import (
	"fmt"
	"strings"
	"testing"

	"dateline/ui/theme"
)

// page is a page of numbered lines with four of them in sight.
func page(lines, width int) *Page {
	var p Page
	p.Resize(width, 4)
	all := make([]string, lines)
	for i := range all {
		all[i] = fmt.Sprint("line ", i)
	}
	p.Set(all)
	return &p
}

func TestPageScrolls(t *testing.T) {
	tests := []struct {
		keys  string
		first string
		title string
	}{
		{"", "line 0", "Keys · 0 %"},
		{"up", "line 0", "Keys · 0 %"},
		{"down", "line 1", "Keys · 6 %"},
		{"page", "line 4", "Keys · 25 %"},
		{"bottom", "line 16", "Keys · 100 %"},
		{"bottom page", "line 16", "Keys · 100 %"},
		{"bottom half-up", "line 14", "Keys · 87 %"},
	}
	for _, tt := range tests {
		p := page(20, 10)
		for name := range strings.FieldsSeq(tt.keys) {
			if !p.Press(name) {
				t.Errorf("%q is no move", name)
			}
		}
		if first, _, _ := strings.Cut(p.View(), "\n"); strings.TrimSpace(first) != tt.first {
			t.Errorf("%q leads to %q, want %q", tt.keys, first, tt.first)
		}
		if got := p.Title(theme.Fancy(), "Keys"); got != tt.title {
			t.Errorf("%q: the title is %q, want %q", tt.keys, got, tt.title)
		}
	}
	p := page(20, 10)
	if p.Press("open") {
		t.Error("what is no move was taken")
	}
}

func TestPageThatFits(t *testing.T) {
	p := page(3, 8)
	p.Press("bottom")
	p.Scroll(9)
	if got, want := p.View(), "line 0  \nline 1  \nline 2  \n        "; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
	if got := p.Title(theme.Fancy(), "Keys"); got != "Keys" {
		t.Errorf("the title is %q", got)
	}
}

func TestPageReaches(t *testing.T) {
	p := page(20, 10)
	p.Reach(9)
	if !p.Above(5) || p.Above(6) {
		t.Errorf("line 9 is not the last in sight:\n%s", p.View())
	}
	p.Reach(7)
	if p.Above(6) {
		t.Error("a line in sight moved the page")
	}
	for y, want := range map[int]int{-1: -1, 0: 6, 3: 9, 4: -1} {
		if i, ok := p.Line(y); ok != (want >= 0) || ok && i != want {
			t.Errorf("%d lines below the top stands line %d, %v", y, i, ok)
		}
	}
	p.Set(nil)
	p.Reach(0)
	if got := strings.TrimSpace(p.View()); got != "" {
		t.Errorf("an empty page shows %q", got)
	}
}

func TestMoveAndWindowStayInBounds(t *testing.T) {
	for n := range 6 {
		for at := -2; at < 8; at++ {
			for height := range 5 {
				for _, k := range MoveKeys(nil) {
					if to, ok := Move(k.Name, at, n, height); !ok || to < 0 || to > max(0, n-1) {
						t.Errorf("%s from %d of %d leads to %d, %v", k.Name, at, n, to, ok)
					}
				}
				if at < 0 || at >= n || height == 0 {
					continue
				}
				for top := range 8 {
					if got := Window(top, at, n, height); got < 0 || at < got || at >= got+height {
						t.Errorf("Window(%d, %d, %d, %d) is %d", top, at, n, height, got)
					}
				}
			}
		}
	}
	if at, ok := Move("open", 3, 5, 2); ok || at != 3 {
		t.Errorf("what is no move leads to %d, %v", at, ok)
	}
}
