package store

import (
	"context"
	"database/sql"

	"dateline/feeds"
)

// change brings the stored item id up to date with what its feed says now, and
// makes it what is stored. Told says that more than its address is another: then
// the item was updated, and the grouper reads it anew.
func (sv *saver) change(ctx context.Context, id feeds.ItemID, it *feeds.Item, told bool) error {
	old, err := load(ctx, sv.tx, id)
	if err != nil {
		return err
	}
	at := kept(it.Seen)
	it.ID, it.Updated, it.Retitled, it.Seen = id, old.Updated, old.Retitled, old.Seen
	if told {
		it.Updated = at
	}
	if retitled(old.Title, it.Title) {
		it.Retitled = at
		if err := sv.edit(ctx, id, feeds.Edit{At: at, Title: old.Title}); err != nil {
			return err
		}
	}
	it.Published, it.Date = old.Published, old.Date
	it.Story, it.Join, it.Copy, it.Read, it.Starred = old.Story, old.Join, old.Copy, old.Read, old.Starred
	if _, err := sv.text.ExecContext(ctx, id, it.Text); err != nil {
		return err
	}
	_, err = sv.tx.ExecContext(ctx, "UPDATE items SET ("+itemColumns+") = ("+itemMarks+") WHERE id = ?", append(fields(it), it.ID)...)
	if err != nil {
		return err
	}
	if told {
		again := *it
		sv.grouper.Add(&again) // a copy: the story stays, whatever the grouper still knows of it
	}
	return reindex(ctx, sv.tx, id)
}

// load returns the stored item without its text.
func load(ctx context.Context, tx *sql.Tx, id feeds.ItemID) (it feeds.Item, err error) {
	err = tx.QueryRowContext(ctx, "SELECT "+itemColumns+" FROM items WHERE id = ?", id).Scan(fields(&it)...)
	return it, err
}
