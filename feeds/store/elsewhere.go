package store

import (
	"context"
	"database/sql"
	"maps"
	"slices"
	"sync"

	"dateline/feeds"
)

// journal tells the changes that other copies of the program make to the items
// from those of this one.
type journal struct {
	mu    sync.Mutex
	seen  int64      // the last change that was looked at
	spans [][2]int64 // later changes of our own: above the first, up to the second
}

// lastChange returns the number of the last change.
func lastChange(ctx context.Context, from asker) (seq int64, err error) {
	err = each(ctx, from, func(rows *sql.Rows) error { return rows.Scan(&seq) }, "SELECT coalesce(max(seq), 0) FROM changes")
	return seq, err
}

// commit ends the transaction, and notes its changes as our own.
func (j *journal) commit(ctx context.Context, tx *sql.Tx, before int64) error {
	after, err := lastChange(ctx, tx)
	if err != nil {
		return err
	}
	j.mu.Lock() // else they could be looked at before they are noted
	defer j.mu.Unlock()
	if err := tx.Commit(); err != nil {
		return err
	}
	switch last := len(j.spans) - 1; {
	case after == before:
	case last >= 0 && j.spans[last][1] == before:
		j.spans[last][1] = after
	default:
		j.spans = append(j.spans, [2]int64{before, after})
	}
	return nil
}

// own says whether a change is ours.
func (j *journal) own(seq int64) bool {
	return slices.ContainsFunc(j.spans, func(s [2]int64) bool { return s[0] < seq && seq <= s[1] })
}

// Elsewhere returns the items that other copies of the program have stored,
// changed or marked since it was last asked, or since the store was opened, as
// they are stored now, and the IDs of those that are gone.
func (s *Store) Elsewhere(ctx context.Context) (changed []feeds.Item, gone []feeds.ItemID, err error) {
	touched, err := s.touchedElsewhere(ctx)
	if err != nil || len(touched) == 0 {
		return nil, nil, err
	}
	changed, err = s.Items(ctx, Query{IDs: slices.Sorted(maps.Keys(touched))})
	for _, it := range changed {
		delete(touched, it.ID)
	}
	return changed, slices.Sorted(maps.Keys(touched)), err
}

// touchedElsewhere returns the items that changes not yet looked at are about.
func (s *Store) touchedElsewhere(ctx context.Context) (map[feeds.ItemID]bool, error) {
	j := &s.journal
	j.mu.Lock()
	defer j.mu.Unlock()
	touched, last := map[feeds.ItemID]bool{}, j.seen
	err := s.query(ctx, func(rows *sql.Rows) error {
		var id feeds.ItemID
		err := rows.Scan(&last, &id)
		if !j.own(last) {
			touched[id] = true
		}
		return err
	}, "SELECT seq, item FROM changes WHERE seq > ? ORDER BY seq", j.seen)
	if err != nil {
		return nil, err // the same changes are looked at the next time
	}
	j.seen = last
	j.spans = slices.DeleteFunc(j.spans, func(s [2]int64) bool { return s[1] <= last })
	return touched, nil
}
