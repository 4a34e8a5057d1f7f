package feeds_test

import (
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"dateline/feeds"
)

var day = time.Date(2026, 11, 14, 12, 0, 0, 0, time.UTC)

func told(id int, feed string, minutes int, wire string, countries ...string) feeds.Item {
	it := feeds.Item{
		ID: feeds.ItemID(id), Feed: feeds.FeedID(feed), Title: feed, Wire: wire,
		Seen: day.Add(time.Duration(minutes) * time.Minute), Published: day.Add(time.Duration(minutes) * time.Minute),
	}
	for _, c := range countries {
		it.Tags.Countries = append(it.Tags.Countries, feeds.Tag{Code: c, Weight: 1})
	}
	return it
}

func storyOf(items ...feeds.Item) *feeds.Story {
	s := &feeds.Story{ID: feeds.StoryID(items[0].ID)}
	for _, it := range items {
		s.Put(it)
	}
	return s
}

func ids(s *feeds.Story) []feeds.ItemID {
	var out []feeds.ItemID
	for _, it := range s.Items {
		out = append(out, it.ID)
	}
	return out
}

func TestPutKeepsTheOrderOfSightAndReplaces(t *testing.T) {
	s := storyOf(told(2, "b", 20, ""), told(1, "a", 10, ""), told(3, "c", 30, ""))
	again := told(2, "b", 20, "")
	again.Title = "changed"
	s.Put(again)
	if diff := cmp.Diff([]feeds.ItemID{1, 2, 3}, ids(s)); diff != "" {
		t.Errorf("order (-want +got):\n%s", diff)
	}
	if s.Items[1].Title != "changed" {
		t.Errorf("item 2 was not replaced: %q", s.Items[1].Title)
	}
	moved := told(2, "b", 5, "")
	s.Put(moved)
	if diff := cmp.Diff([]feeds.ItemID{2, 1, 3}, ids(s)); diff != "" {
		t.Errorf("after an earlier sight (-want +got):\n%s", diff)
	}
	if !s.Drop(1) || s.Drop(1) {
		t.Error("Drop does not tell whether the item was there")
	}
}

func TestReadingOneMarksTheStory(t *testing.T) {
	s := storyOf(told(1, "a", 1, ""), told(2, "b", 2, ""))
	if !s.Unread() || s.Starred() {
		t.Fatal("a new story is unread and has no star")
	}
	s.Items[1].Read, s.Items[0].Starred = true, true
	if s.Unread() || !s.Starred() {
		t.Error("one read item must make the story read, one star must star it")
	}
}

func TestCoverageCountsWiresAndFamiliesOnce(t *testing.T) {
	directory := map[feeds.FeedID]feeds.Feed{
		"bbc-world": {Family: "bbc", Affiliation: feeds.Public}, "bbc-africa": {Family: "bbc", Affiliation: feeds.Public},
		"one": {Family: "one"}, "two": {Family: "two"}, "organ": {Family: "organ", Affiliation: feeds.State},
	}
	for _, c := range []struct {
		name  string
		items []feeds.Item
		want  feeds.Coverage
	}{
		{"one outlet", []feeds.Item{told(1, "one", 1, "")}, feeds.Coverage{Sources: 1}},
		{"a family counts once", []feeds.Item{told(1, "bbc-world", 1, ""), told(2, "bbc-africa", 2, "")}, feeds.Coverage{Sources: 1}},
		{
			"a wire counts once however many carry it",
			[]feeds.Item{told(1, "one", 1, "AFP"), told(2, "two", 2, "AFP"), told(3, "bbc-world", 3, "")},
			feeds.Coverage{Sources: 2, Wires: []feeds.WireCount{{Wire: "AFP", Carriers: 2}}},
		},
		{
			"a wire carried by one family is no multiple",
			[]feeds.Item{told(1, "bbc-world", 1, "AP"), told(2, "bbc-africa", 2, "AP")},
			feeds.Coverage{Sources: 1},
		},
		{"state media are told apart", []feeds.Item{told(1, "organ", 1, ""), told(2, "one", 2, "")}, feeds.Coverage{Sources: 2, State: 1}},
		{"an unknown feed is its own family", []feeds.Item{told(1, "gone", 1, ""), told(2, "one", 2, "")}, feeds.Coverage{Sources: 2}},
	} {
		if diff := cmp.Diff(c.want, storyOf(c.items...).Coverage(directory)); diff != "" {
			t.Errorf("%s (-want +got):\n%s", c.name, diff)
		}
	}
}

func TestALoneOddTagStaysWithItsItems(t *testing.T) {
	directory := map[feeds.FeedID]feeds.Feed{"bbc-world": {Family: "bbc"}, "bbc-africa": {Family: "bbc"}}
	corrected := told(1, "a", 1, "", "RU", "CN")
	corrected.Tags.Countries[0].Why = []feeds.Evidence{{Words: "Sevastopol", Rule: feeds.OwnRule}}
	for _, c := range []struct {
		name  string
		items []feeds.Item
		want  []string
	}{
		{"one item", []feeds.Item{told(1, "a", 1, "", "RU", "CN")}, []string{"RU", "CN"}},
		{
			"of three families one is odd",
			[]feeds.Item{told(1, "a", 1, "", "RU", "CN"), told(2, "b", 2, "", "CN"), told(3, "c", 3, "", "CN", "PA")},
			[]string{"CN"},
		},
		{
			"the reader's word is not outvoted",
			[]feeds.Item{corrected, told(2, "b", 2, "", "CN"), told(3, "c", 3, "", "CN", "PA")},
			[]string{"CN", "RU"},
		},
		{
			"two feeds of one family are one voice",
			[]feeds.Item{told(1, "bbc-world", 1, "", "CN", "PA"), told(2, "bbc-africa", 2, "", "CN", "PA"), told(3, "c", 3, "", "CN"), told(4, "d", 4, "", "CN")},
			[]string{"CN"},
		},
		{
			"two families agree",
			[]feeds.Item{told(1, "bbc-world", 1, "", "CN", "PA"), told(2, "b", 2, "", "CN", "PA"), told(3, "c", 3, "", "CN")},
			[]string{"CN", "PA"},
		},
		{
			"of two families none is odd, however many items they have",
			[]feeds.Item{told(1, "bbc-world", 1, "", "RU"), told(2, "bbc-africa", 2, "", "RU"), told(3, "b", 3, "", "RU", "CN")},
			[]string{"RU", "CN"},
		},
		{
			"where no two agree all stay",
			[]feeds.Item{told(1, "a", 1, "", "RU"), told(2, "b", 2, "", "CN"), told(3, "c", 3, "", "JP")},
			[]string{"RU", "CN", "JP"},
		},
	} {
		s := storyOf(c.items...)
		if diff := cmp.Diff(c.want, feeds.Codes(s.Tags(directory).Countries)); diff != "" {
			t.Errorf("%s (-want +got):\n%s", c.name, diff)
		}
		if got := s.Items[len(s.Items)-1].Tags; !cmp.Equal(got, c.items[len(c.items)-1].Tags) {
			t.Errorf("%s: the vote changed the tags of an item", c.name)
		}
	}
}

func TestTagsOfAStoryAreSums(t *testing.T) {
	one, two := told(1, "a", 1, "", "RU", "CN"), told(2, "b", 2, "", "CN")
	two.Tags.Countries[0].About = true
	two.Tags.Countries[0].Why = []feeds.Evidence{{Words: "Beijing"}}
	one.Tags.Areas = []feeds.Tag{{Code: "arctic", Weight: 1}}
	got := storyOf(one, two).Tags(nil)
	want := feeds.Tags{
		Countries: []feeds.Tag{{Code: "CN", Weight: 2, About: true, Why: []feeds.Evidence{{Words: "Beijing"}}}, {Code: "RU", Weight: 1}},
		Areas:     []feeds.Tag{{Code: "arctic", Weight: 1}},
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

func TestSubjectsAndMentions(t *testing.T) {
	for tags, want := range map[string][2]string{
		"":            {"", ""},
		"CN US":       {"CN US", ""},
		"CN ~US FR":   {"CN FR", "US"},
		"~US ~CN":     {"US CN", ""}, // nothing tagged is found nowhere
		"~US CN nato": {"CN", "US"},
	} {
		all := about(tags)
		got := [2]string{strings.Join(feeds.Codes(all.Subjects()), " "), strings.Join(feeds.Codes(all.Mentions()), " ")}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("%q (-want +got):\n%s", tags, diff)
		}
	}
}

func TestFillDropsWhatIsNotThere(t *testing.T) {
	r := feeds.Related{Item: 1, Groups: []feeds.RelatedGroup{
		{Kind: feeds.SameEvent, Entries: []feeds.RelatedEntry{{Item: feeds.Item{ID: 2}, Why: "a"}, {Item: feeds.Item{ID: 3}}}},
		{Kind: feeds.Earlier, Entries: []feeds.RelatedEntry{{Item: feeds.Item{ID: 4}}}},
	}}
	got := r.Fill([]feeds.Item{told(2, "b", 2, "")})
	if len(got.Groups) != 1 || len(got.Groups[0].Entries) != 1 || got.Groups[0].Entries[0].Item.Title != "b" || got.Groups[0].Entries[0].Why != "a" {
		t.Errorf("got %+v", got)
	}
}

func TestNewsOfAStoryThatWasRead(t *testing.T) {
	read := func(it feeds.Item) feeds.Item { it.Read = true; return it }
	copied := func(it feeds.Item, of feeds.ItemID) feeds.Item { it.Copy = of; return it }
	on := func(it feeds.Item, page string) feeds.Item { it.URL = page; return it }
	tests := []struct {
		name  string
		items []feeds.Item
		want  int
	}{
		{"the page that was read, in another feed", []feeds.Item{read(on(told(1, "a", 0, ""), "https://a.example/1")), on(told(2, "a", 1, ""), "https://a.example/1")}, 0},
		{"a page twice", []feeds.Item{read(told(1, "a", 0, "")), on(told(2, "a", 1, ""), "https://a.example/1"), on(told(3, "a", 1, ""), "https://a.example/1")}, 1},
		{"never read", []feeds.Item{told(1, "a", 0, ""), told(2, "b", 1, "")}, 0},
		{"all read", []feeds.Item{read(told(1, "a", 0, "")), read(told(2, "b", 1, ""))}, 0},
		{"two more", []feeds.Item{read(told(1, "a", 0, "")), told(2, "b", 1, ""), told(3, "c", 2, "")}, 2},
		{"the same outlet again", []feeds.Item{read(told(1, "a", 0, "")), told(2, "a", 1, "")}, 1},
		{"an older one comes late", []feeds.Item{told(1, "a", 0, ""), read(told(2, "b", 1, ""))}, 1},
		{"a copy of what was read", []feeds.Item{read(told(1, "a", 0, "")), copied(told(2, "b", 1, ""), 1)}, 0},
		{"the text of which a copy was read", []feeds.Item{told(1, "a", 0, ""), read(copied(told(2, "b", 1, ""), 1))}, 0},
		{"copies of each other", []feeds.Item{read(told(1, "a", 0, "")), told(2, "b", 1, ""), copied(told(3, "c", 2, ""), 2)}, 1},
		{"the agency that was read", []feeds.Item{read(told(1, "a", 0, "WIRE")), told(2, "b", 1, "WIRE")}, 0},
		{"another agency, twice", []feeds.Item{read(told(1, "a", 0, "WIRE")), told(2, "b", 1, "LINE"), told(3, "c", 2, "LINE")}, 1},
	}
	for _, tt := range tests {
		if got := storyOf(tt.items...).News(); got != tt.want {
			t.Errorf("%s: %d, want %d", tt.name, got, tt.want)
		}
	}
}
