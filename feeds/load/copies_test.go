package load_test

import (
	"context"
	"errors"
	"path/filepath"
	"sync/atomic"
	"testing"
	"testing/synctest"
	"time"

	"dateline/feeds"
	"dateline/feeds/load"
	"dateline/feeds/store"
)

func TestACopyLearnsWhatTheOtherStores(t *testing.T) {
	path := filepath.Join(t.TempDir(), "dateline.db")
	var here, there *store.Store
	for _, s := range []**store.Store{&here, &there} {
		var err error
		if *s, err = store.Open(t.Context(), path); err != nil {
			t.Fatal(err)
		}
		t.Cleanup(func() { _ = (*s).Close() })
	}
	index := newMemory()
	stories := load.NewStories(here, index)
	f := feeds.Feed{ID: "gazette", URL: "https://gazette.example/rss"}
	l := load.New(load.Parts{}, load.Options{Feeds: []feeds.Feed{f}})
	var told []feeds.StoreChanged
	look := func() {
		t.Helper()
		if err := l.Look(t.Context(), here, stories, func(e feeds.Event) { told = append(told, e.(feeds.StoreChanged)) }); err != nil {
			t.Fatal(err)
		}
	}
	look()
	if len(told) > 0 {
		t.Fatalf("nothing was stored and %+v is told", told)
	}
	now := time.Now().Add(-time.Minute).UTC().Truncate(time.Second)
	v := store.Visit{
		URL: f.URL, ETag: `"7"`, Health: feeds.Health{Feed: f.ID, LastTry: now, LastGood: now, NextTry: now.Add(time.Hour)},
		Items: []feeds.Item{{Feed: f.ID, Key: "k", Title: "Talks go on", Text: "At length.", Published: now, Seen: now}},
	}
	if _, _, err := there.Save(t.Context(), []store.Visit{v}, newMemory()); err != nil {
		t.Fatal(err)
	}
	look()
	look()
	if len(told) != 1 || len(told[0].Items) != 1 || len(told[0].Health) != 1 {
		t.Fatalf("told is %+v", told)
	}
	id := told[0].Items[0].ID
	if index.in[id] == 0 || index.texts[id] != "At length." {
		t.Errorf("the index holds %v, %v", index.in, index.texts)
	}
	if h := l.Health()[0]; !h.NextTry.Equal(v.Health.NextTry) {
		t.Errorf("it would ask at %v what is not due before %v", h.NextTry, v.Health.NextTry)
	}
}

func TestWhatIsOnTheScreenIsNoted(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		ctx, stop := context.WithCancel(t.Context())
		var shown, busy atomic.Int64
		notes := make(chan feeds.StoryID, 10)
		go load.Note(ctx, func(_ context.Context, id feeds.StoryID, _ time.Time) error {
			if busy.Load() != 0 {
				return errors.New("another program writes")
			}
			notes <- id
			return nil
		}, func() feeds.StoryID { return feeds.StoryID(shown.Load()) })
		pass(time.Minute)
		same(t, "of nothing", len(notes), 0)
		shown.Store(7)
		busy.Store(1)
		pass(time.Minute)
		busy.Store(0)
		pass(time.Minute)
		same(t, "of a story", len(notes), 1)
		same(t, "which", <-notes, feeds.StoryID(7))
		pass(25 * time.Hour)
		same(t, "a day later", len(notes), 2)
		stop()
	})
}
