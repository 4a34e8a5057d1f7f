package cli

import (
	"cmp"
	"context"
	"iter"
	"slices"
	"time"

	"dateline/feeds"
)

// pageSize is how many items are read at once: most lists end within the first
// page.
const pageSize = 200

// listing finds what list prints. It reads no further than it is asked.
type listing struct {
	flags  listFlags
	lib    Library
	filter feeds.Filter
	feeds  map[feeds.FeedID]feeds.Feed
	since  time.Time
	now    time.Time
	order  feeds.Order
	quota  feeds.Quota
	held   map[string]int // stories that the quota left out, by the outlet
}

// show prints the first limit of rows, all if limit is 0.
func show[T any](rows iter.Seq2[T, error], limit int, print func(T) error) error {
	n := 0
	for row, err := range rows {
		if err != nil {
			return err
		}
		if err := print(row); err != nil {
			return err
		}
		if n++; n == limit {
			break
		}
	}
	return nil
}

// pages yields what q wants, page by page.
func (l listing) pages(ctx context.Context, q Query) iter.Seq2[[]feeds.Item, error] {
	return func(yield func([]feeds.Item, error) bool) {
		q.Since, q.Limit = l.since, pageSize
		for {
			page, err := l.lib.Items(ctx, q)
			if !yield(page, err) || err != nil || len(page) < pageSize {
				return
			}
			q.Before = page[len(page)-1]
		}
	}
}

// items yields the items that pass, newest first.
func (l listing) items(ctx context.Context) iter.Seq2[feeds.Item, error] {
	return func(yield func(feeds.Item, error) bool) {
		for page, err := range l.pages(ctx, Query{Unread: l.flags.unread}) {
			if err != nil {
				yield(feeds.Item{}, err)
				return
			}
			for _, it := range page {
				if l.filter.Match(it.Tags) && !yield(it, nil) {
					return
				}
			}
		}
	}
}

// stories yields the stories that pass, the latest updated first: that is
// the order in which their newest items come.
func (l listing) stories(ctx context.Context) iter.Seq2[*feeds.Story, error] {
	return func(yield func(*feeds.Story, error) bool) {
		met := map[feeds.StoryID]bool{}
		for page, err := range l.pages(ctx, Query{}) {
			var all []*feeds.Story
			if err == nil {
				all, err = l.whole(ctx, page, met)
			}
			if err != nil {
				yield(nil, err)
				return
			}
			for _, s := range all {
				wanted := l.filter.Match(s.Tags(l.feeds)) && (!l.flags.unread || s.Unread() || s.News() > 0)
				if wanted && !yield(s, nil) {
					return
				}
			}
		}
	}
}

// whole returns the stories of a page that were not met before, with all their
// items: who tells a story, and who told it first, does not hang on how much of
// it was asked for.
func (l listing) whole(ctx context.Context, page []feeds.Item, met map[feeds.StoryID]bool) ([]*feeds.Story, error) {
	var out []*feeds.Story
	var ids []feeds.StoryID
	for _, it := range page {
		id := cmp.Or(it.Story, feeds.StoryID(it.ID))
		if met[id] {
			continue
		}
		met[id] = true
		ids = append(ids, id)
		out = append(out, &feeds.Story{ID: id, Items: []feeds.Item{it}})
	}
	if len(ids) == 0 {
		return nil, nil
	}
	items, err := l.lib.Items(ctx, Query{Stories: ids})
	for _, it := range items {
		// Another process may have merged a story since the page was read.
		if i := slices.Index(ids, it.Story); i >= 0 {
			out[i].Put(it)
		}
	}
	return out, err
}
