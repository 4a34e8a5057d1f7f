package feeds

import (
	"cmp"
	"slices"
)

// Coverage counts who tells a story.
type Coverage struct {
	Sources int         // independent of each other: a publisher family once, one wire's text once
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
	sources := map[string]bool{}             // source -> told by state media only
	carriers := map[string]map[string]bool{} // wire -> families
	for _, it := range s.Items {
		f, family := directory[it.Feed], familyOf(it, directory)
		source := family
		if it.Wire != "" {
			source = "wire:" + it.Wire
			if carriers[it.Wire] == nil {
				carriers[it.Wire] = map[string]bool{}
			}
			carriers[it.Wire][family] = true
		}
		state := f.Affiliation == State || f.Affiliation == Government || f.Affiliation == Party
		if was, ok := sources[source]; ok {
			state = state && was
		}
		sources[source] = state
	}
	c := Coverage{Sources: len(sources)}
	for _, state := range sources {
		if state {
			c.State++
		}
	}
	for wire, by := range carriers {
		if len(by) > 1 {
			c.Wires = append(c.Wires, WireCount{wire, len(by)})
		}
	}
	slices.SortFunc(c.Wires, func(a, b WireCount) int {
		return cmp.Or(cmp.Compare(b.Carriers, a.Carriers), cmp.Compare(a.Wire, b.Wire))
	})
	return c
}
