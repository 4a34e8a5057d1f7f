package store

import (
	"context"
	"database/sql"
	"sync"
)

// question is a statement that is run for each item, visit or move.
type question int

const (
	howFar question = iota
	findFeed
	findItem
	findDropped
	findTwin
	findMerged
	readItem
	addItem
	setItem
	setText
	addWords
	addEdit
	addHour
	cutHours
	addVisited
	cutVisited
	setVisit
	readStory
	setStory
	addMerged
	setMerged
	cutMerged
	questions
)

// asked has the questions in SQL.
var asked = [questions]string{
	howFar:   "SELECT coalesce(max(id), 0) + 1, EXISTS (SELECT 1 FROM dropped) FROM items",
	findFeed: "SELECT NOT EXISTS (SELECT 1 FROM items WHERE feed = ?)",
	findItem: `SELECT id, key, title, summary, url, published, coalesce(text, '') FROM items LEFT JOIN texts ON item = id
		WHERE feed = ?1 AND key IN (?2, ?3) ORDER BY key = ?3 DESC LIMIT 1`,
	findDropped: "SELECT coalesce((SELECT at FROM dropped WHERE print = ?), 0), EXISTS (SELECT 1 FROM dropped WHERE print IN (?, ?, ?))",
	findTwin:    "SELECT EXISTS (SELECT 1 FROM items WHERE published = ? AND feed = ? AND url = ? AND title = ?)",
	findMerged:  "SELECT story, now FROM merged WHERE story IN (SELECT value FROM json_each(?))",
	readItem:    "SELECT " + itemColumns + " FROM items WHERE id = ?",
	addItem:     "INSERT INTO items (" + itemColumns + ") VALUES (" + itemMarks + ")",
	setItem:     "UPDATE items SET (" + itemColumns + ") = (" + itemMarks + ") WHERE id = ?",
	setText:     "INSERT OR REPLACE INTO texts (item, text) VALUES (?, ?)",
	addWords:    "INSERT INTO search (rowid, title, summary, text, page) VALUES (?, ?, ?, ?, '')",
	addEdit:     "INSERT INTO edits (item, at, title) VALUES (?, ?, ?)",
	addHour: `INSERT INTO hours (hour, visits, failed) VALUES (?, ?, ?)
		ON CONFLICT DO UPDATE SET visits = visits + excluded.visits, failed = failed + excluded.failed`,
	cutHours: "DELETE FROM hours WHERE hour <= (SELECT hour FROM hours ORDER BY hour DESC LIMIT 1 OFFSET ?)",
	addVisited: `INSERT INTO visited (feed, hour, kind, at, visits, status, new, took) VALUES (?, ?, ?, ?, 1, ?, ?, ?)
		ON CONFLICT DO UPDATE SET at = excluded.at, visits = visits + 1, status = excluded.status,
			new = new + excluded.new, took = max(took, excluded.took)
		RETURNING visits`,
	cutVisited: `DELETE FROM visited WHERE feed = ?1 AND hour <=
		(SELECT DISTINCT hour FROM visited WHERE feed = ?1 ORDER BY hour DESC LIMIT 1 OFFSET ?2)`,
	setVisit: `INSERT INTO visits
		(feed, url, etag, last_modified, last_try, last_good, next_try, wait, every, newest, items, undated, carried,
			publish, wish, rest, failures, failing, failure, moved, took, usual, title)
		VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
		ON CONFLICT DO UPDATE SET url = excluded.url, etag = excluded.etag, last_modified = excluded.last_modified,
			last_try = excluded.last_try, last_good = excluded.last_good, next_try = excluded.next_try,
			wait = excluded.wait, every = excluded.every,
			newest = max(newest, excluded.newest), items = items + excluded.items,
			undated = excluded.undated, carried = excluded.carried, publish = excluded.publish, wish = excluded.wish,
			rest = excluded.rest, failures = excluded.failures, failing = excluded.failing, failure = excluded.failure,
			moved = excluded.moved, took = excluded.took, usual = excluded.usual, title = excluded.title`,
	readStory: "SELECT story FROM items WHERE id = ?",
	setStory:  "UPDATE items SET story = ?, joined = ? WHERE id = ?",
	addMerged: `INSERT INTO merged (story, now)
		SELECT ?1, story FROM items WHERE id = ?2 AND NOT EXISTS (SELECT 1 FROM items WHERE story = ?1)`,
	setMerged: `UPDATE merged SET now = (SELECT story FROM items WHERE id = ?2)
		WHERE now = ?1 AND EXISTS (SELECT 1 FROM merged WHERE story = ?1)`,
	cutMerged: "DELETE FROM merged WHERE story = ?",
}

// statements are the questions, prepared.
type statements [questions]*sql.Stmt

// preparing holds what is prepared once, when it is first needed.
type preparing struct {
	mu  sync.Mutex
	all statements
}

// statements prepares the questions for the writer, whose connection must be
// free. They last as long as it does.
func (s *Store) statements(ctx context.Context) (statements, error) {
	p := &s.preparing
	p.mu.Lock()
	defer p.mu.Unlock()
	for q := range p.all {
		if p.all[q] != nil {
			continue
		}
		stmt, err := s.writer.PrepareContext(ctx, asked[q]) //nolint:sqlclosecheck // ends with the connection
		if err != nil {
			return statements{}, err
		}
		p.all[q] = stmt
	}
	return p.all, nil
}

// bound is the questions within a transaction.
type bound struct {
	tx  *sql.Tx
	all statements
}

func (s statements) within(ctx context.Context, tx *sql.Tx) bound {
	b := bound{tx: tx}
	for q, stmt := range s {
		b.all[q] = tx.StmtContext(ctx, stmt)
	}
	return b
}

// A question that is being answered is not broken off when ctx ends: it takes
// microseconds, and to watch over it costs more than that.

// do runs a question that has no answer.
func (b *bound) do(ctx context.Context, q question, args ...any) error {
	if ctx.Err() != nil {
		return ctx.Err()
	}
	_, err := b.all[q].ExecContext(context.WithoutCancel(ctx), args...)
	return err
}

// ask scans the one row of the answer into dest.
func (b *bound) ask(ctx context.Context, q question, args []any, dest ...any) error {
	if ctx.Err() != nil {
		return ctx.Err()
	}
	return b.all[q].QueryRowContext(context.WithoutCancel(ctx), args...).Scan(dest...)
}

// each calls row for every row of the answer.
func (b *bound) each(ctx context.Context, q question, row func(*sql.Rows) error, args ...any) error {
	rows, err := b.all[q].QueryContext(ctx, args...)
	return read(rows, err, row)
}
