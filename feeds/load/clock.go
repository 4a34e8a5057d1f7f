package load

import "time"

// clock returns the time on the wall: a computer that slept has to catch up,
// which the monotonic clock does not see.
func clock() time.Time { return time.Now().UTC().Round(0) }

// ahead returns by how much the clock on the wall has run ahead, between two
// readings, of the time that has passed for this program.
func ahead(from, to time.Time) time.Duration {
	return to.Round(0).Sub(from.Round(0)) - to.Sub(from)
}

// jumped takes a jump of the clock into account. Forward, the computer has
// slept: much is due and the network may not be up yet, so it is begun with
// little. Back, the waits would become longer by so much.
func (l *Loader) jumped(by time.Duration) {
	l.mu.Lock()
	defer l.mu.Unlock()
	switch {
	case by > leastJump:
		l.network.width = min(l.network.width, awakeWidth)
	case by < -leastJump:
		l.shift(by)
	}
}

// shift moves the times to come with the clock.
func (l *Loader) shift(by time.Duration) {
	moved := map[*host]bool{}
	for _, f := range l.feeds {
		h := &f.known.Health
		h.LastTry, h.NextTry = shifted(h.LastTry, by), shifted(h.NextTry, by)
		if !moved[f.host] {
			f.host.closed, moved[f.host] = shifted(f.host.closed, by), true
		}
	}
	l.network.heard, l.network.probe = shifted(l.network.heard, by), shifted(l.network.probe, by)
}

func shifted(t time.Time, by time.Duration) time.Time {
	if t.IsZero() {
		return t
	}
	return t.Add(by)
}
