package ui

import (
	"maps"
	"slices"
	"strings"
	"time"

	"dateline/feeds"
)

// list returns the listed stories that pass the filter, in order.
func (s *shelf) list(filter feeds.Filter, by feeds.Order) []*entry {
	var out []*entry
	for _, e := range s.stories {
		if !e.waiting && !e.shelved && filter.Match(e.tags) {
			out = append(out, e)
		}
	}
	s.sort(out, by)
	return out
}

// recent returns the listed stories that were told of after a time.
func (s *shelf) recent(after time.Time) []*entry {
	var out []*entry
	for _, e := range s.stories {
		if !e.waiting && !e.shelved && e.row.At.After(after) {
			out = append(out, e)
		}
	}
	return out
}

// sort puts entries in order.
func (s *shelf) sort(entries []*entry, by feeds.Order) {
	s.order = by
	for _, e := range entries {
		s.rate(e)
	}
	slices.SortFunc(entries, func(a, b *entry) int { return by.Compare(a.rank(), b.rank()) })
}

// rate has the row of a story say why it stands where it does, if the order
// alone does not.
func (s *shelf) rate(e *entry) {
	e.rise = feeds.Rise{}
	if s.order == feeds.RisingFirst {
		e.rise = e.Rise(s.feeds, s.watch, s.clock())
	}
	e.row.Why = e.rise.Words()
}

func (e *entry) rank() feeds.Rank {
	return feeds.Rank{Story: e.ID, Updated: e.row.At, Sources: e.row.Sources, Rise: e.rise}
}

// fresh counts the stories that wait and pass the filter.
func (s *shelf) fresh(filter feeds.Filter) int {
	n := 0
	for _, e := range s.stories {
		if e.waiting && filter.Match(e.tags) {
			n++
		}
	}
	return n
}

// count counts the listed stories that pass the filter.
func (s *shelf) count(filter feeds.Filter) int {
	n := 0
	for _, e := range s.stories {
		if !e.waiting && !e.shelved && filter.Match(e.tags) {
			n++
		}
	}
	return n
}

// counts returns for each region and each country how many listed stories its
// filter lets pass; countries by their lower-case code.
func (s *shelf) counts() map[string]int {
	holding := map[string][]string{} // country -> what it counts for
	for code := range s.atlas.Names {
		holding[code] = []string{strings.ToLower(code)}
	}
	for _, r := range s.atlas.Regions {
		for _, code := range r.Countries {
			holding[code] = append(holding[code], r.Slug)
		}
	}
	n := map[string]int{}
	var of []string // one story
	for _, e := range s.stories {
		if e.waiting || e.shelved {
			continue
		}
		of = append(of[:0], feeds.Codes(e.tags.Areas)...)
		for _, c := range e.tags.Subjects() {
			of = append(of, holding[c.Code]...)
		}
		if len(e.tags.Countries) == 0 {
			of = append(of, feeds.World)
		}
		slices.Sort(of)
		for i, code := range of {
			if i == 0 || of[i-1] != code {
				n[code]++
			}
		}
	}
	return n
}

// trim drops stories until no more than most items are left: first those that
// are not part of the list, then the oldest. What keep names stays.
func (s *shelf) trim(most int, keep func(feeds.StoryID) bool) {
	var out []*entry
	for _, e := range s.stories {
		if !keep(e.ID) && !e.row.Starred {
			out = append(out, e)
		}
	}
	slices.SortFunc(out, func(a, b *entry) int {
		if a.shelved != b.shelved {
			return map[bool]int{true: -1, false: 1}[a.shelved]
		}
		return a.row.At.Compare(b.row.At)
	})
	// What became part of a story that is dropped is not at hand either.
	defer maps.DeleteFunc(s.merged, func(from, _ feeds.StoryID) bool { return s.story(from) == nil })
	for _, e := range out {
		if len(s.at) <= most {
			return
		}
		for _, it := range e.Items {
			delete(s.at, it.ID)
		}
		delete(s.stories, e.ID)
		s.version++
		if !e.shelved && e.row.At.After(s.since) {
			s.since = e.row.At
		}
	}
}
