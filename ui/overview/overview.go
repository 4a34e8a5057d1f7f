// Package overview is the overlay that draws what is going on: for each
// region how many stories came in the last day, how many are unread, and the
// one that most outlets tell. It counts nothing by itself; ui hands it rows.
package overview

import (
	"slices"

	tea "charm.land/bubbletea/v2"

	"dateline/feeds"
	"dateline/ui/pane"
	"dateline/ui/theme"
)

// Row is one region of the last 24 hours.
type Row struct {
	Slug    string
	Label   string
	Hue     theme.Hue
	Stories int
	Unread  int
	Hours   feeds.Activity // of these 24, the last one is going on
	Top     feeds.StoryID  // zero if there is no story
	Title   string         // of Top
	Sources int            // of Top
}

// Pane is the open overlay.
type Pane struct {
	th     theme.Theme
	keys   []pane.Key
	rows   []Row
	most   int  // stories of the busiest hour of all
	gaps   bool // some hours were not observed
	list   pane.List
	width  int
	height int
}

// New opens the overlay on rows, in the order to be shown.
func New(th theme.Theme, remap pane.Remap, rows []Row) *Pane {
	keys := append(pane.MoveKeys(remap),
		remap.Bind("overview-filter", "show only this region", "enter"),
		remap.Bind("overview-open", "open its top story", "o"))
	p := &Pane{th: th, keys: keys, rows: rows}
	for _, r := range rows {
		p.most = max(p.most, pane.Most(r.Hours))
		p.gaps = p.gaps || slices.ContainsFunc(r.Hours, func(t feeds.Tally) bool { return !t.Observed })
	}
	return p
}

// Title returns the words for the frame.
func (p *Pane) Title() string {
	title := "The last 24 hours"
	if p.gaps {
		title += " " + p.th.Glyphs.Dot + " blank: not observed"
	}
	return title
}

// Keys lists the bindings.
func (p *Pane) Keys() []pane.Key { return p.keys }

// Focus does nothing: an open overlay always has the focus.
func (p *Pane) Focus(bool) {}

// Resize gives the size of the inside in cells.
func (p *Pane) Resize(w, h int) {
	p.width, p.height = w, h
	p.list.Size(len(p.rows), max(min(1, h), h/rowHeight))
}

// Press answers a key.
func (p *Pane) Press(msg tea.KeyPressMsg) pane.Action {
	name := pane.Pressed(p.keys, msg)
	if name == "" {
		return nil
	}
	at, ok := p.list.At()
	switch {
	case !ok:
		return pane.Handled{}
	case name == "overview-filter":
		return pane.Filter{Terms: []string{p.rows[at].Slug}}
	case name == "overview-open":
		return p.rows[at].open()
	}
	p.list.Press(name)
	return pane.Handled{}
}

func (r Row) open() pane.Action {
	if r.Top == 0 {
		return pane.Tell{Text: "Nothing came from " + r.Label + " in the last 24 hours."}
	}
	return pane.Open{Story: r.Top}
}

// Click selects a region.
func (p *Pane) Click(_, y int) pane.Action {
	if i, ok := p.list.Row(y / rowHeight); ok && y >= 0 {
		p.list.Go(i)
	}
	return pane.Handled{}
}

// Scroll moves the list by whole rows; the cursor stays.
func (p *Pane) Scroll(lines int) { p.list.Scroll((lines + lines%rowHeight) / rowHeight) }
