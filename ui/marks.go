package ui

import (
	"cmp"
	"errors"
	"slices"
	"sync"

	tea "charm.land/bubbletea/v2"

	"dateline/feeds"
	"dateline/ui/pane"
)

// A mark is on the screen at once and saved by a command; so are the filter in
// force and how far the reader came. They are saved one after the other, so that the last one holds; what
// is not saved when the program ends is saved then, see flush.

// markKind is what is set on an item.
type markKind func(*feeds.Item) *bool

func readMark(it *feeds.Item) *bool { return &it.Read }
func starMark(it *feeds.Item) *bool { return &it.Starred }

// mark is one change that is being saved.
type mark struct {
	star bool
	lost string                // words for a failure
	was  map[feeds.ItemID]bool // how it was before, to be taken back
	save func() error
	once sync.Once
	err  error
}

// run saves the mark, or waits for whoever is doing so.
func (k *mark) run() error {
	k.once.Do(func() { k.err = k.save() })
	return k.err
}

func (k *mark) of() markKind {
	if k.star {
		return starMark
	}
	return readMark
}

// savedMsg tells that the oldest of the marks was saved, or could not be.
type savedMsg struct{ err error }

func (m *model) setRead(a pane.SetRead) tea.Cmd {
	ctx := m.lasting
	return m.mark(&mark{save: func() error { return m.back.SetRead(ctx, a.Items, a.On) }}, a.Items, a.On)
}

func (m *model) setStarred(a pane.SetStarred) tea.Cmd {
	ctx := m.lasting
	return m.mark(&mark{star: true, save: func() error { return m.back.SetStarred(ctx, a.Items, a.On) }}, a.Items, a.On)
}

// mark shows a change and has it saved after those before it.
func (m *model) mark(k *mark, ids []feeds.ItemID, on bool) tea.Cmd {
	k.was = make(map[feeds.ItemID]bool, len(ids))
	field := k.of()
	m.touch(m.shelf.change(ids, func(it *feeds.Item) {
		k.was[it.ID] = *field(it)
		*field(it) = on
	}))
	return m.queue(k)
}

func (m *model) queue(k *mark) tea.Cmd {
	m.marks = append(m.marks, k)
	if len(m.marks) > 1 {
		return nil // the one before it starts it
	}
	return saveMark(k)
}

// keepFilter saves the filter in force for the next start.
func (m *model) keepFilter() tea.Cmd {
	ctx, text := m.lasting, m.filter.String()
	return m.queue(&mark{
		lost: "The filter could not be kept for the next start: ",
		save: func() error { return m.back.KeepFilter(ctx, text) },
	})
}

func saveMark(k *mark) tea.Cmd { return func() tea.Msg { return savedMsg{k.run()} } }

// saved takes a mark that was saved off the list and starts the next. One that
// could not be is taken back, where no later one has set the same.
func (m *model) saved(msg savedMsg) tea.Cmd {
	if len(m.marks) == 0 {
		return nil
	}
	k := m.marks[0]
	m.marks = m.marks[1:]
	if msg.err != nil {
		m.takeBackMark(k)
		m.bar.Alert(cmp.Or(k.lost, "The mark could not be saved and was taken back: ") + msg.err.Error())
	}
	if len(m.marks) == 0 {
		return nil
	}
	return saveMark(m.marks[0])
}

func (m *model) takeBackMark(k *mark) {
	field := k.of()
	for id, was := range k.was {
		later := slices.ContainsFunc(m.marks, func(o *mark) bool { _, set := o.was[id]; return set && o.star == k.star })
		if !later {
			m.touch(m.shelf.change([]feeds.ItemID{id}, func(it *feeds.Item) { *field(it) = was }))
		}
	}
}

// flush saves what was shown and is not saved yet, before the program ends. A
// correction is in its file then; stored items may follow at the next start.
func (m *model) flush() error {
	var lost error
	m.keepNow() // it is the last of the marks
	for _, k := range m.marks {
		lost = errors.Join(lost, k.run())
	}
	for _, s := range m.steps {
		if msg := s.run(); msg.err != nil && !msg.late() {
			lost = errors.Join(lost, msg.err)
		}
	}
	return lost
}
