package ui

import (
	"context"
	"errors"
	"fmt"
	"slices"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"dateline/feeds"
	"dateline/ui/health"
	"dateline/ui/pane"
	"dateline/ui/picker"
	"dateline/ui/theme"
)

// Update routes a message to what it is for.
func (m *model) Update(msg tea.Msg) (tea.Model, tea.Cmd) {
	switch msg := msg.(type) {
	case tea.WindowSizeMsg:
		m.width, m.height = msg.Width, msg.Height
		m.arrange()
	case tea.BackgroundColorMsg:
		th := theme.New(msg.IsDark(), m.o.ASCII)
		th.Graphemes = m.th.Graphemes
		m.setTheme(th)
	case tea.ModeReportMsg:
		if msg.Mode == ansi.ModeUnicodeCore && msg.Value != ansi.ModeNotRecognized && msg.Value != ansi.ModePermanentlyReset {
			th := m.th
			th.Graphemes = true
			m.setTheme(th)
		}
	case tea.KeyPressMsg:
		m.follow = false
		return m, m.press(msg)
	case tea.PasteMsg:
		return m, m.paste(msg)
	case tea.MouseClickMsg:
		m.follow = false
		return m, m.click(msg.Mouse())
	case tea.MouseWheelMsg:
		m.follow = false
		return m, m.wheel(msg.Mouse())
	case newsMsg:
		return m, m.news(msg)
	case tickMsg:
		return m, tick(m.clock())
	default:
		return m, m.answer(msg)
	}
	return m, nil
}

// answer takes what a command brought.
func (m *model) answer(msg tea.Msg) tea.Cmd {
	switch msg := msg.(type) {
	case settleMsg:
		return m.settled(msg.opened)
	case storyMsg:
		m.completed(msg)
	case textMsg:
		if msg.err != nil {
			m.bar.Alert(fmt.Sprintf("The text could not be read: %v", msg.err))
			return nil
		}
		m.art.SetArticle(msg.article)
	case pageMsg:
		m.page(msg)
	case relatedMsg:
		m.related(msg)
	case olderMsg:
		return m.shelve(msg)
	case foundMsg:
		return m.found(msg)
	case savedMsg:
		return m.saved(msg)
	case correctedMsg:
		m.corrected(msg)
	case healthMsg:
		m.takeHealth(msg)
	case toldMsg:
		if msg.err != nil {
			m.bar.Alert(msg.err.Error())
		}
	}
	return nil
}

func (m *model) takeHealth(rows []feeds.Health) {
	clear(m.health)
	for _, h := range rows {
		if h.Failure != nil && !m.shelf.feed(h.Feed).Off {
			m.health[h.Feed] = true
		}
	}
	if h, ok := m.over.(*health.Pane); ok {
		h.Set(rows)
	}
}

func (m *model) page(msg pageMsg) {
	switch {
	case msg.err == nil:
		m.art.SetArticle(msg.article)
	case len(msg.article.Blocks) > 0:
		m.art.SetArticle(msg.article)
		m.bar.Alert(fmt.Sprintf("The page is shown, but could not be kept: %v", msg.err))
	case errors.Is(msg.err, context.Canceled):
	default:
		m.art.Failed(msg.item, msg.err)
	}
}

func (m *model) related(msg relatedMsg) {
	if msg.err == nil {
		for _, g := range msg.related.Groups {
			for _, e := range g.Entries {
				m.shelf.keep(e.Item)
			}
		}
		m.rel.Set(msg.related)
		return
	}
	m.rel.Set(feeds.Related{Item: msg.item})
	m.bar.Alert(fmt.Sprintf("Related stories could not be read: %v", msg.err))
}

// settled looks up what belongs to the open item once the cursor rests on it.
func (m *model) settled(o opened) tea.Cmd {
	it, ok := m.shelf.item(o.item)
	if !ok || o != m.open {
		return nil
	}
	cmds := []tea.Cmd{m.lookUp(it)}
	if e := m.shelf.stories[o.story]; e.shelved {
		cmds = append(cmds, m.whole(o.story))
	}
	return tea.Batch(cmds...)
}

// completed takes the items of a story that was on the shelf in part.
func (m *model) completed(msg storyMsg) {
	for _, it := range msg.items {
		m.shelf.keep(it)
	}
	m.reopen()
	if msg.err != nil {
		m.bar.Alert(fmt.Sprintf("The whole story could not be read: %v", msg.err))
	}
}

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
	if len(msg.items) == olderPage && len(m.shelf.at) < shelfItems {
		next = m.older(msg.items[len(msg.items)-1])
	}
	if len(msg.items) == 0 {
		return nil
	}
	m.relist()
	if m.open.story == 0 {
		return tea.Batch(next, m.showCurrent())
	}
	return next
}

// news takes what the loader told.
func (m *model) news(events newsMsg) tea.Cmd {
	changed := false
	for _, e := range events {
		switch e := e.(type) {
		case feeds.LoadStarted:
			m.round.open++
			m.round.total += e.Feeds
		case feeds.LoadFinished:
			if m.round.open--; m.round.open <= 0 {
				m.round = round{good: m.round.good, bad: m.round.bad}
			}
		case feeds.ItemsLoaded:
			if e.Feed != "" {
				m.visited(e.Feed, false)
			}
			changed = m.arrived(e.Items) || changed
		case feeds.FeedFailed:
			m.visited(e.Feed, true)
		case feeds.StoreFailed:
			m.bar.Alert(e.Err.Error())
		}
	}
	if len(m.list.Rows()) == 0 {
		m.list.SetEmpty(m.emptyWords()...)
	}
	var cmds []tea.Cmd
	if changed {
		cmds = append(cmds, m.listArrivals())
	}
	if _, ok := m.over.(*health.Pane); ok {
		cmds = append(cmds, m.askHealth())
	}
	return tea.Batch(cmds...)
}

func (m *model) visited(id feeds.FeedID, failed bool) {
	m.round.done++
	if failed {
		m.round.bad++
		m.health[id] = true
	} else {
		m.round.good++
		delete(m.health, id)
	}
}

// arrived shelves items of a visit and says whether any came. New stories
// wait; known ones change in their place.
func (m *model) arrived(items []feeds.Item) bool {
	for _, it := range items {
		e, fresh := m.shelf.put(it)
		if fresh || e.shelved {
			e.shelved, e.waiting = false, !m.follow
		}
		m.list.Touch(&e.row)
		if e.ID == m.open.story {
			m.reopen()
		}
	}
	return len(items) > 0
}

// listArrivals shows how many stories wait, or lists them at once as long as
// nothing was touched or the list is empty.
func (m *model) listArrivals() tea.Cmd {
	if !m.follow && (len(m.filter) > 0 || m.search != nil || len(m.list.Rows()) > 0) {
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
	m.shelf.settle()
	m.relist()
	return n
}

// found takes the answer of a search.
func (m *model) found(msg foundMsg) tea.Cmd {
	if m.search == nil || m.search.query != msg.query {
		return nil
	}
	m.search.waiting = false
	if errors.Is(msg.err, context.Canceled) {
		return nil
	}
	if msg.err != nil {
		m.bar.Alert(fmt.Sprintf("The search failed: %v", msg.err))
		return nil
	}
	m.search.found = nil
	for _, it := range msg.items {
		m.shelf.keep(it)
		if id := m.shelf.at[it.ID]; !slices.Contains(m.search.found, id) {
			m.search.found = append(m.search.found, id)
		}
	}
	m.relist()
	m.list.Step(-len(m.list.Rows()))
	return m.showCurrent()
}

// paste goes to whatever the reader types into.
func (m *model) paste(msg tea.PasteMsg) tea.Cmd {
	if p, ok := m.over.(*picker.Pane); ok {
		p.Paste(msg)
	} else if m.search != nil && m.search.typing && m.search.in.Type(msg) {
		return m.searchFor(m.search.in.Text())
	}
	return nil
}

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
		m.openOverlay(nil)
		return nil
	}
	if m.frame.strip && at.Y == m.height-2 {
		m.setFocus(onRelated)
		return nil
	}
	s, ok := m.under(at)
	if !ok {
		return nil
	}
	in := m.frame.inside(s)
	was := m.focus
	m.setFocus(s)
	c, ok := m.panes()[s].(pane.Clicker)
	if !ok || !in.Holds(at.X, at.Y) {
		return nil
	}
	if was != s {
		// The first click into a pane only takes the focus and the selection.
		if _, opens := c.Click(at.X-in.X, at.Y-in.Y).(pane.Open); opens {
			return nil
		}
		return m.showCurrentIf(s)
	}
	return m.perform(c.Click(at.X-in.X, at.Y-in.Y))
}

func (m *model) showCurrentIf(s spot) tea.Cmd {
	if s == onList {
		return m.showCurrent()
	}
	return nil
}

// wheelLines is how far one notch of the wheel scrolls.
const wheelLines = 3

// wheel scrolls what is under the mouse and changes nothing else.
func (m *model) wheel(at tea.Mouse) tea.Cmd {
	lines := wheelLines
	if at.Button == tea.MouseWheelUp {
		lines = -wheelLines
	}
	if m.over != nil {
		m.over.Scroll(lines)
		return nil
	}
	s, ok := m.under(at)
	if !ok {
		return nil
	}
	if c, ok := m.panes()[s].(pane.Clicker); ok {
		c.Scroll(lines)
	}
	return m.showCurrentIf(s)
}

func (m *model) under(at tea.Mouse) (spot, bool) {
	for i, b := range m.frame.boxes {
		if b.Holds(at.X, at.Y) {
			return spot(i), true
		}
	}
	return 0, false
}

// touch redraws the rows of entries.
func (m *model) touch(entries []*entry) {
	for _, e := range entries {
		m.list.Touch(&e.row)
	}
	m.count()
}
