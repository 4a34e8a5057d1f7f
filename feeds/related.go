package feeds

// GroupKind says how the entries of a related group relate to the item.
type GroupKind string

// The kinds of related group, in the order in which they are shown.
const (
	SameEvent   GroupKind = "same event"
	MaybeSame   GroupKind = "possibly the same event"
	Later       GroupKind = "later"
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

	// Of the other versions of a story, see Story.Versions:
	Copies  []Item // what has the text or the headline of an entry or of the item itself
	Total   int    // all other versions, the copies among them
	Sources int    // independent of each other and of the item's own
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
		if g.Entries = entries; len(entries) > 0 {
			out.Groups = append(out.Groups, g)
		}
	}
	return out
}

// Behind returns r with a group before its own, unless that has no entries.
func (r Related) Behind(first RelatedGroup) Related {
	if len(first.Entries) > 0 {
		r.Groups = append([]RelatedGroup{first}, r.Groups...)
	}
	return r
}
