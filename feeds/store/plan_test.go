package store

import (
	"database/sql"
	"path/filepath"
	"strings"
	"testing"

	"dateline/feeds"
)

// TestPlans is of the questions that are asked while the reader waits: they are
// answered by an index, and the first page of the list is not sorted from all
// that is stored.
func TestPlans(t *testing.T) {
	s, err := Open(t.Context(), filepath.Join(t.TempDir(), "dateline.db"))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = s.Close() })
	of := []feeds.FeedID{"ledger", "courier"}
	for name, c := range map[string]struct {
		query   Query
		by, not string
	}{
		"first page":     {Query{Feeds: of, Limit: 300}, "INDEX items_newest", "TEMP B-TREE"},
		"next page":      {Query{Feeds: of, Limit: 300, Before: Cursor{ID: 9}}, "INDEX items_newest", "TEMP B-TREE"},
		"stories":        {Query{Feeds: of, Stories: []feeds.StoryID{7}}, "INDEX items_story", "SCAN items"},
		"without story":  {Query{Ungrouped: true}, "INDEX items_story", "SCAN items"},
		"what is marked": {Query{IDs: []feeds.ItemID{7}}, "PRIMARY KEY", "SCAN items"},
	} {
		where, args := c.query.where()
		plan := ""
		err := s.query(t.Context(), func(rows *sql.Rows) error {
			var id, parent, unused int
			var detail string
			err := rows.Scan(&id, &parent, &unused, &detail)
			plan += detail + "\n"
			return err
		}, "EXPLAIN QUERY PLAN SELECT "+itemColumns+" FROM items WHERE "+where+" ORDER BY published DESC, id DESC LIMIT ?", append(args, c.query.limit())...)
		if err != nil || !strings.Contains(plan, c.by) || strings.Contains(plan, c.not) {
			t.Errorf("%s: want %s and no %s, got %v\n%s", name, c.by, c.not, err, plan)
		}
	}
}
