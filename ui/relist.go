package ui

import (
	"dateline/ui/headlines"
	"dateline/ui/health"
)

// wanted returns the stories that the search or the filter in force lets pass.
func (m *model) wanted() []*entry {
	if m.search != nil {
		return m.searched()
	}
	return m.shelf.list(m.filter, m.sort)
}

// relist fills the list anew: after a filter, a sort, or when stories are
// brought in. Only then do rows change their place and their headline. The
// cursor stays on its story.
func (m *model) relist() {
	m.shelf.settle()
	entries := m.quota(m.wanted())
	rows := make([]*headlines.Row, len(entries))
	for i, e := range entries {
		rows[i] = &e.row
	}
	m.list.Show(rows)
	m.count()
	m.list.SetFresh(m.fresh())
	m.beat()
	m.list.SetEmpty(m.emptyWords()...)
}

// beat brings up to date what the screen says of places: the strip, how quiet
// the filter in force is, and which regions are, if that is open.
func (m *model) beat() {
	m.pulse.update(m.shelf, m.filter, m.clock())
	m.quiet = m.pulse.quiet(m.pulse.at(m.filter), m.health)
	m.list.SetStrip(m.strip()...)
	if h, ok := m.over.(*health.Pane); ok {
		h.SetRegions(m.pulse.quietRegions(m.health), m.pulse.observed())
	}
}

// count counts the stories that are listed, and those of which nothing was
// read, once for each change.
func (m *model) count() {
	m.stories, m.unread = 0, 0
	for _, r := range m.list.Rows() {
		if !r.Moved {
			m.stories++
		}
		if r.Unread {
			m.unread++
		}
	}
}

// fresh counts what waits behind ".".
func (m *model) fresh() int {
	if m.search != nil {
		return 0
	}
	return m.shelf.fresh(m.filter)
}
