package store

import (
	"context"
	"database/sql"
	"time"

	"dateline/feeds"
)

// Visit is what one visit to a feed brought, to be kept.
type Visit struct {
	Health       feeds.Health // Health.Feed names the feed; Items, Newest and Hours are counted by the store
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
			(*moment)(&h.NextTry), &h.Wait, (*int64)(&h.Every), (*moment)(&h.Newest), &h.Items, &h.Undated, &h.Carried,
			(*int64)(&h.Publish), (*int64)(&h.Wish), packed{&h.Rest}, &h.Failures, (*moment)(&h.Failing), packed{&h.Failure},
			packed{&h.Moved}, (*int64)(&h.Took), (*int64)(&h.Usual), &h.Hours, &h.Title)
		all[h.Feed] = k
		return err
	}, `SELECT feed, url, etag, last_modified, last_try, last_good, next_try, wait, every, newest, items, undated, carried,
			publish, wish, rest, failures, failing, failure, moved, took, usual,
			(SELECT count(*) FROM visited WHERE visited.feed = visits.feed AND kind = '' AND hour > last_try / ? - ?), title
		FROM visits`, time.Hour.Microseconds(), keepHours)
	return all, err
}

// visit keeps v apart from its items, of which count were new, the newest from
// newest.
func (sv *saver) visit(ctx context.Context, v *Visit, count int, newest time.Time) error {
	h := &v.Health
	return sv.do(ctx, setVisit, h.Feed, v.URL, v.ETag, v.LastModified, stamp(h.LastTry), stamp(h.LastGood), stamp(h.NextTry),
		h.Wait, int64(h.Every), stamp(newest), count, h.Undated, h.Carried, int64(h.Publish), int64(h.Wish), packed{&h.Rest},
		h.Failures, stamp(h.Failing), packed{&h.Failure}, packed{&h.Moved}, int64(h.Took), int64(h.Usual), h.Title)
}
