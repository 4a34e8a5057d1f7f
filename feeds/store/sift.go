package store

import (
	"context"
	"database/sql"
	"errors"
	"time"

	"dateline/feeds"
)

// found is a visit and what of its items is to be stored.
type found struct {
	*Visit
	pieces []*piece
}

// piece is an item that is new or says something new. But for what the grouper
// has to say it is as it will be stored.
type piece struct {
	feeds.Item
	old  *feeds.Item // as it is stored; nil if the item is new
	told bool        // more than its address is another
}

// entry is how a feed names an item.
type entry struct {
	feed feeds.FeedID
	key  string
}

// twin is what two entries have in common that are one item.
type twin struct {
	feed       feeds.FeedID
	published  int64
	url, title string
}

// sift finds what visits have brought that is not stored. Of two items with one
// key the first counts: else each visit would turn the one into the other and
// back.
func (sv *saver) sift(ctx context.Context, visits []Visit) ([]found, error) {
	all := make([]found, len(visits))
	for i := range visits {
		all[i].Visit = &visits[i]
		for _, it := range visits[i].Items {
			e := entry{it.Feed, it.Key}
			if sv.met[e] {
				continue
			}
			sv.met[e] = true
			p := &piece{Item: it}
			news, err := sv.news(ctx, p)
			if err != nil {
				return nil, err
			}
			if news {
				all[i].pieces = append(all[i].pieces, p)
			}
		}
	}
	return all, nil
}

// news says whether p is new or says something new, and makes it what is to be
// stored.
func (sv *saver) news(ctx context.Context, p *piece) (bool, error) {
	old, err := sv.stored(ctx, &p.Item)
	switch {
	case err != nil:
		return false, err
	case old == nil:
		known, err := sv.known(ctx, &p.Item)
		if known || err != nil {
			return false, err
		}
		sv.enter(&p.Item)
		return true, nil
	}
	p.told = p.Title != old.Title || p.Summary != old.Summary || p.Text != old.Text
	if !p.told && p.URL == old.URL {
		return false, nil
	}
	return true, sv.amend(ctx, p, old)
}

// stored returns what is known of the stored item that it is, nil if it is none.
// If its key is that of another item, it gets one of its own.
func (sv *saver) stored(ctx context.Context, it *feeds.Item) (*feeds.Item, error) {
	if blank, err := sv.nothingOf(ctx, it.Feed); blank || err != nil {
		return nil, err
	}
	var old feeds.Item
	reused := reusedKey(it)
	err := sv.ask(ctx, findItem, []any{it.Feed, it.Key, reused},
		&old.ID, &old.Key, &old.Title, &old.Summary, &old.URL, (*moment)(&old.Published), &old.Text)
	switch {
	case errors.Is(err, sql.ErrNoRows):
		return nil, nil
	case err != nil:
		return nil, err
	case old.Key == reused:
		it.Key = reused
	case another(&old, it):
		it.Key = reused
		return nil, nil
	}
	return &old, nil
}

// nothingOf says whether nothing of a feed was stored before.
func (sv *saver) nothingOf(ctx context.Context, feed feeds.FeedID) (blank bool, err error) {
	blank, asked := sv.blank[feed]
	if !asked {
		err = sv.ask(ctx, findFeed, []any{feed}, &blank)
		sv.blank[feed] = blank
	}
	return blank, err
}

// known says of an item of an unknown key whether it was there and was dropped,
// or its feed has told it by another key: then page, headline and time are the
// same.
func (sv *saver) known(ctx context.Context, it *feeds.Item) (known bool, err error) {
	if sv.pruned {
		known, err = sv.dropped(ctx, it)
	}
	t := twinOf(it)
	if known || err != nil || it.URL == "" || it.Date != feeds.DateGiven {
		return known, err
	}
	if sv.twins[t] || sv.blank[it.Feed] {
		return sv.twins[t], nil
	}
	err = sv.ask(ctx, findTwin, []any{t.published, t.feed, t.url, t.title}, &known)
	return known, err
}

// dropped says whether a Sweep has let go of it, and not of another item that had
// its key: one that stands on another page and is of a later time.
func (sv *saver) dropped(ctx context.Context, it *feeds.Item) (known bool, err error) {
	var at time.Time
	err = sv.ask(ctx, findDropped, []any{
		printOf(it.Feed, it.Key), pagePrint(it.Feed, it.Key, it.URL), pagePrint(it.Feed, it.Key, ""), printOf(it.Feed, reusedKey(it)),
	}, (*moment)(&at), &known)
	later := it.URL != "" && it.Date == feeds.DateGiven && it.Published.After(at)
	return known || !at.IsZero() && !later, err
}

func twinOf(it *feeds.Item) twin {
	return twin{it.Feed, stamp(kept(it.Published)), it.URL, it.Title}
}

// enter makes it a new item.
func (sv *saver) enter(it *feeds.Item) {
	it.ID, it.Story, it.Join = sv.next, 0, feeds.Join{}
	it.Published, it.Seen, it.Updated = kept(it.Published), kept(it.Seen), kept(it.Updated)
	sv.next++
	sv.added = append(sv.added, it.ID)
	sv.twins[twinOf(it)] = true
}
