package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
)

// errUnsound is the cause of an error about what Check has found.
var errUnsound = errors.New("the check of the store has found damage")

// Check reads all of the store and fails if it is damaged. It takes a second or
// more, in which everything else goes on.
func (s *Store) Check(ctx context.Context) error {
	return s.query(ctx, func(rows *sql.Rows) error {
		var verdict string
		if err := rows.Scan(&verdict); err != nil || verdict == "ok" {
			return err
		}
		return fmt.Errorf("%w: %s", errUnsound, verdict)
	}, "PRAGMA integrity_check(1)")
}
