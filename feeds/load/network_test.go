package load_test

import (
	"context"
	"slices"
	"strings"
	"sync/atomic"
	"testing"
	"testing/synctest"
	"time"

	"dateline/feeds"
	"dateline/feeds/fetch"
	"dateline/feeds/load"
)

// net is a network that can be cut. While it is, nothing has an address; those
// named dead never have one; those named slow take two seconds to answer.
type net struct {
	cut        atomic.Bool
	dead, slow string
}

func (n *net) get(_ context.Context, r fetch.Request) (fetch.Response, error) {
	time.Sleep(100 * time.Millisecond)
	name := strings.TrimSuffix(strings.TrimPrefix(r.URL, "https://"), ".example/rss")
	if slices.Contains(strings.Fields(n.slow), name) {
		time.Sleep(2 * time.Second)
	}
	if n.cut.Load() || slices.Contains(strings.Fields(n.dead), name) {
		return fetch.Response{}, &feeds.Failure{Kind: feeds.FailDNS}
	}
	return fetch.Response{Body: []byte("x")}, nil
}

// play runs a loader of feeds on a network for as long as do takes.
func (n *net) play(t *testing.T, ids string, do func(*world, *load.Loader)) {
	t.Helper()
	synctest.Test(t, func(t *testing.T) {
		w := newWorld()
		w.get = n.get
		l := w.loader(ids, nil)
		stop := w.run(t, l)
		do(w, l)
		stop()
	})
}

func TestALostNetworkIsSaidOnceAndBlamesNoFeed(t *testing.T) {
	n := &net{dead: "f"}
	n.play(t, "a b c d e f", func(w *world, l *load.Loader) {
		pass(time.Second)
		same(t, "f fails", l.Health()[5].Failures, 1)
		before := l.Health()[0]
		n.cut.Store(true)
		pass(75 * time.Minute)
		told := w.take()
		if i := slices.Index(told, "network away: true"); i < 0 || slices.Contains(told[i+1:], "network away: true") {
			t.Errorf("told %q", told)
		}
		h := l.Health()[0]
		same(t, "failures", h.Failures, 0)
		same(t, "the failure", h.Failure, (*feeds.Failure)(nil))
		same(t, "last good", h.LastGood, before.LastGood)
		same(t, "why", h.Wait, feeds.WaitNetwork)
		if asked := len(w.takeAsked()); asked > 300 {
			t.Errorf("asked %d times in 75 minutes without a network", asked)
		}

		n.cut.Store(false)
		pass(16 * time.Second)
		told = w.take()
		if back := slices.Index(told, "network away: false"); back < 0 || slices.Index(told, "started 5") < back {
			t.Errorf("told %q when it was back", told)
		}
		for _, h := range l.Health()[:5] {
			same(t, string(h.Feed), h.Failures, 0)
			if time.Since(h.LastGood) > time.Minute {
				t.Errorf("%s was last heard at %s", h.Feed, h.LastGood)
			}
		}
	})
}

func TestANetworkThatWantsItsGuestsToSignIn(t *testing.T) {
	signIn := map[string]*feeds.Failure{
		"by redirects":       {Kind: feeds.FailHTML, By: "portal.example", Detail: "Sign in"},
		"by its title":       {Kind: feeds.FailHTML, Detail: "portal.example"},
		"within the network": {Kind: feeds.FailPrivate, Detail: "portal.example"},
		"by its certificate": {Kind: feeds.FailOtherHost, By: "portal.example"},
	}
	for name, page := range signIn {
		t.Run(name, func(t *testing.T) {
			synctest.Test(t, func(t *testing.T) {
				w := newWorld()
				var signedIn atomic.Bool
				w.get = func(_ context.Context, r fetch.Request) (fetch.Response, error) {
					time.Sleep(100 * time.Millisecond)
					switch {
					case signedIn.Load():
						return fetch.Response{Body: []byte("x")}, nil
					case strings.Contains(r.URL, "dns"):
						return fetch.Response{}, &feeds.Failure{Kind: feeds.FailDNS}
					}
					return fetch.Response{}, page
				}
				l := w.loader("a b c dns", nil)
				stop := w.run(t, l)
				pass(10 * time.Minute)
				same(t, "told", w.take()[:2], []string{"started 4", "network away: true, portal.example"})
				for _, h := range l.Health() {
					same(t, string(h.Feed), []any{h.Failures, h.Failure == nil}, []any{0, true})
				}
				signedIn.Store(true)
				pass(time.Minute)
				same(t, "back", slices.Contains(w.take(), "network away: false"), true)
				same(t, "items", l.Health()[0].Items, 1)
				stop()
			})
		})
	}
}

func TestPagesInsteadOfFeedsAreNoNetwork(t *testing.T) {
	for name, ids := range map[string]string{"of hosts of their own": "a b c d e f", "and a feed": "x1 x2 x3 x4 x5 feed"} {
		t.Run(name, func(t *testing.T) {
			synctest.Test(t, func(t *testing.T) {
				w := newWorld()
				w.get = func(_ context.Context, r fetch.Request) (fetch.Response, error) {
					switch name := strings.TrimPrefix(r.URL, "https://")[:1]; name {
					case "f":
						time.Sleep(time.Second)
						return fetch.Response{Body: []byte("x")}, nil
					case "x":
						return fetch.Response{}, &feeds.Failure{Kind: feeds.FailHTML, Detail: "Consent"}
					default:
						return fetch.Response{}, &feeds.Failure{Kind: feeds.FailHTML, Detail: "News of " + name}
					}
				}
				l := w.loader(ids, nil)
				if err := l.Once(t.Context(), w.emit); err != nil {
					t.Fatal(err)
				}
				if told := w.take(); slices.ContainsFunc(told, func(s string) bool { return strings.HasPrefix(s, "network") }) {
					t.Errorf("told %q", told)
				}
				same(t, "failures", l.Health()[0].Failures, 1)
			})
		})
	}
}

func TestDeadFeedsAreNoLostNetwork(t *testing.T) {
	n := &net{dead: "a b c d e f g h", slow: "alive"}
	n.play(t, "a b c d e f g h alive", func(w *world, l *load.Loader) {
		pass(6 * time.Hour)
		if told := w.take(); slices.Contains(told, "network away: true") {
			t.Errorf("told %q", told)
		}
		if f := l.Health()[0].Failures; f < 5 {
			t.Errorf("%d failures", f)
		}
		same(t, "the other one", l.Health()[8].Failures, 0)
	})
}

func TestFewFeedsAreNoNetwork(t *testing.T) {
	n := &net{}
	n.cut.Store(true)
	n.play(t, "a b c", func(w *world, l *load.Loader) {
		pass(time.Second)
		same(t, "told", sorted(w.take()[1:4]), []string{"a failed (dns)", "b failed (dns)", "c failed (dns)"})
	})
}

func TestARoundWithoutANetworkEnds(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		n, w := &net{}, newWorld()
		n.cut.Store(true)
		w.get = n.get
		l := w.loader("a b c d e f g", func(o *load.Options) { o.Workers = 5 })
		if err := l.Once(t.Context(), w.emit); err != nil {
			t.Fatal(err)
		}
		same(t, "told", w.take(), []string{"started 7", "network away: true", "finished 0-0 +0"})
		same(t, "asked", len(w.takeAsked()), 5)
		same(t, "stored", len(w.known), 0)
	})
}

func TestTheReturnIsNoStampede(t *testing.T) {
	n := &net{}
	n.cut.Store(true)
	ids := strings.Fields("a b c d e f g h i j k l m n o p q r s t")
	n.play(t, strings.Join(ids, " "), func(w *world, l *load.Loader) {
		pass(time.Minute)
		w.takeAsked()
		n.cut.Store(false)
		l.Refresh("") // asks at once whether it is back
		pass(150 * time.Millisecond)
		for _, want := range []int{1 + 2, 4, 8, 5} {
			same(t, "asked", len(w.takeAsked()), want)
			pass(100 * time.Millisecond)
		}
	})
}
