package story

import (
	"cmp"
	"math"
	"slices"
	"time"
)

// shared is what two entries have in common.
type shared struct {
	cosine   float64 // of all words, 0..1
	names    float64 // cosine of names and numbers alone, 0..1
	sum      float64 // of the weights of the shared words: the absolute evidence
	words    float64 // how many informative words they share; all countries count as one
	state    bool    // a country is among these words
	depth    float64 // how much text below the title both have, 0..1
	conflict bool    // both titles give numbers and none is the same
	gap      float64 // days between the two
	outlet   bool    // both are of one feed
	country  int     // 1 they are about one country, -1 about different ones, 0 unknown
}

const (
	informative = 0.3 // weight from which a shared word counts as informative
	fullDepth   = 20  // terms below the title that make a text as deep as needed
)

// compare weighs two entries against each other in one walk over their terms.
func compare(a, b *entry) shared {
	var s shared
	var inA, inB, both int // numbers of the titles
	for i, j := 0, 0; i < len(a.terms) || j < len(b.terms); {
		switch {
		case j == len(b.terms) || i < len(a.terms) && a.terms[i].word < b.terms[j].word:
			inA += titleNumber(a.terms[i])
			i++
		case i == len(a.terms) || b.terms[j].word < a.terms[i].word:
			inB += titleNumber(b.terms[j])
			j++
		default:
			s.add(a.terms[i], b.terms[j])
			both += titleNumber(a.terms[i]) * titleNumber(b.terms[j])
			i, j = i+1, j+1
		}
	}
	s.cosine = ratio(s.cosine, a.length*b.length)
	s.names = ratio(s.names, a.names*b.names)
	s.depth = min(1, float64(min(a.below, b.below))/fullDepth)
	s.conflict = inA > 0 && inB > 0 && both == 0
	s.gap = gap(a.at, b.at).Hours() / 24
	s.outlet = a.feed != "" && a.feed == b.feed
	s.country = agree(a.countries, b.countries)
	return s
}

// add takes one shared word into account.
func (s *shared) add(a, b term) {
	product := a.weight() * b.weight()
	s.cosine += product
	if a.kind().named() {
		s.names += product
	}
	root := math.Sqrt(product)
	s.sum += root
	if root < math.Sqrt(a.needed()*b.needed()) || a.kind() == country && s.state {
		return
	}
	s.words += a.count()
	s.state = s.state || a.kind() == country
}

// needed is the weight from which t counts as informative where it stands.
func (t term) needed() float64 {
	least := informative
	if !t.title() {
		least *= openFactor
	}
	if t.kind() == pair {
		least *= kindFactor[pair]
	}
	return least
}

// count is how many words t is.
func (t term) count() float64 {
	if t.kind() == pair {
		return 0.5
	}
	return 1
}

func titleNumber(t term) int {
	if t.title() && (t.kind() == number || t.kind() == small) {
		return 1
	}
	return 0
}

func ratio(x, y float64) float64 {
	if y == 0 {
		return 0
	}
	return min(1, x/y)
}

// gap is the time between a and b; zero when one of them is unknown.
func gap(a, b time.Time) time.Duration {
	if a.IsZero() || b.IsZero() {
		return 0
	}
	return a.Sub(b).Abs()
}

func agree(a, b []string) int {
	if len(a) == 0 || len(b) == 0 {
		return 0
	}
	if slices.ContainsFunc(a, func(c string) bool { return slices.Contains(b, c) }) {
		return 1
	}
	return -1
}

// sharedWords returns the words a and b share, strongest first, at most limit.
func (l *lexicon) sharedWords(a, b *entry, limit int) []string {
	type both struct {
		term
		weight float64
	}
	var all []both
	for _, t := range a.terms {
		if o, ok := b.term(t.word); ok {
			all = append(all, both{t, t.weight() * o.weight()})
		}
	}
	slices.SortStableFunc(all, func(a, b both) int { return cmp.Compare(b.weight, a.weight) })
	out := make([]string, 0, min(limit, len(all)))
	for _, t := range all[:min(limit, len(all))] {
		out = append(out, l.of(t.word).surface)
	}
	return out
}
