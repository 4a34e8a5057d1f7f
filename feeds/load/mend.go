package load

import (
	"context"
	"fmt"

	"dateline/feeds"
)

// recallAll makes the stories known, before any item can be saved. If it fails,
// each batch of items tries again.
func (w *work) recallAll(ctx context.Context) {
	defer close(w.recalled)
	err := spared("stories could not be read", func() error { return w.parts.Recall(ctx, w.tell) })
	switch {
	case err == nil:
		w.mend(ctx)
	case ctx.Err() == nil:
		w.tell(feeds.StoreFailed{Err: err})
	}
}

// mend tells which stored items stand in other stories now. What cannot be kept
// is tried again after the next batch, and told once: the batches will tell more.
func (w *work) mend(ctx context.Context) {
	var moves []feeds.Move
	err := spared("stories could not be mended", func() (err error) {
		moves, err = w.parts.Mend(ctx)
		return err
	})
	switch {
	case len(moves) > 0:
		w.tell(feeds.StoriesChanged{Moves: moves})
	case err != nil && ctx.Err() == nil && !w.unmended:
		w.tell(feeds.StoreFailed{Err: err})
	}
	w.unmended = err != nil
}

// spared calls do; a panic is an error that says what could not be done.
func spared(what string, do func() error) (err error) {
	defer func() {
		if p := recover(); p != nil {
			err = fmt.Errorf("%s: %v", what, p)
		}
	}()
	return do()
}
