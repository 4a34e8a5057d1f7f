package store

import (
	"context"
	"database/sql"
	"time"

	"dateline/feeds"
)

// Visit is what one visit to a feed brought, to be kept.
type Visit struct {
	Health       feeds.Health // Health.Feed names the feed; Items and Newest are counted by the store
	Items        []feeds.Item // Updated of an item whose title, summary or text changed becomes the Seen given here
	ETag         string
	LastModified string
	URL          string // of the feed
}

// Known is what the store knows of a feed from earlier visits.
type Known struct {
	Health       feeds.Health
	ETag         string
	LastModified string
	URL          string // for which the validators hold
}

// Visits returns what is known of every feed that was ever visited.
func (s *Store) Visits(ctx context.Context) (map[feeds.FeedID]Known, error) {
	all := map[feeds.FeedID]Known{}
	err := s.query(ctx, func(rows *sql.Rows) error {
		var k Known
		h := &k.Health
		err := rows.Scan(&h.Feed, &k.URL, &k.ETag, &k.LastModified, (*moment)(&h.LastTry), (*moment)(&h.LastGood),
			(*moment)(&h.NextTry), (*moment)(&h.Newest), &h.Items, &h.Failures, packed{&h.Failure}, (*int64)(&h.Took))
		all[h.Feed] = k
		return err
	}, `SELECT feed, url, etag, last_modified, last_try, last_good, next_try, newest, items, failures, failure, took
		FROM visits`)
	return all, err
}

// saveVisit keeps v apart from its items, of which count were new, the newest
// from newest.
func saveVisit(ctx context.Context, tx *sql.Tx, v *Visit, count int, newest time.Time) error {
	h := &v.Health
	_, err := tx.ExecContext(ctx, `INSERT INTO visits
		(feed, url, etag, last_modified, last_try, last_good, next_try, newest, items, failures, failure, took)
		VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
		ON CONFLICT DO UPDATE SET url = excluded.url, etag = excluded.etag, last_modified = excluded.last_modified,
			last_try = excluded.last_try, last_good = excluded.last_good, next_try = excluded.next_try,
			newest = max(newest, excluded.newest), items = items + excluded.items,
			failures = excluded.failures, failure = excluded.failure, took = excluded.took`,
		h.Feed, v.URL, v.ETag, v.LastModified, stamp(h.LastTry), stamp(h.LastGood), stamp(h.NextTry), stamp(newest), count,
		h.Failures, packed{&h.Failure}, int64(h.Took))
	return err
}
