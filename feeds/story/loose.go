package story

import (
	"cmp"

	"dateline/feeds"
)

// Attribute says in Place and Wire from where an item is and whose text, as far
// as it tells; else the text is of own, the agency whose feed the item comes
// from, if there is one. In Sketch it says by what copies of the text are known.
func Attribute(it *feeds.Item, own string) {
	l := Trace(it.Title, it.Summary, it.Text, it.Byline)
	it.Place, it.Wire, it.Sketch = l.Place, cmp.Or(l.Wire, own), Sketch(it.Summary, it.Text)
}

// Loose is an Index of items that nobody has looked at before and that come from
// no feed.
type Loose struct{ *Index }

// Add attributes the item and finds its story.
func (x Loose) Add(it *feeds.Item) {
	Attribute(it, "")
	x.Index.Add(it)
}
