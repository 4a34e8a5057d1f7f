package story

import (
	"cmp"
	"math"
	"slices"
	"time"
)

const (
	mostPeers = 16 // members of a story are compared, ...
	mostBest  = 14 // ... of which no more than so many are averaged
	fewest    = 2  // informative words the best pair must share, ...
	fewestAny = 3  // ... in a language whose words nobody has counted
	joinWords = 6  // words that explain a join

	// One text told twice: such a pair joins whatever the rest of the story
	// looks like.
	copyCosine = 0.8
	copyWords  = 5

	// A feed that gives two items one title, or one label before the title, so
	// far apart has a column of that name: no two of its parts tell one event.
	columnGap = 12 * time.Hour
)

// match is an entry of the index and how well it fits the one looked at.
type match struct {
	with *entry
	shared
	logit float64
}

func (x *Index) weigh(e, o *entry) match {
	s := compare(e, o)
	return match{with: o, shared: s, logit: x.model.logit(s)}
}

// isCopy says whether m is the same text in other hands.
func (m match) isCopy() bool {
	return m.cosine >= copyCosine && m.words >= copyWords && m.country >= 0 && !m.conflict
}

// near is a story whose items share much with an entry, and how well those fit.
type near struct {
	*cluster
	known []match
}

// nearby returns the stories near to e that it would not outgrow, in order of
// the best item.
func (x *Index) nearby(e *entry) []near {
	var out []near
	at := map[*cluster]int{} // in out; -1: too far apart
	for _, o := range x.candidates(e, x.options.Window, nominated) {
		if sameColumn(e, o) || x.apart(e, o) {
			continue
		}
		i, ok := at[o.in]
		if !ok {
			i = -1
			if o.in.within(x.options.Window, e) {
				i, out = len(out), append(out, near{cluster: o.in})
			}
			at[o.in] = i
		}
		if i >= 0 {
			out[i].known = append(out[i].known, x.weigh(e, o))
		}
	}
	return out
}

// find returns the best fitting item of the story among near that e belongs
// to, and whether there is such a story.
func (x *Index) find(e *entry, all []near) (match, bool) {
	var best match
	most := x.model.threshold
	for _, c := range all {
		if !hopeful(c.known, most) {
			continue
		}
		m, z := x.fit(e, c.cluster, c.known)
		if z > most {
			best, most = m, z
		}
	}
	return best, best.with != nil
}

// hopeful says whether one of known alone fits better than most. The members of
// a story that did not come up share less, and an average is no better than its
// best, so the others need not be looked at.
func hopeful(known []match, most float64) bool {
	return slices.ContainsFunc(known, func(m match) bool { return m.logit > most })
}

// fit returns the member of c that fits e best and how well e fits the story:
// the average over the members it fits best. One look-alike is not enough in a
// large story, and one outlier does not part it. Known are the matches found
// so far.
func (x *Index) fit(e *entry, c *cluster, known []match) (match, float64) {
	all := x.withPeers(e, c, known)
	if len(all) == 0 {
		return match{}, math.Inf(-1)
	}
	slices.SortStableFunc(all, func(a, b match) int { return cmp.Compare(b.logit, a.logit) })
	if all[0].isCopy() {
		return all[0], all[0].logit
	}
	if all[0].words < e.fewest() {
		return match{}, math.Inf(-1)
	}
	n := min(mostBest, int(math.Ceil(x.model.share*float64(len(all)))))
	sum := 0.0
	for _, m := range all[:n] {
		sum += m.logit
	}
	return all[0], sum / float64(n)
}

func (e *entry) fewest() float64 {
	if e.lang == english {
		return fewest
	}
	return fewestAny
}

// withPeers adds members of c in the language of e that are not yet among known:
// those that arrived next to e, which are the newest when e is new.
func (x *Index) withPeers(e *entry, c *cluster, known []match) []match {
	known = slices.Clip(known)
	for _, o := range slices.Backward(c.around(e)) {
		if len(known) >= mostPeers {
			break
		}
		if o != e && o.tongue == e.tongue && !slices.ContainsFunc(known, func(m match) bool { return m.with == o }) {
			known = append(known, x.weigh(e, o))
		}
	}
	return known
}

// around returns the members of c that arrived next to e.
func (c *cluster) around(e *entry) []*entry {
	from := max(0, min(c.position(e.id)-mostPeers/2, len(c.items)-mostPeers))
	return c.items[from:min(from+mostPeers, len(c.items))]
}

func sameColumn(a, b *entry) bool {
	return a.feed == b.feed && (a.titleKey == b.titleKey || a.label != 0 && a.label == b.label) && gap(a.at, b.at) >= columnGap
}
