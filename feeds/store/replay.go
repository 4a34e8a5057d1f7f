package store

import (
	"context"
	"database/sql"
	"time"

	"dateline/feeds"
)

// Replay calls do for the newest items that are in a story, at most of them and
// none Published before since, the oldest Published first. They come with what
// the index of stories reads: ID, Feed, Title, Summary, Language, Published, Date,
// Wire, Sketch, Copy, Tags and Story, and Text if there is no Summary. Other fields
// are empty.
func (s *Store) Replay(ctx context.Context, since time.Time, most int, do func(feeds.Item)) error {
	first, err := s.newest(ctx, most)
	if err != nil {
		return err
	}
	if since.After(first.Published) {
		first = Cursor{Published: since}
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

// newest returns the place of the nth newest item, the zero Cursor if there are
// fewer.
func (s *Store) newest(ctx context.Context, n int) (c Cursor, err error) {
	err = s.query(ctx, func(rows *sql.Rows) error {
		return rows.Scan((*moment)(&c.Published), &c.ID)
	}, "SELECT published, id FROM items ORDER BY published DESC, id DESC LIMIT 1 OFFSET ?", n-1)
	return c, err
}
