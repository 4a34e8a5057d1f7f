// Package load is the background loader: it knows which feed is due, visits it
// one step after the other, and tells one event a visit.
//
//	                 ┌▶ visit: Get, Parse, Tag ─┐
//	Run: who is due? ┼▶ visit: Get, Parse, Tag ─┼▶ saver: Save all that came, Mend ─▶ emit
//	      ▲          └▶ visit: Get, Parse, Tag ─┘          │
//	      └────────────── when to ask again ───────────────┘
//
// Recall goes on beside the first visits; those that bring items wait for it.
//
// It owns all scheduling and retrying: no other room asks a feed, and no room
// below it asks twice. What it tells is stored before. It knows nothing of
// screens; main wires the rooms into it and hands its events on.
package load

import (
	"cmp"
	"context"
	"math/rand/v2"
	"net/url"
	"sync"
	"sync/atomic"
	"time"

	"dateline/feeds"
	"dateline/feeds/fetch"
	"dateline/feeds/parse"
	"dateline/feeds/store"
)

// Parts are what the loader works with. The first three and Password, which may
// be nil if no feed has a login, are called from many goroutines at once, the
// others never twice at once, but for visits without items: these are saved beside
// Recall and Mend. For the three see Stories.
type Parts struct {
	Get    func(context.Context, fetch.Request) (fetch.Response, error)
	Parse  func(body []byte, src parse.Source) (parse.Result, error)
	Tag    func(feeds.Feed, *feeds.Item) // fills Tags, Place and Wire
	Recall func(context.Context, func(feeds.Event)) error
	Save   func(context.Context, []store.Visit) (saved [][]feeds.Item, news []int, err error)
	Mend   func(context.Context) ([]feeds.Move, error)

	Password func(context.Context, feeds.Login) (string, error)

	Reconnect func() // drops connections that may be dead; nil if there are none
}

// Options say what to load.
type Options struct {
	Feeds   []feeds.Feed                 // those that are Off are never asked
	Known   map[feeds.FeedID]store.Known // from earlier runs
	Every   time.Duration                // for feeds that have none of their own; 0 means 15 minutes
	Workers int                          // visits at once; 0 means 32
	Offline bool                         // ask nobody, tell what is known
	Now     func() time.Time             // the clock on the wall; nil means that of the system
	Rand    func() float64               // from 0 to below 1, spreads the visits, called from many goroutines; nil means chance
}

// Loader loads feeds in the background. Its methods may be called from any
// goroutine.
type Loader struct {
	parts   Parts
	options Options
	running atomic.Bool
	wake    chan struct{} // the schedule is to be looked at again
	looking sync.Mutex    // what other copies store is taken in one after the other

	mu      sync.Mutex // guards what follows, and what the feeds and hosts hold
	feeds   []*feed    // in the order of Options.Feeds
	hosts   map[string]*host
	network network
	clocks  reading // the last time that they were looked at
	room    room

	secrets map[string]*secret // that were asked for in this run, by their logins
}

// feed is one feed and where it stands.
type feed struct {
	feeds.Feed
	host  *host
	known store.Known
	asked bool   // somebody wants it now, whatever its next try
	round *round // in which it is being visited, nil if it is not
}

// host is a server that several feeds may share.
type host struct {
	visits int       // under way
	closed time.Time // it asked to be left alone until then
}

// New returns a loader, which does nothing before Run, Once or Round.
func New(p Parts, o Options) *Loader {
	o.Every = cmp.Or(o.Every, defaultEvery)
	o.Workers = cmp.Or(o.Workers, defaultWorkers)
	if o.Now == nil {
		o.Now = time.Now
	}
	if o.Rand == nil {
		o.Rand = rand.Float64
	}
	l := &Loader{
		parts: p, options: o, wake: make(chan struct{}, 1), hosts: map[string]*host{}, secrets: map[string]*secret{},
		network: network{width: o.Workers}, room: newRoom(),
	}
	l.clocks = l.readClock()
	for _, f := range o.Feeds {
		known := recall(f, o.Known[f.ID], l.clocks.wall)
		at := l.host(address(f, known.Health))
		l.heed(at, known.Health)
		l.feeds = append(l.feeds, &feed{Feed: f, host: at, known: known})
	}
	return l
}

// host returns the server at an address.
func (l *Loader) host(address string) *host {
	u, err := url.Parse(address)
	if err != nil {
		return l.server(address)
	}
	return l.server(fetch.ServerOf(u))
}

// server returns the server of a name.
func (l *Loader) server(name string) *host {
	if l.hosts[name] == nil {
		l.hosts[name] = &host{}
	}
	return l.hosts[name]
}

// recall returns what of known still holds. At a new address the server, its
// validators and its wishes are others; and after the clock was set back, times
// to come mean nothing.
func recall(f feeds.Feed, known store.Known, now time.Time) store.Known {
	h := &known.Health
	h.Feed = f.ID
	if known.URL != f.URL {
		return store.Known{URL: f.URL, Health: feeds.Health{Feed: f.ID, Items: h.Items, Newest: h.Newest, LastGood: h.LastGood, Hours: h.Hours}}
	}
	if h.LastTry.After(now) {
		h.LastTry, h.NextTry = now, time.Time{}
	}
	return known
}

// heed closes the server whose word it was, the one that was asked or one that
// it led to, for as long as the last answer said.
func (l *Loader) heed(asked *host, h feeds.Health) {
	if h.Failure == nil || h.Failure.Retry <= 0 {
		return
	}
	if h.Failure.Server != "" {
		asked = l.server(h.Failure.Server)
	}
	if until := h.LastTry.Add(h.Failure.Retry); until.After(asked.closed) {
		asked.closed = until
	}
}

// closed is the failure of a visit that is led to a server which wants to be
// left alone; nil if it does not.
func (l *Loader) closed(server string) error {
	l.mu.Lock()
	defer l.mu.Unlock()
	at, now := l.hosts[server], l.clock()
	if at == nil || !now.Before(at.closed) {
		return nil
	}
	return &feeds.Failure{Kind: feeds.FailRateLimited, Retry: at.closed.Sub(now), Server: server}
}

// Refresh asks for a visit to a feed now, to all feeds if id is empty. A
// server that asked to be left alone is left alone.
func (l *Loader) Refresh(id feeds.FeedID) {
	l.mu.Lock()
	now := l.clock()
	for _, f := range l.feeds {
		if id == "" || id == f.ID {
			f.asked = f.round == nil && !now.Before(f.host.closed)
		}
	}
	l.network.probe = now // who asks for news wants to know whether the network is back
	l.mu.Unlock()
	l.poke()
}

// Replace has the feed of f's ID asked as f says from now on, and at once. What a
// visit that is under way brings is kept, but not what it says of the old
// address.
func (l *Loader) Replace(f feeds.Feed) {
	l.mu.Lock()
	for _, known := range l.feeds {
		if known.ID != f.ID {
			continue
		}
		known.Feed, known.asked = f, true
		known.known = recall(f, known.known, l.clock())
		known.host = l.host(address(f, known.known.Health))
	}
	l.mu.Unlock()
	l.poke()
}

// Health returns how each feed stands, in the order of Options.Feeds.
func (l *Loader) Health() []feeds.Health {
	l.mu.Lock()
	defer l.mu.Unlock()
	out := make([]feeds.Health, len(l.feeds))
	for i, f := range l.feeds {
		out[i] = f.known.Health
	}
	return out
}

// poke has the schedule looked at again.
func (l *Loader) poke() {
	select {
	case l.wake <- struct{}{}:
	default: // it will be anyway
	}
}
