package load_test

import (
	"context"
	"fmt"
	"path/filepath"
	"slices"
	"testing"
	"time"

	"dateline/feeds"
	"dateline/feeds/load"
	"dateline/feeds/store"
)

func TestUpkeepLetsOldStoriesGoEverywhere(t *testing.T) {
	s, err := store.Open(t.Context(), filepath.Join(t.TempDir(), "dateline.db"))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = s.Close() })
	now := time.Now().UTC()
	index := newMemory()
	var visits []store.Visit
	for h := range 24 {
		at := now.Add(-time.Duration(h) * time.Hour)
		v := store.Visit{Health: feeds.Health{Feed: "gazette", LastTry: at}}
		for _, age := range []int{40, 1} {
			told := now.AddDate(0, 0, -age)
			key := fmt.Sprintf("word%d-%d", h, age)
			v.Items = append(v.Items, feeds.Item{Feed: "gazette", Key: key, Title: key, Summary: "s", Published: told, Seen: told})
		}
		visits = append(visits, v)
	}
	if _, _, err := s.Save(t.Context(), visits, index); err != nil {
		t.Fatal(err)
	}
	stories := load.NewStories(s, index)
	if err := stories.Recall(t.Context(), func(feeds.Event) {}); err != nil {
		t.Fatal(err)
	}
	var gone []feeds.ItemID
	u := load.Upkeep{Store: s, Stories: stories, Keep: store.Retention{Days: 30}, Open: func(id feeds.StoryID) bool { return id == 3 }, Idle: func() bool { return false }}
	err = u.Once(t.Context(), func(e feeds.Event) { gone = append(gone, e.(feeds.StoreChanged).Gone...) })
	if err != nil {
		t.Fatal(err)
	}
	if len(gone) != 23 || slices.Contains(gone, 3) || len(index.in) != 25 {
		t.Errorf("gone are %v, the index holds %d", gone, len(index.in))
	}
	if n, err := s.Count(t.Context()); n != 25 || err != nil {
		t.Errorf("%d items are stored, %v", n, err)
	}
}

func TestAStoreThatNobodyHasOpenIsLookedAfterOnceADay(t *testing.T) {
	s, err := store.Open(t.Context(), filepath.Join(t.TempDir(), "dateline.db"))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = s.Close() })
	r := &rebuilt{Store: s}
	u := load.Upkeep{
		Store: r, Stories: load.NewStories(s, newMemory()),
		Open: func(feeds.StoryID) bool { return false }, Idle: func() bool { return true },
	}
	tended := func(want int) {
		t.Helper()
		if err := u.IfDue(t.Context(), func(feeds.Event) {}); err != nil {
			t.Fatal(err)
		}
		same(t, "looked after", r.times, want)
	}
	tended(0) // a new one
	tended(0)
	for times, noted := range []time.Duration{-25 * time.Hour, 25 * time.Hour} { // also by a clock that was wrong
		if err := s.SetState(t.Context(), "tended", time.Now().Add(noted).Format(time.RFC3339)); err != nil {
			t.Fatal(err)
		}
		tended(times + 1)
		tended(times + 1)
	}
}

// rebuilt counts how often a store was to be written anew.
type rebuilt struct {
	*store.Store
	times int
}

func (r *rebuilt) Rebuild(context.Context) error {
	r.times++
	return nil
}

func TestAStoreIsWrittenAnewWhenNobodyReads(t *testing.T) {
	s, err := store.Open(t.Context(), filepath.Join(t.TempDir(), "dateline.db"))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = s.Close() })
	stories := load.NewStories(s, newMemory())
	if err := stories.Recall(t.Context(), func(feeds.Event) {}); err != nil {
		t.Fatal(err)
	}
	r := &rebuilt{Store: s}
	for times, idle := range []bool{false, true} {
		u := load.Upkeep{Store: r, Stories: stories, Open: func(feeds.StoryID) bool { return false }, Idle: func() bool { return idle }}
		if err := u.Once(t.Context(), func(feeds.Event) {}); err != nil {
			t.Fatal(err)
		}
		same(t, fmt.Sprint("rebuilt, idle ", idle), r.times, times)
	}
}
