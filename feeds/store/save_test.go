package store_test

import (
	"context"
	"errors"
	"math"
	"path/filepath"
	"slices"
	"testing"
	"time"

	"dateline/feeds"
	"dateline/feeds/store"
)

// counter groups each item by itself and remembers what it holds, and what it
// was given last.
type counter struct {
	held []feeds.ItemID
	last string
}

func (c *counter) Add(it *feeds.Item) {
	c.last = it.Title + it.Summary + it.Text
	it.Story = feeds.StoryID(it.ID)
	if slices.Contains(c.held, it.ID) {
		it.Story = 99 // not what the store has: it must not come back from here
		return
	}
	c.held = append(c.held, it.ID)
}

func (c *counter) Remove(id feeds.ItemID) {
	c.held = slices.DeleteFunc(c.held, func(o feeds.ItemID) bool { return o == id })
}

// change is what a second visit may do to an item.
type change int

const (
	unchanged change = iota
	moved            // to another address
	updated
)

func TestAnItemSeenAgain(t *testing.T) {
	first := item("k", "Envoys meet in Vienna")
	first.Summary, first.Text, first.URL = "Short.", "Long.", "https://gazette.example/1"
	first.Tags = feeds.Tags{Countries: []feeds.Tag{{Code: "AT", Weight: 1, About: true}}}
	for _, c := range []struct {
		name string
		edit func(*feeds.Item)
		want change
	}{
		{"the same", func(*feeds.Item) {}, unchanged},
		{"another byline", func(it *feeds.Item) { it.Byline = "Somebody" }, unchanged},
		{"another date", func(it *feeds.Item) { it.Published = start.Add(-time.Hour) }, unchanged},
		{"title", func(it *feeds.Item) { it.Title = "Envoys leave Vienna" }, updated},
		{"summary", func(it *feeds.Item) { it.Summary = "Shorter." }, updated},
		{"text", func(it *feeds.Item) { it.Text = "Longer." }, updated},
		{"no text", func(it *feeds.Item) { it.Text = "" }, updated},
		{"address", func(it *feeds.Item) { it.URL += "?a" }, moved},
		{"title and what hangs on it", func(it *feeds.Item) {
			it.Title, it.Byline, it.Published, it.Date = "Envoys leave", "Somebody", start.Add(time.Minute), feeds.DateMissing
			it.Tags.Countries = []feeds.Tag{{Code: "CH", Weight: 2}}
		}, updated},
	} {
		t.Run(c.name, func(t *testing.T) {
			s, g := open(t), &counter{}
			old := save(t, s, g, first)[0]
			if err := s.SetStarred(t.Context(), []feeds.ItemID{old.ID}, true); err != nil {
				t.Fatal(err)
			}
			old.Starred = true

			next := first
			next.Seen = start.Add(time.Hour)
			c.edit(&next)
			saved, news, err := s.Save(t.Context(), []store.Visit{{Health: feeds.Health{Feed: "gazette"}, Items: []feeds.Item{next}}}, g)
			if err != nil {
				t.Fatal(err)
			}
			want, read := old, first
			if c.want == updated {
				read = next
			}
			if c.want != unchanged {
				want = next
				want.ID, want.Story, want.Starred, want.Seen = old.ID, old.Story, true, old.Seen
				want.Published, want.Date, want.Text = old.Published, old.Date, ""
				if c.want == updated {
					want.Updated = next.Seen
				}
				if next.Title != first.Title {
					want.Retitled = next.Seen
				}
				same(t, "saved", saved[0], []feeds.Item{want})
			} else {
				same(t, "saved", saved[0], []feeds.Item(nil))
			}
			same(t, "stored", items(t, s, store.Query{}), []feeds.Item{want})
			if text, err := s.Text(t.Context(), old.ID); text != next.Text || err != nil {
				t.Errorf("text %q, %v", text, err)
			}
			if news[0] != 0 || len(g.held) != 1 {
				t.Errorf("%d new, %d grouped; nothing was", news[0], len(g.held)-1)
			}
			if want := read.Title + read.Summary + read.Text; g.last != want {
				t.Errorf("the grouper last read %q, want %q", g.last, want)
			}
		})
	}
}

func TestAMissingDateKeepsItsFirstDay(t *testing.T) {
	s, it := open(t), item("k", "Undated")
	it.Date = feeds.DateMissing
	save(t, s, nil, it)
	it.Title, it.Seen, it.Published = "Undated still", start.Add(time.Hour), start.Add(time.Hour)
	got := save(t, s, nil, it)
	if !got[0].Published.Equal(start) || got[0].Date != feeds.DateMissing {
		t.Errorf("published %s %q", got[0].Published, got[0].Date)
	}
}

func TestAnsweredPerVisit(t *testing.T) {
	s := open(t)
	of := func(feed feeds.FeedID, keys ...string) store.Visit {
		v := store.Visit{Health: feeds.Health{Feed: feed}}
		for _, k := range keys {
			it := item(k, "About "+k)
			it.Feed = feed
			v.Items = append(v.Items, it)
		}
		return v
	}
	if _, _, err := s.Save(t.Context(), []store.Visit{of("gazette", "a")}, nil); err != nil {
		t.Fatal(err)
	}
	// "b" twice in one visit is one item; in two feeds it is two.
	again := of("gazette", "a", "b", "b")
	again.Items[0].Title, again.Items[2].Title = "About a, changed", "About b, otherwise"
	saved, news, err := s.Save(t.Context(), []store.Visit{again, of("herald"), of("courier", "b")}, nil)
	if err != nil {
		t.Fatal(err)
	}
	var got [][]string
	for _, items := range saved {
		var titles []string
		for _, it := range items {
			titles = append(titles, it.Title)
		}
		got = append(got, titles)
	}
	same(t, "saved", got, [][]string{{"About a, changed", "About b"}, nil, {"About b"}})
	same(t, "news", news, []int{1, 0, 1})
}

func TestAFailedSaveKeepsNothing(t *testing.T) {
	unwritable := item("nan", "Not storable")
	unwritable.Tags.Countries = []feeds.Tag{{Code: "FR", Weight: math.NaN()}}
	for _, c := range []struct {
		name string
		do   func(*store.Store, store.Grouper) error
	}{
		{"an item that cannot be written", func(s *store.Store, g store.Grouper) error {
			_, _, err := s.Save(context.Background(), []store.Visit{{Items: []feeds.Item{item("b", "B"), unwritable}}}, g)
			return err
		}},
		{"after a changed item, one that cannot be written", func(s *store.Store, g store.Grouper) error {
			_, _, err := s.Save(context.Background(), []store.Visit{{Items: []feeds.Item{item("a", "A, changed"), unwritable}}}, g)
			return err
		}},
		{"a cancelled context", func(s *store.Store, g store.Grouper) error {
			ctx, cancel := context.WithCancel(context.Background())
			_, _, err := s.Save(ctx, []store.Visit{{Items: []feeds.Item{item("b", "B"), item("c", "C")}}}, cancelling{g, cancel})
			if !errors.Is(err, context.Canceled) {
				t.Errorf("the error is %v", err)
			}
			return err
		}},
		{"a grouper that panics", func(s *store.Store, g store.Grouper) (err error) {
			defer func() { err, _ = recover().(error) }()
			_, _, err = s.Save(context.Background(), []store.Visit{{Items: []feeds.Item{item("b", "B")}}}, panicking{g})
			return err
		}},
	} {
		t.Run(c.name, func(t *testing.T) {
			s, g := open(t), &counter{}
			save(t, s, g, item("a", "A"))
			if c.do(s, g) == nil {
				t.Error("no error")
			}
			if got := items(t, s, store.Query{}); len(got) != 1 || got[0].Title != "A" {
				t.Errorf("stored is %+v, want the first one", got)
			}
			same(t, "grouped", g.held, []feeds.ItemID{1})
			if got := save(t, s, g, item("b", "B")); got[0].ID != 2 {
				t.Errorf("the store does not go on: %+v", got)
			}
		})
	}
}

type cancelling struct {
	store.Grouper
	cancel context.CancelFunc
}

func (c cancelling) Add(it *feeds.Item) {
	c.Grouper.Add(it)
	c.cancel()
}

type panicking struct{ store.Grouper }

func (p panicking) Add(it *feeds.Item) {
	p.Grouper.Add(it)
	panic(errors.New("cannot group"))
}

func TestReadersAreFewAndKeepNobodyFromWriting(t *testing.T) {
	s := open(t)
	if n := s.HoldReaders(t); n != 8 {
		t.Errorf("%d connections may read at once, want 8", n)
	}
	save(t, s, nil, item("k", "Saved while all readers are busy"))
	if err := s.SetRead(t.Context(), []feeds.ItemID{1}, true); err != nil {
		t.Error(err)
	}
}

func TestManyAtOnce(t *testing.T) {
	path := filepath.Join(t.TempDir(), "dateline.db")
	stores := []*store.Store{openAt(t, path), openAt(t, path)} // as two processes would
	save(t, stores[0], nil, item("0", "First"))
	errs := make(chan error)
	const each = 10
	for w := range 4 {
		go func() {
			s, feed := stores[w%2], feeds.FeedID(rune('a'+w))
			var err error
			for i := range each {
				v := store.Visit{Health: feeds.Health{Feed: feed}, Items: []feeds.Item{{Feed: feed, Key: string(rune('a' + i)), Title: "T"}}}
				_, _, e1 := s.Save(context.Background(), []store.Visit{v}, oneStory{})
				e2 := s.SetRead(context.Background(), []feeds.ItemID{1}, i%2 == 0)
				_, e3 := s.Items(context.Background(), store.Query{})
				err = errors.Join(err, e1, e2, e3)
			}
			errs <- err
		}()
	}
	for range 4 {
		if err := <-errs; err != nil {
			t.Error(err)
		}
	}
	if n, err := stores[1].Count(t.Context()); n != 4*each+1 || err != nil {
		t.Errorf("%d items, %v", n, err)
	}
}
