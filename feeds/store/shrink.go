package store

import (
	"context"
	"database/sql"
)

// What a step of shrinking does at most, and from when on it is worth it.
const (
	idlePages   = 2000  // 8 MB
	idlePart    = 4     // a quarter of the file
	keptChanges = 50000 // the last ones: who has not looked for so long starts anew
	stepChanges = 5000
	mergedPages = 16 // of the search index
	usualMerge  = 4  // SQLite's own choice
)

// Shrink clears up a little of what nobody needs any more, and says whether there
// is more to do: old changes, what the search index keeps of items that went, and
// the room in the file, if there is much of it.
func (s *Store) Shrink(ctx context.Context) (more bool, err error) {
	for _, step := range []func(context.Context, *sql.Tx) (int64, error){forgetChanges, mergeIndex} {
		err := s.write(ctx, func(tx *sql.Tx) error {
			n, err := step(ctx, tx)
			more = n > 0
			return err
		})
		if err != nil || more {
			return more, err
		}
	}
	return s.giveBack(ctx)
}

// forgetChanges takes away some of the changes that everybody has seen, and
// returns how many.
func forgetChanges(ctx context.Context, tx *sql.Tx) (int64, error) {
	done, err := tx.ExecContext(ctx, `DELETE FROM changes WHERE seq <= (SELECT max(seq) FROM changes) - ?
		AND seq < (SELECT min(seq) FROM changes) + ?`, keptChanges, stepChanges)
	if err != nil {
		return 0, err
	}
	return done.RowsAffected()
}

// mergeIndex puts a little of the search index in order, and returns how much was
// done. A merge that has found nothing to do counts as one change; from then on
// the index puts itself in order again.
func mergeIndex(ctx context.Context, tx *sql.Tx) (int64, error) {
	var before, after int64
	err := tx.QueryRowContext(ctx, "SELECT total_changes()").Scan(&before)
	if err == nil {
		_, err = tx.ExecContext(ctx, "INSERT INTO search (search, rank) VALUES ('merge', ?)", mergedPages)
	}
	if err == nil {
		err = tx.QueryRowContext(ctx, "SELECT total_changes()").Scan(&after)
	}
	if err != nil || after-before > 1 {
		return after - before, err
	}
	return 0, automerge(ctx, tx, usualMerge)
}

// automerge sets at how many parts of one size the search index makes one of
// them while it is written to, 0 for never.
func automerge(ctx context.Context, tx *sql.Tx, parts int) error {
	_, err := tx.ExecContext(ctx, `INSERT INTO search (search, rank) SELECT 'automerge', ?1
		WHERE ?1 <> coalesce((SELECT v FROM search_config WHERE k = 'automerge'), ?2)`, parts, usualMerge)
	return err
}

// usage is how the pages of the file are used.
type usage struct {
	pages, idle int
	shrinks     bool // it can give pages back
}

// roomy says whether so much is idle that it is worth giving back.
func (u usage) roomy() bool { return u.idle >= idlePages && u.idle*idlePart >= u.pages }

func (s *Store) usage(ctx context.Context) (u usage, err error) {
	err = s.query(ctx, func(rows *sql.Rows) error { return rows.Scan(&u.pages, &u.idle, &u.shrinks) },
		"SELECT page_count, freelist_count, auto_vacuum = 2 FROM pragma_page_count, pragma_freelist_count, pragma_auto_vacuum")
	return u, err
}

// giveBack gives some pages of the file back to the disk, if there is much room
// in it, and says whether there is more.
func (s *Store) giveBack(ctx context.Context) (more bool, err error) {
	u, err := s.usage(ctx)
	if err != nil || !u.shrinks || !u.roomy() {
		return false, err
	}
	return true, s.worded(each(ctx, s.writer, func(*sql.Rows) error { return nil }, "PRAGMA incremental_vacuum(100)"))
}
