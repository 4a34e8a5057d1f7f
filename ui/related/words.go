package related

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"dateline/feeds"
	"dateline/ui/pane"
)

// heading returns what tells a group apart from the others.
func heading(g feeds.RelatedGroup) string {
	switch g.Kind {
	case feeds.SameEvent, feeds.MaybeSame, feeds.Later, feeds.Earlier:
		return strings.ToUpper(string(g.Kind))
	case feeds.SameActors, feeds.SameCountry:
	}
	return strings.ToUpper(cmp.Or(g.Label, string(g.Kind)))
}

// headingLine returns the painted heading with what there is to count, or what
// the names in it stand for.
func (p *Pane) headingLine(title string, g feeds.RelatedGroup) string {
	note := ""
	switch n := len(g.Entries); {
	case g.Kind == feeds.SameEvent:
		independent := "none independent"
		if g.Sources > 0 {
			independent = fmt.Sprintf("%d independent", g.Sources)
		}
		note = pane.Dotted(p.th.Glyphs, fmt.Sprintf("%d more", g.Total), independent)
	case n > 1+maxBare:
		note = fmt.Sprintf("%d of %d", 1+maxBare, n)
	case g.Label != "" && (g.Kind == feeds.SameActors || g.Kind == feeds.SameCountry):
		note = string(g.Kind)
	}
	title = pane.Cut(title, p.room(), p.th.Glyphs.Ellipsis)
	return p.th.Strong.Text(title) + p.th.Meta.Text("  "+note)
}

// copies words what tells the same as the entries of a group, by the agency
// whose text it is: "and 2 more with AFP's text: Radio Sud, The North Post".
func (p *Pane) copies(g feeds.RelatedGroup) []string {
	var wires []string
	names := map[string][]string{}
	for _, it := range g.Copies {
		if !slices.Contains(wires, it.Wire) {
			wires = append(wires, it.Wire)
		}
		if name := p.feed(it.Feed).Outlet(); !slices.Contains(names[it.Wire], name) {
			names[it.Wire] = append(names[it.Wire], name)
		}
	}
	var out []string
	for _, w := range wires {
		said := fmt.Sprintf("and the same in %d more: ", len(names[w]))
		if w != "" {
			said = fmt.Sprintf("and %d more with %s's text: ", len(names[w]), w)
		}
		out = append(out, said+strings.Join(names[w], ", "))
	}
	return out
}

// Title heads the panel. What the groups are stands there unless all of them
// can be seen.
func (p *Pane) Title() string {
	if len(p.rows) <= p.height || len(p.groups) < 2 {
		return "Related"
	}
	return "Related: " + pane.Dotted(p.th.Glyphs, p.parts()...)
}

// Strip returns all of the panel in one painted line of at most width cells.
func (p *Pane) Strip(width int) string {
	parts := p.parts()
	said := "Related: " + pane.Dotted(p.th.Glyphs, parts...)
	if len(parts) == 0 {
		said = p.state()
	}
	return p.th.Meta.Text(pane.Cut(said, width, p.th.Glyphs.Ellipsis))
}

// parts words each group in brief.
func (p *Pane) parts() []string {
	var parts []string
	for _, g := range p.groups {
		switch g.Kind {
		case feeds.SameEvent:
			parts = append(parts, fmt.Sprintf("%d more of this event", g.Total))
		case feeds.MaybeSame:
			parts = append(parts, fmt.Sprintf("%d possibly the same", len(g.Entries)))
		case feeds.Later, feeds.Earlier:
			parts = append(parts, fmt.Sprintf("%d %s", len(g.Entries), g.Kind))
		case feeds.SameActors, feeds.SameCountry:
			parts = append(parts, cmp.Or(g.Label, string(g.Kind)))
		}
	}
	return parts
}
