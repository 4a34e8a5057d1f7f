package ui

import (
	tea "charm.land/bubbletea/v2"

	"dateline/feeds"
)

// setFilter puts a filter in force.
func (m *model) setFilter(f feeds.Filter) tea.Cmd {
	m.filter = f
	m.relist()
	return m.showCurrent()
}

// filterBy puts in force the filter that terms are the text of. If they are
// none, the one in force stays.
func (m *model) filterBy(terms []string) tea.Cmd {
	f, err := m.grammar.Parse(terms...)
	if err != nil {
		m.bar.Alert("This is no filter: " + err.Error() + ".")
		return nil
	}
	return m.setFilter(f)
}
