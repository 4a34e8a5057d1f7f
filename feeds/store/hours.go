package store

import (
	"context"
	"database/sql"
	"time"

	"dateline/feeds"
)

// keepHours is how many hours with visits are kept: 30 days of them. They are
// counted and not reckoned from the clock, so that one that is wrong for an hour
// costs an hour.
const keepHours = 30 * 24

// saveHour counts a visit in its hour, and forgets the oldest hour when there
// are more than are kept.
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
	_, err = tx.ExecContext(ctx, "DELETE FROM hours WHERE hour <= (SELECT hour FROM hours ORDER BY hour DESC LIMIT 1 OFFSET ?)", keepHours)
	return err
}

// Watch returns the hours from a time until another in which the news was
// observed, of the last 720 with visits. What a clock that was wrong has put
// after that time is left out.
func (s *Store) Watch(ctx context.Context, since, until time.Time) (feeds.Watch, error) {
	watch := feeds.Watch{}
	err := s.query(ctx, func(rows *sql.Rows) error {
		var hour feeds.Hour
		err := rows.Scan(&hour)
		watch[hour] = true
		return err
	}, "SELECT hour FROM hours WHERE hour BETWEEN ? AND ? AND visits > failed", feeds.HourOf(since), feeds.HourOf(until))
	return watch, err
}
