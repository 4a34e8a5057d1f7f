package store

import (
	"context"
	"database/sql"
	"fmt"
)

// Facts returns what can be said of a store, for a report of a fault: names of
// figures and the figures, in the order in which they are read.
func (s *Store) Facts(ctx context.Context) ([][2]string, error) {
	facts := [][2]string{{"file", s.path}}
	err := s.query(ctx, func(rows *sql.Rows) error {
		var name string
		var n int64
		err := rows.Scan(&name, &n)
		facts = append(facts, [2]string{name, fmt.Sprint(n)})
		return err
	}, `SELECT 'schema', user_version FROM pragma_user_version
		UNION ALL SELECT 'bytes', page_count * page_size FROM pragma_page_count, pragma_page_size
		UNION ALL SELECT 'free bytes', freelist_count * page_size FROM pragma_freelist_count, pragma_page_size
		UNION ALL SELECT 'items', count(*) FROM items
		UNION ALL SELECT 'unread', count(*) FROM items WHERE read = 0
		UNION ALL SELECT 'starred', count(*) FROM items WHERE starred = 1
		UNION ALL SELECT 'pages', count(*) FROM articles
		UNION ALL SELECT 'bookmarks', count(*) FROM bookmarks`)
	return facts, err
}
