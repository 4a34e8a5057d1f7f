package ui

import (
	"fmt"

	"dateline/ui/theme"
)

// strip paints the codes of the configured regions with their keys.
func (m *model) strip() []string {
	var parts []string
	part := func(command, code string, paint theme.Paint, on bool) {
		if on {
			paint = m.th.Accent
		}
		parts = append(parts, " "+m.th.Meta.Text(m.key(command))+paint.Text(code))
	}
	for i, f := range m.o.Regions {
		part(regionCommand(i), short(m.o.Atlas, f), m.th.Chip(hue(f.First())), m.filter.Equal(f))
	}
	part("all-regions", "all", m.th.Meta, m.filter.Empty())
	return parts
}

// emptyWords says why the list is empty and what to do.
func (m *model) emptyWords() []string {
	switch {
	case m.search != nil:
		return []string{m.emptySearch()}
	case !m.filter.Empty() && len(m.shelf.stories) > 0:
		return []string{fmt.Sprintf("No story of %s. %s shows all regions, %s picks others.",
			m.filter.Label(), m.key("all-regions"), m.key("filter"))}
	case m.o.Offline:
		return []string{"Nothing is stored yet, and --offline asks no feed.", "Start without --offline, or try dateline --demo."}
	case len(m.o.Feeds) == 0:
		return []string{"No feed is configured.", offerDemo}
	case m.round.good == 0 && m.round.bad > 0 && m.round.total == 0:
		return []string{
			fmt.Sprintf("No feed could be reached, and nothing is stored yet. %s shows why for each feed, %s asks all again.",
				m.key("health"), m.key("refresh-all")),
			offerDemo,
		}
	default:
		return []string{"Reading the feeds. Headlines appear here as they come."}
	}
}

const offerDemo = "dateline --demo shows the program without a network."

func (m *model) emptySearch() string {
	switch {
	case m.search.fault != nil:
		return noFilter(m.search.fault)
	case m.search.query == "":
		return "Type to search all stored text; region:sahel, country:ua, tag:nato and ~ir filter it. enter keeps the result, esc leaves."
	case m.search.outside > 0:
		return fmt.Sprintf("Nothing in %s for these words; found elsewhere. %s shows all regions.",
			m.scope().Label(), m.key("all-regions"))
	case m.search.waiting:
		return "Searching."
	case m.search.text == "":
		return "No story of " + m.search.filter.Label() + "."
	default:
		return "No stored text holds all these words."
	}
}
