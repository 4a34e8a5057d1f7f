// Package retag keeps the tags of stored items true to the tables and to the
// reader's corrections. It tags what comes, says what a correction would change
// before it is kept, and tags the stored items anew when it is, or when the
// tables are newer than they are. It knows no rule of tagging and no file: the
// tagger does the one, main lends it the other. Stories keep their items.
package retag

import (
	"context"
	"encoding/json"
	"fmt"
	"maps"
	"slices"
	"strings"
	"sync"
	"sync/atomic"

	"dateline/feeds"
	"dateline/feeds/region"
	"dateline/feeds/store"
)

// Parts are what a Retagger works with.
type Parts struct {
	Store       *store.Store
	Feeds       []feeds.Feed
	Corrections feeds.Corrections                                // as they stand in the file
	Amend       func(feeds.Amendment) (feeds.Corrections, error) // changes the file and returns what stands in it then
	Version     string                                           // of the program: another one may tag otherwise
	Changed     func(map[feeds.ItemID]feeds.Tags)                // told of new tags once they are stored; nil: nobody is
}

// Retagger tags items. Its methods may be called from any goroutine.
type Retagger struct {
	parts   Parts
	homes   map[feeds.FeedID]string
	edition func() string // of the tables
	mu      sync.Mutex    // one change of stored tags at a time
	now     atomic.Pointer[rules]
}

// rules is what tags are made by.
type rules struct {
	tagger      *region.Tagger
	corrections feeds.Corrections
}

// with returns the rules with other corrections.
func (r *rules) with(all feeds.Corrections) *rules { return &rules{r.tagger.With(all), all} }

// The keys under which the store remembers.
const (
	waitingKey = "corrections" // those of an older store, to be written to the file
	taggedKey  = "tagged"      // what the stored items were tagged by
)

// New returns a Retagger, which builds its tables when the first item comes. It
// writes corrections to the file that an older Dateline kept in the store.
func New(ctx context.Context, p Parts) (*Retagger, error) {
	r := &Retagger{parts: p, homes: make(map[feeds.FeedID]string, len(p.Feeds)), edition: sync.OnceValue(region.Edition)}
	for _, f := range p.Feeds {
		r.homes[f.ID] = f.Home()
	}
	r.now.Store((&rules{tagger: region.New()}).with(p.Corrections))
	return r, r.takeOver(ctx)
}

// takeOver writes what waits in the store to the file. If the file cannot be
// written now, it counts all the same and waits for the next start.
func (r *Retagger) takeOver(ctx context.Context) error {
	text, err := r.parts.Store.State(ctx, waitingKey)
	if text == "" || err != nil {
		return err
	}
	var waiting feeds.Corrections
	if err := json.Unmarshal([]byte(text), &waiting); err != nil {
		return fmt.Errorf("read the corrections of the older store: %w", err)
	}
	step := feeds.Amendment{Added: waiting}
	all, unwritten := r.parts.Amend(step)
	if unwritten != nil {
		r.now.Store(r.now.Load().with(r.parts.Corrections.Amend(step)))
		return nil
	}
	r.now.Store(r.now.Load().with(all))
	return r.parts.Store.SetState(ctx, waitingKey, "")
}

// Saving is called before items are stored. If another copy of the program has
// tagged what is stored by other rules, it notes that not all of it will be, so
// that the next start tags all anew.
func (r *Retagger) Saving(ctx context.Context) error {
	was, err := r.parts.Store.State(ctx, taggedKey)
	if err != nil || was == "" || was == r.print(r.now.Load()) {
		return err
	}
	return r.parts.Store.SetState(ctx, taggedKey, "")
}

// Tag says what an item is about.
func (r *Retagger) Tag(it *feeds.Item) { it.Tags = r.now.Load().tagger.Tag(r.text(it)) }

// text is what the tags of an item come from.
func (r *Retagger) text(it *feeds.Item) region.Text {
	return region.Text{
		Title: it.Title, Summary: it.Summary, Body: it.Text, Categories: it.Categories, Place: it.Place, URL: it.URL,
		Language: it.Language, Home: r.home(it), Subject: feeds.SubjectOf(*it), Feed: it.Feed, At: it.Published,
	}
}

// home returns the country of the feed of an item. A feed that left the list
// is known by what its items were tagged with.
func (r *Retagger) home(it *feeds.Item) string {
	if home, listed := r.homes[it.Feed]; listed {
		return home
	}
	for _, t := range it.Tags.Countries {
		for _, e := range t.Why {
			if e.Field == feeds.FieldFeed {
				return t.Code
			}
		}
	}
	return ""
}

// Preview says for each choice of corrections what keeping it would do.
func (r *Retagger) Preview(ctx context.Context, choices [][]feeds.Correction) ([]feeds.Forecast, error) {
	now := r.now.Load()
	out, trials := make([]feeds.Forecast, len(choices)), make([]trial, len(choices))
	for i, choice := range choices {
		out[i].Amendment = now.corrections.Choose(choice)
		trials[i] = now.trial(out[i].Amendment, now.corrections.Amend(out[i].Amendment))
	}
	err := r.try(ctx, trials, func(i int, it feeds.Item, tags feeds.Tags) {
		if !alike(it.Tags, tags) {
			out[i].Items++
		}
	})
	return out, err
}

// Amend takes a step: the file first, then the stored items, a batch at a time.
// It returns the tags of the items that were changed. What another program has
// written to the file meanwhile counts from now on as well. Whatever comes
// between, and what was tagged before and is stored only now, follows at the
// next start. Once the file is written, only the store heeds ctx.
func (r *Retagger) Amend(ctx context.Context, step feeds.Amendment) (map[feeds.ItemID]feeds.Tags, error) {
	r.mu.Lock()
	defer r.mu.Unlock()
	// Before the file: a step that leads back to what the items were last tagged
	// by could be cut short as well.
	if err := r.parts.Store.SetState(context.WithoutCancel(ctx), taggedKey, ""); err != nil {
		return nil, err
	}
	all, err := r.parts.Amend(step)
	if err != nil {
		return nil, err
	}
	before := r.now.Load()
	after := before.with(all)
	r.now.Store(after)
	changed, err := r.follow(ctx, before, after)
	if err != nil {
		return changed, &feeds.LateError{Err: err}
	}
	return changed, nil
}

// follow tags the stored items anew that the step from one list of corrections
// to another is about.
func (r *Retagger) follow(ctx context.Context, before, after *rules) (map[feeds.ItemID]feeds.Tags, error) {
	var items []feeds.Item
	t := after.trial(before.corrections.To(after.corrections), after.corrections)
	err := r.try(ctx, []trial{t}, func(_ int, it feeds.Item, tags feeds.Tags) { items = append(items, retagged(it, tags)) })
	if err != nil {
		return nil, err
	}
	changed := make(map[feeds.ItemID]feeds.Tags, len(items))
	for some := range slices.Chunk(items, batch) {
		if err := r.set(ctx, some, changed); err != nil {
			return changed, err
		}
	}
	return changed, nil
}

// retagged returns what the store needs to know to give an item its new tags.
// Their evidence quotes the text of the item, which would be kept with it.
func retagged(it feeds.Item, tags feeds.Tags) feeds.Item {
	for _, t := range slices.Concat(tags.Countries, tags.Areas, tags.Denied) {
		for i := range t.Why {
			t.Why[i].Words = strings.Clone(t.Why[i].Words)
		}
	}
	return feeds.Item{ID: it.ID, Updated: it.Updated, Tags: tags}
}

// set stores the tags of items and adds what was stored to changed.
func (r *Retagger) set(ctx context.Context, items []feeds.Item, changed map[feeds.ItemID]feeds.Tags) error {
	if len(items) == 0 {
		return nil
	}
	set, err := r.parts.Store.SetTags(ctx, items)
	some := make(map[feeds.ItemID]feeds.Tags, len(set))
	for _, it := range set {
		some[it.ID] = it.Tags
	}
	maps.Copy(changed, some)
	if r.parts.Changed != nil && len(some) > 0 {
		r.parts.Changed(some)
	}
	return err
}
