package ui

import (
	"slices"

	tea "charm.land/bubbletea/v2"

	"dateline/feeds"
	"dateline/ui/headlines"
)

// waitWords are said while another copy of the program loads.
const waitWords = "Another Dateline loads the feeds: what it brings is shown here too, and this one goes on when it ends."

// wait says whether another copy of the program loads.
func (m *model) wait(on bool) {
	m.waits = on
	if on {
		m.bar.Tell(waitWords)
	} else {
		m.bar.Tell("The other Dateline has ended: this one loads the feeds now.")
	}
}

// elsewhere shows what others than the loader have done to the store. What is not
// on the shelf and older than all that is stays below the list.
func (m *model) elsewhere(e feeds.StoreChanged) tea.Cmd {
	for _, h := range e.Health {
		m.stands(h.Feed, h)
		m.pulse.saw(h.LastTry)
	}
	items := slices.DeleteFunc(slices.Clone(e.Items), func(it feeds.Item) bool {
		_, known := m.shelf.at[it.ID]
		_, listed := m.shelf.feeds[it.Feed]
		return !known && (!listed || it.Published.Before(m.shelf.since))
	})
	cmd := m.arrived(items)
	m.remark(items, readMark, false)
	m.remark(items, starMark, true)
	m.letGo(e.Gone)
	return cmd
}

// remark shows marks that were made elsewhere, where none of this screen's is on
// its way to the store.
func (m *model) remark(items []feeds.Item, field markKind, star bool) {
	for _, it := range items {
		shown, known := m.shelf.item(it.ID)
		if !known || *field(&shown) == *field(&it) {
			continue
		}
		pending := slices.ContainsFunc(m.marks, func(k *mark) bool { _, set := k.was[it.ID]; return set && k.star == star })
		if !pending {
			m.touch(m.shelf.change([]feeds.ItemID{it.ID}, func(on *feeds.Item) { *field(on) = *field(&it) }))
		}
	}
}

// letGo takes items off the list that are stored no more. Those of the open
// story stay while it is open, and of those that backspace leads to.
func (m *model) letGo(gone []feeds.ItemID) {
	before := len(m.shelf.stories)
	for _, id := range gone {
		story := m.shelf.at[id]
		if story == m.open.story || slices.ContainsFunc(m.past, func(v visit) bool { return v.story == story }) {
			continue
		}
		m.shelf.drop(story, id)
		delete(m.shelf.at, id)
		if e := m.shelf.stories[story]; e != nil {
			m.list.Touch(&e.row)
		}
	}
	if len(m.shelf.stories) == before {
		return
	}
	m.list.Show(slices.DeleteFunc(slices.Clone(m.list.Rows()), func(r *headlines.Row) bool { return m.shelf.story(r.Story) == nil }))
	m.count()
}
