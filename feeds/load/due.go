package load

import "time"

// due opens a round of the feeds that are due, if there are any (once: also if
// there are none), and returns how long until it has to be called again.
func (w *work) due() time.Duration {
	w.mu.Lock()
	now, r, wait := w.clock(), &round{}, lookAgain
	for _, f := range w.feeds {
		if f.Off || f.round != nil {
			continue
		}
		if d := f.due().Sub(now); d > 0 {
			wait = min(wait, d)
			continue
		}
		f.asked, f.round = false, r
		w.queue = append(w.queue, f)
		r.left++
	}
	w.mu.Unlock()
	if r.left > 0 || w.once {
		w.open(r)
	}
	return wait
}

// due returns when f may be asked.
func (f *feed) due() time.Time {
	if next := f.known.Health.NextTry; !f.asked && next.After(f.host.closed) {
		return next
	}
	return f.host.closed
}

// begun is a feed that has its place to be visited at a host, which is kept: the
// feed may get another one meanwhile.
type begun struct {
	feed *feed
	at   *host
}

// next takes from the queue the feeds that there is room for now. Those of a
// host that has closed meanwhile leave their round unvisited, and so do all when
// the network has gone away.
func (w *work) next() []begun {
	var start []begun
	var skipped []*round
	w.mu.Lock()
	now, rest := w.clock(), w.queue[:0]
	for _, f := range w.queue {
		switch {
		case now.Before(f.host.closed), w.network.away && !f.round.silent:
			skipped = append(skipped, f.round)
			f.round = nil
		case w.busy < w.network.width && f.host.visits < hostVisits:
			w.busy++
			f.host.visits++
			start = append(start, begun{f, f.host})
		default:
			rest = append(rest, f)
		}
	}
	w.queue = rest
	w.mu.Unlock()
	for _, r := range skipped {
		w.leave(r)
	}
	return start
}
