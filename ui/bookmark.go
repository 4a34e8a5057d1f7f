package ui

import (
	"time"

	tea "charm.land/bubbletea/v2"
)

// Where a reader stopped is kept when they leave an item, every few seconds
// while they read on, and at the end, see flush.

// keepEvery is how much of the reading a kill may lose.
const keepEvery = 3 * time.Second

// keepMsg says that it is time to keep where the reader is.
type keepMsg struct{}

// keepSoon has the place of a reader who reads on kept in a while.
func (m *model) keepSoon() tea.Cmd {
	if m.keeping || !m.art.Unkept() {
		return nil
	}
	m.keeping = true
	return tea.Tick(keepEvery, func(time.Time) tea.Msg { return keepMsg{} })
}

// keepNow keeps where the reader is, if they have read on.
func (m *model) keepNow() tea.Cmd {
	b, read := m.art.TakeBookmark()
	if !read {
		return nil
	}
	ctx := m.lasting
	return m.queue(&mark{
		lost: "How far you have read could not be kept: ",
		save: func() error { return m.back.KeepBookmark(ctx, b) },
	})
}
