package cli

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"io"
	"strings"
	"testing"
	"time"

	"dateline/feeds"
)

func TestParseSince(t *testing.T) {
	for s, want := range map[string]time.Duration{
		"": 0, "30m": 30 * time.Minute, "6h": 6 * time.Hour, "2d": 48 * time.Hour, "1w": 7 * 24 * time.Hour,
	} {
		if got, err := parseSince(s); err != nil || got != want {
			t.Errorf("%q: %v, %v", s, got, err)
		}
	}
	for _, s := range []string{"soon", "-3h", "0d", "99999999d", "d", "6"} {
		var usage UsageError
		if _, err := parseSince(s); !errors.As(err, &usage) {
			t.Errorf("%q is taken: %v", s, err)
		}
	}
}

func FuzzParseSince(f *testing.F) {
	f.Add("2d")
	f.Fuzz(func(t *testing.T, s string) {
		if d, err := parseSince(s); err == nil && d < 0 {
			t.Errorf("%q is %v", s, d)
		}
	})
}

func TestFoldOrdersStoriesByTheirNewestItem(t *testing.T) {
	at := func(h int) time.Time { return time.Date(2026, 11, 14, h, 0, 0, 0, time.UTC) }
	got := fold([]feeds.Item{
		{ID: 3, Story: 1, Published: at(9)}, {ID: 2, Story: 2, Published: at(8)}, {ID: 4, Published: at(10)}, {ID: 1, Story: 1, Published: at(7)},
	})
	if len(got) != 3 || got[0].ID != 4 || got[1].ID != 1 || len(got[1].Items) != 2 || got[2].ID != 2 {
		t.Errorf("got %+v", got)
	}
}

func TestIdentifiersComeBackAsTheyWere(t *testing.T) {
	for _, in := range []string{`"a"`, `7`, `{"k":[1]}`, `null`} {
		var id identifier
		if err := json.Unmarshal([]byte(in), &id); err != nil {
			t.Fatal(err)
		}
		out, err := json.Marshal(id)
		if err != nil || string(out) != in {
			t.Errorf("%s became %s, %v", in, out, err)
		}
	}
}

func TestEachLineNamesTheBadOne(t *testing.T) {
	n := 0
	count := func(textIn) error { n++; return nil }
	if err := eachLine(strings.NewReader("{\"id\":1}\n\n{\"id\":2}"), count); err != nil || n != 2 {
		t.Errorf("%d lines, %v", n, err)
	}
	err := eachLine(strings.NewReader("{}\n[]\n"), count)
	if err == nil || !strings.Contains(err.Error(), "line 2") {
		t.Errorf("got %v", err)
	}
}

func FuzzEachLine(f *testing.F) {
	f.Add("{\"id\":1,\"title\":\"x\"}\n")
	f.Add("\x00\xff\n{")
	f.Fuzz(func(_ *testing.T, in string) {
		_ = eachLine(strings.NewReader(in), func(textIn) error { return nil })
	})
}

// shelfOf is a library of the given items.
type shelfOf []feeds.Item

func (s shelfOf) Items(context.Context, Query) ([]feeds.Item, error) { return s, nil }
func (shelfOf) Directory() map[feeds.FeedID]feeds.Feed {
	return map[feeds.FeedID]feeds.Feed{"a": {Name: "Ledger", Family: "a"}, "b": {Name: "Courier", Family: "b"}}
}

func (shelfOf) Refresh(_ context.Context, emit func(feeds.Event)) error {
	emit(feeds.FeedFailed{Feed: "a", Health: feeds.Health{Failure: &feeds.Failure{Kind: feeds.FailDNS}}})
	return nil
}
func (shelfOf) Close() error { return nil }

func runWith(t *testing.T, lib shelfOf, args ...string) (code int, out, errs string) {
	t.Helper()
	app := App{
		Version: "test", Atlas: func() *feeds.Atlas { return feeds.NewAtlas(nil, nil) },
		Library: func(context.Context, Settings) (Library, error) { return lib, nil },
	}
	var o, e bytes.Buffer
	code = Run(t.Context(), app, args, io.LimitReader(nil, 0), &o, &e)
	return code, o.String(), e.String()
}

func TestListLimits(t *testing.T) {
	lib := shelfOf{{ID: 1, Feed: "a", Title: "One"}, {ID: 2, Feed: "b", Title: "Two"}, {ID: 3, Feed: "b", Title: "Three", Read: true}}
	for args, want := range map[string]int{
		"list": 3, "list --limit 2": 2, "list --limit 0": 3, "list --unread": 2, "list --items --limit 1": 1, "list --json": 3,
	} {
		code, out, errs := runWith(t, lib, strings.Fields(args)...)
		if code != 0 || strings.Count(out, "\n") != want {
			t.Errorf("%s: code %d, %d lines, want %d\n%s%s", args, code, strings.Count(out, "\n"), want, out, errs)
		}
	}
}

func TestARoundWithoutAnswersFails(t *testing.T) {
	code, out, errs := runWith(t, nil, "refresh")
	if code != exitFailed || !strings.Contains(out, "Ledger: the host name is not known") || !strings.Contains(errs, "no feed could be reached") {
		t.Errorf("code %d\n%s%s", code, out, errs)
	}
}
