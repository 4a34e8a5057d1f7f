package feeds_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"dateline/feeds"
)

// shown is what a group shows, in words.
type shown struct {
	Entries []string // ID and why
	Copies  []feeds.ItemID
	Total   int
	Sources int
}

func TestVersions(t *testing.T) {
	directory := map[feeds.FeedID]feeds.Feed{
		"river-world": {Family: "river", Affiliation: feeds.Public, Country: "NO"}, "river-africa": {Family: "river"},
		"one": {Name: "The One", Affiliation: feeds.Independent}, "organ": {Name: "Organ", Affiliation: feeds.State, Country: "RU"},
		"afp": {Name: "AFP"}, "two": {}, "three": {}, "zeitung": {Language: "de-AT"},
	}
	titled := func(it feeds.Item, title string) feeds.Item { it.Title = title; return it }
	copied := func(it feeds.Item, of feeds.ItemID) feeds.Item { it.Copy = of; return it }
	across := func(it feeds.Item, words ...string) feeds.Item {
		it.Join = feeds.Join{Kind: feeds.JoinLanguage, Words: words}
		return it
	}
	tests := []struct {
		name  string
		items []feeds.Item // the first is open
		limit int
		want  shown
	}{
		{
			"the newest of other hands first",
			[]feeds.Item{told(1, "two", 1, ""), told(2, "one", 2, ""), told(3, "three", 3, "")},
			5,
			shown{[]string{"3 own report", "2 independent"}, nil, 2, 2},
		},
		{
			"those of state behind the others, before further texts of one",
			[]feeds.Item{told(1, "two", 1, ""), told(2, "one", 2, ""), told(3, "organ", 5, ""), titled(told(4, "one", 4, ""), "x")},
			5,
			shown{[]string{"4 independent", "3 state, RU", "2 same source"}, nil, 3, 2},
		},
		{
			"the agency's own text, however old, with its copies folded",
			[]feeds.Item{told(1, "one", 1, ""), told(2, "afp", 2, "AFP"), titled(told(3, "two", 3, "AFP"), "x"), titled(told(4, "three", 4, "AFP"), "y")},
			5,
			shown{[]string{"2 own report"}, []feeds.ItemID{4, 3}, 3, 1},
		},
		{
			"the earliest of who carry an agency that has no feed",
			[]feeds.Item{told(1, "one", 1, ""), titled(told(2, "two", 2, "AFP"), "x"), titled(told(3, "three", 3, "AFP"), "y")},
			5,
			shown{[]string{"2 carries AFP"}, []feeds.ItemID{3}, 2, 1},
		},
		{
			"the original of a text without an agency",
			[]feeds.Item{told(1, "one", 1, ""), titled(told(2, "two", 2, ""), "x"), copied(titled(told(3, "three", 3, ""), "y"), 2)},
			5,
			shown{[]string{"2 own report"}, []feeds.ItemID{3}, 2, 1},
		},
		{
			"the original of a copy that is open",
			[]feeds.Item{copied(told(1, "one", 3, ""), 2), titled(told(2, "two", 1, ""), "x"), copied(titled(told(3, "three", 2, ""), "y"), 2)},
			5,
			shown{[]string{"2 same text"}, []feeds.ItemID{3}, 2, 0},
		},
		{
			"copies of an agency are one",
			[]feeds.Item{told(1, "one", 1, ""), told(2, "two", 2, "AFP"), titled(told(3, "three", 3, "AFP"), "x"), told(4, "afp", 4, "AFP")},
			5,
			shown{[]string{"4 own report"}, []feeds.ItemID{3, 2}, 3, 1},
		},
		{
			"who carries an agency",
			[]feeds.Item{told(1, "one", 1, ""), told(2, "two", 2, "AFP")},
			5,
			shown{[]string{"2 carries AFP"}, nil, 1, 1},
		},
		{
			"nothing but copies",
			[]feeds.Item{told(1, "one", 1, ""), copied(told(2, "two", 2, ""), 1), copied(told(3, "three", 3, ""), 1)},
			5,
			shown{[]string{"2 same text"}, []feeds.ItemID{3}, 2, 0},
		},
		{
			"a family last",
			[]feeds.Item{told(1, "river-world", 1, ""), told(2, "river-africa", 4, ""), told(3, "one", 2, "")},
			5,
			shown{[]string{"3 independent", "2 same outlet"}, nil, 2, 1},
		},
		{
			"a headline once",
			[]feeds.Item{told(1, "one", 1, ""), titled(told(2, "two", 2, ""), "River  closed"), titled(told(3, "three", 3, ""), "river closed")},
			5,
			shown{[]string{"3 own report"}, []feeds.ItemID{2}, 2, 2},
		},
		{
			"another language",
			[]feeds.Item{told(1, "one", 1, ""), across(told(2, "zeitung", 2, ""), "Orvald", "12", "Sund"), across(told(3, "two", 1, ""))},
			5,
			shown{[]string{"2 in German: Orvald, 12", "3 in another language"}, nil, 2, 2},
		},
		{
			"counted beyond the limit",
			[]feeds.Item{told(1, "one", 1, ""), told(2, "two", 2, ""), told(3, "three", 3, "")},
			1,
			shown{[]string{"3 own report"}, nil, 2, 2},
		},
		{"alone", []feeds.Item{told(1, "one", 1, "")}, 5, shown{}},
		{"no room", []feeds.Item{told(1, "one", 1, ""), told(2, "two", 2, "")}, 0, shown{}},
	}
	for _, tt := range tests {
		g := storyOf(tt.items...).Versions(1, directory, tt.limit)
		got := shown{Total: g.Total, Sources: g.Sources}
		for _, e := range g.Entries {
			got.Entries = append(got.Entries, string(rune('0'+e.Item.ID))+" "+e.Why)
		}
		for _, it := range g.Copies {
			got.Copies = append(got.Copies, it.ID)
		}
		if diff := cmp.Diff(tt.want, got); diff != "" {
			t.Errorf("%s (-want +got):\n%s", tt.name, diff)
		}
	}
	if g := storyOf(told(1, "one", 1, ""), told(2, "two", 2, "")).Versions(9, directory, 5); len(g.Entries) > 0 {
		t.Errorf("versions of an item of another story: %+v", g)
	}
}
