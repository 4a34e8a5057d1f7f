package store

import (
	"context"
	"database/sql"
	"errors"
	"slices"
	"time"

	"dateline/feeds"
)

// Grouper puts items into stories while they are saved. Add sets Story and
// Join of an item that has its ID and no story; one that has a story stays in
// it, and is read anew because its title, summary or text changed. Of both it
// says whose text they are in Wire, Sketch and Copy. Remove forgets an item that
// could not be kept after all.
type Grouper interface {
	Add(*feeds.Item)
	Remove(feeds.ItemID)
}

// Save keeps visits in one transaction and returns for each of them the items
// that are new or changed, as they are stored but without Text, and how many
// of those are new. An item that was seen before (same Feed and Key) and says
// the same changes nothing; one that only has the Key of another is new, and one
// that only has another Key than before is not. If its title, summary, text or address changed, it
// is brought up to date but keeps ID, Published, Seen, marks and story. A new
// address alone does not make it Updated. One that a Sweep has let go of is not
// new. A nil g groups nothing.
func (s *Store) Save(ctx context.Context, visits []Visit, g Grouper) (saved [][]feeds.Item, news []int, err error) {
	if g == nil {
		g = noGrouper{}
	}
	sv := &saver{grouper: g}
	defer func() {
		if !sv.done {
			sv.forget() // also when the grouper panics
		}
	}()
	err = s.write(ctx, func(tx *sql.Tx) error {
		if err := sv.begin(ctx, tx); err != nil {
			return err
		}
		saved, news = make([][]feeds.Item, len(visits)), make([]int, len(visits))
		for i := range visits {
			if saved[i], news[i], err = sv.visit(ctx, &visits[i]); err != nil {
				return err
			}
		}
		return nil
	})
	sv.done = err == nil
	if err != nil {
		return nil, nil, err
	}
	return saved, news, nil
}

type noGrouper struct{}

func (noGrouper) Add(*feeds.Item)     {}
func (noGrouper) Remove(feeds.ItemID) {}

// saver is one transaction of Save with its prepared statements.
type saver struct {
	grouper Grouper
	added   []feeds.ItemID
	changed []feeds.Item // as they were before
	next    feeds.ItemID
	done    bool

	tx                                            *sql.Tx
	find, gone, twin, living, insert, text, index *sql.Stmt
}

// forget has the grouper know what is stored, and nothing else.
func (sv *saver) forget() {
	for _, id := range sv.added {
		sv.grouper.Remove(id)
	}
	for _, old := range slices.Backward(sv.changed) {
		sv.grouper.Add(&old)
	}
}

// begin prepares the statements. No other writer can come between: so the next
// ID is known before the item is stored, and grouping needs no second write.
func (sv *saver) begin(ctx context.Context, tx *sql.Tx) error {
	sv.tx = tx
	if err := tx.QueryRowContext(ctx, "SELECT coalesce(max(id), 0) + 1 FROM items").Scan(&sv.next); err != nil {
		return err
	}
	for _, p := range []struct {
		stmt  **sql.Stmt
		query string
	}{
		{&sv.gone, "SELECT EXISTS (SELECT 1 FROM dropped WHERE print = ?)"},
		{&sv.find, `SELECT id, key, title, summary, url, published, coalesce(text, '') FROM items LEFT JOIN texts ON item = id
			WHERE feed = ?1 AND key IN (?2, ?3) ORDER BY key = ?3 DESC LIMIT 1`},
		{&sv.twin, "SELECT EXISTS (SELECT 1 FROM items WHERE published = ? AND feed = ? AND url = ? AND title = ?)"},
		{&sv.living, "SELECT coalesce((SELECT now FROM merged WHERE story = ?1), ?1)"},
		{&sv.insert, "INSERT INTO items (" + itemColumns + ") VALUES (" + itemMarks + ")"},
		{&sv.text, "INSERT OR REPLACE INTO texts (item, text) VALUES (?, ?)"},
		{&sv.index, "INSERT INTO search (rowid, title, summary, text, page) VALUES (?, ?, ?, ?, '')"},
	} {
		stmt, err := tx.PrepareContext(ctx, p.query) //nolint:sqlclosecheck // ends with the transaction
		if err != nil {
			return err
		}
		*p.stmt = stmt
	}
	return nil
}

// visit saves one visit. Of two items with one key the first counts: else each
// visit would turn the one into the other and back.
func (sv *saver) visit(ctx context.Context, v *Visit) (saved []feeds.Item, news int, err error) {
	var newest time.Time
	met := make(map[string]bool, len(v.Items))
	for _, it := range v.Items {
		if met[it.Key] {
			continue
		}
		met[it.Key] = true
		fresh, changed, err := sv.item(ctx, &it)
		if err != nil {
			return nil, 0, err
		}
		if fresh {
			news++
			newest = later(newest, it.Published)
		}
		if fresh || changed {
			it.Text = ""
			saved = append(saved, it)
		}
	}
	if err := saveHour(ctx, sv.tx, &v.Health); err != nil {
		return nil, 0, err
	}
	if err := saveHistory(ctx, sv.tx, &v.Health, news); err != nil {
		return nil, 0, err
	}
	return saved, news, saveVisit(ctx, sv.tx, v, news, newest)
}

// item saves it if it is new or says something new, and says which. It then
// is as stored.
func (sv *saver) item(ctx context.Context, it *feeds.Item) (fresh, changed bool, err error) {
	var old feeds.Item
	reused := reusedKey(it)
	err = sv.find.QueryRowContext(ctx, it.Feed, it.Key, reused).
		Scan(&old.ID, &old.Key, &old.Title, &old.Summary, &old.URL, (*moment)(&old.Published), &old.Text)
	switch {
	case errors.Is(err, sql.ErrNoRows):
		return sv.unknown(ctx, it)
	case err != nil:
		return false, false, err
	case old.Key == reused:
		it.Key = reused
	case another(&old, it):
		it.Key = reused
		return sv.unknown(ctx, it)
	}
	told := it.Title != old.Title || it.Summary != old.Summary || it.Text != old.Text
	if !told && it.URL == old.URL {
		return false, false, nil
	}
	return false, true, sv.change(ctx, &old, it, told)
}

// unknown saves an item of an unknown key, unless it was there and was dropped,
// or its feed told it by another key: then page, headline and time are the same.
func (sv *saver) unknown(ctx context.Context, it *feeds.Item) (fresh, changed bool, err error) {
	var known bool
	err = sv.gone.QueryRowContext(ctx, printOf(it.Feed, it.Key)).Scan(&known)
	if err == nil && !known && it.URL != "" && it.Date == feeds.DateGiven {
		err = sv.twin.QueryRowContext(ctx, stamp(kept(it.Published)), it.Feed, it.URL, it.Title).Scan(&known)
	}
	if err != nil || known {
		return false, false, err
	}
	return true, false, sv.add(ctx, it)
}

// add stores a new item.
func (sv *saver) add(ctx context.Context, it *feeds.Item) error {
	it.ID, it.Story, it.Join = sv.next, 0, feeds.Join{}
	it.Published, it.Seen, it.Updated = kept(it.Published), kept(it.Seen), kept(it.Updated)
	sv.next++
	sv.added = append(sv.added, it.ID)
	sv.grouper.Add(it)
	// Another process may have found the story to be one with another.
	if err := sv.living.QueryRowContext(ctx, it.Story).Scan(&it.Story); err != nil {
		return err
	}
	if _, err := sv.insert.ExecContext(ctx, fields(it)...); err != nil {
		return err
	}
	if it.Text != "" {
		if _, err := sv.text.ExecContext(ctx, it.ID, it.Text); err != nil {
			return err
		}
	}
	_, err := sv.index.ExecContext(ctx, it.ID, words(it.Title), words(it.Summary), words(it.Text))
	return err
}

func later(a, b time.Time) time.Time {
	if b.After(a) {
		return b
	}
	return a
}
