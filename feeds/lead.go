package feeds

import "cmp"

// leadRules say which of two headlines leads, the weightiest first: the one
// with less fault. If they tell no difference, the earliest leads.
var leadRules = []struct {
	what  string
	fault func(h *headline) float64
}{
	{"in the language of most who tell it", func(h *headline) float64 { return -h.told }},
	{"in the language of most feeds", func(h *headline) float64 { return -h.read }},
	{"not labelled as a live blog, an opinion or a clip", func(h *headline) float64 { return one(labelled(h.item.Title)) }},
	{"not cut off", func(h *headline) float64 { return one(cutOff(h.item.Title)) }},
	{"not of state media if others tell it", func(h *headline) float64 { return one(h.feed.Affiliation.OfState()) }},
	{"not a question, not in capitals", func(h *headline) float64 { return one(asks(h.item.Title)) + one(shouts(h.item.Title)) }},
	{"neither a scrap nor a paragraph", func(h *headline) float64 { return one(h.length < fewestWords || h.length > mostWords) }},
	{"with a text of its own, no copy", func(h *headline) float64 { return one(h.item.Copy != 0) }},
	{"in words that the others use too", func(h *headline) float64 { return -h.agreed }},
}

// A headline of fewer words says too little, one of more is a paragraph.
const (
	fewestWords = 5
	mostWords   = 16
)

// one counts a fault.
func one(fault bool) float64 {
	if fault {
		return 1
	}
	return 0
}

// Lead returns the item whose headline stands for the story: the best one, not
// the loudest. Two headlines are compared by leadRules in their order, and the
// first rule that tells them apart decides. The story must hold an item.
func (s *Story) Lead(directory map[FeedID]Feed) *Item {
	if len(s.Items) == 1 {
		return &s.Items[0]
	}
	all := s.headlines(directory)
	best := all[0]
	for _, h := range all[1:] {
		if h.compare(best) < 0 {
			best = h
		}
	}
	return best.item
}

// compare is negative if h leads rather than o.
func (h *headline) compare(o *headline) int {
	for _, rule := range leadRules {
		if order := cmp.Compare(rule.fault(h), rule.fault(o)); order != 0 {
			return order
		}
	}
	return cmp.Or(h.item.Published.Compare(o.item.Published), cmp.Compare(h.item.ID, o.item.ID))
}
