package store

import (
	"cmp"
	"context"
	"database/sql"

	"dateline/feeds"
)

// change brings the stored item was, of which ID and Text are known, up to date
// with what its feed says now, and makes it what is stored. Told says that more
// than its address is another: then the item was updated, and the grouper reads
// it anew.
func (sv *saver) change(ctx context.Context, was, it *feeds.Item, told bool) error {
	old, err := load(ctx, sv.tx, was.ID)
	if err != nil {
		return err
	}
	old.Text = was.Text
	at := kept(it.Seen)
	it.ID, it.Updated, it.Retitled, it.Seen = old.ID, old.Updated, old.Retitled, old.Seen
	if told {
		it.Updated = at
	}
	if retitled(old.Title, it.Title) {
		it.Retitled = at
		if err := sv.edit(ctx, old.ID, feeds.Edit{At: at, Title: old.Title}); err != nil {
			return err
		}
	}
	it.Published, it.Date = old.Published, old.Date
	it.Story, it.Join, it.Read, it.Starred = old.Story, old.Join, old.Read, old.Starred
	if told {
		sv.reread(&old, it)
	} else {
		it.Wire, it.Sketch, it.Copy = cmp.Or(it.Wire, old.Wire), old.Sketch, old.Copy
	}
	if _, err := sv.text.ExecContext(ctx, it.ID, it.Text); err != nil {
		return err
	}
	_, err = sv.tx.ExecContext(ctx, "UPDATE items SET ("+itemColumns+") = ("+itemMarks+") WHERE id = ?", append(fields(it), it.ID)...)
	if err != nil {
		return err
	}
	return reindex(ctx, sv.tx, it.ID)
}

// reread has the grouper read a changed item anew. What it finds now of whose
// text the item is counts. The story of old stays, and why it is in it, whatever
// the grouper still knows of that.
func (sv *saver) reread(old, it *feeds.Item) {
	if len(sv.added) == 0 || old.ID < sv.added[0] {
		sv.changed = append(sv.changed, *old)
	}
	again := *it
	sv.grouper.Add(&again)
	it.Wire, it.Sketch, it.Copy = again.Wire, again.Sketch, again.Copy
	if old.Story == 0 {
		it.Story, it.Join = again.Story, again.Join
	}
}

// load returns the stored item without its text.
func load(ctx context.Context, tx *sql.Tx, id feeds.ItemID) (it feeds.Item, err error) {
	err = tx.QueryRowContext(ctx, "SELECT "+itemColumns+" FROM items WHERE id = ?", id).Scan(fields(&it)...)
	return it, err
}
