package story

import (
	"cmp"
	"slices"
	"time"
)

const (
	nominated  = 60   // entries of all that share a word are compared closely
	common     = 1000 // entries from which a word nominates nobody by itself
	mostPosted = 4000 // newest entries of one word are looked at
)

// seat is a place for one entry. What a search asks for and counts stands here
// and not in the entry: a search passes tens of thousands, and they should be
// close.
type seat struct {
	*entry          // nil when the seat is free
	when    int64   // Unix seconds of its time, 0 if unknown
	weight  float64 // its length
	round   uint64  // the search that counted last
	overlap float64
}

// seats hold the entries of an index by number.
type seats struct {
	all   []seat
	free  []uint32
	round uint64
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
	s.all[e.number] = seat{entry: e, when: seconds(e.at), weight: e.length}
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
	if m.when != n.when && m.when != 0 && n.when != 0 {
		return cmp.Compare(m.when, n.when)
	}
	return byAge(m.entry, n.entry)
}

func seconds(at time.Time) int64 {
	if at.IsZero() {
		return 0
	}
	return at.Unix()
}

// apart says whether the seat is further away in time than that.
func (s *seat) apart(when, most int64) bool {
	return when != 0 && s.when != 0 && max(when-s.when, s.when-when) > most
}

// candidates returns the n entries that share the most weight with e, at most
// window apart from it, best first.
func (x *Index) candidates(e *entry, window time.Duration, n int) []*entry {
	x.seats.round++
	round, when, most := x.seats.round, seconds(e.at), int64(window/time.Second)
	var found []*seat
	for _, t := range x.lexicon.rarestFirst(e.terms) {
		items := x.lexicon.of(t.word).items
		nominates := len(items) < common || len(found) < nominated
		square := t.weight() * t.weight()
		for _, number := range items.newest(mostPosted) {
			s := &x.seats.all[number]
			if s.round != round {
				if !nominates || s.entry == e || s.apart(when, most) {
					continue
				}
				s.round, s.overlap = round, 0
				found = append(found, s)
			}
			s.overlap += square
		}
	}
	return best(found, n)
}

// best returns the entries of the n best of found. Most of them are worse, so
// one comparison settles them.
func best(found []*seat, n int) []*entry {
	order := func(a, b *seat) int {
		if c := cmp.Compare(b.overlap/b.weight, a.overlap/a.weight); c != 0 {
			return c
		}
		return cmp.Compare(b.id, a.id)
	}
	top := make([]*seat, 0, n+1)
	for _, s := range found {
		if len(top) == n && order(s, top[n-1]) > 0 {
			continue
		}
		i, _ := slices.BinarySearchFunc(top, s, order)
		top = slices.Insert(top, i, s)
		top = top[:min(len(top), n)]
	}
	out := make([]*entry, len(top))
	for i, s := range top {
		out[i] = s.entry
	}
	return out
}

// rarestFirst returns terms, those that the fewest entries hold first.
func (l *lexicon) rarestFirst(terms []term) []term {
	out := slices.Clone(terms)
	slices.SortStableFunc(out, func(a, b term) int { return cmp.Compare(len(l.of(a.word).items), len(l.of(b.word).items)) })
	return out
}
