package headlines

import (
	"slices"
	"testing"

	"dateline/feeds"
	"dateline/ui/pane/panetest"
)

// lineOf returns the line of the view on which the cursor begins.
func lineOf(t *testing.T, p *Pane) int {
	t.Helper()
	line, seen := p.cursorLine()
	if !seen {
		t.Fatalf("story %d is out of sight:\n%s", on(p), panetest.Bare(p.View()))
	}
	return line
}

func without(rows []*Row, ids ...feeds.StoryID) []*Row {
	return slices.DeleteFunc(slices.Clone(rows), func(r *Row) bool { return slices.Contains(ids, r.Story) })
}

func TestTheCursorStaysOnItsStory(t *testing.T) {
	rows := numbered(30)
	tests := []struct {
		name string
		keys string
		rows []*Row
		on   feeds.StoryID
		kept bool // also on its line
	}{
		{"rows above", "j j j j j j j", append(numbered(33)[30:], rows...), 8, true},
		{"rows below", "j j", append(slices.Clone(rows), numbered(33)[30:]...), 3, true},
		{"rows gone above", "G", without(rows, 4, 5, 6), 30, true},
		{"other order", "j", append(slices.Clone(rows[10:]), rows[:10]...), 2, false},
		{"its story gone", "j j", without(rows, 3), 4, true},
		{"few left, later ones among them", "G k k k k k", []*Row{rows[2], rows[9], rows[26], rows[28]}, 27, false},
		{"few left, all before", "G k k", []*Row{rows[2], rows[9], rows[17]}, 18, false},
		{"none left", "j j", numbered(40)[30:], 33, true},
		{"the last story gone", "G", without(rows, 30), 29, false},
		{"all gone but one", "G", rows[:1], 1, false},
		{"all gone", "G", nil, 0, false},
	}
	for _, tt := range tests {
		p := list(rows, 80, 12)
		panetest.Press(p, tt.keys)
		line := lineOf(t, p)
		p.Show(tt.rows)
		if on(p) != tt.on {
			t.Errorf("%s: on story %d, want %d", tt.name, on(p), tt.on)
		}
		if now := lineOf(t, p); tt.kept && (now > line || now < line-2) {
			t.Errorf("%s: from line %d to line %d", tt.name, line, now)
		}
		panetest.Fills(t, p.View(), 80, 12)
	}
}

func TestTheWheelLeavesTheCursor(t *testing.T) {
	p := list(numbered(30), 80, 12)
	panetest.Press(p, "j")
	p.Scroll(20)
	seen := inSight(p)
	if on(p) != 2 || slices.Contains(seen, 2) {
		t.Fatalf("on story %d, in sight are %v", on(p), seen)
	}
	// Nothing but a key brings the view back.
	p.SetStrip(places()...)
	p.SetFresh(2)
	p.SetFresh(0)
	p.Show(append(numbered(33)[30:], p.Rows()...))
	if got := inSight(p); got[0] != seen[0] || on(p) != 2 {
		t.Errorf("on story %d, in sight are %v, before %v", on(p), got, seen)
	}
	panetest.Press(p, "j")
	if on(p) != 3 || !slices.Contains(inSight(p), 3) {
		t.Errorf("a key leads to story %d, in sight are %v", on(p), inSight(p))
	}
}

func TestTheWheelEndsAtTheEnds(t *testing.T) {
	p := list(numbered(30), 80, 12)
	p.Scroll(-3)
	if got := inSight(p); got[0] != 1 {
		t.Errorf("scrolled before the top: %v", got)
	}
	p.Scroll(10000)
	if got := inSight(p); got[len(got)-1] != 30 || len(got) < 5 {
		t.Errorf("at the end are %v", got)
	}
	p.Scroll(1)
	end := p.View()
	p.Scroll(-1)
	p.Scroll(1)
	if p.View() != end {
		t.Error("one line up and down does not lead back")
	}
}

func TestTheRowUnderTheCursorIsWhole(t *testing.T) {
	for height := 3; height < 14; height++ {
		p := list(numbered(30), 80, height)
		p.SetFresh(1)
		for _, key := range []string{"j", "k"} {
			for range p.Rows() {
				line, rows := lineOf(t, p), p.rowHeight(p.cursor)
				if line+rows > p.room() && rows <= p.room() {
					t.Fatalf("height %d: story %d takes lines %d to %d of %d", height, on(p), line, line+rows, p.room())
				}
				panetest.Press(p, key)
			}
		}
	}
}

func TestALowerListComesBackAsItWas(t *testing.T) {
	for _, tt := range []struct {
		keys, low string // pressed before, and while the list is low
		back      bool
	}{
		{"j j j j", "", true},
		{"G k", "", true},
		{"", "", true},
		{"j j j j", "j", false},
		{"j j j j", "k k", false},
	} {
		p := list(numbered(30), 80, 12)
		panetest.Press(p, tt.keys)
		before := p.View()
		p.Resize(80, 5)
		p.Resize(80, 5)
		lineOf(t, p)
		panetest.Press(p, tt.low)
		p.Resize(80, 12)
		lineOf(t, p)
		if back := p.View() == before; back != tt.back {
			t.Errorf("%q, then %q: as before: %v:\n%s", tt.keys, tt.low, back, panetest.Bare(p.View()))
		}
	}
}

func TestTheListFillsItsPlace(t *testing.T) {
	p := list(numbered(30), 80, 12)
	panetest.Press(p, "G")
	for _, change := range []func(){
		func() { p.Resize(80, 20) }, func() { p.Resize(120, 20) }, p.ToggleDense, func() { p.SetFresh(1) }, p.ToggleDense,
		func() { p.Show(without(p.Rows(), 1, 2, 3)) },
	} {
		change()
		last := p.rowAbove(len(p.rows), p.room())
		if p.top > last {
			t.Fatalf("row %d is on top, though from row %d on all fit:\n%s", p.top, last, panetest.Bare(p.View()))
		}
		if on(p) != 30 {
			t.Fatalf("on story %d", on(p))
		}
		lineOf(t, p)
	}
}

func TestNoSizeSpillsOrPanics(t *testing.T) {
	for _, rows := range [][]*Row{nil, awkward(), numbered(3), numbered(100)} {
		for _, dense := range []bool{false, true} {
			p := list(rows, 0, 0)
			p.SetEmpty("No story of West Africa. 0 shows all regions.", "A second paragraph.")
			p.SetStrip(append(places()[:7], Place{Key: "ctrl+x", Code: "東京", Unread: -1}, places()[9])...)
			if dense {
				p.ToggleDense()
			}
			panetest.Sweep(t, p, panetest.Fills, func(w, h int) {
				p.SetFresh(w % 3)
				panetest.Press(p, "space j")
				p.Scroll(2)
				p.Click(1, h/2)
			})
		}
	}
}
