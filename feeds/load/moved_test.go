package load_test

import (
	"context"
	"strings"
	"sync"
	"testing"
	"testing/synctest"
	"time"

	"dateline/feeds"
	"dateline/feeds/fetch"
	"dateline/feeds/load"
)

// mover is a server that sends those who ask for feed "a" on to another
// address.
type mover struct {
	mu   sync.Mutex
	to   string
	down bool // the other address does not answer
}

// lead has the server send on to an address from now on.
func (m *mover) lead(to string) {
	m.mu.Lock()
	defer m.mu.Unlock()
	m.to = to
}

// fall has the other address not answer from now on.
func (m *mover) fall() {
	m.mu.Lock()
	defer m.mu.Unlock()
	m.down = true
}

func (m *mover) get(_ context.Context, r fetch.Request) (fetch.Response, error) {
	m.mu.Lock()
	defer m.mu.Unlock()
	if r.URL == feed("a").URL {
		return fetch.Response{Body: []byte("x"), Moved: m.to}, nil
	}
	if m.down {
		return fetch.Response{}, &feeds.Failure{Kind: feeds.FailStatus, Status: 404}
	}
	return fetch.Response{Body: []byte("x")}, nil
}

// playMove runs feed "a", asked every twelve hours, at an address that has
// moved.
func playMove(t *testing.T, m *mover, do func(*world, *load.Loader)) {
	t.Helper()
	synctest.Test(t, func(t *testing.T) {
		w := newWorld()
		w.get = m.get
		l := w.loader("a", func(o *load.Options) { o.Every = 12 * hour })
		stop := w.run(t, l)
		do(w, l)
		stop()
	})
}

const newAddress = "https://new.example/feed"

func TestAMoveIsLearnedWhenItIsSaidOverDays(t *testing.T) {
	playMove(t, &mover{to: newAddress}, func(w *world, l *load.Loader) {
		began := time.Now().UTC().Round(0)
		same(t, "at first", l.Health()[0].Moved, feeds.Relocation{To: newAddress, Since: began, Visits: 1})
		pass(60 * hour)
		same(t, "asked", w.takeAsked(), strings.Split("0s a,12h0m0s a,24h0m0s a,36h0m0s a,48h0m0s a,60h0m0s new.example/feed", ","))
		same(t, "learned", l.Health()[0].Moved, feeds.Relocation{To: newAddress, Since: began, Visits: 5, Learned: true})

		pass(30 * day)
		asked := strings.Join(w.takeAsked(), "\n")
		if n := strings.Count(asked, " a"); n < 3 || n > 6 {
			t.Errorf("its own address was asked %d times in a month:\n%s", n, asked)
		}
	})
}

func TestAMoveIsKnownAfterARestart(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		w := newWorld()
		w.get = (&mover{to: newAddress}).get
		for range 2 {
			stop := w.run(t, w.loader("a", func(o *load.Options) { o.Every = 12 * hour }))
			pass(25 * hour)
			stop()
		}
		w.takeAsked()
		stop := w.run(t, w.loader("a", func(o *load.Options) { o.Every = 12 * hour }))
		pass(12 * hour)
		same(t, "asked", w.takeAsked(), []string{"60h0m0s new.example/feed"})
		stop()
	})
}

func TestAMoveThatLeadsNowhereIsForgotten(t *testing.T) {
	m := &mover{to: newAddress}
	playMove(t, m, func(w *world, l *load.Loader) {
		pass(50 * hour)
		m.fall()
		w.takeAsked()
		pass(36 * hour)
		same(t, "asked", w.takeAsked(), []string{"60h0m0s new.example/feed", "72h0m0s a", "84h0m0s a"})
		same(t, "not learned", l.Health()[0].Moved.Learned, false)
	})
}

func TestWhatIsSaidOnceIsNotLearned(t *testing.T) {
	m := &mover{to: newAddress}
	playMove(t, m, func(w *world, l *load.Loader) {
		for i := range 20 {
			pass(12 * hour)
			m.lead([]string{newAddress, "", "https://third.example/"}[i%3])
		}
		for _, asked := range w.takeAsked() {
			if !strings.HasSuffix(asked, " a") {
				t.Errorf("asked %s", asked)
			}
		}
	})
}

func TestNoMoveFromASecureAddressToAnOpenOne(t *testing.T) {
	playMove(t, &mover{to: "http://new.example/feed"}, func(w *world, l *load.Loader) {
		pass(10 * day)
		m := l.Health()[0].Moved
		same(t, "moved", []any{m.To, m.Learned, m.Visits}, []any{"http://new.example/feed", false, 21})
	})
}

func TestOfAnAnswerThatBreaksOffTheWholeItemsAreKept(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		w := newWorld()
		broken := &feeds.Failure{Kind: feeds.FailBroken}
		w.get = func(context.Context, fetch.Request) (fetch.Response, error) {
			return fetch.Response{Body: []byte("x y"), ETag: "new", Cut: broken}, nil
		}
		l := w.loader("a", nil)
		if err := l.Once(t.Context(), w.emit); err != nil {
			t.Fatal(err)
		}
		same(t, "told", w.take(), []string{"started 1", "a failed (broken)", "finished 1-1 +2"})
		same(t, "stored", keys(w.keys), []string{"ax", "ay"})
		same(t, "validators", w.known["a"].ETag, "")
		h := l.Health()[0]
		same(t, "health", []any{h.Failure, h.Failures, h.Items, h.LastGood.IsZero()}, []any{broken, 1, 2, true})
	})
}

func TestAnAnswerThatBreaksOffBeforeAnItemSaysSo(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		w := newWorld()
		w.get = func(context.Context, fetch.Request) (fetch.Response, error) {
			return fetch.Response{Body: []byte("PANIC"), Cut: &feeds.Failure{Kind: feeds.FailTimeout}}, nil
		}
		w.parse = func() error { return &feeds.Failure{Kind: feeds.FailMalformed} }
		if err := w.loader("a", nil).Once(t.Context(), w.emit); err != nil {
			t.Fatal(err)
		}
		same(t, "told", w.take()[1], "a failed (timeout)")
	})
}
