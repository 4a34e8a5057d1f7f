package parse_test

import (
	"strings"
	"testing"

	"dateline/feeds"
	"dateline/feeds/parse"
)

// one parses a feed that must have exactly one item.
func one(t *testing.T, body string) feeds.Item {
	t.Helper()
	r, err := parse.Parse([]byte(body), source)
	if err != nil || len(r.Items) != 1 {
		t.Fatalf("%d items, %v", len(r.Items), err)
	}
	checkItems(t, r.Items)
	return r.Items[0]
}

// TestVocabularies has one item in every way that feeds are known to name
// their elements.
func TestVocabularies(t *testing.T) {
	const parts = `<title>Ferry back</title><link>https://courier.example/a</link><dc:creator>Ana Lopes</dc:creator>
		<pubDate>Sun, 01 Feb 2026 08:00:00 GMT</pubDate>`
	const entry = `<title>Ferry back</title><link href="https://courier.example/a"/><author><name>Ana Lopes</name></author>
		<published>2026-02-01T08:00:00Z</published>`
	prefixed := func(prefix, s string) string {
		return strings.NewReplacer("</", "</"+prefix+":", "<", "<"+prefix+":").Replace(s)
	}
	tests := map[string]string{
		"none":                       `<rss><channel><item>` + parts + `</item></channel></rss>`,
		"Atom as default of RSS":     `<rss xmlns="http://www.w3.org/2005/Atom"><channel><item>` + parts + `</item></channel></rss>`,
		"unknown default":            `<rss xmlns="https://cms.example/ns"><channel><item>` + parts + `</item></channel></rss>`,
		"unknown default of channel": `<rss><channel xmlns="https://cms.example/ns"><item>` + parts + `</item></channel></rss>`,
		"old RSS 2.0":                `<rss xmlns="http://backend.userland.com/rss2"><channel><item>` + parts + `</item></channel></rss>`,
		"RDF":                        `<r:RDF xmlns:r="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"><channel/><item>` + parts + `</item></r:RDF>`,
		"RDF 0.9":                    `<rdf:RDF xmlns="http://my.netscape.com/rdf/simple/0.9/"><item>` + parts + `</item></rdf:RDF>`,
		"RDF, all prefixed": `<rdf:RDF xmlns:n="http://purl.org/rss/1.0/"><n:item><n:title>Ferry back</n:title>
			<n:link>https://courier.example/a</n:link><dc:creator>Ana Lopes</dc:creator><dc:date>2026-02-01T08:00:00Z</dc:date></n:item></rdf:RDF>`,
		"RSS 1.1":           `<Channel xmlns="http://purl.org/net/rss1.1#"><items><item>` + parts + `</item></items></Channel>`,
		"odd prefix of DC":  `<rss xmlns:q="http://purl.org/dc/elements/1.1/"><channel><item>` + strings.ReplaceAll(parts, "dc:", "q:") + `</item></channel></rss>`,
		"DC by https":       `<rss xmlns:q="https://purl.org/dc/elements/1.1"><channel><item>` + strings.ReplaceAll(parts, "dc:", "q:") + `</item></channel></rss>`,
		"a list left open":  `<rss><channel><category text="News"><category/><item>` + parts + `</item></channel></rss>`,
		"an item left open": `<rss><channel><item>` + parts + `</channel></rss>`,
		"foreign parts": `<rss><channel><item>` + parts + `<media:title>Photo</media:title><x:title>Other</x:title>
			<title xmlns="https://other.example/">Other</title></item></channel></rss>`,
		"links of Atom in RSS": `<rss xmlns:a="http://www.w3.org/2005/Atom"><channel><item>` + strings.Replace(parts, "<link>https://courier.example/a</link>",
			`<a:link rel="self" href="https://courier.example/feed/a"/><a:link rel="alternate" href="https://courier.example/a"/>`, 1) + `</item></channel></rss>`,
		"Atom":              `<feed xmlns="http://www.w3.org/2005/Atom"><entry>` + entry + `</entry></feed>`,
		"Atom without":      `<feed><entry>` + entry + `</entry></feed>`,
		"Atom, wrong case":  `<feed xmlns="https://www.w3.org/2005/atom/"><entry>` + entry + `</entry></feed>`,
		"Atom, prefixed":    `<a:feed xmlns:a="http://www.w3.org/2005/Atom"><a:entry>` + prefixed("a", entry) + `</a:entry></a:feed>`,
		"Atom, undeclared":  `<atom:feed><atom:entry>` + prefixed("atom", entry) + `</atom:entry></atom:feed>`,
		"Atom 0.3":          `<feed version="0.3" xmlns="http://purl.org/atom/ns#"><entry>` + strings.ReplaceAll(entry, "published", "issued") + `</entry></feed>`,
		"Atom, unknown":     `<a:feed xmlns:a="https://cms.example/ns"><a:entry>` + prefixed("a", entry) + `</a:entry></a:feed>`,
		"Atom, several":     `<feed><entry><link rel="alternate" type="application/pdf" href="https://courier.example/a.pdf"/>` + entry + `</entry></feed>`,
		"Atom with related": `<feed><entry><link rel="related" href="https://courier.example/b"/>` + entry + `</entry></feed>`,
	}
	for name, body := range tests {
		t.Run(name, func(t *testing.T) {
			it := one(t, body)
			got := strings.Join([]string{it.Title, it.URL, it.Byline, it.Published.Format("2006-01-02T15:04")}, " | ")
			if want := "Ferry back | https://courier.example/a | Ana Lopes | 2026-02-01T08:00"; got != want {
				t.Errorf("got  %s\nwant %s", got, want)
			}
		})
	}
}

// TestManyMeanings: what a hostile feed declares without end costs nothing.
func TestManyMeanings(t *testing.T) {
	body := "<rss " + strings.Repeat(`xmlns:a="b" `, 50_000) + "><channel><item><title>Ferry back</title>" +
		strings.Repeat("<x:a/>", 50_000) + "</item></channel></rss>"
	if it := one(t, body); it.Title != "Ferry back" {
		t.Errorf("title %q", it.Title)
	}
}

func TestAddresses(t *testing.T) {
	rss := func(s string) string { return "<rss><channel><item><title>x</title>" + s + "</item></channel></rss>" }
	atom := func(base, s string) string {
		return `<feed xml:base="` + base + `"><entry xml:base="2026/"><title>x</title>` + s + `</entry></feed>`
	}
	tests := []struct{ name, body, want string }{
		{"relative", rss("<link>a</link>"), "https://courier.example/feeds/a"},
		{"from the root", rss("<link>/a</link>"), "https://courier.example/a"},
		{"without scheme", rss("<link>//other.example/a</link>"), "https://other.example/a"},
		{"first of several", rss("<link>https://courier.example/a</link><link>https://courier.example/b</link>"), "https://courier.example/a"},
		{"not a page", rss("<link>javascript:alert(1)</link><link>https://courier.example/b</link>"), "https://courier.example/b"},
		{"guid", rss("<guid>https://courier.example/a</guid>"), "https://courier.example/a"},
		{"guid that is none", rss(`<guid isPermaLink="false">https://courier.example/a</guid>`), ""},
		{"link before guid", rss("<guid>https://courier.example/g</guid><link>https://courier.example/a</link>"), "https://courier.example/a"},
		{"attached only", rss(`<enclosure url="https://courier.example/a.mp3"/><enclosure url="https://courier.example/b.mp3"/>`), "https://courier.example/a.mp3"},
		{"nothing", rss("<link></link>"), ""},
		{"about", `<rdf:RDF><item rdf:about="https://courier.example/a"><title>x</title></item></rdf:RDF>`, "https://courier.example/a"},
		{"base that is a file", atom("https://courier.example/blog/index.atom", `<link href="a"/>`), "https://courier.example/blog/2026/a"},
		{"base that is a folder", atom("https://courier.example/blog/", `<link href="a"/>`), "https://courier.example/blog/2026/a"},
		{"base that is a host", atom("https://courier.example", `<link href="a"/>`), "https://courier.example/2026/a"},
		{"base and an absolute link", atom("https://courier.example/blog/", `<link href="https://other.example/a"/>`), "https://other.example/a"},
		{"base of an RSS item", `<rss><channel><item xml:base="https://courier.example/b/feed?x=/y"><title>x</title><link>a</link></item></channel></rss>`, "https://courier.example/b/a"},
		{"its own address only", `<feed><entry><title>x</title><link rel="self" href="https://courier.example/feed/1"/></entry></feed>`, "https://courier.example/feed/1"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if it := one(t, tt.body); it.URL != tt.want {
				t.Errorf("got %q, want %q", it.URL, tt.want)
			}
		})
	}
}

func TestLanguages(t *testing.T) {
	tests := []struct{ name, body, want string }{
		{"of the feed", `<feed xml:lang="pt-br"><entry><title>x</title></entry></feed>`, "pt-BR"},
		{"of the entry", `<feed xml:lang="pt"><entry xml:lang="es"><title>x</title></entry></feed>`, "es"},
		{"of the channel", `<rss><channel xml:lang="fr"><item><title>x</title></item></channel></rss>`, "fr"},
		{"said by the channel", `<rss><channel xml:lang="fr"><language>de_DE</language><item><title>x</title></item></channel></rss>`, "de-DE"},
		{"of the item", `<rss><channel><language>de</language><item xml:lang="sr-latn"><title>x</title></item></channel></rss>`, "sr-Latn"},
		{"Dublin Core", `<rss><channel><item><title>x</title><dc:language>uk</dc:language></item></channel></rss>`, "uk"},
		{"none", `<rss><channel><language>unknown!</language><item><title>x</title></item></channel></rss>`, "en"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if it := one(t, tt.body); it.Language != tt.want {
				t.Errorf("got %q, want %q", it.Language, tt.want)
			}
		})
	}
}

// TestDocument: what is shown of a document is what it says, one by one.
func TestDocument(t *testing.T) {
	body := `<rss><channel><title>Courier</title><item/><item><title>Ferry back</title><pubDate>1 Jan 2099</pubDate></item>
		<item><description>Words without a headline</description><enclosure url="https://courier.example/a.mp3"/></item>
		<item><title>Ferry back</title><pubDate>1 Jan 2099</pubDate></item></channel></rss>`
	got, err := parse.Document([]byte(body))
	if err != nil || len(got) != 4 {
		t.Fatalf("%d items, %v", len(got), err)
	}
	if got[0].Title+got[2].Title+got[2].URL != "" || got[1].Title != "Ferry back" || got[1].Published.Year() != 2099 || got[1].Key != got[3].Key {
		t.Errorf("got %+v", got)
	}
	if _, err := parse.Document([]byte("<html>")); err == nil {
		t.Error("a page is no document")
	}
}
