package load_test

import (
	"context"
	"fmt"
	"path/filepath"
	"strings"
	"sync/atomic"
	"testing"
	"testing/synctest"
	"time"

	"dateline/feeds"
	"dateline/feeds/fetch"
	"dateline/feeds/load"
	"dateline/feeds/parse"
	"dateline/feeds/store"
)

// wallClock is a clock that can be set while time goes on.
type wallClock struct{ ahead atomic.Int64 }

func (c *wallClock) jump(by time.Duration) { c.ahead.Add(int64(by)) }

func (c *wallClock) now() time.Time { return time.Now().Add(time.Duration(c.ahead.Load())) }

// reads has a loader read this clock.
func (c *wallClock) reads(o *load.Options) { o.Now = c.now }

// noticed is for how long a jump may stay unseen.
const noticed = 15 * time.Second

func TestEightHoursAsleep(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		n, w, c := &net{}, newWorld(), &wallClock{}
		w.get = n.get
		ids := strings.Fields("a b c d e f g h i j k l m n o p q r s t")
		l := w.loader(strings.Join(ids, " "), c.reads)
		stop := w.run(t, l)
		pass(time.Minute)
		w.takeAsked()
		same(t, "dropped while awake", w.reconnects.Load(), int64(0))
		c.jump(8 * time.Hour)
		pass(noticed)
		asked := w.takeAsked()
		same(t, "asked", len(asked), len(ids))
		waves := map[string]int{}
		for _, at := range asked {
			waves[strings.Fields(at)[0]]++
		}
		same(t, "asked at once", waves, map[string]int{"1m0.1s": 4, "1m0.2s": 8, "1m0.3s": 8})
		same(t, "dropped connections", w.reconnects.Load(), int64(1))
		pass(14 * time.Minute)
		same(t, "asked again before their time", w.takeAsked(), []string(nil))
		pass(time.Minute + noticed)
		same(t, "asked in their time", len(w.takeAsked()), len(ids))
		stop()
	})
}

func TestTheClockIsSetBack(t *testing.T) {
	for _, by := range []time.Duration{time.Hour, 24 * time.Hour, 365 * 24 * time.Hour} {
		t.Run(by.String(), func(t *testing.T) {
			synctest.Test(t, func(t *testing.T) {
				w, c := newWorld(), &wallClock{}
				w.get = func(_ context.Context, r fetch.Request) (fetch.Response, error) {
					if strings.Contains(r.URL, "//busy.") {
						return fetch.Response{}, &feeds.Failure{Kind: feeds.FailRateLimited, Retry: 2 * time.Hour}
					}
					return fetch.Response{Body: []byte("x")}, nil
				}
				l := w.loader("a busy", c.reads)
				stop := w.run(t, l)
				pass(5 * time.Minute)
				good := l.Health()[0].LastGood
				w.takeAsked()
				c.jump(-by)
				pass(noticed)
				same(t, "the last success", l.Health()[0].LastGood, good.Add(-by))
				pass(10*time.Minute - noticed - time.Second)
				same(t, "asked within its time", w.takeAsked(), []string(nil))
				l.Refresh("") // a server that wants to be left alone is
				pass(time.Second)
				same(t, "asked when it is time", w.takeAsked(), []string{"14m59s a"})
				pass(2*time.Hour + time.Minute)
				same(t, "asked in two hours", len(w.takeAsked()), 8+1)
				same(t, "asked next", l.Health()[0].NextTry.Sub(c.now()) <= 15*time.Minute, true)
				stop()
			})
		})
	}
}

func TestAClockThatIsSetAsEveryDayIsNoJump(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		w, c := newWorld(), &wallClock{}
		l := w.loader("a", c.reads)
		stop := w.run(t, l)
		next := l.Health()[0].NextTry
		c.jump(-time.Second)
		pass(noticed)
		same(t, "next", l.Health()[0].NextTry, next)
		same(t, "dropped connections", w.reconnects.Load(), int64(0))
		stop()
	})
}

// TestACopyThatWaitsSeesTheClockSetBack has a copy load, the clock be set back,
// and another copy take over.
func TestACopyThatWaitsSeesTheClockSetBack(t *testing.T) {
	s, err := store.Open(t.Context(), filepath.Join(t.TempDir(), "dateline.db"))
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = s.Close() }()
	c := &wallClock{}
	list := []feeds.Feed{feed("a"), feed("b")}
	asked := 0
	copyOf := func() *load.Loader {
		known, err := s.Visits(t.Context())
		if err != nil {
			t.Fatal(err)
		}
		return load.New(load.Parts{
			Get: func(context.Context, fetch.Request) (fetch.Response, error) {
				asked++
				return fetch.Response{}, nil
			},
			Parse: func([]byte, parse.Source) (parse.Result, error) {
				return parse.Result{Items: []feeds.Item{{Feed: "a", Key: fmt.Sprint(asked), Title: "T"}}}, nil
			},
			Tag:    func(feeds.Feed, *feeds.Item) {},
			Recall: func(context.Context, func(feeds.Event)) error { return nil },
			Mend:   func(context.Context) ([]feeds.Move, error) { return nil, nil },
			Save: func(ctx context.Context, v []store.Visit) ([][]feeds.Item, []int, error) {
				return s.Save(ctx, v, nil)
			},
		}, load.Options{Feeds: list, Known: known, Now: c.now, Workers: 1, Rand: func() float64 { return 0 }})
	}
	leads := copyOf()
	round := func(l *load.Loader) {
		t.Helper()
		if err := l.Round(t.Context(), func(feeds.Event) {}); err != nil {
			t.Fatal(err)
		}
	}
	round(leads)
	same(t, "asked at first", asked, 2)
	waits := copyOf()
	c.jump(-24 * time.Hour)
	for _, l := range []*load.Loader{leads, waits} {
		follow(t, l, s)
		round(l)
		same(t, "asked within their time", asked, 2)
	}
	c.jump(16 * time.Minute)
	round(leads)
	same(t, "asked in their time", asked, 4)
	follow(t, waits, s)
	round(waits)
	same(t, "asked by the one and the other", asked, 4)
}

// follow has a copy look once at what others have stored.
func follow(t *testing.T, l *load.Loader, s *store.Store) {
	t.Helper()
	stories := load.NewStories(s, newMemory())
	if err := stories.Recall(t.Context(), func(feeds.Event) {}); err != nil {
		t.Fatal(err)
	}
	ctx, stop := context.WithCancel(t.Context())
	if err := l.Follow(ctx, oneLook{s, stop}, stories, func(feeds.Event) {}); err != nil {
		t.Fatal(err)
	}
	if _, err := l.Learn(t.Context(), s); err != nil {
		t.Fatal(err)
	}
}

// oneLook is a store that ends what follows it when it has been looked at.
type oneLook struct {
	*store.Store
	end func()
}

func (o oneLook) Elsewhere(ctx context.Context) ([]feeds.Item, []feeds.ItemID, error) {
	defer o.end()
	return o.Store.Elsewhere(context.WithoutCancel(ctx))
}
