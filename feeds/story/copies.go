package story

import (
	"cmp"
	"slices"
	"unique"

	"dateline/feeds"
)

const (
	// From this part of the shorter text on, two texts are one: a newsroom cuts
	// an agency's text and changes words of it, but a text of its own shares
	// names and quotes only.
	copyLikeness = 0.75
	slack        = 256     // so many prints that left may stand among the others
	mostLike     = 64      // newest prints of one bucket are looked at
	buckets      = 1 << 16 // of the bands together
)

// imprint is the sketch of one item of the index.
type imprint struct {
	of     *entry       // nil once it left
	root   feeds.ItemID // first item seen with the text: its own, if it is no copy
	sketch [sketchSize]byte
}

// copies find texts that were seen before. It is locality-sensitive hashing
// (Indyk and Motwani 1998): prints that have a pair of values in common stand
// in one bucket, and only those are compared.
type copies struct {
	prints []imprint          // in order of arrival; the number of a print is its place plus one
	older  [][allBands]uint32 // of each print: that of the same bucket that came before, by its number
	newest []uint32           // of each bucket: the number of its newest print, 0 if it is empty
	left   int                // prints without an entry

	// Of the search under way.
	found []likeness
	seen  []uint64 // one bit a print: it was looked at
}

// add enters a print. Without a whole sketch there is none.
func (c *copies) add(e *entry, sketch []byte, root feeds.ItemID) {
	if len(sketch) != sketchSize {
		return
	}
	if c.newest == nil {
		c.newest = make([]uint32, buckets)
	}
	c.prints = append(c.prints, imprint{of: e, root: cmp.Or(root, e.id), sketch: [sketchSize]byte(sketch)})
	c.older = append(c.older, [allBands]uint32{})
	c.link(uint32(len(c.prints)))
}

// link puts a print into its buckets.
func (c *copies) link(number uint32) {
	p := &c.prints[number-1]
	p.of.print = number
	for band, bucket := range bucketsOf(p.sketch[:]) {
		c.older[number-1][band], c.newest[bucket] = c.newest[bucket], number
	}
}

// drop takes the print of e out. The room of prints that left is used again
// when they are the most.
func (c *copies) drop(e *entry) {
	if e.print == 0 {
		return
	}
	c.prints[e.print-1].of = nil
	e.print = 0
	if c.left++; c.left < slack || c.left < len(c.prints)/2 {
		return
	}
	c.prints = slices.DeleteFunc(c.prints, func(p imprint) bool { return p.of == nil })
	c.older, c.left = c.older[:len(c.prints)], 0
	clear(c.newest)
	for i := range c.prints {
		c.link(uint32(i + 1))
	}
}

// bucketsOf returns the bucket of each band of a sketch.
func bucketsOf(sketch []byte) [allBands]uint32 {
	var out [allBands]uint32
	band, first := 0, lengthBytes
	for _, l := range extents {
		for i := range l.bands {
			pair := sketch[first+2*i : first+2*i+2]
			out[band] = uint32(mix(uint64(band)<<16|uint64(pair[0])<<8|uint64(pair[1])) % buckets)
			band++
		}
		first += l.values
	}
	return out
}

// likeness is how much of one text another one has.
type likeness struct {
	*imprint
	part float64 // of the shorter text, 0..1
}

// like returns the prints that have the same text as the sketch, the closest
// first, of equals the one that was seen first.
func (c *copies) like(sketch []byte) []likeness {
	if len(sketch) != sketchSize || c.newest == nil {
		return nil
	}
	c.begin()
	out := c.found[:0]
	for band, bucket := range bucketsOf(sketch) {
		number := c.newest[bucket]
		for n := 0; number != 0 && n < mostLike; n++ {
			if p := &c.prints[number-1]; c.first(number) && p.of != nil {
				if part := sameText(sketch, p.sketch[:]); part >= copyLikeness {
					out = append(out, likeness{p, part})
				}
			}
			number = c.older[number-1][band]
		}
	}
	slices.SortFunc(out, func(a, b likeness) int {
		return cmp.Or(cmp.Compare(b.part, a.part), cmp.Compare(a.root, b.root), cmp.Compare(a.of.id, b.of.id))
	})
	c.found = out
	return out
}

// begin has first say yes once more of each print.
func (c *copies) begin() {
	clear(c.seen)
	if words := len(c.prints)/64 + 1; len(c.seen) < words {
		c.seen = make([]uint64, words+words/4)
	}
}

// first says whether it is asked of the print for the first time: most stand in
// several buckets.
func (c *copies) first(number uint32) bool {
	word, bit := &c.seen[number/64], uint64(1)<<(number%64)
	first := *word&bit == 0
	*word |= bit
	return first
}

// same says whether a and b have one text, as their sketches tell.
func (c *copies) same(a, b *entry) bool {
	return a.print != 0 && b.print != 0 && c.prints[a.print-1].root == c.prints[b.print-1].root
}

// original finds the item whose text e has too, in other hands: it says which
// item was seen first with the text, and takes over the agency. No text is an
// original that one feed gives to headlines that have nothing in common: it is
// what that feed puts under all of them.
func (x *Index) original(e *entry, it *feeds.Item) (best likeness, ok bool) {
	it.Copy = 0
	all := x.copies.like(it.Sketch)
	if len(all) == 0 {
		return likeness{}, false
	}
	told := map[unique.Handle[feeds.FeedID]]*entry{e.feed: e}
	for _, l := range all {
		o := l.of
		if gap(e.at, o.at) > x.options.Window {
			continue
		}
		if same := told[o.feed]; same != nil && !shareTitle(same, o) {
			return likeness{}, false
		}
		told[o.feed] = o
		if o.feed == e.feed || l.root >= e.id || !aboutSame(e, o) {
			continue
		}
		if !ok {
			best, ok = l, true
		}
		it.Wire = cmp.Or(it.Wire, o.wire.Value())
	}
	if ok {
		it.Copy, e.wire = best.root, unique.Make(it.Wire)
	}
	return best, ok
}

// shareTitle says whether two headlines have a word in common that means
// something.
func shareTitle(a, b *entry) bool {
	return share(a, b, func(t, o term) bool { return t.title() && o.title() })
}

// aboutSame says whether a word of one headline stands in the other item. It
// does not where the text that both have is a notice to readers.
func aboutSame(a, b *entry) bool {
	return share(a, b, func(t, o term) bool { return t.title() || o.title() })
}

// share says whether a and b have a word in common that fits.
func share(a, b *entry, fits func(t, o term) bool) bool {
	for i, j := 0, 0; i < len(a.terms) && j < len(b.terms); {
		switch t, o := a.terms[i], b.terms[j]; {
		case t.word < o.word:
			i++
		case o.word < t.word:
			j++
		case fits(t, o):
			return true
		default:
			i, j = i+1, j+1
		}
	}
	return false
}
