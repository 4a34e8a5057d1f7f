package feeds_test

import (
	"fmt"
	"slices"
	"testing"
	"time"

	"dateline/feeds"
)

// watched returns the hours that begin in the given hours before noon, from the
// first to the last of each pair.
func watched(pairs ...int) feeds.Watch {
	w := feeds.Watch{}
	for i := 0; i < len(pairs); i += 2 {
		for h := pairs[i]; h >= pairs[i+1]; h-- {
			w[feeds.HourOf(day.Add(-time.Duration(h)*time.Hour))] = true
		}
	}
	return w
}

// toldAgo makes a story that as many sources told, each so many minutes ago.
func toldAgo(minutes ...int) *feeds.Story {
	s := &feeds.Story{ID: 1}
	for i, m := range minutes {
		s.Put(told(i+1, fmt.Sprint("source", i), -m, ""))
	}
	return s
}

func TestRise(t *testing.T) {
	always := watched(48, 0)
	tests := []struct {
		name   string
		story  *feeds.Story
		watch  feeds.Watch
		words  string
		rising bool
	}{
		{"faster than before", toldAgo(480, 100, 30, 20), always, "3 new src in 3 h, before 1 in 5 h", true},
		{"slower than before", toldAgo(480, 470, 460, 450, 440, 430, 100, 30), always, "2 new src in 3 h, before 6 in 5 h", false},
		{"one new source is no rise", toldAgo(1440, 30), always, "1 new src in 3 h, before 1 in 21 h", false},
		{"nothing new", toldAgo(480, 470), always, "", false},
		{"too new", toldAgo(110, 30, 20), always, "3 src in 2 h, no past yet", false},
		{"minutes old", toldAgo(25, 20), always, "2 src in 25 min, no past yet", false},
		{"one voice of late", toldAgo(20), always, "", false},
		{"a night unobserved is no silence", toldAgo(900, 100, 30), watched(15, 13, 2, 0), "2 new src in 2 h, before 1 in 3 h, 10 h not observed", true},
		{"told while nobody watched", toldAgo(900, 170, 165, 160, 30, 20), watched(15, 11, 2, 0), "2 new src in 2 h, before 1 in 5 h, 8 h not observed", true},
		{"just started", toldAgo(900, 100, 30), watched(15, 12), "2 src in 3 h, past not observed", false},
		{"nothing observed before", toldAgo(900, 100, 30), watched(2, 0), "2 src in 3 h, past not observed", false},
		{"a date ahead counts as now", toldAgo(480, -20, 30), always, "2 new src in 3 h, before 1 in 5 h", true},
	}
	for _, tt := range tests {
		r := tt.story.Rise(nil, tt.watch, day)
		if r.Words() != tt.words || r.Rising() != tt.rising {
			t.Errorf("%s: %q, rising %v; want %q, %v (%+v)", tt.name, r.Words(), r.Rising(), tt.words, tt.rising, r)
		}
	}
}

func TestALoudSourceRisesOnce(t *testing.T) {
	s := toldAgo(480)
	for i := range 9 {
		s.Put(told(10+i, "loud", -i, ""))
		s.Put(told(30+i, fmt.Sprint("carrier", i), -i, "WIRE"))
	}
	if r := s.Rise(nil, watched(24, 0), day); r.New != 2 || r.Before != 1 {
		t.Errorf("%+v, want the loud one and the agency to be new", r)
	}
}

func TestOrders(t *testing.T) {
	watch := watched(48, 0)
	rank := func(id int, sources int, s *feeds.Story) feeds.Rank {
		return feeds.Rank{Story: feeds.StoryID(id), Updated: s.Updated(), Sources: sources, Rise: s.Rise(nil, watch, day)}
	}
	ranks := []feeds.Rank{
		rank(1, 9, toldAgo(600, 590, 580)),
		rank(2, 4, toldAgo(480, 100, 30, 20)),
		rank(3, 3, toldAgo(110, 30, 21)),
		rank(4, 1, toldAgo(5)),
		rank(5, 3, toldAgo(1000, 40, 22)),
	}
	for order, want := range map[feeds.Order][]feeds.StoryID{
		feeds.Newest:      {4, 2, 3, 5, 1},
		feeds.MostCovered: {1, 2, 3, 5, 4},
		feeds.RisingFirst: {2, 5, 3, 4, 1},
	} {
		slices.SortFunc(ranks, order.Compare)
		var got []feeds.StoryID
		for _, r := range ranks {
			got = append(got, r.Story)
		}
		if !slices.Equal(got, want) {
			t.Errorf("%s: %v, want %v", order, got, want)
		}
	}
}

func TestOrdersFollowEachOther(t *testing.T) {
	o := feeds.Order("")
	for _, want := range append(feeds.Orders(), feeds.Newest) {
		if o = o.Next(); o != want || o.Label() == "" {
			t.Errorf("%q (%s), want %q", o, o.Label(), want)
		}
	}
}

func TestObservedTime(t *testing.T) {
	w := watched(3, 2, 0, 0) // 9:00 to 11:00, 12:00 to 13:00
	for _, tt := range []struct{ from, to, want time.Duration }{
		{-3 * time.Hour, 0, 2 * time.Hour},
		{-150 * time.Minute, 20 * time.Minute, 110 * time.Minute},
		{-time.Hour, 0, 0},
		{0, 0, 0},
		{time.Hour, -time.Hour, 0},
		{-48 * time.Hour, 48 * time.Hour, 3 * time.Hour},
	} {
		if got := w.Observed(day.Add(tt.from), day.Add(tt.to)); got != tt.want {
			t.Errorf("from %v to %v: %v, want %v", tt.from, tt.to, got, tt.want)
		}
	}
}
