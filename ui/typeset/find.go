package typeset

import (
	"cmp"
	"slices"

	"github.com/clipperhouse/uax29/v2/graphemes"
)

// find returns a text of the block being set with what is found in it.
func (pg *Page) find(t *text) *text {
	from, _ := slices.BinarySearchFunc(pg.o.Marks, pg.block, func(m Mark, b int) int { return cmp.Compare(m.Block, b) })
	to, _ := slices.BinarySearchFunc(pg.o.Marks, pg.block+1, func(m Mark, b int) int { return cmp.Compare(m.Block, b) })
	if from == to {
		return t
	}
	return t.marked(pg.o.Marks[from:to], pg.o.Current-from)
}

// marked returns the text with the characters that marks touch as found; here
// is the index of the mark on which the reader stands.
func (t *text) marked(marks []Mark, here int) *text {
	out := &text{}
	for g := graphemes.FromString(t.said.String()); g.Next(); {
		r, from, to := t.runs[t.run(g.Start())], t.place(g.Start()), t.place(g.End())
		if r.added {
			out.at = from
			out.note(g.Value(), r.style)
			continue
		}
		i, _ := slices.BinarySearchFunc(marks, from+1, func(m Mark, at int) int { return cmp.Compare(m.To, at) })
		if i < len(marks) && marks[i].From < max(to, from+1) {
			r.style.found = isFound
			if i == here {
				r.style.found = isHere
			}
		}
		out.write(g.Value(), r.style, from)
	}
	out.at = t.at
	return out
}
