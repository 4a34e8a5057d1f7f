package article

import (
	"cmp"
	"fmt"
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
	p.versions, p.sides = nil, nil
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
	speaker := pane.Outlet(first.Feed)
	name := based(speaker, first.Feed.Country)
	if told.Wire != "" {
		name = based(told.Name, told.Country)
	}
	src := source{entries: []entry{{
		about: p.dotted(p.told(first.Item)+" "+name, p.retitled(first.Item)),
		title: first.Item.Title, items: own[:1],
	}}}
	for i, id := range own[1:] {
		if i+1 == maxReports {
			rest := own[1+i:]
			src.add(entry{about: count(len(rest), "older report"), items: rest})
			break
		}
		v := byID[id]
		name := pane.Outlet(v.Feed)
		if name == speaker {
			name = "earlier"
		}
		src.add(entry{about: p.dotted(p.told(v.Item)+" "+name, p.retitled(v.Item)), title: v.Item.Title, items: own[1+i : 2+i]})
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

// told returns when an item was published, as far as its feed says so.
func (p *Pane) told(it feeds.Item) string {
	if it.Date == feeds.DateGiven {
		return p.clock(it.Published)
	}
	return "seen " + p.clock(it.Published)
}

// retitled says when the headline of an item was changed; empty if never.
func (p *Pane) retitled(it feeds.Item) string {
	if it.Retitled.IsZero() {
		return ""
	}
	return "headline changed " + p.clock(it.Retitled)
}

// span returns the oldest and the newest version.
func (p *Pane) span() (oldest, newest Version) {
	by := func(a, b Version) int {
		return cmp.Or(a.Item.Published.Compare(b.Item.Published), cmp.Compare(a.Item.ID, b.Item.ID))
	}
	return slices.MinFunc(p.versions, by), slices.MaxFunc(p.versions, by)
}

// counted returns how many sources tell the story, and how many of them are of
// state.
func (p *Pane) counted() (sources, state int) {
	for _, s := range p.sides {
		sources += len(s.sources)
		if s.of.OfState() {
			state += len(s.sources)
		}
	}
	return sources, state
}

// brief says in one line who tells the story and since when, and which version
// is on show: as much of that as fits into width.
func (p *Pane) brief(width int) string {
	n, state := p.counted()
	sources, ofState := count(n, "source"), ""
	if state > 0 {
		ofState = fmt.Sprintf("%d state", state)
	}
	oldest, newest := p.span()
	first, last := p.since(oldest), "last "+p.told(newest.Item)
	span := last
	if oldest.Item.Date == feeds.DateGiven && newest.Item.Date == feeds.DateGiven {
		end := pane.Clock(newest.Item.Published, oldest.Item.Published.In(p.now().Location()))
		span = p.told(oldest.Item) + " to " + end
	}
	which := fmt.Sprintf("%d of %d: %s %s", p.at+1, len(p.versions), p.shown("version-prev"), p.shown("version-next"))
	for _, parts := range [][]string{
		{sources, ofState, first + " by " + pane.Outlet(oldest.Feed), last, which},
		{sources, ofState, first, last, which},
		{sources, ofState, span, which},
		{sources, ofState, which},
	} {
		if said := p.dotted(parts...); pane.Width(said) <= width {
			return said
		}
	}
	return p.dotted(sources, which)
}

// since says when the oldest version was published or, without a date, seen.
func (p *Pane) since(oldest Version) string {
	if oldest.Item.Date == feeds.DateGiven {
		return "first told " + p.clock(oldest.Item.Published)
	}
	return "first " + p.told(oldest.Item)
}

// tempo says since when the story is told, and what is not known of that.
func (p *Pane) tempo() string {
	oldest, newest := p.span()
	seen, undated := oldest.Item.Seen, 0
	for _, v := range p.versions {
		if v.Item.Seen.Before(seen) {
			seen = v.Item.Seen
		}
		if v.Item.Date != feeds.DateGiven {
			undated++
		}
	}
	parts := []string{
		p.since(oldest) + p.now().Format(" MST") + " by " + pane.Outlet(oldest.Feed),
		"last " + p.told(newest.Item) + " by " + pane.Outlet(newest.Feed),
		"first seen here " + p.clock(seen),
	}
	if undated > 0 {
		parts = append(parts, fmt.Sprintf("%d without a date", undated))
	}
	return p.dotted(parts...)
}
