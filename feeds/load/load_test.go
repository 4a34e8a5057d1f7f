package load_test

import (
	"context"
	"errors"
	"fmt"
	"maps"
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
	"dateline/feeds/parse"
	"dateline/feeds/store"

	"github.com/google/go-cmp/cmp"
	"go.uber.org/goleak"
)

func TestMain(m *testing.M) { goleak.VerifyTestMain(m) }

// world is what the loader of a test works in. A feed "a" is at
// https://a.example/rss; its items are the words of the body.
type world struct {
	mu     sync.Mutex
	began  time.Time
	get    func(context.Context, fetch.Request) (fetch.Response, error) // nil: one item a visit
	ttl    time.Duration
	parse  func() error                                   // nil: everything can be read
	read   func(parse.Source) parse.Result                // nil: the words of the body
	save   func(context.Context, []store.Visit) error     // called before saving; nil: nothing fails
	recall func(context.Context, func(feeds.Event)) error // nil: the stories are known
	mend   func(context.Context) ([]feeds.Move, error)    // nil: they are as they should be
	known  map[feeds.FeedID]store.Known

	reconnects atomic.Int64
	password   func(context.Context, feeds.Login) (string, error)

	asked  []string // "0s a e": when, who, with which validator
	events []string
	groups []int // visits a call of Save
	keys   map[string]bool
	last   feeds.Event
}

func newWorld() *world {
	return &world{began: time.Now(), known: map[feeds.FeedID]store.Known{}, keys: map[string]bool{}}
}

func feed(id string) feeds.Feed {
	return feeds.Feed{ID: feeds.FeedID(id), URL: "https://" + id + ".example/rss"}
}

// loader returns a loader of the feeds named by ids that leaves nothing to
// chance.
func (w *world) loader(ids string, edit func(*load.Options)) *load.Loader {
	o := load.Options{Known: w.known, Rand: func() float64 { return 0 }}
	for id := range strings.FieldsSeq(ids) {
		o.Feeds = append(o.Feeds, feed(id))
	}
	if edit != nil {
		edit(&o)
	}
	return load.New(load.Parts{Get: w.Get, Parse: w.Parse, Tag: w.Tag, Recall: w.Recall, Save: w.Save, Mend: w.Mend, Password: w.password, Reconnect: func() { w.reconnects.Add(1) }}, o)
}

func (w *world) Get(ctx context.Context, r fetch.Request) (fetch.Response, error) {
	w.mu.Lock()
	name := strings.TrimSuffix(strings.TrimPrefix(r.URL, "https://"), ".example/rss")
	w.asked = append(w.asked, strings.TrimSpace(fmt.Sprintf("%s %s %s", time.Since(w.began), name, r.ETag)))
	get := w.get
	w.mu.Unlock()
	if get == nil {
		return fetch.Response{Body: []byte("item")}, nil
	}
	return get(ctx, r)
}

func (w *world) Parse(body []byte, src parse.Source) (parse.Result, error) {
	if w.parse != nil {
		return parse.Result{}, w.parse()
	}
	if w.read != nil {
		return w.read(src), nil
	}
	out := parse.Result{TTL: w.ttl}
	for word := range strings.FieldsSeq(string(body)) {
		if word == "PANIC" {
			panic("cannot read")
		}
		out.Items = append(out.Items, feeds.Item{Feed: src.Feed.ID, Key: word, Title: word, Published: src.Now, Seen: src.Now})
	}
	return out, nil
}

func (w *world) Tag(f feeds.Feed, it *feeds.Item) {
	if it.Title == "UNTAGGABLE" {
		panic("cannot tag")
	}
	it.Wire = "tagged for " + string(f.ID)
}

func (w *world) Save(ctx context.Context, visits []store.Visit) (saved [][]feeds.Item, news []int, err error) {
	if w.save != nil {
		if err := w.save(ctx, visits); err != nil {
			return nil, nil, err
		}
	}
	if ctx.Err() != nil {
		return nil, nil, ctx.Err()
	}
	w.mu.Lock()
	defer w.mu.Unlock()
	w.groups = append(w.groups, len(visits))
	for _, v := range visits {
		var fresh []feeds.Item
		for _, it := range v.Items {
			if key := string(it.Feed) + it.Key; !w.keys[key] {
				w.keys[key] = true
				fresh = append(fresh, it)
			}
		}
		saved, news = append(saved, fresh), append(news, len(fresh))
		w.known[v.Health.Feed] = store.Known{Health: v.Health, ETag: v.ETag, LastModified: v.LastModified, URL: v.URL}
	}
	return saved, news, nil
}

func (w *world) Recall(ctx context.Context, tell func(feeds.Event)) error {
	if w.recall == nil {
		return nil
	}
	return w.recall(ctx, tell)
}

func (w *world) Mend(ctx context.Context) ([]feeds.Move, error) {
	if w.mend == nil {
		return nil, nil
	}
	return w.mend(ctx)
}

// emit writes events in short: "started 2", "a +1", "b failed (timeout)".
func (w *world) emit(e feeds.Event) {
	w.mu.Lock()
	defer w.mu.Unlock()
	w.last = e
	w.events = append(w.events, short(e))
}

func short(e feeds.Event) string {
	switch e := e.(type) {
	case feeds.LoadStarted:
		return fmt.Sprint("started ", e.Feeds)
	case feeds.ItemsLoaded:
		return fmt.Sprintf("%s +%d", e.Feed, e.New)
	case feeds.StoriesChanged:
		return fmt.Sprint("moves ", len(e.Moves))
	case feeds.TagsChanged:
		return fmt.Sprint("tags of ", len(e.Tags))
	case feeds.StoreChanged:
		return fmt.Sprint("elsewhere ", len(e.Items))
	case feeds.LoadingElsewhere:
		return fmt.Sprint("elsewhere, over ", e.Over)
	case feeds.FeedFailed:
		return fmt.Sprintf("%s failed (%s)", e.Feed, e.Health.Failure.Kind)
	case feeds.LoadFinished:
		return fmt.Sprintf("finished %d-%d +%d", e.Visited, e.Failed, e.New)
	case feeds.NetworkChanged:
		return strings.TrimSuffix(fmt.Sprintf("network away: %t, %s", e.Away, e.Stranger), ", ")
	case feeds.StoreFailed:
		return "store failed: " + e.Err.Error()
	}
	return "?"
}

// take returns what was told since it was last called.
func (w *world) take() []string {
	w.mu.Lock()
	defer w.mu.Unlock()
	out := w.events
	w.events = nil
	return out
}

// takeAsked returns who was asked since it was last called.
func (w *world) takeAsked() []string {
	w.mu.Lock()
	defer w.mu.Unlock()
	out := w.asked
	w.asked = nil
	return out
}

// stored returns what the store knows of a feed.
func (w *world) stored(id feeds.FeedID) store.Known {
	w.mu.Lock()
	defer w.mu.Unlock()
	return w.known[id]
}

// run runs l until the returned stop is called; the test fails if l does not
// stop at once.
func (w *world) run(t *testing.T, l *load.Loader) (stop func()) {
	ctx, cancel := context.WithCancel(t.Context())
	ended := make(chan error)
	go func() { ended <- l.Run(ctx, w.emit) }()
	synctest.Wait()
	return func() {
		t.Helper()
		at := time.Now()
		cancel()
		if err := <-ended; err != nil {
			t.Error(err)
		}
		if d := time.Since(at); d != 0 {
			t.Errorf("it took %s to stop", d)
		}
	}
}

func same(t *testing.T, what string, got, want any) {
	t.Helper()
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("%s (-want +got):\n%s", what, diff)
	}
}

func pass(d time.Duration) {
	time.Sleep(d)
	synctest.Wait()
}

func TestARound(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		w := newWorld()
		w.get = func(_ context.Context, r fetch.Request) (fetch.Response, error) {
			switch {
			case strings.Contains(r.URL, "//b."):
				return fetch.Response{}, &feeds.Failure{Kind: feeds.FailHTML}
			case r.ETag == "1":
				return fetch.Response{NotModified: true}, nil
			}
			return fetch.Response{Body: []byte("x y"), ETag: "1"}, nil
		}
		l := w.loader("a b c off", func(o *load.Options) { o.Workers, o.Feeds[3].Off = 1, true })
		stop := w.run(t, l)
		same(t, "first", w.take(), []string{"started 3", "a +2", "b failed (html)", "c +2", "finished 3-1 +4"})
		pass(15*time.Minute - time.Second)
		w.take()
		pass(time.Second)
		same(t, "second", w.take()[:4], []string{"started 3", "a +0", "b failed (html)", "c +0"})
		stop()
	})
}

func TestEventsAndHealthSayHowAFeedStands(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		w := newWorld()
		old := feeds.Health{Feed: "a", Items: 7, Newest: time.Now().UTC().Add(-time.Hour), LastGood: time.Now().UTC().Add(-time.Hour)}
		w.known["a"] = store.Known{Health: old, URL: feed("a").URL}
		var broken atomic.Bool
		w.get = func(context.Context, fetch.Request) (fetch.Response, error) {
			time.Sleep(3 * time.Second)
			if !broken.Load() {
				return fetch.Response{Body: []byte("x"), Took: 2 * time.Second}, nil
			}
			return fetch.Response{}, &feeds.Failure{Kind: feeds.FailHTML}
		}
		l := w.loader("b a", nil)
		stop := w.run(t, l)
		pass(3 * time.Second)
		at := time.Now().UTC().Round(0)
		want := feeds.Health{
			Feed: "a", LastTry: at, LastGood: at, NextTry: at.Add(15 * time.Minute), Wait: feeds.WaitUsual, Every: 15 * time.Minute,
			Newest: at, Items: 8, Carried: 1, Took: 2 * time.Second, Usual: 2 * time.Second, Hours: 1,
		}
		same(t, "good", l.Health()[1], want)
		if w.stored("a").Health.NextTry != want.NextTry {
			t.Error("the store was not told of the next try")
		}

		broken.Store(true)
		pass(15*time.Minute + 3*time.Second)
		at = at.Add(15*time.Minute + 3*time.Second)
		want.Failing, want.Wait = at, feeds.WaitFailure
		want.LastTry, want.NextTry, want.Failures, want.Failure, want.Took = at, at.Add(15*time.Minute), 1, &feeds.Failure{Kind: feeds.FailHTML}, 3*time.Second
		same(t, "bad", l.Health()[1], want)
		same(t, "stored", w.stored("a").Health.Failure, want.Failure)
		stop()
	})
}

func TestItemsAreTaggedAndStoredBeforeTheyAreTold(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		w := newWorld()
		var stored []feeds.Item
		w.save = func(_ context.Context, visits []store.Visit) error {
			stored = visits[0].Items
			return nil
		}
		emit := func(e feeds.Event) {
			if e, ok := e.(feeds.ItemsLoaded); ok {
				same(t, "told", e.Items, stored)
				same(t, "tag", stored[0].Wire, "tagged for a")
			}
			w.emit(e)
		}
		if err := w.loader("a", nil).Once(t.Context(), emit); err != nil {
			t.Fatal(err)
		}
		same(t, "events", w.take(), []string{"started 1", "a +1", "finished 1-0 +1"})
	})
}

func TestValidators(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		w := newWorld()
		answers := []fetch.Response{
			{Body: []byte("x"), ETag: "e1", LastModified: "m1"},
			{NotModified: true},
			{NotModified: true, ETag: "e2"},
			{Body: []byte("x PANIC"), ETag: "e3"},
			{Body: []byte("x"), ETag: "e4"},
			{Body: []byte("x")},
		}
		var sent []string
		w.get = func(_ context.Context, r fetch.Request) (fetch.Response, error) {
			sent = append(sent, r.ETag+" "+r.LastModified)
			return answers[len(sent)-1], nil
		}
		l := w.loader("a", nil)
		for range answers {
			if err := l.Once(t.Context(), w.emit); err != nil {
				t.Fatal(err)
			}
		}
		same(t, "sent", sent, []string{" ", "e1 m1", "e1 m1", "e2 m1", "e2 m1", "e4 "})
		same(t, "kept", w.known["a"].ETag+w.known["a"].LastModified, "")
	})
}

func TestOnce(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		w := newWorld()
		now := time.Now()
		w.known["b"] = store.Known{URL: feed("b").URL, Health: feeds.Health{NextTry: now.Add(time.Hour)}} // not due
		w.known["c"] = store.Known{URL: feed("c").URL, Health: feeds.Health{
			LastTry: now, Failure: &feeds.Failure{Kind: feeds.FailRateLimited, Retry: time.Minute}, // not to be asked
		}}
		l := w.loader("a b c", func(o *load.Options) { o.Workers = 1 })
		if err := l.Once(t.Context(), w.emit); err != nil {
			t.Fatal(err)
		}
		same(t, "events", w.take(), []string{"started 2", "a +1", "b +1", "finished 2-0 +2"})

		only := w.loader("c", nil)
		if err := only.Once(t.Context(), w.emit); err != nil {
			t.Fatal(err)
		}
		same(t, "nobody to ask", w.take(), []string{"started 0", "finished 0-0 +0"})
	})
}

func TestARoundAsksWhatIsDue(t *testing.T) {
	for _, c := range []struct {
		name   string
		health feeds.Health // Last and next try and Every are from now
		last   time.Duration
		next   time.Duration
		asked  bool
	}{
		{"never asked", feeds.Health{}, 0, 0, true},
		{"due", feeds.Health{Wait: feeds.WaitWish}, -time.Hour, -time.Second, true},
		{"asked five minutes ago", feeds.Health{Wait: feeds.WaitUsual, Every: 15 * time.Minute}, -5 * time.Minute, 11 * time.Minute, false},
		{"a quarter of an hour ago, and spread", feeds.Health{Wait: feeds.WaitUsual, Every: 15 * time.Minute}, -15*time.Minute + 20*time.Second, time.Minute, true},
		{"weekly, and its time has come", feeds.Health{Wait: feeds.WaitSeldom, Every: 6 * time.Hour}, -6 * time.Hour, 20 * time.Minute, true},
		{"as its server wishes", feeds.Health{Wait: feeds.WaitWish, Every: 15 * time.Minute}, -15*time.Minute + 20*time.Second, time.Minute, false},
		{"after a failure", feeds.Health{Wait: feeds.WaitFailure, Every: 15 * time.Minute, Failures: 1, Failure: &feeds.Failure{Kind: feeds.FailDNS}}, -time.Hour, time.Minute, false},
		{"told to wait", feeds.Health{Wait: feeds.WaitOrder, Failures: 1, Failure: &feeds.Failure{Kind: feeds.FailServer, Retry: time.Hour}}, -time.Minute, -time.Second, false},
	} {
		t.Run(c.name, func(t *testing.T) {
			synctest.Test(t, func(t *testing.T) {
				w := newWorld()
				if c.last != 0 {
					c.health.LastTry, c.health.NextTry = time.Now().Add(c.last), time.Now().Add(c.next)
					w.known["a"] = store.Known{URL: feed("a").URL, Health: c.health}
				}
				if err := w.loader("a", nil).Round(t.Context(), w.emit); err != nil {
					t.Fatal(err)
				}
				same(t, "asked", len(w.takeAsked()) == 1, c.asked)
			})
		})
	}
}

func TestOnceIsCutShort(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		w := newWorld()
		w.get = hang
		l := w.loader("a", nil)
		ctx, cancel := context.WithTimeout(t.Context(), time.Second)
		defer cancel()
		if err := l.Once(ctx, w.emit); !errors.Is(err, context.DeadlineExceeded) {
			t.Errorf("the error is %v", err)
		}
		same(t, "events", w.take(), []string{"started 1"})
		w.get = nil
		if err := l.Once(t.Context(), w.emit); err != nil {
			t.Fatal(err)
		}
		same(t, "afterwards", w.take(), []string{"started 1", "a +1", "finished 1-0 +1"})
	})
}

// hang is a server that never answers.
func hang(ctx context.Context, _ fetch.Request) (fetch.Response, error) {
	<-ctx.Done()
	return fetch.Response{}, ctx.Err()
}

func TestOnlyOneRunAtATime(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		w := newWorld()
		l := w.loader("a", nil)
		stop := w.run(t, l)
		if l.Run(t.Context(), w.emit) == nil || l.Once(t.Context(), w.emit) == nil {
			t.Error("it runs twice")
		}
		stop()
		defer w.run(t, l)() // but again
	})
}

func TestStopsAtOnce(t *testing.T) {
	for name, prepare := range map[string]func(*world){
		"idle":              func(*world) {},
		"servers that hang": func(w *world) { w.get = hang },
		"a save under way": func(w *world) {
			w.save = func(ctx context.Context, _ []store.Visit) error {
				<-ctx.Done()
				return ctx.Err()
			}
		},
	} {
		t.Run(name, func(t *testing.T) {
			synctest.Test(t, func(t *testing.T) {
				w := newWorld()
				prepare(w)
				w.run(t, w.loader("a b c d e f", func(o *load.Options) { o.Workers = 2 }))()
				if told := strings.Join(w.take(), ", "); strings.Contains(told, "failed") {
					t.Errorf("the end was told as a failure: %s", told)
				}
			})
		})
	}
}

func TestOffline(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		w := newWorld()
		w.known["b"] = store.Known{URL: feed("b").URL, Health: feeds.Health{Feed: "b", Failures: 2, Failure: &feeds.Failure{Kind: feeds.FailDNS}}}
		want := []string{"started 2", "a +0", "b failed (dns)", "finished 0-0 +0"}
		l := w.loader("a b", func(o *load.Options) { o.Offline = true })
		stop := w.run(t, l)
		same(t, "at the start", w.take(), want)
		pass(48 * time.Hour)
		l.Refresh("")
		synctest.Wait()
		same(t, "when asked", w.take(), want)
		stop()
		if err := l.Once(t.Context(), w.emit); err != nil {
			t.Error(err)
		}
		same(t, "once", w.take(), want)
		if len(w.asked) > 0 {
			t.Errorf("asked %q", w.asked)
		}
	})
}

func TestHealthIsInTheOrderOfTheFeeds(t *testing.T) {
	w := newWorld()
	w.known["a"] = store.Known{Health: feeds.Health{Items: 3}}
	var got []string
	for _, h := range w.loader("z a m", nil).Health() {
		got = append(got, fmt.Sprint(h.Feed, h.Items))
	}
	same(t, "health", got, []string{"z0", "a3", "m0"})
}

func sorted(s []string) []string {
	slices.Sort(s)
	return s
}

func keys(m map[string]bool) []string { return slices.Sorted(maps.Keys(m)) }
