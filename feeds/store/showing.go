package store

import (
	"context"
	"database/sql"
	"fmt"
	"time"

	"dateline/feeds"
)

// What a reader has before him stays, whichever copy of the program lets old
// stories go: each copy notes in the state which story that is, and when. The
// note of a copy that was killed is believed for a while.
const (
	showingKey = "showing "
	shownFor   = 48 * time.Hour
)

// Show notes that the reader has a story before him in this copy, 0 for none. It
// holds for two days.
func (s *Store) Show(ctx context.Context, id feeds.StoryID, now time.Time) error {
	s.shows.Store(true)
	return s.SetState(ctx, showingKey+s.name, fmt.Sprintf("[%d,%d]", id, stamp(now)))
}

// showNothing takes the note of this copy away.
func (s *Store) showNothing() {
	if s.shows.Load() { // what stays is not believed for long
		_, _ = s.writer.ExecContext(context.Background(), "DELETE FROM state WHERE key = ?", showingKey+s.name)
	}
}

// showing returns the stories that readers have before them in any copy.
func showing(ctx context.Context, tx *sql.Tx, now time.Time) (map[feeds.StoryID]bool, error) {
	shown := map[feeds.StoryID]bool{}
	err := each(ctx, tx, func(rows *sql.Rows) error {
		var id feeds.StoryID
		err := rows.Scan(&id)
		shown[id] = true
		return err
	}, `SELECT coalesce((SELECT now FROM merged WHERE story = value ->> 0), value ->> 0) FROM state
		WHERE key GLOB ? AND json_valid(value) AND value ->> 1 > ?`, showingKey+"*", stamp(now.Add(-shownFor)))
	return shown, err
}
