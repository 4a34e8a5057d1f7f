package store

import (
	"context"
	"database/sql"
	"hash/fnv"
	"slices"
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

// A mark that has to wait for the end of a step waits a blink: steps take as many
// items as they can in the time.
const (
	firstStep = 5 // items
	mostStep  = 50
	stepTime  = 20 * time.Millisecond
)

// Sweep lets go of what need not be kept any more, from the oldest on, in small
// steps.
type Sweep struct {
	s     *Store
	now   time.Time
	aged  time.Time // a story that was neither told nor seen since is too old
	over  Cursor    // what is not newer is too much, ...
	fresh time.Time // ... unless it was first seen since
	at    Cursor    // looked at up to here
	size  int       // items that the next step looks at, and lets go of
}

// Sweep begins a sweep as of now. While there are too few visits to tell whether
// the clock is right it lets go of nothing.
func (s *Store) Sweep(ctx context.Context, r Retention, now time.Time) (*Sweep, error) {
	w := &Sweep{s: s, now: now, size: firstStep}
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
// whether there are more to look at. Stories that are open stay, in this copy and
// in others (see Show). A large story may take several steps.
func (w *Sweep) Step(ctx context.Context, open func(feeds.StoryID) bool) (gone []feeds.ItemID, more bool, err error) {
	if w.fresh.IsZero() || w.aged.IsZero() && w.over.Published.IsZero() {
		return nil, false, nil
	}
	var began time.Time
	err = w.s.write(ctx, func(tx *sql.Tx) error {
		began = time.Now() // waiting for other writers costs nobody anything
		stories, at, all, err := w.look(ctx, tx)
		var shown map[feeds.StoryID]bool
		if err == nil {
			shown, err = showing(ctx, tx, w.now)
		}
		for _, story := range stories {
			if err != nil || len(gone) >= w.size {
				break
			}
			if !open(story) && !shown[story] {
				err = w.drop(ctx, tx, story, &gone)
			}
		}
		more = !all || len(gone) >= w.size
		if len(gone) < w.size {
			w.at = at // else what is left of them is looked at again
		}
		if err != nil || len(gone) == 0 {
			return err
		}
		return unindex(ctx, tx, gone)
	})
	if err != nil {
		return nil, false, err
	}
	w.pace(time.Since(began))
	return gone, more, nil
}

// unindex takes items out of the search index. It is not to put itself in order
// at that, which may take long: Shrink has it do so little by little. Without
// other statements between it writes down only once what goes.
func unindex(ctx context.Context, tx *sql.Tx, ids []feeds.ItemID) error {
	if err := automerge(ctx, tx, 0); err != nil {
		return err
	}
	_, err := tx.ExecContext(ctx, "DELETE FROM search WHERE rowid IN (SELECT value FROM json_each(?))", list(ids))
	return err
}

// pace fits the size of the next step to how long one took.
func (w *Sweep) pace(took time.Duration) {
	switch {
	case took > stepTime:
		w.size = max(w.size/2, 1)
	case took < stepTime/2:
		w.size = min(w.size+w.size/2+1, mostStep)
	}
}

// look returns the stories of the next items, where the last of these stands,
// and whether they are the last that may go.
func (w *Sweep) look(ctx context.Context, tx *sql.Tx) (stories []feeds.StoryID, at Cursor, all bool, err error) {
	looked := 0
	at = w.at
	err = each(ctx, tx, func(rows *sql.Rows) error {
		looked++
		var story feeds.StoryID
		err := rows.Scan(&at.ID, (*moment)(&at.Published), &story)
		if story != 0 && !slices.Contains(stories, story) {
			stories = append(stories, story)
		}
		return err
	}, "SELECT id, published, story FROM items WHERE (published, id) > (?, ?) AND published <= ? ORDER BY published, id LIMIT ?",
		stamp(w.at.Published), w.at.ID, stamp(later(w.aged, w.over.Published)), w.size)
	return stories, at, looked < w.size, err
}

// doomed is an item of a story that may go.
type doomed struct {
	id   feeds.ItemID
	feed feeds.FeedID
	key  string
	url  string
}

// drop lets go of a story, if nothing speaks against it, or of as much of it as
// the step has room for. The last ID that was given stays, so that none is given
// twice.
func (w *Sweep) drop(ctx context.Context, tx *sql.Tx, story feeds.StoryID, gone *[]feeds.ItemID) error {
	var items []doomed
	stays := false
	err := each(ctx, tx, func(rows *sql.Rows) error {
		var it doomed
		var at Cursor
		var seen time.Time
		var precious bool
		err := rows.Scan(&it.id, &it.feed, &it.key, &it.url, (*moment)(&at.Published), (*moment)(&seen), &precious)
		at.ID = it.id
		items = append(items, it)
		stays = stays || precious || !w.may(at, seen)
		return err
	}, `SELECT id, feed, key, url, published, seen, starred OR id = (SELECT max(id) FROM items) OR EXISTS (SELECT 1 FROM bookmarks WHERE item = id)
		FROM items WHERE story = ?`, story)
	if err != nil || stays {
		return err
	}
	room := w.size - len(*gone)
	for _, it := range items[:min(len(items), room)] {
		*gone = append(*gone, it.id)
		if err := forget(ctx, tx, it, w.fresh); err != nil {
			return err
		}
	}
	if len(items) > room {
		return nil
	}
	_, err = tx.ExecContext(ctx, "DELETE FROM merged WHERE now = ?1 OR story = ?1", story)
	return err
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
		{"DELETE FROM items WHERE id = ?", []any{it.id}}, // and what refers to it
		{"UPDATE visits SET items = max(items - 1, 0) WHERE feed = ?", []any{it.feed}},
		{"INSERT OR REPLACE INTO dropped (print, at) VALUES (?1, ?3), (?2, ?3)", []any{printOf(it.feed, it.key), pagePrint(it.feed, it.key, it.url), stamp(at)}},
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

// pagePrint is printOf of an item and the page it stood on.
func pagePrint(feed feeds.FeedID, key, url string) int64 {
	return printOf(feed, key+"\x00"+page(url))
}
