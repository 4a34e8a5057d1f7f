package story

import (
	"cmp"
	"math"
	"slices"
	"time"

	"dateline/feeds"
)

const (
	mostAbout = 400                // newest entries about a country that are looked at
	lately    = 3 * 24 * time.Hour // how far from the open item a story still stands beside it
	kinGain   = 4.0                // of the cosine of all words: what is of a kind stands nearer
	firstGain = 0.5                // for a story that is about this country before all
	dayLoss   = 0.3                // of each day between the two
)

// sameCountry holds other stories of these days about a country of the item:
// the nearest in kind, the best covered, the newest first.
func (p *panel) sameCountry() feeds.RelatedGroup {
	if len(p.of.countries) == 0 {
		return feeds.RelatedGroup{}
	}
	code := p.rarest()
	g := feeds.RelatedGroup{Kind: feeds.SameCountry, Label: world.label(code.String())}
	for _, o := range p.about(code) {
		p.take(&g, o, p.alsoAbout(o, g.Label))
	}
	return g
}

// rarest returns of the two countries that the item is about most the one that
// fewer others are about: it tells more.
func (p *panel) rarest() code {
	code := p.of.countries[0]
	about := p.x.lexicon.about
	if len(p.of.countries) > 1 && len(about[p.of.countries[1]]) < len(about[code]) {
		code = p.of.countries[1]
	}
	return code
}

// alsoAbout says what o has in common with the open item: the country, and the
// most telling other word.
func (p *panel) alsoAbout(o *entry, label string) string {
	var telling wordID
	most := informative * informative * openFactor
	if p.of.lang != inEnglish {
		return "about " + label // who counts no words cannot tell the telling ones
	}
	for _, t := range p.of.terms {
		other, ok := o.term(t.word)
		if z := t.weight() * other.weight(); ok && t.kind() != country && z > most {
			telling, most = t.word, z
		}
	}
	if telling == 0 {
		return "about " + label
	}
	return label + ", " + p.x.lexicon.of(telling).surface
}

// about returns the entries of these days about a country, the best first.
func (p *panel) about(code code) []*entry {
	type ranked struct {
		*entry
		rank float64
	}
	var all []ranked
	for _, n := range p.x.lexicon.about[code].newest(mostAbout) {
		if o := p.x.seats.all[n].entry; gap(p.of.at, o.at) <= lately && !p.shown(o) {
			all = append(all, ranked{o, p.nearness(o, code)})
		}
	}
	slices.SortStableFunc(all, func(a, b ranked) int {
		return cmp.Or(cmp.Compare(b.rank, a.rank), cmp.Compare(b.at, a.at), cmp.Compare(b.id, a.id))
	})
	out := make([]*entry, len(all))
	for i, r := range all {
		out[i] = r.entry
	}
	return out
}

func (p *panel) nearness(o *entry, code code) float64 {
	both := p.x.compare(p.of, o)
	rank := sizeGain*math.Log(float64(len(o.in.items))) + kinGain*both.cosine - dayLoss*both.gap
	if o.countries[0] == code {
		rank += firstGain
	}
	return rank
}
