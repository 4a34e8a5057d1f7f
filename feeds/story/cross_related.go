package story

import (
	"strings"

	"dateline/feeds"
)

const crossMaybe = -1.5 // logit of two entries in different languages from which they may tell one event

// guessesAcross returns the items of other stories in other languages that may
// tell the same event.
func (p *panel) guessesAcross() []guess {
	var out []guess
	for _, m := range p.x.across(p.of, crossWindow) {
		if m.with.in != p.of.in && m.logit >= crossMaybe {
			out = append(out, guess{m.with, m.logit, p.acrossWhy(m)})
		}
	}
	return out
}

// acrossWhy says in which language an item is and what it shares.
func (p *panel) acrossWhy(m crossMatch) string {
	why := "in " + feeds.LanguageName(m.with.tongue)
	if words := p.x.crossWords(p.of, m.with, whyWords); len(words) > 0 {
		why += ": " + strings.Join(words, ", ")
	}
	return why
}
