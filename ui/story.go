package ui

import (
	"fmt"

	tea "charm.land/bubbletea/v2"

	"dateline/feeds"
	"dateline/ui/article"
	"dateline/ui/pane"
)

// show puts a story into the article pane, one of its items on top: the given
// one, else the lead. What the store knows more is looked up when the cursor
// rests.
func (m *model) show(id feeds.StoryID, item feeds.ItemID) tea.Cmd {
	e := m.shelf.story(id)
	if e == nil {
		return nil
	}
	if item == 0 {
		item = m.onTop(e)
	}
	kept := m.keepNow()
	m.open = opened{e.ID, item}
	m.leavePipe()
	m.reopen()
	it, _ := m.shelf.item(item)
	m.rel.Loading(it)
	return tea.Batch(kept, settle(m.open))
}

// showVersion shows another version of the open story, and says which.
func (m *model) showVersion(item feeds.ItemID) tea.Cmd {
	cmd := m.show(m.open.story, item)
	m.bar.Tell(m.art.Which())
	return cmd
}

// reopen hands the open story to the article pane and to the explanation as it
// is now known.
func (m *model) reopen() {
	e := m.shelf.story(m.open.story)
	if e == nil {
		return
	}
	versions := make([]article.Version, len(e.Items))
	for i, it := range e.Items {
		versions[i] = article.Version{Item: it, Feed: m.shelf.feed(it.Feed)}
	}
	m.art.Open(versions, m.open.item, e.tags, m.regionsOf(e))
	m.tellOfPage(m.open.item)
	m.explainAnew()
}

// openState is what is open, at one state of its story.
type openState struct {
	item    feeds.ItemID
	version int // of the entry
}

func (m *model) stateOfOpen() openState {
	s := openState{item: m.open.item}
	if e := m.shelf.story(m.open.story); e != nil {
		s.version = e.version
	}
	return s
}

// relateSince reads the related stories of the open item anew if its story has
// changed since. Those of an item that was opened since are read when the
// cursor rests.
func (m *model) relateSince(before openState) tea.Cmd {
	it, ok := m.shelf.item(m.open.item)
	if now := m.stateOfOpen(); !ok || now.item != before.item || now == before {
		return nil
	}
	return m.relate(it)
}

func (m *model) regionsOf(e *entry) string {
	var names []string
	for _, r := range m.o.Atlas.Primaries(feeds.Codes(e.tags.Subjects())) {
		names = append(names, r.Label)
	}
	return pane.Dotted(m.th.Glyphs, names...) // some have commas of their own
}

func (m *model) showCurrent() tea.Cmd {
	r := m.list.Current()
	if r == nil || r.Story == m.open.story && !m.hides() {
		return nil
	}
	return m.show(r.Story, 0)
}

// openStory shows a story, gives the article the focus and marks it as read.
// From related it can lead anywhere, so backspace leads back.
func (m *model) openStory(a pane.Open) tea.Cmd {
	m.openOverlay(nil)
	if a.Item != 0 {
		a.Story = m.shelf.at[a.Item]
	}
	e := m.shelf.story(a.Story)
	if e == nil {
		m.bar.Tell("This story is not at hand any more.")
		return nil
	}
	if m.focus == onRelated && m.open.story != 0 {
		m.past = append(m.past, visit{m.open, m.rel.Place()}) // back leads to it, and to related
	}
	if a.Item == 0 && e.ID == m.open.story {
		a.Item = m.open.item
	}
	cmd := m.show(e.ID, a.Item)
	m.list.Go(e.ID)
	m.setFocus(onArticle)
	m.art.Continue()
	return tea.Batch(cmd, m.markOpen(), m.fetchOpened())
}

// markOpen marks the items of the open story as read. Of a story that was read
// before, U tells again what was new.
func (m *model) markOpen() tea.Cmd {
	ids := m.itemsOf([]feeds.StoryID{m.open.story}, func(it feeds.Item) bool { return !it.Read })
	if len(ids) == 0 {
		return nil
	}
	if e := m.shelf.story(m.open.story); e.row.News > 0 {
		m.remember("what is new in the story marked as read", pane.SetRead{Items: ids, On: false})
	}
	return m.setRead(pane.SetRead{Items: ids, On: true})
}

// itemsOf returns the items of stories that pass keep.
func (m *model) itemsOf(stories []feeds.StoryID, keep func(feeds.Item) bool) []feeds.ItemID {
	var ids []feeds.ItemID
	for _, s := range stories {
		if e := m.shelf.story(s); e != nil {
			for _, it := range e.Items {
				if keep(it) {
					ids = append(ids, it.ID)
				}
			}
		}
	}
	return ids
}

// at returns the story that a key acts on: the one under the cursor of the
// list, else the open one.
func (m *model) at() *entry {
	if m.focus == onList {
		if r := m.list.Current(); r != nil {
			return m.shelf.story(r.Story)
		}
	}
	return m.shelf.story(m.open.story)
}

func (m *model) toggleRead() tea.Cmd {
	e := m.at()
	if e == nil {
		return m.noStory()
	}
	on, what := e.row.Due(), "marked as unread"
	if on {
		what = "marked as read"
	}
	ids := m.itemsOf([]feeds.StoryID{e.ID}, func(it feeds.Item) bool { return it.Read != on })
	m.remember(what, pane.SetRead{Items: ids, On: !on})
	return m.setRead(pane.SetRead{Items: ids, On: on})
}

func (m *model) toggleStar() tea.Cmd {
	e := m.at()
	if e == nil {
		return m.noStory()
	}
	on, what := !e.row.Starred, "star taken away"
	if on {
		what = "starred"
	}
	ids := []feeds.ItemID{m.shelf.leadOf(e).ID}
	if !on {
		ids = m.itemsOf([]feeds.StoryID{e.ID}, func(it feeds.Item) bool { return it.Starred })
	}
	m.remember(what, pane.SetStarred{Items: ids, On: !on})
	return m.setStarred(pane.SetStarred{Items: ids, On: on})
}

// noStory answers a key that needs a story when there is none.
func (m *model) noStory() tea.Cmd {
	m.bar.Tell("No story is open.")
	return nil
}

func (m *model) readAll() tea.Cmd {
	rows := m.list.Rows()
	if len(rows) == 0 {
		m.bar.Tell("The list is empty.")
		return nil
	}
	shown := make([]feeds.StoryID, 0, len(rows))
	unread := 0
	for _, r := range rows {
		if r.Moved {
			continue // the story has a row of its own
		}
		shown = append(shown, r.Story)
		if r.Due() {
			unread++
		}
	}
	ids := m.itemsOf(shown, func(it feeds.Item) bool { return !it.Read })
	if len(ids) == 0 {
		m.bar.Tell("Everything shown is read.")
		return nil
	}
	m.remember(stories(unread)+" marked as read", pane.SetRead{Items: ids, On: false})
	m.bar.Tell(stories(unread) + " marked as read. " + m.key("undo") + " takes it back.")
	return m.setRead(pane.SetRead{Items: ids, On: true})
}

func (m *model) refreshAll() tea.Cmd { return m.ask("") }

func (m *model) refreshOne() tea.Cmd {
	it, ok := m.shelf.item(m.open.item)
	if !ok {
		m.bar.Tell("No story is open, so there is no feed to ask. " + m.key("refresh-all") + " asks all.")
		return nil
	}
	return m.ask(it.Feed)
}

// stories counts stories in words.
func stories(n int) string { return fmt.Sprintf("%d %s", n, pane.Plural(n, "story", "stories")) }
