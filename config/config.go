// Package config is what the user decides: config.toml, the feeds, addresses
// taken for them, the corrections, the paths of the program's files. It reads
// files and says everything that is wrong in them at once; it writes none but
// corrections.tsv and addresses.tsv, and knows nothing of how a setting is put to
// use. main calls it before all else and hands the values on.
package config

import (
	_ "embed"
	"errors"
	"fmt"
	"io/fs"
	"slices"
	"strings"
	"time"

	"dateline/feeds"

	"github.com/pelletier/go-toml/v2/unstable"
)

// Config holds the settings of config.toml.
type Config struct {
	Loader  Loader
	Screen  Screen
	Store   Store
	Filters []feeds.Filter // of the reader's own, by name
	Regions Regions
	Keys    map[string][]string // the reader's own keys: name of a Binding -> keys; nil if none
	Pipes   []Pipe              // commands for the text of an article, in the order of the file
	Browser []string            // the command that opens an address, and its arguments; empty for $BROWSER or the system's own
}

// Loader says how feeds are asked.
type Loader struct {
	Every   time.Duration // how often a feed is asked if it says nothing itself
	Timeout time.Duration // longest time for one answer
	Workers int           // feeds asked at once
	PerHost int           // of them, at one host
}

// Store says how much is kept.
type Store struct {
	KeepDays  int // since a story last changed; 0: no bound
	KeepItems int // the newest; 0: no bound
}

// Screen says how things are drawn.
type Screen struct {
	Theme Theme
	ASCII bool // no character beyond ASCII in frames and marks
	Bidi  Bidi
	Dense bool // one line a story
	Mouse bool
	Links Links
	// Pictures says that the lead image of a page may be shown.
	Pictures bool
	// PerSource is how many stories of a day are listed that one publisher tells
	// alone; 0 for all.
	PerSource int
}

// Theme says for which background colours are chosen.
type Theme string

// The themes. Auto asks the terminal.
const (
	Auto  Theme = "auto"
	Dark  Theme = "dark"
	Light Theme = "light"
)

// Links says whether the links of a text are given to the terminal, which then
// opens them itself.
type Links string

// When links are given to the terminal: if it is known to take them, always,
// or never.
const (
	LinksAuto Links = "auto"
	LinksOn   Links = "on"
	LinksOff  Links = "off"
)

// Bidi says who turns text that runs from right to left.
type Bidi string

// The orders in which text is written. Logical leaves turning to the
// terminal; Visual is for those that do not turn.
const (
	Logical Bidi = "logical"
	Visual  Bidi = "visual"
)

// Regions says which filters are at hand.
type Regions struct {
	Keys  []feeds.Filter // on the keys 1 to 9
	Start feeds.Filter   // in force at start, unless Last
	Last  bool           // begin with the filter of the last time
}

// Default returns the settings of an empty file.
func Default(atlas *feeds.Atlas) Config {
	keys := []string{
		"middle-east", "russia-ukraine", "europe", "east-asia", "southeast-asia",
		"south-asia", "africa", "latam", "north-america",
	}
	filters := make([]feeds.Filter, len(keys))
	for i, slug := range keys {
		filters[i] = atlas.Only(slug)
	}
	return Config{
		Loader:  Loader{Every: 15 * time.Minute, Timeout: 30 * time.Second, Workers: 32, PerHost: 2},
		Screen:  Screen{Theme: Auto, Bidi: Logical, Mouse: true, Links: LinksAuto, PerSource: 20},
		Store:   Store{KeepDays: 365, KeepItems: 100_000},
		Regions: Regions{Keys: filters, Last: true},
		Browser: []string{},
	}
}

//go:embed config.toml
var template string

// Template returns a config.toml in which every setting stands with its
// default, commented out, the keys that can be bound among them.
func Template(keys []Binding) string {
	var b strings.Builder
	b.WriteString(template)
	for i, k := range keys {
		if !slices.ContainsFunc(keys[:i], func(o Binding) bool { return o.Name == k.Name }) {
			fmt.Fprintf(&b, "#%s = [%s] # %s\n", dotted([]string{k.Name}), joined(k.Keys), k.Help)
		}
	}
	return b.String()
}

// settings is every key of config.toml except those of the tables filters and
// keys.
var settings = []row[Config]{
	{"loader.every", func(d *Config, c cell) { c.span(&d.Loader.Every, minEvery, maxEvery, "15m") }},
	{"loader.timeout", func(d *Config, c cell) { c.span(&d.Loader.Timeout, time.Second, 5*time.Minute, "30s") }},
	{"loader.workers", func(d *Config, c cell) { c.number(&d.Loader.Workers, 1, 32) }},
	{"loader.per_host", func(d *Config, c cell) { c.number(&d.Loader.PerHost, 1, 2) }},
	{"screen.theme", func(d *Config, c cell) { word(c, &d.Screen.Theme, []Theme{Auto, Dark, Light}) }},
	{"screen.ascii", func(d *Config, c cell) { c.flag(&d.Screen.ASCII) }},
	{"screen.bidi", func(d *Config, c cell) { word(c, &d.Screen.Bidi, []Bidi{Logical, Visual}) }},
	{"screen.dense", func(d *Config, c cell) { c.flag(&d.Screen.Dense) }},
	{"screen.per_source", func(d *Config, c cell) { c.number(&d.Screen.PerSource, 0, 1000) }},
	{"screen.pictures", func(d *Config, c cell) { c.flag(&d.Screen.Pictures) }},
	{"screen.mouse", func(d *Config, c cell) { c.flag(&d.Screen.Mouse) }},
	{"screen.hyperlinks", func(d *Config, c cell) { word(c, &d.Screen.Links, []Links{LinksAuto, LinksOn, LinksOff}) }},
	{"store.keep_days", func(d *Config, c cell) { c.number(&d.Store.KeepDays, 0, 36_500) }},
	{"store.keep_items", func(d *Config, c cell) { c.number(&d.Store.KeepItems, 0, 10_000_000) }},
	{"regions.keys", func(d *Config, c cell) { c.regionKeys(&d.Regions.Keys) }},
	{"regions.start", func(d *Config, c cell) { c.start(&d.Regions) }},
	{"browser.command", func(d *Config, c cell) { c.words(&d.Browser, `a list such as ["firefox", "--new-tab", "%s"]`) }},
}

// A feed may be asked this often. Servers take less than the lower bound for
// an attack.
const minEvery, maxEvery = 5 * time.Minute, 24 * time.Hour

// Load reads config.toml over the defaults. That it is missing is an error
// only if the reader named it. Faults in it come as Faults, all at once. The
// regions of the file are checked against atlas, its keys against keys.
func Load(p Paths, atlas *feeds.Atlas, keys []Binding) (Config, error) {
	c := Default(atlas)
	s, err := open(p.Config, "name another file with --config, or write this one with dateline config init > FILE")
	if errors.Is(err, fs.ErrNotExist) && !p.named {
		return c, nil
	}
	if err != nil {
		return c, err
	}
	c.read(s, atlas, keys)
	return c, s.err()
}

func (c *Config) read(s *source, atlas *feeds.Atlas, keys []Binding) {
	entries := s.entries()
	grammar := feeds.NewGrammar(atlas, s.filters(entries, atlas))
	c.Filters = grammar.Named()
	entries, pipes := parted(entries)
	rows := slices.Concat(settings, filterRows(entries), keyRows(keys))
	form[Config]{rows: rows, header: unstable.Table, atlas: atlas, grammar: grammar}.fill(c, s, entries)
	conflicts(s, entries, c.Keys, keys)
	c.Pipes = s.pipes(pipes, c.Keys, keys)
}
