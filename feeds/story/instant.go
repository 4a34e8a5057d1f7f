package story

import (
	"math"
	"time"
)

// instant is a time as the store keeps it: in microseconds since 1970.
type instant int64

// unknown is the instant of the zero time, before all others.
const unknown instant = -62135596800 * 1e6

func instantOf(t time.Time) instant { return instant(t.UnixMicro()) }

// units is how many whole units lie between 1970 and at, less than none before.
func (at instant) units(unit time.Duration) int64 {
	n, rest := int64(at)/unit.Microseconds(), int64(at)%unit.Microseconds()
	if rest < 0 {
		n--
	}
	return n
}

// gap is the time between a and b; zero when one of them is unknown.
func gap(a, b instant) time.Duration {
	if a == unknown || b == unknown {
		return 0
	}
	return time.Duration(min(max(a-b, b-a), math.MaxInt64/1000)) * time.Microsecond
}

// span is the time from the first of some items to the last, those left aside
// whose time is unknown.
type span struct{ first, last instant }

func spanOf(at instant) span { return span{at, at} }

// with returns the span of what lies in s or in o.
func (s span) with(o span) span {
	first := min(s.first, o.first)
	if first == unknown {
		first = max(s.first, o.first)
	}
	return span{first, max(s.last, o.last)}
}

// within says whether s is no longer than window.
func (s span) within(window time.Duration) bool { return gap(s.first, s.last) <= window }
