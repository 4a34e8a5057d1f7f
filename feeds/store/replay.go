package store

import (
	"context"
	"database/sql"

	"dateline/feeds"
)

// Replay calls do for the items within reach that are in a story, the oldest
// Published first. They come with what the index of stories reads: ID, Feed,
// Title, Summary, Published, Wire, Sketch, Copy, Tags and Story, and Text if there
// is no Summary. Other fields are empty.
func (s *Store) Replay(ctx context.Context, r feeds.Reach, do func(feeds.Item)) error {
	first, err := s.oldest(ctx, r)
	if err != nil {
		return err
	}
	return s.query(ctx, func(rows *sql.Rows) error {
		var it feeds.Item
		err := rows.Scan(&it.ID, &it.Feed, &it.Title, &it.Summary, &it.Text, &it.Language,
			(*moment)(&it.Published), &it.Date, &it.Wire, &it.Sketch, &it.Copy, packed{&it.Tags}, &it.Story)
		if err == nil {
			do(it)
		}
		return err
	}, `SELECT id, feed, title, summary, CASE summary WHEN '' THEN coalesce((SELECT text FROM texts WHERE item = id), '') ELSE '' END,
			language, published, date, wire, sketch, copy, tags, story
		FROM items WHERE (published, id) >= (?, ?) AND story <> 0 ORDER BY published, id`, stamp(first.Published), first.ID)
}

// oldest returns the place of the oldest item within reach, or one below it.
func (s *Store) oldest(ctx context.Context, r feeds.Reach) (Cursor, error) {
	var at [3]Cursor
	for i, n := range []int{1, r.Least, r.Most} {
		var err error
		if at[i], err = s.newest(ctx, n); err != nil {
			return Cursor{}, err
		}
	}
	newest, least, most := at[0], at[1], at[2]
	since := newest.Published.Add(-r.Back)
	if !least.Published.Before(since) {
		least = Cursor{Published: since}
	}
	if least.Published.After(most.Published) {
		return least, nil
	}
	return most, nil
}

// newest returns the place of the nth newest item, the zero Cursor if there are
// fewer.
func (s *Store) newest(ctx context.Context, n int) (c Cursor, err error) {
	err = s.query(ctx, func(rows *sql.Rows) error {
		return rows.Scan((*moment)(&c.Published), &c.ID)
	}, "SELECT published, id FROM items ORDER BY published DESC, id DESC LIMIT 1 OFFSET ?", n-1)
	return c, err
}
