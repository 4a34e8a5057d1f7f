package article

import (
	"cmp"
	"slices"
	"strings"

	"dateline/feeds"
	"dateline/ui/pane"
)

// maxReports is how many reports of one source are listed; the older ones are
// counted.
const maxReports = 3

// source is one source of the story as it is set: what stands of it, and which
// versions a line stands for.
type source struct{ entries []entry }

// entry is a line or two of a source. about is plain text in the voice of
// meta, title a headline or empty.
type entry struct {
	about, title string
	items        []feeds.ItemID // the versions it stands for
}

// side is what the sources of one affiliation tell.
type side struct {
	of      feeds.Affiliation
	sources []source
}

// take makes versions those of the open story, in the order in which they are
// listed: by affiliation, those of state last.
func (p *Pane) take(versions []Version) {
	var s feeds.Story
	directory := map[feeds.FeedID]feeds.Feed{}
	byID := map[feeds.ItemID]Version{}
	for _, v := range versions {
		s.Items = append(s.Items, v.Item)
		directory[v.Item.Feed] = v.Feed
		byID[v.Item.ID] = v
	}
	sides := s.Sides(directory)
	slices.SortStableFunc(sides, func(a, b feeds.Side) int { return ofState(a) - ofState(b) })
	p.versions, p.sides, p.coverage = nil, nil, s.Coverage(directory)
	p.day = s.Updated().In(p.now().Location())
	for _, told := range sides {
		set := side{of: told.Affiliation}
		for _, src := range told.Sources {
			set.sources = append(set.sources, p.source(src, byID))
		}
		p.sides = append(p.sides, set)
		for _, id := range set.items() {
			p.versions = append(p.versions, byID[id])
		}
	}
}

// items returns the versions of a side in the order in which they are listed.
func (s side) items() (out []feeds.ItemID) {
	for _, src := range s.sources {
		for _, e := range src.entries {
			out = append(out, e.items...)
		}
	}
	return out
}

// ofState returns 1 for a side of state, 0 for the others.
func ofState(s feeds.Side) int {
	if s.Affiliation.OfState() {
		return 1
	}
	return 0
}

// source words what a source tells: its own reports, the newest first, and who
// carries its text.
func (p *Pane) source(told feeds.Source, byID map[feeds.ItemID]Version) source {
	own, carried := parted(told, byID)
	first := byID[own[0]]
	speaker := first.Feed.Outlet()
	name := based(speaker, first.Feed.Country)
	if told.Wire != "" {
		name = based(told.Name, told.Country)
	}
	src := source{entries: []entry{{
		about: p.toldBy(first.Item, name),
		title: first.Item.Title, items: own[:1],
	}}}
	for i, id := range own[1:] {
		if i+1 == maxReports {
			rest := own[1+i:]
			src.add(entry{about: count(len(rest), "older report"), items: rest})
			break
		}
		v := byID[id]
		name := v.Feed.Outlet()
		if name == speaker {
			name = "earlier"
		}
		src.add(entry{about: p.toldBy(v.Item, name), title: v.Item.Title, items: own[1+i : 2+i]})
	}
	if len(told.Carriers) > 0 {
		src.add(entry{about: "carried by " + carriers(told), items: carried})
	}
	return src
}

// add adds an entry. A headline that stands above it already is not repeated.
func (s *source) add(e entry) {
	if last := s.entries[len(s.entries)-1]; e.title == last.title {
		e.title = ""
	}
	s.entries = append(s.entries, e)
}

// parted returns the items of a source, the newest first: its own, and those of
// its carriers. If an agency has no feed of its own, who carried it first
// speaks for it.
func parted(told feeds.Source, byID map[feeds.ItemID]Version) (own, carried []feeds.ItemID) {
	for _, id := range told.Items {
		if slices.ContainsFunc(told.Carriers, func(c feeds.Carrier) bool { return family(byID[c.Item]) == family(byID[id]) }) {
			carried = append(carried, id)
		} else {
			own = append(own, id)
		}
	}
	if last := len(carried) - 1; len(own) == 0 {
		return carried[last:], carried[:last]
	}
	return own, carried
}

func family(v Version) string { return cmp.Or(v.Feed.Family, string(v.Item.Feed)) }

// based returns a name and the country behind it.
func based(name, country string) string {
	if country == "" {
		return name
	}
	return name + ", " + country
}

// carriers names who carries the text of a source: "The Ledger (IE), The Organ
// (state, BY)".
func carriers(told feeds.Source) string {
	var names []string
	for _, c := range told.Carriers {
		f := feeds.Feed{Country: c.Country}
		if c.Affiliation != told.Affiliation {
			f.Affiliation = c.Affiliation
		}
		name := c.Name
		if s := pane.Standing(f); s != "" {
			name += " (" + s + ")"
		}
		names = append(names, name)
	}
	return strings.Join(names, ", ")
}
