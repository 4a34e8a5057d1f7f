package feeds_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"dateline/feeds"
)

// press is the directory of outlets that tell stories in these tests.
var press = map[feeds.FeedID]feeds.Feed{
	"bbc-world":  {Name: "BBC News", Country: "GB", Family: "bbc", Affiliation: feeds.Public, Language: "en"},
	"bbc-africa": {Name: "BBC Africa", Country: "GB", Family: "bbc", Affiliation: feeds.Public, Language: "en"},
	"ledger":     {Name: "The Ledger", Country: "IE", Family: "ledger", Affiliation: feeds.Independent, Language: "en"},
	"courier":    {Name: "Courier", Country: "MT", Family: "courier", Affiliation: feeds.Independent, Language: "en-GB"},
	"organ":      {Name: "The Organ", Country: "BY", Family: "organ", Affiliation: feeds.State, Language: "en"},
	"gazette":    {Name: "Gazette", Country: "BY", Family: "gazette", Affiliation: feeds.Government, Language: "be"},
	"banner":     {Name: "The Banner", Country: "BY", Family: "banner", Affiliation: feeds.Party, Language: "be"},
	"abroad":     {Name: "Abroad", Country: "LT", Family: "abroad", Affiliation: feeds.Exile, Language: "be"},
	"meridian":   {Name: "Meridian World", Country: "CH", Family: "meridian", Affiliation: feeds.Independent, Kind: feeds.Wire, Language: "en"},
}

// copied makes an item a copy of another.
func copied(of int, it feeds.Item) feeds.Item {
	it.Copy = feeds.ItemID(of)
	return it
}

func TestCoverageCountsTextsOnce(t *testing.T) {
	for _, c := range []struct {
		name  string
		items []feeds.Item
		want  feeds.Coverage
	}{
		{
			"a copy is no second source",
			[]feeds.Item{told(1, "ledger", 1, ""), copied(1, told(2, "courier", 2, ""))},
			feeds.Coverage{Sources: 1},
		},
		{
			"whoever copies and writes too is a source",
			[]feeds.Item{told(1, "ledger", 1, ""), copied(1, told(2, "courier", 2, "")), told(3, "courier", 3, "")},
			feeds.Coverage{Sources: 2},
		},
		{
			"two copies of an item of another story are one text",
			[]feeds.Item{copied(9, told(1, "ledger", 1, "")), copied(9, told(2, "courier", 2, ""))},
			feeds.Coverage{Sources: 1},
		},
		{
			"one of the copies names the agency",
			[]feeds.Item{told(1, "ledger", 1, ""), copied(1, told(2, "courier", 2, "Meridian")), told(3, "bbc-world", 3, "Meridian")},
			feeds.Coverage{Sources: 1, Wires: []feeds.WireCount{{Wire: "Meridian", Carriers: 3}}},
		},
		{
			"copies that name two agencies do not make one of these",
			[]feeds.Item{
				told(1, "ledger", 1, "Meridian"), copied(1, told(2, "courier", 2, "AFP")),
				told(3, "bbc-world", 3, "AFP"), told(4, "organ", 4, "AFP"),
			},
			feeds.Coverage{Sources: 2, Wires: []feeds.WireCount{{Wire: "AFP", Carriers: 2}, {Wire: "Meridian", Carriers: 2}}},
		},
		{
			"a text that others than state media carry is not theirs",
			[]feeds.Item{told(1, "organ", 1, ""), copied(1, told(2, "gazette", 2, "")), told(3, "banner", 3, ""), copied(3, told(4, "ledger", 4, ""))},
			feeds.Coverage{Sources: 2, State: 1},
		},
		{
			"the text of a state agency is the state's, whoever carries it, and that of another is not",
			[]feeds.Item{told(1, "ledger", 1, "TASS"), told(2, "organ", 2, "AFP"), told(3, "gazette", 3, "Nobody's Wire")},
			feeds.Coverage{Sources: 3, State: 2},
		},
		{
			"nor does it matter that credits write its name otherwise",
			[]feeds.Item{told(1, "ledger", 1, "Fars")},
			feeds.Coverage{Sources: 1, State: 1},
		},
		{
			"nor one that is carried by somebody unknown",
			[]feeds.Item{told(1, "organ", 1, ""), copied(1, told(2, "gone", 2, ""))},
			feeds.Coverage{Sources: 1},
		},
	} {
		if diff := cmp.Diff(c.want, storyOf(c.items...).Coverage(press)); diff != "" {
			t.Errorf("%s (-want +got):\n%s", c.name, diff)
		}
	}
}

func TestSidesStandInOneOrder(t *testing.T) {
	s := storyOf(
		told(1, "banner", 1, ""), told(2, "gazette", 2, ""), told(3, "organ", 3, ""), told(4, "gone", 4, ""),
		told(5, "abroad", 5, ""), told(6, "bbc-world", 6, ""), told(7, "courier", 8, ""), told(8, "ledger", 7, ""),
	)
	var got []string
	for _, side := range s.Sides(press) {
		for _, src := range side.Sources {
			got = append(got, string(side.Affiliation)+": "+src.Name)
			if src.Affiliation != side.Affiliation {
				t.Errorf("%s is on the side %q, being %q", src.Name, side.Affiliation, src.Affiliation)
			}
		}
	}
	want := []string{
		"independent: The Ledger", "independent: Courier", "public: BBC News", "exile: Abroad", "state: The Organ",
		"government: Gazette", "party: The Banner", ": gone",
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

func TestSidesNameTheCarriersOfAText(t *testing.T) {
	s := storyOf(
		told(1, "meridian", 1, "Meridian"), told(2, "bbc-world", 2, "Meridian"), told(3, "bbc-africa", 4, "Meridian"),
		copied(1, told(4, "organ", 3, "")), told(5, "ledger", 9, ""), copied(5, told(6, "gazette", 10, "")),
	)
	at := func(id int) feeds.ItemID { return feeds.ItemID(id) }
	want := []feeds.Side{{Affiliation: feeds.Independent, Sources: []feeds.Source{
		{
			Name: "Meridian", Country: "CH", Affiliation: feeds.Independent, Wire: "Meridian",
			Carriers: []feeds.Carrier{
				{Name: "BBC News", Country: "GB", Affiliation: feeds.Public, Item: at(3)},
				{Name: "The Organ", Country: "BY", Affiliation: feeds.State, Item: at(4)},
			},
			Items: []feeds.ItemID{3, 4, 2, 1}, First: s.Items[0].Published, Last: s.Items[3].Published,
		},
		{
			Name: "The Ledger", Country: "IE", Affiliation: feeds.Independent,
			Carriers: []feeds.Carrier{{Name: "Gazette", Country: "BY", Affiliation: feeds.Government, Item: at(6)}},
			Items:    []feeds.ItemID{6, 5}, First: s.Items[4].Published, Last: s.Items[5].Published,
		},
	}}}
	if diff := cmp.Diff(want, s.Sides(press)); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	if got := len(s.Coverage(press).Wires); got != 1 {
		t.Errorf("%d wires in the coverage", got)
	}
}

// TestAnAgencyDoesNotCarryItself is of own feeds under other names.
func TestAnAgencyDoesNotCarryItself(t *testing.T) {
	for wire, name := range map[string]string{"AA": "Anadolu Agency", "CNA": "中央社", "MAP": "MAP", "Reuters": "Reuters World"} {
		directory := map[feeds.FeedID]feeds.Feed{"own": {Name: name, Kind: feeds.Wire}}
		s := storyOf(told(1, "own", 1, wire))
		if carriers := s.Sides(directory)[0].Sources[0].Carriers; len(carriers) > 0 {
			t.Errorf("%s carries %s", name, wire)
		}
	}
}

func TestAgencies(t *testing.T) {
	known := map[string]string{}
	for _, a := range feeds.Agencies() {
		if (a.Country == "") != (a.Affiliation == "") {
			t.Errorf("%s: country %q, affiliation %q", a.Name, a.Country, a.Affiliation)
		}
		for _, form := range a.Forms {
			if other := known[form]; other != "" || form == "" || strings.TrimSpace(form) != form {
				t.Errorf("%s: %q stands for %q already, or is no name", a.Name, form, other)
			}
			known[form] = a.Name
		}
	}
}

func TestTheOwnFeedOfAnAgency(t *testing.T) {
	for _, c := range []struct {
		name string
		kind feeds.Kind
		want string
	}{
		{"Anadolu Agency", feeds.Wire, "AA"},
		{"中央社", feeds.Wire, "CNA"},
		{"MAP", feeds.Wire, "MAP"}, // no form: the word means other things in credits
		{"A Wire of Its Own", feeds.Wire, ""},
		{"Meridian", feeds.Newspaper, ""}, // a paper of that name
	} {
		if got := (feeds.Feed{Name: c.name, Kind: c.kind}).Agency(); got != c.want {
			t.Errorf("%s (%s): %q, want %q", c.name, c.kind, got, c.want)
		}
	}
}
