package feeds

import (
	"cmp"
	"slices"
	"time"
)

// Side holds the sources of a story that have one affiliation. Beside each
// other the sides show what state media say and what others say.
type Side struct {
	Affiliation Affiliation // empty if nothing is known of the sources
	Sources     []Source    // never empty; the one that told first is the first
}

// Source is one voice of a story: a publisher family, or an agency with all who
// carry its text. The sources of a story are independent of each other, as far
// as their publishers and texts show it.
type Source struct {
	Name        string // to print: the agency, else the outlet of the family that was first seen with the text
	Country     string // where it is based: ISO 3166-1 alpha-2 or XK; empty if unknown
	Affiliation Affiliation
	Wire        string    // the agency whose text it is, then also the Name; empty for a publisher's own text
	Carriers    []Carrier // who else has the text, the first seen first; under an agency all but its own feed
	Items       []ItemID  // all items of the source and its carriers, the newest first; never empty
	First, Last time.Time // when the oldest and the newest of Items were published
}

// Carrier is a publisher family that has the text of another.
type Carrier struct {
	Name        string // of the outlet
	Country     string // where it is based: ISO 3166-1 alpha-2 or XK; empty if unknown
	Affiliation Affiliation
	Item        ItemID // its newest item with that text
}

// sides are the affiliations in the order in which they are shown.
var sides = []Affiliation{Independent, Public, StateFunded, Exile, State, Government, Party, ""}

// OfState says whether a state, a government or a party can tell the publisher
// what to write.
func (a Affiliation) OfState() bool { return a == State || a == Government || a == Party }

// Sides returns the sources of s by affiliation, always in this order:
// independent, public, state-funded, exile, state, government, party, unknown.
// A side without a source is left out.
//
// A publisher family is one source, the text of an agency is one, and so are
// all copies of one text: if any of them names an agency, they are part of its
// source. An agency has its own affiliation, whoever carries it; of others who
// have one text the freest counts.
func (s *Story) Sides(directory map[FeedID]Feed) []Side {
	byAffiliation := map[Affiliation][]Source{}
	for _, v := range s.voices(directory) {
		src := v.source()
		byAffiliation[src.Affiliation] = append(byAffiliation[src.Affiliation], src)
	}
	var out []Side
	for _, a := range sides {
		if sources := byAffiliation[a]; len(sources) > 0 {
			slices.SortStableFunc(sources, func(a, b Source) int { return a.First.Compare(b.First) })
			out = append(out, Side{Affiliation: a, Sources: sources})
		}
	}
	return out
}

// source returns what the page shows of v.
func (v *voice) source() Source {
	first := v.carriers[0].feed
	src := Source{Name: first.Outlet(), Country: first.Country, Affiliation: v.affiliation(), Wire: v.of.wire}
	others := v.carriers[1:]
	if v.of.wire != "" {
		src.Name, src.Country = v.of.wire, agencyOf[v.of.wire].Country
		others = slices.DeleteFunc(slices.Clone(v.carriers), func(c carrier) bool { return c.feed.IsOf(v.of.wire) })
	}
	for _, c := range others {
		src.Carriers = append(src.Carriers, Carrier{
			Name: c.feed.Outlet(), Country: c.feed.Country, Affiliation: c.feed.Affiliation, Item: newestFirst(c.items)[0].ID,
		})
	}
	all := newestFirst(v.items())
	for _, it := range all {
		src.Items = append(src.Items, it.ID)
	}
	src.First, src.Last = all[len(all)-1].Published, all[0].Published
	return src
}

func (v *voice) items() []*Item {
	var out []*Item
	for _, c := range v.carriers {
		out = append(out, c.items...)
	}
	return out
}

// newestFirst orders items by when they were published, those of one time by
// when they came.
func newestFirst(items []*Item) []*Item {
	out := slices.Clone(items)
	slices.SortFunc(out, func(a, b *Item) int {
		return cmp.Or(b.Published.Compare(a.Published), cmp.Compare(b.ID, a.ID))
	})
	return out
}
