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
	w, err := s.Watch(t.Context(), since, start.AddDate(1, 0, 0))
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

func TestThirtyDaysOfHoursAreKept(t *testing.T) {
	s := open(t)
	for h := range 30 * 24 {
		visited(t, s, start.Add(time.Duration(h)*time.Hour), false)
	}
	same(t, "all", len(watch(t, s, time.Time{})), 720)
	visited(t, s, start.AddDate(0, 0, 30), false)
	got := watch(t, s, time.Time{})
	if hour := feeds.HourOf(start); got[hour] || !got[hour+1] || len(got) != 720 {
		t.Errorf("one hour later the first is not left out: %d are kept", len(got))
	}
	history, err := s.History(t.Context(), "gazette", time.Time{})
	if err != nil || len(history) != 720 {
		t.Errorf("%d hours of the feed are kept, %v", len(history), err)
	}
}

func TestAClockThatWasWrongTakesNoHourAway(t *testing.T) {
	s := open(t)
	for _, at := range []time.Time{start, start.AddDate(70, 0, 0), start.AddDate(-50, 0, 0), start.Add(time.Hour)} {
		visited(t, s, at, false)
	}
	hour := feeds.HourOf(start)
	same(t, "watch", watch(t, s, start.AddDate(-1, 0, 0)), feeds.Watch{hour: true, hour + 1: true})
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
