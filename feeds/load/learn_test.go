package load_test

import (
	"context"
	"testing"
	"testing/synctest"
	"time"

	"dateline/feeds"
	"dateline/feeds/fetch"
	"dateline/feeds/load"
	"dateline/feeds/parse"
)

const hour, day = time.Hour, 24 * time.Hour

// series is a feed of n items, the newest so old and one every so often.
func series(now time.Time, n int, age, every time.Duration) (items []feeds.Item) {
	for i := range n {
		at := now.Add(-age - time.Duration(i)*every)
		items = append(items, feeds.Item{Feed: "a", Key: at.String(), Title: "T", Published: at, Seen: now})
	}
	return items
}

// answers has the feed give these items at its first visit and be unchanged
// from then on.
func (w *world) answers(r parse.Result) {
	w.read = func(parse.Source) parse.Result { return r }
	w.get = func(_ context.Context, r fetch.Request) (fetch.Response, error) {
		return fetch.Response{ETag: "e", NotModified: r.ETag != ""}, nil
	}
}

func TestAFeedIsAskedAsItPublishes(t *testing.T) {
	for _, c := range []struct {
		name        string
		n           int
		age, every  time.Duration // of its items
		own, common time.Duration // intervals set by the reader
		sticky      bool          // an old item stays in the feed
		want        time.Duration
		why         feeds.Wait
	}{
		{name: "many a day", n: 30, every: 20 * time.Minute, want: 15 * time.Minute, why: feeds.WaitUsual},
		{name: "many a day and one for ever", n: 29, every: 20 * time.Minute, sticky: true, want: 15 * time.Minute, why: feeds.WaitUsual},
		{name: "hourly", n: 24, every: hour, want: 15 * time.Minute, why: feeds.WaitUsual},
		{name: "some a day", n: 20, every: 5 * hour, want: 30 * time.Minute, why: feeds.WaitSeldom},
		{name: "daily", n: 10, every: day, want: hour, why: feeds.WaitSeldom},
		{name: "twice a week", n: 8, every: 84 * hour, want: 3 * hour, why: feeds.WaitSeldom},
		{name: "weekly", n: 6, every: 7 * day, want: 6 * hour, why: feeds.WaitSeldom},
		{name: "yearly", n: 6, every: 365 * day, want: 6 * hour, why: feeds.WaitSeldom},
		{name: "fallen silent", n: 30, age: 60 * day, every: 20 * time.Minute, want: 6 * hour, why: feeds.WaitSeldom},
		{name: "a quiet night", n: 30, age: 8 * hour, every: 20 * time.Minute, want: 15 * time.Minute, why: feeds.WaitUsual},
		{name: "too few to say", n: 4, every: 7 * day, want: 15 * time.Minute, why: feeds.WaitUsual},
		{name: "weekly, and the reader said how often", n: 6, every: 7 * day, own: 10 * time.Minute, want: 10 * time.Minute, why: feeds.WaitUsual},
		{name: "daily, and all feeds are asked more seldom", n: 10, every: day, common: 2 * hour, want: 2 * hour, why: feeds.WaitUsual},
	} {
		t.Run(c.name, func(t *testing.T) {
			synctest.Test(t, func(t *testing.T) {
				w := newWorld()
				items := series(w.began, c.n, c.age, c.every)
				if c.sticky {
					items = append(items, series(w.began, 1, 2000*day, 0)...)
				}
				w.answers(parse.Result{Items: items})
				l := w.loader("a", func(o *load.Options) { o.Every, o.Feeds[0].Every = c.common, c.own })
				stop := w.run(t, l)
				h := l.Health()[0]
				same(t, "next", h.NextTry.Sub(h.LastTry), c.want)
				same(t, "every", h.Every, c.want)
				same(t, "why", h.Wait, c.why)
				stop()
			})
		})
	}
}

// TestHoursOfRestAreThoseOfGreenwich has the clock tell the hours of another
// place.
func TestHoursOfRestAreThoseOfGreenwich(t *testing.T) {
	rest := feeds.Rest{Hours: 1 << 1}
	tokyo := time.FixedZone("JST", 9*60*60)
	for at, want := range map[int]bool{1: false, 9: false, 10: true, 11: false} {
		same(t, "rests", rest.Covers(time.Date(2026, 2, 1, at, 30, 0, 0, tokyo)), want)
	}
}

func TestUndatedItemsShowNothing(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		w := newWorld()
		items := series(w.began, 9, 0, 7*day)
		for i := range 8 {
			items[i].Date = feeds.DateMissing
		}
		w.answers(parse.Result{Items: items})
		l := w.loader("a", nil)
		stop := w.run(t, l)
		h := l.Health()[0]
		same(t, "undated", []int{h.Undated, h.Carried}, []int{8, 9})
		same(t, "publish", h.Publish, time.Duration(0))
		stop()
	})
}

func TestWhatAFeedAsksForHoldsWhileItIsUnchanged(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		w := newWorld()
		w.answers(parse.Result{TTL: 2 * hour})
		stop := w.run(t, w.loader("a", nil))
		pass(4 * hour)
		same(t, "asked", w.takeAsked(), []string{"0s a", "2h0m0s a e", "4h0m0s a e"})
		stop()

		// And after a restart.
		stop = w.run(t, w.loader("a", nil))
		pass(2*hour - time.Second)
		same(t, "too early", w.takeAsked(), []string(nil))
		pass(time.Second)
		same(t, "asked again", w.takeAsked(), []string{"6h0m0s a e"})
		stop()
	})
}

func TestAFeedRests(t *testing.T) {
	night := feeds.Rest{Hours: 1<<1 | 1<<2 | 1<<3} // the tests begin at midnight, on a Saturday
	for _, c := range []struct {
		name string
		rest feeds.Rest
		want []string
	}{
		{"by hours", night, []string{"0s a", "50m0s a e", "4h0m0s a e"}},
		{"by days", feeds.Rest{Days: 1 << time.Saturday}, []string{"0s a", "24h0m0s a e"}},
		{"by days and hours", feeds.Rest{Days: 1 << time.Saturday, Hours: 1}, []string{"0s a", "25h0m0s a e"}},
		{"over a weekend", feeds.Rest{Days: 1<<time.Saturday | 1<<time.Sunday}, []string{"0s a", "48h0m0s a e"}},
		{"for too long", feeds.Rest{Days: 1<<time.Saturday | 1<<time.Sunday | 1<<time.Monday}, []string{"0s a", "50m0s a e", "1h40m0s a e"}},
		{"always", feeds.Rest{Hours: 1<<24 - 1}, []string{"0s a", "50m0s a e", "1h40m0s a e"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			synctest.Test(t, func(t *testing.T) {
				w := newWorld()
				w.answers(parse.Result{Rest: c.rest})
				l := w.loader("a", func(o *load.Options) { o.Every = 50 * time.Minute })
				stop := w.run(t, l)
				pass(49 * hour)
				same(t, "asked", w.takeAsked()[:len(c.want)], c.want)
				stop()
			})
		})
	}
}
