package store

import (
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
// its text searchable.
func (s *Store) SaveArticle(ctx context.Context, a feeds.Article) error {
	return s.write(ctx, func(tx *sql.Tx) error {
		_, err := tx.ExecContext(ctx, "INSERT OR REPLACE INTO articles (item, body) VALUES (?, ?)", a.Item, packed{&a})
		if err != nil {
			return err
		}
		return reindex(ctx, tx, a.Item)
	})
}
