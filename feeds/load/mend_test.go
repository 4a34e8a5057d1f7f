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

func TestFeedsAreAskedWhileTheStoriesAreRecalled(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		w := newWorld()
		known := false
		w.recall = func(_ context.Context, tell func(feeds.Event)) error {
			if !known {
				time.Sleep(5 * time.Second)
				known = true
				tell(feeds.ItemsLoaded{})
			}
			return nil
		}
		w.save = func(context.Context, []store.Visit) error {
			if !known {
				t.Error("saved before the stories were known")
			}
			return nil
		}
		stop := w.run(t, w.loader("a b", nil))
		same(t, "asked", sorted(w.takeAsked()), []string{"0s a", "0s b"})
		same(t, "told", w.take(), []string{"started 2"})
		pass(5 * time.Second)
		told := w.take()
		same(t, "told then", told[0], " +0")
		same(t, "told last", told[3], "finished 2-0 +2")
		stop()
	})
}

func TestNothingIsSavedUntilTheStoriesAreKnown(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		w := newWorld()
		var fail atomic.Value
		fail.Store(func() error { return errors.New("the disk cannot be read") })
		w.recall = func(context.Context, func(feeds.Event)) error { return fail.Load().(func() error)() }
		stop := w.run(t, w.loader("a", nil))
		const unread = "store failed: the disk cannot be read"
		same(t, "told", sorted(w.take()), []string{"a failed (unsaved)", "finished 1-1 +0", "started 1", unread, unread})
		fail.Store(func() error { panic("out of order") })
		pass(15 * time.Minute)
		same(t, "a fault", w.take(), []string{"started 1", "store failed: items could not be saved: out of order", "a failed (unsaved)", "finished 1-1 +0"})
		fail.Store(func() error { return nil })
		pass(15 * time.Minute)
		same(t, "well again", w.take(), []string{"started 1", "a +1", "finished 1-0 +1"})
		stop()
	})
}

func TestWhatBringsNoItemsDoesNotWaitForTheStories(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		w := newWorld()
		var recalled, mended atomic.Int32
		w.recall = func(context.Context, func(feeds.Event)) error {
			if recalled.Add(1) == 1 {
				time.Sleep(5 * time.Second)
			}
			return nil
		}
		w.mend = func(context.Context) ([]feeds.Move, error) {
			mended.Add(1)
			return nil, nil
		}
		w.get = func(_ context.Context, r fetch.Request) (fetch.Response, error) {
			if strings.Contains(r.URL, "same") {
				return fetch.Response{NotModified: true}, nil
			}
			return fetch.Response{Body: []byte("item")}, nil
		}
		stop := w.run(t, w.loader("new same", nil))
		same(t, "told", w.take(), []string{"started 2", "same +0"})
		same(t, "mended", mended.Load(), int32(0))
		pass(5 * time.Second)
		same(t, "told then", w.take(), []string{"new +1", "finished 2-0 +1"})
		stop()

		recalled.Store(0)
		if err := w.loader("same", nil).Once(t.Context(), w.emit); err != nil || recalled.Load() != 0 {
			t.Errorf("recalled %d times for nothing, %v", recalled.Load(), err)
		}
	})
}

func TestStoriesAreRecalledOffline(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		w := newWorld()
		w.recall = func(_ context.Context, tell func(feeds.Event)) error {
			time.Sleep(time.Second)
			tell(feeds.ItemsLoaded{})
			return nil
		}
		w.mend = func(context.Context) ([]feeds.Move, error) { return make([]feeds.Move, 2), nil }
		stop := w.run(t, w.loader("a", func(o *load.Options) { o.Offline = true }))
		pass(time.Second)
		same(t, "told", w.take(), []string{"started 1", "a +0", "finished 0-0 +0", " +0", "moves 2"})
		stop()
	})
}

func TestMovesAreToldAfterTheItemsThatShowedThem(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		w := newWorld()
		left := []int{0, 3, 0} // of the start, and of each visit
		w.get = func(context.Context, fetch.Request) (fetch.Response, error) {
			time.Sleep(time.Second) // the visit before has been saved, alone
			return fetch.Response{Body: []byte("item")}, nil
		}
		w.mend = func(context.Context) ([]feeds.Move, error) {
			n := left[0]
			left = left[1:]
			return make([]feeds.Move, n), nil
		}
		if err := w.loader("a b", func(o *load.Options) { o.Workers = 1 }).Once(t.Context(), w.emit); err != nil {
			t.Fatal(err)
		}
		same(t, "told", w.take(), []string{"started 2", "a +1", "moves 3", "b +1", "finished 2-0 +2"})
	})
}

func TestMovesThatFailAreToldOnceAndTriedWithEachBatch(t *testing.T) {
	for name, fail := range map[string]func() error{
		"the disk is full":                        func() error { return errFull },
		"stories could not be mended: wrong turn": func() error { panic("wrong turn") },
	} {
		t.Run(name, func(t *testing.T) {
			synctest.Test(t, func(t *testing.T) {
				w, tries := newWorld(), 0
				var broken atomic.Bool
				broken.Store(true)
				w.mend = func(context.Context) ([]feeds.Move, error) {
					tries++
					if broken.Load() {
						return nil, fail()
					}
					return make([]feeds.Move, 1), nil
				}
				stop := w.run(t, w.loader("a", nil))
				var told []string
				for range 3 {
					told = append(told, w.take()...)
					pass(15 * time.Minute)
				}
				same(t, "failures", strings.Count(strings.Join(told, "\n"), "store failed: "+name), 1)
				same(t, "tries", tries, 5) // at the start and after each of four visits
				broken.Store(false)
				w.take()
				pass(15 * time.Minute)
				same(t, "with room again", w.take(), []string{"started 1", "a +0", "finished 1-0 +0", "moves 1"})
				stop()
			})
		})
	}
}

func TestTheEndIsNoFailureOfMending(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		w := newWorld()
		w.mend = func(ctx context.Context) ([]feeds.Move, error) {
			<-ctx.Done()
			return nil, ctx.Err()
		}
		w.get = func(context.Context, fetch.Request) (fetch.Response, error) {
			return fetch.Response{Body: []byte("x")}, nil
		}
		w.run(t, w.loader("a", nil))()
		same(t, "told", w.take(), []string{"started 1"})
	})
}

// TestNobodyElseTakesUpTheStoriesAtTheEnd ends the loader while the stories are
// being read and visits wait for them.
func TestNobodyElseTakesUpTheStoriesAtTheEnd(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		w := newWorld()
		var begun atomic.Int64
		w.recall = func(ctx context.Context, _ func(feeds.Event)) error {
			begun.Add(1)
			<-ctx.Done()
			time.Sleep(time.Second)
			return ctx.Err()
		}
		ctx, stop := context.WithCancel(t.Context())
		ended := make(chan error)
		go func() { ended <- w.loader("a b c d e f g h", nil).Run(ctx, w.emit) }()
		synctest.Wait()
		stop()
		same(t, "error", <-ended, nil)
		same(t, "begun", begun.Load(), int64(1))
	})
}
