package feeds

import (
	"cmp"
	"time"
)

// Order is an order in which stories are listed.
type Order string

// The orders. The first one is the usual one.
const (
	Newest      Order = "newest"
	MostCovered Order = "covered"
	RisingFirst Order = "rising"
)

// Orders lists every Order, in the order in which they are offered.
func Orders() []Order { return []Order{Newest, MostCovered, RisingFirst} }

// Label names the order for people.
func (o Order) Label() string {
	if o == MostCovered {
		return "most covered"
	}
	return string(o)
}

// Next returns the order that is offered after o, the first one after the last.
func (o Order) Next() Order {
	all := Orders()
	for i, known := range all {
		if known == o {
			return all[(i+1)%len(all)]
		}
	}
	return Newest
}

// Rank is what orders look at in a story.
type Rank struct {
	Story   StoryID
	Updated time.Time
	Sources int  // independent of each other
	Rise    Rise // only for RisingFirst
}

// Compare says which of two stories comes first: negative if it is a. Of two
// that are equal in an order the one that was told of last comes first.
func (o Order) Compare(a, b Rank) int {
	var first int
	switch o {
	case Newest:
	case MostCovered:
		first = cmp.Compare(b.Sources, a.Sources)
	case RisingFirst:
		first = b.Rise.compare(a.Rise)
	}
	return cmp.Or(first, b.Updated.Compare(a.Updated), cmp.Compare(b.Story, a.Story))
}
