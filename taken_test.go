package main

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"dateline/feeds"
	"dateline/feeds/store"
	"dateline/ui/cli"
)

// mover is an outlet that takes its feed to another address, and leaves a page
// that names it.
type mover struct {
	names string // the address on the page; empty while the feed is still there
}

func (m *mover) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	const entry = "<item><title>%s</title><link>/%s</link><guid>%s</guid></item>"
	switch {
	case r.URL.Path == "/new.xml":
		fmt.Fprintf(w, `<rss version="2.0"><channel><title>An outlet</title>`+entry+entry+`</channel></rss>`, "The pier", "pier", "2", "The mole", "mole", "1")
	case m.names == "":
		fmt.Fprintf(w, `<rss version="2.0"><channel><title>An outlet</title>`+entry+`</channel></rss>`, "The mole", "mole", "1")
	default:
		fmt.Fprintf(w, `<!doctype html><title>An outlet</title><link rel="alternate" type="application/rss+xml" href="%s">`, m.names)
	}
}

// begins opens the program on a list of one feed, and has it asked.
func begins(t *testing.T, dir, list string) *house {
	t.Helper()
	h, err := open(t.Context(), cli.Settings{Data: dir, Config: filepath.Join(dir, "config.toml"), Feeds: list})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = h.close() })
	h.asks(t)
	return h
}

func (h *house) asks(t *testing.T) feeds.Health {
	t.Helper()
	h.loader.Refresh("")
	if err := h.loader.Once(t.Context(), func(feeds.Event) {}); err != nil {
		t.Fatal(err)
	}
	return h.loader.Health()[0]
}

// TestAFeedKeepsItsStoriesAtTheAddressThatIsTaken walks the whole way of one:
// from the page that names it to the file, the next visit and the next start.
func TestAFeedKeepsItsStoriesAtTheAddressThatIsTaken(t *testing.T) {
	outlet := &mover{}
	server := httptest.NewServer(outlet)
	t.Cleanup(server.Close)
	dir := t.TempDir()
	list := filepath.Join(dir, "feeds.txt")
	for name, text := range map[string]string{list: "# mine\n" + server.URL + "/feed\tOutlet\n", filepath.Join(dir, "config.toml"): ""} {
		if err := os.WriteFile(name, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	ctx := context.Background()
	h := begins(t, dir, list)
	items, err := h.store.Items(ctx, store.Query{})
	if err != nil || len(items) != 1 || h.store.SetStarred(ctx, []feeds.ItemID{items[0].ID}, true) != nil {
		t.Fatalf("%v, %v", items, err)
	}
	outlet.names = "/new.xml"
	moved := h.asks(t)
	if moved.Failure == nil || moved.Failure.Found != server.URL+"/new.xml" || moved.Items != 1 {
		t.Fatalf("%+v", moved)
	}
	if _, err := h.take(ctx, moved.Feed, moved.Failure.Found); err != nil {
		t.Fatal(err)
	}
	check := func(h *house, h2 feeds.Health) {
		t.Helper()
		items, err := h.store.Items(ctx, store.Query{Feeds: h.ids()})
		if err != nil || len(items) != 2 || h2.Failure != nil || h2.Feed != moved.Feed {
			t.Fatalf("%+v\n%+v, %v", items, h2, err)
		}
		for _, it := range items {
			if it.Starred != (it.Title == "The mole") {
				t.Errorf("%s: starred %t", it.Title, it.Starred)
			}
		}
	}
	check(h, h.asks(t))
	again := begins(t, dir, list)
	check(again, again.loader.Health()[0])
	if text, err := os.ReadFile(list); err != nil || !strings.HasPrefix(string(text), "# mine\n"+server.URL+"/feed\t") {
		t.Errorf("the list: %q, %v", text, err)
	}
	if f, err := again.take(ctx, moved.Feed, ""); err != nil || f.URL != server.URL+"/feed" || again.asks(t).Failure == nil {
		t.Errorf("taken back: %+v, %v", f, err)
	}
}

func TestATakenAddressReachesNoServerOfTheReadersNetwork(t *testing.T) {
	asked := false
	router := httptest.NewServer(http.HandlerFunc(func(http.ResponseWriter, *http.Request) { asked = true }))
	t.Cleanup(router.Close)
	server := httptest.NewServer(&mover{names: router.URL + "/new.xml"})
	t.Cleanup(server.Close)
	dir := t.TempDir()
	list := filepath.Join(dir, "feeds.txt")
	for name, text := range map[string]string{list: server.URL + "/feed\n" + router.URL + "/other\n", filepath.Join(dir, "config.toml"): "[loader]\n"} {
		if err := os.WriteFile(name, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	h := begins(t, dir, list)
	asked = false
	f := h.loader.Health()[0]
	if _, err := h.take(context.Background(), f.Feed, f.Failure.Found); err != nil {
		t.Fatal(err)
	}
	h.loader.Replace(feeds.Feed{ID: h.feeds[1].ID, URL: h.feeds[1].URL, Off: true})
	if got := h.asks(t); got.Failure == nil || got.Failure.Kind != feeds.FailPrivate || asked {
		t.Errorf("%+v, asked %t", got.Failure, asked)
	}
}

// TestARefreshLooksAfterAStoreThatNobodyHasOpen runs the command a day after the
// store was last looked after.
func TestARefreshLooksAfterAStoreThatNobodyHasOpen(t *testing.T) {
	server := httptest.NewServer(&mover{})
	t.Cleanup(server.Close)
	dir := t.TempDir()
	list := filepath.Join(dir, "feeds.txt")
	for name, text := range map[string]string{list: server.URL + "/feed\tOutlet\n", filepath.Join(dir, "config.toml"): ""} {
		if err := os.WriteFile(name, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	h := begins(t, dir, list)
	long := "2026-02-01T14:05:00Z"
	if err := errors.Join(h.store.SetState(t.Context(), "tended", long), (&library{house: h}).Refresh(t.Context(), false, func(feeds.Event) {})); err != nil {
		t.Fatal(err)
	}
	if noted, err := h.store.State(t.Context(), "tended"); noted == long || err != nil {
		t.Errorf("looked after at %s, %v", noted, err)
	}
}
