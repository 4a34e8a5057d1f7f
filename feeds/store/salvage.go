package store

import (
	"context"
	"database/sql"
	"encoding/json"
	"errors"
	"fmt"
	"strings"
	"unicode/utf8"

	"dateline/feeds"
)

// salvaged are the tables, parents before children. The search index is made
// anew.
var salvaged = []struct {
	name  string
	rowid bool // rows can be found by number, also behind a hole
}{
	{"items", true},
	{"texts", true},
	{"edits", true},
	{"articles", true},
	{"bookmarks", true},
	{"hours", true},
	{"merged", true},
	{"visits", false},
	{"visited", false},
	{"dropped", true},
	{"state", false},
}

// jsonOf says what a column of JSON must hold.
var jsonOf = map[string]func() any{
	"items.categories": func() any { return new([]string) },
	"items.tags":       func() any { return new(feeds.Tags) },
	"items.joined":     func() any { return new(feeds.Join) },
	"articles.body":    func() any { return new(feeds.Article) },
	"visits.failure":   func() any { return new(*feeds.Failure) },
	"visits.rest":      func() any { return new(feeds.Rest) },
	"visits.moved":     func() any { return new(feeds.Relocation) },
}

// orderly makes whole what was saved in part: what is about an item that is
// lost goes, an item whose times are lost came after the one before it, feeds
// give again what is lost, and all is found by its words.
const orderly = `
	DELETE FROM articles WHERE body = '';
	DELETE FROM edits WHERE rowid NOT IN (SELECT min(rowid) FROM edits GROUP BY item, at, title);
	UPDATE items SET seen = coalesce((SELECT seen FROM items AS earlier
		WHERE earlier.id < items.id AND earlier.seen > 0 ORDER BY id DESC LIMIT 1), 0) WHERE seen = 0;
	UPDATE items SET published = seen, date = 'missing' WHERE published = 0;
	DELETE FROM texts WHERE item NOT IN (SELECT id FROM items);
	DELETE FROM edits WHERE item NOT IN (SELECT id FROM items);
	DELETE FROM articles WHERE item NOT IN (SELECT id FROM items);
	DELETE FROM bookmarks WHERE item NOT IN (SELECT id FROM items);
	UPDATE visits SET etag = '', last_modified = '', next_try = 0;
	INSERT INTO search (rowid, title, summary, text, page)
		SELECT id, words(title), words(summary), words(coalesce(text, '')), ''
		FROM items LEFT JOIN texts ON item = id;`

// salvage writes what can be read of the store at from to a new store.
func salvage(ctx context.Context, from, to string) (tally, error) {
	source, done, err := readable(from)
	if err != nil {
		return tally{}, err
	}
	defer done()
	c, err := connect(source)
	if err != nil {
		return tally{}, err
	}
	c.dsn += "&mode=ro&_pragma=writable_schema(1)" // a damaged schema is read as far as it goes
	old := c.pool(1)
	defer func() { _ = old.Close() }() // it was only read
	s, err := open(ctx, to)
	if err != nil {
		return tally{}, err
	}
	torn := map[string]bool{}
	for _, t := range salvaged {
		torn[t.name] = source != from && logged(from) // what is newer is not seen with another head
	}
	kept, err := s.takeOver(ctx, old, from, torn)
	return kept, errors.Join(err, s.Close())
}

// takeOver keeps what can be read of old. Of tables that are torn, or turn out to
// be, the rows are looked for on each page of the file, too.
func (s *Store) takeOver(ctx context.Context, old *sql.DB, file string, torn map[string]bool) (kept tally, err error) {
	if _, err := s.writer.ExecContext(ctx, "PRAGMA foreign_keys = 0"); err != nil { // a child may be whole where its item is not
		return kept, err
	}
	err = s.write(ctx, func(tx *sql.Tx) error {
		for _, t := range salvaged {
			whole, err := copyTable(ctx, old, tx, t.name, t.rowid)
			if err != nil {
				return fmt.Errorf("keep its %s: %w", t.name, err)
			}
			torn[t.name] = torn[t.name] || !whole
			kept.paged = kept.paged || torn[t.name]
		}
		if kept.paged {
			if kept.cut, err = searchFile(ctx, file, tx, torn); err != nil {
				return err
			}
		}
		if _, err := tx.ExecContext(ctx, orderly); err != nil {
			return err
		}
		if err := reindexPages(ctx, tx); err != nil {
			return err
		}
		return tx.QueryRowContext(ctx, `SELECT count(*), coalesce(sum(read), 0), coalesce(sum(starred), 0), (SELECT count(*) FROM bookmarks) FROM items`).
			Scan(&kept.items, &kept.read, &kept.starred, &kept.bookmarks)
	})
	return kept, err
}

// reindexPages makes the fetched pages searchable.
func reindexPages(ctx context.Context, tx *sql.Tx) error {
	var ids []feeds.ItemID
	err := each(ctx, tx, func(rows *sql.Rows) error {
		var id feeds.ItemID
		err := rows.Scan(&id)
		ids = append(ids, id)
		return err
	}, "SELECT item FROM articles")
	for _, id := range ids {
		err = errors.Join(err, reindex(ctx, tx, id))
	}
	return err
}

// column is a column that both stores have, and its type.
type column struct{ name, kind string }

// copyTable copies the rows of a table that can be read, and says whether those
// are all. What cannot be read is no error; what cannot be written is.
func copyTable(ctx context.Context, old *sql.DB, tx *sql.Tx, table string, rowid bool) (whole bool, err error) {
	cols, err := shared(ctx, old, tx, table)
	if err != nil || len(cols) == 0 {
		return false, err
	}
	names := make([]string, len(cols))
	for i, c := range cols {
		names[i] = c.name
	}
	insert, err := tx.PrepareContext(ctx, "INSERT OR IGNORE INTO "+table+" ("+strings.Join(names, ", ")+
		") VALUES (?"+strings.Repeat(", ?", len(cols)-1)+")")
	if err != nil {
		return false, err
	}
	defer func() { _ = insert.Close() }() // the transaction ends it anyway
	r := reader{ctx: ctx, old: old, cols: cols, table: table, list: strings.Join(names, ", "), keep: func(values []any) error {
		_, err := insert.ExecContext(ctx, values...)
		return err
	}}
	if rowid {
		err = r.byNumber()
	} else {
		err = r.fromBothEnds()
	}
	return !r.torn, err
}

// shared returns the columns that the table has in both stores; none if it
// cannot be read in the old one.
func shared(ctx context.Context, old *sql.DB, tx *sql.Tx, table string) ([]column, error) {
	have := map[string]bool{}
	err := each(ctx, old, func(rows *sql.Rows) error {
		var name string
		err := rows.Scan(&name)
		have[name] = true
		return err
	}, "SELECT name FROM pragma_table_info(?)", table)
	if err != nil {
		return nil, ctx.Err()
	}
	var cols []column
	err = each(ctx, tx, func(rows *sql.Rows) error {
		var c column
		err := rows.Scan(&c.name, &c.kind)
		if have[c.name] {
			cols = append(cols, c)
		}
		return err
	}, "SELECT name, type FROM pragma_table_info(?)", table)
	return cols, err
}

// sane says whether a value is what its column can hold, and mends JSON that
// cannot be read to none.
func sane(table string, c column, v *any) bool {
	switch x := (*v).(type) {
	case int64:
		return c.kind == "INTEGER"
	case float64:
		return c.kind == "REAL"
	case nil, []byte:
		return c.kind == "BLOB"
	case string:
		if c.kind != "TEXT" || !utf8.ValidString(x) {
			return false
		}
		if into := jsonOf[table+"."+c.name]; into != nil && x != "" && json.Unmarshal([]byte(x), into()) != nil {
			*v = ""
		}
		return true
	default:
		return false
	}
}
