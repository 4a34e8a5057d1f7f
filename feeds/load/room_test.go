package load_test

import (
	"context"
	"fmt"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"dateline/feeds"
	"dateline/feeds/fetch"
	"dateline/feeds/load"
)

// TestLargeAnswersHoldUpNoOthers has many feeds send large answers, which take
// a minute each, before others are asked.
func TestLargeAnswersHoldUpNoOthers(t *testing.T) {
	const large, others = 10, 40
	synctest.Test(t, func(t *testing.T) {
		w := newWorld()
		now, most := 0, 0
		w.get = func(ctx context.Context, r fetch.Request) (fetch.Response, error) {
			if strings.Contains(r.URL, "large") {
				if err := r.Large(ctx); err != nil {
					return fetch.Response{}, err
				}
				w.mu.Lock()
				now++
				most = max(most, now)
				w.mu.Unlock()
				time.Sleep(time.Minute)
				w.mu.Lock()
				now--
				w.mu.Unlock()
			}
			return fetch.Response{Body: []byte("x")}, nil
		}
		var ids []string
		for i := range large {
			ids = append(ids, fmt.Sprint("large", i))
		}
		for i := range others {
			ids = append(ids, fmt.Sprint("f", i))
		}
		l := w.loader(strings.Join(ids, " "), func(o *load.Options) { o.Workers = 5 })
		defer w.run(t, l)()
		told := w.take()
		same(t, "told at once", len(told), 1+others)
		pass(large / 2 * time.Minute)
		same(t, "told in the end", len(w.take()), large+1)
		same(t, "large ones at once", most, 2)
	})
}

// TestLargeAnswersAreBounded has more feeds send large answers than may wait:
// what is held of them is bounded by the places of all.
func TestLargeAnswersAreBounded(t *testing.T) {
	const workers = 5
	synctest.Test(t, func(t *testing.T) {
		w := newWorld()
		begun := 0
		w.get = func(ctx context.Context, r fetch.Request) (fetch.Response, error) {
			w.mu.Lock()
			begun++
			w.mu.Unlock()
			if err := r.Large(ctx); err != nil {
				return fetch.Response{}, err
			}
			<-ctx.Done()
			return fetch.Response{}, ctx.Err()
		}
		var ids []string
		for i := range 100 {
			ids = append(ids, fmt.Sprint("f", i))
		}
		stop := w.run(t, w.loader(strings.Join(ids, " "), func(o *load.Options) { o.Workers = workers }))
		same(t, "begun", begun, 2+16+workers) // under way, waiting beside the others, and in their places
		stop()
	})
}

// TestTheServerBehindARedirectIsClosed: a word to wait is that of the server
// which said it.
func TestTheServerBehindARedirectIsClosed(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		w := newWorld()
		w.get = func(_ context.Context, r fetch.Request) (fetch.Response, error) {
			if !strings.Contains(r.URL, "behind") || time.Since(w.began) >= time.Hour {
				return fetch.Response{Body: []byte("x")}, nil
			}
			if err := r.Closed("hub.example"); err != nil {
				return fetch.Response{}, err
			}
			return fetch.Response{}, &feeds.Failure{Kind: feeds.FailRateLimited, Retry: time.Hour, Server: "hub.example"}
		}
		edit := func(o *load.Options) {
			o.Workers = 1
			o.Feeds[0].URL, o.Feeds[1].URL = "https://one.example/behind", "https://one.example/own"
			o.Feeds[2].URL, o.Feeds[3].URL = "https://two.example/behind", "https://hub.example/own"
		}
		l := w.loader("a b c d", edit)
		stop := w.run(t, l)
		pass(10 * time.Minute)
		same(t, "asked", w.takeAsked(), []string{"0s one.example/behind", "0s one.example/own", "0s two.example/behind"})
		same(t, "the other one behind it", l.Health()[2].Failure, &feeds.Failure{Kind: feeds.FailRateLimited, Retry: time.Hour, Server: "hub.example"})
		stop()

		stop = w.run(t, w.loader("a b c d", edit))
		pass(50*time.Minute - time.Second)
		same(t, "asked after a restart", strings.Contains(strings.Join(w.takeAsked(), " "), "hub.example"), false)
		pass(time.Second)
		same(t, "asked when it is open", strings.Contains(strings.Join(w.takeAsked(), " "), "hub.example"), true)
		stop()
	})
}
