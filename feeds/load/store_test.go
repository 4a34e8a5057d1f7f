package load_test

import (
	"context"
	"fmt"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"dateline/feeds"
	"dateline/feeds/fetch"
	"dateline/feeds/load"
	"dateline/feeds/parse"
	"dateline/feeds/store"
)

// alone is an index that puts each item into a story of its own.
type alone struct{}

func (alone) Add(it *feeds.Item)                { it.Story = feeds.StoryID(it.ID) }
func (alone) Remove(feeds.ItemID)               {}
func (alone) Restore(feeds.Item)                {}
func (alone) Reach() feeds.Reach                { return feeds.Reach{Most: 100_000} }
func (alone) Moves() []feeds.Move               { return nil }
func (alone) Move([]feeds.Move)                 {}
func (alone) Retag(map[feeds.ItemID]feeds.Tags) {}

// pack is a loader over a real store and n feeds of 30 items each, whose
// servers take their time.
func pack(tb testing.TB, s *store.Store, n int, takes time.Duration, known map[feeds.FeedID]store.Known) *load.Loader {
	tb.Helper()
	o, stories := load.Options{Known: known}, load.NewStories(s, alone{})
	for i := range n {
		o.Feeds = append(o.Feeds, feed(fmt.Sprintf("f%d", i)))
	}
	return load.New(load.Parts{
		Get: func(_ context.Context, r fetch.Request) (fetch.Response, error) {
			time.Sleep(takes)
			if r.ETag == r.URL {
				return fetch.Response{NotModified: true}, nil
			}
			return fetch.Response{ETag: r.URL}, nil
		},
		Parse: func(_ []byte, src parse.Source) (out parse.Result, err error) {
			for i := range 30 {
				out.Items = append(out.Items, feeds.Item{
					Feed: src.Feed.ID, Key: fmt.Sprint(i), Published: src.Now, Seen: src.Now,
					Title:   fmt.Sprintf("Ministers of %d states meet to talk about item %d of the list", i*7, i),
					Summary: strings.Repeat("They said little before the doors were closed. ", 6),
				})
			}
			return out, nil
		},
		Tag: func(_ feeds.Feed, it *feeds.Item) {
			it.Tags.Countries = []feeds.Tag{{Code: "FR", Weight: 1, About: true}}
		},
		Recall: stories.Recall,
		Save: func(ctx context.Context, visits []store.Visit) ([][]feeds.Item, []int, error) {
			return s.Save(ctx, visits, alone{})
		},
		Mend: stories.Mend,
	}, o)
}

func TestWithARealStore(t *testing.T) {
	s, err := store.Open(t.Context(), filepath.Join(t.TempDir(), "dateline.db"))
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = s.Close() }()
	var known map[feeds.FeedID]store.Known
	for _, want := range []int{10 * 30, 0} {
		told := 0
		err := pack(t, s, 10, 0, known).Once(t.Context(), func(e feeds.Event) {
			if e, ok := e.(feeds.ItemsLoaded); ok {
				told += e.New
				if e.Health.Items != 30 {
					t.Errorf("%s has %d items", e.Feed, e.Health.Items)
				}
				got, err := s.Items(t.Context(), store.Query{IDs: ids(e.Items)})
				if err != nil || len(got) != len(e.Items) {
					t.Errorf("%d of %d items are stored when told, %v", len(got), len(e.Items), err)
				}
			}
		})
		if err != nil || told != want {
			t.Errorf("%d items were told, %v; want %d", told, err, want)
		}
		if known, err = s.Visits(t.Context()); err != nil || len(known) != 10 || known["f3"].ETag == "" {
			t.Fatal(known, err)
		}
	}
}

func ids(items []feeds.Item) []feeds.ItemID {
	out := make([]feeds.ItemID, len(items))
	for i, it := range items {
		out[i] = it.ID
	}
	return out
}

func BenchmarkHundredFeedsAt50ms(b *testing.B) {
	for range b.N {
		s, err := store.Open(b.Context(), filepath.Join(b.TempDir(), "dateline.db"))
		if err != nil {
			b.Fatal(err)
		}
		told := 0
		err = pack(b, s, 100, 50*time.Millisecond, nil).Once(b.Context(), func(e feeds.Event) {
			if e, ok := e.(feeds.ItemsLoaded); ok {
				told += e.New
			}
		})
		if err != nil || told != 3000 {
			b.Fatal(told, err)
		}
		_ = s.Close()
	}
}
