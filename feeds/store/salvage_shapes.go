package store

import (
	"context"
	"database/sql"
	"errors"
	"io/fs"
	"os"
	"slices"
	"strings"
)

// shape is by what a row of a table is known where nothing says of which table
// it is: how many values it has, of which kinds, and what they can be. The first
// shape that fits counts.
type shape struct {
	table string
	is    func(row []any) bool
	named []string // columns without which the row says nothing; others may be lost
	keep  string   // what is done with a row that is there already

	cols  []shaped
	least int // values of a row that was written before columns were added
	into  *sql.Stmt
}

// shaped is a column of a shape.
type shaped struct {
	column
	rowid bool // it is the number of the row
	must  bool // it is named
}

// shapes returns those of the tables that are looked for page by page, with the
// columns of a new store. What is not among them feeds give again, or is learned
// anew. A mark too many is less than one that is lost.
func shapes(ctx context.Context, from asker) ([]shape, error) {
	all := func([]any) bool { return true }
	page := func(row []any) bool { return strings.HasPrefix(row[1].(string), "{") }
	old := func(row []any) bool { return row[1].(int64) > 1<<40 } // a time, where others have the number of an item
	const ignore = "ON CONFLICT DO NOTHING"
	known := []shape{
		{table: "items", is: all, named: []string{"feed", "key", "title"}, keep: `
			ON CONFLICT (id) DO UPDATE SET read = max(read, excluded.read), starred = max(starred, excluded.starred)
			WHERE feed = excluded.feed AND key = excluded.key ` + ignore},
		{table: "bookmarks", is: all, keep: ignore},
		{table: "articles", is: page, keep: ignore},
		{table: "texts", is: all, keep: ignore},
		{table: "edits", is: all, keep: ignore},
		{table: "hours", is: all, keep: ignore},
		{table: "dropped", is: old, keep: ignore},
	}
	for i := range known {
		if err := known[i].describe(ctx, from); err != nil {
			return nil, err
		}
	}
	return known, nil
}

// describe reads the columns of the shape.
func (s *shape) describe(ctx context.Context, from asker) error {
	return each(ctx, from, func(rows *sql.Rows) error {
		var c shaped
		var needed bool
		if err := rows.Scan(&c.name, &c.kind, &needed, &c.rowid); err != nil {
			return err
		}
		c.must = slices.Contains(s.named, c.name)
		s.cols = append(s.cols, c)
		if needed {
			s.least = len(s.cols)
		}
		return nil
	}, `SELECT name, type, "notnull" AND dflt_value IS NULL, pk = 1 AND type = 'INTEGER' FROM pragma_table_info(?)`, s.table)
}

// prepare prepares what keeps a row.
func (s *shape) prepare(ctx context.Context, tx *sql.Tx) (err error) {
	names := make([]string, len(s.cols))
	for i, c := range s.cols {
		names[i] = c.name
	}
	s.into, err = tx.PrepareContext(ctx, "INSERT INTO "+s.table+" ("+strings.Join(names, ", ")+
		") VALUES (?"+strings.Repeat(", ?", len(names)-1)+") "+s.keep)
	return err
}

// fit returns the row that r is, if it is one of this table, and whether a part
// of it is lost.
func (s *shape) fit(r record) (row []any, cut, ok bool) {
	if len(r.values) < s.least || len(r.values) > len(s.cols) {
		return nil, false, false
	}
	row = make([]any, len(s.cols))
	for i, c := range s.cols {
		row[i] = empty[c.kind]
		if i < len(r.values) {
			row[i] = r.values[i]
		}
		switch _, gone := row[i].(lost); {
		case gone && (c.must || s.named == nil):
			return nil, false, false
		case gone:
			row[i], cut = empty[c.kind], true
		case c.rowid && row[i] == nil:
			row[i] = r.rowid
		case c.must && row[i] == "":
			return nil, false, false
		}
		if !sane(s.table, c.column, &row[i]) {
			return nil, false, false
		}
	}
	return row, cut, s.is(row)
}

// empty is the value of a column that a row has not.
var empty = map[string]any{"INTEGER": int64(0), "TEXT": ""}

// search keeps the rows of torn tables that it finds on the pages, and returns
// of how many items a part is lost.
func (p *pages) search(ctx context.Context, tx *sql.Tx, torn map[string]bool) (cut int, err error) {
	all, err := shapes(ctx, tx)
	for i := range all {
		if err := all[i].prepare(ctx, tx); err != nil {
			return 0, err
		}
	}
	if err != nil {
		return 0, err
	}
	err = p.records(func(r record) error {
		for i := range all {
			row, part, ok := all[i].fit(r)
			if !ok {
				continue
			}
			if !torn[all[i].table] {
				return nil
			}
			done, err := all[i].into.ExecContext(ctx, row...)
			if err != nil {
				return err
			}
			if n, _ := done.RowsAffected(); part && n > 0 { // the driver always knows
				cut++
			}
			return nil
		}
		return ctx.Err()
	})
	return cut, err
}

// searchFile searches the store at path and its log.
func searchFile(ctx context.Context, path string, tx *sql.Tx, torn map[string]bool) (cut int, err error) {
	file, size, err := sized(path)
	if err != nil {
		return 0, err
	}
	defer file.Close()
	log, logSize, err := sized(path + sidecars[0])
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return 0, err
	}
	defer func() { _ = log.Close() }() // where there is none this says so
	return newPages(file, size, log, logSize).search(ctx, tx, torn)
}

// sized opens a file and returns how long it is.
func sized(path string) (*os.File, int64, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, 0, err
	}
	info, err := f.Stat()
	if err != nil {
		f.Close()
		return nil, 0, err
	}
	return f, info.Size(), nil
}
