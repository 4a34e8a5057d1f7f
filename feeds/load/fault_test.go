package load_test

import (
	"context"
	"errors"
	"strings"
	"sync/atomic"
	"testing"
	"testing/synctest"
	"time"

	"dateline/feeds"
	"dateline/feeds/fetch"
	"dateline/feeds/load"
	"dateline/feeds/store"
)

func TestAFaultCostsOnlyItsFeed(t *testing.T) {
	bodies := map[string]string{"//parse.": "x PANIC", "//tag.": "x UNTAGGABLE", "//good.": "x"}
	synctest.Test(t, func(t *testing.T) {
		w := newWorld()
		w.get = func(_ context.Context, r fetch.Request) (fetch.Response, error) {
			for host, body := range bodies {
				if strings.Contains(r.URL, host) {
					return fetch.Response{Body: []byte(body), ETag: "e"}, nil
				}
			}
			if strings.Contains(r.URL, "//error.") {
				return fetch.Response{}, errors.New("nobody\x1b named this")
			}
			panic("cannot get")
		}
		l := w.loader("get parse tag error good", func(o *load.Options) { o.Workers = 1 })
		if err := l.Once(t.Context(), w.emit); err != nil {
			t.Fatal(err)
		}
		same(t, "events", w.take(), []string{
			"started 5", "get failed (malformed)", "parse failed (malformed)", "tag failed (malformed)",
			"error failed (malformed)", "good +1", "finished 5-4 +1",
		})
		same(t, "stored", keys(w.keys), []string{"goodx"})
		for i, want := range []string{"panic: cannot get", "panic: cannot read", "panic: cannot tag"} {
			same(t, "detail", l.Health()[i].Failure.Detail, want)
		}
		if d := l.Health()[3].Failure.Detail; strings.Contains(d, "\x1b") || !strings.Contains(d, "named this") {
			t.Errorf("detail %q", d)
		}
		if w.known["tag"].ETag != "" {
			t.Error("the validators of a lost answer were kept")
		}
	})
}

func TestWhatCouldNotBeSavedIsAskedForAgain(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		w := newWorld()
		var full atomic.Bool
		full.Store(true)
		w.save = func(context.Context, []store.Visit) error {
			if full.Load() {
				return errors.New("the disk is full")
			}
			return nil
		}
		w.get = func(context.Context, fetch.Request) (fetch.Response, error) {
			return fetch.Response{Body: []byte("x"), ETag: "e"}, nil
		}
		stop := w.run(t, w.loader("a", nil))
		same(t, "full", w.take(), []string{"started 1", "store failed: the disk is full", "a failed (unsaved)", "finished 1-1 +0"})
		pass(14 * time.Minute)
		full.Store(false)
		pass(time.Minute)
		same(t, "room again", w.take(), []string{"started 1", "a +1", "finished 1-0 +1"})
		pass(15 * time.Minute)
		same(t, "asked without hurry, and anew", w.takeAsked(), []string{"0s a", "15m0s a", "30m0s a e"})
		stop()
	})
}

func TestOneVisitThatCannotBeSavedCostsOnlyItself(t *testing.T) {
	for name, refuse := range map[string]func(){
		"error": func() {},
		"panic": func() { panic("cannot group") },
	} {
		t.Run(name, func(t *testing.T) {
			synctest.Test(t, func(t *testing.T) {
				w, slow := newWorld(), true
				w.save = func(_ context.Context, visits []store.Visit) error {
					if slow {
						slow = false
						time.Sleep(time.Second) // the others queue up and come as one group
					}
					for _, v := range visits {
						if v.Health.Feed == "bad" {
							refuse()
							return errors.New("cannot keep it")
						}
					}
					return nil
				}
				var got []string
				if err := w.loader("a b bad c", nil).Once(t.Context(), w.emit); err != nil {
					t.Fatal(err)
				}
				failed := 0
				for _, e := range w.take() {
					if strings.HasPrefix(e, "store failed") {
						failed++
						continue
					}
					got = append(got, e)
				}
				same(t, "events", sorted(got), []string{"a +1", "b +1", "bad failed (unsaved)", "c +1", "finished 4-1 +3", "started 4"})
				same(t, "store failures", failed, 1)
			})
		})
	}
}

func TestTheScreenMayAskBack(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		w := newWorld()
		l := w.loader("a b", nil)
		var items []int
		err := l.Once(t.Context(), func(e feeds.Event) {
			if e, ok := e.(feeds.ItemsLoaded); ok {
				for _, h := range l.Health() {
					if h.Feed == e.Feed {
						items = append(items, h.Items)
					}
				}
				l.Refresh(e.Feed)
			}
		})
		if err != nil {
			t.Fatal(err)
		}
		same(t, "health when told", items, []int{1, 1})
	})
}
