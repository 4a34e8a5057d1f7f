package story

import (
	"strings"

	"dateline/feeds"
)

const (
	crossMaybe   = 0.25 // logit of two entries in different languages from which they may tell one event, ...
	crossKinds   = 2    // ... if as many kinds of evidence agree
	crossConcept = 0.4  // weight of concepts that are evidence, ...
	crossSecond  = 0.1  // ... of a name beside a rarer one, ...
	crossOwn     = 0.7  // ... and of a name so rare that hardly any other event has it
)

// guessesAcross returns the items of other stories in other languages that may
// tell the same event.
func (p *panel) guessesAcross() []guess {
	var out []guess
	for _, o := range p.x.across(p.of, maybeGap) {
		if m := p.x.crossing.weigh(p.of, o); m.with.in != p.of.in && m.logit >= crossMaybe && m.kinds() >= crossKinds {
			out = append(out, guess{m.with, m.logit, p.acrossWhy(m)})
		}
	}
	return out
}

// kinds counts what two entries share of different kinds: a rare name, another
// name, an unusual number, concepts, a country. A common word or a number alone,
// however well it fits, is shared by many events.
func (s crossShared) kinds() int {
	n := 0
	for _, shared := range []bool{
		s.best >= crossName, s.best >= crossOwn, s.second >= crossSecond,
		s.numbers >= crossNumber, s.concepts >= crossConcept, s.country > 0,
	} {
		if shared {
			n++
		}
	}
	return n
}

// acrossWhy says in which language an item is and what it shares.
func (p *panel) acrossWhy(m crossMatch) string {
	why := "in " + feeds.LanguageName(m.with.tongue.Value())
	if words := p.x.crossWords(p.of, m.with, whyWords); len(words) > 0 {
		why += ": " + strings.Join(words, ", ")
	}
	return why
}
