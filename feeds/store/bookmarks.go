package store

import (
	"context"
	"database/sql"

	"dateline/feeds"
)

// SaveBookmark keeps where the reader stopped in the text of an item, in place
// of an older bookmark of it. One of an item that is not stored is passed over.
func (s *Store) SaveBookmark(ctx context.Context, b feeds.Bookmark) error {
	return s.write(ctx, func(tx *sql.Tx) error {
		_, err := tx.ExecContext(ctx, `INSERT OR REPLACE INTO bookmarks (item, block, at, percent, whole, kept)
			SELECT id, ?, ?, ?, ?, ? FROM items WHERE id = ?`, b.Block, b.At, b.Percent, b.Whole, stamp(b.Kept), b.Item)
		return err
	})
}

// Bookmark returns where the reader stopped in the text of an item, and
// whether that is known.
func (s *Store) Bookmark(ctx context.Context, id feeds.ItemID) (feeds.Bookmark, bool, error) {
	b, found := feeds.Bookmark{Item: id}, false
	err := s.query(ctx, func(rows *sql.Rows) error {
		found = true
		return rows.Scan(&b.Block, &b.At, &b.Percent, &b.Whole, (*moment)(&b.Kept))
	}, "SELECT block, at, percent, whole, kept FROM bookmarks WHERE item = ?", id)
	return b, found && err == nil, err
}
