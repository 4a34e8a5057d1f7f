package load

import (
	"context"
	"slices"
	"time"

	"dateline/feeds"
	"dateline/feeds/store"
)

// recalled is how far back stored items are put into the story index.
const recalled = 10 * 24 * time.Hour

// Index is the index of stories as Recall sees it.
type Index interface {
	Restore(feeds.Item) // takes in an item that has its story
	Add(*feeds.Item)    // gives an item its story
}

// Recall fills the story index with what is stored, before the first visit. It
// groups what an earlier run stored but did not get to group, and returns that.
func Recall(ctx context.Context, s *store.Store, x Index) ([]feeds.Item, error) {
	items, err := s.Items(ctx, store.Query{Since: clock().Add(-recalled)})
	if err != nil {
		return nil, err
	}
	for _, it := range slices.Backward(items) {
		if it.Story != 0 {
			x.Restore(it)
		}
	}
	late, err := s.Items(ctx, store.Query{Ungrouped: true})
	if err != nil || len(late) == 0 {
		return nil, err
	}
	slices.Reverse(late)
	for i := range late {
		x.Add(&late[i])
	}
	return late, s.SetStory(ctx, late)
}
