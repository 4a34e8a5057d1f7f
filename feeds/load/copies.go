package load

import (
	"context"
	"errors"
	"time"

	"dateline/feeds"
	"dateline/feeds/store"
)

// lookElsewhere is how often is looked at what another copy of the program has
// stored.
const lookElsewhere = 2 * time.Second

// Shared is the store as several copies of the program share it.
type Shared interface {
	Elsewhere(context.Context) (changed []feeds.Item, gone []feeds.ItemID, err error)
	Visits(context.Context) (map[feeds.FeedID]store.Known, error)
}

// Follow tells what other copies of the program store, until ctx ends. The
// stories and the loader learn it first.
func (l *Loader) Follow(ctx context.Context, s Shared, stories *Stories, tell func(feeds.Event)) error {
	for stories.Wait(ctx) == nil {
		l.tick() // a loader that waits for its turn does not look
		if err := l.Look(ctx, s, stories, tell); err != nil {
			return err
		}
		select {
		case <-ctx.Done():
		case <-time.After(lookElsewhere):
		}
	}
	return nil
}

// How often is looked at what the reader has before him, and how often it is noted
// again.
const (
	lookAtScreen = 10 * time.Second
	noteAgain    = 12 * time.Hour
)

// Note notes in the store which story the reader has before him, until ctx ends:
// the copy that lets old stories go lets it stay. What could not be noted is
// tried again.
func Note(ctx context.Context, show func(context.Context, feeds.StoryID, time.Time) error, shown func() feeds.StoryID) {
	noted, at := feeds.StoryID(0), wall()
	for rest(ctx, lookAtScreen) {
		id, now := shown(), wall()
		if id == noted && now.Sub(at).Abs() < noteAgain {
			continue
		}
		if show(ctx, id, now) == nil {
			noted, at = id, now
		}
	}
}

// Look tells what other copies have stored since the last look. The stories must
// have been recalled.
func (l *Loader) Look(ctx context.Context, s Shared, stories *Stories, tell func(feeds.Event)) error {
	l.looking.Lock()
	defer l.looking.Unlock()
	items, gone, err := s.Elsewhere(ctx)
	if err != nil || len(items)+len(gone) == 0 {
		return err
	}
	health, unlearned := l.Learn(ctx, s)
	err = errors.Join(unlearned, stories.TakeIn(ctx, items, gone))
	tell(feeds.StoreChanged{Items: items, Gone: gone, Health: health})
	return err
}

// Learn takes over what the store knows of visits that were made by other
// copies, and returns what was not known here. Times that have not come yet are
// from before the clock was set back: they are known.
func (l *Loader) Learn(ctx context.Context, s Shared) ([]feeds.Health, error) {
	known, err := s.Visits(ctx)
	if err != nil {
		return nil, err
	}
	l.mu.Lock()
	defer l.mu.Unlock()
	var news []feeds.Health
	now := l.clock()
	for _, f := range l.feeds {
		k, visited := known[f.ID]
		if !visited || f.round != nil || !k.Health.LastTry.After(f.known.Health.LastTry) || k.Health.LastTry.After(now) {
			continue
		}
		f.known = recall(f.Feed, k, now)
		f.host = l.host(address(f.Feed, f.known.Health))
		l.heed(f.host, f.known.Health)
		news = append(news, f.known.Health)
	}
	return news, nil
}
