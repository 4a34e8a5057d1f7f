package ui

import (
	"cmp"
	"math/bits"
	"slices"
	"time"

	"dateline/feeds"
	"dateline/ui/health"
)

// pastHours is the past that a silence is measured against: two weeks.
const pastHours = 14 * 24

// pulse follows what is told, hour by hour, of the places that the screen
// speaks of: all regions together, every primary region, those on the keys, the
// filter in force. It is worked out when the stories change, never for a key.
type pulse struct {
	atlas  *feeds.Atlas
	feeds  []feeds.Feed
	watch  feeds.Watch
	places []place
	fixed  int // places that are always followed; behind them stands the filter in force, unless it is one of them
	state  pulseState
	told   []int // see toldIn
}

// place is a filter that is followed.
type place struct {
	filter feeds.Filter
	feeds  []feeds.FeedID // that cover it
	hours  feeds.Activity
	newest time.Time // when its newest story was told
	unread int       // listed stories
}

// places is a set of places, a bit for each by its index.
type places uint64

// pulseState is what a pulse was worked out from.
type pulseState struct {
	version int // of the shelf
	hour    feeds.Hour
	watched int // hours
	filter  string
}

func newPulse(o Options) *pulse {
	p := &pulse{atlas: o.Atlas, feeds: o.Feeds, watch: feeds.Watch{}}
	for h := range o.Watch {
		p.watch[h] = true
	}
	all := place{} // with the feeds about the world too
	for _, f := range o.Feeds {
		if !f.Off {
			all.feeds = append(all.feeds, f.ID)
		}
	}
	p.places = append(p.places, all)
	for _, r := range o.Atlas.Regions {
		if r.Kind == feeds.Primary {
			p.follow(o.Atlas.Only(r.Slug))
		}
	}
	for _, f := range o.Regions {
		p.follow(f)
	}
	p.fixed = len(p.places)
	return p
}

// follow follows a filter too, if it is not followed yet.
func (p *pulse) follow(f feeds.Filter) {
	if p.at(f) == nil {
		p.places = append(p.places, place{filter: f, feeds: p.atlas.Covering(p.feeds, f)})
	}
}

// at returns the place of a filter, nil if it is not followed.
func (p *pulse) at(f feeds.Filter) *place {
	if i := slices.IndexFunc(p.places, func(pl place) bool { return pl.filter.Equal(f) }); i >= 0 {
		return &p.places[i]
	}
	return nil
}

// in returns the places that tags belong to; all regions are always among them.
func (p *pulse) in(tags feeds.Tags) places {
	var in places
	for i := range p.places {
		if p.places[i].filter.Match(tags) {
			in |= 1 << i
		}
	}
	return in
}

// saw takes that a feed answered well.
func (p *pulse) saw(at time.Time) { p.watch[feeds.HourOf(at)] = true }

// update works the pulse out anew, if there is anything new.
func (p *pulse) update(s *shelf, filter feeds.Filter, now time.Time) {
	state := pulseState{s.version, feeds.HourOf(now), len(p.watch), filter.String()}
	if state == p.state {
		return
	}
	if state.filter != p.state.filter {
		p.places = p.places[:p.fixed]
		p.follow(filter)
		p.sort(s)
	}
	p.state = state
	p.clear(s.since)
	for _, e := range s.stories {
		if !e.shelved {
			p.count(e)
		}
	}
}

// sort finds out which of the stories whose places are known belong to the one
// behind those that are fixed.
func (p *pulse) sort(s *shelf) {
	for _, e := range s.stories {
		e.places &= 1<<p.fixed - 1
		if e.places != 0 && len(p.places) > p.fixed && p.places[p.fixed].filter.Match(e.tags) {
			e.places |= 1 << p.fixed
		}
	}
}

// clear begins anew with hours of which nothing is told. Those of which not
// all stories are on the shelf count as not observed.
func (p *pulse) clear(since time.Time) {
	blank := feeds.NewActivity(p.state.hour, pastHours, p.watch)
	if !since.IsZero() {
		whole := int(p.state.hour - feeds.HourOf(since)) // hours that began later, the last one too
		for i := range max(0, pastHours-whole) {
			blank[i].Observed = false
		}
	}
	for i := range p.places {
		pl := &p.places[i]
		pl.hours = append(pl.hours[:0], blank...)
		pl.newest, pl.unread = time.Time{}, 0
	}
}

// count counts a story in every place it belongs to: once in each hour in which
// it was told, by however many feeds.
func (p *pulse) count(e *entry) {
	if e.places == 0 {
		e.places = p.in(e.tags)
	}
	unread := e.row.Unread && !e.waiting
	told := p.toldIn(e)
	for in := e.places; in != 0; in &= in - 1 {
		pl := &p.places[bits.TrailingZeros64(uint64(in))]
		for _, i := range told {
			pl.hours[i].Stories++
		}
		if e.row.At.After(pl.newest) {
			pl.newest = e.row.At
		}
		if unread {
			pl.unread++
		}
	}
}

// toldIn returns the hours in which a story was told, each once, until it is
// called again.
func (p *pulse) toldIn(e *entry) []int {
	p.told = p.told[:0]
	for i := range e.Items {
		ago := max(0, int(p.state.hour-feeds.HourOf(e.Items[i].Published)))
		if at := pastHours - 1 - ago; at >= 0 && !slices.Contains(p.told, at) {
			p.told = append(p.told, at)
		}
	}
	return p.told
}

// quiet returns what is known of the quiet of a place; failing is the feeds
// whose last visit failed.
func (p *pulse) quiet(pl *place, failing map[feeds.FeedID]feeds.Health) feeds.Quiet {
	q := feeds.Quiet{Silence: pl.hours.Silence(), Newest: pl.newest}
	for _, id := range pl.feeds {
		q.Hear(failing[id])
	}
	return q
}

// quietRegions returns the regions of whose quiet there is something to tell,
// the one that was told of last at the end. If nothing at all can be heard, no
// region is named.
func (p *pulse) quietRegions(failing map[feeds.FeedID]feeds.Health) []health.Region {
	var out []health.Region
	for i := range p.places {
		pl := &p.places[i]
		q := p.quiet(pl, failing)
		if pl.filter.First() == feeds.World || !q.Told() {
			continue
		}
		out = append(out, health.Region{Label: pl.filter.Label(), Quiet: q})
		if pl.filter.Empty() {
			break
		}
	}
	slices.SortStableFunc(out, func(a, b health.Region) int { return cmp.Compare(a.Quiet.Newest.Unix(), b.Quiet.Newest.Unix()) })
	return out
}

// observed counts the hours of the past in which the news was observed.
func (p *pulse) observed() int {
	n := 0
	for _, t := range p.places[0].hours {
		if t.Observed {
			n++
		}
	}
	return n
}
