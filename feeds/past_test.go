package feeds_test

import (
	"testing"
	"time"

	"dateline/feeds"
)

func TestThePastOfAFeed(t *testing.T) {
	zone := time.FixedZone("", 2*3600)
	now := time.Date(2026, 11, 20, 1, 30, 0, 0, zone)
	at := func(day, hour int) time.Time { return time.Date(2026, 11, day, hour, 5, 0, 0, time.UTC) }
	past := feeds.PastOf([]feeds.Visited{
		{At: at(19, 23), Visits: 1, New: 2}, // the 20th in the reader's zone
		{At: at(17, 12), Visits: 2, Kind: feeds.FailTimeout},
		{At: at(17, 9), Visits: 1, Kind: feeds.FailServer, Status: 502},
		{At: at(17, 12), Visits: 2, New: 3},
		{At: at(10, 12), Visits: 4},
		{At: at(9, 12), Visits: 1, Kind: feeds.FailDNS},
		{At: at(9, 12).AddDate(0, 0, -60), Visits: 9, New: 9},
		{At: at(9, 12).AddDate(1, 0, 0), Visits: 9, New: 9},
		{At: time.Date(2026, 10, 21, 22, 0, 0, 0, time.UTC), Visits: 1, New: 1}, // the first moment of the first day
		{At: time.Date(2026, 10, 21, 21, 59, 59, 0, time.UTC), Visits: 9, New: 9},
	}, now)
	if len(past) != 30 || past[29].Visits != 1 || past[0].Visits != 1 || past.News() != 6 {
		t.Fatalf("%+v", past)
	}
	want := feeds.Day{Date: time.Date(2026, 11, 17, 0, 0, 0, 0, zone), Visits: 5, Failed: 3, New: 3, Kind: feeds.FailTimeout}
	if past[26] != want {
		t.Errorf("%+v, want %+v", past[26], want)
	}
	if got, want := past.Words(), "failed on 2 of 5 days, last on Tue 17 Nov: no full answer in time"; got != want {
		t.Errorf("%q, want %q", got, want)
	}
	if got, want := past[28:].Words(), "asked on 1 day, and never failed"; got != want {
		t.Errorf("%q, want %q", got, want)
	}
	if got := feeds.PastOf(nil, now).Words(); got != "" {
		t.Errorf("%q", got)
	}
}
