package ui

import (
	"fmt"

	"dateline/feeds"
	"dateline/ui/headlines"
	"dateline/ui/pane"
)

// coverage words who tells a story: "4 src · AFP ×3 · 2 state · CN RU". If it is
// only one, that is the outlet, or an agency that several carry: "AFP ×3".
func (s *shelf) coverage(e *entry, c feeds.Coverage) []headlines.Part {
	var said []string
	if c.Sources == 1 && len(c.Wires) == 0 {
		said = s.outlet(s.leadOf(e), len(e.Items))
	} else {
		if c.Sources > 1 {
			said = append(said, fmt.Sprintf("%d src", c.Sources))
		}
		for _, w := range c.Wires {
			said = append(said, fmt.Sprintf("%s %s%d", w.Wire, s.glyphs.Times, w.Carriers))
		}
		if c.State > 0 {
			said = append(said, fmt.Sprintf("%d state", c.State))
		}
	}
	var parts []headlines.Part
	for _, words := range said {
		parts = append(parts, headlines.Part{words})
	}
	if codes := countryCodes(e.tags); len(codes) > 0 {
		parts = append(parts, codes)
	}
	return parts
}

// areas names the areas and blocs that a story names.
func (s *shelf) areas(tags feeds.Tags) []string {
	var names []string
	for _, a := range tags.Areas {
		if r, ok := s.atlas.Region(a.Code); ok && (r.Kind == feeds.Area || r.Kind == feeds.Bloc) {
			names = append(names, r.Name())
		}
	}
	return names
}

// countryCodes returns the countries that a row names: what the story is about,
// and behind that what it only mentions, marked as a filter is written.
func countryCodes(tags feeds.Tags) []string {
	const subjects, mentions = 6, 2 // at most
	codes := feeds.Codes(tags.Subjects())
	codes = codes[:min(len(codes), subjects)]
	for i, c := range tags.Mentions() {
		if i < mentions && len(codes) < subjects {
			codes = append(codes, "~"+c.Code)
		}
	}
	return codes
}

// outlet names the one that tells a story in items items, whose text it is, and
// who stands behind it.
func (s *shelf) outlet(lead *feeds.Item, items int) []string {
	f := s.feed(lead.Feed)
	name := f.Outlet()
	if items > 1 {
		name += fmt.Sprintf(" %s%d", s.glyphs.Times, items)
	}
	parts := []string{name}
	if pane.Carries(f, lead.Wire) {
		parts = append(parts, "carries "+lead.Wire)
	}
	if f.Affiliation != "" && f.Affiliation != feeds.Independent {
		parts = append(parts, string(f.Affiliation))
	}
	return parts
}
