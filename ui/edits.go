package ui

import (
	"slices"

	tea "charm.land/bubbletea/v2"

	"dateline/feeds"
	"dateline/ui/why"
)

// retitled names a change of a headline.
type retitled struct {
	item feeds.ItemID
	at   int64 // of its last change, Unix time in ns
}

// editsMsg brings what headlines said before they were changed. It names the
// changes it was asked for, so that a late answer is dropped.
type editsMsg struct {
	of    []retitled
	edits map[feeds.ItemID][]feeds.Edit // nil until they are read
	err   error
}

// explanation returns the overlay that explains the open story, if it is open.
func (m *model) explanation() (*why.Pane, bool) {
	if p, ok := m.over.(*why.Pane); ok {
		return p, true
	}
	p, ok := m.beneath.(*why.Pane)
	return p, ok
}

func (m *model) explain() tea.Cmd {
	e := m.at()
	if e == nil {
		return m.noStory()
	}
	var cmd tea.Cmd
	if e.ID != m.open.story {
		cmd = m.show(e.ID, 0)
	}
	m.openOverlay(why.New(m.th, m.o.Keys))
	if m.edits.err != nil {
		m.edits = editsMsg{} // tried again
	}
	edits := m.readEdits()
	m.explainAnew()
	return tea.Batch(cmd, edits)
}

// explainAnew hands the open explanation the facts as they are now.
func (m *model) explainAnew() {
	p, ok := m.explanation()
	e := m.shelf.story(m.open.story)
	if !ok || e == nil {
		return
	}
	f := why.Facts{
		Story: e.Story, Sides: e.Sides(m.shelf.feeds), Tags: e.tags, Denied: denied(e), Merged: m.shelf.mergedInto(e.ID),
		Place: func(code string) string { return placeName(m.o.Atlas, code) }, Feed: m.shelf.feed, Now: m.clock(),
	}
	if slices.Equal(m.edits.of, changes(e)) {
		f.Edits, f.Failed = m.edits.edits, m.edits.err
	}
	p.Set(f)
}

// changes returns the changed headlines of a story.
func changes(e *entry) []retitled {
	var out []retitled
	for _, it := range e.Items {
		if !it.Retitled.IsZero() {
			out = append(out, retitled{it.ID, it.Retitled.UnixNano()})
		}
	}
	return out
}

// readEdits asks what the changed headlines of the explained story said before,
// unless that was asked.
func (m *model) readEdits() tea.Cmd {
	_, open := m.explanation()
	e := m.shelf.story(m.open.story)
	if !open || e == nil {
		return nil
	}
	asked := changes(e)
	if len(asked) == 0 || slices.Equal(asked, m.edits.of) {
		return nil
	}
	m.edits = editsMsg{of: asked}
	ids := make([]feeds.ItemID, len(asked))
	for i, r := range asked {
		ids[i] = r.item
	}
	return func() tea.Msg {
		edits, err := m.back.Edits(m.ctx, ids)
		return editsMsg{asked, edits, err}
	}
}

// edited takes what headlines said before, unless something else was asked
// since.
func (m *model) edited(msg editsMsg) {
	if !slices.Equal(msg.of, m.edits.of) {
		return
	}
	m.edits = msg
	m.explainAnew()
}

// mergedInto returns the stories that have become part of another one.
func (s *shelf) mergedInto(id feeds.StoryID) []feeds.StoryID {
	var out []feeds.StoryID
	for from := range s.merged {
		if s.now(from) == id {
			out = append(out, from)
		}
	}
	slices.Sort(out)
	return out
}
