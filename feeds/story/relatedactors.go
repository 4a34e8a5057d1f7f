package story

import (
	"cmp"
	"math"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"dateline/feeds"
)

const (
	mostActors   = 6    // of an item whose pairs are tried
	mostHolders  = 500  // newest entries of a name that are looked at
	freshest     = 12   // stories among which titles that name all go first
	mostStories  = 40   // a name in more stories says too little by itself
	aloneFactor  = 0.6  // what one name counts beside two
	countryValue = 0.35 // weight of a country that the text does not name
	inItself     = 0.8  // share of a name's entries that are about one country, from which on the two are one actor
)

// actor is who acts in a text, as people write it: a country by its code, or a
// name by its words.
type actor struct {
	label  string
	code   string
	words  []wordID
	weight float64
	titled bool     // the open item's title names it
	newest []*entry // in which to look for it, the oldest first
}

// sameActors holds the newest stories that name the same two actors, or the
// same one when it is no country.
func (p *panel) sameActors(it feeds.Item) feeds.RelatedGroup {
	c := cast{p: p}
	all := c.actors(it)
	for i, a := range all {
		for _, b := range all[i+1:] {
			if !c.sameAs(a, b) && !c.sameAs(b, a) {
				c.try(a.value()+b.value(), a, b)
			}
		}
		if a.full() {
			c.try(aloneFactor*a.value(), a)
		}
	}
	var labels []string
	for _, a := range c.best {
		labels = append(labels, a.label)
	}
	g := feeds.RelatedGroup{Kind: feeds.SameActors, Label: strings.Join(labels, " + ")}
	for _, o := range c.stories {
		p.take(&g, o, c.why(o))
	}
	return g
}

// cast chooses the actors that tell a group apart.
type cast struct {
	p       *panel
	best    []actor
	stories []*entry // that name them, one a story, the newest first
	most    float64
}

// try takes actors if the title of the open item names one of them, and no
// others weigh more and are in as many stories.
func (c *cast) try(weight float64, actors ...actor) {
	if !slices.ContainsFunc(actors, func(a actor) bool { return a.titled }) {
		return
	}
	found := c.holders(actors)
	if len(actors) == 1 && len(found) > mostStories {
		return
	}
	if score := weight * math.Sqrt(float64(min(len(found), c.p.limit))); score > c.most {
		c.best, c.stories, c.most = actors, found, score
	}
}

// sameAs says whether a name says no more than a country: whatever names a is
// about b.
func (c *cast) sameAs(a, b actor) bool {
	if a.code != "" || b.code == "" {
		return false
	}
	all, both := 0, 0
	for _, o := range a.newest {
		if a.in(o) {
			all++
			if b.in(o) {
				both++
			}
		}
	}
	return float64(both) >= inItself*float64(all)
}

// value is what a counts: what the title does not name counts half.
func (a actor) value() float64 {
	if a.titled {
		return a.weight
	}
	return a.weight / 2
}

// is says whether a and b are one: the same country, names with a word in
// common, or a name and its initials.
func (a actor) is(b actor) bool {
	return a.label == b.label || isShort(a.label, b.label) || isShort(b.label, a.label) || slices.ContainsFunc(a.words, func(id wordID) bool { return slices.Contains(b.words, id) })
}

// isShort says whether short is made of the initials of long: "EU" of "European
// Union".
func isShort(short, long string) bool {
	var initials []rune
	for word := range strings.FieldsSeq(long) {
		if first, _ := utf8.DecodeRuneInString(word); unicode.IsUpper(first) {
			initials = append(initials, first)
		}
	}
	return len(initials) > 1 && short == string(initials)
}

// full says whether a can stand alone: a full name or an acronym. One word with
// a capital may be a mere place.
func (a actor) full() bool {
	return a.code == "" && (strings.Contains(a.label, " ") || strings.ToUpper(a.label) == a.label)
}

// in says whether o names a, or is about it.
func (a actor) in(o *entry) bool {
	if a.code != "" {
		return slices.Contains(o.countries, codeOf(a.code))
	}
	return !slices.ContainsFunc(a.words, func(id wordID) bool {
		_, ok := o.term(id)
		return !ok
	})
}

// heads says whether the title of o names a.
func (a actor) heads(o *entry) bool {
	return slices.ContainsFunc(a.words, func(id wordID) bool {
		t, ok := o.term(id)
		return ok && t.title()
	})
}

// lookUp returns the entries in which to look for a, the oldest first.
func (c *cast) lookUp(a actor) []*entry {
	items := c.p.x.lexicon.about[codeOf(a.code)]
	if a.code == "" {
		items = c.p.x.lexicon.of(a.words[0]).items
		for _, id := range a.words[1:] {
			if other := c.p.x.lexicon.of(id).items; len(other) < len(items) {
				items = other
			}
		}
	}
	items = items.newest(mostHolders)
	out := make([]*entry, len(items))
	for i, n := range items {
		out[i] = c.p.x.seats.all[n].entry
	}
	return out
}

// holders returns the entries that all actors are in, one of them in the title,
// and that are not shown yet: one a story, the newest first; of the newest those
// whose title names all.
func (c *cast) holders(actors []actor) []*entry {
	first := slices.MinFunc(actors, func(a, b actor) int { return cmp.Compare(len(a.newest), len(b.newest)) })
	var out []*entry
	seen := map[*cluster]bool{}
	for _, o := range slices.Backward(first.newest) {
		missing := slices.ContainsFunc(actors, func(a actor) bool { return !a.in(o) })
		if !missing && headed(o, actors) > 0 && !seen[o.in] && !c.p.shown(o) {
			seen[o.in] = true
			out = append(out, o)
		}
	}
	slices.SortStableFunc(out[:min(len(out), freshest)], func(a, b *entry) int {
		return headed(b, actors) - headed(a, actors)
	})
	return out
}

// headed counts the actors that the title of o names.
func headed(o *entry, actors []actor) int {
	n := 0
	for _, a := range actors {
		if a.heads(o) {
			n++
		}
	}
	return n
}

func (c *cast) why(o *entry) string {
	switch {
	case len(c.best) == 1:
		return "in the headline"
	case headed(o, c.best) == len(c.best):
		return "both in the headline"
	}
	return "both named"
}
