package ui

import (
	"fmt"

	tea "charm.land/bubbletea/v2"
)

func (m *model) turn(by int) tea.Cmd {
	m.setFocus((m.focus + spot(by) + spots) % spots)
	return nil
}

// walk opens the next story of the list, from any pane.
func (m *model) walk(by int) tea.Cmd {
	if !m.list.Step(by) {
		m.bar.Tell(map[int]string{1: "This is the end of the list.", -1: "This is the top of the list."}[by])
		return nil
	}
	return m.walked()
}

func (m *model) walkUnread(by int) tea.Cmd {
	if m.search != nil {
		return m.walk(by)
	}
	if !m.list.StepUnread(by) {
		m.bar.Tell("No unread story in this direction.")
		return nil
	}
	return m.walked()
}

// walked shows the story the cursor came to; in the article it is opened.
func (m *model) walked() tea.Cmd {
	cmd := m.showCurrent()
	if m.focus == onArticle {
		return tea.Batch(cmd, m.markOpen())
	}
	return cmd
}

func (m *model) nextSort() tea.Cmd {
	atTop := len(m.list.Rows()) > 0 && m.list.Current() == m.list.Rows()[0]
	m.sort = m.sort.Next()
	m.relist()
	says := "Sorted by: " + m.sort.Label() + "."
	if atTop {
		m.list.Step(-len(m.list.Rows()))
	} else {
		says += " " + m.key("top") + " goes to the top."
	}
	m.bar.Tell(says)
	return m.showCurrent()
}

func (m *model) bringInNew() tea.Cmd {
	if m.shelf.fresh(m.filter) == 0 {
		m.bar.Tell("Nothing new is waiting.")
		return nil
	}
	held := m.heldBack()
	n := m.bringIn()
	says := stories(n) + " brought in"
	if more := m.heldBack() - held; more > 0 {
		says += fmt.Sprintf(", %d more held back", more)
	}
	m.bar.Tell(says + ". " + m.key("top") + " goes to the top.")
	return m.showCurrent()
}

func (m *model) toggleZen() tea.Cmd {
	m.zen = !m.zen
	m.arrange()
	return nil
}

func (m *model) toggleDense() tea.Cmd {
	m.list.ToggleDense()
	return nil
}

// goBack goes one step back: out of an overlay, a search, a story reached from
// another one, the article, zen.
func (m *model) goBack() tea.Cmd {
	switch n := len(m.past); {
	case m.over != nil:
		return m.leaveOverlay()
	case m.art.HasOutput():
		return m.showText()
	case n > 0 && m.focus != onList:
		last := m.past[n-1]
		m.past = m.past[:n-1]
		m.list.Go(last.story)
		m.setFocus(onRelated)
		cmd := m.show(last.story, last.item)
		m.rel.Return(last.place)
		return cmd
	case m.focus == onRelated:
		m.setFocus(onArticle)
	case m.focus != onList:
		m.past = nil
		m.setFocus(onList)
		return m.showCurrent()
	case m.search != nil:
		m.search = nil
		m.relist()
		return m.showCurrent()
	case m.zen:
		return m.toggleZen()
	}
	return nil
}

func (m *model) backOrQuit() tea.Cmd {
	if m.over == nil && m.focus == onList && m.search == nil && !m.zen {
		return m.quit()
	}
	return m.goBack()
}
