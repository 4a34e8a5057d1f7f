package story

import (
	"cmp"
	"slices"
	"strings"

	"dateline/feeds"
)

const (
	earlierLogit = 0.4 // of a pair, days left aside, from which one is a chapter of the other's story
	mostNames    = 8   // strongest names of an item whose pairs are tried as actors
	mostHolders  = 500 // newest entries of a name that are looked at
	whyWords     = 3
)

// Related returns what belongs beside an item: other items of its story, near
// misses that may tell the same event, earlier stories it continues, stories
// with the same actors, stories about the same country. Each story stands in one group only, after the first group
// with one item. A group holds at most limit entries and is never empty. Only
// the ID of each entry's Item is set.
func (x *Index) Related(id feeds.ItemID, limit int) feeds.Related {
	x.mu.Lock()
	defer x.mu.Unlock()
	out := feeds.Related{Item: id}
	e := x.entries[id]
	if e == nil || limit < 1 {
		return out
	}
	p := &panel{x: x, of: e, limit: limit, near: x.near(e), stories: map[*cluster]bool{e.in: true}, titles: map[uint64]bool{}}
	for _, group := range []feeds.RelatedGroup{p.sameEvent(), p.maybeSame(), p.earlier(), p.sameActors(), p.sameCountry()} {
		if len(group.Entries) > 0 {
			out.Groups = append(out.Groups, group)
		}
	}
	return out
}

// panel gathers the groups beside one entry.
type panel struct {
	x       *Index
	of      *entry
	limit   int
	near    []match           // entries of other stories that share the most with it
	stories map[*cluster]bool // shown already
	titles  map[uint64]bool   // shown already
}

// near returns the entries of other stories that share the most words with e,
// weighed.
func (x *Index) near(e *entry) []match {
	var out []match
	for _, o := range x.candidates(e, windowsKept*x.options.Window) {
		if o.in != e.in {
			out = append(out, x.weigh(e, o))
		}
	}
	return out
}

// take adds o to entries unless its story or its headline is shown already.
func (p *panel) take(entries []feeds.RelatedEntry, o *entry, why string) []feeds.RelatedEntry {
	if p.stories[o.in] || p.titles[o.titleKey] {
		return entries
	}
	p.stories[o.in], p.titles[o.titleKey] = true, true
	return append(entries, related(o, why))
}

func related(o *entry, why string) feeds.RelatedEntry {
	return feeds.RelatedEntry{Item: feeds.Item{ID: o.id}, Why: why}
}

// sameEvent holds the other items of the story, those of other hands first,
// then the newest.
func (p *panel) sameEvent() feeds.RelatedGroup {
	e, g := p.of, feeds.RelatedGroup{Kind: feeds.SameEvent, Label: "Same event"}
	others := slices.DeleteFunc(slices.Clone(e.in.items), func(o *entry) bool { return o == e })
	slices.SortStableFunc(others, func(a, b *entry) int {
		return cmp.Or(e.kinship(a)-e.kinship(b), b.at.Compare(a.at), cmp.Compare(b.id, a.id))
	})
	for _, o := range others[:min(p.limit, len(others))] {
		why := p.sameWords(o)
		if e.wire != "" && e.wire == o.wire {
			why = "same wire: " + e.wire
		}
		g.Entries = append(g.Entries, related(o, why))
		p.titles[o.titleKey] = true
	}
	return g
}

// kinship is 0 for an item of other hands, 1 for one of the same wire or feed.
func (e *entry) kinship(o *entry) int {
	if e.wire != "" && e.wire == o.wire || e.feed == o.feed {
		return 1
	}
	return 0
}

func (p *panel) sameWords(o *entry) string {
	words := p.x.lexicon.sharedWords(p.of, o, whyWords)
	if len(words) == 0 {
		return "same story"
	}
	return "same words: " + strings.Join(words, ", ")
}

// earlier holds older stories that the item continues, the newest first.
func (p *panel) earlier() feeds.RelatedGroup {
	e, g := p.of, feeds.RelatedGroup{Kind: feeds.Earlier, Label: "Earlier"}
	var older []match
	for _, m := range p.near {
		if m.with.at.Before(e.at) && m.words >= e.fewest() && m.logit-priorDay*m.gap >= earlierLogit {
			older = append(older, m)
		}
	}
	slices.SortStableFunc(older, func(a, b match) int { return b.with.at.Compare(a.with.at) })
	for _, m := range older {
		if len(g.Entries) < p.limit {
			g.Entries = p.take(g.Entries, m.with, p.sameWords(m.with))
		}
	}
	return g
}

// sameActors holds the newest stories that name the same two actors, or the
// same one when it is no country.
func (p *panel) sameActors() feeds.RelatedGroup {
	var best []wordID
	var holders []*entry
	most := 0.0
	try := func(weight float64, names ...wordID) {
		found := p.holders(names)
		if score := weight * float64(min(len(found), p.limit)); score > most {
			best, holders, most = names, found, score
		}
	}
	names := p.of.strongestNames()
	for i, a := range names {
		for _, b := range names[i+1:] {
			try(a.weight()+b.weight(), a.word, b.word)
		}
	}
	for _, a := range names {
		if len(best) == 0 && a.kind() == name {
			try(a.weight(), a.word)
		}
	}
	var labels []string
	for _, id := range best {
		labels = append(labels, p.x.lexicon.of(id).label())
	}
	g := feeds.RelatedGroup{Kind: feeds.SameActors, Label: strings.Join(labels, " + ")}
	for _, o := range holders {
		if len(g.Entries) < p.limit {
			g.Entries = p.take(g.Entries, o, "names "+strings.Join(labels, ", "))
		}
	}
	return g
}

// strongestNames returns the names of e that weigh most, strongest first.
func (e *entry) strongestNames() []term {
	out := slices.DeleteFunc(slices.Clone(e.terms), func(t term) bool { return t.kind() != name && t.kind() != country })
	slices.SortStableFunc(out, func(a, b term) int { return cmp.Compare(b.weight(), a.weight()) })
	return out[:min(len(out), mostNames)]
}

// holders returns entries that hold all names, one of them in the title, and
// are not shown yet: one a story, the newest first.
func (p *panel) holders(names []wordID) []*entry {
	var out []*entry
	seen := map[*cluster]bool{}
	for _, n := range slices.Backward(p.x.lexicon.of(names[0]).items.newest(mostHolders)) {
		o := p.x.seats.all[n].entry
		if !p.stories[o.in] && !seen[o.in] && o.holdsAll(names) {
			seen[o.in] = true
			out = append(out, o)
		}
	}
	return out
}

func (e *entry) holdsAll(words []wordID) bool {
	title := false
	for _, id := range words {
		t, ok := e.term(id)
		if !ok {
			return false
		}
		title = title || t.title()
	}
	return title
}

// label is the word as the head of a group shows it.
func (lex *lexeme) label() string {
	if code := world.code[lex.key]; code != "" {
		return world.label(code)
	}
	return lex.surface
}

// sameCountry holds the newest other stories about the country the item is
// about most.
func (p *panel) sameCountry() feeds.RelatedGroup {
	e := p.of
	if len(e.countries) == 0 {
		return feeds.RelatedGroup{}
	}
	code := e.countries[0]
	g := feeds.RelatedGroup{Kind: feeds.SameCountry, Label: world.label(code)}
	for _, n := range slices.Backward(p.x.lexicon.about[code]) {
		if len(g.Entries) == p.limit {
			break
		}
		if o := p.x.seats.all[n].entry; gap(e.at, o.at) <= windowsKept*p.x.options.Window {
			g.Entries = p.take(g.Entries, o, "about "+g.Label)
		}
	}
	return g
}
