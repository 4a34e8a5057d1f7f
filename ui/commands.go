package ui

import (
	"context"
	"fmt"
	"sync"
	"time"

	tea "charm.land/bubbletea/v2"

	"dateline/feeds"
	"dateline/ui/pane"
)

// How much is read from the store at a time, and in all.
const (
	olderPage   = 2000
	shelfItems  = 20000
	searchItems = 300
	searchDeep  = 3000 // with a filter
)

// settleAfter is how long the cursor must rest on a story before its text and
// its related stories are looked up: a held key passes stories by.
const settleAfter = 40 * time.Millisecond

// The answers of commands. What is for one item or one query names it, so that
// a late one can be dropped.
type (
	tickMsg   struct{}
	settleMsg struct{ opened }
	olderMsg  struct {
		items []feeds.Item
		err   error
	}
	textMsg struct {
		item    feeds.ItemID
		article feeds.Article
		stopped feeds.Bookmark // zero if nothing is known
		changed bool           // it is read again because its item was changed
		fault   string         // in words; empty if all was read
	}
	relatedMsg struct {
		item    feeds.ItemID
		related feeds.Related
		err     error
	}
	foundMsg struct {
		query string
		items []feeds.Item
		err   error
	}
	storyMsg struct {
		id    feeds.StoryID
		items []feeds.Item
		err   error
	}
	forecastMsg struct {
		question
		forecasts []feeds.Forecast // of its reaches
		err       error
	}
	amendedMsg struct {
		pane.Amend
		step *step
		tags map[feeds.ItemID]feeds.Tags // of the items it changed
		err  error
	}
	healthMsg  []feeds.Health
	historyMsg struct {
		feed   feeds.FeedID
		visits []feeds.Visited
		err    error
	}
	takenMsg struct {
		pane.Take
		was  string // the address before
		feed feeds.Feed
		err  error
	}
)

// tick wakes the screen at the next full minute: ages and clock go on.
func tick(now time.Time) tea.Cmd {
	return tea.Tick(now.Truncate(time.Minute).Add(time.Minute).Sub(now), func(time.Time) tea.Msg { return tickMsg{} })
}

func settle(o opened) tea.Cmd {
	return tea.Tick(settleAfter, func(time.Time) tea.Msg { return settleMsg{o} })
}

// older reads the next page of stored items below after.
func (m *model) older(after feeds.Item) tea.Cmd {
	return func() tea.Msg {
		items, err := m.back.Older(m.ctx, after, olderPage)
		return olderMsg{items, err}
	}
}

// whole reads all items of a story of which only some are on the shelf.
func (m *model) whole(id feeds.StoryID) tea.Cmd {
	return func() tea.Msg {
		items, err := m.back.Story(m.ctx, id)
		return storyMsg{id, items, err}
	}
}

// lookUp reads the stored text and the related stories of an item.
func (m *model) lookUp(it feeds.Item) tea.Cmd {
	return tea.Batch(m.read(it, false), m.relate(it))
}

// read reads the stored text of an item, and where the reader stopped in it.
func (m *model) read(it feeds.Item, changed bool) tea.Cmd {
	return func() tea.Msg {
		a, err := m.back.Text(m.ctx, it)
		if err != nil {
			return textMsg{item: it.ID, fault: fmt.Sprintf("The text could not be read: %v", err)}
		}
		msg := textMsg{item: it.ID, article: a, changed: changed}
		if msg.stopped, _, err = m.back.Bookmark(m.ctx, it.ID); err != nil {
			msg.fault = fmt.Sprintf("Where you stopped in this text could not be read: %v", err)
		}
		return msg
	}
}

// relate reads the related stories of an item.
func (m *model) relate(it feeds.Item) tea.Cmd {
	return func() tea.Msg {
		r, err := m.back.Related(m.ctx, it)
		return relatedMsg{it.ID, r, err}
	}
}

// find searches; a search before it is given up. What a filter would leave out
// must not take the room of what it lets pass, so behind the first page only
// that is brought.
func (m *model) find(s *search, scope feeds.Filter) tea.Cmd {
	m.cancelFind()
	ctx, cancel := context.WithCancel(m.ctx)
	m.cancelFind = cancel
	query, text, limit := s.query, s.text, searchItems
	if !scope.Empty() {
		limit = searchDeep
	}
	return func() tea.Msg {
		defer cancel()
		items, err := m.back.Search(ctx, text, limit)
		first := min(len(items), searchItems)
		for _, it := range items[first:] {
			if scope.Match(it.Tags) {
				items[first] = it
				first++
			}
		}
		return foundMsg{query, items[:first], err}
	}
}

// preview asks what each reach of a correction would change.
func (m *model) preview(q question) tea.Cmd {
	choices := make([][]feeds.Correction, len(q.reaches))
	for i, r := range q.reaches {
		choices[i] = r.rows
	}
	return func() tea.Msg {
		forecasts, err := m.back.Preview(m.ctx, choices)
		return forecastMsg{q, forecasts, err}
	}
}

// keepCorrections makes a change to the corrections, see flush.
func (m *model) keepCorrections(a pane.Amend) tea.Cmd {
	s := &step{}
	s.run = sync.OnceValue(func() amendedMsg {
		tags, err := m.back.Amend(m.ctx, a.Step)
		return amendedMsg{a, s, tags, err}
	})
	m.steps = append(m.steps, s)
	return func() tea.Msg { return s.run() }
}

func (m *model) askHealth() tea.Cmd {
	return func() tea.Msg { return healthMsg(m.back.Health()) }
}

func (m *model) refresh(id feeds.FeedID) tea.Cmd {
	return func() tea.Msg {
		m.back.Refresh(id)
		return nil
	}
}
