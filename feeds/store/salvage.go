package store

import (
	"bytes"
	"context"
	"database/sql"
	"encoding/binary"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"math"
	"os"
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
// lost goes, feeds give again what is lost, and all is found by its words.
const orderly = `
	DELETE FROM articles WHERE body = '';
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
	kept, err := s.takeOver(ctx, old)
	return kept, errors.Join(err, s.Close())
}

// readable returns the file to read from: the store itself, or a copy with a
// new head if its head is not that of a database.
func readable(path string) (source string, done func(), err error) {
	data, err := os.Open(path)
	if err != nil {
		return "", nil, err
	}
	defer func() { _ = data.Close() }() // it is only read
	was := make([]byte, headSize)
	if _, err := io.ReadFull(data, was); err == nil && bytes.HasPrefix(was, []byte(headMagic)) {
		return path, func() {}, nil
	}
	info, err := data.Stat()
	if err != nil {
		return "", nil, err
	}
	source = path + rescueEnd + "-head"
	done = func() { _ = remove(source) } // what stays is removed by the next rescue
	done()
	out, err := os.OpenFile(source, os.O_CREATE|os.O_WRONLY|os.O_TRUNC, 0o600)
	if err != nil {
		return "", nil, err
	}
	_, err = out.Write(head(info.Size()))
	if err == nil && info.Size() > headSize {
		_, err = io.Copy(out, data) // from where the head ends
	}
	return source, done, errors.Join(err, out.Close())
}

// The head of a database, by the file format of SQLite, section 1.3.
const (
	headMagic = "SQLite format 3\x00"
	headSize  = 100
	pageSize  = 4096 // SQLite's own choice, which is ours
)

// head returns that of a store of so many bytes.
func head(size int64) []byte {
	h := make([]byte, headSize)
	copy(h, headMagic)
	binary.BigEndian.PutUint16(h[16:], pageSize)
	copy(h[18:], []byte{1, 1, 0, 64, 32, 32}) // without WAL: what is in it has another head
	binary.BigEndian.PutUint32(h[28:], uint32(min(size/pageSize, math.MaxUint32)))
	binary.BigEndian.PutUint32(h[44:], 4) // schema format
	binary.BigEndian.PutUint32(h[56:], 1) // UTF-8
	return h
}

// takeOver keeps what can be read of old.
func (s *Store) takeOver(ctx context.Context, old *sql.DB) (kept tally, err error) {
	if _, err := s.writer.ExecContext(ctx, "PRAGMA foreign_keys = 0"); err != nil { // a child may be whole where its item is not
		return kept, err
	}
	err = s.write(ctx, func(tx *sql.Tx) error {
		for _, t := range salvaged {
			if err := copyTable(ctx, old, tx, t.name, t.rowid); err != nil {
				return fmt.Errorf("keep its %s: %w", t.name, err)
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

// copyTable copies the rows of a table that can be read. What cannot be read is
// no error; what cannot be written is.
func copyTable(ctx context.Context, old *sql.DB, tx *sql.Tx, table string, rowid bool) error {
	cols, err := shared(ctx, old, tx, table)
	if err != nil || len(cols) == 0 {
		return err
	}
	names := make([]string, len(cols))
	for i, c := range cols {
		names[i] = c.name
	}
	insert, err := tx.PrepareContext(ctx, "INSERT OR IGNORE INTO "+table+" ("+strings.Join(names, ", ")+
		") VALUES (?"+strings.Repeat(", ?", len(cols)-1)+")")
	if err != nil {
		return err
	}
	defer func() { _ = insert.Close() }() // the transaction ends it anyway
	r := reader{ctx: ctx, old: old, cols: cols, table: table, list: strings.Join(names, ", "), keep: func(values []any) error {
		_, err := insert.ExecContext(ctx, values...)
		return err
	}}
	if rowid {
		return r.byNumber()
	}
	return r.fromBothEnds()
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
