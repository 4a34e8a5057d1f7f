package store

import (
	"context"
	"database/sql"
	"errors"
	"maps"
	"slices"

	"dateline/feeds"
)

// Move puts items into other stories in one transaction. A story that is left
// without items is one with the story in which the first of those is now that
// left it: its name leads there from now on, and so does every name that led to
// it. Items that are not stored are passed over.
func (s *Store) Move(ctx context.Context, moves []feeds.Move) error {
	return s.write(ctx, func(tx *sql.Tx) error {
		left := map[feeds.StoryID]feeds.ItemID{} // the first item that left each
		for _, m := range moves {
			from, err := move(ctx, tx, m)
			if err != nil {
				return err
			}
			if first, met := left[from]; !met || m.Item < first {
				left[from] = m.Item
			}
		}
		delete(left, 0)
		for _, from := range slices.Sorted(maps.Keys(left)) {
			if err := leadOn(ctx, tx, from, left[from]); err != nil {
				return err
			}
		}
		return nil
	})
}

// move makes one move and returns the story that the item was in, 0 if none.
func move(ctx context.Context, tx *sql.Tx, m feeds.Move) (from feeds.StoryID, err error) {
	err = tx.QueryRowContext(ctx, "SELECT story FROM items WHERE id = ?", m.Item).Scan(&from)
	if errors.Is(err, sql.ErrNoRows) {
		return 0, nil
	}
	if err != nil {
		return 0, err
	}
	if _, err := tx.ExecContext(ctx, "UPDATE items SET story = ?, joined = ? WHERE id = ?", m.Story, packed{&m.Join}, m.Item); err != nil {
		return 0, err
	}
	// A story that has items again stands for itself.
	_, err = tx.ExecContext(ctx, "DELETE FROM merged WHERE story = ?", m.Story)
	return from, err
}

// leadOn has the names of a story without items lead to the story of an item
// that left it. While it has items nothing happens.
func leadOn(ctx context.Context, tx *sql.Tx, from feeds.StoryID, item feeds.ItemID) error {
	done, err := tx.ExecContext(ctx, `INSERT INTO merged (story, now)
		SELECT ?, story FROM items WHERE id = ? AND NOT EXISTS (SELECT 1 FROM items WHERE story = ?)`, from, item, from)
	if err != nil {
		return err
	}
	if n, err := done.RowsAffected(); n == 0 || err != nil {
		return err
	}
	_, err = tx.ExecContext(ctx, "UPDATE merged SET now = (SELECT story FROM items WHERE id = ?) WHERE now = ?", item, from)
	return err
}
