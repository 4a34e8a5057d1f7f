// Package ui is the screen: the only Bubble Tea model, its routing, its
// layout and its commands. It knows stories, panes and a Backend of functions;
// it does not know where stories come from, how they are stored or what a
// feed is made of. main builds it and runs it.
package ui

import (
	"context"
	"errors"
	"fmt"
	"image"
	"os/exec"
	"time"

	tea "charm.land/bubbletea/v2"

	"dateline/feeds"
	"dateline/ui/pane"
	"dateline/ui/picture"
)

// Backend is all that the screen asks of the world. Every function may take
// its time; the screen calls them in commands only.
type Backend struct {
	// Older returns stored items, newest first, that come after the item in
	// that order; the zero Item asks for the newest.
	Older func(ctx context.Context, after feeds.Item, limit int) ([]feeds.Item, error)
	// Search returns stored items that hold all words of the query.
	Search func(ctx context.Context, query string, limit int) ([]feeds.Item, error)
	// Story returns all stored items of a story.
	Story func(ctx context.Context, id feeds.StoryID) ([]feeds.Item, error)
	// Edits returns what the headlines of items said before they were changed,
	// the oldest first.
	Edits func(ctx context.Context, items []feeds.ItemID) (map[feeds.ItemID][]feeds.Edit, error)
	// Text returns the article as far as it is stored: the fetched page, else
	// what the feed gave.
	Text func(ctx context.Context, it feeds.Item) (feeds.Article, error)
	// Bookmark returns where the reader stopped in the text of an item, and
	// whether that is known.
	Bookmark func(ctx context.Context, id feeds.ItemID) (feeds.Bookmark, bool, error)
	// Fetch gets the page of an item, unless it is stored and again is false.
	// A page that was read but could not be kept comes with an error.
	Fetch func(ctx context.Context, it feeds.Item, again bool) (feeds.Article, error)
	// Related returns what belongs beside an item.
	Related func(ctx context.Context, it feeds.Item) (feeds.Related, error)
	// SetRead and SetStarred keep marks.
	SetRead    func(ctx context.Context, items []feeds.ItemID, on bool) error
	SetStarred func(ctx context.Context, items []feeds.ItemID, on bool) error
	// KeepBookmark keeps where the reader stopped.
	KeepBookmark func(ctx context.Context, b feeds.Bookmark) error
	// KeepFilter keeps the text of the filter in force for the next start.
	KeepFilter func(ctx context.Context, text string) error
	// Preview says for each choice of corrections what keeping it would do.
	Preview func(ctx context.Context, choices [][]feeds.Correction) ([]feeds.Forecast, error)
	// Amend makes a change to the corrections, and returns the new tags of the
	// stored items that it changed.
	Amend func(ctx context.Context, step feeds.Amendment) (map[feeds.ItemID]feeds.Tags, error)
	// Refresh asks one feed, or all if id is empty.
	Refresh func(id feeds.FeedID)
	// Health returns what is known of each feed.
	Health func() []feeds.Health
	// History returns how the visits to a feed since a time went.
	History func(ctx context.Context, id feeds.FeedID, since time.Time) ([]feeds.Visited, error)
	// Take keeps that a feed is asked at another address from now on, or at that of
	// the reader's list if it is empty, has it asked there at once, and returns the
	// feed as it is then.
	Take func(ctx context.Context, id feeds.FeedID, address string) (feeds.Feed, error)
	// Picture gets the lead image of an article and makes it small enough for box,
	// in pixels.
	Picture func(ctx context.Context, a feeds.Article, box image.Point) (picture.Picture, error)
	// Pipe gives the text of an article to the command of that name and returns
	// what it printed, in clean blocks. What it had printed when it failed comes
	// with the error.
	Pipe func(ctx context.Context, name string, a feeds.Article) ([]feeds.Block, error)
	// Browse opens an address in the reader's browser. One that draws on the
	// terminal is returned to be run in place of the screen.
	Browse func(ctx context.Context, url string) (*exec.Cmd, error)
}

// Options is what the reader has decided and what is known at start.
type Options struct {
	Atlas   *feeds.Atlas
	Feeds   []feeds.Feed
	Outlets []feeds.Feed   // whose names no other feed may bear, in Feeds or not
	Health  []feeds.Health // how the feeds stand
	Items   []feeds.Item   // the newest stored items: the first screen
	Watch   feeds.Watch    // hours in which the news was observed before now
	Named   []feeds.Filter // of the reader's own
	Regions []feeds.Filter // of the keys 1 to 9
	Start   feeds.Filter   // in force at start
	Notice  string         // what the reader must know at start; empty if nothing
	Keys    pane.Remap
	Pipes   []Pipe // commands for the text of an article
	Theme   string // "auto", "dark" or "light"
	ASCII   bool
	Visual  bool // the terminal does not turn text from right to left, so it is turned here
	Dense   bool
	// PerSource is how many stories of a day are listed that one publisher tells
	// alone; 0 for all.
	PerSource int
	Mouse     bool
	// Hyperlinks says that the terminal takes links.
	Hyperlinks bool
	// NoPictures says why no pictures are shown; empty if the terminal may be
	// asked whether it draws them.
	NoPictures string
	Demo       bool
	Offline    bool
	// Corrections is the file in which they are kept, as the reader knows it, and
	// Addresses that of addresses taken for feeds.
	Corrections, Addresses string
	Now                    func() time.Time // the clock, in the reader's zone
}

// Screen is the running dashboard.
type Screen struct {
	model   *model
	program *tea.Program
	relay   *relay
}

// framesPerSecond is how often what has changed is drawn, at most. At the
// usual 60 a key waits 8 ms on average before it shows.
const framesPerSecond = 120

// New builds the screen without showing it.
func New(ctx context.Context, o Options, b Backend, with ...tea.ProgramOption) *Screen {
	with = append([]tea.ProgramOption{tea.WithContext(ctx), tea.WithFPS(framesPerSecond)}, with...)
	m := newModel(ctx, o, b)
	p := tea.NewProgram(m, with...)
	return &Screen{model: m, program: p, relay: newRelay(p.Send)}
}

// Model returns the screen as a bare model, for those who run it by themselves:
// tests, and the picture in the README.
func Model(ctx context.Context, o Options, b Backend) tea.Model { return newModel(ctx, o, b) }

// News is the message that brings events to a model of Model, in their order.
func News(events ...feeds.Event) tea.Msg { return newsMsg(events) }

// Sized is closed when the screen knows its size, and is drawn for the first
// time: what is not needed for that is best begun then.
func (s *Screen) Sized() <-chan struct{} { return s.model.sized }

// Emit hands an event of the loader to the screen. It may be called from any
// goroutine and never waits for the screen.
func (s *Screen) Emit(e feeds.Event) { s.relay.add(e) }

// Run shows the screen until the reader quits or the context ends. When it
// returns, every mark that was shown, the filter, the corrections and how far the
// reader came are saved, or the error says why not.
func (s *Screen) Run() error {
	_, err := s.program.Run()
	s.relay.close()
	s.model.cancel()
	if err != nil {
		err = fmt.Errorf("run the screen: %w", err)
	}
	if lost := s.model.flush(); lost != nil {
		err = errors.Join(err, fmt.Errorf("the last changes could not be saved: %w", lost))
	}
	return err
}
