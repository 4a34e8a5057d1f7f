package ui

import (
	"fmt"
	"time"

	tea "charm.land/bubbletea/v2"

	"dateline/feeds"
	"dateline/ui/health"
	"dateline/ui/pane"
)

func (m *model) takeHealth(rows []feeds.Health) {
	clear(m.health)
	for _, h := range rows {
		if h.Failure != nil && !m.shelf.feed(h.Feed).Off {
			m.health[h.Feed] = h
		}
	}
	if h, ok := m.over.(*health.Pane); ok {
		h.Set(rows)
	}
	m.beat()
}

// readHistory reads how the visits to the feed that is looked at went, if that is
// not known yet.
func (m *model) readHistory() tea.Cmd {
	p, open := m.over.(*health.Pane)
	if !open {
		return nil
	}
	id, wanted := p.Wants()
	if !wanted {
		return nil
	}
	const month = 31 * 24 * time.Hour
	since := m.clock().Add(-month)
	return func() tea.Msg {
		visits, err := m.back.History(m.ctx, id, since)
		return historyMsg{id, visits, err}
	}
}

func (m *model) takeHistory(msg historyMsg) {
	if msg.err != nil {
		m.bar.Alert(fmt.Sprintf("How its visits went could not be read: %v", msg.err))
		return
	}
	if p, open := m.over.(*health.Pane); open {
		p.SetPast(msg.feed, msg.visits)
	}
}

// take has a feed asked at another address from now on.
func (m *model) take(a pane.Take) tea.Cmd {
	m.bar.Tell("Keeping the address.")
	was := m.shelf.feed(a.Feed).URL
	return func() tea.Msg {
		f, err := m.back.Take(m.ctx, a.Feed, a.Address)
		return takenMsg{a, was, f, err}
	}
}

// taken says what has become of an address that was taken.
func (m *model) taken(msg takenMsg) tea.Cmd {
	if msg.err != nil {
		m.bar.Alert(fmt.Sprintf("The address could not be kept: %v", msg.err))
		return nil
	}
	m.shelf.names.Put(msg.feed)
	name := msg.feed.Outlet()
	said := name + " is asked there from now on."
	if msg.Undo {
		said = fmt.Sprintf("%s is asked at %s again.", name, feeds.Spelled(msg.feed.URL))
	} else {
		m.remember("the address of "+name, pane.Take{Feed: msg.Feed, Address: msg.was, Undo: true})
		said += fmt.Sprintf(" %s takes it back. Kept in %s", m.key("undo"), m.o.Addresses)
	}
	if m.waits {
		said += " The other Dateline, which loads the feeds, learns it at its next start."
	}
	m.bar.Tell(said)
	return m.askHealth()
}
