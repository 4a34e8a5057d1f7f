package demo

import (
	"bytes"
	"context"
	"encoding/json"
	"encoding/xml"
	"errors"
	"image/png"
	"io"
	"net/http"
	"net/http/httptest"
	"regexp"
	"slices"
	"strings"
	"testing"
	"testing/synctest"
	"time"
)

var noon = time.Date(2026, 11, 12, 12, 0, 0, 0, time.UTC)

func get(t *testing.T, h http.Handler, address string, header ...string) *httptest.ResponseRecorder {
	t.Helper()
	r := httptest.NewRequestWithContext(t.Context(), http.MethodGet, address, nil)
	if len(header) == 2 {
		r.Header.Set(header[0], header[1])
	}
	w := httptest.NewRecorder()
	h.ServeHTTP(w, r)
	return w
}

// addresses returns every address of the demo but the slow and failing feeds.
func addresses() []string {
	var out []string
	for host, a := range world().answers(noon) {
		if a.wait == 0 && a.status == 0 {
			out = append(out, "https://"+host)
		}
	}
	slices.Sort(out)
	return out
}

func TestEqualStartsGiveEqualBytes(t *testing.T) {
	one, two, later := Handler(noon), Handler(noon.In(time.FixedZone("", 3600))), Handler(noon.Add(time.Hour))
	for _, address := range addresses() {
		a, b := get(t, one, address), get(t, two, address)
		if a.Code != http.StatusOK || !bytes.Equal(a.Body.Bytes(), b.Body.Bytes()) || a.Header().Get("Etag") != b.Header().Get("Etag") {
			t.Errorf("%s: answers %d and %d differ", address, a.Code, b.Code)
		}
	}
	address := Feeds()[0].URL
	if bytes.Equal(get(t, one, address).Body.Bytes(), get(t, later, address).Body.Bytes()) {
		t.Error("the feed did not move with its start")
	}
}

func TestUnchangedIs304(t *testing.T) {
	h := Handler(noon)
	for _, address := range addresses() {
		etag := get(t, h, address).Header().Get("Etag")
		again := get(t, h, address, "If-None-Match", etag)
		if again.Code == http.StatusOK { // the second edition
			etag = again.Header().Get("Etag")
			again = get(t, h, address, "If-None-Match", etag)
		}
		if again.Code != http.StatusNotModified || again.Body.Len() > 0 {
			t.Errorf("%s: %d with %d bytes, want 304", address, again.Code, again.Body.Len())
		}
		if w := get(t, h, address, "If-None-Match", `"other"`); w.Code != http.StatusOK || w.Header().Get("Etag") != etag {
			t.Errorf("%s: %d for another tag, want 200", address, w.Code)
		}
	}
}

func TestUnknownAddressIs404(t *testing.T) {
	for _, address := range []string{"https://nowhere.example/feed.xml", "https://north-sea-ledger.example/news/none"} {
		if w := get(t, Handler(noon), address); w.Code != http.StatusNotFound {
			t.Errorf("%s: %d, want 404", address, w.Code)
		}
	}
}

func TestFailingFeedFailsEachTime(t *testing.T) {
	h := Handler(noon)
	for range 3 {
		if w := get(t, h, "https://evening-semaphore.example/rss"); w.Code != http.StatusServiceUnavailable {
			t.Errorf("%d, want 503", w.Code)
		}
	}
}

func TestSlowFeedIsSlowButNotDeaf(t *testing.T) {
	const address = "https://laurentide-radio.example/world/rss"
	synctest.Test(t, func(t *testing.T) {
		h, began := Handler(noon), time.Now()
		if w := get(t, h, address); w.Code != http.StatusOK || w.Body.Len() == 0 {
			t.Errorf("%d with %d bytes", w.Code, w.Body.Len())
		}
		if took := time.Since(began); took != slowness {
			t.Errorf("took %v, want %v", took, slowness)
		}
		ctx, cancel := context.WithTimeout(t.Context(), time.Second)
		defer cancel()
		began = time.Now()
		w := httptest.NewRecorder()
		h.ServeHTTP(w, httptest.NewRequestWithContext(ctx, http.MethodGet, address, nil))
		if took := time.Since(began); took != time.Second || w.Body.Len() > 0 {
			t.Errorf("cancelled after 1s: took %v and wrote %d bytes", took, w.Body.Len())
		}
	})
}

// entries counts the items of a feed document with the standard library.
func entries(t *testing.T, format string, doc []byte) int {
	t.Helper()
	if format == "json" {
		var f struct {
			Items []struct{ ID, URL, Title string }
		}
		if err := json.Unmarshal(doc, &f); err != nil {
			t.Error(err)
		}
		return len(f.Items)
	}
	n, d := 0, xml.NewDecoder(bytes.NewReader(doc))
	for {
		tok, err := d.Token()
		if errors.Is(err, io.EOF) {
			return n
		}
		if err != nil {
			t.Error(err)
			return n
		}
		if el, ok := tok.(xml.StartElement); ok && (el.Name.Local == "item" || el.Name.Local == "entry") {
			n++
		}
	}
}

// TestTheSecondEditionComesWithTheSecondVisit: what is new and what is changed
// is not in the first, and all else stays.
func TestTheSecondEditionComesWithTheSecondVisit(t *testing.T) {
	h, edits, later := Handler(noon), 0, 0
	for _, o := range world().outlets {
		if o.trait == "hostile" || o.trait == "failing" || o.trait == "slow" {
			continue
		}
		one := get(t, h, o.URL)
		two := get(t, h, o.URL, "If-None-Match", one.Header().Get("Etag"))
		held := 0
		for _, it := range o.items {
			switch {
			case it.later:
				later++
			case it.then != "":
				held, edits = held+1, edits+1
			default:
				held++
			}
		}
		if n := entries(t, o.format, one.Body.Bytes()); n != held {
			t.Errorf("%s: %d entries in the first edition, want %d", o.ID, n, held)
		}
		if two.Code == http.StatusNotModified {
			continue
		}
		if n := entries(t, o.format, two.Body.Bytes()); n != len(o.items) {
			t.Errorf("%s: %d entries in the second edition, want %d", o.ID, n, len(o.items))
		}
	}
	if edits < 5 || later < 5 {
		t.Errorf("the second edition changes %d headlines and adds %d reports", edits, later)
	}
}

func TestEveryFeedIsWellFormed(t *testing.T) {
	c, seen := world(), map[string]bool{}
	for _, o := range c.outlets {
		if o.trait == "hostile" || o.trait == "failing" {
			continue
		}
		t.Run(string(o.ID), func(t *testing.T) {
			doc := c.renderFeed(o, noon, second)
			if n := entries(t, o.format, doc); n != len(o.items) || n == 0 {
				t.Errorf("%d entries, want %d", n, len(o.items))
			}
			for _, left := range []string{"{day", "{date", "{{", "<no value>", "0001-01-01"} {
				if bytes.Contains(doc, []byte(left)) {
					t.Errorf("holds %q", left)
				}
			}
		})
		seen[o.format] = true
	}
	if len(seen) != len(formats) {
		t.Errorf("formats in use: %v", seen)
	}
}

func TestTheHostileFeedIsHostile(t *testing.T) {
	h := Handler(noon)
	doc := get(t, h, "https://skerry-signal.example/feed.xml").Body.String()
	if err := xml.Unmarshal([]byte(doc), new(struct{})); err == nil {
		t.Error("it is well-formed")
	}
	for _, want := range []string{
		"\x1b[", "\x1b]52", "&#27;", "&#x1b;", "\u009b", "\x9b2J", "\u202e", "\u2066", "\x00", "&#0;", "javascript:", "<script>", "9999", "&nbsp;",
		"Sat, 07 Nov 2026", // five days before noon
	} {
		if !strings.Contains(doc, want) {
			t.Errorf("it lacks %q", want)
		}
	}
	longest := 0
	for _, m := range regexp.MustCompile(`<title>(.*?)</title>`).FindAllStringSubmatch(doc, -1) {
		if !strings.ContainsRune(m[1], '\u0300') {
			longest = max(longest, len(m[1]))
		}
	}
	if longest != 500 {
		t.Errorf("longest title has %d columns, want 500", longest)
	}
	if page := get(t, h, "https://skerry-signal.example/news/harbour-lights").Body.String(); !strings.Contains(page, "\x1b]52") {
		t.Error("its page is tame")
	}
}

func TestEveryItemHasAPage(t *testing.T) {
	c, layouts := world(), map[string]bool{}
	h := Handler(noon)
	for _, it := range c.items {
		p := c.pageOf(it)
		if p.refusal != "" {
			continue
		}
		w := get(t, h, it.link())
		page := w.Body.String()
		if w.Code != http.StatusOK || !strings.HasPrefix(w.Header().Get("Content-Type"), "text/html") {
			t.Fatalf("%s: %d", it.link(), w.Code)
		}
		for _, left := range []string{"{day", "{date", "{{", "&lt;no value", "ZgotmplZ", "](https:"} {
			if strings.Contains(page, left) {
				t.Errorf("%s holds %q", it.link(), left)
			}
		}
		switch p.layout {
		case "script":
			if strings.Contains(page, "<p>") || !strings.Contains(page, "<noscript>") {
				t.Errorf("%s shows text without its script", it.link())
			}
		case "aggregator", "consent":
			if strings.Contains(page, it.title) {
				t.Errorf("%s: an address that leads on has the headline", it.link())
			}
		case "paywall":
			if !strings.Contains(page, "Subscribe to continue") {
				t.Errorf("%s has no paywall", it.link())
			}
		default:
			layouts[it.outlet.layout] = true
			if !strings.Contains(page, "<h1") || strings.Count(page, "<p>") < len(p.blocks)/2 {
				t.Errorf("%s: headline or text is missing", it.link())
			}
		}
	}
	if len(layouts) < 3 {
		t.Errorf("layouts in use: %v", layouts)
	}
}

// TestEachRefusalIsMet: every way in which a page can refuse has an item.
func TestEachRefusalIsMet(t *testing.T) {
	c, met := world(), map[string]bool{}
	for _, it := range c.items {
		refusal := c.pageOf(it).refusal
		if _, ok := refusals[refusal]; !ok && refusal != "" {
			t.Errorf("%s refuses in an unknown way: %q", it.link(), refusal)
		}
		met[refusal] = true
	}
	for refusal := range refusals {
		if !met[refusal] {
			t.Errorf("no page is %s", refusal)
		}
	}
}

func TestLeadPicturesAreServed(t *testing.T) {
	h, seen := Handler(noon), 0
	for _, it := range world().items {
		if world().pageOf(it).picture == "" {
			continue
		}
		seen++
		page, picture := get(t, h, it.link()).Body.String(), get(t, h, it.picture())
		if !strings.Contains(page, `<img src="`+it.picture()+`"`) {
			t.Errorf("%s does not show its picture", it.link())
		}
		if _, err := png.Decode(picture.Body); err != nil || picture.Header().Get("Content-Type") != "image/png" {
			t.Errorf("%s: %v", it.picture(), err)
		}
	}
	if seen < 5 {
		t.Errorf("%d pages with a picture", seen)
	}
}

func TestWireCopyIsOneText(t *testing.T) {
	h := Handler(noon)
	dateline := regexp.MustCompile(`<p>Muscat \(Meridian\) Nov 12, 2026 - Iran agreed on Thursday`)
	for _, address := range []string{
		"https://meridian-wire.example/news/iran-inspectors-isfahan-muscat",
		"https://rift-lakes.example/news/iran-inspectors-muscat",
		"https://kalahari-lantern.example/news/iran-isfahan-inspectors-return",
	} {
		page := get(t, h, address).Body.String()
		if !dateline.MatchString(page) || !strings.Contains(page, "Meridian Wire Staff") {
			t.Errorf("%s is not the wire's text", address)
		}
	}
}

func TestRelatedGroupsAreNeitherEmptyNorDouble(t *testing.T) {
	for _, it := range world().items {
		seen := map[string]bool{it.link(): true}
		for _, g := range it.outlet.groups(it, noon) {
			for _, e := range append([]entry{g.Lead}, g.More...) {
				if e.Title == "" || seen[e.Link] {
					t.Errorf("%s: %q is empty or stands twice", it.link(), e.Link)
				}
				seen[e.Link] = true
			}
		}
	}
}
