package load_test

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"dateline/feeds"
	"dateline/feeds/fetch"
	"dateline/feeds/load"
	"dateline/feeds/store"
)

// gaps runs one feed for long, and returns the first waits between visits.
func gaps(t *testing.T, w *world, n int, edit func(*load.Options)) []time.Duration {
	t.Helper()
	visits := make(chan time.Time, n+1)
	get := w.get
	w.get = func(ctx context.Context, r fetch.Request) (fetch.Response, error) {
		select {
		case visits <- time.Now():
		default: // enough
		}
		return get(ctx, r)
	}
	defer w.run(t, w.loader("a", edit))()
	var out []time.Duration
	for last := <-visits; len(out) < n; {
		at := <-visits
		out, last = append(out, at.Sub(last)), at
	}
	return out
}

func TestIntervals(t *testing.T) {
	for _, c := range []struct {
		name        string
		every, feed time.Duration
		ttl, fresh  time.Duration
		random      float64
		want        time.Duration
	}{
		{name: "the default", want: 15 * time.Minute},
		{name: "the option", every: 40 * time.Minute, want: 40 * time.Minute},
		{name: "the feed's own", every: 40 * time.Minute, feed: 5 * time.Minute, want: 5 * time.Minute},
		{name: "never too often", feed: time.Second, want: time.Minute},
		{name: "a shorter ttl", ttl: time.Minute, want: 15 * time.Minute},
		{name: "a longer ttl", ttl: time.Hour, want: time.Hour},
		{name: "a longer freshness", fresh: 2 * time.Hour, ttl: time.Hour, want: 2 * time.Hour},
		{name: "an absurd ttl", ttl: 1000 * time.Hour, want: 6 * time.Hour},
		{name: "an interval above what is believed", feed: 12 * time.Hour, ttl: 7 * time.Hour, want: 12 * time.Hour},
		{name: "half the jitter", random: .5, want: 15*time.Minute + 45*time.Second},
		{name: "all the jitter", random: 1, want: 16*time.Minute + 30*time.Second},
	} {
		t.Run(c.name, func(t *testing.T) {
			synctest.Test(t, func(t *testing.T) {
				w := newWorld()
				w.ttl = c.ttl
				w.get = func(context.Context, fetch.Request) (fetch.Response, error) {
					return fetch.Response{Body: []byte("x"), Fresh: c.fresh}, nil
				}
				got := gaps(t, w, 2, func(o *load.Options) {
					o.Every, o.Feeds[0].Every, o.Rand = c.every, c.feed, func() float64 { return c.random }
				})
				same(t, "gaps", got, []time.Duration{c.want, c.want})
			})
		})
	}
}

func TestBackoff(t *testing.T) {
	for _, c := range []struct {
		failure feeds.Failure
		every   time.Duration
		want    string
	}{
		{feeds.Failure{Kind: feeds.FailTimeout}, 0, "1m0s 2m0s 4m0s 8m0s 16m0s 30m0s 30m0s"},
		{feeds.Failure{Kind: feeds.FailDNS}, time.Hour, "1m0s 2m0s 4m0s 8m0s 16m0s 32m0s 1h0m0s 1h0m0s"},
		{feeds.Failure{Kind: feeds.FailServer}, 0, "5m0s 10m0s 20m0s 40m0s 1h20m0s 2h0m0s 2h0m0s"},
		{feeds.Failure{Kind: feeds.FailStatus, Status: 404}, 0, "15m0s 30m0s 1h0m0s 2h0m0s 4h0m0s 8h0m0s 12h0m0s 12h0m0s"},
		{feeds.Failure{Kind: feeds.FailHTML}, 8 * time.Hour, "8h0m0s 12h0m0s 12h0m0s"},
		{feeds.Failure{Kind: feeds.FailGone}, 0, "24h0m0s 48h0m0s 96h0m0s 168h0m0s 168h0m0s"},
		{feeds.Failure{Kind: feeds.FailRateLimited}, 0, "1h0m0s 2h0m0s"},
		{feeds.Failure{Kind: feeds.FailRateLimited, Retry: 100 * time.Minute}, 0, "1h40m0s 2h0m0s"},
		{feeds.Failure{Kind: feeds.FailServer, Retry: 48 * time.Hour}, 0, "48h0m0s 48h0m0s"},
	} {
		t.Run(string(c.failure.Kind), func(t *testing.T) {
			synctest.Test(t, func(t *testing.T) {
				w := newWorld()
				w.get = func(context.Context, fetch.Request) (fetch.Response, error) {
					f := c.failure
					return fetch.Response{}, &f
				}
				n := len(strings.Fields(c.want))
				got := gaps(t, w, n, func(o *load.Options) { o.Every = c.every })
				same(t, "gaps", strings.Trim(fmt.Sprint(got), "[]"), c.want)
			})
		})
	}
}

func TestAGoodAnswerEndsTheBackoff(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		w, n := newWorld(), 0
		w.get = func(context.Context, fetch.Request) (fetch.Response, error) {
			if n++; n == 3 {
				return fetch.Response{NotModified: true}, nil
			}
			return fetch.Response{}, &feeds.Failure{Kind: feeds.FailConnect}
		}
		m := time.Minute
		same(t, "gaps", gaps(t, w, 5, nil), []time.Duration{m, 2 * m, 15 * m, m, 2 * m})
	})
}

func TestRetryAfterClosesTheServer(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		w := newWorld()
		w.get = func(_ context.Context, r fetch.Request) (fetch.Response, error) {
			if strings.HasSuffix(r.URL, "?first") && time.Since(w.began) < time.Hour {
				return fetch.Response{}, &feeds.Failure{Kind: feeds.FailRateLimited, Retry: time.Hour}
			}
			return fetch.Response{Body: []byte("x")}, nil
		}
		oneServer := func(o *load.Options) {
			o.Workers = 1 // so that the first one is answered before the second is asked
			o.Feeds[0].URL, o.Feeds[1].URL = "https://one.example/?first", "https://ONE.example/?second"
		}
		l := w.loader("a b c", oneServer)
		stop := w.run(t, l)
		pass(10 * time.Minute)
		l.Refresh("a")
		l.Refresh("")
		synctest.Wait()
		want := []string{"0s one.example/?first", "0s c", "10m0s c"}
		same(t, "asked", w.takeAsked(), want)
		same(t, "told", w.take(), []string{
			"started 3", "a failed (rate-limited)", "c +1", "finished 2-1 +1", "started 1", "c +0", "finished 1-0 +0",
		})
		stop()

		// Another start does not make the server open.
		l = w.loader("a b", oneServer)
		stop = w.run(t, l)
		l.Refresh("")
		pass(50*time.Minute - time.Second)
		same(t, "asked after the restart", w.takeAsked(), []string(nil))
		pass(time.Second)
		same(t, "asked when it is open", w.takeAsked(), []string{"1h0m0s one.example/?first", "1h0m0s ONE.example/?second"})
		stop()
	})
}

func TestRefresh(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		w := newWorld()
		l := w.loader("a b off", func(o *load.Options) { o.Feeds[2].Off, o.Workers = true, 1 })
		stop := w.run(t, l)
		pass(time.Minute)
		w.takeAsked()
		for _, id := range []feeds.FeedID{"b", "nobody", "off"} {
			l.Refresh(id)
			synctest.Wait()
		}
		same(t, "one", w.takeAsked(), []string{"1m0s b"})
		pass(time.Minute)
		l.Refresh("")
		synctest.Wait()
		same(t, "all", w.takeAsked(), []string{"2m0s a", "2m0s b"})
		pass(15 * time.Minute)
		same(t, "and then as usual", w.takeAsked(), []string{"17m0s a", "17m0s b"})
		stop()
	})
}

func TestWhoIsBeingAskedIsNotAskedTwice(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		w := newWorld()
		w.get = func(context.Context, fetch.Request) (fetch.Response, error) {
			time.Sleep(20 * time.Second)
			return fetch.Response{Body: []byte("x")}, nil
		}
		l := w.loader("a", nil)
		stop := w.run(t, l)
		for range 3 {
			l.Refresh("a")
			pass(time.Second)
		}
		pass(time.Minute)
		same(t, "asked", w.takeAsked(), []string{"0s a"})
		stop()
	})
}

func TestTimesAreKeptAcrossRestarts(t *testing.T) {
	here := feed("a").URL
	for _, c := range []struct {
		name       string
		url        string
		last, next time.Duration // from now
		retry      time.Duration
		want, etag string
	}{
		{"never visited", "", 0, 0, 0, "0s", ""},
		{"due", here, -2 * time.Hour, -time.Hour, 0, "0s", "e"},
		{"not due", here, 0, time.Hour, 0, "1h0m0s", "e"},
		{"not due and told to wait longer", here, 0, time.Hour, 2 * time.Hour, "2h0m0s", "e"},
		{"at another address", "https://old.example", 0, time.Hour, time.Hour, "0s", ""},
		{"the clock was wrong", here, 9000 * time.Hour, 9001 * time.Hour, 0, "0s", "e"},
	} {
		t.Run(c.name, func(t *testing.T) {
			synctest.Test(t, func(t *testing.T) {
				w, now := newWorld(), time.Now()
				w.known["a"] = store.Known{URL: c.url, ETag: "e", Health: feeds.Health{
					LastTry: now.Add(c.last), NextTry: now.Add(c.next), Failure: &feeds.Failure{Retry: c.retry},
				}}
				var etag string
				asked := make(chan time.Duration, 1000)
				w.get = func(_ context.Context, r fetch.Request) (fetch.Response, error) {
					if len(asked) == 0 {
						etag = r.ETag
					}
					asked <- time.Since(w.began)
					return fetch.Response{NotModified: true}, nil
				}
				stop := w.run(t, w.loader("a", nil))
				same(t, "asked after", (<-asked).String(), c.want)
				same(t, "etag", etag, c.etag)
				stop()
			})
		})
	}
}

func TestAHungFeedCostsOnlyItself(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		w := newWorld()
		const cap = 30 * time.Second // of the fetcher
		w.get = func(ctx context.Context, r fetch.Request) (fetch.Response, error) {
			if strings.HasPrefix(r.URL, "https://hung.example") {
				time.Sleep(cap)
				return fetch.Response{}, &feeds.Failure{Kind: feeds.FailTimeout}
			}
			return fetch.Response{Body: []byte("x")}, nil
		}
		// Four feeds of a server that hangs may not take all four places.
		l := w.loader("h1 h2 h3 h4 a b c", func(o *load.Options) {
			o.Workers = 4
			for i := range 4 {
				o.Feeds[i].URL = fmt.Sprintf("https://hung.example/%d", i)
			}
		})
		stop := w.run(t, l)
		got := w.take()
		same(t, "at once", append(got[:1:1], sorted(got[1:])...), []string{"started 7", "a +1", "b +1", "c +1"})
		l.Refresh("b")
		synctest.Wait()
		same(t, "meanwhile", w.take(), []string{"started 1", "b +0", "finished 1-0 +0"})
		pass(2 * cap)
		got = w.take()
		same(t, "in the end", append(sorted(got[:4]), got[4:]...), []string{
			"h1 failed (timeout)", "h2 failed (timeout)", "h3 failed (timeout)", "h4 failed (timeout)", "finished 7-4 +3",
		})
		stop()
	})
}

func TestPlaces(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		w := newWorld()
		var now, most int
		w.get = func(context.Context, fetch.Request) (fetch.Response, error) {
			w.mu.Lock()
			now++
			most = max(most, now)
			w.mu.Unlock()
			time.Sleep(time.Second)
			w.mu.Lock()
			now--
			w.mu.Unlock()
			return fetch.Response{Body: []byte("x")}, nil
		}
		var ids []string
		for i := range 100 {
			ids = append(ids, fmt.Sprint("f", i))
		}
		for workers, want := range map[int]int{0: 32, 5: 5} {
			most = 0
			l := w.loader(strings.Join(ids, " "), func(o *load.Options) { o.Workers = workers })
			if err := l.Once(t.Context(), w.emit); err != nil {
				t.Fatal(err)
			}
			if most != want {
				t.Errorf("%d workers: %d at once", workers, most)
			}
		}
		if slices.Max(w.groups) < 2 {
			t.Error("no two visits were saved together")
		}
	})
}
