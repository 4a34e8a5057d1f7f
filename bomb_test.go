//go:build unix

package main

import (
	"bytes"
	"compress/gzip"
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"net/url"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"
	"time"
)

const million = 1_000_000

// times repeats s until it is of so many bytes.
func times(s string, bytes int) string { return strings.Repeat(s, bytes/len(s)) }

func rss(items string) string {
	return `<?xml version="1.0"?><rss version="2.0"><channel><title>Harbour Ledger</title>` + items + `</channel></rss>`
}

func described(text string) string {
	return rss("<item><title>Ferry delayed</title><guid>1</guid><description>" + text + "</description></item>")
}

func packed(s string) string {
	var b bytes.Buffer
	z, _ := gzip.NewWriterLevel(&b, gzip.BestSpeed) // fails for unknown levels only
	_, _ = z.Write([]byte(s))                       // to memory
	_ = z.Close()
	return b.String()
}

// laughs declares entities each of which is ten of the one before.
func laughs(kind string) string {
	var b strings.Builder
	fmt.Fprintf(&b, "<!DOCTYPE rss [<!ENTITY %s a0 \"ha\">", kind)
	for i := range 20 {
		fmt.Fprintf(&b, `<!ENTITY %s a%d "%s">`, kind, i+1, strings.Repeat(fmt.Sprintf("%s;", "&a"+strconv.Itoa(i)), 10))
	}
	return b.String() + "]>" + described("&a20; and more")
}

// bombs are documents of little use that cost a careless reader much.
var bombs = map[string]func() string{
	"a billion laughs": func() string { return laughs("") },
	"of parameters":    func() string { return laughs("%") },
	"quadratic": func() string {
		return `<!DOCTYPE rss [<!ENTITY a "` + times("a", 4<<20) + `">]>` + described(times("&a;", 4<<20))
	},
	"external entities": func() string {
		return `<!DOCTYPE rss [<!ENTITY a SYSTEM "file:///etc/hosts"><!ENTITY % b SYSTEM "http://127.0.0.1:1/x"> %b;]>` + described("&a; and more")
	},
	"an external DTD":       func() string { return `<!DOCTYPE rss SYSTEM "http://127.0.0.1:1/rss.dtd">` + described("text") },
	"a million attributes":  func() string { return described("<b " + times(`a="b" `, 6*million) + ">text</b>") },
	"a long attribute":      func() string { return described(`<b a="` + times("b", 8<<20) + `">text</b>`) },
	"a million spaces":      func() string { return rss("<x " + times(`xmlns:b="c" `, 8<<20) + "/><item><title>One</title></item>") },
	"deep elements":         func() string { return described(times("<b>", 3*million)) },
	"deep groups":           func() string { return rss(times("<channel>", 8<<20)) },
	"deep text":             func() string { return described("<![CDATA[" + times("<div>", 5*million) + "]]>") },
	"a million items":       func() string { return rss(times("<item/>", 7*million)) },
	"many items":            func() string { return rss(times("<item><title>Ferry delayed</title></item>", 8<<20)) },
	"a long title":          func() string { return rss("<item><title>" + times("Ferry delayed ", 8<<20) + "</title></item>") },
	"a long word":           func() string { return rss("<item><title>" + times("a", 8<<20) + "</title></item>") },
	"a title of references": func() string { return rss("<item><title>" + times("&amp;amp;", 8<<20) + "</title></item>") },
	"a title of marks":      func() string { return rss("<item><title>e" + times("\u0301", 8<<20) + "</title></item>") },
	"many sections":         func() string { return described(times("<![CDATA[a]]>", 8<<20)) },
	"many comments":         func() string { return described(times("<!---->", 8<<20)) },
	"many authors":          func() string { return rss("<item><title>One</title>" + times("<author>A</author>", 8<<20) + "</item>") },
	"many categories": func() string {
		return rss("<item><title>One</title>" + times("<category>A</category>", 8<<20) + "</item>")
	},
	"an atom of markup": func() string {
		return `<feed xmlns="http://www.w3.org/2005/Atom"><title>T</title><entry><title type="xhtml">` + times("<b>a</b>", 8<<20) + "</title></entry></feed>"
	},
	"a page": func() string {
		return "<!doctype html><html><title>Ledger</title>" + times(`<link rel="alternate" type="application/rss+xml" href="/x">`, 8<<20)
	},
	"brackets":      func() string { return times("<", 8<<20) },
	"nothing":       func() string { return times("\x00", 8<<20) },
	"another width": func() string { return "\xff\xfe" + times("<\x00r\x00", 8<<20) },
	"deep JSON": func() string {
		return `{"version":"https://jsonfeed.org/version/1.1","title":"T","items":` + times("[", 8<<20)
	},
	"deep JSON, closed": func() string {
		return `{"version":"https://jsonfeed.org/version/1.1","title":"T","items":[{"id":"1","x":` + times(`{"a":`, 4<<20) + "1" + times("}", 4<<20/5) + "}]}"
	},
	"JSON of items": func() string {
		return `{"version":"https://jsonfeed.org/version/1.1","title":"T","items":[` + times("{},", 3*million) + `{"id":"1","title":"One"}]}`
	},
	"JSON of keys": func() string {
		return `{"version":"https://jsonfeed.org/version/1.1","title":"T",` + times(`"a":1,`, 8<<20) + `"items":[{"id":"1","title":"One"}]}`
	},
	"a long JSON text": func() string {
		return `{"version":"https://jsonfeed.org/version/1.1","title":"T","items":[{"id":"1","title":"` + times(`\u0061`, 8<<20) + `"}]}`
	},
	"a long JSON number": func() string {
		return `{"version":"https://jsonfeed.org/version/1.1","title":"T","items":[{"id":` + times("9", 8<<20) + `}]}`
	},
}

// most is nearly as long as a file of settings may be.
const most = 2<<20 - 10_000

// outlined are lists of feeds of the same kind.
var outlined = map[string]func() string{
	"a billion laughs": func() string { return strings.NewReplacer("<rss", "<opml", "</rss", "</opml").Replace(laughs("")) },
	"deep outlines":    func() string { return "<opml><body>" + times(`<outline text="mideast">`, most) },
	"deep feeds": func() string {
		return "<opml><body>" + times(`<outline text="mideast" xmlUrl="https://a.example/">`, most)
	},
	"a million outlines": func() string { return "<opml><body>" + times("<outline/>", most) + "</body></opml>" },
	"many feeds": func() string {
		return "<opml><body>" + numbered(`<outline text="Ledger" xmlUrl="https://a.example/%d"/>`) + "</body></opml>"
	},
	"deep different feeds": func() string {
		return "<opml><body>" + numbered(`<outline text="mideast" xmlUrl="https://a.example/%d">`)
	},
	"bad feeds": func() string {
		return "<opml><body>" + times(`<outline text="x" xmlUrl="y"/>`, most) + "</body></opml>"
	},
	"a million attributes": func() string { return "<opml><body><outline " + times(`a="b" `, most) + "/></body></opml>" },
	"a long name": func() string {
		return `<opml><body><outline text="` + times("a", most) + `" xmlUrl="https://a.example/"/></body></opml>`
	},
	"many addresses": func() string { return numbered("https://a.example/%d\n") },
	"a long address": func() string { return "https://a.example/" + times("a", most) },
	"many blocks":    func() string { return numbered("[[feed]]\nurl = \"https://a.example/%d\"\n") },
	"deep TOML":      func() string { return "feed = " + times("[", most) },
}

// numbered writes a form with many numbers.
func numbered(form string) string {
	var b strings.Builder
	for i := range 30_000 {
		fmt.Fprintf(&b, form, i)
	}
	return b.String()
}

// mostMemory is what a document may take, in kilobytes, the program included.
const mostMemory = 64 << 10

var peak = regexp.MustCompile(`VmHWM:\s*(\d+) kB`)

// weigh runs the program on what is named by args, and returns what it said and
// its peak of memory in kilobytes, 0 if that cannot be known.
func weigh(t *testing.T, args ...string) (said string, kilobytes int) {
	t.Helper()
	home := t.TempDir()
	self, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	link, status := filepath.Join(home, "weighed"), filepath.Join(home, "status")
	if err := os.Symlink(self, link); err != nil { // TestMain goes by this name
		t.Fatal(err)
	}
	cmd := exec.CommandContext(t.Context(), link, args...)
	cmd.Env = append(os.Environ(), "HOME="+home, "XDG_CONFIG_HOME="+home, "XDG_DATA_HOME="+home, peakFile+"="+status)
	cmd.WaitDelay = time.Second
	out, err := cmd.CombinedOutput()
	if code := cmd.ProcessState.ExitCode(); code < 0 || code > 2 || strings.Contains(string(out), "goroutine ") {
		t.Fatalf("%.100q ends with %v: %.2000s", args, err, out)
	}
	text, err := os.ReadFile(status)
	if err != nil {
		t.Logf("what memory it takes is not known: %v", err)
		return string(out), 0
	}
	kilobytes, err = strconv.Atoi(string(peak.FindSubmatch(text)[1]))
	if err != nil {
		t.Fatal(err)
	}
	return string(out), kilobytes
}

// TestBombs has the program read each bomb by itself: it ends, with an entry or
// with words, and takes little.
func TestBombs(t *testing.T) {
	for name, made := range bombs {
		t.Run(name, func(t *testing.T) {
			file := filepath.Join(t.TempDir(), "feed")
			if err := os.WriteFile(file, []byte(made()), 0o600); err != nil {
				t.Fatal(err)
			}
			said, kilobytes := weigh(t, "parse", file)
			if !strings.Contains(said, `"title"`) && !strings.Contains(said, `"failure":"the `) && !strings.Contains(said, `"failure":"a web page`) {
				t.Errorf("it says %.300q", said)
			}
			if kilobytes > mostMemory {
				t.Errorf("it takes %d kB", kilobytes)
			}
		})
	}
}

// TestBombsForLists has the program start with each list.
func TestBombsForLists(t *testing.T) {
	for name, made := range outlined {
		t.Run(name, func(t *testing.T) {
			file := filepath.Join(t.TempDir(), "list")
			if err := os.WriteFile(file, []byte(made()), 0o600); err != nil {
				t.Fatal(err)
			}
			said, kilobytes := weigh(t, "list", "--data", t.TempDir(), "--feeds", file)
			if !strings.HasPrefix(said, "dateline: ") || len(said) > 20_000 {
				t.Errorf("it says %.300q", said)
			}
			if kilobytes > mostMemory {
				t.Errorf("it takes %d kB", kilobytes)
			}
		})
	}
}

// TestBombsAmongFeeds asks for all bombs in one round, some of them packed, and
// for a feed that is none.
func TestBombsAmongFeeds(t *testing.T) {
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		name := r.URL.Query().Get("name")
		switch made, ok := bombs[name]; {
		case name == "unpacked":
			w.Header().Set("Content-Encoding", "gzip")
			_, _ = io.WriteString(w, packed(times(" ", 200<<20)))
		case name == "packed twice":
			w.Header().Set("Content-Encoding", "gzip")
			_, _ = io.WriteString(w, packed(packed(times(" ", 200<<20))))
		case ok && len(name)%2 == 0:
			w.Header().Set("Content-Encoding", "gzip")
			_, _ = io.WriteString(w, packed(made()))
		case ok:
			_, _ = io.WriteString(w, made())
		default:
			_, _ = io.WriteString(w, rss("<item><title>The ferry sails again</title><guid>1</guid></item>"))
		}
	}))
	t.Cleanup(server.Close)
	dir := t.TempDir()
	var list strings.Builder
	for name := range bombs {
		fmt.Fprintf(&list, "%s/?name=%s\t%s\n", server.URL, url.QueryEscape(name), name)
	}
	fmt.Fprintf(&list, "%s/?name=unpacked\tUnpacked\n%s/?name=packed+twice\tPacked\n%s/\tGood\n", server.URL, server.URL, server.URL)
	file := filepath.Join(dir, "feeds.txt")
	if err := os.WriteFile(file, []byte(list.String()), 0o600); err != nil {
		t.Fatal(err)
	}
	said, kilobytes := weigh(t, "refresh", "--data", dir, "--feeds", file)
	for _, want := range []string{
		"Unpacked: the answer is larger than allowed", "Packed: the answer is larger than allowed", "nothing: the answer is not a feed",
		"brackets: the answer is not a feed", "a page: a web page came instead of a feed", "deep JSON: the feed is broken", fmt.Sprintf("%d feeds asked", len(bombs)+3),
	} {
		if !strings.Contains(said, want) {
			t.Errorf("it does not say %q:\n%.3000s", want, said)
		}
	}
	if kilobytes > 3*mostMemory { // a large one is read while others come in
		t.Errorf("it takes %d kB", kilobytes)
	}
	if listed, _ := weigh(t, "list", "--data", dir, "--feeds", file); !strings.Contains(listed, "The ferry sails again") {
		t.Errorf("the good feed is lost:\n%.2000s", listed)
	}
}
