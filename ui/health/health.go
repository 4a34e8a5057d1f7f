// Package health is the overlay that says how each feed answers: when it last
// did, what it gave, how it stands and what to do, what matters most first; and
// which regions are silent or not heard. It asks and measures nothing by
// itself; ui hands it the facts.
package health

import (
	"cmp"
	"fmt"
	"math"
	"slices"
	"strings"
	"time"

	tea "charm.land/bubbletea/v2"

	"dateline/feeds"
	"dateline/ui/pane"
	"dateline/ui/theme"
)

// Pane is the open overlay.
type Pane struct {
	th     theme.Theme
	keys   []pane.Key
	now    func() time.Time
	feed   func(feeds.FeedID) feeds.Feed
	rows   []feeds.Health
	list   pane.List
	width  int
	height int

	regions  []Region // that are quiet
	observed int      // hours
}

// New opens the overlay without facts; Set brings them. The zone of now is the
// reader's: times are shown in it.
func New(th theme.Theme, remap pane.Remap, now func() time.Time, feed func(feeds.FeedID) feeds.Feed) *Pane {
	keys := append(pane.MoveKeys(remap), remap.Bind("retry", "ask this feed again", "r", "enter"))
	return &Pane{th: th, keys: keys, now: now, feed: feed}
}

// Set replaces the facts; the cursor stays on its feed.
func (p *Pane) Set(rows []feeds.Health) {
	old, had := p.current()
	at, _ := p.list.At()
	p.rows = slices.Clone(rows)
	slices.SortStableFunc(p.rows, func(a, b feeds.Health) int {
		return cmp.Or(cmp.Compare(p.severity(a), p.severity(b)), cmp.Compare(strings.ToLower(p.name(a)), strings.ToLower(p.name(b))))
	})
	if i := slices.IndexFunc(p.rows, func(h feeds.Health) bool { return h.Feed == old.Feed }); had && i >= 0 {
		at = i
	}
	p.list.Refill(len(p.rows), at)
}

// severity orders rows: what is to mend first, then those that do well, last
// those that are switched off.
func (p *Pane) severity(h feeds.Health) int {
	rank := p.condition(h).Rank
	switch {
	case p.feed(h.Feed).Off:
		return math.MaxInt
	case rank == 0:
		return math.MaxInt - 1
	default:
		return rank
	}
}

// condition returns how a feed stands now.
func (p *Pane) condition(h feeds.Health) feeds.Condition {
	return feeds.ConditionOf(p.feed(h.Feed), h, p.now())
}

func (p *Pane) name(h feeds.Health) string { return pane.Outlet(p.feed(h.Feed)) }

// current returns the row under the cursor.
func (p *Pane) current() (feeds.Health, bool) {
	at, ok := p.list.At()
	if !ok {
		return feeds.Health{}, false
	}
	return p.rows[at], true
}

// Title returns the words for the frame.
func (p *Pane) Title() string {
	failing := 0
	for _, h := range p.rows {
		if h.Failure != nil {
			failing++
		}
	}
	return fmt.Sprintf("Feeds %s %d of %d failing", p.th.Glyphs.Dot, failing, len(p.rows))
}

// Keys lists the bindings.
func (p *Pane) Keys() []pane.Key { return p.keys }

// Focus does nothing: an open overlay always has the focus.
func (p *Pane) Focus(bool) {}

// Resize gives the size of the inside in cells.
func (p *Pane) Resize(w, h int) {
	p.width, p.height = w, h
	p.list.Size(len(p.rows), p.listHeight())
}

// Press answers a key.
func (p *Pane) Press(msg tea.KeyPressMsg) pane.Action {
	switch name := pane.Pressed(p.keys, msg); name {
	case "":
		return nil
	case "retry":
		if h, ok := p.current(); ok {
			return pane.Refresh{Feed: h.Feed}
		}
	default:
		p.list.Press(name)
	}
	return pane.Handled{}
}

// Click selects a feed.
func (p *Pane) Click(_, y int) pane.Action {
	if i, ok := p.list.Row(y - p.regionsHeight()); ok {
		p.list.Go(i)
	}
	return pane.Handled{}
}

// Scroll moves the list; the cursor stays.
func (p *Pane) Scroll(lines int) { p.list.Scroll(lines) }
