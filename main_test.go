package main

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"

	"dateline/config"
	"dateline/feeds"
	"dateline/feeds/article"
	"dateline/feeds/region"
	"dateline/feeds/store"
	"dateline/ui/cli"
)

func TestMain(m *testing.M) {
	testscript.Main(m, map[string]func(){"dateline": main, "weighed": weighed})
}

// peakFile names in the environment the file to which weighed writes the
// memory that it took.
const peakFile = "DATELINE_TEST_PEAK"

// weighed is the program that says what memory it took, where that can be
// known.
func weighed() {
	settle()
	code := run(os.Args[1:], os.Stdin, os.Stdout, os.Stderr)
	status, err := os.ReadFile("/proc/self/status")
	if err == nil {
		err = os.WriteFile(os.Getenv(peakFile), status, 0o600)
	}
	if err != nil && runtime.GOOS == "linux" {
		code = 99
	}
	os.Exit(code)
}

// TestScripts runs the binary as a user does. Each script has a server of two
// feeds, one of them failing, at $FEEDS.
func TestScripts(t *testing.T) {
	testscript.Run(t, testscript.Params{
		Dir: filepath.Join("testdata", "script"),
		Setup: func(e *testscript.Env) error {
			server := httptest.NewServer(http.HandlerFunc(serveFeeds))
			e.Defer(server.Close)
			e.Setenv("FEEDS", server.URL)
			for _, v := range []string{"HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME", "XDG_CACHE_HOME"} {
				e.Setenv(v, filepath.Join(e.WorkDir, "home"))
			}
			list := fmt.Sprintf("%s/good.xml\tHarbour Ledger\n%s/bad.xml\tBroken Bell\n", server.URL, server.URL)
			return os.WriteFile(filepath.Join(e.WorkDir, "feeds.txt"), []byte(list), 0o600)
		},
	})
}

// serveFeeds answers as two outlets: one with a feed, one with a fault.
func serveFeeds(w http.ResponseWriter, r *http.Request) {
	const tag = `"v1"`
	switch r.URL.Path {
	case "/good.xml":
		w.Header().Set("ETag", tag)
		if r.Header.Get("If-None-Match") == tag {
			w.WriteHeader(http.StatusNotModified)
			return
		}
		fmt.Fprint(w, `<rss version="2.0"><channel><title>Harbour Ledger</title>
<item><title>Bamako names a new council</title><link>/council</link><guid>1</guid><description>Mali's rulers &#27;]0;owned&#7; named a council.</description></item>
<item><title>Tokyo &#x202e;reopens talks with Beijing</title><link>/talks</link><guid>2</guid><pubDate>Sat, 14 Nov 2026 09:00:00 GMT</pubDate></item>
</channel></rss>`)
	case "/page.html":
		fmt.Fprint(w, page1)
	default:
		http.Error(w, "out of order", http.StatusInternalServerError)
	}
}

const page1 = `<!doctype html><html lang="en"><head><title>Bamako names a new council | Harbour Ledger</title></head><body><nav><a href="/">Home</a></nav>
<article><h1>Bamako names a new council</h1><p>The council will sit for a year, the ministry of the interior said on Saturday in a statement
that was read out on the evening news.</p><p>Its nineteen members come from all regions of the country, and the first session is planned
for the end of the month, according to two officials who spoke in the capital.</p><p>Neighbouring governments have welcomed the step, and
asked for a date for the elections that were promised two years ago and put off twice since.</p></article></body></html>`

// TestThePackFitsTheAtlas checks the embedded feeds against the real regions:
// config itself may not know them.
func TestThePackFitsTheAtlas(t *testing.T) {
	atlas := region.Atlas()
	pack, err := config.Pack(atlas)
	if err != nil {
		t.Fatal(err)
	}
	if len(pack) < 60 {
		t.Fatalf("only %d feeds", len(pack))
	}
	families := map[string]map[string]bool{}
	for _, f := range pack {
		if f.Off || f.Affiliation != feeds.Independent && f.Affiliation != feeds.Public {
			continue
		}
		for _, r := range atlas.Regions {
			if r.Kind == feeds.Primary && covers(atlas, f, r) {
				if families[r.Slug] == nil {
					families[r.Slug] = map[string]bool{}
				}
				families[r.Slug][f.Family] = true
			}
		}
	}
	for _, r := range atlas.Regions {
		if r.Kind == feeds.Primary && r.Slug != feeds.World && len(families[r.Slug]) < 3 {
			t.Errorf("%s has only %d independent publishers", r.Slug, len(families[r.Slug]))
		}
	}
}

// covers says whether a feed is about a primary region: it is tagged with it,
// or with a country or an area that lies in it.
func covers(atlas *feeds.Atlas, f feeds.Feed, r feeds.Region) bool {
	return slices.ContainsFunc(f.Tags, func(tag string) bool {
		part, ok := atlas.Region(tag)
		if !ok {
			part = feeds.Region{Kind: feeds.Area, Countries: []string{strings.ToUpper(tag)}}
		}
		outside := func(c string) bool { return !slices.Contains(r.Countries, c) }
		return tag == r.Slug || part.Kind == feeds.Area && !slices.ContainsFunc(part.Countries, outside)
	})
}

// TestWhichFilterIsInForceAtStart: that of the command line before that of the
// settings before that of the last time.
func TestWhichFilterIsInForceAtStart(t *testing.T) {
	for _, c := range []struct {
		name, config, stored string
		regions              []string
		want, notice         string
	}{
		{name: "nothing"},
		{name: "the last time", stored: "region:sahel -country:ng", want: "region:sahel -country:ng"},
		{name: "the settings", config: `regions.start = "ua"`, stored: "region:sahel", want: "country:ua"},
		{name: "the settings want all", config: `regions.start = "all"`, stored: "region:sahel"},
		{name: "the settings by name", config: "filters.mine = '~ua'\nregions.start = 'mine'", want: "country:~ua"},
		{name: "the command line", config: `regions.start = "ua"`, stored: "region:sahel", regions: []string{"gulf", "ml"}, want: "region:gulf,ml"},
		{name: "the command line wants all", stored: "region:sahel", regions: []string{"all"}},
		{
			name: "a place that is gone", stored: "region:sahle",
			notice: `The filter of the last time, region:sahle, is not in force: no region "sahle" at column 8; did you mean "sahel"?`,
		},
	} {
		t.Run(c.name, func(t *testing.T) {
			dir := t.TempDir()
			file := filepath.Join(dir, "config.toml")
			if err := os.WriteFile(file, []byte(c.config), 0o600); err != nil {
				t.Fatal(err)
			}
			h, err := open(t.Context(), cli.Settings{Data: dir, Config: file, Regions: c.regions, Offline: true})
			if err != nil {
				t.Fatal(err)
			}
			defer func() {
				if err := h.close(); err != nil {
					t.Error(err)
				}
			}()
			if err := h.backend().KeepFilter(t.Context(), c.stored); err != nil {
				t.Fatal(err)
			}
			o, err := h.options(t.Context())
			if err != nil || o.Start.String() != c.want || o.Notice != c.notice {
				t.Errorf("%q, notice %q, %v; want %q, %q", o.Start, o.Notice, err, c.want, c.notice)
			}
		})
	}
}

func TestAFaultBehindTheScreenIsTold(t *testing.T) {
	for want, do := range map[string]func(context.Context, func(feeds.Event)) error{
		"a fault of the program: no such item; restart Dateline": func(context.Context, func(feeds.Event)) error { panic("no such item") },
		"the disk is full": func(context.Context, func(feeds.Event)) error { return errors.New("the disk is full") },
		"":                 func(context.Context, func(feeds.Event)) error { return fmt.Errorf("read: %w", context.Canceled) },
	} {
		told := ""
		behind(t.Context(), func(e feeds.Event) { told = e.(feeds.StoreFailed).Err.Error() }, do)
		if told != want {
			t.Errorf("told %q, want %q", told, want)
		}
	}
}

// TestAStoredPageStaysUntilABetterOneComes fetches one page four times: whole,
// its beginning only, not at all, and from the store.
func TestAStoredPageStaysUntilABetterOneComes(t *testing.T) {
	words := "<p>" + strings.Repeat("The harbour board said that the eastern mole is closed. ", 6) + "</p>"
	pages := map[string]string{
		"whole": "<article><h1>The mole</h1>" + words + words + "<p>It opens again in the spring.</p></article>",
		"cut":   "<article><h1>The mole</h1>" + words + words + "<p>Subscribe to continue reading</p></article>",
	}
	state, asked := "whole", 0
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		switch page := pages[state]; {
		case r.URL.Path == "/feed":
			fmt.Fprint(w, `<rss version="2.0"><channel><title>An outlet</title><item><title>The mole</title><link>/mole</link><guid>1</guid></item></channel></rss>`)
		case page == "":
			asked++
			w.WriteHeader(http.StatusServiceUnavailable)
		default:
			asked++
			fmt.Fprint(w, "<!DOCTYPE html><title>The mole</title>"+page)
		}
	}))
	t.Cleanup(server.Close)
	dir := t.TempDir()
	list, file := filepath.Join(dir, "feeds.txt"), filepath.Join(dir, "config.toml")
	for name, text := range map[string]string{list: server.URL + "/feed\tOutlet\n", file: ""} {
		if err := os.WriteFile(name, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	h, err := open(t.Context(), cli.Settings{Data: dir, Config: file, Feeds: list})
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = h.close() }()
	if err := h.loader.Once(t.Context(), func(feeds.Event) {}); err != nil {
		t.Fatal(err)
	}
	items, err := h.store.Items(t.Context(), store.Query{Limit: 1})
	if err != nil || len(items) != 1 || asked != 0 {
		t.Fatalf("%d items, %v; %d pages were asked for by the loader", len(items), err, asked)
	}
	for _, c := range []struct {
		state string
		again bool
		fails feeds.FailureKind
		asked int
	}{
		{"whole", false, "", 1},
		{"cut", true, feeds.FailPaywall, 2},
		{"down", true, feeds.FailServer, 3},
		{"down", false, "", 3},
	} {
		state = c.state
		_, err := h.fetch(t.Context(), items[0], c.again)
		var f *feeds.Failure
		if errors.As(err, &f) != (c.fails != "") || f != nil && f.Kind != c.fails || asked != c.asked {
			t.Errorf("%s: %v, want %q; %d asked, want %d", c.state, err, c.fails, asked, c.asked)
		}
		a, err := h.text(t.Context(), items[0])
		if err != nil || !strings.Contains(article.Text(a), "opens again") || a.Cut != "" || a.Fetched.IsZero() {
			t.Errorf("%s: the stored page is %+v, %v", c.state, a, err)
		}
	}
}
