package ui

import (
	"fmt"
	"slices"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"dateline/feeds"
	"dateline/ui/theme"
)

// Update routes a message to what it is for, has the terminal draw what picture
// is wanted then, has kept how far the reader has come, and reads the past of the
// feed that is looked at.
func (m *model) Update(msg tea.Msg) (tea.Model, tea.Cmd) {
	return m, tea.Batch(m.route(msg), m.drawPicture(), m.keepSoon(), m.readHistory())
}

func (m *model) route(msg tea.Msg) tea.Cmd {
	switch msg := msg.(type) {
	case tea.WindowSizeMsg:
		m.width, m.height = msg.Width, msg.Height
		m.arrange()
		m.begin()
	case tea.BackgroundColorMsg:
		th := theme.New(msg.IsDark(), m.o.ASCII)
		th.Graphemes, th.Hyperlinks = m.th.Graphemes, m.th.Hyperlinks
		m.setTheme(th)
	case tea.ModeReportMsg:
		if msg.Mode == ansi.ModeUnicodeCore && msg.Value != ansi.ModeNotRecognized && msg.Value != ansi.ModePermanentlyReset {
			th := m.th
			th.Graphemes = true
			m.setTheme(th)
		}
	case tea.KeyPressMsg:
		m.follow = false
		var cmds []tea.Cmd
		for _, key := range m.apart(msg) {
			cmds = append(cmds, m.press(key))
		}
		return tea.Batch(cmds...)
	case tea.KeyboardEnhancementsMsg:
		m.exactEsc = msg.SupportsKeyDisambiguation()
	case tea.PasteMsg:
		return m.paste(msg)
	case tea.MouseClickMsg:
		m.follow = false
		return m.click(msg.Mouse())
	case tea.MouseWheelMsg:
		m.follow = false
		m.wheel(msg.Mouse())
	case newsMsg:
		return m.news(msg)
	case tea.ResumeMsg:
		m.lostPicture()
	case tickMsg:
		m.beat()
		return tick(m.clock())
	default:
		return m.answer(msg)
	}
	return nil
}

// answer takes what a command brought.
func (m *model) answer(msg tea.Msg) tea.Cmd {
	switch msg := msg.(type) {
	case settleMsg:
		return m.settled(msg.opened)
	case storyMsg:
		m.completed(msg)
		return m.readEdits()
	case editsMsg:
		m.edited(msg)
	case textMsg:
		m.text(msg)
	case keepMsg:
		m.keeping = false
		return m.keepNow()
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
	case forecastMsg:
		m.pickReach(msg)
	case amendedMsg:
		m.amended(msg)
	case healthMsg:
		m.takeHealth(msg)
	case historyMsg:
		m.takeHistory(msg)
	case takenMsg:
		return m.taken(msg)
	case pipedMsg:
		m.piped(msg)
	case browseMsg:
		return m.browsed(msg)
	case pictureMsg:
		m.takePicture(msg)
	default:
		m.gallery.terminal.Take(msg)
	}
	return nil
}

// text takes what is stored of the open item's text, and where the reader
// stopped in it. A text that was changed while it is read is told of.
func (m *model) text(msg textMsg) {
	if msg.item != m.open.item {
		return
	}
	if msg.fault != "" {
		m.bar.Alert(msg.fault)
	}
	if msg.changed && m.focus == onArticle && m.art.Differs(msg.article) {
		m.bar.Tell("The outlet has changed this text; you are still where you were.")
	}
	m.art.SetArticle(msg.article)
	m.art.SetBookmark(msg.stopped)
	m.tellOfPage(msg.item)
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
	if msg.item == m.open.item {
		m.bar.Alert(fmt.Sprintf("Related stories could not be read: %v", msg.err))
	}
}

// settled looks up what belongs to the open item once the cursor rests on it.
func (m *model) settled(o opened) tea.Cmd {
	it, ok := m.shelf.item(o.item)
	if !ok || o.item != m.open.item {
		return nil
	}
	cmds := []tea.Cmd{m.lookUp(it)}
	if e := m.shelf.story(m.open.story); e.shelved {
		cmds = append(cmds, m.whole(e.ID))
	}
	return tea.Batch(cmds...)
}

// completed takes the items of a story that was on the shelf in part.
func (m *model) completed(msg storyMsg) {
	var stories []feeds.StoryID
	for _, it := range msg.items {
		m.shelf.keep(it)
		stories = append(stories, m.shelf.at[it.ID])
	}
	for _, r := range m.list.Rows() {
		if slices.Contains(stories, r.Story) {
			m.list.Touch(r)
		}
	}
	m.count()
	m.reopen()
	if msg.err != nil && msg.id == m.open.story {
		m.bar.Alert(fmt.Sprintf("The whole story could not be read: %v", msg.err))
	}
}

// touch redraws the rows of entries.
func (m *model) touch(entries []*entry) {
	for _, e := range entries {
		m.list.Touch(&e.row)
	}
	m.count()
	m.beat()
}
