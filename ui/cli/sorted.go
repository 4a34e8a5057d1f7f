package cli

import (
	"cmp"
	"context"
	"fmt"
	"iter"
	"maps"
	"slices"
	"strings"

	"dateline/feeds"
)

// ranked is a story with what the order looks at.
type ranked struct {
	*feeds.Story
	rank feeds.Rank
}

// listed yields the stories to be printed, in order, without what the quota
// leaves out. Only the usual order needs no more than is printed.
func (l *listing) listed(ctx context.Context) iter.Seq2[ranked, error] {
	return func(yield func(ranked, error) bool) {
		for s, err := range l.sorted(ctx) {
			if err == nil && !l.passes(s.Story) {
				continue
			}
			if !yield(s, err) || err != nil {
				return
			}
		}
	}
}

// sorted yields the stories that pass, in order.
func (l *listing) sorted(ctx context.Context) iter.Seq2[ranked, error] {
	return func(yield func(ranked, error) bool) {
		var all []ranked
		watch, err := l.watch(ctx)
		for s, fault := range l.stories(ctx) {
			if err = cmp.Or(err, fault); err != nil {
				yield(ranked{}, err)
				return
			}
			switch r := l.rank(s, watch); {
			case l.order != feeds.Newest:
				all = append(all, r)
			case !yield(r, nil):
				return
			}
		}
		slices.SortFunc(all, func(a, b ranked) int { return l.order.Compare(a.rank, b.rank) })
		for _, r := range all {
			if !yield(r, nil) {
				return
			}
		}
	}
}

// watch returns the hours in which the news was observed, if the order asks.
func (l *listing) watch(ctx context.Context) (feeds.Watch, error) {
	if l.order != feeds.RisingFirst {
		return nil, nil
	}
	return l.lib.Watch(ctx)
}

func (l *listing) rank(s *feeds.Story, watch feeds.Watch) ranked {
	r := ranked{s, feeds.Rank{Story: s.ID, Updated: s.Updated()}}
	switch l.order {
	case feeds.Newest:
	case feeds.MostCovered:
		r.rank.Sources = s.Coverage(l.feeds).Sources
	case feeds.RisingFirst:
		r.rank.Rise = s.Rise(l.feeds, watch, l.now)
	}
	return r
}

// passes says whether the quota lets a story be printed.
func (l *listing) passes(s *feeds.Story) bool {
	if l.quota.Pass(s.ShareOf(l.feeds, l.now.Location())) {
		return true
	}
	l.held[outletOf(l.feeds, s.Items[0].Feed)]++
	return false
}

// heldBack says what the quota left out, the loudest first: "--per-source 20
// leaves out 34 stories: TASS 22, Xinhua 12". It is empty if that is nothing.
func (l *listing) heldBack() string {
	var parts []string
	n := 0
	for _, outlet := range slices.SortedFunc(maps.Keys(l.held), func(a, b string) int {
		return cmp.Or(cmp.Compare(l.held[b], l.held[a]), cmp.Compare(a, b))
	}) {
		n += l.held[outlet]
		parts = append(parts, fmt.Sprintf("%s %d", outlet, l.held[outlet]))
	}
	if n == 0 {
		return ""
	}
	noun := "stories"
	if n == 1 {
		noun = "story"
	}
	return fmt.Sprintf("--per-source %d leaves out %d %s: %s", l.quota.Each, n, noun, strings.Join(parts, ", "))
}
