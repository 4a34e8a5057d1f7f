package ui

import (
	"fmt"

	tea "charm.land/bubbletea/v2"

	"dateline/feeds"
	"dateline/ui/pane"
	"dateline/ui/picker"
)

// perform carries out what a key asked for. It is the only place where an
// action becomes an effect.
func (m *model) perform(a pane.Action) tea.Cmd {
	if closes(a) {
		m.closePicker()
	}
	switch a := a.(type) {
	case nil, pane.Handled:
		return nil
	case pane.Select:
		return m.show(a.Story, 0)
	case pane.Open:
		return m.openStory(a)
	case pane.Show:
		return m.show(m.open.story, a.Item)
	case pane.Back:
		return m.goBack()
	case pane.Quit:
		return tea.Quit
	case pane.Run:
		return m.runNamed(a.Command)
	case pane.Fetch:
		return m.fetchPage(a)
	case pane.Browse:
		return m.browsePage(a.URL)
	case pane.Copy:
		m.bar.Tell("The " + a.What + " was sent to the clipboard.")
		return tea.SetClipboard(a.Text)
	case pane.SetRead:
		return m.setRead(a)
	case pane.SetStarred:
		return m.setStarred(a)
	case pane.Filter:
		m.openOverlay(nil)
		return m.setFilter(a.Regions)
	case pane.Search:
		return m.searchFor(a.Query)
	case pane.Refresh:
		return m.ask(a.Feed)
	case pane.Correct:
		return m.correctTags(a)
	case pane.Tell:
		m.bar.Tell(a.Text)
		return nil
	}
	return nil
}

// closes says whether an action that a picker answers with ends it.
func closes(a pane.Action) bool {
	switch a.(type) {
	case nil, pane.Handled:
		return false
	default:
		return true
	}
}

func (m *model) closePicker() {
	if _, ok := m.over.(*picker.Pane); ok {
		m.openOverlay(nil)
	}
}

// setRead changes marks on the screen at once and saves them by a command; a
// save that fails takes them back.
func (m *model) setRead(a pane.SetRead) tea.Cmd {
	mark := func(on bool) func(*model) {
		return func(m *model) {
			m.touch(m.shelf.change(a.Items, func(it *feeds.Item) { it.Read = on }))
		}
	}
	mark(a.On)(m)
	return m.save(func() error { return m.back.SetRead(m.ctx, a.Items, a.On) }, mark(!a.On))
}

func (m *model) setStarred(a pane.SetStarred) tea.Cmd {
	mark := func(on bool) func(*model) {
		return func(m *model) {
			m.touch(m.shelf.change(a.Items, func(it *feeds.Item) { it.Starred = on }))
		}
	}
	mark(a.On)(m)
	return m.save(func() error { return m.back.SetStarred(m.ctx, a.Items, a.On) }, mark(!a.On))
}

// remember makes acts the next step that U takes back.
func (m *model) remember(what string, acts ...pane.Action) {
	const steps = 50
	m.undone = append(m.undone, undo{what, acts})
	if len(m.undone) > steps {
		m.undone = m.undone[1:]
	}
}

func (m *model) takeBack() tea.Cmd {
	if len(m.undone) == 0 {
		m.bar.Tell("There is nothing to undo.")
		return nil
	}
	u := m.undone[len(m.undone)-1]
	m.undone = m.undone[:len(m.undone)-1]
	cmds := make([]tea.Cmd, len(u.acts))
	for i, a := range u.acts {
		cmds[i] = m.undoOne(a)
	}
	m.bar.Tell("Undone: " + u.what + ".")
	return tea.Batch(cmds...)
}

// undoOne performs an inverse action without remembering it.
func (m *model) undoOne(a pane.Action) tea.Cmd {
	if c, ok := a.(pane.Correct); ok {
		return m.correct(c.Items, c.Country, c.Add)
	}
	return m.perform(a)
}

func (m *model) fetchPage(a pane.Fetch) tea.Cmd {
	it, ok := m.shelf.item(a.Item)
	switch {
	case !ok:
		return nil
	case it.URL == "":
		m.bar.Tell("This item has no address to fetch.")
		return nil
	}
	m.art.Fetching(a.Item)
	return m.fetch(it, a.Again)
}

func (m *model) browsePage(url string) tea.Cmd {
	if url == "" {
		m.bar.Tell("This item has no address to open.")
		return nil
	}
	m.bar.Tell("Opening in the browser: " + url)
	return m.browse(url)
}

func (m *model) ask(id feeds.FeedID) tea.Cmd {
	switch {
	case m.o.Offline:
		m.bar.Tell("Dateline was started with --offline and asks no feed.")
		return nil
	case id == "":
		m.bar.Tell("Asking all feeds again.")
	default:
		m.bar.Tell("Asking " + pane.Outlet(m.shelf.feed(id)) + " again.")
	}
	return m.refresh(id)
}

func (m *model) correctTags(a pane.Correct) tea.Cmd {
	name := placeName(m.o.Atlas, a.Country)
	what := name + " taken away"
	if a.Add {
		what = name + " added"
	}
	m.remember(what, pane.Correct{Items: a.Items, Country: a.Country, Add: !a.Add})
	m.bar.Tell(fmt.Sprintf("%s for this story. %s takes it back.", what, m.key("undo")))
	return m.correct(a.Items, a.Country, a.Add)
}

// corrected shows tags that the store has changed.
func (m *model) corrected(msg correctedMsg) {
	for i, id := range msg.items {
		m.touch(m.shelf.change([]feeds.ItemID{id}, func(it *feeds.Item) { it.Tags = msg.tags[i] }))
	}
	m.reopen()
	m.explainAnew()
	if msg.err != nil {
		m.bar.Alert(fmt.Sprintf("The correction could not be saved: %v", msg.err))
	}
}
