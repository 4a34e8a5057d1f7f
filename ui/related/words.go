package related

import (
	"cmp"
	"fmt"
	"strings"

	"dateline/feeds"
	"dateline/ui/pane"
)

// heading returns what tells a group apart from the others.
func heading(g feeds.RelatedGroup) string {
	switch g.Kind {
	case feeds.SameEvent, feeds.MaybeSame, feeds.Earlier:
		return strings.ToUpper(string(g.Kind))
	case feeds.SameActors, feeds.SameCountry:
	}
	return strings.ToUpper(cmp.Or(g.Label, string(g.Kind)))
}

// headingLine returns the painted heading with what there is to count.
func (p *Pane) headingLine(title string, g feeds.RelatedGroup) string {
	counted := ""
	switch n := len(g.Entries); {
	case g.Kind == feeds.SameEvent:
		counted = pane.Dotted(p.th.Glyphs, fmt.Sprintf("%d more", n), fmt.Sprintf("%d independent", p.sources(g)))
	case n > 1+maxBare:
		counted = fmt.Sprintf("%d of %d", 1+maxBare, n)
	}
	title = pane.Cut(title, p.room(), p.th.Glyphs.Ellipsis)
	return p.th.Strong.Text(title) + p.th.Meta.Text("  "+counted)
}

// sources counts the sources of a group that are independent of each other and
// of the open item.
func (p *Pane) sources(g feeds.RelatedGroup) int {
	s := feeds.Story{Items: []feeds.Item{p.beside}}
	directory := map[feeds.FeedID]feeds.Feed{p.beside.Feed: p.feed(p.beside.Feed)}
	for _, e := range g.Entries {
		s.Items = append(s.Items, e.Item)
		directory[e.Item.Feed] = p.feed(e.Item.Feed)
	}
	return s.Coverage(directory).Sources - 1
}

// Strip returns all of the panel in one painted line of at most width cells.
func (p *Pane) Strip(width int) string {
	var parts []string
	for _, g := range p.groups {
		switch g.Kind {
		case feeds.SameEvent:
			parts = append(parts, fmt.Sprintf("%d more of this event", len(g.Entries)))
		case feeds.MaybeSame:
			parts = append(parts, fmt.Sprintf("%d possibly the same", len(g.Entries)))
		case feeds.Earlier:
			parts = append(parts, fmt.Sprintf("%d earlier", len(g.Entries)))
		case feeds.SameActors, feeds.SameCountry:
			parts = append(parts, cmp.Or(g.Label, string(g.Kind)))
		}
	}
	said := "Related: " + pane.Dotted(p.th.Glyphs, parts...)
	if len(parts) == 0 {
		said = p.state()
	}
	return p.th.Meta.Text(pane.Cut(said, width, p.th.Glyphs.Ellipsis))
}
