package story

import (
	"cmp"
	"slices"

	"dateline/feeds"
)

const (
	crossThreshold = 2.0  // logit from which an item joins a story of other languages, ...
	crossStrong    = 3.0  // ... with lesser names and numbers, ...
	crossAlone     = 4.0  // ... and with a single one of those
	crossAverage   = -0.5 // logit of the members it fits best, on average
	crossName      = 0.35 // weight of a name that is evidence enough to join beside another, ...
	crossNumber    = 0.5  // ... and of a number
	crossLesser    = 0.25 // weight of a lesser name or number
	crossVeto      = -2.5 // logit by words below which a member of the same language does not fit
)

// conflicts says whether something speaks against it that two entries tell one
// event: other countries, or other numbers where few names agree.
func (m crossMatch) conflicts() bool { return m.country < 0 || m.clash && m.second == 0 }

// firm says whether two entries share more than what many events have in
// common, with nothing that speaks against it: a name so rare that hardly any
// other event has it, an unusual number, or a rare name beside another name or
// number. What shares less must agree the more strongly: the name of a
// minister who travels, a country and what happened there fit an alike event
// as well, and the right one may not have arrived yet.
func (m crossMatch) firm() bool {
	lesser := m.country == 1 && (m.best >= crossLesser || m.numbers >= crossLesser)
	switch {
	case m.conflicts():
		return false
	case m.best >= crossOwn, m.numbers >= crossNumber, m.best >= crossName && m.several():
		return m.logit >= crossThreshold
	case lesser && m.several():
		return m.logit >= crossStrong
	case lesser:
		return m.logit >= crossAlone
	}
	return false
}

// several says whether more than one name or number is shared.
func (m crossMatch) several() bool {
	return m.second >= crossSecond || m.best >= crossSecond && m.numbers >= crossLesser
}

// apart says whether words may not join two entries because they are in
// different languages and not alike across them: what such two share in
// writing is hardly more than names, which alike events share too.
func (x *Index) apart(e, o *entry) bool {
	if e.tongue == o.tongue {
		return false
	}
	if agree(e.countries, o.countries) < 0 {
		return true
	}
	m := x.crossing.weigh(e, o)
	return m.conflicts() || m.logit < stays
}

// findAcross returns the best fitting item, in another language, of the story
// that e belongs to, and whether there is such a story.
func (x *Index) findAcross(e *entry) (crossMatch, bool) {
	for _, m := range x.firmAcross(e) {
		if m.with.in.within(x.options.Window, e) && x.fitsAcross(e, m.with.in) {
			return m, true
		}
	}
	return crossMatch{}, false
}

// firmAcross returns the items in other languages that e firmly agrees with, the
// best of each story, the best first.
func (x *Index) firmAcross(e *entry) []crossMatch {
	var all []crossMatch
	for _, o := range x.across(e, crossWindow) {
		if agree(e.countries, o.countries) < 0 {
			continue // a conflict, and most have one
		}
		if m := x.crossing.weigh(e, o); m.firm() {
			all = append(all, m)
		}
	}
	slices.SortStableFunc(all, func(a, b crossMatch) int { return cmp.Compare(b.logit, a.logit) })
	seen := map[*cluster]bool{}
	return slices.DeleteFunc(all, func(m crossMatch) bool {
		known := seen[m.with.in]
		seen[m.with.in] = true
		return known
	})
}

// fitsAcross says whether e fits a story as a whole: those members in other
// languages that fit best do on average, and of its own language one may.
func (x *Index) fitsAcross(e *entry, c *cluster) bool {
	var others []float64
	own, met := crossVeto, false
	for i, o := range slices.Backward(c.items) {
		if len(c.items)-i > mostPeers {
			break
		}
		if o.tongue != e.tongue {
			others = append(others, x.crossing.weigh(e, o).logit)
			continue
		}
		own, met = max(own, x.weigh(e, o).logit), true
	}
	slices.Sort(others)
	best := others[len(others)/2:]
	sum := 0.0
	for _, z := range best {
		sum += z
	}
	return sum/float64(len(best)) >= crossAverage && (!met || own > crossVeto)
}

// heldAcross says whether a member of its story in another language holds e
// there, so that what words say of it matters less. If no member is in the
// language of e, words say nothing, and it stays where it would not join.
func (x *Index) heldAcross(e *entry) bool {
	near := e.in.around(e)
	alone := !slices.ContainsFunc(near, func(o *entry) bool { return o != e && o.tongue == e.tongue })
	return slices.ContainsFunc(near, func(o *entry) bool {
		if o.tongue == e.tongue {
			return false
		}
		m := x.crossing.weigh(e, o)
		return m.firm() || alone && m.logit >= stays && !m.conflicts()
	})
}

// crossJoin is the reason why an item joins the story of an item in another
// language.
func (x *Index) crossJoin(e *entry, m crossMatch) feeds.Join {
	return feeds.Join{
		With: m.with.id, Score: likelihood(m.logit), Kind: feeds.JoinLanguage, Words: x.crossWords(e, m.with, joinWords),
	}
}
