//go:build unix

package main

import (
	"fmt"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"time"

	"dateline/feeds"
	"dateline/feeds/store"
)

// longRead serves a feed of one item whose text has many short paragraphs.
func longRead(w http.ResponseWriter, _ *http.Request) {
	fmt.Fprintf(w, `<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>An outlet</title>
		<item><title>The long read</title><guid>1</guid><pubDate>%s</pubDate><content:encoded><![CDATA[`, time.Now().Format(time.RFC1123Z))
	for i := range 80 {
		fmt.Fprintf(w, "<p>Chapter %d. And so it went on.</p>", i)
	}
	fmt.Fprint(w, `]]></content:encoded></item></channel></rss>`)
}

// chapter is how a paragraph of the long read begins.
var chapter = regexp.MustCompile(`Chapter \d+\.`)

// firstChapter returns the first paragraph in sight.
func (x *terminal) firstChapter() string { return chapter.FindString(x.screen()) }

// reads waits until a paragraph is the first in sight.
func (x *terminal) reads(want string) {
	x.t.Helper()
	until(x.t, func() bool { return x.firstChapter() == want }, func() string {
		return fmt.Sprintf("the reader is not at %q:\n%s", want, x.screen())
	})
}

// turns types a key that moves the text, and waits until it has moved.
func (x *terminal) turns(key string) {
	x.t.Helper()
	before := x.firstChapter()
	x.types(key)
	until(x.t, func() bool { return x.firstChapter() != before }, func() string {
		return fmt.Sprintf("%q does not move the text:\n%s", key, x.screen())
	})
}

// stopped returns where the reader of the only item of a store stopped.
func stopped(t *testing.T, path string) feeds.Bookmark {
	t.Helper()
	s, err := store.Open(t.Context(), path)
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = s.Close() }()
	b, _, err := s.Bookmark(t.Context(), 1)
	if err != nil {
		t.Fatal(err)
	}
	return b
}

// keeps waits until the place on the screen is kept, and returns the first
// paragraph in sight. What was kept before may be of another page; as nothing
// moves, that on the screen is kept at last.
func (x *terminal) keeps(path string) string {
	x.t.Helper()
	until(x.t, func() bool {
		b := stopped(x.t, path)
		return b.Block > 0 && strings.Contains(x.screen(), fmt.Sprintf("▸Article · %d %% ", b.Percent))
	}, func() string { return "nothing is kept while reading:\n" + x.screen() })
	return x.firstChapter()
}

func TestAReaderComesBackToTheParagraph(t *testing.T) {
	server := httptest.NewServer(http.HandlerFunc(longRead))
	t.Cleanup(server.Close)
	dir := t.TempDir()
	list, config, store := filepath.Join(dir, "feeds.txt"), filepath.Join(dir, "config.toml"), filepath.Join(dir, "dateline.db")
	for name, text := range map[string]string{list: server.URL + "/\tOutlet\n", config: ""} {
		if err := os.WriteFile(name, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	flags := []string{"--data", dir, "--config", config, "--feeds", list}

	x := start(t, false, flags...)
	x.sees("The long read", "Chapter 0.")
	x.types("\r")
	x.sees("▸Article")
	until(t, func() bool { // all of the text has come, not its beginning only
		x.types("G")
		return strings.Contains(x.screen(), "Chapter 79.")
	}, x.screen)
	x.types("g")
	x.sees("▸Article · 0 %", "Chapter 0.")
	for range 3 {
		x.turns(" ")
	}
	here := x.keeps(store)
	x.dies()

	x = start(t, false, append(flags, "--offline")...)
	x.sees("Chapter 0.", "enter continues there")
	x.types("\r")
	x.sees("▸Article · continued at ")
	x.reads(here)
	x.becomes(80, 24)
	x.sees(strings.Repeat("─", 70)) // the frame of a pane below the list
	x.reads(here)
	x.turns("\x04") // ctrl+d
	here = x.keeps(store)
	x.types("qq")
	x.ends()

	x = start(t, false, append(flags, "--offline")...)
	x.sees("enter continues there")
	x.types("\r")
	x.reads(here)
	x.types("qq")
	x.ends()
}
