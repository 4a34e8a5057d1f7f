package story

import (
	"strings"

	"dateline/feeds"
)

const (
	related  = 200 // entries nearest to an item whose bonds are looked at
	whyWords = 2
)

// Related returns what belongs beside it, in the order in which it is shown:
// near misses that may tell the same event, the later and the earlier chapters
// of its story, stories with the same actors, stories about the same country.
// Other items of its own story are not among them: Story.Versions has those.
//
// Each story stands in one group only, the first that has room for it, and no
// headline stands twice. A group holds at most limit entries and is never
// empty. Of the entries' items only the ID is set. The texts of it name the
// actors; all else is known of the item of that ID.
func (x *Index) Related(it feeds.Item, limit int) feeds.Related {
	x.mu.Lock()
	defer x.mu.Unlock()
	out := feeds.Related{Item: it.ID}
	e := x.entries[it.ID]
	if e == nil || limit < 1 {
		return out
	}
	p := x.panel(e, limit)
	for _, group := range []func() feeds.RelatedGroup{
		p.maybeSame, p.later, p.earlier,
		func() feeds.RelatedGroup { return p.sameActors(it) },
		p.sameCountry,
	} {
		if g := group(); len(g.Entries) > 0 {
			out.Groups = append(out.Groups, g)
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

func (x *Index) panel(e *entry, limit int) *panel {
	p := &panel{x: x, of: e, limit: limit, stories: map[*cluster]bool{e.in: true}, titles: map[uint64]bool{}}
	for _, o := range e.in.items {
		p.titles[o.titleKey] = true
	}
	for _, o := range x.candidates(e, windowsKept*x.options.Window, related) {
		if o.in != e.in {
			p.near = append(p.near, x.weigh(e, o))
		}
	}
	return p
}

// shown says whether the story of o or its headline is shown already.
func (p *panel) shown(o *entry) bool { return p.stories[o.in] || p.titles[o.titleKey] }

// take adds o to g unless it is shown already or g is full.
func (p *panel) take(g *feeds.RelatedGroup, o *entry, why string) {
	if len(g.Entries) == p.limit || p.shown(o) {
		return
	}
	p.stories[o.in], p.titles[o.titleKey] = true, true
	g.Entries = append(g.Entries, feeds.RelatedEntry{Item: feeds.Item{ID: o.id}, Why: why})
}

// bond returns the words that o shares with the open item, as a reason.
func (p *panel) bond(o *entry) string {
	return strings.Join(p.x.lexicon.sharedWords(p.of, o, whyWords), ", ")
}
