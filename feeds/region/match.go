package region

// match finds the names of the text, the longest first at each word.
func (d *document) match() {
	simple := !d.forms && !d.own.hasNames()
	for i := 0; i < len(d.tokens); {
		if simple && d.lex.next(0, d.tokens[i].word) == 0 || !d.beginsName(i) { // most words begin no name
			i++
			continue
		}
		s, ok := d.longest(i)
		if !ok {
			i++
			continue
		}
		d.spans = append(d.spans, s)
		d.tokens[i].name = true
		i = s.last + 1
	}
}

// longest returns the longest name that begins at token i. What the reader says
// of these very words goes with it; of longer ones, it goes before.
func (d *document) longest(i int) (span, bool) {
	best, ok := d.longestIn(d.lex, i, asWritten)
	if !ok && d.forms {
		best, ok = d.longestIn(d.lex, i, asForm)
	}
	mine, corrected := d.corrected(i)
	switch {
	case !corrected || ok && mine.last < best.last:
		return best, ok
	case !ok || mine.last > best.last:
		best = mine
	}
	best.own = d.verdicts(mine.entry, i, mine.last)
	return best, true
}

// corrected returns the longest words at token i that the reader has corrected,
// as they are written, else in any form.
func (d *document) corrected(i int) (span, bool) {
	if !d.own.hasNames() {
		return span{}, false
	}
	for _, w := range []way{asOwn, asWritten, asForm} {
		if s, ok := d.longestIn(d.own.names, i, w); ok {
			return s, true
		}
	}
	return span{}, false
}

// way says which number of a token counts first.
type way uint8

const (
	asWritten way = iota
	asOwn         // that of the reader's own names
	asForm        // that of the word of which it may be a form
)

// below returns the node of l below node for t; 0 if there is none.
func (l *lexicon) below(node int32, t *token, w way) int32 {
	switch {
	case w == asOwn && t.mine != 0:
		return l.next(node, t.mine)
	case w == asForm && t.other != 0:
		if next := l.next(node, t.other); next != 0 {
			return next
		}
	}
	return l.next(node, t.word)
}

// longestIn returns the longest name of l that begins at token i.
func (d *document) longestIn(l *lexicon, i int, w way) (span, bool) {
	var best span
	node := int32(0)
	for j := i; j < len(d.tokens); j++ {
		t := &d.tokens[j]
		if j > i && t.before > hyphen {
			break
		}
		if node = l.below(node, t, w); node == 0 {
			break
		}
		e := l.entries[node]
		if e == nil || !d.endsName(i, j) {
			continue
		}
		if s, ok := d.spelled(e, i, j); ok {
			best = span{first: i, last: j, entry: e, sense: s}
		}
	}
	return best, best.entry != nil
}

// spelled returns what e stands for as the words from i to j are written, and
// whether they are written as e is. What they stand for in the language of the
// text goes before.
func (d *document) spelled(e *entry, i, j int) (sense, bool) {
	plain := false
	var own *sense
	for k := range e.spellings {
		sp := &e.spellings[k]
		if plain && sp.own == nil || !d.fits(sp, i, j) {
			continue
		}
		switch {
		case sp.own == nil:
			plain = true
		case !plain || sp.langs&d.told != 0:
			own = sp.own
		}
	}
	if own != nil {
		return *own, true
	}
	return e.plain, plain
}

// speaks says whether the text may be in a language of sp.
func (d *document) speaks(sp *spelling) bool {
	return sp.langs == 0 || sp.langs&d.langs != 0 && (!sp.sure || sp.langs&d.told != 0)
}

func (d *document) fits(sp *spelling, i, j int) bool {
	p := &d.parts[d.tokens[j].part]
	if !d.speaks(sp) || len(sp.shapes) != j-i+1 {
		return false
	}
	for k, need := range sp.shapes {
		have := d.tokens[i+k].shape
		if have&need != need {
			return false
		}
		// In a text of capitals an acronym may be any word: US or us.
		if need&capitals != 0 && p.capital && len(sp.shapes) == 1 && have&dotted == 0 && d.tokens[i].end-d.tokens[i].start < 4 {
			return false
		}
	}
	if sp.end == 0 {
		return true
	}
	end := int(d.tokens[j].end)
	return end < len(p.text) && p.text[end] == sp.end
}

// absorb takes away a place that is only named to tell which state's town is
// meant: the Lebanon of "Lebanon, Pennsylvania,".
func (d *document) absorb() {
	for i := range len(d.spans) - 1 {
		a, b := &d.spans[i], &d.spans[i+1]
		if b.first != a.last+1 || d.tokens[b.first].before != comma {
			continue
		}
		if !a.sense.rule.place || b.sense.rule.name != "state" {
			continue
		}
		if a.sense.rule.name == "country name" && b.last+1 < len(d.tokens) && d.tokens[b.last+1].before < comma {
			continue
		}
		a.entry = nil
	}
}
