package store

import (
	"context"
	"database/sql"
	"errors"
	"maps"
	"slices"

	"dateline/feeds"
)

// Move puts items into other stories in one transaction. A story that is left
// without items is one with the story in which the first of those is now that
// left it: its name leads there from now on, and so does every name that led to
// it. Items that are not stored are passed over.
func (s *Store) Move(ctx context.Context, moves []feeds.Move) error {
	prepared, err := s.statements(ctx)
	if err != nil {
		return s.worded(err)
	}
	return s.write(ctx, func(tx *sql.Tx) error {
		b := prepared.within(ctx, tx)
		left := map[feeds.StoryID]feeds.ItemID{} // the first item that left each
		for _, m := range moves {
			from, err := b.move(ctx, m)
			if err != nil {
				return err
			}
			if first, met := left[from]; !met || m.Item < first {
				left[from] = m.Item
			}
		}
		delete(left, 0)
		for _, from := range slices.Sorted(maps.Keys(left)) {
			if err := b.leadOn(ctx, from, left[from]); err != nil {
				return err
			}
		}
		return nil
	})
}

// move makes one move and returns the story that the item was in, 0 if none.
func (b *bound) move(ctx context.Context, m feeds.Move) (from feeds.StoryID, err error) {
	err = b.ask(ctx, readStory, []any{m.Item}, &from)
	if errors.Is(err, sql.ErrNoRows) {
		return 0, nil
	}
	if err != nil {
		return 0, err
	}
	if err := b.do(ctx, setStory, m.Story, packed{&m.Join}, m.Item); err != nil {
		return 0, err
	}
	return from, b.do(ctx, cutMerged, m.Story) // one that has items again stands for itself
}

// leadOn has the names of a story without items lead to the story of an item
// that left it. While it has items nothing happens.
func (b *bound) leadOn(ctx context.Context, from feeds.StoryID, item feeds.ItemID) error {
	if err := b.do(ctx, addMerged, from, item); err != nil {
		return err
	}
	return b.do(ctx, setMerged, from, item)
}
