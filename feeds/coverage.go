package feeds

import (
	"cmp"
	"slices"
)

// Coverage counts who tells a story.
type Coverage struct {
	Sources int         // independent of each other, see Sides
	State   int         // of Sources, those whose affiliation is state, government or party
	Wires   []WireCount // agencies whose text is carried by more than one publisher family, most first
}

// WireCount says that Carriers publisher families carry the text of Wire.
type WireCount struct {
	Wire     string
	Carriers int
}

// Coverage counts the sources of s. A feed that the directory does not know
// counts as its own family.
func (s *Story) Coverage(directory map[FeedID]Feed) Coverage {
	voices := s.voices(directory)
	c := Coverage{Sources: len(voices)}
	for _, v := range voices {
		if v.affiliation().OfState() {
			c.State++
		}
		if v.of.wire != "" && len(v.carriers) > 1 {
			c.Wires = append(c.Wires, WireCount{v.of.wire, len(v.carriers)})
		}
	}
	slices.SortFunc(c.Wires, func(a, b WireCount) int {
		return cmp.Or(cmp.Compare(b.Carriers, a.Carriers), cmp.Compare(a.Wire, b.Wire))
	})
	return c
}

// voice is one source of a story while its items are gathered.
type voice struct {
	of       owner
	carriers []carrier // in the order in which they were first seen
}

// carrier is a publisher family and its items of one voice.
type carrier struct {
	family string
	feed   Feed    // of the first item
	items  []*Item // in the order in which they were first seen
}

// owner is whose a text is: an agency's or, if wire is empty, a family's.
type owner struct{ wire, family string }

// voices returns the sources of s in the order in which they were first seen.
func (s *Story) voices(directory map[FeedID]Feed) []*voice {
	owners := s.owners(directory)
	byOwner := make(map[owner]*voice, len(owners))
	var out []*voice
	for i := range s.Items {
		it := &s.Items[i]
		of := owners[it.root()]
		v := byOwner[of]
		if v == nil {
			v = &voice{of: of}
			byOwner[of] = v
			out = append(out, v)
		}
		v.add(it, directory)
	}
	return out
}

// owners returns whose the texts of s are, by the item in which each was first
// seen: the agency's that any of its copies names, the first one if they name
// two, else the family's that was first seen with it.
func (s *Story) owners(directory map[FeedID]Feed) map[ItemID]owner {
	out := make(map[ItemID]owner, len(s.Items))
	for i := range s.Items {
		it := &s.Items[i]
		root := it.root()
		of, known := out[root]
		switch {
		case of.wire != "":
		case it.Wire != "":
			out[root] = owner{wire: it.Wire}
		case !known:
			out[root] = owner{family: familyOf(*it, directory)}
		}
	}
	return out
}

// root returns the item in which the text of it was first seen.
func (it *Item) root() ItemID { return cmp.Or(it.Copy, it.ID) }

func (v *voice) add(it *Item, directory map[FeedID]Feed) {
	family := familyOf(*it, directory)
	i := slices.IndexFunc(v.carriers, func(c carrier) bool { return c.family == family })
	if i < 0 {
		i = len(v.carriers)
		f := directory[it.Feed]
		f.Name = cmp.Or(f.Name, string(it.Feed))
		v.carriers = append(v.carriers, carrier{family: family, feed: f})
	}
	v.carriers[i].items = append(v.carriers[i].items, it)
}

// affiliation returns that of the agency whose text it is, whoever carries it.
// Where there is none it is that of the carrier who is the freest: what only
// state media tell is theirs.
func (v *voice) affiliation() Affiliation {
	if a := agencyOf[v.of.wire].Affiliation; a != "" {
		return a
	}
	free := func(a Affiliation) int {
		i := slices.Index(sides, a)
		if a.OfState() {
			i += len(sides) // behind those of whom nothing is known
		}
		return i
	}
	best := v.carriers[0].feed.Affiliation
	for _, c := range v.carriers[1:] {
		if a := c.feed.Affiliation; free(a) < free(best) {
			best = a
		}
	}
	return best
}
