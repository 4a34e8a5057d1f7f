package config

import (
	"fmt"
	"slices"
	"strings"
	"time"

	"dateline/feeds"

	"github.com/pelletier/go-toml/v2/unstable"
	"golang.org/x/text/language"
)

// feedRows is every key of a [[feed]] block.
var feedRows = []row[feeds.Feed]{
	{"feed.id", func(d *feeds.Feed, c cell) { c.id(&d.ID) }},
	{"feed.name", func(d *feeds.Feed, c cell) { c.line(&d.Name) }},
	{"feed.url", func(d *feeds.Feed, c cell) { c.address(&d.URL) }},
	{"feed.country", func(d *feeds.Feed, c cell) { c.country(&d.Country) }},
	{"feed.language", func(d *feeds.Feed, c cell) { c.language(&d.Language) }},
	{"feed.kind", func(d *feeds.Feed, c cell) { word(c, &d.Kind, feeds.Kinds()) }},
	{"feed.affiliation", func(d *feeds.Feed, c cell) { word(c, &d.Affiliation, feeds.Affiliations()) }},
	{"feed.family", func(d *feeds.Feed, c cell) { c.line(&d.Family) }},
	{"feed.tags", func(d *feeds.Feed, c cell) { c.places(&d.Tags) }},
	{"feed.checked", func(d *feeds.Feed, c cell) { c.day(&d.Checked) }},
	{"feed.off", func(d *feeds.Feed, c cell) { c.flag(&d.Off) }},
	{"feed.full_text", func(d *feeds.Feed, c cell) { c.flag(&d.FullText) }},
	{"feed.user_agent", func(d *feeds.Feed, c cell) { c.line(&d.Agent) }},
	{"feed.headers", func(d *feeds.Feed, c cell) { c.headers(&d.Headers) }},
	{"feed.user", func(d *feeds.Feed, c cell) { c.line(&d.Login.User) }},
	{"feed.password_command", func(d *feeds.Feed, c cell) { c.program(&d.Login.Command) }},
	{"feed.password_env", func(d *feeds.Feed, c cell) { c.variable(&d.Login.Env) }},
	{"feed.every", func(d *feeds.Feed, c cell) { c.span(&d.Every, minEvery, maxEvery, "30m") }},
}

// block is one [[feed]] of a file.
type block struct {
	feed    feeds.Feed
	entries []entry // the header first
}

// get returns what the block itself says for a key.
func (b block) get(key string) (value, bool) {
	i := slices.IndexFunc(b.entries, func(e entry) bool { return e.name == key })
	if i < 0 {
		return value{}, false
	}
	return b.entries[i].value, true
}

// blocks reads a file of [[feed]] blocks. A block that names a feed of base
// starts from what base says of it.
func (s *source) blocks(base []feeds.Feed, atlas *feeds.Atlas) []block {
	f := form[feeds.Feed]{rows: feedRows, header: unstable.ArrayTable, atlas: atlas}
	var out []block
	for _, entries := range chunks(s.entries()) {
		b := block{entries: entries}
		if id, ok := b.get("feed.id"); ok {
			b.feed, _ = find(base, feeds.FeedID(id.text))
		}
		before := len(s.faults)
		f.fill(&b.feed, s, entries)
		switch head := entries[0]; {
		case head.block == 0 && len(s.faults) == before:
			s.fault(head.at, head.name, "", "want it below a [[feed]]")
		case head.block > 0 && head.name == "feed" && len(out) == maxFeeds:
			s.tooMany(head.at)
			return out
		case head.block > 0 && head.name == "feed":
			s.needs(b, base)
			s.logins(b)
			out = append(out, b)
		}
	}
	return out
}

// chunks cuts entries into those of each block.
func chunks(entries []entry) [][]entry {
	var out [][]entry
	for i, e := range entries {
		if i == 0 || e.block != entries[i-1].block {
			out = append(out, nil)
		}
		out[len(out)-1] = append(out[len(out)-1], e)
	}
	return out
}

// needs notes a feed without an address.
func (s *source) needs(b block, base []feeds.Feed) {
	if _, ok := b.get("feed.url"); ok || b.feed.URL != "" {
		return
	}
	id, ok := b.get("feed.id")
	if ok && len(base) > 0 {
		known := make([]string, len(base))
		for i, f := range base {
			known[i] = string(f.ID)
		}
		s.fault(id.at, "feed.id", id.raw, fmt.Sprintf("no feed has this id, and a new one needs a url; did you mean %q?",
			feeds.Nearest(id.text, known)))
		return
	}
	s.fault(b.entries[0].at, "", "", "want a url in this [[feed]]")
}

// unique notes ids and addresses that stand twice: in the blocks, or in them
// and in the feeds of base that they leave as they are.
func (s *source) unique(blocks []block, base []feeds.Feed) {
	ids := map[feeds.FeedID]int{}
	for _, b := range blocks {
		if id, ok := b.get("feed.id"); ok && b.feed.ID != "" {
			line, _ := s.place(id.at)
			if first, twice := ids[b.feed.ID]; twice {
				s.fault(id.at, "feed.id", id.raw, fmt.Sprintf("want an id of its own; line %d has it already", first))
				continue
			}
			ids[b.feed.ID] = line
		}
	}
	owners := map[string]string{}
	for _, f := range base {
		if _, own := ids[f.ID]; !own {
			owners[addressKey(f.URL)] = fmt.Sprintf("the feed %q", f.ID)
		}
	}
	for _, b := range blocks {
		address, ok := b.get("feed.url")
		if !ok || b.feed.URL == "" {
			continue
		}
		line, _ := s.place(address.at)
		key := addressKey(b.feed.URL)
		if owner, twice := owners[key]; twice {
			s.fault(address.at, "feed.url", address.raw, "want an address of its own; "+owner+" has it already")
			continue
		}
		owners[key] = fmt.Sprintf("line %d", line)
	}
}

func (c cell) id(dst *feeds.FeedID) {
	if c.kind != unstable.String || !isID(c.text) {
		c.want(c.value, `lower-case words with hyphens, such as "bbc-world"`)
		return
	}
	*dst = feeds.FeedID(c.text)
}

func (c cell) address(dst *string) {
	address, ok := feedAddress(c.text)
	if c.kind != unstable.String || !ok {
		c.want(c.value, "%s", wantAddress)
		return
	}
	*dst = address
}

const wantAddress = `an http or https address without a password, such as "https://example.org/feed"`

func (c cell) country(dst *string) {
	code := strings.ToUpper(c.text)
	if c.kind != unstable.String || len(code) != 2 || !c.atlas.Known(strings.ToLower(code)) {
		c.want(c.value, `a country code of two letters, such as "FR"`)
		return
	}
	*dst = code
}

func (c cell) language(dst *string) {
	tag, err := language.Parse(c.text)
	if c.kind != unstable.String || err != nil {
		c.want(c.value, `a language tag, such as "en" or "pt-BR"`)
		return
	}
	*dst = tag.String()
}

func (c cell) day(dst *string) {
	_, err := time.Parse(time.DateOnly, c.text)
	if (c.kind != unstable.LocalDate && c.kind != unstable.String) || err != nil {
		c.want(c.value, "a day, such as 2026-10-02")
		return
	}
	*dst = c.text
}
