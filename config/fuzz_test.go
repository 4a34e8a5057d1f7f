package config_test

import (
	"errors"
	"os"
	"strings"
	"testing"
	"unicode/utf8"

	"dateline/config"
	"dateline/feeds"
)

// check fails if a fault lies outside of the file or could not be shown.
func check(t *testing.T, text string, err error) {
	t.Helper()
	var faults config.Faults
	if !errors.As(err, &faults) {
		return
	}
	lines := strings.Split(strings.TrimPrefix(text, "\ufeff"), "\n")
	for _, f := range faults {
		if f.Line < 1 || f.Line > len(lines) {
			t.Fatalf("%q: line %d of %d: %v", text, f.Line, len(lines), f)
		}
		if most := utf8.RuneCountInString(lines[f.Line-1]) + 1; f.Column < 1 || f.Column > most {
			t.Fatalf("%q: column %d of %d: %v", text, f.Column, most, f)
		}
		if line := f.Error(); line != feeds.Clean(line, len(line)) {
			t.Fatalf("%q: the fault cannot be shown as it is: %q", text, line)
		}
	}
}

func seed(f *testing.F, texts ...string) {
	for _, file := range []string{"testdata/wrong.toml", "testdata/wrong_feeds.toml", "feeds.toml"} {
		data, err := os.ReadFile(file)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(string(data))
	}
	for _, text := range texts {
		f.Add(text)
	}
}

func FuzzLoad(f *testing.F) {
	seed(f, uncommented(config.Template(bindings())), "a.b.\"c d\" = [[1, [2]], {x = {}}]", "keys.down = [\"ctrl++\", \"+\"]")
	atlas := atlas(f)
	f.Fuzz(func(t *testing.T, text string) {
		file := write(t, "config.toml", text)
		c, err := config.Load(config.DefaultPaths("", file), atlas, bindings())
		check(t, text, err)
		if err == nil && (c.Loader.Workers < 1 || c.Loader.PerHost < 1 || c.Loader.Every <= 0 || len(c.Regions.Keys) > 9) {
			t.Fatalf("%q: %+v", text, c)
		}
	})
}

func FuzzFeeds(f *testing.F) {
	seed(f, "feed = [{url = 'https://a.example'}]", "feed.url = 'https://a.example'", "[feed]\nurl = 1")
	atlas := atlas(f)
	f.Fuzz(func(t *testing.T, text string) {
		list, err := config.Feeds(config.Paths{Feeds: write(t, "feeds.toml", text)}, atlas)
		check(t, text, err)
		whole(t, text, list)
	})
}

func FuzzList(f *testing.F) {
	seed(f, outlines, "https://a.example/x name\nhttps://a.example/y\n", "<opml>\xff&nbsp;<outline xmlUrl='https://a.example'/>")
	atlas := atlas(f)
	f.Fuzz(func(t *testing.T, text string) {
		list, err := config.List(write(t, "list", text), atlas)
		if utf8.ValidString(text) {
			check(t, text, err)
		}
		if err == nil && len(list) == 0 {
			t.Fatalf("%q: no feed and no error", text)
		}
		whole(t, text, list)
	})
}

// whole fails if a feed cannot be asked, shown or told from the others.
func whole(t *testing.T, text string, list []feeds.Feed) {
	t.Helper()
	ids := map[feeds.FeedID]bool{}
	for _, f := range list {
		_, ok := feeds.SafeURL(f.URL)
		if !ok || f.Name == "" || f.Family == "" || f.ID == "" || ids[f.ID] {
			t.Fatalf("%q: %+v", text, f)
		}
		ids[f.ID] = true
		if name := feeds.Clean(f.Name, len(f.Name)); name != f.Name {
			t.Fatalf("%q: name %q is not clean", text, f.Name)
		}
	}
}
