package ui

import (
	"sync"
	"time"

	tea "charm.land/bubbletea/v2"

	"dateline/feeds"
)

// newsGap is the least time between two deliveries. Every message costs a
// View, so a round of many feeds is delivered in few messages.
const newsGap = 200 * time.Millisecond

// newsMsg brings the events of the loader, in their order.
type newsMsg []feeds.Event

// relay gathers events and sends them in batches: the first at once, later
// ones at most every newsGap.
type relay struct {
	mu      sync.Mutex
	pending newsMsg
	wake    chan struct{}
	stop    chan struct{}
	done    chan struct{}
}

func newRelay(send func(tea.Msg)) *relay {
	r := &relay{wake: make(chan struct{}, 1), stop: make(chan struct{}), done: make(chan struct{})}
	go r.run(send)
	return r
}

func (r *relay) add(e feeds.Event) {
	r.mu.Lock()
	r.pending = append(r.pending, e)
	r.mu.Unlock()
	select {
	case r.wake <- struct{}{}:
	default:
	}
}

func (r *relay) run(send func(tea.Msg)) {
	defer close(r.done)
	for {
		select {
		case <-r.stop:
			return
		case <-r.wake:
		}
		r.mu.Lock()
		batch := r.pending
		r.pending = nil
		r.mu.Unlock()
		if len(batch) > 0 {
			send(batch)
		}
		select {
		case <-r.stop:
			return
		case <-time.After(newsGap):
		}
	}
}

// close ends the relay; events that were not sent are dropped, they are stored.
func (r *relay) close() {
	close(r.stop)
	<-r.done
}
