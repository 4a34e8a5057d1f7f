package store

import (
	"context"
	"database/sql"
	"hash/fnv"
	"time"

	"dateline/feeds"
)

// Retention says how much is kept. Stories go as a whole; what has a star or a
// bookmark stays, and so does its story.
type Retention struct {
	Days  int // since a story last changed; 0: no bound
	Items int // the newest; 0: no bound
}

// The age of what is stored is reckoned from a clock that may be wrong. It is
// believed up to a week after the last day's worth of hours with visits.
const (
	vouching = 24 // hours
	believed = 7 * 24 * time.Hour
)

// stepItems is how many items a step of a sweep looks at: a mark that has to
// wait for its end waits a blink.
const stepItems = 20

// Sweep lets go of what need not be kept any more, from the oldest on, in small
// steps.
type Sweep struct {
	s     *Store
	aged  time.Time // a story that was neither told nor seen since is too old
	over  Cursor    // what is not newer is too much, ...
	fresh time.Time // ... unless it was first seen since
	at    Cursor    // looked at up to here
}

// Sweep begins a sweep as of now. While there are too few visits to tell whether
// the clock is right it lets go of nothing.
func (s *Store) Sweep(ctx context.Context, r Retention, now time.Time) (*Sweep, error) {
	w := &Sweep{s: s}
	err := s.query(ctx, func(rows *sql.Rows) error {
		var hour feeds.Hour
		if err := rows.Scan(&hour); err != nil {
			return err
		}
		if last := time.Unix(int64(hour)*3600, 0).Add(believed); last.Before(now) {
			now = last
		}
		w.fresh = now.Add(-24 * time.Hour)
		return nil
	}, "SELECT hour FROM hours WHERE hour <= ? ORDER BY hour DESC LIMIT 1 OFFSET ?", feeds.HourOf(now), vouching-1)
	if err != nil || w.fresh.IsZero() {
		return w, err
	}
	if r.Days > 0 {
		w.aged = now.AddDate(0, 0, -r.Days)
	}
	if r.Items > 0 {
		w.over, err = s.newest(ctx, r.Items+1)
	}
	return w, err
}

// Step looks at the next items, and returns those that it has let go of and
// whether there are more to look at. Stories that are open stay.
func (w *Sweep) Step(ctx context.Context, open func(feeds.StoryID) bool) (gone []feeds.ItemID, more bool, err error) {
	last := stamp(later(w.aged, w.over.Published))
	if w.fresh.IsZero() || last == 0 {
		return nil, false, nil
	}
	err = w.s.write(ctx, func(tx *sql.Tx) error {
		gone = nil
		looked := 0
		var stories []feeds.StoryID
		err := each(ctx, tx, func(rows *sql.Rows) error {
			looked++
			var story feeds.StoryID
			err := rows.Scan(&w.at.ID, (*moment)(&w.at.Published), &story)
			if n := len(stories); story != 0 && (n == 0 || stories[n-1] != story) {
				stories = append(stories, story)
			}
			return err
		}, "SELECT id, published, story FROM items WHERE (published, id) > (?, ?) AND published <= ? ORDER BY published, id LIMIT ?",
			stamp(w.at.Published), w.at.ID, last, stepItems)
		more = looked == stepItems
		for _, story := range stories {
			if err != nil {
				return err
			}
			var ids []feeds.ItemID
			if !open(story) {
				ids, err = w.drop(ctx, tx, story)
			}
			gone = append(gone, ids...)
		}
		return err
	})
	if err != nil {
		return nil, false, err
	}
	return gone, more, nil
}

// doomed is an item of a story that may go.
type doomed struct {
	id   feeds.ItemID
	feed feeds.FeedID
	key  string
}

// drop lets go of a story, if nothing speaks against it, and returns its items.
// The last ID that was given stays, so that none is given twice.
func (w *Sweep) drop(ctx context.Context, tx *sql.Tx, story feeds.StoryID) ([]feeds.ItemID, error) {
	var items []doomed
	stays := false
	err := each(ctx, tx, func(rows *sql.Rows) error {
		var it doomed
		var at Cursor
		var seen time.Time
		var precious bool
		err := rows.Scan(&it.id, &it.feed, &it.key, (*moment)(&at.Published), (*moment)(&seen), &precious)
		at.ID = it.id
		items = append(items, it)
		stays = stays || precious || !w.may(at, seen)
		return err
	}, `SELECT id, feed, key, published, seen, starred OR id = (SELECT max(id) FROM items) OR EXISTS (SELECT 1 FROM bookmarks WHERE item = id)
		FROM items WHERE story = ?`, story)
	if err != nil || stays {
		return nil, err
	}
	ids := make([]feeds.ItemID, len(items))
	for i, it := range items {
		ids[i] = it.id
		if err := forget(ctx, tx, it, w.fresh); err != nil {
			return nil, err
		}
	}
	_, err = tx.ExecContext(ctx, "DELETE FROM merged WHERE now = ?1 OR story = ?1", story)
	return ids, err
}

// may says whether an item may go: one that is too old, or too much.
func (w *Sweep) may(at Cursor, seen time.Time) bool {
	aged := at.Published.Before(w.aged) && seen.Before(w.aged)
	over := !at.After(w.over) && seen.Before(w.fresh)
	return aged || over
}

// After says whether c comes after o in time.
func (c Cursor) After(o Cursor) bool {
	return c.Published.After(o.Published) || c.Published.Equal(o.Published) && c.ID > o.ID
}

// forget takes an item out of all tables and notes that it was there.
func forget(ctx context.Context, tx *sql.Tx, it doomed, at time.Time) error {
	for _, step := range []struct {
		query string
		args  []any
	}{
		{"DELETE FROM search WHERE rowid = ?", []any{it.id}},
		{"DELETE FROM items WHERE id = ?", []any{it.id}}, // and what refers to it
		{"UPDATE visits SET items = max(items - 1, 0) WHERE feed = ?", []any{it.feed}},
		{"INSERT OR IGNORE INTO dropped (print, at) VALUES (?, ?)", []any{printOf(it.feed, it.key), stamp(at)}},
	} {
		if _, err := tx.ExecContext(ctx, step.query, step.args...); err != nil {
			return err
		}
	}
	return nil
}

// printOf returns by what an item is known that is not stored any more.
func printOf(feed feeds.FeedID, key string) int64 {
	h := fnv.New64a()
	_, _ = h.Write([]byte(string(feed) + "\x00" + key)) // a hash takes everything
	return int64(h.Sum64())                             //nolint:gosec // any 64 bits will do
}
