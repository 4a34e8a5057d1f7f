package load

import (
	"context"
	"slices"
	"sync"

	"dateline/feeds"
	"dateline/feeds/store"
)

// Index is the index of stories as the loader sees it.
type Index interface {
	store.Grouper
	Restore(feeds.Item)                // takes in an item that has its story
	Reach() feeds.Reach                // which items it holds
	Moves() []feeds.Move               // what better evidence has shown and Move has not carried out
	Move([]feeds.Move)                 // carries that out
	Retag(map[feeds.ItemID]feeds.Tags) // takes new tags of the items it holds
}

// Archive is the store as the stories see it.
type Archive interface {
	Replay(context.Context, feeds.Reach, func(feeds.Item)) error
	Items(context.Context, store.Query) ([]feeds.Item, error)
	Text(context.Context, feeds.ItemID) (string, error)
	SetStory(context.Context, []feeds.Item) error
	Move(context.Context, []feeds.Move) error
}

// Stories keep the store and the index of stories saying the same: what is
// another story than before is stored, then known to the index, then told. At
// the next start the index is made of what is stored. Recall and Mend
// are called from one goroutine at a time.
type Stories struct {
	store   Archive
	index   Index
	grouped bool          // what was stored without a story has one
	tried   chan struct{} // closed when Recall has ended for the first time
	try     sync.Once

	mu       sync.Mutex                    // guards what follows
	restored bool                          // the index knows what is stored in stories
	retagged []map[feeds.ItemID]feeds.Tags // while it did not
}

// NewStories returns the stories of a store and an empty index.
func NewStories(s Archive, x Index) *Stories {
	return &Stories{store: s, index: x, tried: make(chan struct{})}
}

// Recall fills the index with what is stored, as far back as it reaches. What an
// earlier run stored but did not get to group is grouped and told. Once that is
// done it does nothing; after an error it goes on where it failed.
func (s *Stories) Recall(ctx context.Context, tell func(feeds.Event)) error {
	defer s.try.Do(func() { close(s.tried) })
	if !s.full() {
		if err := s.restore(ctx); err != nil {
			return err
		}
		s.settle()
	}
	if !s.grouped {
		late, err := s.group(ctx)
		if err != nil {
			return err
		}
		s.grouped = true
		if len(late) > 0 {
			tell(feeds.ItemsLoaded{Items: late})
		}
	}
	return nil
}

// restore has the index take in what is stored while that is still being read.
func (s *Stories) restore(ctx context.Context) (err error) {
	ctx, stop := context.WithCancel(ctx)
	read := make(chan feeds.Item, readAhead)
	go func() {
		defer close(read)
		err = s.store.Replay(ctx, s.index.Reach(), func(it feeds.Item) {
			select {
			case read <- it:
			case <-ctx.Done():
			}
		})
	}()
	defer func() {
		stop()
		for range read { // also when the index panics: the reader ends first
			continue
		}
	}()
	for it := range read {
		s.index.Restore(it)
	}
	return err
}

// Retag has the index take new tags of stored items. It may be called from any
// goroutine. What comes while the index is filled is said again afterwards: it
// may have been filled with the old ones.
func (s *Stories) Retag(tags map[feeds.ItemID]feeds.Tags) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if !s.restored {
		s.retagged = append(s.retagged, tags)
	}
	s.index.Retag(tags)
}

// full says whether the index has been filled.
func (s *Stories) full() bool {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.restored
}

// settle ends the filling of the index.
func (s *Stories) settle() {
	s.mu.Lock()
	defer s.mu.Unlock()
	for _, tags := range s.retagged {
		s.index.Retag(tags)
	}
	s.restored, s.retagged = true, nil
}

// TakeIn has the index hold items as another copy of the program has stored
// them, and let go of those that are gone.
func (s *Stories) TakeIn(ctx context.Context, items []feeds.Item, gone []feeds.ItemID) error {
	for _, id := range gone {
		s.index.Remove(id)
	}
	for _, it := range items {
		if it.Summary == "" {
			var err error
			if it.Text, err = s.store.Text(ctx, it.ID); err != nil {
				return err
			}
		}
		s.index.Restore(it)
	}
	return nil
}

// Wait waits until Recall has ended for the first time, well or not: before, the
// index knows less than is stored.
func (s *Stories) Wait(ctx context.Context) error {
	select {
	case <-s.tried:
		return nil
	case <-ctx.Done():
		return ctx.Err()
	}
}

// group puts the stored items that are in no story into stories, and returns
// them.
func (s *Stories) group(ctx context.Context) (late []feeds.Item, err error) {
	late, err = s.store.Items(ctx, store.Query{Ungrouped: true})
	if err != nil || len(late) == 0 {
		return nil, err
	}
	slices.Reverse(late)
	kept, added := false, 0
	defer func() {
		for i := 0; !kept && i < added; i++ { // also when the index panics
			s.index.Remove(late[i].ID)
		}
	}()
	for i := range late {
		it := &late[i]
		if it.Text, err = s.store.Text(ctx, it.ID); err != nil {
			return nil, err
		}
		added++
		s.index.Add(it)
		it.Text = ""
	}
	err = s.store.SetStory(ctx, late)
	kept = err == nil
	return late, err
}

// Mend asks the index what better evidence has shown, keeps it, has the index
// carry it out and returns it. What could not be kept the index shows again the
// next time, unless what has come until then speaks against it.
func (s *Stories) Mend(ctx context.Context) ([]feeds.Move, error) {
	moves := s.index.Moves()
	if len(moves) == 0 {
		return nil, nil
	}
	if err := s.store.Move(ctx, moves); err != nil {
		return nil, err
	}
	s.index.Move(moves)
	return moves, nil
}
