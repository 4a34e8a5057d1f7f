package ui

import (
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
		return m.showVersion(a.Item)
	case pane.Back:
		return m.goBack()
	case pane.Quit:
		return m.quit()
	case pane.Run:
		return m.runNamed(a.Command)
	case pane.Fetch:
		return m.fetchPage(a)
	case pane.Browse:
		return m.browsePage(a.URL)
	case pane.Pipe:
		return m.pipe(a.Name)
	case pane.Copy:
		m.bar.Tell("The " + a.What + " was sent to the clipboard.")
		return tea.SetClipboard(feeds.Clean(a.Text, clipboardBytes))
	case pane.SetRead:
		return m.setRead(a)
	case pane.SetStarred:
		return m.setStarred(a)
	case pane.Filter:
		m.openOverlay(nil)
		return m.filterBy(a.Terms)
	case pane.ShowAll:
		return m.showAll(a.Families)
	case pane.Search:
		return m.searchFor(a.Query)
	case pane.Refresh:
		return m.ask(a.Feed)
	case pane.Take:
		return m.take(a)
	case pane.Correct:
		return m.correct(a)
	case pane.Amend:
		return m.amend(a)
	case pane.Tell:
		m.bar.Tell(a.Text)
		return nil
	}
	return nil
}

// clipboardBytes is the most that is sent to the clipboard: terminals drop what
// is very long.
const clipboardBytes = 4000

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
		m.closeOverlay()
	}
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
	m.bar.Tell("Undone: " + u.what + ".") // of an amendment, once it is
	cmds := make([]tea.Cmd, len(u.acts))
	for i, a := range u.acts {
		cmds[i] = m.perform(a)
	}
	return tea.Batch(cmds...)
}

func (m *model) ask(id feeds.FeedID) tea.Cmd {
	switch {
	case m.o.Offline:
		m.bar.Tell("Dateline was started with --offline and asks no feed.")
		return nil
	case m.waits:
		m.bar.Tell(waitWords)
		return nil
	case id == "":
		m.bar.Wait("Asking all feeds again, but for servers that want to be left alone.")
	default:
		m.bar.Wait("Asking " + m.shelf.feed(id).Outlet() + " again, unless its server wants to be left alone.")
	}
	return m.refresh(id)
}
