package retag

import (
	"context"
	"runtime"
	"slices"
	"strings"
	"sync"

	"dateline/feeds"
	"dateline/feeds/region"
	"dateline/feeds/store"
)

// trial is a step that is tried on the stored items.
type trial struct {
	rows   feeds.Corrections // what the step adds or removes
	about  *region.Tagger    // knows these rows alone: it tells which items they are about
	tagger *region.Tagger    // tags as it will be after the step
}

// trial returns the trial of a step that leads to all.
func (r *rules) trial(step feeds.Amendment, all feeds.Corrections) trial {
	rows := step.Rows()
	return trial{rows, r.tagger.With(rows), r.tagger.With(all)}
}

// try calls found, never twice at once, for each stored item and each trial
// that would give it other tags.
func (r *Retagger) try(ctx context.Context, trials []trial, found func(i int, it feeds.Item, tags feeds.Tags)) error {
	var rows feeds.Corrections
	for _, t := range trials {
		rows = append(rows, t.rows...)
	}
	about := r.now.Load().tagger.With(rows)
	var mu sync.Mutex
	return r.candidates(ctx, rows, func(it feeds.Item) {
		text := r.text(&it)
		if !about.Corrects(text) {
			return
		}
		for i, t := range trials {
			if !t.about.Corrects(text) {
				continue
			}
			if tags := t.tagger.Tag(text); !equal(it.Tags, tags) {
				mu.Lock()
				found(i, it, tags)
				mu.Unlock()
			}
		}
	})
}

// candidates calls look, from several goroutines at once, for each stored item
// that a row may be about: those of its story or feed, but for words all.
func (r *Retagger) candidates(ctx context.Context, rows feeds.Corrections, look func(feeds.Item)) error {
	const chunk = 200
	work := make(chan []feeds.Item)
	var looking sync.WaitGroup
	for range runtime.GOMAXPROCS(0) {
		looking.Go(func() {
			for items := range work {
				for _, it := range items {
					spare(func() { look(it) })
				}
			}
		})
	}
	var err error
	known := map[feeds.ItemID]bool{}
	for _, q := range queries(rows) {
		var items []feeds.Item
		err = r.parts.Store.Sources(ctx, q, func(it feeds.Item) error {
			if known[it.ID] {
				return nil
			}
			known[it.ID] = true
			if items = append(items, it); len(items) == chunk {
				work <- items
				items = nil
			}
			return nil
		})
		if err != nil {
			break
		}
		work <- items
	}
	close(work)
	looking.Wait()
	return err
}

// spare runs do. A panic is a fault that one item brought to light: it keeps its
// tags, and the others have theirs.
func spare(do func()) {
	defer func() { _ = recover() }()
	do()
}

// queries returns what to ask the store for.
func queries(rows feeds.Corrections) []store.Query {
	if slices.ContainsFunc(rows, func(c feeds.Correction) bool { return c.Scope == feeds.ScopeAlias }) {
		return []store.Query{{}}
	}
	urls, from := store.Query{URLs: []string{}}, store.Query{Feeds: []feeds.FeedID{}}
	for _, c := range rows {
		feed, _, _ := strings.Cut(c.Subject, " ") // of an item without address
		if c.Scope == feeds.ScopeStory && strings.Contains(c.Subject, "://") {
			urls.URLs = append(urls.URLs, c.Subject)
		} else {
			from.Feeds = append(from.Feeds, feeds.FeedID(feed))
		}
	}
	return []store.Query{urls, from}
}

// equal says whether tags are the same to the last reason.
func equal(a, b feeds.Tags) bool {
	same := func(a, b feeds.Tag) bool {
		return a.Code == b.Code && a.About == b.About && a.Weight == b.Weight && slices.Equal(a.Why, b.Why)
	}
	return slices.EqualFunc(a.Countries, b.Countries, same) && slices.EqualFunc(a.Areas, b.Areas, same) &&
		slices.EqualFunc(a.Denied, b.Denied, same)
}

// alike says whether tags are the same to a reader who does not ask why.
func alike(a, b feeds.Tags) bool {
	return slices.Equal(shown(a.Countries), shown(b.Countries)) && slices.Equal(shown(a.Areas), shown(b.Areas))
}

func shown(tags []feeds.Tag) []string {
	out := make([]string, len(tags))
	for i, t := range tags {
		out[i] = t.Code
		if t.About {
			out[i] += " about"
		}
	}
	slices.Sort(out)
	return out
}
