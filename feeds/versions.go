package feeds

import (
	"cmp"
	"slices"
	"strings"
)

// Versions returns the other versions of the story's item open, for the panel:
// those of other sources first, of these the free ones before those of state,
// then further texts of a source, each time the newest first; all in all at most
// limit. Of a text in several hands the original is the entry: the
// agency's own or the first that was seen. Copies of a text stand in Copies and
// not among the entries, and so does what has the headline of an entry. Total
// counts every other item of the story and Sources the sources that are
// independent of that of open, also those that the limit leaves out. The group
// has no entries if the story has no other item, or open is not in it.
func (s *Story) Versions(open ItemID, directory map[FeedID]Feed, limit int) RelatedGroup {
	g := RelatedGroup{Kind: SameEvent, Label: "Same event"}
	v := versions{directory: directory, titles: map[string]bool{}}
	for _, voice := range s.voices(directory) {
		v.add(voice, open)
	}
	if v.open == nil || len(s.Items) < 2 || limit < 1 {
		return g
	}
	g.Total, g.Sources = len(s.Items)-1, v.sources-1
	v.titles[sameTitle(v.open.Title)] = true
	v.order()
	for _, t := range v.texts {
		v.take(&g, t, limit)
	}
	if len(g.Entries) == 0 { // nothing but copies: one of them stands for all
		first := g.Copies[0]
		g.Copies = g.Copies[1:]
		g.Entries = []RelatedEntry{{Item: first, Why: v.why(&first, true)}}
	}
	return g
}

// versions are the texts of a story, seen from one of its items.
type versions struct {
	directory map[FeedID]Feed
	open      *Item
	texts     []text
	sources   int
	titles    map[string]bool // shown already
}

// text is one text in all hands that carry it.
type text struct {
	items []*Item // the original first, then the newest first
	own   bool    // the text of the open item
	again bool    // its source has told more than this, or the open item
	state bool    // its source is of state, a government or a party
}

// add takes the texts of one source: all that an agency wrote is one.
func (v *versions) add(source *voice, open ItemID) {
	v.sources++
	var texts []text
	roots := map[ItemID]int{}
	for _, it := range newestFirst(source.items()) {
		root := it.root()
		if source.of.wire != "" {
			root = 0
		}
		i, known := roots[root]
		if !known {
			i = len(texts)
			roots[root] = i
			texts = append(texts, text{again: i > 0, state: source.affiliation().OfState()})
		}
		if it.ID == open {
			v.open, texts[i].own = it, true
			continue
		}
		texts[i].items = append(texts[i].items, it)
	}
	if slices.ContainsFunc(texts, func(t text) bool { return t.own }) {
		for i := range texts {
			texts[i].again = true
		}
	}
	for _, t := range texts {
		if len(t.items) > 0 {
			v.lead(t.items, source.of.wire)
			v.texts = append(v.texts, t)
		}
	}
}

// lead puts the original of a text before its copies: the newest of the
// agency's own feed, else the one that was published first.
func (v *versions) lead(items []*Item, wire string) {
	i := slices.IndexFunc(items, func(it *Item) bool { return wire != "" && v.directory[it.Feed].IsOf(wire) })
	if i < 0 {
		i = len(items) - 1
	}
	original := items[i]
	copy(items[1:], items[:i])
	items[0] = original
}

// order puts other sources before further texts of one and the free before
// those of state, then the newest first.
func (v *versions) order() {
	rank := func(t text) int {
		switch {
		case t.own:
			return 3
		case t.again:
			return 2
		case t.state:
			return 1
		}
		return 0
	}
	slices.SortStableFunc(v.texts, func(a, b text) int {
		x, y := a.items[0], b.items[0]
		return cmp.Or(rank(a)-rank(b), y.Published.Compare(x.Published), cmp.Compare(y.ID, x.ID))
	})
}

// take makes the original of a text an entry of g, unless its headline stands
// there already, and the others copies.
func (v *versions) take(g *RelatedGroup, t text, limit int) {
	for _, it := range t.items {
		title := sameTitle(it.Title)
		first := it == t.items[0] && !t.own
		switch {
		case !first || v.titles[title]:
			g.Copies = append(g.Copies, *it)
		case len(g.Entries) < limit:
			v.titles[title] = true
			g.Entries = append(g.Entries, RelatedEntry{Item: *it, Why: v.why(it, t.again)})
		}
	}
}

// why says in a word or two what it is beside the open item. Again says that
// it is no independent source.
func (v *versions) why(it *Item, again bool) string {
	f := v.directory[it.Feed]
	switch {
	case it.root() == v.open.root():
		return "same text"
	case it.Join.Kind == JoinLanguage:
		return v.inLanguage(it, f)
	case it.Wire != "" && !f.IsOf(it.Wire):
		return "carries " + it.Wire
	case familyOf(*it, v.directory) == familyOf(*v.open, v.directory):
		return "same outlet"
	case again:
		return "same source"
	case f.Affiliation == "":
		return "own report"
	case f.Country == "":
		return string(f.Affiliation)
	}
	return string(f.Affiliation) + ", " + f.Country
}

// inLanguage says in which language it is told and what binds it nevertheless.
func (v *versions) inLanguage(it *Item, f Feed) string {
	const most = 2
	said := "in " + LanguageName(cmp.Or(it.Language, f.Language))
	if words := it.Join.Words; len(words) > 0 {
		said += ": " + strings.Join(words[:min(most, len(words))], ", ")
	}
	return said
}

// sameTitle is equal for headlines that say the same.
func sameTitle(s string) string { return strings.Join(strings.Fields(strings.ToLower(s)), " ") }
