package article

import (
	"cmp"
	"fmt"
	"slices"
	"time"

	"dateline/feeds"
	"dateline/ui/pane"
)

// told returns when an item was published, as far as its feed says so.
func (p *Pane) told(it feeds.Item) string { return toldOn(it, p.now()) }

// retitled says when the headline of an item was changed; empty if never.
func (p *Pane) retitled(it feeds.Item) string { return retitledOn(it, p.now()) }

// toldBy says when and by whom an item of the sources was told. The line above
// them names the day of the newest, so that only another day is named here:
// around midnight a day before each time would leave no room.
func (p *Pane) toldBy(it feeds.Item, by string) string {
	return p.dotted(toldOn(it, p.day)+" "+by, retitledOn(it, p.day))
}

// toldOn is told for a reader who knows that it is about a day.
func toldOn(it feeds.Item, day time.Time) string {
	if it.Date == feeds.DateGiven {
		return pane.Clock(it.Published, day)
	}
	return "seen " + pane.Clock(it.Published, day)
}

// retitledOn is retitled for a reader who knows that it is about a day.
func retitledOn(it feeds.Item, day time.Time) string {
	if it.Retitled.IsZero() {
		return ""
	}
	return "headline changed " + pane.Clock(it.Retitled, day)
}

// span returns the oldest and the newest version.
func (p *Pane) span() (oldest, newest Version) {
	by := func(a, b Version) int {
		return cmp.Or(a.Item.Published.Compare(b.Item.Published), cmp.Compare(a.Item.ID, b.Item.ID))
	}
	return slices.MinFunc(p.versions, by), slices.MaxFunc(p.versions, by)
}

// counted words how many sources tell the story, and how many of them are of
// state. If it is one agency that several carry, that is named: "AFP ×3".
func (p *Pane) counted() (sources, ofState string) {
	c := p.coverage
	sources = count(c.Sources, "source")
	if c.Sources == 1 && len(c.Wires) > 0 {
		sources = fmt.Sprintf("%s %s%d", c.Wires[0].Wire, p.th.Glyphs.Times, c.Wires[0].Carriers)
	}
	if c.State > 0 {
		ofState = fmt.Sprintf("%d state", c.State)
	}
	return sources, ofState
}

// brief says in one line who tells the story and since when, and which version
// is on show: as much of that as fits into width.
func (p *Pane) brief(width int) string {
	sources, ofState := p.counted()
	oldest, newest := p.span()
	first, last := p.since(oldest), "last "+p.told(newest.Item)
	span := last
	if oldest.Item.Date == feeds.DateGiven && newest.Item.Date == feeds.DateGiven {
		end := pane.Clock(newest.Item.Published, oldest.Item.Published.In(p.now().Location()))
		span = p.told(oldest.Item) + " to " + end
	}
	which := p.which()
	for _, parts := range [][]string{
		{sources, ofState, first + " by " + oldest.Feed.Outlet(), last, which},
		{sources, ofState, first, last, which},
		{sources, ofState, span, which},
		{sources, ofState, which},
	} {
		if said := p.dotted(parts...); pane.Width(said) <= width {
			return said
		}
	}
	return p.dotted(sources, which)
}

// which counts the version on show among several, with the keys that lead to the
// others.
func (p *Pane) which() string {
	if len(p.versions) < 2 {
		return ""
	}
	return fmt.Sprintf("%d of %d: %s %s", p.at+1, len(p.versions), p.shown("version-prev"), p.shown("version-next"))
}

// Which says which version of the story is on show: "2 of 5: France 24
// (public, FR)".
func (p *Pane) Which() string {
	if len(p.versions) == 0 {
		return ""
	}
	v := p.versions[p.at]
	said := fmt.Sprintf("%d of %d: %s", p.at+1, len(p.versions), v.Feed.Outlet())
	if s := pane.Standing(v.Feed); s != "" {
		said += " (" + s + ")"
	}
	return said
}

// since says when the oldest version was published or, without a date, seen.
func (p *Pane) since(oldest Version) string {
	if oldest.Item.Date == feeds.DateGiven {
		return "first told " + p.clock(oldest.Item.Published)
	}
	return "first " + p.told(oldest.Item)
}

// tempo says since when the story is told, and what is not known of that.
func (p *Pane) tempo() string {
	oldest, newest := p.span()
	seen, undated := oldest.Item.Seen, 0
	for _, v := range p.versions {
		if v.Item.Seen.Before(seen) {
			seen = v.Item.Seen
		}
		if v.Item.Date != feeds.DateGiven {
			undated++
		}
	}
	parts := []string{
		p.since(oldest) + p.now().Format(" MST") + " by " + oldest.Feed.Outlet(),
		"last " + p.told(newest.Item) + " by " + newest.Feed.Outlet(),
		"first seen here " + p.clock(seen),
	}
	if undated > 0 {
		parts = append(parts, fmt.Sprintf("%d without a date", undated))
	}
	return p.dotted(parts...)
}
