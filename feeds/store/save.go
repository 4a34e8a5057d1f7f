package store

import (
	"context"
	"database/sql"
	"maps"
	"slices"
	"time"

	"dateline/feeds"
)

// Grouper puts items into stories while they are saved. Add sets Story and
// Join of an item that has its ID and no story; one that has a story stays in
// it, and is read anew because its title, summary or text changed. Of both it
// says whose text they are in Wire, Sketch and Copy. Remove forgets an item that
// could not be kept after all, or was never added. Add is called from one goroutine
// at a time, and changes nothing else of an item: its words are stored meanwhile.
type Grouper interface {
	Add(*feeds.Item)
	Remove(feeds.ItemID)
}

// Save keeps visits to different feeds in one transaction and returns for each of
// them the items that are new or changed, as they are stored but without Text, and
// how many of those are new. An item that was seen before (same Feed and Key) and says
// the same changes nothing; one that only has the Key of another is new, and one
// that only has another Key than before is not. If its title, summary, text or address changed, it
// is brought up to date but keeps ID, Published, Seen, marks and story. A new
// address alone does not make it Updated. One that a Sweep has let go of is not
// new. A nil g groups nothing.
func (s *Store) Save(ctx context.Context, visits []Visit, g Grouper) (saved [][]feeds.Item, news []int, err error) {
	if g == nil {
		g = noGrouper{}
	}
	prepared, err := s.statements(ctx)
	if err != nil {
		return nil, nil, s.worded(err)
	}
	sv := &saver{grouper: g, met: map[entry]bool{}, twins: map[twin]bool{}, blank: map[feeds.FeedID]bool{}}
	defer func() {
		if !sv.done {
			sv.forget() // also when the grouper panics
		}
	}()
	err = s.write(ctx, func(tx *sql.Tx) error {
		if err := sv.begin(ctx, tx, prepared); err != nil {
			return err
		}
		all, err := sv.sift(ctx, visits)
		if err != nil {
			return err
		}
		saved, news, err = sv.keep(ctx, all)
		return err
	})
	sv.done = err == nil
	if err != nil {
		return nil, nil, err
	}
	return saved, news, nil
}

type noGrouper struct{}

func (noGrouper) Add(*feeds.Item)     {}
func (noGrouper) Remove(feeds.ItemID) {}

// saver is one transaction of Save.
type saver struct {
	bound
	grouper Grouper
	next    feeds.ItemID
	added   []feeds.ItemID
	changed []feeds.Item // as they were before
	done    bool

	pruned bool                  // something was let go of, in its time
	blank  map[feeds.FeedID]bool // whether nothing of a feed was stored before, as far as asked
	met    map[entry]bool        // what the visits have brought
	twins  map[twin]bool         // what of it is new
}

// begin looks how far the store has come. No other writer can come between: so
// the next ID is known before the item is stored, and grouping needs no second
// write.
func (sv *saver) begin(ctx context.Context, tx *sql.Tx, prepared statements) error {
	sv.bound = prepared.within(ctx, tx)
	return sv.ask(ctx, howFar, nil, &sv.next, &sv.pruned)
}

// forget has the grouper know what is stored, and nothing else.
func (sv *saver) forget() {
	for _, id := range sv.added {
		sv.grouper.Remove(id)
	}
	for _, old := range slices.Backward(sv.changed) {
		sv.grouper.Add(&old)
	}
}

// keep stores what was found, and returns for each visit what Save does. What
// takes longest goes on at once: the grouper thinks while the words are stored.
// These come all before the first item, for a step like that, which may have to
// be taken back by itself, has the index of words write all that it has gathered.
func (sv *saver) keep(ctx context.Context, all []found) (saved [][]feeds.Item, news []int, err error) {
	g := sv.group(all)
	defer g.end()
	if err := sv.words(ctx, all); err != nil {
		return nil, nil, err
	}
	saved, news = make([][]feeds.Item, len(all)), make([]int, len(all))
	for i, f := range all {
		g.wait()
		if saved[i], news[i], err = sv.found(ctx, f); err != nil {
			return nil, nil, err
		}
	}
	if err := sv.reindex(ctx, all); err != nil {
		return nil, nil, err
	}
	return saved, news, sv.hours(ctx, all)
}

// words has the new items found by their words.
func (sv *saver) words(ctx context.Context, all []found) error {
	for _, f := range all {
		for _, p := range f.pieces {
			if p.old != nil {
				continue
			}
			if err := sv.do(ctx, addWords, p.ID, words(p.Title), words(p.Summary), words(p.Text)); err != nil {
				return err
			}
		}
	}
	return nil
}

// reindex has the changed items found by their new words.
func (sv *saver) reindex(ctx context.Context, all []found) error {
	for _, f := range all {
		for _, p := range f.pieces {
			if p.old == nil {
				continue
			}
			if err := reindex(ctx, sv.tx, p.ID); err != nil {
				return err
			}
		}
	}
	return nil
}

// found stores what was found in one visit, and returns the items as they are
// stored and how many of them are new.
func (sv *saver) found(ctx context.Context, f found) (saved []feeds.Item, news int, err error) {
	if err := sv.lead(ctx, f.pieces); err != nil {
		return nil, 0, err
	}
	var newest time.Time
	for _, p := range f.pieces {
		if p.old == nil {
			news++
			newest = later(newest, p.Published)
		}
		if err := sv.store(ctx, p); err != nil {
			return nil, 0, err
		}
		p.Text = ""
		saved = append(saved, p.Item)
	}
	if err := sv.visited(ctx, &f.Health, news); err != nil {
		return nil, 0, err
	}
	return saved, news, sv.visit(ctx, f.Visit, news, newest)
}

// lead puts new items of a story that another process has found to be one with
// another into that one.
func (sv *saver) lead(ctx context.Context, pieces []*piece) error {
	of := map[feeds.StoryID][]*piece{}
	for _, p := range pieces {
		if p.old == nil {
			of[p.Story] = append(of[p.Story], p)
		}
	}
	if len(of) == 0 {
		return nil
	}
	return sv.each(ctx, findMerged, func(rows *sql.Rows) error {
		var was, now feeds.StoryID
		err := rows.Scan(&was, &now)
		for _, p := range of[was] {
			p.Story = now
		}
		return err
	}, list(slices.Collect(maps.Keys(of))))
}

// store stores what is new of an item, apart from its words.
func (sv *saver) store(ctx context.Context, p *piece) error {
	if p.old != nil {
		return sv.update(ctx, p)
	}
	if err := sv.do(ctx, addItem, fields(&p.Item)...); err != nil || p.Text == "" {
		return err
	}
	return sv.do(ctx, setText, p.ID, p.Text)
}

func later(a, b time.Time) time.Time {
	if b.After(a) {
		return b
	}
	return a
}
