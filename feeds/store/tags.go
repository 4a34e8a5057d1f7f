package store

import (
	"context"
	"database/sql"

	"dateline/feeds"
)

// Sources calls do for every item that q wants, in the order of the IDs, with
// its tags and what they come from: ID, Feed, Key, Title, Summary, Text, URL,
// Categories, Language, Published, Updated and Place. Other fields are empty.
func (s *Store) Sources(ctx context.Context, q Query, do func(feeds.Item) error) error {
	where, args := q.where()
	return s.query(ctx, func(rows *sql.Rows) error {
		var it feeds.Item
		err := rows.Scan(&it.ID, &it.Feed, &it.Key, &it.Title, &it.Summary, &it.Text, &it.URL, packed{&it.Categories},
			&it.Language, (*moment)(&it.Published), (*moment)(&it.Updated), &it.Place, packed{&it.Tags})
		if err != nil {
			return err
		}
		return do(it)
	}, `SELECT id, feed, key, title, summary, coalesce(text, ''), url, categories, language, published, updated, place, tags
		FROM items LEFT JOIN texts ON item = id WHERE `+where+" ORDER BY id LIMIT ?", append(args, q.limit())...)
}

// SetTags keeps the tags of items in one transaction, and returns those that it
// kept: not an item that its feed has changed since it was read, for its new
// text has tags of its own.
func (s *Store) SetTags(ctx context.Context, items []feeds.Item) (set []feeds.Item, err error) {
	err = s.write(ctx, func(tx *sql.Tx) error {
		stmt, err := tx.PrepareContext(ctx, "UPDATE items SET tags = ? WHERE id = ? AND updated = ?")
		if err != nil {
			return err
		}
		defer func() { _ = stmt.Close() }() // the transaction ends it anyway
		for _, it := range items {
			done, err := stmt.ExecContext(ctx, packed{&it.Tags}, it.ID, (*moment)(&it.Updated))
			if err != nil {
				return err
			}
			if n, err := done.RowsAffected(); err != nil {
				return err
			} else if n > 0 {
				set = append(set, it)
			}
		}
		return nil
	})
	if err != nil {
		return nil, err
	}
	return set, nil
}
