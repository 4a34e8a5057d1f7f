package typeset

import "cmp"

// Place is a point of an article that does not depend on the width: a block,
// and the bytes into its plain text (feeds.Block.Plain). What stands above the
// text are the blocks from Head on, what stands below it those after the last;
// there the lines are counted, apart from the headline's. Blank lines before a
// block are below 0.
type Place struct{ Block, At int }

// The blocks above the text.
const (
	Head     = -3 + iota // what stands above the headline
	Headline             // that itself
	Below                // what stands between it and the text
)

// Compare returns -1, 0 or 1 as a stands before, at or behind b.
func (a Place) Compare(b Place) int {
	return cmp.Or(cmp.Compare(a.Block, b.Block), cmp.Compare(a.At, b.At))
}

// Line is one finished line of the screen, and where it stands in the text.
type Line struct {
	Text  string // painted; no style and no link is open at its end
	Place Place
	anew  func(finds) string // paints it with what is found in it; nil if it holds no text
}
