package load

import "time"

// wall returns the time of the clock on the wall: a computer that slept has to
// catch up, which the monotonic clock does not see.
func wall() time.Time { return time.Now().UTC().Round(0) }

// clock returns the time by which the loader goes.
func (l *Loader) clock() time.Time { return l.options.Now().UTC().Round(0) }

// reading is what the clock on the wall showed, and the one that never jumps.
type reading struct{ wall, steady time.Time }

func (l *Loader) readClock() reading { return reading{l.clock(), time.Now()} }

// tick looks whether the clock has jumped since the last tick. Forward, the
// computer has slept: much is due, the network may not be up yet, so that it is
// begun with little, and connections are dead. Back, the waits would become
// longer by so much.
func (l *Loader) tick() {
	l.mu.Lock()
	last, now := l.clocks, l.readClock()
	l.clocks = now
	by := now.wall.Sub(last.wall) - now.steady.Sub(last.steady)
	switch {
	case by > leastJump:
		l.network.width = min(l.network.width, awakeWidth)
	case by < -leastJump:
		l.shift(by)
	}
	l.mu.Unlock()
	if by > leastJump {
		l.reconnect()
	}
}

// reconnect has nobody wait for what was said on a line that is gone.
func (l *Loader) reconnect() {
	if l.parts.Reconnect != nil {
		l.parts.Reconnect()
	}
}

// shift moves the times of this computer's with its clock.
func (l *Loader) shift(by time.Duration) {
	for _, f := range l.feeds {
		h := &f.known.Health
		for _, t := range []*time.Time{&h.LastTry, &h.NextTry, &h.LastGood, &h.Failing, &h.Moved.Since} {
			*t = shifted(*t, by)
		}
	}
	for _, s := range l.hosts {
		s.closed = shifted(s.closed, by)
	}
	l.network.heard, l.network.probe = shifted(l.network.heard, by), shifted(l.network.probe, by)
}

func shifted(t time.Time, by time.Duration) time.Time {
	if t.IsZero() {
		return t
	}
	return t.Add(by)
}
