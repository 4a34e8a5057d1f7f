package ui

import (
	tea "charm.land/bubbletea/v2"

	"dateline/ui/pane"
)

// click goes to the pane under the mouse and gives it the focus.
func (m *model) click(at tea.Mouse) tea.Cmd {
	if at.Button != tea.MouseLeft {
		return nil
	}
	m.bar.Clear()
	if m.over != nil {
		if in := overlayInside(m.width, m.height); in.Holds(at.X, at.Y) {
			return m.perform(m.over.Click(at.X-in.X, at.Y-in.Y))
		}
		return m.leaveOverlay()
	}
	if m.frame.strip && at.Y == m.height-2 {
		m.setFocus(onRelated)
		return nil
	}
	s, ok := m.under(at)
	if !ok {
		return nil
	}
	var a pane.Action
	if in := m.frame.inside(s); in.Holds(at.X, at.Y) {
		if c, ok := m.panes()[s].(pane.Clicker); ok {
			a = c.Click(at.X-in.X, at.Y-in.Y) // while all stands where it was seen
		}
	}
	was := m.focus
	m.setFocus(s)
	if _, opens := a.(pane.Open); opens && was != s {
		return nil // the first click into a pane takes the focus and selects
	}
	return m.perform(a)
}

// wheelLines is how far one notch of the wheel scrolls.
const wheelLines = 3

// wheel scrolls what is under the mouse and changes nothing else.
func (m *model) wheel(at tea.Mouse) {
	lines := wheelLines
	if at.Button == tea.MouseWheelUp {
		lines = -wheelLines
	}
	if m.over != nil {
		m.over.Scroll(lines)
		return
	}
	s, ok := m.under(at)
	if !ok {
		return
	}
	if c, ok := m.panes()[s].(pane.Clicker); ok {
		c.Scroll(lines)
	}
}

func (m *model) under(at tea.Mouse) (spot, bool) {
	for i, b := range m.frame.boxes {
		if b.Holds(at.X, at.Y) {
			return spot(i), true
		}
	}
	return 0, false
}
