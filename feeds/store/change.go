package store

import (
	"cmp"
	"context"
	"database/sql"
	"errors"
	"fmt"
	"slices"

	"dateline/feeds"
)

// change brings the stored item id up to date with what its feed says now, and
// makes it what is stored. Told says that more than its address is another: then
// the item was updated, and the grouper reads it anew.
func (sv *saver) change(ctx context.Context, id feeds.ItemID, it *feeds.Item, told bool) error {
	old, _, err := load(ctx, sv.tx, id)
	if err != nil {
		return err
	}
	if it.Title != old.Title {
		_, err := sv.tx.ExecContext(ctx, "INSERT INTO edits (item, at, title) VALUES (?, ?, ?)", id, stamp(it.Seen), old.Title)
		if err != nil {
			return err
		}
	}
	at := kept(it.Seen)
	it.ID, it.Updated, it.Seen = id, old.Updated, old.Seen
	if told {
		it.Updated = at
	}
	it.Published, it.Date = old.Published, old.Date
	it.Story, it.Join, it.Read, it.Starred = old.Story, old.Join, old.Read, old.Starred
	if _, err := sv.text.ExecContext(ctx, id, it.Text); err != nil {
		return err
	}
	if err := update(ctx, sv.tx, it, it.Tags); err != nil {
		return err
	}
	if told {
		again := *it
		sv.grouper.Add(&again) // a copy: the story stays, whatever the grouper still knows of it
	}
	return reindex(ctx, sv.tx, id)
}

// Correct keeps the reader's word that an item is about a country, or is not,
// against the rules, and returns the item's tags as they are then. It holds
// also when the feed changes the item. The opposite correction undoes it.
func (s *Store) Correct(ctx context.Context, id feeds.ItemID, country string, add bool) (feeds.Tags, error) {
	var it feeds.Item
	err := s.write(ctx, func(tx *sql.Tx) error {
		var found feeds.Tags
		var err error
		if it, found, err = load(ctx, tx, id); err != nil {
			return err
		}
		if err := note(ctx, tx, id, country, add, found); err != nil {
			return err
		}
		return update(ctx, tx, &it, found)
	})
	return it.Tags, err
}

// note takes back the opposite correction, or else keeps this one unless the
// rules found the same.
func note(ctx context.Context, tx *sql.Tx, id feeds.ItemID, country string, add bool, found feeds.Tags) error {
	undone, err := tx.ExecContext(ctx, "DELETE FROM corrections WHERE item = ? AND country = ? AND added <> ?", id, country, add)
	if err != nil {
		return err
	}
	n, err := undone.RowsAffected()
	if err != nil {
		return err
	}
	i := slices.IndexFunc(found.Countries, func(t feeds.Tag) bool { return t.Code == country })
	about := i >= 0 && found.Countries[i].About
	settled := about == add
	if mentioned := i >= 0 && !about; mentioned {
		settled = n > 0 // between yes and no: only an undo leads back to it
	}
	if settled {
		return nil
	}
	_, err = tx.ExecContext(ctx, "INSERT OR REPLACE INTO corrections (item, country, added) VALUES (?, ?, ?)", id, country, add)
	return err
}

// load returns the stored item without its text, and its tags as the rules
// found them.
func load(ctx context.Context, tx *sql.Tx, id feeds.ItemID) (it feeds.Item, found feeds.Tags, err error) {
	corrected := false
	err = tx.QueryRowContext(ctx, "SELECT "+itemColumns+", found, EXISTS (SELECT 1 FROM corrections WHERE item = id) FROM items WHERE id = ?", id).
		Scan(append(fields(&it), packed{&found}, &corrected)...)
	if errors.Is(err, sql.ErrNoRows) {
		err = &fault{words: fmt.Sprintf("there is no item %d", id)}
	}
	if !corrected {
		found = it.Tags
	}
	return it, found, err
}

// update stores it anew, its tags being found and the reader's corrections.
func update(ctx context.Context, tx *sql.Tx, it *feeds.Item, found feeds.Tags) error {
	it.Tags = found
	corrected := false
	err := each(ctx, tx, func(rows *sql.Rows) error {
		var country string
		var add bool
		err := rows.Scan(&country, &add)
		it.Tags, corrected = correct(it.Tags, country, add), true
		return err
	}, "SELECT country, added FROM corrections WHERE item = ? ORDER BY country", it.ID)
	if err != nil {
		return err
	}
	if !corrected {
		found = feeds.Tags{}
	}
	_, err = tx.ExecContext(ctx, "UPDATE items SET ("+itemColumns+", found) = ("+itemMarks+", ?) WHERE id = ?",
		append(fields(it), packed{&found}, it.ID)...)
	return err
}

// correct returns tags with one correction made. An added country weighs as
// much as the heaviest, but stands behind it.
func correct(tags feeds.Tags, country string, add bool) feeds.Tags {
	is := func(t feeds.Tag) bool { return t.Code == country }
	all := slices.Clone(tags.Countries)
	if !add {
		tags.Countries = slices.DeleteFunc(all, is)
		return tags
	}
	i := slices.IndexFunc(all, is)
	if i < 0 {
		weight := 1.0
		if len(all) > 0 {
			weight = all[0].Weight
		}
		i, all = len(all), append(all, feeds.Tag{Code: country, Weight: weight})
	}
	all[i].About = true
	all[i].Why = append(slices.Clone(all[i].Why), feeds.Evidence{Words: country, Field: feeds.FieldUser, Rule: "your correction"})
	slices.SortStableFunc(all, func(a, b feeds.Tag) int { return cmp.Compare(b.Weight, a.Weight) })
	tags.Countries = all
	return tags
}
