package load_test

import (
	"path/filepath"
	"slices"
	"testing"
	"time"

	"dateline/feeds"
	"dateline/feeds/load"
	"dateline/feeds/store"
)

// shelf is an index that puts each item into a story of its own and records what
// it was given.
type shelf struct {
	alone
	restored, added []feeds.ItemID
}

func (s *shelf) Restore(it feeds.Item) { s.restored = append(s.restored, it.ID) }

func (s *shelf) Add(it *feeds.Item) {
	s.alone.Add(it)
	s.added = append(s.added, it.ID)
}

func TestRecall(t *testing.T) {
	s, err := store.Open(t.Context(), filepath.Join(t.TempDir(), "dateline.db"))
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = s.Close() }()
	save := func(g store.Grouper, key string, days int) {
		t.Helper()
		at := time.Now().AddDate(0, 0, -days)
		v := store.Visit{Items: []feeds.Item{{Feed: "ledger", Key: key, Title: key, Published: at, Seen: at}}}
		v.Health.Feed = "ledger"
		if _, _, err := s.Save(t.Context(), []store.Visit{v}, g); err != nil {
			t.Fatal(err)
		}
	}
	save(alone{}, "new", 0)
	save(alone{}, "old", 5)
	save(alone{}, "too old", 11)
	save(nil, "late", 1)
	save(nil, "later", 20)
	for run, want := range []shelf{
		{restored: []feeds.ItemID{2, 1}, added: []feeds.ItemID{5, 4}}, // in the order in which they were published
		{restored: []feeds.ItemID{2, 4, 1}},
	} {
		var x shelf
		late, err := load.Recall(t.Context(), s, &x)
		if err != nil || !slices.Equal(x.restored, want.restored) || !slices.Equal(x.added, want.added) || len(late) != len(want.added) {
			t.Errorf("run %d: restored %v, added %v, late %v, %v", run+1, x.restored, x.added, late, err)
		}
		for _, it := range late {
			if it.Story != feeds.StoryID(it.ID) {
				t.Errorf("item %d has the story %d", it.ID, it.Story)
			}
		}
	}
}
