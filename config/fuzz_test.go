package config_test

import (
	"errors"
	"os"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"dateline/config"
	"dateline/feeds"
	"dateline/feeds/spoilt"
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

// settings are some that hold all kinds of values.
const settings = `[loader]
every = "20m"
timeout = "30s"
workers = 16
per_host = 1
[screen]
theme = "dark"
per_source = 3
pictures = true
[store]
keep_days = 400
[regions]
keys = ["mideast", "europe"]
start = "sahel"
[filters]
mine = "ukraine & unread"
[keys]
down = ["j", "ctrl++"]
[[pipe]]
name = "speak"
key = "ctrl+t"
command = ["say", "--rate", "200"]
`

func FuzzLoad(f *testing.F) {
	seed(f, uncommented(config.Template(bindings())), "a.b.\"c d\" = [[1, [2]], {x = {}}]", "keys.down = [\"ctrl++\", \"+\"]")
	for _, s := range spoilt.Of(2000, settings) {
		f.Add(s)
	}
	atlas := atlas(f)
	f.Fuzz(func(t *testing.T, text string) {
		file := write(t, "config.toml", text)
		c, err := config.Load(config.DefaultPaths("", file), atlas, bindings())
		check(t, text, err)
		if err == nil {
			bounded(t, text, c)
		}
	})
}

// bounded fails if a setting could harm servers, or cannot be shown.
func bounded(t *testing.T, text string, c config.Config) {
	t.Helper()
	l := c.Loader
	if l.Workers < 1 || l.Workers > 32 || l.PerHost < 1 || l.PerHost > 2 || l.Every < 5*time.Minute || l.Timeout < time.Second || l.Timeout > 5*time.Minute {
		t.Fatalf("%q: %+v", text, l)
	}
	if len(c.Regions.Keys) > 9 || c.Store.KeepDays < 0 || c.Store.KeepItems < 0 || c.Screen.PerSource < 0 {
		t.Fatalf("%q: %+v", text, c)
	}
	for _, p := range c.Pipes {
		if p.Name == "" || p.Name != feeds.Clean(p.Name, len(p.Name)) || len(p.Command) == 0 || p.Limit <= 0 {
			t.Fatalf("%q: %+v", text, p)
		}
	}
	for name, keys := range c.Keys {
		if line := name + " " + strings.Join(keys, " "); line != feeds.Clean(line, len(line)) {
			t.Fatalf("%q: key %q", text, line)
		}
	}
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
	seed(f, "https://a.example/x name\nhttps://a.example/y\n")
	for _, s := range spoilt.Of(300, "https://a.example/x name\nhttps://b.example/y # a note\nfeed://c.example\n", "[[feed]]\nid = 'a'\nurl = 'https://a.example/x'\nheaders = ['A: b']\n") {
		f.Add(s)
	}
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

func FuzzOPML(f *testing.F) {
	f.Add("<opml>\xff&nbsp;<outline xmlUrl='https://a.example'/>")
	for _, s := range spoilt.Of(500, outlines) {
		f.Add(s)
	}
	atlas := atlas(f)
	f.Fuzz(func(t *testing.T, text string) {
		text = "<" + strings.TrimPrefix(text, "<") // all that begins so is taken for OPML
		list, err := config.List(write(t, "feeds.opml", text), atlas)
		if utf8.ValidString(text) {
			check(t, text, err)
		}
		if addresses := strings.Count(strings.ToLower(text), "xmlurl"); utf8.ValidString(text) && len(list) > addresses {
			t.Fatalf("%q: %d feeds of %d addresses", text, len(list), addresses)
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
