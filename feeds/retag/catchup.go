package retag

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"fmt"

	"dateline/feeds"
	"dateline/feeds/region"
	"dateline/feeds/store"
)

// batch is how many items are tagged anew at a time: what else wants to write
// waits a blink.
const batch = 500

// CatchUp tags all stored items anew if tables or corrections are others than
// when it last did, and tells of what it has changed. It may take seconds; a
// run that is cut short is made again at the next start.
func (r *Retagger) CatchUp(ctx context.Context, emit func(feeds.Event)) error {
	was, err := r.parts.Store.State(ctx, taggedKey)
	if err != nil || was == r.print(r.now.Load()) {
		return err
	}
	for last, more := feeds.ItemID(0), true; more; {
		if last, more, err = r.catchUp(ctx, last, emit); err != nil {
			return err
		}
	}
	r.mu.Lock()
	defer r.mu.Unlock()
	return r.parts.Store.SetState(ctx, taggedKey, r.print(r.now.Load()))
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
				it.Tags = tags
				items = append(items, it)
			}
		})
		return nil
	})
	if err != nil {
		return last, false, err
	}
	changed, err := r.set(ctx, items)
	if len(changed) > 0 {
		emit(feeds.TagsChanged{Tags: changed})
	}
	return last, read == batch, err
}

// print names what tags are made by: the same print, the same tags.
func (r *Retagger) print(by *rules) string {
	sum := sha256.New()
	_, _ = fmt.Fprintf(sum, "%s %s\n", r.parts.Version, region.Edition()) // a hash takes everything
	for _, c := range by.corrections {
		_, _ = fmt.Fprintf(sum, "%s\t%s\t%s\n", c.Scope, c.Subject, c.Mark())
	}
	return hex.EncodeToString(sum.Sum(nil))
}
