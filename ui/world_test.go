package ui

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"maps"
	"os/exec"
	"slices"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"dateline/feeds"
	"dateline/ui/pane"
)

// world is a screen on a small invented world, and a record of what it asked
// the backend for.
type world struct {
	t        *testing.T
	m        *model
	stored   []feeds.Item
	read     []feeds.ItemID
	marked   bool     // the last read mark that was saved
	refused  error    // what saving and fetching answer with
	unkept   bool     // a page comes, but cannot be kept
	foretold []string // the choices that a preview was asked for, in short
	amended  []feeds.Amendment
	kept     []string // filters
	stopped  map[feeds.ItemID]feeds.Bookmark
	stops    int                     // how often one was kept
	texts    map[feeds.ItemID]string // of the feed; empty for the summary
	fetched  []feeds.ItemID
	asked    []feeds.FeedID
	browsed  []string
	terminal *exec.Cmd // the browser that draws on the terminal
	queries  []string
	edits    map[feeds.ItemID][]feeds.Edit
	unread   error // what reading edits answers with
	reread   int   // how often edits were read
	quit     bool
	health   []feeds.Health
	visits   []feeds.Visited
	taken    []string // addresses, with their feeds
	related  feeds.Related
}

var atlas = feeds.NewAtlas([]feeds.Region{
	{Slug: "east-asia", Code: "EAS", Kind: feeds.Primary, Label: "East Asia", Countries: []string{"CN", "JP"}},
	{Slug: "russia-ukraine", Code: "RUE", Kind: feeds.Primary, Label: "Russia and Ukraine", Countries: []string{"RU", "UA"}},
	{Slug: "west-africa", Code: "WAF", Kind: feeds.Primary, Label: "West Africa", Countries: []string{"ML", "NE"}},
	{Slug: "world", Code: "WLD", Kind: feeds.Primary, Label: "World"},
	{Slug: "sahel", Kind: feeds.Area, Label: "Sahel", Countries: []string{"ML", "NE"}},
}, map[string]string{"CN": "China", "JP": "Japan", "RU": "Russia", "UA": "Ukraine", "ML": "Mali", "NE": "Niger"}).
	Also(map[string][]string{"JP": {"Nippon", "Ukr"}}) // the latter is how another one begins

// only makes filters of one place each.
func only(places ...string) []feeds.Filter {
	out := make([]feeds.Filter, len(places))
	for i, p := range places {
		out[i] = atlas.Only(p)
	}
	return out
}

var noon = time.Date(2026, 11, 14, 12, 0, 0, 0, time.UTC)

// item makes item n, n minutes old, about countries.
func item(n int, title string, countries ...string) feeds.Item {
	at := noon.Add(-time.Duration(n) * time.Minute)
	it := feeds.Item{
		ID: feeds.ItemID(n), Feed: "ledger", Key: fmt.Sprint(n), Title: title, Summary: "Summary of " + title + ".",
		URL: fmt.Sprintf("https://ledger.example/%d", n), Published: at, Seen: at, Story: feeds.StoryID(n),
	}
	for _, c := range countries {
		it.Tags.Countries = append(it.Tags.Countries, feeds.Tag{
			Code: c, Weight: 1, About: true, Why: []feeds.Evidence{{Words: c, Field: feeds.FieldTitle, Rule: "country name"}},
		})
	}
	return it
}

// play runs a test on a screen of 120x40 in a bubble of fake time.
func play(t *testing.T, items []feeds.Item, test func(*world)) {
	t.Helper()
	playOn(t, items, func(*Options) {}, test)
}

// playOn is play with options of the test's own.
func playOn(t *testing.T, items []feeds.Item, edit func(*Options), test func(*world)) {
	t.Helper()
	synctest.Test(t, func(t *testing.T) {
		w := &world{t: t, stored: items, stopped: map[feeds.ItemID]feeds.Bookmark{}}
		o := Options{
			Atlas: atlas, Items: items, Regions: only("east-asia", "russia-ukraine", "west-africa"), Theme: "dark",
			Feeds: []feeds.Feed{
				{ID: "ledger", Name: "Harbour Ledger", Country: "GB", Affiliation: feeds.Independent, Family: "ledger"},
				{ID: "courier", Name: "Courier", Country: "FR", Affiliation: feeds.Public, Family: "courier"},
			},
			Mouse: true, Now: func() time.Time { return noon },
		}
		edit(&o)
		w.m = newModel(context.Background(), o, w.backend())
		w.send(tea.WindowSizeMsg{Width: 120, Height: 40})
		w.do(w.m.Init())
		test(w)
	})
}

func (w *world) backend() Backend {
	return Backend{
		Older: func(_ context.Context, after feeds.Item, limit int) ([]feeds.Item, error) {
			i := slices.IndexFunc(w.stored, func(it feeds.Item) bool { return it.ID == after.ID })
			return w.stored[i+1:], nil
		},
		Story: func(_ context.Context, id feeds.StoryID) (out []feeds.Item, err error) {
			for _, it := range w.stored {
				if it.Story == id {
					out = append(out, it)
				}
			}
			return out, nil
		},
		Search: func(_ context.Context, q string, limit int) (out []feeds.Item, err error) {
			w.queries = append(w.queries, q)
			for _, it := range w.stored {
				if len(out) < limit && strings.Contains(strings.ToLower(it.Title), strings.ToLower(q)) {
					out = append(out, it)
				}
			}
			return out, nil
		},
		Edits: func(_ context.Context, ids []feeds.ItemID) (map[feeds.ItemID][]feeds.Edit, error) {
			w.reread++
			return maps.Clone(w.edits), w.unread
		},
		Text: func(_ context.Context, it feeds.Item) (feeds.Article, error) {
			return feeds.TextArticle(it, cmp.Or(w.texts[it.ID], it.Summary)), nil
		},
		Bookmark: func(_ context.Context, id feeds.ItemID) (feeds.Bookmark, bool, error) {
			b, ok := w.stopped[id]
			return b, ok, nil
		},
		KeepBookmark: func(_ context.Context, b feeds.Bookmark) error {
			w.stops++
			w.stopped[b.Item] = b
			return w.refused
		},
		Fetch: func(ctx context.Context, it feeds.Item, _ bool) (feeds.Article, error) {
			w.fetched = append(w.fetched, it.ID)
			if ctx.Err() != nil {
				return feeds.Article{}, ctx.Err()
			}
			if w.refused != nil && !w.unkept {
				return feeds.Article{}, w.refused
			}
			return feeds.TextArticle(it, "The full page of "+it.Title), w.refused
		},
		Related: func(_ context.Context, it feeds.Item) (feeds.Related, error) {
			r := w.related
			r.Item = it.ID
			return r, nil
		},
		SetRead: func(_ context.Context, ids []feeds.ItemID, on bool) error {
			w.read = append(w.read, ids...)
			return w.refused
		},
		SetStarred: func(context.Context, []feeds.ItemID, bool) error { return w.refused },
		KeepFilter: func(_ context.Context, text string) error {
			w.kept = append(w.kept, text)
			return w.refused
		},
		Preview: w.preview,
		Amend:   w.amend,
		Refresh: func(id feeds.FeedID) { w.asked = append(w.asked, id) },
		Health:  func() []feeds.Health { return w.health },
		History: func(context.Context, feeds.FeedID, time.Time) ([]feeds.Visited, error) { return w.visits, w.refused },
		Take: func(_ context.Context, id feeds.FeedID, address string) (feeds.Feed, error) {
			w.taken = append(w.taken, string(id)+" "+address)
			return w.m.shelf.feed(id).At(address), w.refused
		},
		Browse: func(_ context.Context, u string) (*exec.Cmd, error) {
			w.browsed = append(w.browsed, u)
			return w.terminal, w.refused
		},
	}
}

// preview foretells one item for each row of a choice.
func (w *world) preview(_ context.Context, choices [][]feeds.Correction) (out []feeds.Forecast, err error) {
	w.foretold = nil
	for _, rows := range choices {
		said := ""
		for _, r := range rows {
			said += fmt.Sprintf("%s %s %s;", r.Scope, r.Subject, r.Mark())
		}
		w.foretold = append(w.foretold, said)
		out = append(out, feeds.Forecast{Amendment: feeds.Amendment{Added: rows}, Items: len(rows)})
	}
	return out, w.refused
}

// amend knows the corrections of stories.
func (w *world) amend(_ context.Context, step feeds.Amendment) (map[feeds.ItemID]feeds.Tags, error) {
	if w.refused != nil {
		return nil, w.refused
	}
	w.amended = append(w.amended, step)
	out := map[feeds.ItemID]feeds.Tags{}
	change := func(r feeds.Correction, add bool) {
		for _, e := range w.m.shelf.stories {
			for _, it := range e.Items {
				if feeds.SubjectOf(it) != r.Subject {
					continue
				}
				tags := slices.DeleteFunc(slices.Clone(it.Tags.Countries), func(t feeds.Tag) bool { return t.Code == r.Country })
				if add {
					tags = append(tags, item(1, "", r.Country).Tags.Countries...)
				}
				out[it.ID] = feeds.Tags{Countries: tags}
			}
		}
	}
	for _, r := range step.Added {
		change(r, r.Add)
	}
	for _, r := range step.Removed {
		change(r, !r.Add)
	}
	return out, nil
}

// send hands a message to the model and runs the commands that come of it.
func (w *world) send(msg tea.Msg) {
	w.t.Helper()
	switch msg := msg.(type) {
	case nil, tickMsg:
		return
	case tea.QuitMsg:
		w.quit = true
		return
	case tea.BatchMsg:
		for _, c := range msg {
			w.do(c)
		}
		return
	}
	_, cmd := w.m.Update(msg)
	w.do(cmd)
}

func (w *world) do(cmd tea.Cmd) {
	w.t.Helper()
	if cmd != nil {
		w.send(cmd())
	}
}

func (w *world) press(keys ...string) {
	w.t.Helper()
	for _, k := range keys {
		w.send(pane.Keystroke(k))
	}
}

// typed presses the letters of a text.
func (w *world) typed(s string) {
	w.t.Helper()
	for _, r := range s {
		w.send(tea.KeyPressMsg{Code: r, Text: string(r)})
	}
}

func (w *world) screen() string { return ansi.Strip(strings.Join(w.m.lines(), "\n")) }

func (w *world) sees(words ...string) {
	w.t.Helper()
	s := w.screen()
	for _, want := range words {
		if !strings.Contains(s, want) {
			w.t.Errorf("the screen does not show %q:\n%s", want, s)
		}
	}
}

func (w *world) seesNot(words ...string) {
	w.t.Helper()
	s := w.screen()
	for _, not := range words {
		if strings.Contains(s, not) {
			w.t.Errorf("the screen shows %q:\n%s", not, s)
		}
	}
}

func (w *world) on(story feeds.StoryID) {
	w.t.Helper()
	if r := w.m.list.Current(); r == nil || r.Story != story {
		w.t.Errorf("the cursor is on %+v, want story %d", r, story)
	}
}

var errFull = errors.New("the disk is full")
