package story

import (
	"cmp"
	"math"
	"slices"
)

// shared is what two entries have in common, and what parts them.
type shared struct {
	cosine     float64 // of all words, 0..1
	sum        float64 // of the weights of the shared words: the absolute evidence
	words      float64 // how many informative words they share; all countries count as one
	state      bool    // a country is among these words
	named      bool    // a name or a number is among all that they share
	depth      float64 // how much text below the title both have, 0..1
	strangers  bool    // both titles name somebody, and nobody in common
	template   bool    // strangers in titles that differ in nothing but names and numbers
	conflict   bool    // both titles give numbers and none is the same
	uncounted  bool    // both texts give several numbers and none is the same
	missed     float64 // weight of the names in a title that the other text lacks, the lighter side
	unanswered float64 // share of a title that the other text lacks, the lighter side, 0..1
	gap        float64 // days between the two, see days
	outlet     bool    // both are of one feed
	country    int     // 1 they are about one country, -1 about different ones, 0 unknown

	// Counted on the way.
	titleNames   int // that stand in both titles
	titleNumbers int // that stand in both titles
	numbers      int // that stand in both texts
}

// side is one of two entries beside the other.
type side struct {
	title        float64 // weight of the title
	lacked       float64 // ... of its words that the other lacks
	missed       float64 // ... of its names and numbers that the other lacks
	titleNames   int     // all that the title has
	titleNumbers int     // those of the title that the other lacks
	numbers      int     // all that the text has
}

const (
	informative = 0.3 // weight from which a shared word counts as informative
	fullDepth   = 20  // terms below the title that make a text as deep as needed
	alike       = 0.8 // of the other words of a title, from which it differs in its names alone
	several     = 2   // numbers of a text that should come back in another of the same event
)

// compare weighs two entries against each other.
func (x *Index) compare(a, b *entry) shared {
	x.probe.aim(a, x.lexicon)
	s := x.probe.compare(b)
	s.cosine = ratio(s.cosine, a.length*b.length)
	s.depth = min(1, float64(min(a.below, b.below))/fullDepth)
	s.gap = days(a, b)
	s.outlet = a.feed != noFeed && a.feed == b.feed
	s.country = agree(a.countries, b.countries)
	return s
}

// part takes into account what either side has alone.
func (s *shared) part(a, b side) {
	s.strangers = a.titleNames > 0 && b.titleNames > 0 && s.titleNames == 0
	s.template = s.strangers && !s.named && a.namesAlone() && b.namesAlone()
	s.conflict = a.titleNumbers > 0 && b.titleNumbers > 0 && s.titleNumbers == 0
	s.uncounted = a.numbers >= several && b.numbers >= several && s.numbers == 0
	s.missed = min(a.missed, b.missed)
	s.unanswered = min(ratio(a.lacked, a.title), ratio(b.lacked, b.title))
}

// namesAlone says whether what the other lacks of the title is names and
// numbers alone.
func (s side) namesAlone() bool {
	return s.missed > 0 && s.lacked-s.missed <= (1-alike)*(s.title-s.missed)
}

// add takes one word of the side into account, which the other has as well or
// lacks.
func (s *side) add(t term, both bool) {
	kind := t.kind()
	if kind.counts() {
		s.numbers++
	}
	if !t.title() {
		return
	}
	s.title += t.weight()
	if kind.names() {
		s.titleNames++
	}
	if both {
		return
	}
	s.lacked += t.weight()
	if kind.named() {
		s.missed += t.weight()
	}
	if kind.counts() {
		s.titleNumbers++
	}
}

// add takes one shared word into account.
func (s *shared) add(a, b term) {
	product := a.weight() * b.weight()
	s.cosine += product
	root := math.Sqrt(product)
	s.sum += root
	s.count(a.kind(), a.title() && b.title())
	if root < needed[a.place()][b.place()] || a.kind() == country && s.state {
		return
	}
	s.words += a.count()
	s.state = s.state || a.kind() == country
}

// count takes the kind of a shared word into account.
func (s *shared) count(kind wordKind, titles bool) {
	s.named = s.named || kind.named()
	if kind.counts() {
		s.numbers++
	}
	if titles && kind.names() {
		s.titleNames++
	}
	if titles && kind.counts() {
		s.titleNumbers++
	}
}

// place says where t stands and whether it is half a word, which is all that
// counts for what is needed.
func (t term) place() int {
	place := 0
	if !t.title() {
		place++
	}
	if t.kind() == pair {
		place += 2
	}
	return place
}

// needed is, by the places of its two terms, the weight from which a shared word
// counts as informative.
var needed = func() (out [4][4]float64) {
	least := func(place int) float64 {
		z := informative
		if place&1 != 0 {
			z *= openFactor
		}
		if place&2 != 0 {
			z *= kindFactor[pair]
		}
		return z
	}
	for a := range out {
		for b := range out {
			out[a][b] = math.Sqrt(least(a) * least(b))
		}
	}
	return out
}()

// count is how many words t is.
func (t term) count() float64 {
	if t.kind() == pair {
		return 0.5
	}
	return 1
}

func ratio(x, y float64) float64 {
	if y == 0 {
		return 0
	}
	return min(1, x/y)
}

// undated is how many days at least are supposed to lie between two items one
// of which bears no date: it may be an old one seen only now.
const undated = 0.75

// days is the time between a and b as evidence.
func days(a, b *entry) float64 {
	d := gap(a.at, b.at).Hours() / 24
	if a.guessed || b.guessed {
		return max(d, undated)
	}
	return d
}

func agree(a, b []code) int {
	if len(a) == 0 || len(b) == 0 {
		return 0
	}
	for _, c := range a {
		if slices.Contains(b, c) {
			return 1
		}
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
