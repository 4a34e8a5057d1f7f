package typeset

import (
	"fmt"
	"strings"

	"dateline/feeds"
	"dateline/ui/pane"
)

// entry is how one entry of a list stands.
type entry struct {
	follows bool   // another entry of the same list stands right before it
	lead    int    // cells before its mark
	mark    string // its bullet or number
	wide    int    // cells of the widest mark beside it
	out     int    // cells of its list that stand in the margin
}

// hang returns the marks of one depth in a column of their own, aligned at the
// side of the text.
func (e entry) hang(s side) hang {
	off := " "
	if strings.HasSuffix(e.mark, ".") {
		off = s.off()
	}
	first := strings.Repeat(" ", e.lead+e.wide-pane.Width(e.mark)) + e.mark + off
	return hang{first: first, rest: strings.Repeat(" ", pane.Width(first)), out: e.out, keep: true}
}

// lists returns how the entries of all lists stand, by their blocks.
func (pg *Page) lists(blocks []feeds.Block) []entry {
	out := make([]entry, len(blocks))
	for i := 0; i < len(blocks); {
		n := listLen(blocks[i:])
		if n > 0 {
			pg.list(blocks[i:i+n], out[i:i+n])
		}
		i += max(1, n)
	}
	return out
}

// listLen returns how many blocks belong to the list that blocks begin with. A
// list ends where at its own depth numbers follow bullets or the other way
// round.
func listLen(blocks []feeds.Block) int {
	for i, b := range blocks {
		if b.Kind != feeds.ListEntry || depth(b.Level) <= depth(blocks[0].Level) && (b.Number > 0) != (blocks[0].Number > 0) {
			return i
		}
	}
	return len(blocks)
}

// list says how the entries of one list stand. Their marks hang in the margin
// if there is room for them.
func (pg *Page) list(blocks []feeds.Block, out []entry) {
	var wide [maxDepth]int
	for i, b := range blocks {
		out[i].mark = pg.th.Glyphs.Bullet
		if b.Number > 0 {
			out[i].mark = fmt.Sprintf("%d.", b.Number)
		}
		d := depth(b.Level)
		wide[d] = max(wide[d], pane.Width(out[i].mark))
	}
	first, tight := 0, pg.tight(blocks)
	for i, b := range blocks {
		d := depth(b.Level)
		e := &out[i]
		e.follows, e.wide = i > 0 && tight, wide[d]
		for _, w := range wide[:d] {
			if w > 0 {
				e.lead += w + 1
			}
		}
		if i == 0 {
			first = e.wide + 1
		}
		if min(pg.column.margin, pg.column.right) > first {
			e.out = first
		}
	}
}

// tightLines is how many lines the entries of a list take on average at most if
// no blank lines part them.
const tightLines = 2

// tight says whether the entries of a list are short enough to be told apart
// without blank lines.
func (pg *Page) tight(blocks []feeds.Block) bool {
	sum := 0
	for _, b := range blocks {
		sum += pane.Width(b.Plain())
	}
	return sum <= tightLines*pg.column.width*len(blocks)
}
