package load

import (
	"cmp"
	"slices"
	"time"

	"dateline/feeds"
)

// succeed writes down that a visit at now went well.
func succeed(h *feeds.Health, now time.Time) {
	if feeds.HourOf(h.LastGood) != feeds.HourOf(now) {
		h.Hours++
	}
	h.Failures, h.Failing, h.Failure, h.LastGood = 0, time.Time{}, nil, now
	h.Usual = cmp.Or(h.Usual, h.Took)
	h.Usual += (h.Took - h.Usual) / usualVisits
}

// fail writes down that a visit at now went wrong.
func fail(h *feeds.Health, f *feeds.Failure, now time.Time) {
	if h.Failures++; h.Failures == 1 {
		h.Failing = now
	}
	h.Failure = f
}

// learn writes down what the items of a full answer show.
func learn(h *feeds.Health, items []feeds.Item) {
	dates := make([]time.Time, 0, len(items))
	for _, it := range items {
		if it.Date == feeds.DateGiven {
			dates = append(dates, it.Published)
			h.Newest = later(h.Newest, it.Published)
		}
	}
	h.Carried, h.Undated = len(items), len(items)-len(dates)
	h.Publish = gap(dates)
}

// gap returns the mean time between dates. The oldest quarter is left out: some
// feeds keep an item at their head for years. Too few dates show nothing.
func gap(dates []time.Time) time.Duration {
	slices.SortFunc(dates, func(a, b time.Time) int { return b.Compare(a) })
	n := len(dates) * 3 / 4
	if n < leastDates {
		return 0
	}
	return dates[0].Sub(dates[n-1]) / time.Duration(n-1)
}

func later(a, b time.Time) time.Time {
	if b.After(a) {
		return b
	}
	return a
}
