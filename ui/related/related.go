// Package related is the panel of what belongs beside the open story: groups
// of a lead and a few headlines, as a news page sets them below its text. It
// finds nothing by itself: ui asks for related stories and hands them over,
// and carries out the actions the panel answers with.
package related

import (
	"slices"
	"time"

	"dateline/feeds"
	"dateline/ui/pane"
	"dateline/ui/theme"
)

// Pane shows the related stories of one item.
type Pane struct {
	th   theme.Theme
	keys []pane.Key
	now  func() time.Time
	feed func(feeds.FeedID) feeds.Feed

	item    feeds.ItemID // whose related stories are shown or awaited; 0 if no story is open
	loaded  bool
	groups  []feeds.RelatedGroup
	entries []feeds.RelatedEntry // those on show, in the order of the screen
	cursor  int
	back    Place // where to put the cursor when the groups come

	width, height int
	focused       bool
	rows          []row // set for the size, at the time of set
	setAt         time.Time
	top           int // first row in sight
}

// New makes an empty panel. feed looks up the outlet of an entry.
func New(th theme.Theme, remap pane.Remap, now func() time.Time, feed func(feeds.FeedID) feeds.Feed) *Pane {
	return &Pane{th: th, keys: keys(remap), now: now, feed: feed}
}

// SetTheme changes the look.
func (p *Pane) SetTheme(th theme.Theme) {
	p.th = th
	p.set()
}

// Loading says whose related stories are being looked for. Those of another
// item are taken off the screen.
func (p *Pane) Loading(item feeds.Item) {
	if item.ID == p.item {
		return
	}
	p.item, p.loaded, p.groups, p.cursor, p.top, p.back = item.ID, false, nil, 0, 0, Place{}
	p.set()
}

// Set brings the related stories. They are dropped unless they belong to the
// item that Loading named last. When they come anew nothing moves under the
// reader: the cursor stays on its entry, if that is still there, and the entry
// on its line.
func (p *Pane) Set(r feeds.Related) {
	if r.Item != p.item {
		return
	}
	stood, line, sighted := p.Place(), p.line(), p.sighted()
	if !p.loaded {
		stood, p.back, sighted = p.back, Place{}, true
	}
	again := p.loaded && stood.top > 0
	p.loaded, p.groups = true, slices.DeleteFunc(slices.Clone(r.Groups), func(g feeds.RelatedGroup) bool {
		return len(g.Entries) == 0
	})
	p.cursor = 0
	p.set()
	at := slices.IndexFunc(p.entries, func(e feeds.RelatedEntry) bool { return e.Item.ID == stood.entry })
	p.cursor = max(0, at)
	p.set()
	if again && at >= 0 {
		first, _ := p.span()
		stood.top = first - line
	}
	p.Scroll(stood.top - p.top)
	if sighted {
		p.follow()
	}
}

// Place is where a reader stands in the panel.
type Place struct {
	entry feeds.ItemID
	top   int
}

// Place returns where the reader stands.
func (p *Pane) Place() Place {
	e, _ := p.current()
	return Place{e.Item.ID, p.top}
}

// Return puts the reader where he once stood beside the item that Loading
// named last, as soon as its related stories are there.
func (p *Pane) Return(to Place) { p.back = to }

// current returns the entry under the cursor.
func (p *Pane) current() (feeds.RelatedEntry, bool) {
	if p.cursor >= len(p.entries) {
		return feeds.RelatedEntry{}, false
	}
	return p.entries[p.cursor], true
}

// point puts the cursor on an entry, which then tells more of itself.
func (p *Pane) point(i int) {
	p.cursor = i
	p.set()
	p.follow()
}
