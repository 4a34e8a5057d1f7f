package story

import (
	"cmp"
	"slices"
	"time"

	"dateline/feeds"
)

const (
	maybeMargin = 1.0            // beyond the threshold of joining, from which one pair may tell one event
	maybeGap    = 24 * time.Hour // between two items of one event that nobody joined
)

// guess is an entry of another story that may tell the same event: how likely,
// as a logit, and why in a word or two.
type guess struct {
	with  *entry
	logit float64
	why   string
}

// maybeSame holds the stories that may tell the same event but were not joined
// to it: the likeliest first, each by the item that fits best.
func (p *panel) maybeSame() feeds.RelatedGroup {
	g := feeds.RelatedGroup{Kind: feeds.MaybeSame, Label: "Possibly the same event"}
	all := append(p.guesses(), p.guessesAcross()...)
	slices.SortStableFunc(all, func(a, b guess) int {
		return cmp.Or(cmp.Compare(b.logit, a.logit), cmp.Compare(b.with.at, a.with.at), cmp.Compare(b.with.id, a.with.id))
	})
	for _, m := range all {
		p.take(&g, m.with, m.why)
	}
	return g
}

// backed says whether a near miss is held by more than one name, which may be
// that of the country: by two names in both titles, or by a number.
func (m match) backed() bool { return m.titleNames > 1 || m.numbers > 0 }

// guesses returns the near misses among the entries whose words are nearest.
func (p *panel) guesses() []guess {
	var out []guess
	least := p.x.model.threshold + maybeMargin
	for _, m := range p.near {
		if m.logit >= least && m.country >= 0 && m.backed() && !m.conflict && m.words > p.of.fewest() && gap(p.of.at, m.with.at) <= maybeGap {
			out = append(out, guess{m.with, m.logit, p.bond(m.with)})
		}
	}
	return out
}
