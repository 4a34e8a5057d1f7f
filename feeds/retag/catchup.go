package retag

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"fmt"

	"dateline/feeds"
	"dateline/feeds/store"
)

// batch is how many items are tagged anew at a time: what else wants to write
// waits a blink.
const batch = 500

// CatchUp tags all stored items anew if tables or corrections are others than
// when it last did, and tells of what it has changed. It may take seconds; a
// run that is cut short is made again at the next start.
func (r *Retagger) CatchUp(ctx context.Context, emit func(feeds.Event)) error {
	began := r.now.Load()
	was, err := r.parts.Store.State(ctx, taggedKey)
	if err != nil || was == r.print(began) {
		return err
	}
	for last, more := feeds.ItemID(0), true; more; {
		if last, more, err = r.catchUp(ctx, last, emit); err != nil {
			return err
		}
	}
	r.mu.Lock()
	defer r.mu.Unlock()
	if r.now.Load() != began {
		return nil // what an amendment meanwhile has missed follows at the next start
	}
	return r.parts.Store.SetState(ctx, taggedKey, r.print(began))
}

// catchUp tags the next items above last, and returns the last of them and
// whether there may be more.
func (r *Retagger) catchUp(ctx context.Context, last feeds.ItemID, emit func(feeds.Event)) (feeds.ItemID, bool, error) {
	r.mu.Lock()
	defer r.mu.Unlock()
	tagger := r.now.Load().tagger
	read := 0
	var items []feeds.Item
	err := r.parts.Store.Sources(ctx, store.Query{Above: last, Limit: batch}, func(it feeds.Item) error {
		read, last = read+1, it.ID
		spare(func() {
			if tags := tagger.Tag(r.text(&it)); !equal(it.Tags, tags) {
				items = append(items, retagged(it, tags))
			}
		})
		return nil
	})
	if err != nil {
		return last, false, err
	}
	changed := make(map[feeds.ItemID]feeds.Tags, len(items))
	err = r.set(ctx, items, changed)
	if len(changed) > 0 {
		emit(feeds.TagsChanged{Tags: changed})
	}
	return last, read == batch, err
}

// print names what tags are made by: the same print, the same tags.
func (r *Retagger) print(by *rules) string {
	sum := sha256.New()
	_, _ = fmt.Fprintf(sum, "%s %s\n", r.parts.Version, r.edition()) // a hash takes everything
	for _, c := range by.corrections {
		_, _ = fmt.Fprintf(sum, "%s\t%s\t%s\n", c.Scope, c.Subject, c.Mark())
	}
	return hex.EncodeToString(sum.Sum(nil))
}
