package store

import (
	"context"
	"database/sql"
	"strings"

	"dateline/feeds"
)

// typeset maps what only the setting of a headline changes to one form. A
// quote that comes or goes is an edit: it says whose word it is.
var typeset = strings.NewReplacer(
	"“", "'", "”", "'", "„", "'", "‟", "'", "«", "'", "»", "'", `"`, "'",
	"‘", "'", "’", "'", "‚", "'", "‛", "'", "‹", "'", "›", "'", "`", "'", "´", "'",
	"–", "-", "—", "-", "‑", "-", "…", "...",
)

// retitled says whether a headline says something new, and is not only set
// otherwise: with other spaces, or other forms of quotes, dashes and dots.
func retitled(before, after string) bool {
	return before != after && set(before) != set(after)
}

func set(title string) string {
	return strings.Join(strings.Fields(typeset.Replace(title)), " ")
}

// Edits returns what the headlines of items said before their feeds changed
// them, the oldest first, without the items whose headline never changed.
func (s *Store) Edits(ctx context.Context, ids []feeds.ItemID) (map[feeds.ItemID][]feeds.Edit, error) {
	all := map[feeds.ItemID][]feeds.Edit{}
	err := s.query(ctx, func(rows *sql.Rows) error {
		var id feeds.ItemID
		var e feeds.Edit
		err := rows.Scan(&id, (*moment)(&e.At), &e.Title)
		all[id] = append(all[id], e)
		return err
	}, "SELECT item, at, title FROM edits WHERE item IN (SELECT value FROM json_each(?)) ORDER BY item, rowid", list(ids))
	return all, err
}
