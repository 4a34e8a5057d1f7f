package typeset

import (
	"cmp"
	"slices"

	"github.com/clipperhouse/uax29/v2/graphemes"

	"dateline/ui/pane"
	"dateline/ui/theme"
)

// Mark is a stretch of the text that is found: the bytes From to To of the
// plain text of a block.
type Mark struct{ Block, From, To int }

// Marked returns the painted line with what is found in it. The marks come in
// the order of the text; current is the index of the one on which the reader
// stands.
func (l Line) Marked(marks []Mark, current int) string {
	inBlock := func(m Mark, block int) int { return cmp.Compare(m.Block, block) }
	from, _ := slices.BinarySearchFunc(marks, l.Place.Block, inBlock)
	to, _ := slices.BinarySearchFunc(marks, l.Place.Block+1, inBlock)
	if l.anew == nil || from == to {
		return l.Text
	}
	return l.anew(finds{marks[from:to], current - from})
}

// finds is what is found in a block, and which of that the reader stands on.
type finds struct {
	marks []Mark
	here  int
}

// at says what is found between two bytes of the block.
func (f finds) at(from, to int) found {
	i, _ := slices.BinarySearchFunc(f.marks, from+1, func(m Mark, at int) int { return cmp.Compare(m.To, at) })
	switch {
	case i == len(f.marks) || f.marks[i].From >= max(to, from+1):
		return notFound
	case i == f.here:
		return isHere
	}
	return isFound
}

// marked is painted with the characters marked that are found.
func (t *text) marked(th theme.Theme, l pane.Line, f finds) string {
	if len(f.marks) == 0 {
		return t.painted(th, l)
	}
	out := &text{}
	for g := graphemes.FromString(t.said.String()[l.Start:l.End]); g.Next(); {
		start := l.Start + g.Start()
		r, from := t.runs[t.run(start)], t.place(start)
		if !r.added {
			r.style.found = f.at(from, t.place(l.Start+g.End()))
		}
		out.write(g.Value(), r.style, from)
	}
	return out.painted(th, pane.Line{End: out.said.Len(), Hyphen: l.Hyphen})
}
