package ui

import (
	"cmp"
	"slices"
	"strings"
	"time"

	"dateline/feeds"
)

// sorting is an order of the list.
type sorting int

const (
	byNewest sorting = iota
	byCoverage
	byRising
	sortings // how many there are
)

func (s sorting) String() string { return [...]string{"newest", "most covered", "rising"}[s] }

// risingWindow is the time in which sources count for the rising order.
const risingWindow = 3 * time.Hour

// list returns the listed stories that pass the filter, in order.
func (s *shelf) list(filter feeds.Filter, by sorting, now time.Time) []*entry {
	var out []*entry
	for _, e := range s.stories {
		if !e.waiting && !e.shelved && filter.Match(e.tags) {
			out = append(out, e)
		}
	}
	s.sort(out, by, now)
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

func (s *shelf) sort(entries []*entry, by sorting, now time.Time) {
	if by == byRising {
		for _, e := range entries {
			e.rising = s.recentSources(e, now)
		}
	}
	slices.SortFunc(entries, func(a, b *entry) int {
		var first int
		switch by {
		case byNewest:
		case byCoverage:
			first = cmp.Compare(b.row.Sources, a.row.Sources)
		case byRising:
			first = cmp.Compare(b.rising, a.rising)
		}
		return cmp.Or(first, b.row.At.Compare(a.row.At), cmp.Compare(b.ID, a.ID))
	})
}

func (s *shelf) recentSources(e *entry, now time.Time) int {
	recent := feeds.Story{ID: e.ID}
	for _, it := range e.Items {
		if now.Sub(it.Published) <= risingWindow {
			recent.Items = append(recent.Items, it)
		}
	}
	return recent.Coverage(s.feeds).Sources
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
