package ui

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"dateline/feeds"
	"dateline/ui/pane"
)

// search is a search in force: words, and a filter of its own if the query has
// terms of one. That filter stands in for the one in force while the search
// lasts.
type search struct {
	in      *pane.Input
	query   string
	text    string             // the words of the query
	filter  feeds.Filter       // of the query, empty if it has none
	fault   *feeds.FilterFault // of that filter: nothing is searched
	typing  bool
	waiting bool // the answer for query has not come yet
	found   []feeds.StoryID
	items   map[feeds.ItemID]bool // that hold the words
	outside int                   // found, but not in the filter
}

// read takes over what the reader has typed.
func (s *search) read(query string, g *feeds.Grammar) {
	s.query, s.fault = query, nil
	var err error
	s.filter, s.text, err = g.Split(query)
	errors.As(err, &s.fault)
	s.waiting = s.text != ""
	if !s.waiting {
		s.found, s.items = nil, nil
	}
}

// onTop returns the item that a story is shown by: its lead, unless a search has
// found others only.
func (m *model) onTop(e *entry) feeds.ItemID {
	lead := m.shelf.leadOf(e).ID
	if m.search == nil || m.search.items[lead] {
		return lead
	}
	for _, it := range e.Items {
		if m.search.items[it.ID] {
			return it.ID
		}
	}
	return lead
}

// scope is the filter by which stories are listed.
func (m *model) scope() feeds.Filter {
	if m.search != nil && !m.search.filter.Empty() {
		return m.search.filter
	}
	return m.filter
}

// searched returns what the search lists, in order: what was found and passes
// the filter; of a query that is all filter, what passes it.
func (m *model) searched() []*entry {
	s := m.search
	s.outside = 0
	if s.text == "" && !s.filter.Empty() {
		return m.shelf.list(s.filter, m.sort)
	}
	var out []*entry
	scope := m.scope()
	for _, id := range s.found {
		e := m.shelf.story(id)
		switch {
		case e == nil || slices.Contains(out, e):
		case scope.Match(e.tags):
			out = append(out, e)
		default:
			s.outside++
		}
	}
	m.shelf.sort(out, m.sort)
	return out
}

// hides says whether the search has found items of the open story, and another
// one is on show.
func (m *model) hides() bool {
	e := m.shelf.story(m.open.story)
	return e != nil && m.search != nil && !m.search.items[m.open.item] && m.search.items[m.onTop(e)]
}

// words says how much was found, or what is wrong.
func (s *search) words(shown int) string {
	switch {
	case s.fault != nil:
		return s.fault.Placeless()
	case strings.TrimSpace(s.query) == "":
		return ""
	case s.waiting:
		return "searching"
	case s.outside > 0:
		return fmt.Sprintf("%s, %d more outside the filter", stories(shown), s.outside)
	default:
		return stories(shown)
	}
}

func (m *model) startSearch() tea.Cmd {
	if m.search == nil {
		m.search = &search{in: pane.NewInput()}
	}
	m.search.typing = true
	m.setFocus(onList)
	m.relist()
	return nil
}

// typeSearch takes a key while the reader types a search.
func (m *model) typeSearch(msg tea.KeyPressMsg) tea.Cmd {
	switch msg.String() {
	case "esc":
		return m.leaveSearch()
	case "up", "down", "pgup", "pgdown":
		return m.perform(m.list.Press(msg))
	case "enter", "tab":
		return m.endTyping()
	case "backspace":
		if m.search.in.Empty() {
			return m.leaveSearch()
		}
	}
	if m.search.in.Type(msg) {
		return m.searchFor(m.search.in.Text())
	}
	return nil
}

// endTyping keeps the result of the search. A query that is all filter becomes
// the filter in force; one with a fault stays to be mended.
func (m *model) endTyping() tea.Cmd {
	s := m.search
	switch {
	case s.query == "":
		return m.leaveSearch()
	case s.fault != nil:
		return nil
	case s.text == "" && !s.filter.Empty():
		m.search = nil
		return m.setFilter(s.filter)
	}
	s.typing = false
	return nil
}

func (m *model) leaveSearch() tea.Cmd {
	m.search = nil
	m.relist()
	return m.showCurrent()
}

// searchFor asks the store; the answer names the query it is for.
func (m *model) searchFor(query string) tea.Cmd {
	if m.search == nil {
		m.search = &search{in: pane.NewInput()}
		m.search.in.Set(query)
	}
	m.search.read(query, m.grammar)
	if m.search.waiting {
		return m.find(m.search, m.scope())
	}
	m.cancelFind()
	m.relist()
	return m.showCurrent()
}

// found takes the answer of a search.
func (m *model) found(msg foundMsg) tea.Cmd {
	if m.search == nil || m.search.query != msg.query || errors.Is(msg.err, context.Canceled) {
		return nil // given up for another one, which may be for the same words
	}
	m.search.waiting = false
	if msg.err != nil {
		m.bar.Alert(fmt.Sprintf("The search failed: %v", msg.err))
		return nil
	}
	m.search.found, m.search.items = nil, map[feeds.ItemID]bool{}
	for _, it := range msg.items {
		m.search.items[it.ID] = true
		m.shelf.keep(it)
		if id := m.shelf.at[it.ID]; !slices.Contains(m.search.found, id) {
			m.search.found = append(m.search.found, id)
		}
	}
	m.relist()
	m.list.Step(-len(m.list.Rows()))
	return m.showCurrent()
}
