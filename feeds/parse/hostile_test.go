package parse_test

import (
	"bufio"
	"encoding/json"
	"errors"
	"fmt"
	"html"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"dateline/feeds"
	"dateline/feeds/parse"
)

// hostile is what a terminal would obey, or what would lead a reader astray.
var hostile = []string{
	"\x1b[2J\x1b[H", "\x1b]0;owned\x07", "\x1b]52;c;ZWNobyBvd25lZA==\x1b\\", "\x1b]8;;file:///etc/passwd\x1b\\here\x1b]8;;\x1b\\",
	"\x1bP+q544e\x1b\\", "\x1b_Gf=100;AAAA\x1b\\", "\x1b^pm\x1b\\", "\x1bc", "\x1b[31", "\x1b", "\x9b2J", "\x9d0;owned\x9c", "\u009b2J", "\u009d0;owned\u009c",
	"\x00", "\a\b\t\v\f\r\x0e\x0f", "\x7f", "\u0085", "\u2028\u2029", "\u202egpj.exe", "\u2066\u2067\u2068\u2069", "\u200e\u200f\u061c", "\ufeff", "\u200b", "\u2060", "\u00ad",
	"\U000e0041\U000e0042", "\ufe0f\ufe0e", "\ufff9\ufffa\ufffb", "\uffff\ufffe", "\ue01b[2J\ue007", "\xc0\xaf", "\xed\xa0\x80", "\xf4\x90\x80\x80", "\xff\xfe", "\xe2\x80", "\u0301\u0302\u0303",
	"&#27;[2J", "&#x9b;2J", "&#x202e;", "&amp;#27;[2J", "&amp;amp;#x1b;[2J", "%1b[2J", `\u001b[2J`, "<script>alert(1)</script>", "<b", "]]>", "--><!--", `"'>`, "javascript:alert(1)", "data:text/html,x",
	"https://owned\x1b[2J@courier.example/\x1b]0;x\x07", "https://courier.example/\u202e\x9b", "//\x1b", "http://[::1\x1b]/",
}

// badInput names the variable for a folder with strings.jsonl, in each line of
// which "b64" holds one more of such strings.
const badInput = "DATELINE_BADINPUT"

func hostileStrings(t *testing.T) []string {
	t.Helper()
	folder := os.Getenv(badInput)
	if folder == "" {
		t.Logf("for more strings let %s name a folder that has strings.jsonl", badInput)
		return hostile
	}
	f, err := os.Open(filepath.Join(folder, "strings.jsonl"))
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = f.Close() }()
	all, lines := hostile, bufio.NewScanner(f)
	lines.Buffer(nil, 16<<20)
	for lines.Scan() {
		var row struct {
			Text []byte `json:"b64"`
		}
		if err := json.Unmarshal(lines.Bytes(), &row); err != nil {
			t.Fatal(err)
		}
		all = append(all, string(row.Text))
	}
	if lines.Err() != nil {
		t.Fatal(lines.Err())
	}
	return all
}

// forms are feeds of every format with BAD in everything that is read of one.
var forms = map[string]string{
	"RSS": `<rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:q="BAD" xml:base="BAD"><channel xml:lang="BAD"><title>BAD</title>
		<link>BAD</link><language>BAD</language><ttl>BAD</ttl><item rdf:about="BAD" xml:lang="BAD"><title>x BAD</title><link>BAD</link><guid isPermaLink="BAD">BAD</guid>
		<pubDate>BAD</pubDate><author>BAD</author><dc:creator>BAD</dc:creator><dc:date>BAD</dc:date><dc:language>BAD</dc:language><category domain="BAD">BAD</category><dc:subject>BAD</dc:subject>
		<description>BAD</description><content:encoded>BAD</content:encoded><media:title>BAD</media:title><media:description>BAD</media:description><itunes:summary>BAD</itunes:summary>
		<atom:link href="BAD"/><enclosure url="BAD" type="BAD"/><source url="BAD">BAD</source><BAD>BAD</BAD></item></channel></rss>`,
	"RDF": `<rdf:RDF xmlns="http://purl.org/rss/1.0/"><channel rdf:about="BAD"><title>BAD</title><link>BAD</link><dc:language>BAD</dc:language></channel>
		<item rdf:about="BAD"><title>x BAD</title><link>BAD</link><description>BAD</description><dc:date>BAD</dc:date><dc:creator>BAD</dc:creator><content:encoded>BAD</content:encoded></item></rdf:RDF>`,
	"Atom": `<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="BAD" xml:base="BAD"><title type="html">BAD</title><link href="BAD"/><entry xml:base="BAD"><title type="BAD">x BAD</title>
		<link rel="BAD" type="BAD" href="BAD"/><link href="BAD"/><id>BAD</id><updated>BAD</updated><published>BAD</published><author><name>BAD</name><email>BAD</email><uri>BAD</uri></author>
		<category term="BAD" label="BAD"/><summary type="html">BAD</summary><content type="xhtml"><div>BAD</div></content></entry>
		<entry><title type="xhtml"><div>x BAD</div></title><content mode="base64">BAD</content><summary type="text">BAD</summary></entry></feed>`,
}

const jsonForm = `{"title": BAD, "home_page_url": BAD, "feed_url": BAD, "language": BAD, "items": [{"id": BAD, "url": BAD, "external_url": BAD, "title": BAD,
	"content_html": BAD, "content_text": BAD, "summary": BAD, "date_published": BAD, "date_modified": BAD, "author": {"name": BAD}, "authors": [{"name": BAD}],
	"tags": [BAD, BAD], "language": BAD, "attachments": [{"url": BAD, "mime_type": BAD}], BAD: BAD}]}`

// dressed lists the ways in which text stands in XML.
func dressed(s string) map[string]string {
	var numbers strings.Builder
	for _, r := range s {
		fmt.Fprintf(&numbers, "&#%d;", r)
	}
	return map[string]string{
		"raw": s, "escaped": html.EscapeString(s), "escaped twice": html.EscapeString(html.EscapeString(s)),
		"CDATA": "<![CDATA[" + s + "]]>", "numbers": numbers.String(),
	}
}

// TestNothingHostilePasses puts every hostile string into every field of every
// format.
func TestNothingHostilePasses(t *testing.T) {
	check := func(t *testing.T, body string) int {
		t.Helper()
		r, err := parse.Parse([]byte(body), source)
		var f *feeds.Failure
		if errors.As(err, &f) {
			checkText(t, f.Detail)
			checkText(t, f.Found)
		} else if err != nil {
			t.Errorf("error %v is no failure", err)
		}
		checkText(t, r.Title)
		checkItems(t, r.Items)
		for _, it := range r.Items {
			checkText(t, it.URL)
		}
		return len(r.Items)
	}
	for _, s := range hostileStrings(t) {
		quoted, err := json.Marshal("x " + s)
		if err != nil {
			t.Fatal(err)
		}
		check(t, strings.ReplaceAll(jsonForm, "BAD", string(quoted)))
		check(t, strings.ReplaceAll(jsonForm, "BAD", `"`+s+`"`))
		check(t, `<html><head><link rel="alternate" type="application/rss+xml" href="`+s+`">`)
		for name, form := range forms {
			for way, text := range dressed(s) {
				n := check(t, strings.ReplaceAll(form, "BAD", text))
				if n == 0 && strings.HasPrefix(way, "escaped") {
					t.Error("no item is left")
				}
				if t.Failed() {
					t.Fatalf("%q, %s, in %s", s, way, name)
				}
			}
		}
	}
}
