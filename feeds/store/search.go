package store

import (
	"context"
	"database/sql"
	"strings"
	"time"

	"dateline/feeds"
)

// titleBonus is how much newer an item counts in a search when its title
// alone holds all the words.
const titleBonus = 3 * 24 * time.Hour

// Search returns the items whose title, summary, text or fetched page hold all
// the words of query, the last one as the beginning of a word; "some words"
// must stand in that order. Newest first, where a match in the title counts as
// three days. It returns at most limit items, all if limit is not positive;
// none for a query without a letter or digit.
func (s *Store) Search(ctx context.Context, query string, limit int) ([]feeds.Item, error) {
	expr := match(query)
	if expr == "" {
		return nil, nil
	}
	if limit <= 0 {
		limit = -1
	}
	return s.items(ctx, `JOIN (
			SELECT rowid AS hit, max(bonus) AS bonus FROM (
				SELECT rowid, 0 AS bonus FROM search WHERE search MATCH ?
				UNION ALL
				SELECT rowid, ? FROM search WHERE search MATCH ?)
			GROUP BY rowid) ON id = hit
		ORDER BY published + bonus DESC, id DESC LIMIT ?`,
		expr, titleBonus.Microseconds(), "title : ("+expr+")", limit)
}

// reindex brings the index up to date with what is stored of an item.
func reindex(ctx context.Context, tx *sql.Tx, id feeds.ItemID) error {
	var title, summary, text string
	var page feeds.Article
	err := tx.QueryRowContext(ctx, `SELECT title, summary, coalesce(text, ''), coalesce(body, '')
		FROM items LEFT JOIN texts ON texts.item = id LEFT JOIN articles ON articles.item = id WHERE id = ?`, id).
		Scan(&title, &summary, &text, packed{&page})
	if err != nil {
		return err
	}
	_, err = tx.ExecContext(ctx, `UPDATE search SET title = ?, summary = ?, text = ?, page = ? WHERE rowid = ?`,
		words(title), words(summary), words(text), words(plain(page)), id)
	return err
}

// plain returns the text of a page.
func plain(a feeds.Article) string {
	var s strings.Builder
	for _, b := range a.Blocks {
		s.WriteString(b.Plain())
		s.WriteByte('\n')
	}
	return s.String()
}
