package store

import (
	"context"
	"database/sql"
	"errors"
)

// SetState keeps a value under a key until the next one of that key.
func (s *Store) SetState(ctx context.Context, key, value string) error {
	return s.write(ctx, func(tx *sql.Tx) error {
		_, err := tx.ExecContext(ctx, "INSERT OR REPLACE INTO state (key, value) VALUES (?, ?)", key, value)
		return err
	})
}

// State returns the value that was kept under a key, empty if there is none.
func (s *Store) State(ctx context.Context, key string) (string, error) {
	var value string
	err := s.db.QueryRowContext(ctx, "SELECT value FROM state WHERE key = ?", key).Scan(&value)
	if errors.Is(err, sql.ErrNoRows) {
		return "", nil
	}
	return value, s.worded(err)
}
