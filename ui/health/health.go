// Package health is the overlay that says how each feed answers: when it last
// did, what it gave, how it stands and what to do, what matters most first, and
// how its last thirty days went; and which regions are silent or not heard. There
// the reader takes an address that was found for a feed. It asks and measures
// nothing by itself; ui hands it the facts and carries out what it answers.
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
	page   pane.Page  // all there is to say of the feed under the cursor
	open   bool       // the page is shown in place of the list
	asking *pane.Take // what the reader is asked; nil if nothing
	pick   pane.Key   // says yes to that
	leave  pane.Key   // leaves the page
	past   feeds.Past // of the feed under the cursor
	of     wanted     // what past was last asked for
	width  int
	height int

	regions  []Region // that are quiet
	observed int      // hours
}

// The names of the keys that are not always of use: the one takes another address
// for a feed, the other shows its page.
const (
	takeAddress = "take-address"
	moreOfFeed  = "more-of-feed"
)

// New opens the overlay without facts; Set brings them. The zone of now is the
// reader's: times are shown in it.
func New(th theme.Theme, remap pane.Remap, now func() time.Time, feed func(feeds.FeedID) feeds.Feed) *Pane {
	keys := append(pane.MoveKeys(remap),
		remap.Bind(moreOfFeed, "more of this feed", "enter"),
		remap.Bind("retry", "ask this feed again", "r"),
		remap.Bind(takeAddress, "take the address found", "a"))
	return &Pane{th: th, keys: keys, now: now, feed: feed, pick: remap.Bind("pick", "choose", "enter"), leave: remap.Bind("back", "back", "esc", "backspace")}
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
	p.tell()
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

func (p *Pane) name(h feeds.Health) string { return p.feed(h.Feed).Outlet() }

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
	if h, ok := p.current(); ok && p.open {
		return p.page.Title(p.th.Glyphs, p.name(h))
	}
	failing := 0
	for _, h := range p.rows {
		if h.Failure != nil && !p.feed(h.Feed).Off {
			failing++
		}
	}
	return fmt.Sprintf("Feeds %s %d of %d failing", p.th.Glyphs.Dot, failing, len(p.rows))
}

// Keys lists the bindings that do something: an address is taken only where one
// is offered, the page shows all there is, and a question is answered before all
// else.
func (p *Pane) Keys() []pane.Key {
	if p.asking != nil {
		return []pane.Key{p.pick}
	}
	h, ok := p.current()
	idle := map[string]bool{takeAddress: ok && p.condition(h).Offer == "", moreOfFeed: p.open}
	return slices.DeleteFunc(slices.Clone(p.keys), func(k pane.Key) bool { return idle[k.Name] })
}

// Focus does nothing: an open overlay always has the focus.
func (p *Pane) Focus(bool) {}

// Resize gives the size of the inside in cells.
func (p *Pane) Resize(w, h int) {
	p.width, p.height = w, h
	p.page.Resize(w, h)
	p.list.Size(len(p.rows), p.listHeight())
	p.tell()
}

// Press answers a key.
func (p *Pane) Press(msg tea.KeyPressMsg) pane.Action {
	if p.asking != nil {
		return p.answer(msg)
	}
	name := pane.Pressed(p.keys, msg)
	h, ok := p.current()
	switch {
	case p.open && pane.Pressed([]pane.Key{p.leave}, msg) != "":
		p.turn(false)
	case name == "":
		return nil
	case name == "retry" && ok:
		return pane.Refresh{Feed: h.Feed}
	case name == takeAddress && ok:
		return p.ask(h)
	case name == moreOfFeed && ok:
		p.turn(!p.open)
	case p.open:
		p.page.Press(name)
	default:
		p.list.Press(name)
		p.tell()
	}
	return pane.Handled{}
}

// turn shows the page in place of the list, or the list.
func (p *Pane) turn(open bool) {
	p.open = open
	p.page = pane.Page{}
	p.page.Resize(p.width, p.height)
	p.tell()
}

// Click selects a feed.
func (p *Pane) Click(_, y int) pane.Action {
	if i, ok := p.list.Row(y - p.listTop()); ok && !p.open && p.asking == nil {
		p.list.Go(i)
		p.tell()
	}
	return pane.Handled{}
}

// Scroll moves the list, or the page; the cursor stays.
func (p *Pane) Scroll(lines int) {
	if p.open {
		p.page.Scroll(lines)
		return
	}
	p.list.Scroll(lines)
}
