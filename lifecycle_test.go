//go:build unix

package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"maps"
	"net/http"
	"net/http/httptest"
	"os"
	"path"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"sync/atomic"
	"testing"
	"time"
)

// outlets is a server of a dozen feeds, which answers as many requests as it
// is told to; the others wait.
type outlets struct {
	*httptest.Server
	dir     string // for the store and the lists of feeds
	edition atomic.Int64
	tickets chan struct{}
	waiting atomic.Int64 // requests
}

const outletCount, outletItems = 12, 10

func newOutlets(t *testing.T) *outlets {
	o := &outlets{dir: t.TempDir(), tickets: make(chan struct{}, 1000)}
	o.Server = httptest.NewServer(o)
	t.Cleanup(o.Close)
	return o
}

// admit has the next n requests answered.
func (o *outlets) admit(n int) {
	for range n {
		o.tickets <- struct{}{}
	}
}

// held waits until requests wait for an answer.
func (o *outlets) held(t *testing.T) {
	t.Helper()
	until(t, func() bool { return len(o.tickets) == 0 && o.waiting.Load() > 0 }, func() string {
		return fmt.Sprintf("%d more requests were admitted, %d wait", len(o.tickets), o.waiting.Load())
	})
}

// ServeHTTP serves the present edition of a feed: items that none had before,
// newest first.
func (o *outlets) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	o.waiting.Add(1)
	defer o.waiting.Add(-1)
	select {
	case <-o.tickets:
	case <-r.Context().Done():
		return
	}
	feed, edition := path.Base(r.URL.Path), o.edition.Load()
	fmt.Fprint(w, `<rss version="2.0"><channel><title>An outlet</title>`)
	for n := range outletItems {
		id := fmt.Sprintf("%d-%s-%d", edition, feed, n)
		at := time.Now().Add(time.Duration(-n) * time.Second)
		fmt.Fprintf(w, `<item><title>Dispatch %s</title><link>/%s</link><guid>%s</guid><pubDate>%s</pubDate></item>`, id, id, id, at.Format(time.RFC1123Z))
	}
	fmt.Fprint(w, `</channel></rss>`)
}

// flags are those under which a command uses the store of the test and the
// first n feeds.
func (o *outlets) flags(t *testing.T, n int) []string {
	t.Helper()
	var list strings.Builder
	for i := range n {
		fmt.Fprintf(&list, "%s/%d\tOutlet %d\n", o.URL, i, i)
	}
	file := filepath.Join(o.dir, "feeds.txt")
	if err := os.WriteFile(file, []byte(list.String()), 0o600); err != nil {
		t.Fatal(err)
	}
	config := filepath.Join(o.dir, "config.toml")
	if err := os.WriteFile(config, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	return []string{"--data", filepath.Join(o.dir, "data"), "--config", config, "--feeds", file}
}

// does runs a command and returns what it prints.
func (o *outlets) does(t *testing.T, feeds int, command ...string) []byte {
	t.Helper()
	var out, errs bytes.Buffer
	if code := run(append(o.flags(t, feeds), command...), nil, &out, &errs); code != 0 {
		t.Fatalf("%v ends with %d: %s", command, code, errs.String())
	}
	return out.Bytes()
}

// stored returns what list knows: the titles of all items, of those that are
// read, and of those with a star.
func (o *outlets) stored(t *testing.T) (all, read, starred map[string]bool) {
	t.Helper()
	all, read, starred = map[string]bool{}, map[string]bool{}, map[string]bool{}
	lines := json.NewDecoder(bytes.NewReader(o.does(t, outletCount, "list", "--items", "--json", "--limit", "0")))
	for lines.More() {
		var it struct {
			Title         string
			Read, Starred bool
		}
		if err := lines.Decode(&it); err != nil {
			t.Fatal(err)
		}
		all[it.Title] = true
		if it.Read {
			read[it.Title] = true
		}
		if it.Starred {
			starred[it.Title] = true
		}
	}
	return all, read, starred
}

func TestASecondStartPaintsWhatIsStored(t *testing.T) {
	o := newOutlets(t)
	o.admit(outletCount - 1)
	o.does(t, outletCount-1, "refresh")
	o.edition.Add(1)
	x := start(t, false, o.flags(t, outletCount)...)
	x.sees("Dispatch 0-")
	o.held(t) // the feed that is new to it
	o.admit(1)
	x.sees("new · press .")
	x.types("q")
	x.ends()
}

// dispatch is a headline of the outlets.
var dispatch = regexp.MustCompile(`Dispatch \d+-\d+-\d+`)

func TestAKillInMidRefreshLosesNothing(t *testing.T) {
	o := newOutlets(t)
	o.admit(outletCount)
	o.does(t, outletCount, "refresh")
	marked := map[string]bool{}
	for round := 1; round <= 6; round++ {
		o.edition.Store(int64(round))
		x := start(t, false, o.flags(t, outletCount)...)
		x.sees("Dispatch")
		x.types("R")
		o.admit(outletCount / 2)
		o.held(t)
		x.sees("new · press .")
		x.types(".g")
		x.sees(fmt.Sprintf("Dispatch %d-", round))
		x.types("ms")
		until(t, func() bool { return o.newMark(t, marked) }, func() string { return "no mark was stored:\n" + x.screen() })
		shown := dispatch.FindAllString(x.screen(), -1)
		x.dies()
		all, read, starred := o.stored(t)
		if len(shown) == 0 || !holds(all, shown) {
			t.Errorf("round %d: %v were on the screen, %d items are stored", round, shown, len(all))
		}
		if want := slices.Collect(maps.Keys(marked)); !holds(read, want) || !holds(starred, want) {
			t.Errorf("round %d: %v were marked; read are %v, starred %v", round, want, read, starred)
		}
	}
}

// newMark adds to marked the items that have both marks, and says whether
// there is one more.
func (o *outlets) newMark(t *testing.T, marked map[string]bool) bool {
	t.Helper()
	before := len(marked)
	_, read, starred := o.stored(t)
	for title := range read {
		if starred[title] {
			marked[title] = true
		}
	}
	return len(marked) > before
}

func holds(set map[string]bool, all []string) bool {
	return !slices.ContainsFunc(all, func(s string) bool { return !set[s] })
}

func TestQuittingInMidRefreshKeepsTheMark(t *testing.T) {
	o := newOutlets(t)
	o.admit(outletCount / 2)
	x := start(t, false, o.flags(t, outletCount)...)
	o.held(t)
	x.sees("Dispatch 0-")
	x.types("mq")
	x.ends()
	if _, read, _ := o.stored(t); len(read) == 0 {
		t.Error("the mark is lost")
	}
}

func TestFeedsThatAllFailOfferTheDemo(t *testing.T) {
	o := newOutlets(t)
	flags := o.flags(t, outletCount)
	o.Close()
	x := start(t, false, flags...)
	x.sees("No feed could be reached", "dateline --demo", fmt.Sprintf("%d failing", outletCount))
	x.types("q")
	x.ends()
}

func TestTwoCopiesShowTheSameAndOneLoads(t *testing.T) {
	o := newOutlets(t)
	o.admit(outletCount)
	first := start(t, false, o.flags(t, outletCount)...)
	first.sees("Dispatch 0-")
	second := start(t, false, o.flags(t, outletCount)...)
	second.sees("Dispatch 0-", "Another Dateline loads the feeds")
	o.edition.Add(1)
	first.types("R")
	o.admit(outletCount)
	second.bringsIn("Dispatch 1-")
	first.dies()
	o.edition.Add(1)
	o.admit(outletCount)
	until(t, func() bool { second.types("R"); return len(o.tickets) == 0 }, second.screen)
	second.bringsIn("Dispatch 2-")
	second.types("q")
	second.ends()
}

func TestARefreshAsksWhatIsDueAndNobodyTwice(t *testing.T) {
	o := newOutlets(t)
	says := func(want string, command ...string) {
		t.Helper()
		if got := string(o.does(t, outletCount, command...)); !strings.Contains(got, want) {
			t.Errorf("%v says %q, want %q", command, got, want)
		}
	}
	o.admit(outletCount)
	says("12 feeds asked, 0 failed, 120 new items\n", "refresh")
	o.edition.Add(1)
	says("0 feeds asked, 0 failed, 0 new items; 12 were not due (--all asks them, too)\n", "refresh")
	o.admit(outletCount)
	says("12 feeds asked, 0 failed, 120 new items\n", "refresh", "--all")
	x := start(t, false, o.flags(t, outletCount)...)
	x.sees("Dispatch 1-")
	var out, errs bytes.Buffer
	code := run(append(o.flags(t, outletCount), "refresh", "--all"), nil, &out, &errs)
	if code != 0 || out.Len() > 0 || !strings.Contains(errs.String(), "Another Dateline has this store open and loads the feeds") {
		t.Errorf("beside a dashboard: code %d, %q, %q", code, &out, &errs)
	}
	x.types("q")
	x.ends()
}

// bringsIn brings in what waits until the screen shows words: news may come in
// several parts.
func (x *terminal) bringsIn(words string) {
	x.t.Helper()
	until(x.t, func() bool {
		if strings.Contains(x.screen(), "new · press .") {
			x.types(".g")
		}
		return strings.Contains(x.screen(), words)
	}, func() string { return fmt.Sprintf("the terminal does not show %q:\n%s", words, x.screen()) })
}

func TestADamagedStoreIsSaidAndKeepsNobodyFromReading(t *testing.T) {
	o := newOutlets(t)
	o.admit(outletCount)
	o.does(t, outletCount, "refresh")
	file := filepath.Join(o.dir, "data", "dateline.db")
	b, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	clear(b[:100])
	if err := os.WriteFile(file, b, 0o600); err != nil {
		t.Fatal(err)
	}
	x := start(t, false, append(o.flags(t, outletCount), "--offline")...)
	x.sees("Dispatch 0-", "The store was damaged. It is kept as dateline.db.broken-")
	x.types("q")
	x.ends()
	if all, _, _ := o.stored(t); len(all) != outletCount*outletItems {
		t.Errorf("%d headlines are left", len(all))
	}
}
