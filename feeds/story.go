package feeds

import (
	"cmp"
	"slices"
	"time"
)

// Story is one event as several outlets tell it. Items are in the order in
// which they were first seen, so the first one stays the first.
type Story struct {
	ID    StoryID
	Items []Item
}

// Put adds it to the story, or replaces the item of the same ID.
func (s *Story) Put(it Item) {
	i, found := slices.BinarySearchFunc(s.Items, it, func(a, b Item) int {
		return cmp.Or(a.Seen.Compare(b.Seen), cmp.Compare(a.ID, b.ID))
	})
	if j := slices.IndexFunc(s.Items, func(o Item) bool { return o.ID == it.ID }); j >= 0 {
		s.Items = slices.Delete(s.Items, j, j+1)
		if j < i {
			i--
		}
	} else if found {
		return
	}
	s.Items = slices.Insert(s.Items, i, it)
}

// Drop takes the item out and says whether it was there.
func (s *Story) Drop(id ItemID) bool {
	n := len(s.Items)
	s.Items = slices.DeleteFunc(s.Items, func(o Item) bool { return o.ID == id })
	return len(s.Items) < n
}

// Lead returns the item whose headline stands for the story: the one that was
// published first. The story must hold an item.
func (s *Story) Lead() *Item {
	lead := &s.Items[0]
	for i := range s.Items {
		if s.Items[i].Published.Before(lead.Published) {
			lead = &s.Items[i]
		}
	}
	return lead
}

// Updated returns the Published time of the newest item.
func (s *Story) Updated() time.Time {
	var t time.Time
	for i := range s.Items {
		if s.Items[i].Published.After(t) {
			t = s.Items[i].Published
		}
	}
	return t
}

// Unread says whether nothing of the story was read yet.
func (s *Story) Unread() bool {
	return !slices.ContainsFunc(s.Items, func(o Item) bool { return o.Read })
}

// Starred says whether any item of the story is starred.
func (s *Story) Starred() bool {
	return slices.ContainsFunc(s.Items, func(o Item) bool { return o.Starred })
}

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

// GroupKind says how the entries of a related group relate to the item.
type GroupKind string

// The kinds of related group, in the order in which they are shown.
const (
	SameEvent   GroupKind = "same event"
	Earlier     GroupKind = "earlier"
	SameActors  GroupKind = "same actors"
	SameCountry GroupKind = "same country"
)

// RelatedEntry is one item of a group, with the reason in a word or two.
type RelatedEntry struct {
	Item Item
	Why  string
}

// RelatedGroup is a lead and a few headlines. It is never empty, and Label
// names what tells it apart from the other groups ("Russia + China").
type RelatedGroup struct {
	Kind    GroupKind
	Label   string
	Entries []RelatedEntry // the lead first
}

// Related is everything that belongs beside one item.
type Related struct {
	Item   ItemID
	Groups []RelatedGroup
}

// IDs returns the items of r, never nil.
func (r Related) IDs() []ItemID {
	ids := []ItemID{}
	for _, g := range r.Groups {
		for _, e := range g.Entries {
			ids = append(ids, e.Item.ID)
		}
	}
	return ids
}

// Fill returns r with every item replaced by the one of items that has its ID.
// Entries without one are dropped, and so is a group that is then empty.
func (r Related) Fill(items []Item) Related {
	byID := make(map[ItemID]Item, len(items))
	for _, it := range items {
		byID[it.ID] = it
	}
	out := Related{Item: r.Item}
	for _, g := range r.Groups {
		var entries []RelatedEntry
		for _, e := range g.Entries {
			if it, ok := byID[e.Item.ID]; ok {
				entries = append(entries, RelatedEntry{Item: it, Why: e.Why})
			}
		}
		if len(entries) > 0 {
			out.Groups = append(out.Groups, RelatedGroup{Kind: g.Kind, Label: g.Label, Entries: entries})
		}
	}
	return out
}
