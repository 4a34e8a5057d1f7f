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
	s := x.compare(e, o)
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

// nearby returns the stories near to e that it would not outgrow and that have an
// item which fits, in order of the item that shares the most. They are valid
// until the next call.
func (x *Index) nearby(e *entry) []near {
	all := x.matches[:0]
	for _, o := range x.candidates(e, x.options.Window, nominated) {
		if !sameColumn(e, o) && o.in.within(x.options.Window, e) && !x.apart(e, o) {
			all = append(all, x.weigh(e, o))
		}
	}
	x.matches = all
	return x.byStory(all)
}

// byStory parts matches by their stories, as far as those are hopeful.
func (x *Index) byStory(all []match) []near {
	out, room := x.near[:0], x.known[:0]
	for i, m := range all {
		c, first := m.with.in, len(room)
		if slices.ContainsFunc(out, func(n near) bool { return n.cluster == c }) {
			continue
		}
		for _, m := range all[i:] {
			if m.with.in == c {
				room = append(room, m)
			}
		}
		if known := slices.Clip(room[first:]); hopeful(known, x.model.threshold) {
			slices.SortStableFunc(known, func(a, b match) int { return cmp.Compare(b.logit, a.logit) })
			out = append(out, near{c, known})
		} else {
			room = room[:first]
		}
	}
	x.near, x.known = out, room
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
	best := slices.MaxFunc(all, func(a, b match) int { return cmp.Compare(a.logit, b.logit) })
	if best.isCopy() {
		return best, best.logit
	}
	if best.words < e.fewest() {
		return match{}, math.Inf(-1)
	}
	logits := x.logits[:0]
	for _, m := range all {
		logits = append(logits, -m.logit)
	}
	slices.Sort(logits)
	n := min(mostBest, int(math.Ceil(x.model.share*float64(len(all)))))
	sum := 0.0
	for _, z := range logits[:n] {
		sum -= z
	}
	x.logits = logits
	return best, sum / float64(n)
}

func (e *entry) fewest() float64 {
	if e.lang == inEnglish {
		return fewest
	}
	return fewestAny
}

// withPeers adds to known members of c in the language of e that are not yet
// among them: those that arrived next to e, which are the newest when e is new.
// They are valid until the next call.
func (x *Index) withPeers(e *entry, c *cluster, known []match) []match {
	all := append(x.peers[:0], known...)
	for _, o := range slices.Backward(c.around(e)) {
		if len(all) >= mostPeers {
			break
		}
		if o != e && o.tongue == e.tongue && !slices.ContainsFunc(known, func(m match) bool { return m.with == o }) {
			all = append(all, x.weigh(e, o))
		}
	}
	x.peers = all
	return all
}

func sameColumn(a, b *entry) bool {
	return a.feed == b.feed && (a.titleKey == b.titleKey || a.label != 0 && a.label == b.label) && gap(a.at, b.at) >= columnGap
}
