package story

import (
	"cmp"
	"slices"
	"time"
)

const (
	nominated  = 30   // entries of all that share a word are compared closely
	few        = 60   // entries found, with which it is not enough to look at rare words
	common     = 1000 // entries from which a word nominates nobody by itself
	mostPosted = 1000 // entries of one word are looked at, those next to the item in time
)

// candidates returns the n entries that share the most weight with e, at most
// window apart from it, best first. They are valid until the next search.
//
// Rare words come first, and nominate. The common ones, which most entries
// hold, only raise what was found.
func (x *Index) candidates(e *entry, window time.Duration, n int) []*entry {
	s, near := &x.search, reachOf(e.at, window)
	s.begin(len(x.seats.all))
	terms := x.lexicon.rarestFirst(s.terms[:0], e.terms)
	s.terms = terms
	for len(terms) > 0 {
		items := x.lexicon.of(terms[0].word).items
		if len(items) >= common && len(s.found) >= few {
			break
		}
		s.nominate(&x.seats, x.seats.since(x.seats.around(items, e.at, mostPosted), near), terms[0].square(), func(o *seat) bool {
			return o.entry != e && near.holds(o.when)
		})
		terms = terms[1:]
	}
	for _, t := range terms {
		s.raise(x.seats.around(x.lexicon.of(t.word).items, e.at, mostPosted), t.square())
	}
	for _, number := range s.found {
		s.rank(number, s.overlap[number]/x.seats.all[number].weight)
	}
	return s.best(&x.seats, n)
}

// rarestFirst appends terms to out, those that the fewest entries hold first.
func (l *lexicon) rarestFirst(out, terms []term) []term {
	out = append(out, terms...)
	slices.SortStableFunc(out, func(a, b term) int { return cmp.Compare(len(l.of(a.word).items), len(l.of(b.word).items)) })
	return out
}
