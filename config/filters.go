package config

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	"dateline/feeds"

	"github.com/pelletier/go-toml/v2/unstable"
)

// filterTable holds the reader's own filters: name = "text".
const filterTable = "filters"

// maxFilters is how many filters of the reader's own may stand in a file: each
// may name those above it, so that many take long to read.
const maxFilters = 500

// filters reads the table of the reader's own filters before the rest of the
// file, which may name them, as each may those above it.
func (s *source) filters(entries []entry, atlas *feeds.Atlas) []feeds.Filter {
	grammar := feeds.NewGrammar(atlas, nil)
	var out []feeds.Filter
	for _, e := range entries {
		name, ok := strings.CutPrefix(e.name, filterTable+".")
		if !ok || e.value.isHeader() {
			continue
		}
		if !isID(name) || grammar.Reserved(name) || name == last {
			s.fault(e.at, e.name, "", "want a name of lower-case words with hyphens that means nothing else, such as gulf-watch")
			continue
		}
		if len(out) == maxFilters {
			s.fault(e.at, e.name, "", fmt.Sprintf("want at most %d filters", maxFilters))
			break
		}
		c := cell{value: e.value, key: e.name, source: s, grammar: feeds.NewGrammar(atlas, out)}
		f, ok := c.filter(e.value)
		if ok && f.Empty() {
			c.want(e.value, aFilter)
			ok = false
		}
		if !ok {
			f = atlas.Only(name) // lets nothing pass: the name is known, so that its use is no second fault
		}
		out = append(out, f.Named(name))
	}
	return out
}

// filterRows makes a row for each of the reader's own filters, which have been
// read, and one that stands for the table.
func filterRows(entries []entry) []row[Config] {
	read := func(*Config, cell) {}
	rows := []row[Config]{{filterTable + ".NAME", read}}
	for _, e := range entries {
		if strings.HasPrefix(e.name, filterTable+".") {
			rows = append(rows, row[Config]{e.name, read})
		}
	}
	return rows
}

// What the keys of the table regions want.
const (
	aFilter  = `a filter in quotes, such as "sahel" or "region:middle-east -country:il"`
	someKeys = `a list of filters, such as ["middle-east", "ua", "tag:nato"]`
)

// filter reads the text of a filter; a fault is told at its place in the file.
func (c cell) filter(v value) (f feeds.Filter, ok bool) {
	if v.kind != unstable.String || strings.TrimSpace(v.text) == "" {
		c.want(v, aFilter)
		return feeds.Filter{}, false
	}
	f, err := c.grammar.Parse(v.text)
	var fault *feeds.FilterFault
	if errors.As(err, &fault) {
		c.source.fault(v.at+inside(v, fault.At), c.key, v.raw, fault.Placeless())
	}
	return f, err == nil
}

// inside returns where in a value the byte of its text stands that is at
// offset at: behind the quote, if the text is written as it is.
func inside(v value, at int) int {
	if i := strings.Index(v.raw, v.text); i >= 0 {
		return i + at
	}
	return 0
}

// regionKeys reads the filters of the keys 1 to 9.
func (c cell) regionKeys(dst *[]feeds.Filter) {
	const most = 9
	if len(c.list) > most {
		c.want(c.list[most], "nine filters at most, one for each of the keys 1 to 9")
	}
	out := []feeds.Filter{}
	for _, v := range c.elements(someKeys) {
		f, ok := c.filter(v)
		if !ok {
			continue
		}
		if slices.ContainsFunc(out, f.Equal) {
			c.want(v, "each filter once")
			continue
		}
		out = append(out, f)
	}
	*dst = out
}

// last is the word for the filter that was in force the last time.
const last = "last"

// start reads the filter at start; a list of several is read as one.
func (c cell) start(dst *Regions) {
	list := []value{c.value}
	if c.kind == unstable.Array {
		list = c.list
	}
	if c.kind == unstable.String && c.text == last {
		*dst = Regions{Keys: dst.Keys, Last: true}
		return
	}
	dst.Last = false
	var texts []string
	for _, v := range list {
		c.filter(v)
		texts = append(texts, v.text)
	}
	dst.Start, _ = c.grammar.Parse(texts...) // its faults are told
}
