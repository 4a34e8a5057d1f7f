package ui

import (
	"fmt"

	"dateline/feeds"
	"dateline/ui/headlines"
)

// strip lists the filters at hand for the strip, all regions last.
func (m *model) strip() []headlines.Place {
	var out []headlines.Place
	add := func(command, code string, f feeds.Filter) {
		pl := m.pulse.at(f)
		out = append(out, headlines.Place{
			Command: command, Key: m.key(command), Code: code, Hue: hue(f.First()), On: m.scope().Equal(f),
			Unread: pl.unread, Hours: pl.hours,
		})
	}
	for i, f := range m.o.Regions {
		add(regionCommand(i), short(m.o.Atlas, f), f)
	}
	add("all-regions", "all", feeds.Filter{})
	return out
}

// emptyWords says why the list is empty and what to do.
func (m *model) emptyWords() []string {
	switch {
	case m.search != nil:
		return []string{m.emptySearch()}
	case !m.filter.Empty() && len(m.shelf.stories) > 0:
		words := []string{fmt.Sprintf("No story of %s. %s shows all regions, %s picks others.",
			m.filter.Label(), m.key("all-regions"), m.key("filter"))}
		if m.quiet.Told() {
			words = append(words, m.silenceWords())
		}
		return words
	case m.o.Offline:
		return []string{"Nothing is stored yet, and --offline asks no feed.", "Start without --offline, or try dateline --demo."}
	case m.network.Away:
		return []string{"Nothing is stored yet. " + networkWords(m.network), offerDemo}
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

// silenceWords says why nothing is told of the filter in force.
func (m *model) silenceWords() string {
	state := "silent"
	if m.quiet.Deaf() {
		state = "not heard"
	}
	return fmt.Sprintf("%s is %s: %s. %s shows the feeds.", m.filter.Label(), state, m.quiet.Words(m.clock()), m.key("health"))
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

// networkWords says that the network went away or came back.
func networkWords(n feeds.NetworkChanged) string {
	switch {
	case n.Stranger != "":
		return fmt.Sprintf("Sign in to your network with the browser: it answers with a page of its own (%s). The feeds are asked as soon as it lets them pass.", n.Stranger)
	case n.Away:
		return "No server can be reached: the network seems to be away. The feeds are asked as soon as it is back."
	}
	return "The network is back."
}
