package parse_test

import (
	"bytes"
	"errors"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
	"unicode"
	"unicode/utf8"

	"dateline/feeds"
	"dateline/feeds/parse"
	"dateline/feeds/spoilt"

	"github.com/google/go-cmp/cmp"
)

var update = flag.Bool("update", false, "write the golden files anew")

var (
	now    = time.Date(2026, 2, 1, 12, 0, 0, 0, time.UTC)
	source = parse.Source{
		Feed: feeds.Feed{ID: "courier", URL: "https://courier.example/feed", Language: "en"},
		URL:  "https://courier.example/feeds/world.xml",
		Now:  now,
	}
)

// show writes a result as people would check it.
func show(r parse.Result) string {
	var b strings.Builder
	line := func(name string, value any) {
		if s := fmt.Sprint(value); s != "" && s != "[]" {
			fmt.Fprintf(&b, "%s: %s\n", name, strings.ReplaceAll(s, "\n", `\n`))
		}
	}
	line("feed", r.Title)
	if r.TTL > 0 {
		line("ttl", r.TTL)
	}
	for _, it := range r.Items {
		b.WriteString("\n")
		line("title", it.Title)
		line("url", it.URL)
		line("key", it.Key)
		line("published", it.Published.Format(time.RFC3339)+" "+string(it.Date))
		line("byline", it.Byline)
		line("language", it.Language)
		line("categories", strings.Join(it.Categories, ", "))
		line("summary", it.Summary)
		line("text", it.Text)
	}
	return b.String()
}

func TestFixtures(t *testing.T) {
	for _, file := range fixtures(t) {
		t.Run(filepath.Base(file), func(t *testing.T) {
			r, err := parse.Parse(read(t, file), source)
			if err != nil {
				t.Fatal(err)
			}
			checkItems(t, r.Items)
			got := show(r)
			golden := file + ".golden"
			if *update {
				if err := os.WriteFile(golden, []byte(got), 0o644); err != nil {
					t.Fatal(err)
				}
			}
			if diff := cmp.Diff(string(read(t, golden)), got); diff != "" {
				t.Errorf("-want +got\n%s", diff)
			}
		})
	}
}

// fixtures lists the feeds of testdata; each has a .golden beside it.
func fixtures(t testing.TB) []string {
	t.Helper()
	var out []string
	for _, pattern := range []string{"testdata/*.xml", "testdata/*.json"} {
		files, err := filepath.Glob(pattern)
		if err != nil || len(files) == 0 {
			t.Fatalf("no fixtures like %s, %v", pattern, err)
		}
		out = append(out, files...)
	}
	return out
}

func read(t testing.TB, file string) []byte {
	t.Helper()
	b, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	return bytes.ReplaceAll(b, []byte("\r\n"), []byte("\n"))
}

// checkItems holds every item to what feeds.Item promises.
func checkItems(t *testing.T, items []feeds.Item) {
	t.Helper()
	keys := map[string]bool{}
	for _, it := range items {
		if it.Title == "" || it.Key == "" || keys[it.Key] || it.Feed != "courier" || !it.Seen.Equal(now) {
			t.Errorf("item %+v lacks something or repeats its key", it)
		}
		keys[it.Key] = true
		if it.Published.IsZero() || it.Published.Location() != time.UTC || it.Published.After(now.Add(24*time.Hour)) {
			t.Errorf("published %v", it.Published)
		}
		if it.Date != feeds.DateGiven && !it.Published.Equal(now) {
			t.Errorf("date %q with %v", it.Date, it.Published)
		}
		if _, ok := feeds.SafeURL(it.URL); it.URL != "" && !ok {
			t.Errorf("address %q", it.URL)
		}
		for _, s := range append([]string{it.Title, it.Byline, it.Language, it.Summary, it.Text}, it.Categories...) {
			checkText(t, s)
		}
	}
}

func checkText(t *testing.T, s string) {
	t.Helper()
	if !utf8.ValidString(s) {
		t.Errorf("%q is not UTF-8", s)
	}
	for _, r := range strings.ReplaceAll(s, "\n\n", "") {
		if !unicode.IsPrint(r) && r != '\u200c' && r != '\u200d' {
			t.Errorf("%q holds %U", s, r)
		}
	}
}

func TestFailures(t *testing.T) {
	tests := []struct {
		name, body string
		kind       feeds.FailureKind
	}{
		{"nothing", "", feeds.FailEmpty},
		{"blanks", "\ufeff \n", feeds.FailEmpty},
		{"text", "Service unavailable", feeds.FailNotFeed},
		{"page", "<!DOCTYPE html><html><head><title>Courier</title></head></html>", feeds.FailHTML},
		{"page without doctype", "\n<HTML lang=en><body>Not found", feeds.FailHTML},
		{"page that breaks off", "<!doctype html>\n<head><tit", feeds.FailHTML},
		{"page without a root", "<meta charset=utf-8><title>Courier</title><h1>Not found</h1>", feeds.FailHTML},
		{"message", "<b>Fatal error</b>: Out of memory in feed.php", feeds.FailHTML},
		{"other XML", `<?xml version="1.0"?><urlset><url><loc>x</loc></url></urlset>`, feeds.FailNotFeed},
		{"other JSON", `{"hello": 1}`, feeds.FailNotFeed},
		{"JSON list", `[1, 2]`, feeds.FailNotFeed},
		{"no title and no items", `<rss version="2.0"><channel></channel></rss>`, feeds.FailNotFeed},
		{"breaks off in the root", `<rss version="2.`, feeds.FailMalformed},
		{"breaks off before the first item ends", `<rss><channel><title>Courier</title><item><title>On`, feeds.FailMalformed},
		{"JSON that breaks off", `{"title": "Courier", "items": [{"id": "1`, feeds.FailMalformed},
		{"JSON with faults", `{"title": "Courier", "items": [}`, feeds.FailMalformed},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			_, err := parse.Parse([]byte(tt.body), source)
			var f *feeds.Failure
			if !errors.As(err, &f) || f.Kind != tt.kind {
				t.Errorf("got %#v, want %s", err, tt.kind)
			}
		})
	}
}

func TestEmptyFeedIsAFeed(t *testing.T) {
	r, err := parse.Parse([]byte(`<rss version="2.0"><channel><title>Courier</title></channel></rss>`), source)
	if err != nil || r.Title != "Courier" || len(r.Items) != 0 {
		t.Errorf("got %+v, %v", r, err)
	}
}

func TestKeysSurviveNeighbours(t *testing.T) {
	item := func(n string) string {
		return "<item><guid>" + n + "</guid><title>" + n + "</title><link>https://courier.example/" + n + "</link></item>"
	}
	keys := func(body string) map[string]string {
		r, err := parse.Parse([]byte("<rss><channel><title>Courier</title>"+body+"</channel></rss>"), source)
		if err != nil {
			t.Fatal(err)
		}
		out := map[string]string{}
		for _, it := range r.Items {
			out[it.Title] = it.Key
		}
		return out
	}
	before, after := keys(item("a")+item("b")), keys(item("c")+item("b")+item("a"))
	if before["a"] != after["a"] || before["b"] != after["b"] || after["c"] == after["a"] {
		t.Errorf("before %v, after %v", before, after)
	}
}

func TestLimits(t *testing.T) {
	long := strings.Repeat("word ", 100_000)
	var b strings.Builder
	b.WriteString("<rss><channel><title>" + long + "</title>")
	for i := range 3000 {
		fmt.Fprintf(&b, "<item><title>%d</title></item>", i)
	}
	b.WriteString("</channel></rss>")
	r, err := parse.Parse([]byte(b.String()), source)
	if err != nil || len(r.Items) != 2000 || len(r.Title) > 600 {
		t.Errorf("%d items, title of %d bytes, %v", len(r.Items), len(r.Title), err)
	}
	r, err = parse.Parse([]byte(`{"items": [`+strings.Repeat(`{"title": "x", "id": [`+strings.Repeat(" ", 9)+`]},`, 1999)+strings.Repeat(`{"title": "y"},`, 3000)+"]}"), source)
	if err != nil || len(r.Items) != 2 {
		t.Errorf("JSON: %d items, %v", len(r.Items), err)
	}
	body := "<rss><channel><item><title>" + long + "</title><description>" + long + "</description></item></channel></rss>"
	r, err = parse.Parse([]byte(body), source)
	if err != nil || len(r.Items) != 1 {
		t.Fatalf("%d items, %v", len(r.Items), err)
	}
	if it := r.Items[0]; len(it.Title) > 600 || len(it.Summary) > 2000 || len(it.Text) > 100<<10 || len(it.Text) < 90<<10 {
		t.Errorf("title %d, summary %d, text %d bytes", len(it.Title), len(it.Summary), len(it.Text))
	}
}

// TestNothingCostsMoreThanItsLength feeds what is made to cost much. What
// hangs or runs out of memory fails by the time limit of the test run.
func TestNothingCostsMoreThanItsLength(t *testing.T) {
	const n = 200_000
	item := func(s string) string {
		return "<rss><channel><title>Courier</title><item><title>x</title><description>" + s + "</description></item></channel></rss>"
	}
	bodies := map[string]string{
		"deep elements":         item(strings.Repeat("<a>", n) + strings.Repeat("</a>", n)),
		"deep elements, open":   item(strings.Repeat("<a>", n)),
		"deep extension":        item(strings.Repeat("<x:a>", n)),
		"deep HTML":             item("<![CDATA[" + strings.Repeat("<div>", n) + "]]>"),
		"deep formatting":       item("<![CDATA[" + strings.Repeat("<b><i>", n) + "]]>"),
		"ends without a start":  item(strings.Repeat("</a>", n)),
		"open brackets":         item(strings.Repeat("<", n)),
		"open brackets in HTML": item("<![CDATA[" + strings.Repeat("<", n) + "]]>"),
		"ampersands":            item(strings.Repeat("&", n)),
		"open quotes":           item(strings.Repeat(`<a b="`, n)),
		"open comments":         item(strings.Repeat("<!-", n)),
		"many attributes":       "<rss " + strings.Repeat(`a="b" `, n) + "><channel><title>x</title></channel></rss>",
		"many namespaces":       "<rss><channel><title>x</title>" + strings.Repeat(`<a xmlns:b="c">`, n) + "</channel></rss>",
		"many doctypes":         strings.Repeat("<!DOCTYPE rss [", n) + "<rss>",
		"same guid":             "<rss><channel><title>x</title>" + strings.Repeat("<item><title>y</title><guid>z</guid></item>", n/10) + "</channel></rss>",
		"zalgo":                 item(strings.Repeat("e\u0301\u0302\u0303", n)),
		"deep JSON":             `{"title":"x","items":` + strings.Repeat("[", n),
		"deep atom":             `<feed><title>x</title><entry><title>y</title><content type="html">` + strings.Repeat("&lt;b&gt;&lt;p&gt;", n) + "</content></entry></feed>",
	}
	for name, body := range bodies {
		t.Run(name, func(t *testing.T) {
			r, err := parse.Parse([]byte(body), source)
			var f *feeds.Failure
			if err != nil && !errors.As(err, &f) {
				t.Errorf("got %v", err)
			}
			checkItems(t, r.Items)
		})
	}
}

func FuzzParse(f *testing.F) {
	var all []string
	for _, file := range fixtures(f) {
		body := read(f, file)
		f.Add(body, "text/xml; charset=utf-8")
		f.Add(body[:len(body)/2], "")
		all = append(all, string(body))
	}
	for _, s := range spoilt.Of(600, all...) {
		f.Add([]byte(s), "text/xml")
	}
	f.Fuzz(func(t *testing.T, body []byte, contentType string) {
		src := source
		src.ContentType = contentType
		r, err := parse.Parse(body, src)
		var failure *feeds.Failure
		if err != nil && !errors.As(err, &failure) {
			t.Errorf("error %v is no failure", err)
		}
		checkText(t, r.Title)
		checkItems(t, r.Items)
	})
}

func BenchmarkParse(b *testing.B) {
	body, err := os.ReadFile("testdata/rss.xml")
	if err != nil {
		b.Fatal(err)
	}
	head, rest, _ := bytes.Cut(body, []byte("<item>"))
	item, tail, _ := bytes.Cut(rest, []byte("</item>"))
	var feed bytes.Buffer
	feed.Write(head)
	for i := range 30 {
		feed.WriteString("<item>" + strings.ReplaceAll(string(item), "courier-1", fmt.Sprint("courier-", i)) + "</item>")
	}
	feed.Write(tail)
	b.SetBytes(int64(feed.Len()))
	b.ReportAllocs()
	for b.Loop() {
		if r, err := parse.Parse(feed.Bytes(), source); err != nil || len(r.Items) != 31 {
			b.Fatal(len(r.Items), err)
		}
	}
}
