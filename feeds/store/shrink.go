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
)

// Shrink gives back a little of the room that nothing fills any more, if there
// is much of it, and says whether there is more to do.
func (s *Store) Shrink(ctx context.Context) (more bool, err error) {
	err = s.write(ctx, func(tx *sql.Tx) error {
		done, err := tx.ExecContext(ctx, `DELETE FROM changes WHERE seq <= (SELECT max(seq) FROM changes) - ?
			AND seq < (SELECT min(seq) FROM changes) + ?`, keptChanges, stepChanges)
		if err != nil {
			return err
		}
		n, err := done.RowsAffected()
		more = n > 0
		return err
	})
	if err != nil || more {
		return more, err
	}
	var pages, idle, incremental int
	err = each(ctx, s.writer, func(rows *sql.Rows) error { return rows.Scan(&pages, &idle, &incremental) },
		"SELECT page_count, freelist_count, auto_vacuum = 2 FROM pragma_page_count, pragma_freelist_count, pragma_auto_vacuum")
	if err != nil || incremental == 0 || idle < idlePages || idle*idlePart < pages {
		return false, s.worded(err)
	}
	return true, s.worded(each(ctx, s.writer, func(*sql.Rows) error { return nil }, "PRAGMA incremental_vacuum(100)"))
}
