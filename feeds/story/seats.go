package story

import (
	"cmp"
	"math"
	"slices"
	"time"
	"unique"
)

// seat is a place for one entry. What a search asks for stands here and not in
// the entry: a search passes thousands, and they should be close.
type seat struct {
	*entry // nil when the seat is free
	when   instant
	weight float64 // its length
	tongue unique.Handle[string]
}

// seats hold the entries of an index by number.
type seats struct {
	all  []seat
	free []uint32
}

// take gives e a number.
func (s *seats) take(e *entry) {
	last := len(s.free) - 1
	if last < 0 {
		e.number = uint32(len(s.all))
		s.all = append(s.all, seat{})
	} else {
		e.number, s.free = s.free[last], s.free[:last]
	}
	s.all[e.number] = seat{entry: e, when: e.at, weight: e.length, tongue: e.tongue}
}

func (s *seats) leave(e *entry) {
	s.all[e.number].entry = nil
	s.free = append(s.free, e.number)
}

// insert puts the number of an entry where it stands by age.
func (s *seats) insert(p posting, number uint32) posting {
	if last := len(p) - 1; last < 0 || s.byAge(p[last], number) < 0 {
		return append(p, number)
	}
	i, _ := slices.BinarySearchFunc(p, number, s.byAge)
	return slices.Insert(p, i, number)
}

// byAge orders numbers as byAge does entries. Mostly the seats tell.
func (s *seats) byAge(a, b uint32) int {
	m, n := &s.all[a], &s.all[b]
	if m.when != n.when {
		return cmp.Compare(m.when, n.when)
	}
	return cmp.Compare(m.id, n.id)
}

// reach is the stretch of time in which a search looks: all instants from first
// on, before end.
type reach struct{ first, end instant }

// reachOf is the reach of a search for what is at most window apart from at. The
// time between two items is counted in whole seconds.
func reachOf(at instant, window time.Duration) reach {
	if at == unknown {
		return reach{unknown, math.MaxInt64}
	}
	second, most := at.units(time.Second), int64(window/time.Second)
	return reach{instant(second-most) * 1e6, instant(second+most+1) * 1e6}
}

// holds says whether an entry may lie within r. One whose time is unknown may.
func (r reach) holds(at instant) bool { return r.first <= at && at < r.end || at == unknown }

// since returns the entries of p that may lie within r or behind it.
func (s *seats) since(p posting, r reach) posting {
	if len(p) == 0 || r.holds(s.all[p[0]].when) {
		return p // also where the times of the first ones are unknown
	}
	return p[s.before(p, r.first):]
}

// around returns the n entries of p that stand next to a time, which are mostly
// the newest: half of them before it if there are as many behind it.
func (s *seats) around(p posting, at instant, n int) posting {
	if len(p) <= n || at == unknown {
		return p.newest(n)
	}
	first := min(max(0, s.before(p, at)-n/2), len(p)-n)
	return p[first : first+n]
}

// before is how many entries of p are older than that.
func (s *seats) before(p posting, at instant) int {
	i, _ := slices.BinarySearchFunc(p, at, func(n uint32, at instant) int { return cmp.Compare(s.all[n].when, at) })
	return i
}
