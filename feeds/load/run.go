package load

import (
	"context"
	"errors"
	"sync"
	"time"

	"dateline/feeds"
	"dateline/feeds/store"
)

var errRunning = errors.New("the loader is running already")

// Run loads feeds when they are due until ctx ends, and calls emit for each
// event, never twice at once. Then it returns nil, and has left no goroutine.
func (l *Loader) Run(ctx context.Context, emit func(feeds.Event)) error {
	if err := l.run(ctx, emit, nil); ctx.Err() == nil {
		return err
	}
	return nil
}

// Once visits all feeds in one round, due or not, and returns; with ctx.Err()
// if ctx ended before the round did.
func (l *Loader) Once(ctx context.Context, emit func(feeds.Event)) error {
	return l.run(ctx, emit, func() { l.Refresh("") })
}

// Round visits the feeds that are due in one round, and returns as Once does. A
// feed that is asked as often as set counts as due a moment before its time, so
// that a Round every quarter of an hour asks it in each.
func (l *Loader) Round(ctx context.Context, emit func(feeds.Event)) error {
	return l.run(ctx, emit, l.hasten)
}

// hasten asks for the feeds that will be due in a moment.
func (l *Loader) hasten() {
	l.mu.Lock()
	defer l.mu.Unlock()
	now := l.clock()
	for _, f := range l.feeds {
		h := &f.known.Health
		own := h.Wait == feeds.WaitUsual || h.Wait == feeds.WaitSeldom // and nobody else's wish
		f.asked = own && h.Every > 0 && !now.Before(h.LastTry.Add(h.Every-punctual)) && !now.Before(f.host.closed)
	}
}

// work is one Run, Once or Round.
type work struct {
	*Loader
	once     bool
	recall   func()        // has the stories recalled, once
	recalled chan struct{} // closed when that has been tried
	arrived  chan arrival
	unmended bool // the last time, and that was told; of whoever saves

	// Guarded by Loader.mu.
	queue  []*feed // due, in the order in which they will be visited
	busy   int     // visits under way
	rounds int     // not finished

	telling sync.Mutex
	emit    func(feeds.Event)
}

// round is the feeds that fell due together. Rounds may overlap: a feed that
// hangs keeps nobody from the next round, nor from ending its own.
type round struct {
	left   int // feeds still to be told of
	done   feeds.LoadFinished
	silent bool // neither its begin nor its end is told
}

// arrival is a visit that has ended.
type arrival struct {
	feed  *feed
	visit store.Visit
}

// run works until ctx ends; if there is one to begin, for the one round that this
// asks for.
func (l *Loader) run(ctx context.Context, emit func(feeds.Event), begin func()) error {
	if !l.running.CompareAndSwap(false, true) {
		return errRunning
	}
	defer l.running.Store(false)
	var visits, saver sync.WaitGroup
	w := &work{Loader: l, once: begin != nil, recalled: make(chan struct{}), arrived: make(chan arrival), emit: emit}
	w.recall = sync.OnceFunc(func() { saver.Go(func() { w.recallAll(ctx) }) })
	if !w.once { // the screen asks for them, whatever comes
		w.recall()
	}
	saver.Go(func() { w.saveAll(ctx) })
	err := w.schedule(ctx, &visits, begin)
	visits.Wait()
	close(w.arrived)
	saver.Wait()
	w.abandon()
	return err
}

// schedule starts visits when they are due and there is room for them.
func (w *work) schedule(ctx context.Context, visits *sync.WaitGroup, begin func()) error {
	if w.options.Offline {
		return w.offline(ctx)
	}
	if w.once {
		begin()
		w.due()
	}
	for {
		var due <-chan time.Time
		if !w.once {
			due = time.After(w.begin())
		}
		for _, v := range w.next() {
			visits.Go(func() { w.makeVisit(ctx, v.feed, v.at) })
		}
		if w.once && w.idle() {
			return nil
		}
		select {
		case <-ctx.Done():
			return ctx.Err()
		case <-w.wake:
		case <-due:
		}
		w.tick()
	}
}

// makeVisit makes one visit, whose place is at a host. It holds what it has taken
// until the saver has taken over, so that a slow disk slows the fetching down and
// nothing piles up.
func (w *work) makeVisit(ctx context.Context, f *feed, at *host) {
	w.mu.Lock()
	as, known := f.Feed, f.known
	w.mu.Unlock()
	began := w.clock()
	s := stay{room: w.room, leave: w.leavePlace}
	a := arrival{f, w.visit(ctx, as, known, &s)}
	if w.blames(ctx, at, began, a.visit.Health) {
		w.drop(f)
	} else {
		w.mu.Lock()
		w.heed(at, a.visit.Health) // before another feed of that host takes the place
		w.mu.Unlock()
		w.hand(ctx, a)
	}
	w.mu.Lock()
	at.visits--
	w.mu.Unlock()
	s.end()
	w.poke()
}

// leavePlace makes room for another visit.
func (w *work) leavePlace() {
	w.mu.Lock()
	w.busy--
	w.mu.Unlock()
	w.judge(false)
	w.poke()
}

// hand gives a visit to the saver. Items wait until the stories are known; what
// brought none is kept meanwhile.
func (w *work) hand(ctx context.Context, a arrival) {
	if len(a.visit.Items) > 0 {
		w.recall()
		select {
		case <-w.recalled:
		case <-ctx.Done():
			return // the stories may still be read, and are one goroutine's at a time
		}
	}
	select {
	case w.arrived <- a:
	case <-ctx.Done():
	}
}

func (w *work) idle() bool {
	w.mu.Lock()
	defer w.mu.Unlock()
	return w.rounds == 0
}

// abandon forgets the rounds that the end has cut short.
func (w *work) abandon() {
	w.mu.Lock()
	defer w.mu.Unlock()
	for _, f := range w.feeds {
		f.round = nil
	}
}
