package load

import (
	"context"

	"dateline/feeds"
)

// event says how one feed stands.
func event(h feeds.Health, saved []feeds.Item, news int) feeds.Event {
	if h.Failure != nil {
		return feeds.FeedFailed{Feed: h.Feed, Items: saved, New: news, Health: h}
	}
	return feeds.ItemsLoaded{Feed: h.Feed, Items: saved, New: news, Health: h}
}

// offline tells how each feed was known to stand, again when somebody asks.
func (w *work) offline(ctx context.Context) error {
	for {
		all := w.Health()
		w.tell(feeds.LoadStarted{Feeds: len(all)})
		for _, h := range all {
			w.tell(event(h, nil, 0))
		}
		w.tell(feeds.LoadFinished{})
		if w.once {
			return nil
		}
		select {
		case <-ctx.Done():
			return ctx.Err()
		case <-w.wake:
		}
	}
}

// open tells that a round begins.
func (w *work) open(r *round) {
	w.mu.Lock()
	w.rounds++
	w.mu.Unlock()
	w.tell(feeds.LoadStarted{Feeds: r.left})
	if r.left == 0 {
		w.finish(r)
	}
}

// leave takes one feed off a round, and tells when it was the last.
func (w *work) leave(r *round) {
	w.mu.Lock()
	r.left--
	over := r.left == 0
	w.mu.Unlock()
	if over {
		w.finish(r)
	}
}

func (w *work) finish(r *round) {
	if !r.silent {
		w.tell(r.done)
	}
	w.mu.Lock()
	w.rounds--
	w.mu.Unlock()
	w.poke()
}

func (w *work) tell(e feeds.Event) {
	w.telling.Lock()
	defer w.telling.Unlock()
	w.emit(e)
}
