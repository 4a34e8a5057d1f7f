package store

import (
	"context"
	"database/sql"
	"encoding/json"
	"strings"
	"time"

	"dateline/feeds"
)

// itemColumns and fields say the same in the same order. Text is not among
// them: it stands in a table of its own.
const itemColumns = `id, feed, key, title, summary, url, byline, categories, language, published, date,
	seen, updated, retitled, place, wire, sketch, copy, tags, story, joined, read, starred`

// itemMarks is a "?" for each of the itemColumns.
var itemMarks = "?" + strings.Repeat(", ?", strings.Count(itemColumns, ","))

// fields points to the columns in it, to be written or read.
func fields(it *feeds.Item) []any {
	return []any{
		&it.ID, &it.Feed, &it.Key, &it.Title, &it.Summary, &it.URL, &it.Byline,
		packed{&it.Categories},
		&it.Language,
		(*moment)(&it.Published), &it.Date,
		(*moment)(&it.Seen), (*moment)(&it.Updated), (*moment)(&it.Retitled), &it.Place, &it.Wire,
		&it.Sketch, &it.Copy,
		packed{&it.Tags},
		&it.Story,
		packed{&it.Join},
		&it.Read, &it.Starred,
	}
}

// Query says which items are wanted. The zero Query wants all.
type Query struct {
	Since, Until time.Time       // Published from Since to before Until; zero: no bound
	IDs          []feeds.ItemID  // only these; nil: any
	Above        feeds.ItemID    // only those with a higher ID
	URLs         []string        // only those with these addresses; nil: any
	Feeds        []feeds.FeedID  // only what came from these; nil: any
	Stories      []feeds.StoryID // only what is in these, by any name they had; nil: any
	Before       Cursor          // only what comes after this place in the order
	Unread       bool            // only what was not read
	Ungrouped    bool            // only what is in no story yet
	Limit        int             // at most so many; zero: no bound
}

// Cursor is a place in the order of Items: that of the last item of a page.
type Cursor struct {
	Published time.Time
	ID        feeds.ItemID
}

// where returns the condition of q and its arguments.
func (q Query) where() (string, []any) {
	conds, args := []string{"true"}, []any{}
	add := func(wanted bool, cond string, values ...any) {
		if wanted {
			conds, args = append(conds, cond), append(args, values...)
		}
	}
	add(!q.Since.IsZero(), "published >= ?", stamp(q.Since))
	add(!q.Until.IsZero(), "published < ?", stamp(q.Until))
	add(q.IDs != nil, "id IN (SELECT value FROM json_each(?))", list(q.IDs))
	add(q.Above != 0, "id > ?", q.Above)
	add(q.URLs != nil, "url IN (SELECT value FROM json_each(?))", list(q.URLs))
	add(q.Feeds != nil && q.Limit == 0, "feed IN (SELECT value FROM json_each(?))", list(q.Feeds))
	// The newest of many feeds are found by their time: the + keeps the index
	// of the feeds away, by which all of them would be read and sorted.
	add(q.Feeds != nil && q.Limit != 0, "+feed IN (SELECT value FROM json_each(?))", list(q.Feeds))
	add(q.Stories != nil, "story IN (SELECT coalesce(now, value) FROM json_each(?) LEFT JOIN merged ON merged.story = value)", list(q.Stories))
	add(q.Before != Cursor{}, "(published, id) < (?, ?)", stamp(q.Before.Published), q.Before.ID)
	add(q.Unread, "read = 0")
	add(q.Ungrouped, "story = 0")
	return strings.Join(conds, " AND "), args
}

// Items returns the items that q wants, newest Published first and then by
// falling ID, without their Text.
func (s *Store) Items(ctx context.Context, q Query) ([]feeds.Item, error) {
	where, args := q.where()
	return s.items(ctx, "WHERE "+where+" ORDER BY published DESC, id DESC LIMIT ?", append(args, q.limit())...)
}

// limit returns Limit as SQL has it.
func (q Query) limit() int {
	if q.Limit <= 0 {
		return -1 // all
	}
	return q.Limit
}

// items reads the items that the end of the statement selects.
func (s *Store) items(ctx context.Context, tail string, args ...any) ([]feeds.Item, error) {
	var out []feeds.Item
	err := s.query(ctx, func(rows *sql.Rows) error {
		var it feeds.Item
		err := rows.Scan(fields(&it)...)
		out = append(out, it)
		return err
	}, "SELECT "+itemColumns+" FROM items "+tail, args...)
	if err != nil {
		return nil, err
	}
	return out, nil
}

// Story returns the items of a story in the order in which they were first
// seen, and whether there is such a story. If the story has become one with
// another, that is returned, by its own ID.
func (s *Store) Story(ctx context.Context, id feeds.StoryID) (feeds.Story, bool, error) {
	if id == 0 {
		return feeds.Story{}, false, nil
	}
	items, err := s.items(ctx, "WHERE story = coalesce((SELECT now FROM merged WHERE merged.story = ?1), ?1) ORDER BY seen, id", id)
	if err != nil || len(items) == 0 {
		return feeds.Story{}, false, err
	}
	return feeds.Story{ID: items[0].Story, Items: items}, true, nil
}

// Text returns the full text that the feed gave of an item, "" if none.
func (s *Store) Text(ctx context.Context, id feeds.ItemID) (string, error) {
	var text string
	err := s.query(ctx, func(rows *sql.Rows) error { return rows.Scan(&text) }, "SELECT text FROM texts WHERE item = ?", id)
	return text, err
}

// Count returns how many items are stored.
func (s *Store) Count(ctx context.Context) (int, error) {
	var n int
	err := s.query(ctx, func(rows *sql.Rows) error { return rows.Scan(&n) }, "SELECT count(*) FROM items")
	return n, err
}

// list writes ids as JSON, so that any number of them is one argument.
func list[ID feeds.ItemID | feeds.FeedID | feeds.StoryID | string](ids []ID) string {
	b, err := json.Marshal(ids)
	if err != nil {
		panic(err) // integers and strings always can be written
	}
	return string(b)
}
