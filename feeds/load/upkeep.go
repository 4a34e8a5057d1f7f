package load

import (
	"context"
	"errors"
	"time"

	"dateline/feeds"
	"dateline/feeds/store"
)

// When the store is looked after: some time after the start, and once a day of
// the clock on the wall, in small steps with rests between them, in which
// everybody else writes.
const (
	firstUpkeep = time.Minute
	upkeepEvery = 24 * time.Hour
	upkeepLook  = 10 * time.Minute // the clock on the wall goes on while a computer sleeps
	upkeepRest  = 100 * time.Millisecond
)

// Stock is the store as it is looked after.
type Stock interface {
	Sweep(context.Context, store.Retention, time.Time) (*store.Sweep, error)
	ForgetHistory(context.Context) error
	Shrink(context.Context) (more bool, err error)
	Rebuild(context.Context) error
	Check(context.Context) error
	State(ctx context.Context, key string) (string, error)
	SetState(ctx context.Context, key, value string) error
}

// tendedKey is the state that says when the store was last looked after.
const tendedKey = "tended"

// Upkeep keeps the store within bounds: it lets old stories go, gives room back,
// and looks for damage. One copy of the program does it.
type Upkeep struct {
	Store   Stock
	Stories *Stories
	Keep    store.Retention
	Open    func(feeds.StoryID) bool // the stories that the reader has before him stay
	Idle    func() bool              // nobody is reading: what takes seconds may be done
}

// Run looks after the store until ctx ends, and tells what is gone and what went
// wrong.
func (u Upkeep) Run(ctx context.Context, tell func(feeds.Event)) error {
	for next := wall().Add(firstUpkeep); rest(ctx, min(upkeepLook, max(next.Sub(wall()), 0))); {
		if now := wall(); now.Before(next) && next.Sub(now) <= upkeepEvery {
			continue
		}
		next = wall().Add(upkeepEvery)
		if err := u.Once(ctx, tell); err != nil && ctx.Err() == nil {
			tell(feeds.StoreFailed{Err: err})
		}
	}
	return nil
}

// IfDue looks after the store if nobody has done so for a day: where no copy of
// the program stays open somebody has to. A new store has its first day before it.
func (u Upkeep) IfDue(ctx context.Context, tell func(feeds.Event)) error {
	noted, err := u.Store.State(ctx, tendedKey)
	if err != nil {
		return err
	}
	last, err := time.Parse(time.RFC3339, noted)
	if err != nil {
		return u.note(ctx)
	}
	if wall().Sub(last).Abs() < upkeepEvery {
		return nil
	}
	if err := u.Stories.Recall(ctx, tell); err != nil {
		return err
	}
	return u.Once(ctx, tell)
}

// note notes that the store is looked after now.
func (u Upkeep) note(ctx context.Context) error {
	return u.Store.SetState(ctx, tendedKey, wall().Format(time.RFC3339))
}

// Once looks after the store now.
func (u Upkeep) Once(ctx context.Context, tell func(feeds.Event)) error {
	return errors.Join(u.note(ctx), u.sweep(ctx, tell), u.Store.ForgetHistory(ctx), u.shrink(ctx), u.rebuild(ctx), u.Store.Check(ctx))
}

// sweep lets go of what need not be kept.
func (u Upkeep) sweep(ctx context.Context, tell func(feeds.Event)) error {
	if err := u.Stories.Wait(ctx); err != nil {
		return err
	}
	s, err := u.Store.Sweep(ctx, u.Keep, wall())
	for more := true; more && err == nil; {
		var gone []feeds.ItemID
		if gone, more, err = s.Step(ctx, u.Open); err != nil {
			return err
		}
		if len(gone) > 0 {
			err = u.Stories.TakeIn(ctx, nil, gone)
			tell(feeds.StoreChanged{Gone: gone})
		}
		more = more && rest(ctx, upkeepRest)
	}
	return err
}

func (u Upkeep) shrink(ctx context.Context) error {
	for more, err := u.Store.Shrink(ctx); more || err != nil; more, err = u.Store.Shrink(ctx) {
		if err != nil || !rest(ctx, upkeepRest) {
			return err
		}
	}
	return nil
}

// rebuild has a store that cannot shrink written anew, if nobody is held up by it.
func (u Upkeep) rebuild(ctx context.Context) error {
	if !u.Idle() {
		return nil
	}
	return u.Store.Rebuild(ctx)
}

// rest waits, and says whether ctx goes on.
func rest(ctx context.Context, d time.Duration) bool {
	select {
	case <-ctx.Done():
		return false
	case <-time.After(d):
		return true
	}
}
