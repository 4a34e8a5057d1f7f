package load

import (
	"time"

	"dateline/feeds"
)

// Every number of the loader.
const (
	defaultEvery   = 15 * time.Minute // between visits to a feed
	leastEvery     = time.Minute      // no feed is asked more often by itself
	mostWish       = 6 * time.Hour    // a feed that wants to be asked less often is believed up to this
	spread         = 0.1              // visits come later by up to this part, so that feeds do not march in step
	defaultWorkers = 32               // visits at once
	hostVisits     = 2                // visits at once to one host
	lookAgain      = time.Minute      // longest wait before the clock is read again
	maxDetail      = 200              // bytes of what a panic says
	batchItems     = 20               // a transaction takes no further visit when it has so many items
)

// patience is the wait after the first failure, which doubles with each
// further one until it is most. A zero first is the feed's own interval; most
// is never below that.
type patience struct{ first, most time.Duration }

// patiences says how long to wait after which failure; calm is for all others.
// What may be a fault of our own network is tried again soon.
var (
	calm      = patience{0, 12 * time.Hour}
	patiences = map[feeds.FailureKind]patience{
		feeds.FailDNS:         {time.Minute, 30 * time.Minute},
		feeds.FailConnect:     {time.Minute, 30 * time.Minute},
		feeds.FailTimeout:     {time.Minute, 30 * time.Minute},
		feeds.FailBroken:      {time.Minute, 30 * time.Minute},
		feeds.FailServer:      {5 * time.Minute, 2 * time.Hour},
		feeds.FailRateLimited: {time.Hour, 12 * time.Hour},
		feeds.FailGone:        {24 * time.Hour, 24 * time.Hour},
	}
)

// pause returns how long to wait after a good visit: the feed's own interval,
// or longer if the feed or its server wished so.
func pause(every, wish time.Duration) time.Duration {
	return max(every, leastEvery, min(wish, mostWish))
}

// backoff returns how long to wait after the nth failure in a row: never less
// than the server asked for.
func backoff(f *feeds.Failure, n int, every time.Duration) time.Duration {
	p, ok := patiences[f.Kind]
	if !ok {
		p = calm
	}
	wait, most := p.first, max(p.most, every)
	if wait == 0 {
		wait = pause(every, 0)
	}
	for i := 1; i < n && wait < most; i++ {
		wait *= 2
	}
	return max(min(wait, most), f.Retry)
}

// jitter makes wait longer by chance, never shorter.
func jitter(wait time.Duration, random float64) time.Duration {
	return wait + time.Duration(float64(wait)*spread*random)
}
