package store_test

import (
	"testing"
	"time"

	"dateline/feeds"
	"dateline/feeds/store"
)

func history(t *testing.T, s *store.Store, id feeds.FeedID, since time.Time) []feeds.Visited {
	t.Helper()
	got, err := s.History(t.Context(), id, since)
	if err != nil {
		t.Fatal(err)
	}
	return got
}

// hours returns in how many hours "gazette" answered well.
func hours(t *testing.T, s *store.Store) int {
	t.Helper()
	known, err := s.Visits(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	return known["gazette"].Health.Hours
}

func TestVisitsOfAnHourThatEndTheSameWayAreKeptTogether(t *testing.T) {
	s := open(t)
	for _, v := range []store.Visit{
		{Health: feeds.Health{Took: 2 * time.Second}, Items: []feeds.Item{item("a", "A"), item("b", "B")}},
		{Health: feeds.Health{Took: time.Second}, Items: []feeds.Item{item("b", "B"), item("c", "C")}},
		{Health: feeds.Health{Took: 3 * time.Second, Failure: &feeds.Failure{Kind: feeds.FailServer, Status: 500}}},
		{Health: feeds.Health{Took: time.Second, Failure: &feeds.Failure{Kind: feeds.FailServer, Status: 502}}},
		{Health: feeds.Health{Feed: "courier"}},
	} {
		if v.Health.Feed == "" {
			v.Health.Feed = "gazette"
		}
		n := len(history(t, s, "", time.Time{}))
		v.Health.LastTry = start.Add(time.Duration(n) * time.Minute)
		if _, _, err := s.Save(t.Context(), []store.Visit{v}, nil); err != nil {
			t.Fatal(err)
		}
	}
	want := []feeds.Visited{
		{Feed: "gazette", At: start.Add(2 * time.Minute), Visits: 2, Kind: feeds.FailServer, Status: 502, Took: 3 * time.Second},
		{Feed: "gazette", At: start.Add(time.Minute), Visits: 2, New: 3, Took: 2 * time.Second},
	}
	same(t, "of one feed", history(t, s, "gazette", time.Time{}), want)
	same(t, "since", history(t, s, "gazette", start.Add(90*time.Second)), want[:1])
	same(t, "of all", len(history(t, s, "", time.Time{})), 3)
	same(t, "hours", hours(t, s), 1)
}

func TestHoursOfAFeedAreCountedForThirtyDays(t *testing.T) {
	s := open(t)
	const day = 24 * time.Hour
	for _, at := range []time.Duration{0, time.Hour, 29 * day, 30*day - time.Minute} {
		visited(t, s, start.Add(at), false)
	}
	same(t, "all", len(history(t, s, "gazette", time.Time{})), 4)
	same(t, "hours", hours(t, s), 4)
	visited(t, s, start.Add(30*day), true)
	same(t, "after 30 days", len(history(t, s, "gazette", time.Time{})), 5)
	same(t, "hours after 30 days", hours(t, s), 3)
}

func TestTheHistoryOfAFeedThatIsGoneIsForgotten(t *testing.T) {
	s := open(t)
	feedsLeft := func() map[feeds.FeedID]int {
		left := map[feeds.FeedID]int{}
		for _, v := range history(t, s, "", time.Time{}) {
			left[v.Feed]++
		}
		return left
	}
	visit := func(id feeds.FeedID, at time.Time) {
		t.Helper()
		if _, _, err := s.Save(t.Context(), []store.Visit{{Health: feeds.Health{Feed: id, LastTry: at}}}, nil); err != nil {
			t.Fatal(err)
		}
		if err := s.ForgetHistory(t.Context()); err != nil {
			t.Fatal(err)
		}
	}
	const day = 24 * time.Hour
	visit("gone", start)
	visit("weekly", start.Add(24*day))
	for h := range 23 {
		visit("gazette", start.Add(30*day+time.Duration(h)*time.Hour))
	}
	visit("gazette", start.Add(900*day)) // the clock was wrong
	same(t, "after 30 days", feedsLeft(), map[feeds.FeedID]int{"gone": 1, "weekly": 1, "gazette": 24})
	visit("gazette", start.Add(31*day))
	visit("gazette", start.Add(31*day+time.Hour))
	same(t, "when a day has gone by since", feedsLeft(), map[feeds.FeedID]int{"weekly": 1, "gazette": 26})
}
