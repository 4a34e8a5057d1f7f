package story

import (
	"fmt"
	"math"
	"slices"
	"time"

	"dateline/feeds"
)

// Two stories are chapters of one if they are alike, the days between them left
// aside.
const (
	linkLogit  = 0.8 // of two neighbouring chapters
	courseFit  = 0.6 // of each chapter and the open item, so that no chain drifts away
	courseGain = 0.5 // how much that counts beside the bond of the neighbours
	sizeGain   = 0.4 // of ln(items): the best covered story of a day stands for it
	skipLoss   = 0.4 // of each day passed over: a chain goes step by step
)

// earlier holds what the story of the open item continues, step by step, the
// newest first.
func (p *panel) earlier() feeds.RelatedGroup {
	g := feeds.RelatedGroup{Kind: feeds.Earlier, Label: "Earlier"}
	p.chain(&g, -1)
	return g
}

// later holds what the open item led to, step by step, the newest first.
func (p *panel) later() feeds.RelatedGroup {
	g := feeds.RelatedGroup{Kind: feeds.Later, Label: "Later"}
	p.chain(&g, 1)
	slices.Reverse(g.Entries)
	return g
}

// chain adds chapters to g: from the open item to the one that follows it best,
// from that to the next, and so on. Each lies at least a day beyond the last,
// before it if way is -1, after it if way is 1.
func (p *panel) chain(g *feeds.RelatedGroup, way int) {
	for at := p.of; at != nil && len(g.Entries) < p.limit; {
		at = p.step(at, way)
		if at != nil {
			p.take(g, at, apart(p.of, at)+": "+p.bond(at))
		}
	}
}

// step returns the chapter that follows from best, nil if there is none.
func (p *panel) step(from *entry, way int) *entry {
	var next *entry
	most := math.Inf(-1)
	for _, m := range p.near {
		days := way * daysBetween(from, m.with)
		course := m.timeless()
		if days < 1 || course < courseFit || m.words < p.of.fewest() || p.shown(m.with) {
			continue
		}
		link := p.x.weigh(from, m.with)
		if link.timeless() < linkLogit || link.words < from.fewest() {
			continue
		}
		size := math.Log(float64(len(m.with.in.items)))
		if z := link.timeless() + courseGain*course + sizeGain*size - skipLoss*float64(days); z > most {
			next, most = m.with, z
		}
	}
	return next
}

// timeless is the logit of m without the days between the two.
func (m match) timeless() float64 { return m.logit - priorDay*m.gap }

// daysBetween counts the days of the calendar from a to b.
func daysBetween(a, b *entry) int {
	const day = 24 * time.Hour
	return int(b.at.units(day) - a.at.units(day))
}

// apart words the time from one item to another as the ages beside it are told:
// rounded down, and in hours until it is two days.
func apart(from, to *entry) string {
	const day = 24 * time.Hour
	side := " after"
	if to.at < from.at {
		side = " before"
	}
	switch d := gap(from.at, to.at); {
	case d >= 2*day:
		return fmt.Sprintf("%d days", d/day) + side
	case d >= time.Hour:
		return fmt.Sprintf("%d h", d/time.Hour) + side
	default:
		return feeds.Lasting(d) + side
	}
}
