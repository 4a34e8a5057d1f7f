package ui

import (
	"fmt"
	"slices"
	"time"

	tea "charm.land/bubbletea/v2"

	"dateline/feeds"
	"dateline/ui/headlines"
	"dateline/ui/health"
)

// shelve puts older stories below the list.
func (m *model) shelve(msg olderMsg) tea.Cmd {
	if msg.err != nil {
		m.bar.Alert(fmt.Sprintf("Older stories could not be read: %v", msg.err))
		return nil
	}
	for _, it := range msg.items {
		m.shelf.keep(it)
		m.shelf.stories[m.shelf.at[it.ID]].shelved = false
	}
	var next tea.Cmd
	m.shelf.version++
	m.shelf.since = time.Time{}
	if len(msg.items) == olderPage {
		oldest := msg.items[len(msg.items)-1]
		m.shelf.since = oldest.Published
		if len(m.shelf.at) < shelfItems {
			next = m.older(oldest)
		}
	}
	if len(msg.items) == 0 {
		m.beat()
		return nil
	}
	m.relist()
	if m.open.story == 0 || m.focus == onList { // with all of its items, a story may be about other countries
		return tea.Batch(next, m.showCurrent())
	}
	return next
}

// news takes what the loader told.
func (m *model) news(events newsMsg) tea.Cmd {
	changed := false
	var cmds []tea.Cmd
	before := m.stateOfOpen()
	for _, e := range events {
		switch e := e.(type) {
		case feeds.LoadingElsewhere:
			m.wait(!e.Over)
		case feeds.LoadStarted:
			m.round.open++
			m.round.total += e.Feeds
		case feeds.LoadFinished:
			if m.round.open--; m.round.open <= 0 {
				m.round = round{good: m.round.good, bad: m.round.bad}
				m.bar.Done()
			}
		case feeds.ItemsLoaded:
			if e.Feed != "" {
				m.visited(e.Feed, e.Health)
				m.pulse.saw(e.Health.LastTry)
			}
			cmds = append(cmds, m.arrived(e.Items))
			changed = len(e.Items) > 0 || changed
		case feeds.TagsChanged:
			m.retag(e.Tags)
		case feeds.StoriesChanged:
			cmd, moved := m.regroup(e.Moves)
			cmds, changed = append(cmds, cmd), changed || moved
		case feeds.StoreChanged:
			cmds = append(cmds, m.elsewhere(e))
			changed = len(e.Items) > 0 || changed
		case feeds.FeedFailed:
			m.visited(e.Feed, e.Health)
			cmds = append(cmds, m.arrived(e.Items))
			changed = len(e.Items) > 0 || changed
		case feeds.NetworkChanged:
			m.network = e
			m.bar.Tell(networkWords(e))
		case feeds.StoreFailed:
			m.bar.Alert(e.Err.Error())
		}
	}
	if changed {
		m.makeRoom()
		cmds = append(cmds, m.listArrivals())
	}
	m.beat()
	if len(m.list.Rows()) == 0 {
		m.list.SetEmpty(m.emptyWords()...)
	}
	cmds = append(cmds, m.readEdits(), m.relateSince(before))
	if _, ok := m.over.(*health.Pane); ok {
		cmds = append(cmds, m.askHealth())
	}
	return tea.Batch(cmds...)
}

// visited takes how a visit ended.
func (m *model) visited(id feeds.FeedID, h feeds.Health) {
	m.round.done++
	if h.Failure != nil {
		m.round.bad++
	} else {
		m.round.good++
	}
	m.stands(id, h)
}

// stands keeps how a feed stands, and what it calls itself.
func (m *model) stands(id feeds.FeedID, h feeds.Health) {
	for _, e := range m.shelf.learn(h) {
		m.list.Touch(&e.row)
		if e.ID == m.open.story {
			m.reopen()
		}
	}
	if h.Failure != nil {
		m.health[id] = h
	} else {
		delete(m.health, id)
	}
}

// arrived shelves items of a visit. New stories wait; known ones change in
// their place, and so does the text of the open one.
func (m *model) arrived(items []feeds.Item) tea.Cmd {
	cmd, _ := m.regroup(m.shelf.moved(items))
	cmds := []tea.Cmd{cmd}
	for _, it := range items {
		e, fresh := m.shelf.put(it)
		if fresh || e.shelved {
			e.shelved, e.waiting = false, !m.follow
		}
		m.list.Touch(&e.row)
		if e.ID == m.open.story {
			m.reopen()
		}
		if it.ID == m.open.item {
			cmds = append(cmds, m.read(it, true))
		}
	}
	return tea.Batch(cmds...)
}

// listArrivals shows how many stories wait, or lists them at once as long as
// nothing was touched or the list is empty.
func (m *model) listArrivals() tea.Cmd {
	if !m.follow && (!m.filter.Empty() || m.search != nil || len(m.list.Rows()) > 0) {
		m.list.SetFresh(m.fresh())
		return nil
	}
	m.bringIn()
	m.list.Step(-len(m.list.Rows()))
	return m.showCurrent()
}

// bringIn lists what waits and returns how many stories that were.
func (m *model) bringIn() int {
	n := m.shelf.fresh(m.filter)
	m.shelf.bringIn()
	m.relist()
	return n
}

// makeRoom drops the oldest stories when far more are on the shelf than are
// read at start. They stay stored, and can be searched.
func (m *model) makeRoom() {
	const most = 2 * shelfItems
	if len(m.shelf.at) <= most {
		return
	}
	m.shelf.trim(most-shelfItems/2, func(id feeds.StoryID) bool {
		return id == m.open.story || slices.ContainsFunc(m.past, func(o visit) bool { return o.story == id })
	})
	m.list.Show(slices.DeleteFunc(slices.Clone(m.list.Rows()), func(r *headlines.Row) bool { return m.shelf.story(r.Story) == nil }))
	m.count()
}
