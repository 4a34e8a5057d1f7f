// Package store keeps items, texts, articles, marks, bookmarks, visits and their
// hours in one SQLite file, and finds items again by their words. It is the only room
// that knows SQL. It decides nothing: the loader says what to keep, main hands
// the rest to the screen and to the command line.
package store

import (
	"context"
	"crypto/rand"
	"database/sql"
	"errors"
	"fmt"
	"os"
	"sync/atomic"

	"github.com/gofrs/flock"
)

// Store is an open store. Its methods may be called from any goroutine, and
// another process may have the same file open. Every error is a sentence for
// people.
type Store struct {
	path   string
	name   string      // of this copy of the program, among those that have the file open
	shows  atomic.Bool // something, or has
	file   os.FileInfo // which file it is, whatever comes to stand at its path
	db     *sql.DB     // reads, over a few connections
	writer *sql.DB     // writes, over one: readers, however many, take it from nobody
	inUse  *flock.Flock

	journal   journal
	log       checkpoints
	preparing preparing
}

// readers is how many connections read at once; whoever comes later waits.
const readers = 8

// Open opens the store at path; a missing file or folder is made, readable by
// the user alone, and an old store is brought up to date. It fails without
// touching what is stored when the file is not a store, was written by a newer
// Dateline, or cannot be written.
func Open(ctx context.Context, path string) (*Store, error) {
	path, err := folder(path)
	if err != nil {
		return nil, err
	}
	inUse, free := hold(path+openEnd, true)
	if !free {
		return nil, &fault{words: fmt.Sprintf("another Dateline is rescuing what can be read of %s: try again in a minute", path)}
	}
	s, err := open(ctx, path)
	if err != nil {
		_ = inUse.Close() // the end of the process does the same
		return nil, err
	}
	s.inUse = inUse
	return s, nil
}

// open opens the store at path, which nobody sets aside meanwhile.
func open(ctx context.Context, path string) (*Store, error) {
	if err := prepare(path); err != nil {
		return nil, err
	}
	c, err := connect(path)
	if err != nil {
		return nil, worded(path, err)
	}
	file, err := os.Stat(path)
	if err != nil {
		return nil, worded(path, err)
	}
	s := &Store{path: path, name: rand.Text(), file: file, db: c.pool(readers), writer: c.pool(1)}
	if err := s.migrate(ctx); err != nil {
		_ = s.Close() // the first error says more
		return nil, err
	}
	if s.journal.seen, err = lastChange(ctx, s.db); err != nil {
		_ = s.Close() // as above
		return nil, worded(path, err)
	}
	s.startCheckpoints()
	return s, nil
}

// Close ends all work on the store.
func (s *Store) Close() error {
	s.endCheckpoints()
	s.showNothing()
	err := errors.Join(s.db.Close(), s.writer.Close())
	if s.inUse != nil {
		_ = s.inUse.Close() // the end of the process does the same
	}
	return s.worded(err)
}

// worded puts err into words for people. Damage is noted for the next start.
func (s *Store) worded(err error) error {
	if damaged(err) {
		suspect(s.path)
	}
	return worded(s.path, err)
}

// write runs do in one transaction, which is kept whole or not at all. Writers
// queue for their one connection and not in SQLite, where waiting means
// sleeping and asking again.
func (s *Store) write(ctx context.Context, do func(*sql.Tx) error) error {
	var before int64
	return s.transact(ctx, func(tx *sql.Tx) (err error) {
		if before, err = lastChange(ctx, tx); err != nil {
			return err
		}
		return do(tx)
	}, func(tx *sql.Tx) error { return s.journal.commit(ctx, tx, before) })
}

func (s *Store) transact(ctx context.Context, do, commit func(*sql.Tx) error) error {
	tx, err := s.writer.BeginTx(ctx, nil)
	if err != nil {
		return s.worded(err)
	}
	defer func() { _ = tx.Rollback() }() // after a commit it does nothing
	if err := do(tx); err != nil {
		return s.worded(ended(ctx, err))
	}
	if err := s.there(); err != nil {
		return err
	}
	if err := commit(tx); err != nil {
		return s.worded(ended(ctx, err))
	}
	s.log.written()
	return nil
}

// ended names the end of ctx, with which a transaction ends under the hands of
// whoever works in it, as the cause of err.
func ended(ctx context.Context, err error) error {
	if ctx.Err() != nil {
		return ctx.Err()
	}
	return err
}

// there fails if the file was taken away: what is written to it then nobody
// finds again.
func (s *Store) there() error {
	if now, err := os.Stat(s.path); err == nil && os.SameFile(now, s.file) {
		return nil
	}
	return &fault{words: fmt.Sprintf("%s was moved or deleted while Dateline has it open: nothing more can be kept; put it back or start Dateline again", s.path)}
}

// query calls row for every row of the answer.
func (s *Store) query(ctx context.Context, row func(*sql.Rows) error, query string, args ...any) error {
	return s.worded(each(ctx, s.db, row, query, args...))
}

// asker is what a database and a transaction have in common.
type asker interface {
	QueryContext(ctx context.Context, query string, args ...any) (*sql.Rows, error)
}

func each(ctx context.Context, from asker, row func(*sql.Rows) error, query string, args ...any) error {
	rows, err := from.QueryContext(ctx, query, args...)
	return read(rows, err, row)
}

// read calls row for every row of an answer.
func read(rows *sql.Rows, err error, row func(*sql.Rows) error) error {
	if err != nil {
		return err
	}
	defer func() { _ = rows.Close() }() // rows.Err tells what went wrong
	for rows.Next() {
		if err := row(rows); err != nil {
			return err
		}
	}
	return rows.Err()
}
