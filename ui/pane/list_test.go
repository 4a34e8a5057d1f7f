package pane

import (
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"

	"dateline/ui/theme"
)

// state writes a list as "first in sight-cursor".
func state(l *List) [2]int {
	from, _ := l.Window()
	at, _ := l.At()
	return [2]int{from, at}
}

func TestListKeys(t *testing.T) {
	tests := []struct {
		keys string
		want [2]int // first row in sight, cursor
	}{
		{"", [2]int{0, 0}},
		{"down", [2]int{0, 1}},
		{"up", [2]int{0, 0}},
		{"down down down down", [2]int{0, 4}},
		{"down down down down down", [2]int{1, 5}},
		{"bottom", [2]int{15, 19}},
		{"bottom down", [2]int{15, 19}},
		{"bottom up", [2]int{15, 18}},
		{"bottom top", [2]int{0, 0}},
		{"page", [2]int{1, 5}},
		{"page page-up", [2]int{0, 0}},
		{"half-down half-down", [2]int{0, 4}},
		{"half-down half-up", [2]int{0, 0}},
	}
	for _, tt := range tests {
		var l List
		l.Size(20, 5)
		for name := range strings.FieldsSeq(tt.keys) {
			if !l.Press(name) {
				t.Errorf("%q is no move", name)
			}
		}
		if got := state(&l); got != tt.want {
			t.Errorf("%q leads to %v, want %v", tt.keys, got, tt.want)
		}
	}
	var l List
	l.Size(20, 5)
	if l.Press("open") || l.Press("") {
		t.Error("what is no move was taken")
	}
}

func TestTheWheelLeavesTheCursorOfAList(t *testing.T) {
	var l List
	l.Size(20, 5)
	l.Go(3)
	l.Scroll(8)
	if got, want := state(&l), [2]int{8, 3}; got != want {
		t.Fatalf("scrolled to %v, want %v", got, want)
	}
	l.Size(20, 6)
	l.Refill(21, 4)
	if got, want := state(&l), [2]int{8, 4}; got != want {
		t.Errorf("new rows moved the window to %v, want %v", got, want)
	}
	l.Press("down")
	if got, want := state(&l), [2]int{5, 5}; got != want {
		t.Errorf("a key leads to %v, want %v", got, want)
	}
	l.Scroll(1000)
	if got, want := state(&l), [2]int{15, 5}; got != want {
		t.Errorf("scrolled to %v, want %v", got, want)
	}
	l.Scroll(-1000)
	if got, want := state(&l), [2]int{0, 5}; got != want {
		t.Errorf("scrolled back to %v, want %v", got, want)
	}
}

func TestTheCursorOfAListStaysOnItsLine(t *testing.T) {
	var l List
	l.Size(20, 5)
	l.Go(7) // on the last line: rows 3 to 7
	l.Refill(25, 10)
	if got, want := state(&l), [2]int{6, 10}; got != want {
		t.Errorf("rows before it moved it to %v, want %v", got, want)
	}
	l.Refill(25, 0)
	if got, want := state(&l), [2]int{0, 0}; got != want {
		t.Errorf("at the top it is %v, want %v", got, want)
	}
	l.Refill(2, 1)
	l.Refill(0, 1)
	if _, ok := l.At(); ok || l.On(0) {
		t.Error("a list without rows has a cursor")
	}
	l.Refill(20, 0)
	l.Go(19)
	l.Size(20, 3)
	if got, want := state(&l), [2]int{17, 19}; got != want {
		t.Errorf("a smaller window shows %v, want %v", got, want)
	}
}

func TestAListIsSizedAfterItWasMoved(t *testing.T) {
	var l List
	l.Size(20, 0)
	l.Go(12)
	l.Size(20, 5)
	if got, want := state(&l), [2]int{8, 12}; got != want {
		t.Errorf("got %v, want %v", got, want)
	}
}

func TestRowsOfAList(t *testing.T) {
	var l List
	l.Size(7, 5)
	l.Scroll(2)
	if from, to := l.Window(); from != 2 || to != 7 {
		t.Errorf("rows %d to %d are in sight", from, to)
	}
	l.Size(4, 5)
	tests := []struct {
		y, want int
		ok      bool
	}{{0, 0, true}, {3, 3, true}, {4, 4, false}, {5, 5, false}, {-1, -1, false}}
	for _, tt := range tests {
		if i, ok := l.Row(tt.y); ok != tt.ok || ok && i != tt.want {
			t.Errorf("line %d is row %d, %v", tt.y, i, ok)
		}
	}
}

func TestAnyListStaysInItsBounds(t *testing.T) {
	for count := range 12 {
		for page := range 8 {
			var l List
			for i, name := range strings.Fields("down page bottom up page-up half-down half-up top bottom") {
				l.Size(count, page)
				l.Press(name)
				at, ok := l.At()
				from, to := l.Window()
				if ok != (count > 0) || ok && (at < 0 || at >= count) || from < 0 || to > max(from, count) {
					t.Fatalf("%d rows, %d in sight, step %d: cursor %d, rows %d to %d", count, page, i, at, from, to)
				}
				if ok && page > 0 && (at < from || at >= to) {
					t.Fatalf("%d rows, %d in sight, step %d: cursor %d is not in %d to %d", count, page, i, at, from, to)
				}
			}
		}
	}
}

func TestMark(t *testing.T) {
	for _, th := range []theme.Theme{theme.New(true, false), {Glyphs: theme.ASCII()}} {
		for w := range 12 {
			for _, selected := range []bool{false, true} {
				for _, focused := range []bool{false, true} {
					got := Mark(th, th.Meta.Text("headline"), w, selected, focused)
					if PaintedWidth(got) != w {
						t.Errorf("%d cells: %q takes %d", w, got, PaintedWidth(got))
					}
					if bar := strings.HasPrefix(ansi.Strip(got), th.Glyphs.Bar); w > 0 && bar != selected {
						t.Errorf("selected %v is drawn as %q", selected, got)
					}
				}
			}
		}
	}
}
