package store

import (
	"context"
	"database/sql"

	"dateline/feeds"
)

// errGone is the error about an item that a Sweep has let go of meanwhile.
var errGone error = &fault{words: "the headline is not stored any more; [store] in config.toml says how long one is kept"}

// SetRead marks items as read, or as unread. Unknown IDs are passed over, unless
// none is known: then nothing is kept, and the error says so.
func (s *Store) SetRead(ctx context.Context, ids []feeds.ItemID, on bool) error {
	return s.mark(ctx, "UPDATE items SET read = ? WHERE id IN (SELECT value FROM json_each(?))", ids, on)
}

// SetStarred stars items, or takes the star away. Unknown IDs are as for SetRead.
func (s *Store) SetStarred(ctx context.Context, ids []feeds.ItemID, on bool) error {
	return s.mark(ctx, "UPDATE items SET starred = ? WHERE id IN (SELECT value FROM json_each(?))", ids, on)
}

func (s *Store) mark(ctx context.Context, update string, ids []feeds.ItemID, on bool) error {
	return s.write(ctx, func(tx *sql.Tx) error {
		done, err := tx.ExecContext(ctx, update, on, list(ids))
		if err != nil || len(ids) == 0 {
			return err
		}
		if n, err := done.RowsAffected(); n > 0 || err != nil {
			return err
		}
		return errGone
	})
}

// SetStory keeps what the grouper says of items that it was given after they
// had been stored (see Query.Ungrouped): Story, Join, Wire, Sketch and Copy.
func (s *Store) SetStory(ctx context.Context, items []feeds.Item) error {
	return s.write(ctx, func(tx *sql.Tx) error {
		for i := range items {
			it := &items[i]
			_, err := tx.ExecContext(ctx, "UPDATE items SET story = ?, joined = ?, wire = ?, sketch = ?, copy = ? WHERE id = ?",
				it.Story, packed{&it.Join}, it.Wire, it.Sketch, it.Copy, it.ID)
			if err != nil {
				return err
			}
		}
		return nil
	})
}
