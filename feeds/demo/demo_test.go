package demo

import (
	"bytes"
	"io/fs"
	"net/url"
	"slices"
	"strings"
	"testing"
	"unicode"

	"dateline/feeds"
)

// regions are the files of data/news and a country each of them must be about.
var regions = map[string]string{
	"north-america": "US", "central-america-caribbean": "HT", "south-america": "BR", "western-europe": "GB",
	"central-eastern-europe": "PL", "russia-ukraine": "UA", "caucasus-central-asia": "KZ", "middle-east": "IR",
	"north-africa": "LY", "west-africa": "NG", "east-africa": "SD", "central-southern-africa": "CD",
	"south-asia": "IN", "southeast-asia": "PH", "east-asia": "JP", "oceania": "FJ",
}

func TestTheDayIsLargeEnough(t *testing.T) {
	c := world()
	tellers := map[string]map[string]bool{}    // event -> outlets
	sameTongue := map[string]map[string]bool{} // event -> outlets that tell it in English
	languages, authors := map[string]bool{}, map[string]int{}
	paged := 0
	for _, it := range c.items {
		for _, by := range []map[string]map[string]bool{tellers, sameTongue} {
			if by[it.event] == nil {
				by[it.event] = map[string]bool{}
			}
		}
		tellers[it.event][string(it.outlet.ID)] = true
		if it.outlet.Language == "en" {
			sameTongue[it.event][string(it.outlet.ID)] = true
		}
		languages[it.outlet.Language] = true
		if it.byline == "Meridian Wire Staff" && it.outlet.ID != "meridian-wire" {
			authors[it.event]++
		}
		if it.page != "" && c.pages[it.page].layout == "" {
			paged++
		}
	}
	shared := func(by map[string]map[string]bool) (n int) {
		for _, outlets := range by {
			if len(outlets) >= 2 {
				n++
			}
		}
		return n
	}
	for _, want := range []struct {
		what        string
		have, least int
	}{
		{"outlets", len(c.outlets), 14},
		{"items", len(c.items), 150},
		{"events of several outlets", shared(tellers), 40},
		{"events of several outlets in English", shared(sameTongue), 25},
		{"events only one outlet tells", len(tellers) - shared(tellers), 15},
		{"events with carried wire copy", len(authors), 6},
		{"languages", len(languages), 12},
		{"scripts", len(scripts(c)), 7},
		{"full pages", paged, 25},
	} {
		if want.have < want.least {
			t.Errorf("%d %s, want at least %d", want.have, want.what, want.least)
		}
	}
	t.Logf("%d outlets, %d items, %d events, %d pages, %d languages", len(c.outlets), len(c.items), len(tellers), paged, len(languages))
}

func scripts(c *corpus) map[string]bool {
	found := map[string]bool{}
	for _, it := range c.items {
		for _, r := range it.title {
			for name, table := range unicode.Scripts {
				if name != "Common" && name != "Inherited" && unicode.Is(table, r) {
					found[name] = true
				}
			}
		}
	}
	return found
}

func TestEveryRegionHasItsDay(t *testing.T) {
	events, countries := map[string]map[string]bool{}, map[string]bool{}
	for _, it := range world().items {
		if events[it.region] == nil {
			events[it.region] = map[string]bool{}
		}
		events[it.region][it.event] = true
		for _, code := range it.countries {
			countries[code] = true
		}
	}
	for region, country := range regions {
		if len(events[region]) < 4 {
			t.Errorf("%s has %d events, want 4", region, len(events[region]))
		}
		if !countries[country] {
			t.Errorf("nothing is about %s", country)
		}
	}
	if len(events) != len(regions)+1 || events[feeds.World] == nil {
		t.Errorf("files %v, want one a region and world", events)
	}
}

func TestTheFeedsAreFeeds(t *testing.T) {
	seen := map[string]bool{}
	for _, f := range Feeds() {
		u, err := url.Parse(f.URL)
		if err != nil || u.Scheme != "https" || !strings.HasSuffix(u.Host, ".example") {
			t.Errorf("%s: address %q is not https under .example", f.ID, f.URL)
		}
		if seen[string(f.ID)] || seen[f.URL] {
			t.Errorf("%s stands twice", f.ID)
		}
		seen[string(f.ID)], seen[f.URL] = true, true
		if !slices.Contains(feeds.Kinds(), f.Kind) || !slices.Contains(feeds.Affiliations(), f.Affiliation) {
			t.Errorf("%s: unknown kind %q or affiliation %q", f.ID, f.Kind, f.Affiliation)
		}
		if f.Kind != feeds.Multilateral && len(f.Country) != 2 {
			t.Errorf("%s: country %q", f.ID, f.Country)
		}
		if _, ok := world().words[f.Language]; !ok {
			t.Errorf("%s: no words for the pages of language %q", f.ID, f.Language)
		}
	}
	for _, trait := range []string{"slow", "failing", "hostile", "full"} {
		if !slices.ContainsFunc(world().outlets, func(o *outlet) bool { return o.trait == trait }) {
			t.Errorf("no feed is %s", trait)
		}
	}
	for _, a := range []feeds.Affiliation{feeds.Independent, feeds.Public, feeds.State, feeds.StateFunded, feeds.Exile, feeds.Government} {
		if !slices.ContainsFunc(Feeds(), func(f feeds.Feed) bool { return f.Affiliation == a }) {
			t.Errorf("no feed is %s", a)
		}
	}
}

func TestItemsAreWhole(t *testing.T) {
	links, used, undated := map[string]bool{}, map[string]bool{}, 0
	tells := map[string]map[string]string{} // event -> title -> outlet
	for _, it := range world().items {
		if it.title == "" || len(it.summary) == 0 || len(it.categories) == 0 || it.event == "" {
			t.Errorf("%s is not whole: %+v", it.slug, it)
		}
		if links[it.link()] {
			t.Errorf("%s stands twice", it.link())
		}
		links[it.link()], used[it.page] = true, true
		if it.later && it.then != "" || it.then == it.title {
			t.Errorf("%s: its second edition is %q", it.slug, it.then)
		}
		if it.undated {
			undated++
		}
		if tells[it.event] == nil {
			tells[it.event] = map[string]string{}
		}
		if other := tells[it.event][it.title]; other != "" && it.byline != "Meridian Wire Staff" {
			t.Errorf("%s and %s tell %s in the same words", it.outlet.ID, other, it.event)
		}
		tells[it.event][it.title] = string(it.outlet.ID)
		for _, code := range it.countries {
			if len(code) != 2 || code != strings.ToUpper(code) {
				t.Errorf("%s: country %q", it.slug, code)
			}
		}
	}
	if undated < 3 {
		t.Errorf("%d items without a date, want 3", undated)
	}
	for name := range world().pages {
		if !used[name] {
			t.Errorf("page %s belongs to no item", name)
		}
	}
	if n := len(Events()); n != len(links) || len(Countries()) != n {
		t.Errorf("%d events and %d countries for %d items", n, len(Countries()), len(links))
	}
}

func TestPagesAreLongEnough(t *testing.T) {
	kinds := map[string]bool{}
	for name, p := range world().pages {
		if p.layout == "" && p.refusal == "" && (len(p.blocks) < 6 || len(p.links) == 0 || p.kicker == "") {
			t.Errorf("%s: %d blocks, %d links, kicker %q", name, len(p.blocks), len(p.links), p.kicker)
		}
		for _, b := range p.blocks {
			kinds[b.Kind] = true
			for _, row := range b.Cells() {
				if b.Kind == "table" && len(row) != len(b.Cells()[0]) {
					t.Errorf("%s: table row %q has another length than its head", name, row)
				}
			}
		}
	}
	for _, k := range []string{"p", "h", "quote", "list", "table", "post"} {
		if !kinds[k] {
			t.Errorf("no page has a %s", k)
		}
	}
}

func TestOnlyTheHostileFilesHoldControlCharacters(t *testing.T) {
	total := 0
	err := fs.WalkDir(files, "data", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		b, err := files.ReadFile(name)
		if err != nil {
			return err
		}
		total += len(b)
		hostile := bytes.ContainsFunc(b, func(r rune) bool {
			return r != '\n' && r != '\t' && r != '\u200c' && (unicode.IsControl(r) || unicode.Is(unicode.Cf, r) || r == unicode.ReplacementChar)
		})
		if hostile != strings.HasPrefix(name, "data/hostile") {
			t.Errorf("%s: holds control characters: %v", name, hostile)
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	if total > 400_000 {
		t.Errorf("%d bytes are embedded, want at most 400,000", total)
	}
}

func TestParseAge(t *testing.T) {
	for in, want := range map[string]string{
		"42m": "42m0s", "3h": "3h0m0s", "2d": "48h0m0s", "1d6h30m": "30h30m0s", "0m": "0s",
	} {
		got, err := parseAge(in)
		if err != nil || got.String() != want {
			t.Errorf("parseAge(%q) = %v, %v; want %s", in, got, err, want)
		}
	}
	for _, in := range []string{"", "d", "xd", "3", "two days"} {
		if got, err := parseAge(in); err == nil {
			t.Errorf("parseAge(%q) = %v, want an error", in, got)
		}
	}
}
