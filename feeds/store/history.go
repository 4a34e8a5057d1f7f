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

// visited adds a visit that brought count new items to the history of its feed.
// With a new hour the oldest is forgotten if there are more than are kept.
func (sv *saver) visited(ctx context.Context, h *feeds.Health, count int) error {
	if h.LastTry.IsZero() {
		return nil
	}
	hour, failure, visits := feeds.HourOf(h.LastTry), *cmp.Or(h.Failure, &feeds.Failure{}), 0
	err := sv.ask(ctx, addVisited, []any{h.Feed, hour, failure.Kind, stamp(h.LastTry), failure.Status, count, int64(h.Took)}, &visits)
	if err != nil || visits > 1 {
		return err
	}
	return sv.do(ctx, cutVisited, h.Feed, keepHours)
}

// ForgetHistory forgets the history of feeds that have not been visited for 30
// days, as those that were taken off the list. These are reckoned from the last
// hours with visits, of which one may lie in the future of a clock that was
// wrong, but not a day's worth.
func (s *Store) ForgetHistory(ctx context.Context) error {
	return s.write(ctx, func(tx *sql.Tx) error {
		_, err := tx.ExecContext(ctx, `DELETE FROM visited WHERE feed IN (SELECT feed FROM visited GROUP BY feed HAVING max(hour) <
			(SELECT hour FROM hours ORDER BY hour DESC LIMIT 1 OFFSET ?) - ?)`, vouching-1, keepHours)
		return err
	})
}
