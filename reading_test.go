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

// reads waits until the paragraph of a bookmark is the first in sight.
func (x *terminal) reads(b feeds.Bookmark) {
	x.t.Helper()
	want := fmt.Sprintf("Chapter %d.", b.Block)
	until(x.t, func() bool { return chapter.FindString(x.screen()) == want }, func() string {
		return fmt.Sprintf("the reader is not at %q:\n%s", want, x.screen())
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

func TestAReaderComesBackToTheParagraph(t *testing.T) {
	server := httptest.NewServer(http.HandlerFunc(longRead))
	t.Cleanup(server.Close)
	dir := t.TempDir()
	path := filepath.Join(dir, "dateline.db")
	list, config := filepath.Join(dir, "feeds.txt"), filepath.Join(dir, "config.toml")
	for name, text := range map[string]string{list: server.URL + "/\tOutlet\n", config: ""} {
		if err := os.WriteFile(name, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	flags := []string{"--data", dir, "--config", config, "--feeds", list}

	x := start(t, false, flags...)
	x.sees("The long read", "Chapter 0.")
	x.types("\r")
	x.sees("▸Article · 0 %")
	// At first there is only what the list knows, which ends earlier.
	until(t, func() bool { x.types("G"); return strings.Contains(x.screen(), "Chapter 79.") }, x.screen)
	x.types("g   ")
	// What is kept at first may be of the end, or of the first page.
	until(t, func() bool { b := stopped(t, path); return b.Block >= 20 && b.Percent < 100 }, func() string {
		return "nothing is kept while reading:\n" + x.screen()
	})
	x.dies()
	here := stopped(t, path)

	x = start(t, false, append(flags, "--offline")...)
	x.sees("Chapter 0.", "enter continues there")
	x.types("\r")
	x.sees("▸Article · continued at ")
	x.reads(here)
	x.becomes(80, 24)
	x.reads(here)
	x.types("\x04qq") // ctrl+d, and out at once
	x.ends()
	next := stopped(t, path)
	if next.Block <= here.Block {
		t.Errorf("the end of the program kept %+v, which is not behind %+v", next, here)
	}

	x = start(t, false, append(flags, "--offline")...)
	x.sees("enter continues there")
	x.types("\r")
	x.reads(next)
	x.types("qq")
	x.ends()
}
