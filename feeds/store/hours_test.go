package store_test

import (
	"context"
	"path/filepath"
	"testing"
	"time"

	"dateline/feeds"
	"dateline/feeds/store"
)

// visited keeps a visit without items.
func visited(t *testing.T, s *store.Store, at time.Time, failed bool) {
	t.Helper()
	v := store.Visit{Health: feeds.Health{Feed: "gazette", LastTry: at}}
	if failed {
		v.Health.Failure = &feeds.Failure{Kind: feeds.FailTimeout}
	}
	if _, _, err := s.Save(t.Context(), []store.Visit{v}, nil); err != nil {
		t.Fatal(err)
	}
}

func watch(t *testing.T, s *store.Store, since time.Time) feeds.Watch {
	t.Helper()
	w, err := s.Watch(t.Context(), since)
	if err != nil {
		t.Fatal(err)
	}
	return w
}

func TestAnHourIsObservedIfAFeedAnsweredInIt(t *testing.T) {
	path := filepath.Join(t.TempDir(), "dateline.db")
	s := openAt(t, path)
	for _, v := range []struct {
		at     time.Duration
		failed bool
	}{
		{0, false},
		{20 * time.Minute, true}, // one that failed takes nothing away
		{time.Hour, true},
		{2 * time.Hour, true},
		{2*time.Hour + 59*time.Minute, false},
		{5 * time.Hour, false},
	} {
		visited(t, s, start.Add(v.at), v.failed)
	}
	hour := feeds.HourOf(start)
	same(t, "watch", watch(t, s, time.Time{}), feeds.Watch{hour: true, hour + 2: true, hour + 5: true})
	same(t, "since", watch(t, s, start.Add(2*time.Hour+30*time.Minute)), feeds.Watch{hour + 2: true, hour + 5: true})
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	same(t, "after a restart", len(watch(t, openAt(t, path), start)), 3)
}

func TestHoursAreKeptForThirtyDays(t *testing.T) {
	s := open(t)
	const day = 24 * time.Hour
	for _, at := range []time.Duration{0, time.Hour, 29 * day, 30*day - time.Minute} {
		visited(t, s, start.Add(at), false)
	}
	same(t, "all", len(watch(t, s, time.Time{})), 4)
	visited(t, s, start.Add(30*day), false)
	got := watch(t, s, time.Time{})
	if hour := feeds.HourOf(start); got[hour] || !got[hour+1] || len(got) != 4 {
		t.Errorf("after 30 days the first hour is left out: %v", got)
	}
}

func TestAVisitThatIsNotKeptWasNotObserved(t *testing.T) {
	s := open(t)
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if _, _, err := s.Save(ctx, []store.Visit{{Health: feeds.Health{Feed: "gazette", LastTry: start}}}, nil); err == nil {
		t.Fatal("a visit was kept after the end")
	}
	same(t, "watch", watch(t, s, time.Time{}), feeds.Watch{})
}
