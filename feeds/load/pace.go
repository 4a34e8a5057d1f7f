package load

import (
	"cmp"
	"time"

	"dateline/feeds"
)

const day = 24 * time.Hour

// Every number of the loader.
const (
	defaultEvery   = 15 * time.Minute // between visits to a feed
	leastEvery     = time.Minute      // no feed is asked more often by itself
	mostWish       = 6 * time.Hour    // a feed that wants to be asked less often is believed up to this
	mostRest       = 60 * time.Hour   // likewise one that rests: over a weekend
	punctual       = time.Minute      // so much before its time a feed counts as due in a Round
	spread         = 0.1              // visits come later by up to this part, so that feeds do not march in step
	defaultWorkers = 32               // visits at once
	hostVisits     = 2                // visits at once to one server
	largeAtOnce    = 2                // large answers under way at once
	waitingLarge   = 16               // that wait, before they keep others from being asked
	largeReads     = 1                // of them are made items of at once
	reads          = 4                // of all others; more would not be quicker
	lookAgain      = 15 * time.Second // longest wait before the clock is read again
	trusted        = 5 * time.Second  // for so long after an answer the network is taken to be there
	lostHosts      = 4                // hosts that cannot be reached, for the network to be away
	strangeHosts   = 2                // of them, in whose place one stranger answers, for it to be the network's own
	mostDoubt      = 3 * time.Second  // then it is decided whether the network is away
	probeEvery     = 15 * time.Second // while it is away, one feed is tried
	learnVisits    = 3                // that were sent to another address, before the feed is asked there
	learnAfter     = 2 * day          // so long after the first of them
	relearnAfter   = 30 * day         // after which its own address has to say it again
	askAgain       = time.Minute      // after which a password is asked for again that could not be had
	leastJump      = time.Minute      // what a clock jumps less is not looked at
	awakeWidth     = 4                // visits at once after a sleep
	maxDetail      = 200              // bytes of what a panic says
	batchItems     = 100              // a transaction takes no further visit when it has so many items
	readAhead      = 256              // stored items that are read before the index has taken in those before
	usualVisits    = 8                // of which the mean duration is made
	leastDates     = 4                // from so many it is told how often a feed publishes
	silentPart     = 8                // a feed whose newest item is so many days old publishes once a day
)

// paces says how often a feed is asked that publishes seldom, the most seldom
// first. What publishes more often than all of them is asked as often as set.
var paces = []struct{ publish, every time.Duration }{
	{7 * day, 6 * time.Hour},
	{2 * day, 3 * time.Hour},
	{12 * time.Hour, time.Hour},
	{4 * time.Hour, 30 * time.Minute},
}

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
		feeds.FailGone:        {day, 7 * day},
	}
)

// waiting is a wait and its reason.
type waiting struct {
	long time.Duration
	why  feeds.Wait
}

// or returns the longer one of two, w if they are the same.
func (w waiting) or(long time.Duration, why feeds.Wait) waiting {
	if long > w.long {
		return waiting{long, why}
	}
	return w
}

// pause returns how long to wait after a good visit at now: as often as set, or
// longer if the feed publishes seldom, or if it or its server wished so. How
// often a feed is asked for which the reader has set that is not for us to say.
func (l *Loader) pause(f feeds.Feed, h feeds.Health, fresh time.Duration, now time.Time) waiting {
	w := waiting{l.every(f), feeds.WaitUsual}
	if f.Every == 0 {
		w = w.or(seldom(h, now), feeds.WaitSeldom)
	}
	return w.or(min(max(h.Wish, fresh), mostWish), feeds.WaitWish)
}

// every returns how often f is to be asked.
func (l *Loader) every(f feeds.Feed) time.Duration {
	return max(cmp.Or(f.Every, l.options.Every), leastEvery)
}

// seldom returns how often to ask a feed that publishes as h says: as its last
// items did, or more seldom if it has fallen silent.
func seldom(h feeds.Health, now time.Time) time.Duration {
	publish := h.Publish
	if !h.Newest.IsZero() {
		publish = max(publish, now.Sub(h.Newest)/silentPart)
	}
	for _, p := range paces {
		if publish >= p.publish {
			return p.every
		}
	}
	return 0
}

// backoff returns how long to wait after the nth failure in a row: never less
// than the server asked for.
func backoff(f *feeds.Failure, n int, every time.Duration) waiting {
	p, ok := patiences[f.Kind]
	if !ok {
		p = calm
	}
	wait, most := cmp.Or(p.first, every), max(p.most, every)
	for i := 1; i < n && wait < most; i++ {
		wait *= 2
	}
	w := waiting{min(wait, most), feeds.WaitFailure}
	if f.Kind == feeds.FailGone {
		w.why = feeds.WaitGone
	}
	return w.or(f.Retry, feeds.WaitOrder)
}

// jitter makes wait longer by chance, never shorter.
func jitter(wait time.Duration, random float64) time.Duration {
	return wait + time.Duration(float64(wait)*spread*random)
}

// awake returns the first time from t on at which the feed does not rest; t if
// there is none within what a feed may ask for.
func awake(r feeds.Rest, t time.Time) time.Time {
	at := t
	for r.Covers(at) {
		at = at.Truncate(time.Hour).Add(time.Hour)
		if at.Sub(t) > mostRest {
			return t
		}
	}
	return at
}
