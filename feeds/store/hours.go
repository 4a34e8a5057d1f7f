package store

import (
	"context"
	"database/sql"
	"time"

	"dateline/feeds"
)

// keepHours is how many hours are kept: 30 days of them.
const keepHours = 30 * 24

// saveHour counts a visit in its hour, and forgets hours that are too old to
// be asked for.
func saveHour(ctx context.Context, tx *sql.Tx, h *feeds.Health) error {
	if h.LastTry.IsZero() {
		return nil
	}
	hour := feeds.HourOf(h.LastTry)
	_, err := tx.ExecContext(ctx, `INSERT INTO hours (hour, visits, failed) VALUES (?, 1, ?)
		ON CONFLICT DO UPDATE SET visits = visits + 1, failed = failed + excluded.failed`, hour, h.Failure != nil)
	if err != nil {
		return err
	}
	_, err = tx.ExecContext(ctx, "DELETE FROM hours WHERE hour <= ?", hour-keepHours)
	return err
}

// Watch returns the hours since a time in which the news was observed. Hours
// are kept for 30 days.
func (s *Store) Watch(ctx context.Context, since time.Time) (feeds.Watch, error) {
	watch := feeds.Watch{}
	err := s.query(ctx, func(rows *sql.Rows) error {
		var hour feeds.Hour
		err := rows.Scan(&hour)
		watch[hour] = true
		return err
	}, "SELECT hour FROM hours WHERE hour >= ? AND visits > failed", feeds.HourOf(since))
	return watch, err
}
