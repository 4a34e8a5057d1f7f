package ui

import (
	"context"
	"sync"
	"time"

	tea "charm.land/bubbletea/v2"

	"dateline/feeds"
	"dateline/ui/article"
	"dateline/ui/headlines"
	"dateline/ui/pane"
	"dateline/ui/related"
	"dateline/ui/status"
	"dateline/ui/theme"
)

// model is the state of the screen. Its methods stand in the files that are
// named for what they do.
type model struct {
	ctx    context.Context
	cancel context.CancelFunc // gives up what goes on when the program ends
	// lasting outlives ctx: marks are saved also when the program is ending.
	lasting context.Context
	o       Options
	back    Backend
	th      theme.Theme
	keys    []command
	grammar *feeds.Grammar

	shelf *shelf
	pulse *pulse
	list  *headlines.Pane
	art   *article.Pane
	rel   *related.Pane
	bar   *status.Bar
	over  overlayPane // nil if none is open

	overName string      // the command that opened it
	beneath  overlayPane // comes back when over is closed

	width, height int
	frame         frame
	focus         spot
	zen           bool

	filter          feeds.Filter
	sort            feeds.Order
	loud            []loud          // sources of which the list would hold more than the quota
	unheld          map[string]bool // publisher families of which all is listed
	stories, unread int             // of the list
	search          *search         // nil if none is in force
	round           round
	network         feeds.NetworkChanged          // whether it is away
	health          map[feeds.FeedID]feeds.Health // feeds whose last visit failed
	quiet           feeds.Quiet                   // of the filter in force

	open   opened
	past   []visit  // where backspace leads
	undone []undo   // what U takes back, the last one first
	marks  []*mark  // shown and not saved yet, the first one is being saved
	steps  []*step  // amendments of the corrections that are being made
	asked  question // the last one
	edits  editsMsg // what headlines of the explained story said before
	follow bool     // nothing was touched yet: arrivals are listed at once
	waits  bool     // another copy of the program loads, and this one does not
	sized  chan struct{}
	begin  func() // closes sized, once

	exactEsc bool // the terminal tells esc from the beginning of another key

	keeping bool // where the reader is will be kept soon
	gallery gallery
	piping  *piping // the command that is given a text; nil if none is

	pages      pages
	cancelFind context.CancelFunc
}

// opened names what the article pane shows.
type opened struct {
	story feeds.StoryID
	item  feeds.ItemID
}

// visit is a story that another one was reached from, and where the reader
// stood beside it.
type visit struct {
	opened
	place related.Place
}

// round counts the visits of the loading rounds that are going on; they may
// overlap, and are shown as one.
type round struct {
	open        int // rounds begun and not finished
	done, total int // visits of them
	good, bad   int // visits since start, by how they ended
}

// undo is a step that can be taken back.
type undo struct {
	what string
	acts []pane.Action
}

// overlayPane is a pane that opens over the others.
type overlayPane interface {
	pane.Pane
	pane.Clicker
	Title() string
}

func newModel(ctx context.Context, o Options, b Backend) *model {
	th := theme.New(o.Theme != "light", o.ASCII)
	th.Hyperlinks = o.Hyperlinks
	lasting := context.WithoutCancel(ctx)
	ctx, cancel := context.WithCancel(ctx)
	m := &model{
		ctx: ctx, cancel: cancel, lasting: lasting, o: o, back: b, th: th, keys: commands(o), grammar: feeds.NewGrammar(o.Atlas, o.Named),
		pulse: newPulse(o), bar: status.New(th),
		filter: o.Start, sort: feeds.Newest, unheld: map[string]bool{}, health: map[feeds.FeedID]feeds.Health{}, follow: len(o.Items) == 0,
		pages: newPages(), cancelFind: func() {}, sized: make(chan struct{}),
	}
	m.begin = sync.OnceFunc(func() { close(m.sized) })
	m.shelf = newShelf(o, th.Glyphs, m.pulse.watch)
	m.shelf.since = m.last().Published // until older ones are read
	m.list = headlines.New(th, o.Keys, o.Now, o.Dense)
	m.art = article.New(th, o.Keys, o.Now)
	m.rel = related.New(th, o.Keys, o.Now, m.shelf.feed)
	for _, it := range o.Items {
		m.shelf.put(it)
	}
	m.relist()
	m.setFocus(onList)
	if o.Notice != "" {
		m.bar.Alert(o.Notice)
	}
	return m
}

// Init asks for what the first screen can do without: the colour of the
// background, older stories, the time.
func (m *model) Init() tea.Cmd {
	cmds := []tea.Cmd{m.older(m.last()), m.askHealth(), tick(m.o.Now()), m.askPictures()}
	if m.o.Theme == "auto" || m.o.Theme == "" {
		cmds = append(cmds, tea.RequestBackgroundColor)
	}
	if r := m.list.Current(); r != nil {
		cmds = append(cmds, m.show(r.Story, 0))
	}
	return tea.Batch(cmds...)
}

func (m *model) last() feeds.Item {
	if n := len(m.o.Items); n > 0 {
		return m.o.Items[n-1]
	}
	return feeds.Item{}
}

// panes returns the three panes by their spot.
func (m *model) panes() [spots]pane.Pane {
	return [spots]pane.Pane{onList: m.list, onArticle: m.art, onRelated: m.rel}
}

func (m *model) focused() pane.Pane { return m.panes()[m.focus] }

func (m *model) setFocus(s spot) {
	m.focus = s
	for i, p := range m.panes() {
		p.Focus(spot(i) == s && m.over == nil)
	}
	m.arrange()
}

// arrange gives every pane its place for the size, the focus and zen.
func (m *model) arrange() {
	m.frame = layout(m.width, m.height, m.focus, m.zen)
	for i, p := range m.panes() {
		if b := m.frame.inside(spot(i)); m.frame.boxes[i].W > 0 {
			p.Resize(b.W, b.H)
		}
	}
	if m.over != nil {
		in := overlayInside(m.width, m.height)
		m.over.Resize(in.W, in.H)
	}
}

func (m *model) setTheme(th theme.Theme) {
	m.th = th
	m.shelf.glyphs = th.Glyphs
	m.list.SetTheme(th)
	m.art.SetTheme(th)
	m.rel.SetTheme(th)
	m.bar.SetTheme(th)
}

// openOverlay puts p over the screen; nil closes the one that is open.
func (m *model) openOverlay(p overlayPane) {
	m.over = p
	m.setFocus(m.focus)
}

// closeOverlay closes the overlay; one that lies beneath comes back.
func (m *model) closeOverlay() {
	back := m.beneath
	m.beneath = nil
	m.openOverlay(back)
}

// leaveOverlay closes the overlay because the reader wants to. What they did
// there may have taken the open story off the list.
func (m *model) leaveOverlay() tea.Cmd {
	if m.closeOverlay(); m.over == nil && m.focus == onList {
		return m.showCurrent()
	}
	return nil
}

// clock is the time in the reader's zone.
func (m *model) clock() time.Time { return m.o.Now() }
