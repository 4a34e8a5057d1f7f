package article

import (
	"slices"

	"dateline/feeds"
	"dateline/ui/typeset"
)

// giver says whose text is on show, the better one last.
type giver int

const (
	excerpt  giver = iota // what the list knows of an item
	feedText              // all that the feed gave
	pageText
)

// reading is where a reader is in the text of an item.
type reading struct {
	at   typeset.Place
	of   giver
	read bool // they read there, and did not only look
}

// start is the place of a reader who has not begun.
var start = typeset.Place{Block: typeset.Head}

// find puts the line where the reader was on top: the last one that does not
// lie behind that place. A place in another text than the one on show is none.
func (p *Pane) find() {
	if p.output != nil {
		p.top = min(p.top, p.lastTop())
		return
	}
	it, _ := p.Item()
	at := start
	if r, ok := p.places[it.ID]; ok && r.of == p.of {
		at = r.at
	}
	p.top = min(max(0, p.lineOf(at)), p.lastTop())
}

// lineOf returns the line in which a place stands; it is below 0 if all stand
// behind it.
func (p *Pane) lineOf(at typeset.Place) int {
	i, found := slices.BinarySearchFunc(p.lines, at, func(l line, at typeset.Place) int { return l.Place.Compare(at) })
	if !found {
		i--
	}
	return i
}

// stay keeps the place of the reader in the text: what is on top now. read says
// that they have come there by reading.
func (p *Pane) stay(read bool) {
	if it, ok := p.Item(); ok && p.output == nil && p.top < len(p.lines) {
		p.places[it.ID] = reading{p.lines[p.top].Place, p.of, read || p.places[it.ID].read}
	}
}

// carry takes the reader over into another text of the item: to the paragraph
// on which they are, if it is there. A place that belongs to the new text
// already is left alone. A bookmark holds for one text, so that it has to be
// taken anew.
func (p *Pane) carry(next feeds.Article, of giver) {
	r, ok := p.places[next.Item]
	if !ok || r.of != p.of || len(p.article.Blocks) == 0 {
		return
	}
	p.places[next.Item] = reading{carried(p.article.Blocks, next.Blocks, r.at), of, r.read}
	p.mark.unkept = p.mark.unkept || r.read
}

// carried returns where a place of one text is in another: in the nearest
// paragraph of the same words, else behind the last one before it that both
// have, else at the start.
func carried(from, to []feeds.Block, at typeset.Place) typeset.Place {
	switch {
	case at.Block < 0:
		return at
	case at.Block >= len(from):
		return typeset.Place{Block: at.Block - len(from) + len(to), At: at.At}
	}
	if i, ok := nearest(to, from[at.Block].Plain(), at.Block); ok {
		return typeset.Place{Block: i, At: at.At}
	}
	for b := at.Block - 1; b >= 0; b-- {
		if i, ok := nearest(to, from[b].Plain(), b); ok {
			return typeset.Place{Block: i + 1}
		}
	}
	return start
}

// nearest returns the block that says words, of several the one nearest to i.
func nearest(blocks []feeds.Block, words string, i int) (int, bool) {
	best, found := 0, false
	for j, b := range blocks {
		if b.Plain() == words && (!found || abs(j-i) < abs(best-i)) {
			best, found = j, true
		}
	}
	return best, found && words != ""
}

func abs(n int) int { return max(n, -n) }

// textEnd returns the line behind the last one of the text.
func (p *Pane) textEnd() int {
	if p.output != nil {
		return len(p.lines)
	}
	i := p.lineOf(typeset.Place{Block: len(p.article.Blocks), At: -1})
	return i + 1
}

// progress says how far the reader has come in per cent of the text: 100 when
// its end is in sight. It answers false if all of it is in sight at once.
func (p *Pane) progress() (percent int, long bool) {
	last := p.textEnd() - max(1, p.rows())
	if last <= 0 {
		return 100, false
	}
	return min(100, 100*p.top/last), true
}
