// Package headlines is the list: one row a story, newest first or as the
// reader sorts it. It draws rows and moves a cursor. It does not filter, sort
// or keep stories: ui decides what stands in the list and hands it over; the
// cursor then stays on the story it was on, never on an index.
package headlines

import (
	"slices"
	"time"

	"dateline/feeds"
	"dateline/ui/pane"
	"dateline/ui/theme"
)

// Pane is the list of stories.
type Pane struct {
	th      theme.Theme
	keys    []pane.Key
	bringIn pane.Key // the key that ui lists what is new with
	now     func() time.Time
	rows    []*Row
	places  []Place  // for the strip
	strip   strip    // on top
	empty   []string // words for an empty list
	fresh   int      // stories that wait to be brought in

	width, height int
	focused       bool
	dense         bool
	cursor        int // row
	top           int // first row in sight
	higher        higher
	drawn         map[*Row]drawn // only rows that have been in sight
}

// New makes an empty list. A dense list takes one line a story.
func New(th theme.Theme, remap pane.Remap, now func() time.Time, dense bool) *Pane {
	return &Pane{
		th: th, keys: keys(remap), bringIn: remap.Bind(bringIn, "", "."), now: now, dense: dense, drawn: map[*Row]drawn{},
	}
}

// SetTheme changes the look.
func (p *Pane) SetTheme(th theme.Theme) {
	p.th = th
	clear(p.drawn)
	p.setStrip()
}

// SetStrip sets the places of the strip above the list, the last one being
// that of all regions.
func (p *Pane) SetStrip(places ...Place) {
	p.places = places
	p.steady(p.setStrip)
}

// SetEmpty sets the words that stand where the list would be.
func (p *Pane) SetEmpty(paragraphs ...string) { p.empty = paragraphs }

// SetFresh sets how many stories wait to be brought in.
func (p *Pane) SetFresh(n int) { p.steady(func() { p.fresh = n }) }

// ToggleDense switches between one line a story and several.
func (p *Pane) ToggleDense() {
	p.steady(func() {
		p.dense = !p.dense
		clear(p.drawn)
	})
}

// Resize gives the size of the inside of the pane in cells. Whoever makes the
// pane lower and then as high as before sees what they saw, if nothing moved in
// between.
func (p *Pane) Resize(w, h int) {
	was := higher{height: p.height, top: p.top, cursor: p.cursor}
	p.steady(func() {
		p.width, p.height = w, h
		p.setStrip()
	})
	switch back := p.higher; {
	case h < was.height:
		was.lowTop = p.top
		p.higher = was
	case h == back.height && was.top == back.lowTop && was.cursor == back.cursor:
		p.top = back.top
		p.follow()
	}
}

// Touch draws one row anew after its facts have changed.
func (p *Pane) Touch(r *Row) { delete(p.drawn, r) }

// Show replaces the rows. The cursor stays on its story, on the same line of
// the screen; if the story is gone, on the next one that is left. If the cursor
// is out of sight, the first row in sight stays instead.
func (p *Pane) Show(rows []*Row) {
	p.steady(func() {
		was := p.rows
		p.rows = rows
		clear(p.drawn)
		p.cursor, p.top = p.heir(was, p.cursor), p.heir(was, p.top)
	})
}

// heir returns the row that stands for row i of those that were listed before:
// that of its story, else of the next one that is still listed, else of the
// last before it.
func (p *Pane) heir(was []*Row, i int) int {
	if i >= len(was) {
		return i
	}
	if same := p.find(was[i].Story, -1); same >= 0 {
		return same
	}
	at := make(map[feeds.StoryID]int, len(p.rows))
	for j, r := range slices.Backward(p.rows) {
		at[r.Story] = j
	}
	for _, r := range was[i:] {
		if j, left := at[r.Story]; left {
			return j
		}
	}
	for _, r := range slices.Backward(was[:i]) {
		if j, left := at[r.Story]; left {
			return j
		}
	}
	return i
}

// Replace puts a row in the place of another one, if that is listed.
func (p *Pane) Replace(old, by *Row) {
	if i := slices.Index(p.rows, old); i >= 0 {
		p.steady(func() { p.rows[i] = by })
		delete(p.drawn, old)
	}
}

// Rows returns all rows in their order.
func (p *Pane) Rows() []*Row { return p.rows }

// Current returns the row under the cursor, nil in an empty list.
func (p *Pane) Current() *Row {
	if p.cursor >= len(p.rows) {
		return nil
	}
	return p.rows[p.cursor]
}

// Go puts the cursor on a story and says whether it is in the list. If several
// rows lead to the story and the cursor is on one of them, it stays.
func (p *Pane) Go(id feeds.StoryID) bool {
	if p.story(p.cursor) == id {
		return p.Current() != nil
	}
	i := p.find(id, -1)
	if i >= 0 {
		p.move(i)
	}
	return i >= 0
}

// Step moves the cursor by n rows and says whether it moved.
func (p *Pane) Step(n int) bool {
	was := p.cursor
	p.move(p.cursor + n)
	return p.cursor != was
}

// StepUnread moves to the next row in which something was not read, to the
// previous one if by is -1, and says whether there is one.
func (p *Pane) StepUnread(by int) bool {
	for i := p.cursor + by; i >= 0 && i < len(p.rows); i += by {
		if p.rows[i].Due() {
			p.move(i)
			return true
		}
	}
	return false
}

// story returns the story of row i, zero if there is no such row.
func (p *Pane) story(i int) feeds.StoryID {
	if i >= len(p.rows) {
		return 0
	}
	return p.rows[i].Story
}

// find returns the row of a story, or other if it is not in the list.
func (p *Pane) find(id feeds.StoryID, other int) int {
	if i := slices.IndexFunc(p.rows, func(r *Row) bool { return r.Story == id }); i >= 0 {
		return i
	}
	return other
}
