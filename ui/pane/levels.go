package pane

import (
	"slices"

	"golang.org/x/text/unicode/bidi"
)

// The Unicode bidirectional algorithm (UAX #9) for one line without explicit
// formatting characters, which no clean text holds. golang.org/x/text knows
// the classes of characters, but tells of the levels only whether they are
// odd, and so cannot place a number within text from right to left.

// visualOrder returns the indexes of characters from left to right as they are
// shown, and for each character whether it runs from right to left.
func visualOrder(chars []string, fromRight bool) (order []int, turned []bool) {
	levels := levelsOf(chars, fromRight)
	order, turned = make([]int, len(levels)), make([]bool, len(levels))
	highest := 0
	for i, l := range levels {
		order[i], turned[i] = i, l%2 == 1
		highest = max(highest, l)
	}
	for level := highest; level > 0; level-- { // L2
		for i := 0; i < len(order); i++ {
			j := i
			for j < len(order) && levels[order[j]] >= level {
				j++
			}
			if j > i {
				slices.Reverse(order[i:j])
				i = j
			}
		}
	}
	return order, turned
}

// levelsOf returns the embedding levels of characters.
func levelsOf(chars []string, fromRight bool) []int {
	r := resolver{chars: chars, base: bidi.L, classes: make([]bidi.Class, len(chars))}
	if fromRight {
		r.base = bidi.R
	}
	for i, c := range chars {
		r.classes[i] = classOf(c)
	}
	ends := r.blankEnd()
	r.letters()
	r.numbers()
	r.brackets()
	r.neutrals()
	return r.levels(ends)
}

func classOf(char string) bidi.Class {
	p, _ := bidi.LookupString(char)
	return p.Class()
}

// resolver replaces classes step by step, as the rules of UAX #9 are numbered.
type resolver struct {
	chars   []string
	classes []bidi.Class
	base    bidi.Class // L or R
}

// blankEnd returns where the white space at the end of the line begins.
func (r *resolver) blankEnd() int {
	n := len(r.classes)
	for n > 0 && (r.classes[n-1] == bidi.WS || r.classes[n-1] == bidi.S) {
		n--
	}
	return n
}

// letters applies W1 to W3.
func (r *resolver) letters() {
	prev, strong := r.base, r.base
	for i, c := range r.classes {
		if c == bidi.NSM || c == bidi.BN {
			c = prev
		}
		prev = c
		switch {
		case c == bidi.L || c == bidi.R || c == bidi.AL:
			strong = c
		case c == bidi.EN && strong == bidi.AL:
			c = bidi.AN
		}
		if c == bidi.AL {
			c = bidi.R
		}
		r.classes[i] = c
	}
}

// numbers applies W4 to W7.
func (r *resolver) numbers() {
	cs := r.classes
	for i := 1; i+1 < len(cs); i++ {
		before, after := cs[i-1], cs[i+1]
		if before == after && (cs[i] == bidi.ES && before == bidi.EN || cs[i] == bidi.CS && (before == bidi.EN || before == bidi.AN)) {
			cs[i] = before
		}
	}
	for i := 0; i < len(cs); i++ {
		j := r.run(i, func(c bidi.Class) bool { return c == bidi.ET })
		if j > i && (i > 0 && cs[i-1] == bidi.EN || j < len(cs) && cs[j] == bidi.EN) {
			r.fill(i, j, bidi.EN)
		}
		i = max(i, j-1)
	}
	strong := r.base
	for i, c := range cs {
		switch {
		case c == bidi.ES || c == bidi.ET || c == bidi.CS:
			cs[i] = bidi.ON
		case c == bidi.L || c == bidi.R:
			strong = c
		case c == bidi.EN && strong == bidi.L:
			cs[i] = bidi.L
		}
	}
}

// run returns the end of the characters from i on of which is is true.
func (r *resolver) run(i int, is func(bidi.Class) bool) int {
	for i < len(r.classes) && is(r.classes[i]) {
		i++
	}
	return i
}

func (r *resolver) fill(i, j int, c bidi.Class) {
	for ; i < j; i++ {
		r.classes[i] = c
	}
}

// direction returns L or R for what has one, as N0 to N2 see it, else ON.
func direction(c bidi.Class) bidi.Class {
	if c == bidi.EN || c == bidi.AN {
		return bidi.R
	}
	if c == bidi.L || c == bidi.R {
		return c
	}
	return bidi.ON
}

// neutrals applies N1 and N2.
func (r *resolver) neutrals() {
	before := r.base
	for i := 0; i < len(r.classes); i++ {
		if d := direction(r.classes[i]); d != bidi.ON {
			before = d
			continue
		}
		j := r.run(i, func(c bidi.Class) bool { return direction(c) == bidi.ON })
		after := r.base
		if j < len(r.classes) {
			after = direction(r.classes[j])
		}
		if before == after {
			r.fill(i, j, before)
		} else {
			r.fill(i, j, r.base)
		}
		i = j - 1
	}
}

// levels applies I1, I2 and L1.
func (r *resolver) levels(ends int) []int {
	base := 0
	if r.base == bidi.R {
		base = 1
	}
	out := make([]int, len(r.classes))
	for i, c := range r.classes {
		out[i] = base
		switch {
		case i >= ends:
		case c == bidi.AN || c == bidi.EN:
			out[i] = 2
		case c != r.base:
			out[i] = base + 1
		}
	}
	return out
}
