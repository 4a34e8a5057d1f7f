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
	maxBare      = 4   // headlines below the lead of a group
	leadLines    = 2   // lines of a lead's headline
	summaryWords = 60  // of a lead's summary
	summaryCells = 400 // the same for scripts without spaces
	whyFrom      = 50  // width from which a headline says why it is here
	ageCells     = 3
	indent       = 1
)

// row is one painted line without the column of the selection bar. entry is
// the index of the entry it belongs to.
type row struct {
	text  string
	entry int
}

// set sets the groups into rows. Summaries get what height is left.
func (p *Pane) set() {
	p.setAt = p.now()
	spare := p.height - p.fill(0)
	if spare > 0 {
		p.fill(spare)
	}
	p.cursor = max(0, min(p.cursor, len(p.entries)-1))
	p.top = max(0, min(p.top, len(p.rows)-p.height))
}

// fill sets the groups with at most spare lines of summary and returns the
// number of rows.
func (p *Pane) fill(spare int) int {
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
		spare -= p.group(g, spare)
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

// group sets the lead and the headlines of a group and returns how many lines
// of summary it took.
func (p *Pane) group(g feeds.RelatedGroup, spare int) int {
	used := p.lead(g.Entries[0], spare)
	for _, e := range g.Entries[1:min(len(g.Entries), 1+maxBare)] {
		p.bare(e)
	}
	for _, said := range p.copies(g) {
		p.add(p.th.Meta.Text(strings.Repeat(" ", indent)+pane.Cut(said, p.room()-indent, p.th.Glyphs.Ellipsis)), noEntry)
	}
	return used
}

// enter makes e the next entry and returns its index.
func (p *Pane) enter(e feeds.RelatedEntry) int {
	p.entries = append(p.entries, e)
	return len(p.entries) - 1
}

// lead sets outlet, headline and the first words of the summary.
func (p *Pane) lead(e feeds.RelatedEntry, spare int) int {
	i, room := p.enter(e), p.room()-indent
	p.put(p.source(e, room), room, 1, p.th.Meta, i)
	p.put(e.Item.Title, room, leadLines, p.headline(e.Item), i)
	return p.put(p.opening(e.Item.Summary), room, spare, p.th.Meta, i)
}

// put wraps text into at most limit lines of an entry and returns how many it
// took. What is left is cut.
func (p *Pane) put(text string, room, limit int, paint theme.Paint, entry int) int {
	lines := pane.Wrap(text, room)
	if limit < len(lines) {
		if limit <= 0 {
			return 0
		}
		rest := strings.Join(lines[limit-1:], " ")
		lines = append(lines[:limit-1], pane.Cut(rest, room, p.th.Glyphs.Ellipsis))
	}
	for _, l := range lines {
		p.add(strings.Repeat(" ", indent)+paint.Text(l), entry)
	}
	return len(lines)
}

// source says in one line who tells it, how old it is and why it is here. What
// has no room is first the why, then the end of the outlet.
func (p *Pane) source(e feeds.RelatedEntry, room int) string {
	g, f, age := p.th.Glyphs, p.feed(e.Item.Feed), p.age(e.Item)
	outlet := pane.Outlet(f)
	if s := pane.Standing(f); s != "" {
		outlet += " (" + s + ")"
	}
	if said := pane.Dotted(g, outlet, age, e.Why); pane.Width(said) <= room {
		return said
	}
	left := room - pane.Width(pane.Dotted(g, " ", age)) + 1
	return pane.Dotted(g, pane.Cut(outlet, left, g.Ellipsis), age)
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
	if len(words) > summaryWords {
		said = strings.TrimRight(strings.Join(words[:summaryWords], " "), ".,;:") + p.th.Glyphs.Ellipsis
	}
	return pane.Cut(said, summaryCells, p.th.Glyphs.Ellipsis)
}

// bare sets age and headline in one line, and why at its end if there is room.
func (p *Pane) bare(e feeds.RelatedEntry) {
	i, room := p.enter(e), p.room()-indent-ageCells-2
	why := ""
	if p.width >= whyFrom && e.Why != "" {
		why = "  " + pane.Cut(e.Why, room/3, p.th.Glyphs.Ellipsis)
	}
	title := pane.Pad(e.Item.Title, room-pane.Width(why), p.th.Glyphs.Ellipsis)
	age := fmt.Sprintf("%*s%*s  ", indent, "", ageCells, p.age(e.Item))
	p.add(p.th.Meta.Text(age)+p.headline(e.Item).Text(title)+p.th.Meta.Text(why), i)
}
