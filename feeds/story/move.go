package story

import (
	"cmp"
	"slices"

	"dateline/feeds"
)

const (
	// Two stories are one from this logit of the average pair on, which claims
	// more than that an item belongs to one of them, ...
	unity = 1.75
	// ... from this one if a text stands in both, ...
	unityOfCopies = 0.0
	// ... and if no two of their items speak so much against it.
	against = -1.0
	// An item stays in a story that it fits no worse than at even odds. Another
	// takes it from the threshold on: what lies between keeps it from going to and fro.
	stays = 0.0

	// What a call of Moves looks at: so many items at most, the newest, ...
	mostTouched = 1000
	// ... and for each so many other stories, by mostPeers items each.
	mostRivals = 4
)

// Moves returns what the items added of late have shown: two stories that are
// one, items that no longer fit their story and fit another, and items that
// after a change of their headline fit none. It changes nothing: the caller
// stores the moves and then hands them to Move, and adds nothing in between. If
// it cannot store them it drops them, for what showed them is looked at again in
// the next call, beside what has come since.
//
// Of two stories that are one, the one opened first keeps its name. The item
// that opened a story does not leave it while others stay. A story takes part
// in one change at a time; what has to wait is looked at in the next call.
func (x *Index) Moves() []feeds.Move {
	x.mu.Lock()
	defer x.mu.Unlock()
	p := plan{x: x, busy: map[*cluster]bool{}, loose: map[*entry]bool{}}
	all := x.touched
	x.touched = nil
	for _, t := range all {
		found := len(p.moves)
		if t.in != nil && (!p.look(&t) || len(p.moves) > found) {
			x.touched = append(x.touched, t)
		}
	}
	return p.moves
}

// Move puts items into other stories. Items that the index does not hold are
// passed over.
func (x *Index) Move(moves []feeds.Move) {
	x.mu.Lock()
	defer x.mu.Unlock()
	for _, m := range moves {
		if e := x.entries[m.Item]; e != nil && e.in.id != m.Story {
			x.leave(e)
			x.enter(e, m.Story)
		}
	}
}

// plan gathers moves.
type plan struct {
	x     *Index
	busy  map[*cluster]bool // taken up by the moves so far
	loose map[*entry]bool   // what misfits says, as far as it was asked
	moves []feeds.Move
}

// look adds what t has shown, and says whether that could be done now.
func (p *plan) look(t *touch) bool {
	p.x.refresh(t)
	others := slices.Clone(t.across)
	for _, r := range t.rivals {
		others = append(others, r.cluster)
	}
	if slices.ContainsFunc(append(others, t.in), func(c *cluster) bool { return p.busy[c] }) {
		return false
	}
	for _, c := range others {
		if first, second := inOrder(t.in, c); p.x.one(first, second) || p.x.oneAcross(first, second) {
			p.unite(first, second)
			return true
		}
	}
	if t.reread {
		p.settle(t.entry, t.rivals)
		return true
	}
	for _, r := range t.rivals {
		p.attract(t.in, r)
	}
	return true
}

// inOrder returns the one opened first first.
func inOrder(a, b *cluster) (first, second *cluster) {
	if a.id > b.id {
		return b, a
	}
	return a, b
}

// unitable says whether second may become one with first: together they are not
// too old, and second is whole. Of a story whose first item has left the index
// more may have left, so it keeps its name.
func (x *Index) unitable(first, second *cluster) bool {
	return second.opened() && first.span.with(second.span).within(x.options.Window)
}

// one says whether two stories tell one event. Their newest items are compared
// each with each of its language.
func (x *Index) one(first, second *cluster) bool {
	if !x.unitable(first, second) {
		return false
	}
	var logits, words, pairs float64
	enough, copied := unity, false
	a, b := first.newest(), second.newest()
	for _, e := range a {
		for _, o := range b {
			if o.tongue != e.tongue {
				continue
			}
			pairs++
			m := x.weigh(e, o)
			if m.logit < against {
				return false
			}
			logits += m.logit
			words += m.words / e.fewest()
			copied = copied || m.isCopy() || x.copies.same(e, o)
		}
	}
	if copied {
		enough = unityOfCopies
	}
	return pairs > 0 && logits >= enough*pairs && words >= pairs
}

// unite moves all items of second to first.
func (p *plan) unite(first, second *cluster) {
	for _, e := range second.items {
		stories := []*cluster{first}
		if !second.openedBy(e) {
			stories = append(stories, second)
		}
		p.move(e, first, p.x.tie(e, stories))
	}
}

// tie says why e belongs with stories: because of the item that it fits best,
// of its own language if there is one.
func (x *Index) tie(e *entry, stories []*cluster) feeds.Join {
	var own []match
	var across []crossMatch
	for _, c := range stories {
		own = append(own, x.withPeers(e, c, nil)...)
		for _, o := range c.around(e) {
			if o.tongue != e.tongue {
				across = append(across, x.crossing.weigh(e, o))
			}
		}
	}
	if len(own) > 0 {
		return x.join(e, slices.MaxFunc(own, func(a, b match) int { return cmp.Compare(a.logit, b.logit) }))
	}
	return x.crossJoin(e, slices.MaxFunc(across, func(a, b crossMatch) int { return cmp.Compare(a.logit, b.logit) }))
}

// move puts e into the story to because of why.
func (p *plan) move(e *entry, to *cluster, why feeds.Join) {
	p.busy[e.in], p.busy[to] = true, true
	p.moves = append(p.moves, feeds.Move{Item: e.id, Story: to.id, Join: why})
}

// settle finds the place of an item that was read anew: it stays, or goes to
// one of rivals, or stands alone.
func (p *plan) settle(e *entry, rivals []near) {
	alone := len(e.in.items) == 1
	if !alone && !p.misfits(e) {
		return
	}
	m, ok := p.x.find(e, rivals)
	switch {
	case ok && alone:
		if first, second := inOrder(e.in, m.with.in); second.opened() {
			p.unite(first, second)
		}
	case ok:
		p.move(e, m.with.in, p.x.join(e, m))
	case !alone:
		p.busy[e.in] = true
		p.moves = append(p.moves, feeds.Move{Item: e.id, Story: feeds.StoryID(e.id)})
	}
}

// misfits says what Index.misfits does, which is asked again and again of the
// members of a story to which much was added.
func (p *plan) misfits(e *entry) bool {
	loose, known := p.loose[e]
	if !known {
		loose = p.x.misfits(e)
		p.loose[e] = loose
	}
	return loose
}

// misfits says whether e no longer fits its story and may leave it.
func (x *Index) misfits(e *entry) bool {
	if e.in.openedBy(e) || x.heldAcross(e) {
		return false
	}
	_, own := x.fit(e, e.in, nil)
	return own < stays
}

// attract moves those items of r to c that were found to be like a new item of
// c, fit all of c and no longer fit r.
func (p *plan) attract(c *cluster, r near) {
	held := c.span
	for _, m := range r.known {
		o := m.with
		all := held.with(spanOf(o.at))
		if m.logit < p.x.model.threshold || !all.within(p.x.options.Window) || !p.misfits(o) {
			continue
		}
		if m, z := p.x.fit(o, c, nil); z > p.x.model.threshold {
			p.move(o, c, p.x.join(o, m))
			held = all
		}
	}
}
