package feeds_test

import (
	"testing"
	"time"

	"dateline/feeds"
)

func TestRest(t *testing.T) {
	r := feeds.Rest{Hours: 1<<0 | 1<<23, Days: 1 << time.Sunday}
	sunday := time.Date(2026, 2, 1, 0, 0, 0, 0, time.UTC)
	for _, c := range []struct {
		at   time.Time
		want bool
	}{
		{sunday.Add(12 * time.Hour), true},
		{sunday.Add(24*time.Hour + 59*time.Minute), true},
		{sunday.Add(25 * time.Hour), false},
		{sunday.Add(46*time.Hour + 59*time.Minute), false},
		{sunday.Add(47 * time.Hour), true},
		{sunday.Add(25 * time.Hour).In(time.FixedZone("", -3600)), false}, // hours are those of UTC
	} {
		if got := r.Covers(c.at); got != c.want {
			t.Errorf("%s: %v", c.at, got)
		}
	}
}

func TestEveryWaitHasWords(t *testing.T) {
	for _, w := range []feeds.Wait{
		feeds.WaitUsual, feeds.WaitSeldom, feeds.WaitWish, feeds.WaitRest,
		feeds.WaitFailure, feeds.WaitOrder, feeds.WaitGone, feeds.WaitNetwork,
	} {
		if w.Words() == "" {
			t.Errorf("no words for %q", w)
		}
	}
}
