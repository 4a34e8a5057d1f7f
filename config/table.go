package config

import (
	"fmt"
	"strings"

	"dateline/feeds"

	"github.com/pelletier/go-toml/v2/unstable"
)

// row says how one key of a file is read: set takes the value over, or tells
// the cell what would be right.
type row[T any] struct {
	key string // with its table: "loader.every"
	set func(dst *T, c cell)
}

// cell is one key of a file while it is read.
type cell struct {
	value
	key    string
	source *source

	atlas   *feeds.Atlas
	grammar *feeds.Grammar
}

// form is what a file looks like: its rows and how its headers are written.
type form[T any] struct {
	rows   []row[T]
	header unstable.Kind // Table or ArrayTable

	atlas   *feeds.Atlas
	grammar *feeds.Grammar // of config.toml
}

// fill takes over what entries say into dst. A key or table that no row knows
// is a fault; what stands in an unknown table is not told once more.
func (f form[T]) fill(dst *T, s *source, entries []entry) {
	var skip string
	for _, e := range entries {
		if skip != "" && strings.HasPrefix(e.name, skip+".") {
			continue
		}
		if r, ok := f.row(e.name); ok {
			r.set(dst, cell{e.value, e.name, s, f.atlas, f.grammar})
		} else if f.isTable(e.name) {
			f.table(s, e)
			continue
		} else {
			s.fault(e.at, e.name, "", f.unknown(e))
		}
		skip = e.name
	}
}

// table checks the header of a table that exists.
func (f form[T]) table(s *source, e entry) {
	want := header(f.header, e.name)
	switch {
	case !e.value.isHeader():
		s.fault(e.value.at, e.name, e.value.raw, "want a table, written "+want)
	case e.value.kind != f.header && (e.value.kind != unstable.InlineTable || f.header != unstable.Table):
		s.fault(e.at, "", "", fmt.Sprintf("want %s, not %s", want, header(e.value.kind, e.name)))
	}
}

// unknown says what the name of an unknown key or table may have meant.
func (f form[T]) unknown(e entry) string {
	if !e.value.isHeader() {
		return fmt.Sprintf("no such key; did you mean %q?", feeds.Nearest(e.name, f.names()))
	}
	var tables []string
	for _, name := range f.names() {
		table, _, _ := strings.Cut(name, ".")
		tables = append(tables, table)
	}
	return fmt.Sprintf("no such table; did you mean %s?", header(f.header, feeds.Nearest(e.name, tables)))
}

func (f form[T]) row(name string) (row[T], bool) {
	for _, r := range f.rows {
		if r.key == name {
			return r, true
		}
	}
	return row[T]{}, false
}

func (f form[T]) isTable(name string) bool {
	for _, r := range f.rows {
		if strings.HasPrefix(r.key, name+".") {
			return true
		}
	}
	return false
}

func (f form[T]) names() []string {
	names := make([]string, len(f.rows))
	for i, r := range f.rows {
		names[i] = r.key
	}
	return names
}
