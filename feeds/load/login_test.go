package load_test

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"testing/synctest"
	"time"

	"dateline/feeds"
	"dateline/feeds/fetch"
	"dateline/feeds/load"
)

// doorkeeper is a server that lets one word in.
type doorkeeper struct {
	mu    sync.Mutex
	takes string
	came  []string // what visitors said
}

// take has the server let another word in from now on.
func (d *doorkeeper) take(word string) {
	d.mu.Lock()
	defer d.mu.Unlock()
	d.takes = word
}

// heard returns what visitors have said so far.
func (d *doorkeeper) heard() []string {
	d.mu.Lock()
	defer d.mu.Unlock()
	return slices.Clone(d.came)
}

func (d *doorkeeper) get(_ context.Context, r fetch.Request) (fetch.Response, error) {
	d.mu.Lock()
	defer d.mu.Unlock()
	d.came = append(d.came, r.Header["Authorization"])
	if r.Header["Authorization"] != d.takes {
		return fetch.Response{}, &feeds.Failure{Kind: feeds.FailBlocked, Status: 401}
	}
	return fetch.Response{Body: []byte("x"), Moved: newAddress}, nil
}

// playLogin runs feed "a", of which the reader has said more.
func playLogin(t *testing.T, d *doorkeeper, own feeds.Feed, password func(context.Context, feeds.Login) (string, error), do func(*world, *load.Loader)) {
	t.Helper()
	synctest.Test(t, func(t *testing.T) {
		w := newWorld()
		w.get, w.password = d.get, password
		l := w.loader("a", func(o *load.Options) {
			own.ID, own.URL = o.Feeds[0].ID, o.Feeds[0].URL
			o.Feeds[0] = own
		})
		stop := w.run(t, l)
		do(w, l)
		stop()
	})
}

func TestAPasswordIsAskedForOnceAndAgainWhenItIsRefused(t *testing.T) {
	var asked atomic.Int64
	password := func(_ context.Context, l feeds.Login) (string, error) {
		return fmt.Sprint(l.Env, asked.Add(1)), nil
	}
	d := &doorkeeper{takes: "Basic cmVhZGVyOks="} // not to be met
	playLogin(t, d, feeds.Feed{Login: feeds.Login{User: "reader", Env: "K"}}, password, func(w *world, l *load.Loader) {
		same(t, "refused", l.Health()[0].Failure.Kind, feeds.FailBlocked)
		d.take("Basic cmVhZGVyOksy") // reader:K2
		pass(hour)
		same(t, "came", d.heard()[:3], []string{"Basic cmVhZGVyOksx", "Basic cmVhZGVyOksy", "Basic cmVhZGVyOksy"})
		same(t, "asked", asked.Load(), int64(2))
		pass(10 * day)
		if h := l.Health()[0]; h.Moved.Learned || h.Failure != nil {
			t.Errorf("a feed with a login is asked elsewhere: %+v", h)
		}
		if said := fmt.Sprintf("%+v %+v", w.known, l.Health()); strings.Contains(said, "K2") || strings.Contains(said, "cmVh") {
			t.Error("the store or the health hold the password")
		}
	})
}

// TestFeedsOfOneLoginAskOnce has many feeds of one login asked at once, whose
// password takes a while, and cannot be had at first.
func TestFeedsOfOneLoginAskOnce(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		w := newWorld()
		var asked atomic.Int64
		w.password = func(context.Context, feeds.Login) (string, error) {
			if asked.Add(1) == 1 {
				time.Sleep(time.Minute) // as long as a command may take
				return "", errors.New("nobody answered")
			}
			return "t", nil
		}
		stop := w.run(t, w.loader("a b c d e", func(o *load.Options) {
			for i := range o.Feeds {
				o.Feeds[i].Login = feeds.Login{Command: []string{"pass", "news"}}
			}
			o.Feeds[4].Login = feeds.Login{}
		}))
		same(t, "the one without a login", w.take(), []string{"started 5", "e +1"})
		pass(time.Minute)
		same(t, "without it nobody is asked", [2]int{len(w.takeAsked()), int(asked.Load())}, [2]int{1, 1})
		pass(hour)
		same(t, "asked in all", asked.Load(), int64(2))
		stop()
	})
}

func TestATokenSaysAll(t *testing.T) {
	d := &doorkeeper{takes: "Bearer t"}
	password := func(context.Context, feeds.Login) (string, error) { return "t", nil }
	playLogin(t, d, feeds.Feed{Login: feeds.Login{Command: []string{"x"}}}, password, func(_ *world, l *load.Loader) {
		same(t, "failure", l.Health()[0].Failure, (*feeds.Failure)(nil))
	})
}

func TestWithoutItsPasswordAFeedIsNotAsked(t *testing.T) {
	d := &doorkeeper{}
	password := func(context.Context, feeds.Login) (string, error) { return "", errors.New("the store is\x1b locked") }
	playLogin(t, d, feeds.Feed{Login: feeds.Login{Env: "K"}}, password, func(_ *world, l *load.Loader) {
		same(t, "came", len(d.heard()), 0)
		same(t, "failure", l.Health()[0].Failure, &feeds.Failure{Kind: feeds.FailLogin, Detail: "the store is locked"})
	})
}

func TestWhatTheReaderHasSetIsSent(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		w := newWorld()
		var got fetch.Request
		w.get = func(_ context.Context, r fetch.Request) (fetch.Response, error) {
			got = r
			return fetch.Response{Body: []byte("x")}, nil
		}
		stop := w.run(t, w.loader("a", func(o *load.Options) {
			o.Feeds[0].Agent, o.Feeds[0].Headers = "Fox/1", []string{"Accept-Language: fr", "X-Key: a:b"}
		}))
		pass(time.Second)
		same(t, "agent", got.Agent, "Fox/1")
		same(t, "headers", got.Header, map[string]string{"Accept-Language": "fr", "X-Key": "a:b"})
		stop()
	})
}
