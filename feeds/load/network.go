package load

import (
	"context"
	"time"

	"dateline/feeds"
)

// network is what visits show of the reader's own network. When servers that
// answered before cannot be reached, several in a row and none in between, it is
// away; so it is when one and the same stranger answers in their place, as a
// network does that wants its guests to sign in. That is not held against their
// feeds: their visits count as not made, and one feed at a time is tried until a
// server answers. From then on each answer makes room for one more visit at once,
// so that a weak line is not flooded.
type network struct {
	away   bool
	heard  time.Time // when a server last answered
	probe  time.Time // while away: when the next feed is tried
	width  int       // visits at once that it is trusted with
	doubts []doubt   // unreachable servers of which it is not known yet whose fault that is
}

// doubt is a visit that waits to hear whether the network is away.
type doubt struct {
	host     *host
	stranger string    // who answered; empty if nobody did
	away     chan bool // takes one word
}

// unreachable are the failures that a network which is away brings about, mute
// are those that tell nothing of it. All others are the answer of a server.
var (
	unreachable = map[feeds.FailureKind]bool{feeds.FailDNS: true, feeds.FailConnect: true}
	mute        = map[feeds.FailureKind]bool{
		feeds.FailTimeout: true, feeds.FailBroken: true, feeds.FailAddress: true, feeds.FailOffline: true,
		feeds.FailLogin: true,
	}
)

// strangerIn returns who may have answered in the place of a server: the host of
// a page or of a certificate, a page by its title, or the host within the
// network to which all was led. It is empty if the failure is none of that kind.
func strangerIn(f *feeds.Failure) string {
	switch {
	case f == nil:
		return ""
	case f.By == "" && (f.Kind == feeds.FailHTML || f.Kind == feeds.FailPrivate):
		return f.Detail
	}
	return f.By
}

// blames waits until it is known whose fault it is that a visit to a host, which
// began at a time, ended so, and says whether it is that of the network.
func (w *work) blames(ctx context.Context, at *host, began time.Time, h feeds.Health) bool {
	var kind feeds.FailureKind
	if h.Failure != nil {
		kind = h.Failure.Kind
	}
	stranger := strangerIn(h.Failure)
	if !unreachable[kind] && !mute[kind] && stranger == "" {
		w.hear()
		return false
	}
	w.mu.Lock()
	n := &w.network
	// A feed that failed before says nothing new, and what other servers
	// answered meanwhile came through the same network.
	if n.away || mute[kind] || h.Failures > 1 || n.heard.After(began.Add(-trusted)) {
		defer w.mu.Unlock()
		return n.away
	}
	d := doubt{at, stranger, make(chan bool, 1)}
	n.doubts = append(n.doubts, d)
	w.mu.Unlock()
	w.judge(false)
	for {
		select {
		case away := <-d.away:
			if !away && stranger != "" {
				w.hear() // it was the server itself
			}
			return away
		case <-time.After(mostDoubt):
			w.judge(true)
		case <-ctx.Done():
			return true
		}
	}
}

// hear takes note that a server has answered.
func (w *work) hear() {
	w.mu.Lock()
	n := &w.network
	back := n.away
	n.away, n.heard, n.width = false, w.clock(), min(n.width+1, w.options.Workers)
	n.settle(false)
	w.mu.Unlock()
	if back {
		w.tell(feeds.NetworkChanged{})
	}
}

// judge ends the doubts when nobody is under way who could still tell more, or
// when that takes too long.
func (w *work) judge(now bool) {
	w.mu.Lock()
	n := &w.network
	hosts, stranger := n.unheard()
	over := now || w.busy == len(n.doubts)
	lost := over && hosts >= lostHosts
	if lost {
		n.away, n.width, n.probe = true, 1, w.clock().Add(probeEvery)
	}
	if over {
		n.settle(lost)
	}
	w.mu.Unlock()
	if lost {
		w.reconnect()
		w.tell(feeds.NetworkChanged{Away: true, Stranger: stranger})
	}
}

// unheard counts the hosts that could not be reached, and those in whose place
// one and the same stranger answered, and names that one.
func (n *network) unheard() (hosts int, stranger string) {
	by := map[string]map[*host]bool{}
	for _, d := range n.doubts {
		if by[d.stranger] == nil {
			by[d.stranger] = map[*host]bool{}
		}
		by[d.stranger][d.host] = true
	}
	most := strangeHosts - 1
	for _, d := range n.doubts {
		if at := len(by[d.stranger]); d.stranger != "" && at > most {
			stranger, most = d.stranger, at
		}
	}
	if stranger == "" {
		return len(by[""]), ""
	}
	return len(by[""]) + most, stranger
}

// settle ends all doubts.
func (n *network) settle(away bool) {
	for _, d := range n.doubts {
		d.away <- away
	}
	n.doubts = nil
}

// begin opens what is due, and returns how long until it has to be called
// again.
func (w *work) begin() time.Duration {
	w.mu.Lock()
	away, wait := w.network.away, w.network.probe.Sub(w.clock())
	w.mu.Unlock()
	switch {
	case !away:
		return w.due()
	case wait > 0:
		return min(wait, lookAgain)
	default:
		w.try()
		return lookAgain
	}
}

// try asks one feed that is due, by chance, whether the network is back.
func (w *work) try() {
	w.mu.Lock()
	defer w.mu.Unlock()
	now := w.clock()
	w.network.probe = now.Add(probeEvery)
	var due []*feed
	for _, f := range w.feeds {
		if !f.Off && f.round == nil && !f.due().After(now) {
			due = append(due, f)
		}
	}
	if len(due) > 0 && w.busy == 0 {
		f := due[int(w.options.Rand()*float64(len(due)))]
		f.asked, f.round = false, &round{left: 1, silent: true}
		w.rounds++
		w.queue = append(w.queue, f)
	}
}

// drop ends a visit as if it had not been made.
func (w *work) drop(f *feed) {
	w.mu.Lock()
	r := f.round
	f.round, f.known.Health.Wait = nil, feeds.WaitNetwork
	w.mu.Unlock()
	w.leave(r)
}
