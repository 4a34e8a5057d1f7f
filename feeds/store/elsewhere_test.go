package store_test

import (
	"errors"
	"path/filepath"
	"testing"

	"dateline/feeds"
	"dateline/feeds/store"
)

func elsewhere(t *testing.T, s *store.Store) (changed []feeds.Item, gone []feeds.ItemID) {
	t.Helper()
	changed, gone, err := s.Elsewhere(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	return changed, gone
}

func TestWhatAnotherCopyStoresIsSeen(t *testing.T) {
	path := filepath.Join(t.TempDir(), "dateline.db")
	a, b := openAt(t, path), openAt(t, path)
	it := save(t, a, oneStory{}, item("k", "T"))[0]
	for _, c := range []struct {
		name string
		do   func() error
	}{
		{"a new item", func() error { return nil }},
		{"a mark", func() error {
			it.Starred = true
			return a.SetStarred(t.Context(), []feeds.ItemID{it.ID}, true)
		}},
		{"a tag", func() error {
			it.Tags.Countries = []feeds.Tag{{Code: "FR"}}
			_, err := a.SetTags(t.Context(), []feeds.Item{it})
			return err
		}},
		{"a move", func() error {
			it.Story, it.Join = 9, feeds.Join{With: 3}
			return a.Move(t.Context(), []feeds.Move{{Item: it.ID, Story: 9, Join: it.Join}})
		}},
		{"a change", func() error {
			now := it
			now.Title = "Another"
			it = save(t, a, nil, now)[0]
			return nil
		}},
	} {
		if err := c.do(); err != nil {
			t.Fatal(err)
		}
		changed, gone := elsewhere(t, b)
		same(t, c.name, changed, []feeds.Item{it})
		same(t, "gone after "+c.name, gone, []feeds.ItemID(nil))
		again, _ := elsewhere(t, b)
		same(t, c.name+" is told once", len(again), 0)
	}
	own, _ := elsewhere(t, a)
	same(t, "of its own", own, []feeds.Item(nil))
}

func TestOwnChangesAmongOthersAreNotTold(t *testing.T) {
	path := filepath.Join(t.TempDir(), "dateline.db")
	a, b := openAt(t, path), openAt(t, path)
	save(t, a, oneStory{}, item("a", "A"))
	save(t, b, oneStory{}, item("b", "B"))
	save(t, a, oneStory{}, item("c", "C"))
	changed, _ := elsewhere(t, a)
	same(t, "of b", len(changed), 1)
	same(t, "title", changed[0].Title, "B")
	changed, _ = elsewhere(t, b)
	same(t, "of a", len(changed), 2)
	if later, _ := elsewhere(t, openAt(t, path)); len(later) > 0 {
		t.Errorf("before it was opened: %v", later)
	}
}

func TestOneLeads(t *testing.T) {
	path := filepath.Join(t.TempDir(), "dateline.db")
	never := errors.New("somebody leads")
	waiting := func() error { return never }
	release, err := store.Lead(t.Context(), path, waiting)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := store.Lead(t.Context(), path, waiting); !errors.Is(err, never) {
		t.Errorf("the second one: %v", err)
	}
	release()
	release, err = store.Lead(t.Context(), path, waiting)
	if err != nil {
		t.Fatalf("after the first: %v", err)
	}
	release()
}
