package story

import (
	"cmp"
	"math"
)

// crossShared is what two entries of different languages have in common.
type crossShared struct {
	names    float64 // weight of the names that both have
	best     float64 // weight of the rarest of them
	second   float64 // of the next
	numbers  float64 // weight of the numbers that both have
	concepts float64 // weight of the concepts that both have
	share    float64 // weight of what is shared, by that of the lighter one's marks, 0..1
	clash    bool    // both give numbers that mean something and none is the same
	country  int     // 1 they are about one country, -1 about different ones, 0 unknown
	all      bool    // the countries are the same
	gap      float64 // days between the two
}

// crossMatch is an entry in another language and how well it fits.
type crossMatch struct {
	with *entry
	crossShared
	logit float64
}

func (c *crossing) weigh(e, o *entry) crossMatch {
	s := c.compare(e, o)
	return crossMatch{with: o, crossShared: s, logit: s.logit()}
}

const (
	belowFactor = 0.75 // of a mark that stands below the title in one of the two
	clashFrom   = 0.35 // weight from which two numbers may contradict each other, ...
	clashUnless = 0.15 // ... if no more than this is shared
)

// compare weighs the marks that two entries share.
func (c *crossing) compare(a, b *entry) crossShared {
	var s crossShared
	var usedA, usedB uint32 // words whose names are counted
	together(a.marks, b.marks, func(m, o mark) {
		w := c.weight(m) * math.Min(placeOf(m), placeOf(o))
		switch m.sort() {
		case nameSort:
			if bitA, bitB := uint32(1)<<m.word(), uint32(1)<<o.word(); usedA&bitA == 0 && usedB&bitB == 0 {
				usedA, usedB = usedA|bitA, usedB|bitB
				s.addName(w)
			}
		case numberSort:
			s.numbers += w
		case conceptSort:
			s.concepts += w
		}
	})
	heavyA, numberA := c.heft(a.marks)
	heavyB, numberB := c.heft(b.marks)
	s.share = ratio(s.names+s.numbers+s.concepts, math.Min(heavyA, heavyB))
	s.clash = min(numberA, numberB) >= clashFrom && s.numbers < clashUnless
	s.country = agree(a.countries, b.countries)
	s.all = s.country == 1 && len(a.countries) == len(b.countries)
	s.gap = gap(a.at, b.at).Hours() / 24
	return s
}

// together calls f with every two marks of a and b that say the same.
func together(a, b []mark, f func(m, o mark)) {
	for i, j := 0, 0; i < len(a) && j < len(b); {
		switch m, o := a[i], b[j]; cmp.Compare(m.key(), o.key()) {
		case -1:
			i++
		case 1:
			j++
		default:
			f(m, o)
			i, j = i+1, j+1
		}
	}
}

// addName takes a shared name into account.
func (s *crossShared) addName(w float64) {
	s.names += w
	s.best, s.second = max(s.best, w), max(s.second, min(s.best, w))
}

// heft returns the weight of all marks and that of the heaviest number.
func (c *crossing) heft(marks []mark) (all, number float64) {
	for _, m := range marks {
		w := c.weight(m) * placeOf(m)
		all += w
		if m.sort() == numberSort {
			number = max(number, w)
		}
	}
	return all, number
}

func placeOf(m mark) float64 {
	if m.below() {
		return belowFactor
	}
	return 1
}

// The model says how likely two entries in different languages tell one event.
// It is a logistic regression (Cox, 1958) fitted on the odd events of
// testdata/crossing.tsv and rounded. The weight of days is set by hand: there
// the tellings of an event lie closer together than in life.
const (
	cBias     = -3.5
	cNames    = 2.2
	cBest     = 2.0
	cNumbers  = 3.5
	cConcepts = 1.4
	cShare    = 2.4
	cClash    = -0.6
	cSame     = 1.3  // about one country
	cOther    = -1.2 // about different countries
	cAll      = 1.4  // ... all of them the same
	cDay      = -2.5
)

// logit is the model's answer: 0 is even odds, above it speaks for one event.
func (s crossShared) logit() float64 {
	z := cBias + cNames*math.Min(s.names, 3) + cBest*s.best + cNumbers*s.numbers + cConcepts*math.Min(s.concepts, 4) + cShare*s.share + cDay*s.gap
	switch s.country {
	case 1:
		z += cSame
	case -1:
		z += cOther
	}
	if s.all {
		z += cAll
	}
	if s.clash {
		z += cClash
	}
	return z
}
