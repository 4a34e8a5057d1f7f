package load

import (
	"context"
	"slices"

	"dateline/feeds"
	"dateline/feeds/store"
)

// saveAll keeps what arrives, several visits at once if they have come
// meanwhile: a transaction costs the same for one and for three. It takes no
// more than batchItems, so that a mark of the reader's, which waits for its end,
// waits a blink.
func (w *work) saveAll(ctx context.Context) {
	for first := range w.arrived {
		batch, items := []arrival{first}, len(first.visit.Items)
		for more := true; more && items < batchItems; {
			select {
			case a, ok := <-w.arrived:
				if more = ok; ok {
					batch = append(batch, a)
					items += len(a.visit.Items)
				}
			default:
				more = false
			}
		}
		w.save(ctx, batch)
	}
}

// save keeps a batch and tells each visit of it. When the batch cannot be kept
// each visit is tried alone, so that a bad one costs only itself.
func (w *work) save(ctx context.Context, batch []arrival) {
	saved, news, err := w.keep(ctx, batch)
	switch {
	case err == nil:
		for i, a := range batch {
			w.settle(a.feed, a.visit, saved[i], news[i])
		}
		if grouped(batch) {
			w.mend(ctx)
		}
	case ctx.Err() != nil: // nothing was told, so nothing is lost
	case len(batch) > 1:
		for i := range batch {
			w.save(ctx, batch[i:i+1])
		}
	default:
		w.tell(feeds.StoreFailed{Err: err})
		w.unsaved(batch[0])
	}
}

// keep saves the visits of a batch.
func (w *work) keep(ctx context.Context, batch []arrival) (saved [][]feeds.Item, news []int, err error) {
	visits := make([]store.Visit, len(batch))
	for i, a := range batch {
		visits[i] = a.visit
	}
	err = spared("items could not be saved", func() (err error) {
		if grouped(batch) {
			err = w.parts.Recall(ctx, w.tell) // tried again if it failed
		}
		if err == nil {
			saved, news, err = w.parts.Save(ctx, visits)
		}
		return err
	})
	return saved, news, err
}

// grouped says whether what a batch brought has to do with stories. What has
// not is kept while they are recalled.
func grouped(batch []arrival) bool {
	return slices.ContainsFunc(batch, func(a arrival) bool { return len(a.visit.Items) > 0 })
}

// settle takes what a visit brought for known, and tells it.
func (w *work) settle(f *feed, v store.Visit, saved []feeds.Item, news int) {
	h := &v.Health
	h.Items += news
	for _, it := range saved {
		h.Newest = later(h.Newest, it.Published)
	}
	w.mu.Lock()
	r := f.round
	f.round = nil
	f.known = recall(f.Feed, store.Known{Health: *h, ETag: v.ETag, LastModified: v.LastModified, URL: v.URL}, h.LastTry)
	f.host = w.host(address(f.Feed, f.known.Health))
	r.done.Visited++
	r.done.New += news
	if h.Failure != nil {
		r.done.Failed++
	}
	w.mu.Unlock()
	w.tell(event(*h, saved, news))
	w.leave(r)
}

// unsaved takes over how the visit went, but not the validators: at the next
// visit the server must give the same items again.
func (w *work) unsaved(a arrival) {
	w.mu.Lock()
	old := a.feed.known
	w.mu.Unlock()
	a.visit.ETag, a.visit.LastModified = old.ETag, old.LastModified
	a.visit.Health.Failure = &feeds.Failure{Kind: feeds.FailUnsaved}
	w.settle(a.feed, a.visit, nil, 0)
}
