package pane

import (
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"

	"dateline/ui/theme"
)

func TestFrame(t *testing.T) {
	th, plain := theme.New(true, false), theme.New(true, true)
	tests := []struct {
		name    string
		th      theme.Theme
		title   string
		focused bool
		w, h    int
		want    []string
	}{
		{"plain", th, "News", false, 12, 3, []string{"╭ News ────╮", "│view      │", "╰──────────╯"}},
		{"focused", th, "News", true, 12, 3, []string{"╭▸News ────╮", "│view      │", "╰──────────╯"}},
		{"ASCII", plain, "News", true, 12, 3, []string{"+>News ----+", "|view      |", "+----------+"}},
		{"long title", th, "News of the day", false, 12, 2, []string{"╭ News o… ─╮", "╰──────────╯"}},
		{"wide title", th, "東京会談", false, 9, 2, []string{"╭ 東… ──╮", "╰───────╯"}},
		{"no title", th, "", true, 6, 2, []string{"╭────╮", "╰────╯"}},
		{"no room for it", th, "News", true, 5, 2, []string{"╭───╮", "╰───╯"}},
		{"smallest", th, "News", true, 2, 2, []string{"╭╮", "╰╯"}},
		{"too narrow", th, "News", true, 1, 2, []string{" ", " "}},
		{"too low", th, "News", true, 3, 1, []string{"   "}},
		{"nothing", th, "News", true, 0, 0, nil},
	}
	for _, tt := range tests {
		lines := Frame(tt.th, tt.title, "view", tt.w, tt.h, tt.focused)
		if got := ansi.Strip(strings.Join(lines, "\n")); got != strings.Join(tt.want, "\n") {
			t.Errorf("%s:\n%s\nwant\n%s", tt.name, got, strings.Join(tt.want, "\n"))
		}
	}
}

func TestFrameOfAnySize(t *testing.T) {
	th := theme.New(true, false)
	for w := range 30 {
		for h := range 6 {
			lines := Frame(th, "Headlines · 東京", th.Meta.Text("a line that is too long for it")+"\n\n\nx\ny\nz", w, h, w%2 == 0)
			if len(lines) != h {
				t.Fatalf("%dx%d: %d lines", w, h, len(lines))
			}
			for _, l := range lines {
				if PaintedWidth(l) != w {
					t.Fatalf("%dx%d: %q takes %d cells", w, h, l, PaintedWidth(l))
				}
			}
		}
	}
}

func TestBox(t *testing.T) {
	b := Box{X: 2, Y: 3, W: 4, H: 2}
	for _, at := range [][2]int{{2, 3}, {5, 4}} {
		if !b.Holds(at[0], at[1]) {
			t.Errorf("%v is not in %v", at, b)
		}
	}
	for _, at := range [][2]int{{1, 3}, {6, 3}, {2, 2}, {2, 5}} {
		if b.Holds(at[0], at[1]) {
			t.Errorf("%v is in %v", at, b)
		}
	}
	if got, want := b.Inside(), (Box{X: 3, Y: 4, W: 2, H: 0}); got != want {
		t.Errorf("inside is %v, want %v", got, want)
	}
	if got := (Box{W: 1, H: 1}).Inside(); got.W != 0 || got.H != 0 {
		t.Errorf("inside of one cell is %v", got)
	}
}
