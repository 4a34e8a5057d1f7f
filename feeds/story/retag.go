package story

import (
	"maps"
	"slices"

	"dateline/feeds"
)

// Retag has x know the new tags of the items that it holds. They stay in their
// stories; what comes is compared with them by these.
func (x *Index) Retag(tags map[feeds.ItemID]feeds.Tags) {
	x.mu.Lock()
	defer x.mu.Unlock()
	for _, id := range slices.Sorted(maps.Keys(tags)) { // what is found does not depend on the order of a map
		if e := x.entries[id]; e != nil {
			now := about(tags[id])
			x.crossing.drop(e) // what it is found by depends on the countries
			x.lexicon.displace(e, minus(e.countries, now))
			x.lexicon.place(e, minus(now, e.countries), &x.seats)
			e.countries = now
			x.crossing.post(e, &x.seats)
		}
	}
}

// minus returns those of a that are not among b.
func minus(a, b []code) []code {
	return slices.DeleteFunc(slices.Clone(a), func(c code) bool { return slices.Contains(b, c) })
}
