package store

import (
	"cmp"
	"context"
	"database/sql"
	"time"

	"dateline/feeds"
)

// History returns how the visits to a feed since a time went, the newest
// first; those to all feeds if id is empty. Of each feed the last 720 hours with
// visits are kept.
func (s *Store) History(ctx context.Context, id feeds.FeedID, since time.Time) ([]feeds.Visited, error) {
	var all []feeds.Visited
	err := s.query(ctx, func(rows *sql.Rows) error {
		var v feeds.Visited
		err := rows.Scan(&v.Feed, (*moment)(&v.At), &v.Visits, &v.Kind, &v.Status, &v.New, (*int64)(&v.Took))
		all = append(all, v)
		return err
	}, `SELECT feed, at, visits, kind, status, new, took FROM visited
		WHERE (feed = ?1 OR ?1 = '') AND at >= ?2 ORDER BY at DESC, feed, kind`, id, stamp(since))
	return all, err
}

// saveHistory adds a visit that brought count new items to the history of its
// feed, and forgets its oldest hour when there are more than are kept.
func saveHistory(ctx context.Context, tx *sql.Tx, h *feeds.Health, count int) error {
	if h.LastTry.IsZero() {
		return nil
	}
	hour, failure := feeds.HourOf(h.LastTry), *cmp.Or(h.Failure, &feeds.Failure{})
	_, err := tx.ExecContext(ctx, `INSERT INTO visited (feed, hour, kind, at, visits, status, new, took) VALUES (?, ?, ?, ?, 1, ?, ?, ?)
		ON CONFLICT DO UPDATE SET at = excluded.at, visits = visits + 1, status = excluded.status,
			new = new + excluded.new, took = max(took, excluded.took)`,
		h.Feed, hour, failure.Kind, stamp(h.LastTry), failure.Status, count, int64(h.Took))
	if err != nil {
		return err
	}
	_, err = tx.ExecContext(ctx, `DELETE FROM visited WHERE feed = ?1 AND hour <=
		(SELECT DISTINCT hour FROM visited WHERE feed = ?1 ORDER BY hour DESC LIMIT 1 OFFSET ?2)`, h.Feed, keepHours)
	return err
}
