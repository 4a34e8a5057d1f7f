package story

// probe is an entry made ready to be compared with many others: of any word it
// knows at once whether the entry has it.
type probe struct {
	of *entry
	at []uint8 // by number of the word: its place among the terms of the entry, plus one; 0 if it has not
}

// termSet is a set of terms of one entry, by their places.
type termSet uint64

const _ = uint(64 - mostTerms) // they fit

func (s termSet) has(place int) bool { return s>>place&1 == 1 }

// aim readies p for e.
func (p *probe) aim(e *entry, l *lexicon) {
	if short := len(l.lexemes) - len(p.at); short > 0 {
		p.at = append(p.at, make([]uint8, short)...)
	}
	if p.of == e {
		return
	}
	if p.of != nil {
		for _, t := range p.of.terms {
			p.at[t.word.number()] = 0
		}
	}
	for i, t := range e.terms {
		p.at[t.word.number()] = uint8(i + 1)
	}
	p.of = e
}

// compare gathers what the entry and o share and what either has alone, in one
// walk over the terms of o and one over its own.
func (p *probe) compare(o *entry) shared {
	var s shared
	var left, right side
	var both termSet
	for _, t := range o.terms {
		i := p.at[t.word.number()]
		if i != 0 {
			both |= 1 << (i - 1)
			s.add(p.of.terms[i-1], t)
		}
		if t.tells() {
			right.add(t, i != 0)
		}
	}
	for i, t := range p.of.terms {
		if t.tells() {
			left.add(t, both.has(i))
		}
	}
	s.part(left, right)
	return s
}
