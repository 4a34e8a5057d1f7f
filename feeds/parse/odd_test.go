package parse_test

import (
	"strings"
	"testing"
	"time"

	"dateline/feeds/parse"
)

// TestWrongKindsInJSON: a value of the wrong kind costs itself, not the feed.
func TestWrongKindsInJSON(t *testing.T) {
	tests := []struct{ name, fields, title, url, text string }{
		{"numbers", `"id": 17, "title": 1984, "url": "https://courier.example/a"`, "1984", "https://courier.example/a", ""},
		{"lists for text", `"title": ["Ferry"], "summary": {"en": "x"}, "content_text": "Ferry back"`, "Ferry back", "", "Ferry back"},
		{"null", `"id": null, "title": "Ferry", "url": null, "tags": null, "authors": null`, "Ferry", "", ""},
		{"one for many", `"title": "Ferry", "authors": {"name": "Ana Lopes"}, "tags": "sea"`, "Ferry", "", ""},
		{"authors of no kind", `"title": "Ferry", "authors": "Ana Lopes", "author": 1, "attachments": [1, {"url": {}}]`, "Ferry", "", ""},
		{"attached", `"title": "Ferry", "attachments": [{"url": "https://courier.example/a.mp3", "size_in_bytes": "many"}]`, "Ferry", "https://courier.example/a.mp3", ""},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			it := one(t, `{"title": ["x"], "version": 1.1, "language": {}, "items": [null, "x", {`+tt.fields+`}]}`)
			if it.Title != tt.title || it.URL != tt.url || it.Summary != tt.text {
				t.Errorf("got %+v", it)
			}
		})
	}
	r, err := parse.Parse([]byte(`{"items": {"title": "Ferry"}}`), source)
	if err != nil || len(r.Items) != 1 {
		t.Errorf("one item that is in no list: %d items, %v", len(r.Items), err)
	}
}

func TestTexts(t *testing.T) {
	rss := func(s string) string {
		return "<rss><channel><item><title>x</title>" + s + "</item></channel></rss>"
	}
	tests := []struct{ name, body, want string }{
		{"plain", rss("<description>Ferry back</description>"), "Ferry back"},
		{"CDATA in CDATA", rss("<description><![CDATA[<p>Ferry</p> <![CDATA[back]]> today]]></description>"), "Ferry\n\nback today"},
		{"body", rss(`<xhtml:body><p>Ferry</p><p>back</p></xhtml:body>`), "Ferry\n\nback"},
		{"body by default", rss(`<body xmlns="http://www.w3.org/1999/xhtml"><p>Ferry</p></body>`), "Ferry"},
		{"full item", rss(`<fullitem>Ferry &lt;b&gt;back&lt;/b&gt;</fullitem>`), "Ferry back"},
		{"media", rss(`<media:group><media:description>Ferry back</media:description></media:group>`), "Ferry back"},
		{"hidden", rss(`<description>Ferry &lt;object&gt;no Flash&lt;/object&gt; back &lt;script&gt;go()&lt;/script&gt;</description>`), "Ferry back"},
		{"hidden without end", rss(`<description>Ferry &lt;object data="x"&gt; back &lt;iframe src="x"/&gt;</description>`), "Ferry back"},
		{"less than", rss(`<description>A&#x3C;B &amp; C</description>`), "A<B & C"},
		{"less than, in a section", rss(`<description><![CDATA[A<B and C]]></description>`), "A<B and C"},
		{"cut off in a tag", rss(`<description>Ferry back &lt;a href="https://cour</description>`), "Ferry back"},
		{"cut off in a tag behind others", rss(`<description>&lt;p&gt;Ferry back&lt;/p&gt; &lt;b</description>`), "Ferry back"},
		{"first word like a tag", rss("<description>table talks\n\nFerry back</description>"), "table talks\n\nFerry back"},
		{"program without end", rss(`<description>Ferry &lt;script&gt;go()</description>`), "Ferry"},
		{"Atom in XHTML", `<feed xmlns="http://www.w3.org/2005/Atom"><entry><title>x</title><summary type="xhtml"><h:div xmlns:h="http://www.w3.org/1999/xhtml"><h:p>Ferry</h:p><h:p>back</h:p></h:div></summary></entry></feed>`, "Ferry\n\nback"},
		{"Atom 0.3, packed", `<feed version="0.3"><entry><title>x</title><summary type="text/html" mode="base64">PHA+RmVycnkgYmFjazwvcD4=</summary></entry></feed>`, "Ferry back"},
		{"Atom 0.3, escaped", `<feed version="0.3"><entry><title>x</title><summary type="text/html" mode="escaped">&lt;p&gt;Ferry back&lt;/p&gt;</summary></entry></feed>`, "Ferry back"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if it := one(t, tt.body); it.Summary != tt.want {
				t.Errorf("got %q, want %q", it.Summary, tt.want)
			}
		})
	}
}

// TestOddShapes: what is in the wrong place, or under a name of its own, is found.
func TestOddShapes(t *testing.T) {
	rss := func(items string) string {
		return `<rss version="2.0"><channel><title>Courier</title>` + items + "</channel></rss>"
	}
	tests := []struct{ name, body, byline, language, published string }{
		{"Atom's author in RSS", rss("<item><title>x</title><author><name>Ana Lopes</name><email>a@courier.example</email><department>Sea</department></author></item>"), "Ana Lopes", "en", ""},
		{"language of the root", `<rdf:RDF xml:lang="pt-br"><channel><title>Courier</title></channel><item><title>x</title></item></rdf:RDF>`, "", "pt-BR", ""},
		{"language of the root that the channel knows better", `<rss xml:lang="en"><channel xml:lang="pt"><title>Courier</title><item><title>x</title></item></channel></rss>`, "", "pt", ""},
		{"date of no format", rss("<item><title>x</title><lastModified>2026-02-01T10:15:30Z</lastModified></item>"), "", "en", "2026-02-01T10:15:30Z"},
		{"date behind one that is none", rss("<item><title>x</title><pubDate>today</pubDate><updated>2026-02-01T10:15:30Z</updated></item>"), "", "en", "2026-02-01T10:15:30Z"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			it := one(t, tt.body)
			if it.Byline != tt.byline || it.Language != tt.language || tt.published != "" && it.Published.Format(time.RFC3339) != tt.published {
				t.Errorf("got %q, %q, %v", it.Byline, it.Language, it.Published)
			}
		})
	}
	r, err := parse.Parse([]byte("<rss><channel><title>A</title><item><title>x</title></item></channel><channel><title>B</title><item><title>y</title></item></channel></rss>"), source)
	if err != nil || len(r.Items) != 2 || r.Title != "A" {
		t.Errorf("two channels: %d items of %q, %v", len(r.Items), r.Title, err)
	}
}

// TestStandIns: a feed cannot write the stand-in of a text, wherever it tries.
func TestStandIns(t *testing.T) {
	for _, s := range []string{
		"<title>\ufdd00<!-- --></title>", "<title>&#xfdd0;0<!-- --></title>", "<title><![CDATA[\ufdd00]]><!-- --></title>", "<dc:title>\ufdd00</dc:title>",
		"<title>\ufdd00</title>", "<media:title>\ufdd00</media:title>", "<title a='\ufdd0'><b/>0</title>",
	} {
		body := "<rss><channel><title>Courier</title><item><title>Ferry</title></item><item>" + s + "<link>https://courier.example/a</link></item></channel></rss>"
		r, err := parse.Parse([]byte(body), source)
		if err != nil || len(r.Items) != 2 || r.Items[0].Title != "Ferry" || r.Items[1].Title != "0" {
			t.Errorf("%s: %+v, %v", s, r.Items, err)
		}
	}
}

// TestLongJSONTextsAreCut cuts texts behind a character, and behind an escape.
func TestLongJSONTextsAreCut(t *testing.T) {
	for _, letter := range []string{"a", "é", `\u00e9`, `\"`, `\\`, "9"} {
		for shift := range 2 {
			long := strings.Repeat("x", shift) + strings.Repeat(letter, 1<<20/len(letter)+8)
			r, err := parse.Parse([]byte(`{"version":"https://jsonfeed.org/version/1","title":"T","items":[{"id":"1","title":"One","content_text":"`+long+`"},{"id":"2","title":"Two"}]}`), source)
			if err != nil || len(r.Items) != 2 || strings.Contains(r.Items[0].Summary, "\ufffd") {
				t.Errorf("%s: %d items, %v", letter, len(r.Items), err)
			}
		}
	}
}
