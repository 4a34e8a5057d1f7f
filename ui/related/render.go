package related

import (
	"fmt"
	"slices"
	"strings"

	"dateline/feeds"
	"dateline/ui/pane"
	"dateline/ui/theme"
)

const (
	noEntry      = -1
	maxBare      = 4  // headlines below the lead of a group
	leadLines    = 2  // lines of a lead's headline
	roomyHeight  = 12 // size from which the first words of each lead stand in full
	roomyWidth   = 56
	summaryWords = 60  // of a lead's summary
	summaryCells = 240 // the same for scripts without spaces
	longWord     = 15  // bytes: longer ones on average are whole sentences without spaces
	whyFrom      = 50  // width from which a headline says why it is here
	outletFrom   = 90  // ... and who tells it
	ageCells     = 3
	indent       = 1
)

// row is one painted line without the column of the selection bar. entry is
// the index of the entry it belongs to.
type row struct {
	text  string
	entry int
}

// set sets the groups into rows. On a small pane the first words of the leads
// share what height the headlines leave.
func (p *Pane) set() {
	p.setAt = p.now()
	lines := summaryWords
	if p.height < roomyHeight || p.width < roomyWidth {
		lines = max(0, p.height-p.fill(0)) / max(1, len(p.groups))
	}
	p.fill(lines)
	p.cursor = max(0, min(p.cursor, len(p.entries)-1))
	p.top = max(0, min(p.top, len(p.rows)-p.height))
}

// fill sets the groups, each lead with at most so many lines of its first
// words, and returns the number of rows.
func (p *Pane) fill(lines int) int {
	p.rows, p.entries = nil, nil
	if len(p.groups) == 0 {
		p.words(p.state())
	}
	var said []string
	for _, g := range p.groups {
		if title := heading(g); !slices.Contains(said, title) {
			if len(said) > 0 {
				p.add("", noEntry)
			}
			said = append(said, title)
			p.add(p.headingLine(title, g), noEntry)
		}
		p.group(g, lines)
	}
	return len(p.rows)
}

// state says in words why there are no groups.
func (p *Pane) state() string {
	switch {
	case p.item == 0:
		return "No story is open."
	case !p.loaded:
		return "Looking for related stories" + p.th.Glyphs.Ellipsis
	}
	return "Nothing related yet."
}

func (p *Pane) words(s string) {
	for _, l := range pane.Wrap(s, p.room()) {
		p.add(p.th.Meta.Text(l), noEntry)
	}
}

// room is the width for text: all but the bar and the margin.
func (p *Pane) room() int { return p.width - 2 }

// add adds one painted line.
func (p *Pane) add(text string, entry int) {
	if text != "" {
		text = pane.FitLine(text, max(0, p.width-1))
	}
	p.rows = append(p.rows, row{text, entry})
}

// group sets the lead, the headlines and the copies of a group.
func (p *Pane) group(g feeds.RelatedGroup, lines int) {
	p.lead(g.Entries[0], lines)
	for _, e := range g.Entries[1:min(len(g.Entries), 1+maxBare)] {
		p.bare(e, g.Kind)
	}
	for _, said := range p.copies(g) {
		p.add(p.th.Meta.Text(strings.Repeat(" ", indent)+pane.Cut(said, p.room()-indent, p.th.Glyphs.Ellipsis)), noEntry)
	}
}

// enter makes e the next entry and returns its index.
func (p *Pane) enter(e feeds.RelatedEntry) int {
	p.entries = append(p.entries, e)
	return len(p.entries) - 1
}

// lead sets outlet, headline and the first words of the summary.
func (p *Pane) lead(e feeds.RelatedEntry, lines int) {
	i, room := p.enter(e), p.room()-indent
	put := func(text string, limit int, paint theme.Paint) {
		for _, l := range p.wrap(text, room, limit) {
			p.add(strings.Repeat(" ", indent)+paint.Text(l), i)
		}
	}
	put(p.source(e, p.age(e.Item), room), 1, p.th.Meta)
	put(e.Item.Title, leadLines, p.headline(e.Item))
	put(p.opening(e.Item.Summary), lines, p.th.Meta)
}

// wrap sets text in at most limit lines. What is left is cut.
func (p *Pane) wrap(text string, room, limit int) []string {
	lines := pane.Wrap(text, room)
	if limit >= len(lines) {
		return lines
	}
	if limit <= 0 {
		return nil
	}
	rest := strings.Join(lines[limit-1:], " ")
	return append(lines[:limit-1], pane.Cut(rest, room, p.th.Glyphs.Ellipsis))
}

// source says in one line who tells it, its age unless that is said elsewhere,
// and why it is here. What has no room is first the standing of the outlet,
// unless it is of state, then the why, then the end of the outlet.
func (p *Pane) source(e feeds.RelatedEntry, age string, room int) string {
	g, f, why := p.th.Glyphs, p.feed(e.Item.Feed), e.Why
	standing := pane.Standing(f)
	full := stood(f.Outlet(), standing)
	brief := f.Outlet()
	if f.Affiliation.OfState() {
		brief = stood(brief, string(f.Affiliation))
	}
	if strings.HasPrefix(standing, why) {
		brief, why = full, "" // said already
	}
	for _, said := range []string{pane.Dotted(g, full, age, why), pane.Dotted(g, brief, age, why), pane.Dotted(g, full, age)} {
		if pane.Width(said) <= room {
			return said
		}
	}
	left := room - pane.Width(pane.Dotted(g, " ", age)) + 1
	return pane.Dotted(g, pane.Cut(full, left, g.Ellipsis), age)
}

// stood returns a name and, in brackets, who stands behind it.
func stood(name, standing string) string {
	if standing == "" {
		return name
	}
	return name + " (" + standing + ")"
}

func (p *Pane) age(it feeds.Item) string { return pane.Age(p.setAt.Sub(it.Published)) }

func (p *Pane) headline(it feeds.Item) theme.Paint {
	if it.Read {
		return p.th.Plain
	}
	return p.th.Headline
}

// opening returns the first words of a summary.
func (p *Pane) opening(s string) string {
	words := strings.Fields(s)
	said := strings.Join(words, " ")
	if len(said) > longWord*len(words) {
		return pane.Cut(said, summaryCells, p.th.Glyphs.Ellipsis)
	}
	if len(words) > summaryWords {
		said = strings.TrimRight(strings.Join(words[:summaryWords], " "), ".,;:") + p.th.Glyphs.Ellipsis
	}
	return said
}

// bare sets age and headline in one line, and at its end what else there is
// room for. Under the cursor of the reader it tells all.
func (p *Pane) bare(e feeds.RelatedEntry, kind feeds.GroupKind) {
	i, room := p.enter(e), p.room()-indent-ageCells-2
	blank := strings.Repeat(" ", indent+ageCells+2)
	age := p.th.Meta.Text(fmt.Sprintf("%*s%*s  ", indent, "", ageCells, p.age(e.Item)))
	if !p.focused || i != p.cursor {
		side := p.side(e, kind, room/3)
		title := pane.Pad(e.Item.Title, room-pane.Width(side), p.th.Glyphs.Ellipsis)
		p.add(age+p.headline(e.Item).Text(title)+p.th.Meta.Text(side), i)
		return
	}
	for n, l := range p.wrap(e.Item.Title, room, leadLines) {
		if n > 0 {
			age = blank
		}
		p.add(age+p.headline(e.Item).Text(l), i)
	}
	p.add(blank+p.th.Meta.Text(p.source(e, "", room)), i)
}

// side words who tells a headline and why it is here, as far as there is room.
// Of another version the outlet says more.
func (p *Pane) side(e feeds.RelatedEntry, kind feeds.GroupKind, room int) string {
	outlet, said := p.feed(e.Item.Feed).Outlet(), e.Why
	if kind == feeds.SameEvent {
		said = outlet
	}
	if both := pane.Dotted(p.th.Glyphs, outlet, e.Why); p.width >= outletFrom && pane.Width(both) <= room {
		said = both
	}
	if p.width < whyFrom || said == "" {
		return ""
	}
	return "  " + pane.Cut(said, room, p.th.Glyphs.Ellipsis)
}
