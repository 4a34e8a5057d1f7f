package store

import (
	"cmp"
	"context"
	"database/sql"

	"dateline/feeds"
)

// Article returns the page that was fetched for an item, and whether there is
// one.
func (s *Store) Article(ctx context.Context, id feeds.ItemID) (feeds.Article, bool, error) {
	a, found := feeds.Article{Item: id}, false
	err := s.query(ctx, func(rows *sql.Rows) error {
		found = true
		return rows.Scan(packed{&a})
	}, "SELECT body FROM articles WHERE item = ?", id)
	return a, found && err == nil, err
}

// SaveArticle keeps the page of an item, in place of an older one, and makes
// its text searchable. That of an item that is not stored is an error.
func (s *Store) SaveArticle(ctx context.Context, a feeds.Article) error {
	return s.write(ctx, func(tx *sql.Tx) error {
		done, err := tx.ExecContext(ctx, "INSERT OR REPLACE INTO articles (item, body) SELECT id, ? FROM items WHERE id = ?", packed{&a}, a.Item)
		if err != nil {
			return err
		}
		if n, err := done.RowsAffected(); n == 0 || err != nil {
			return cmp.Or(err, errGone)
		}
		return reindex(ctx, tx, a.Item)
	})
}
