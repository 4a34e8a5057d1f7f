// Package why is the overlay that explains a story: which words gave each tag,
// in which field and by which rule, and why its items were put together. There
// the reader takes a wrong country away or adds a missing one. It decides
// nothing; a correction is an action that ui carries out.
package why

import (
	"slices"
	"time"

	tea "charm.land/bubbletea/v2"

	"dateline/feeds"
	"dateline/ui/pane"
	"dateline/ui/theme"
)

// Facts is what the overlay explains.
type Facts struct {
	Story  feeds.Story
	Sides  []feeds.Side    // its sources
	Merged []feeds.StoryID // stories that turned out to be this one
	Tags   feeds.Tags
	Denied []feeds.Tag                   // countries that corrections took away
	Edits  map[feeds.ItemID][]feeds.Edit // of changed headlines, the oldest first; nil until they are read
	Failed error                         // why they could not be read
	Place  func(code string) string      // names a country or an area
	Feed   func(feeds.FeedID) feeds.Feed // knows the outlet
	Now    time.Time                     // in the reader's zone
}

// Pane is the open overlay.
type Pane struct {
	th        theme.Theme
	keys      []pane.Key
	remove    pane.Key
	add       pane.Key
	facts     Facts
	page      pane.Page
	countryAt []int // line of each country
	cursor    int   // country
	width     int
}

// New opens the overlay; Set brings the facts.
func New(th theme.Theme, remap pane.Remap) *Pane {
	p := &Pane{
		th:     th,
		remove: remap.Bind("remove-tag", "this country is wrong", "-"),
		add:    remap.Bind("add-tag", "a country is missing", "+"),
	}
	p.keys = append(pane.MoveKeys(remap), p.remove, p.add)
	return p
}

// Set replaces the facts.
func (p *Pane) Set(f Facts) {
	p.facts = f
	p.set()
}

// Title returns the words for the frame.
func (p *Pane) Title() string { return p.page.Title(p.th.Glyphs, "Why") }

// Keys lists the bindings.
func (p *Pane) Keys() []pane.Key { return p.keys }

// Focus does nothing: an open overlay always has the focus.
func (p *Pane) Focus(bool) {}

// Resize gives the size of the inside in cells.
func (p *Pane) Resize(w, h int) {
	p.width = w
	p.page.Resize(w, h)
	p.set()
}

// Press answers a key.
func (p *Pane) Press(msg tea.KeyPressMsg) pane.Action {
	switch name := pane.Pressed(p.keys, msg); name {
	case "":
		return nil
	case "add-tag":
		return pane.Run{Command: "add-tag"}
	case "remove-tag":
		if p.cursor >= len(p.countryAt) {
			return pane.Tell{Text: "There is no country to take away."}
		}
		return pane.Correct{Country: p.facts.Tags.Countries[p.cursor].Code}
	case "down":
		p.step(1)
	case "up":
		p.step(-1)
	default:
		p.page.Press(name)
	}
	return pane.Handled{}
}

// step goes from country to country, and on through the reasons; back from
// there it scrolls until the country is in sight again.
func (p *Pane) step(by int) {
	next := p.cursor + by
	if next < 0 || next >= len(p.countryAt) || by < 0 && p.page.Above(p.countryAt[p.cursor]) {
		p.page.Scroll(by)
		return
	}
	p.cursor = next
	p.set()
	p.page.Reach(p.countryAt[next])
}

// View draws the pane.
func (p *Pane) View() string { return p.page.View() }

// Click puts the cursor on a country.
func (p *Pane) Click(_, y int) pane.Action {
	line, ok := p.page.Line(y)
	if i := slices.Index(p.countryAt, line); ok && i >= 0 {
		p.cursor = i
		p.set()
	}
	return pane.Handled{}
}

// Scroll moves the view.
func (p *Pane) Scroll(lines int) { p.page.Scroll(lines) }
