package feeds

import (
	"cmp"
	"slices"
)

// Tags returns what the story is about: the tags of its items, summed. Where
// three or more publisher families tell it, a tag that only one of them gives
// is left to that one's items, unless the reader's corrections gave it. A feed
// that the directory does not know counts as its own family.
func (s *Story) Tags(directory map[FeedID]Feed) Tags {
	if len(s.Items) == 1 {
		return s.Items[0].Tags
	}
	families := make([]string, len(s.Items))
	for i, it := range s.Items {
		families[i] = familyOf(it, directory)
	}
	return Tags{
		Countries: vote(s.Items, families, func(it Item) []Tag { return it.Tags.Countries }),
		Areas:     vote(s.Items, families, func(it Item) []Tag { return it.Tags.Areas }),
	}
}

// familyOf names the publisher behind an item.
func familyOf(it Item, directory map[FeedID]Feed) string {
	return cmp.Or(directory[it.Feed].Family, string(it.Feed))
}

// ballot is one tag of several items and who gave it.
type ballot struct {
	tag Tag
	by  []string // families
	own bool     // by the reader's word
}

// vote sums tags and leaves out those that a lone family gave, unless no two
// agree on any.
func vote(items []Item, families []string, of func(Item) []Tag) []Tag {
	const quorum = 3 // families from which on a lone one is odd
	var all []ballot
	for i, it := range items {
		for _, t := range of(it) {
			n := slices.IndexFunc(all, func(b ballot) bool { return b.tag.Code == t.Code })
			if n < 0 {
				n = len(all)
				all = append(all, ballot{tag: Tag{Code: t.Code}})
			}
			all[n].add(t, families[i])
		}
	}
	lone := func(b ballot) bool { return len(b.by) < 2 }
	agreed := slices.ContainsFunc(all, func(b ballot) bool { return !lone(b) })
	if distinct(families) >= quorum && agreed {
		all = slices.DeleteFunc(all, func(b ballot) bool { return lone(b) && !b.own })
	}
	out := make([]Tag, len(all))
	for i, b := range all {
		out[i] = b.tag
	}
	slices.SortStableFunc(out, func(a, b Tag) int { return cmp.Compare(b.Weight, a.Weight) })
	return out
}

func (b *ballot) add(t Tag, family string) {
	b.tag.Weight += t.Weight
	b.tag.About = b.tag.About || t.About
	b.tag.Why = append(b.tag.Why, t.Why...)
	b.own = b.own || slices.ContainsFunc(t.Why, func(e Evidence) bool { return e.Rule == OwnRule })
	if !slices.Contains(b.by, family) {
		b.by = append(b.by, family)
	}
}

func distinct(words []string) int { return len(slices.Compact(slices.Sorted(slices.Values(words)))) }
