package config_test

import (
	"maps"
	"slices"
	"strings"
	"testing"

	"dateline/feeds"
)

// unchecked are on without a dated check of their address, on purpose.
var unchecked = []feeds.FeedID{"spacewar", "spacedaily"}

func TestPackIsOfAPiece(t *testing.T) {
	atlas := atlas(t)
	for _, f := range pack(t) {
		for what, ok := range map[string]bool{
			"an id":            f.ID != "",
			"a name":           f.Name != "",
			"an https address": strings.HasPrefix(f.URL, "https://"),
			"a publisher's own address, not a search": !strings.Contains(f.URL, "news.google."),
			"a language":                            f.Language != "",
			"a kind":                                slices.Contains(feeds.Kinds(), f.Kind),
			"an affiliation":                        slices.Contains(feeds.Affiliations(), f.Affiliation),
			"a family":                              f.Family != "",
			"a country unless it is a body of many": (f.Country == "") == (f.Kind == feeds.Multilateral),
			"known tags":                            !slices.ContainsFunc(f.Tags, func(tag string) bool { return !atlas.Known(tag) || tag == feeds.World }),
			"a dated check, or to be off":           (f.Checked == "") == (f.Off || slices.Contains(unchecked, f.ID)),
			"the facts of its agency": !slices.ContainsFunc(feeds.Agencies(), func(a feeds.Agency) bool {
				return a.Name == f.Agency() && (a.Country != f.Country || a.Affiliation != f.Affiliation)
			}),
			"the pace of the loader": f.Every == 0,
		} {
			if !ok {
				t.Errorf("%s lacks %s: %+v", f.ID, what, f)
			}
		}
	}
}

func TestPackIsBroad(t *testing.T) {
	list := pack(t)
	if n := len(list); n < 60 || n > 80 {
		t.Errorf("%d feeds, want 60 to 80", n)
	}
	languages, kinds, affiliations := map[string]bool{}, map[feeds.Kind]int{}, map[feeds.Affiliation]int{}
	for _, f := range on(list) {
		languages[f.Language] = true
		kinds[f.Kind]++
		affiliations[f.Affiliation]++
	}
	if len(languages) < 10 {
		t.Errorf("languages %v, want ten", slices.Sorted(maps.Keys(languages)))
	}
	for kind, least := range map[feeds.Kind]int{
		feeds.Wire: 5, feeds.Broadcaster: 10, feeds.Newspaper: 10, feeds.ThinkTank: 4, feeds.Multilateral: 3, feeds.Ministry: 2,
		feeds.Defence: 3, feeds.NGO: 1,
	} {
		if kinds[kind] < least {
			t.Errorf("%d feeds of kind %s, want %d", kinds[kind], kind, least)
		}
	}
	for word, least := range map[feeds.Affiliation]int{
		feeds.Public: 5, feeds.State: 3, feeds.StateFunded: 2, feeds.Exile: 3, feeds.Government: 3,
	} {
		if affiliations[word] < least {
			t.Errorf("%d feeds with affiliation %s, want %d", affiliations[word], word, least)
		}
	}
}

func on(list []feeds.Feed) []feeds.Feed {
	return slices.DeleteFunc(slices.Clone(list), func(f feeds.Feed) bool { return f.Off })
}

func TestThreeIndependentPublishersInEveryRegion(t *testing.T) {
	atlas := atlas(t)
	for _, r := range atlas.Regions {
		if r.Kind != feeds.Primary || r.Slug == feeds.World {
			continue
		}
		families := map[string]bool{}
		for _, f := range on(pack(t)) {
			free := f.Affiliation == feeds.Independent || f.Affiliation == feeds.Public
			if free && slices.ContainsFunc(f.Tags, func(tag string) bool { return within(atlas, tag, r) }) {
				families[f.Family] = true
			}
		}
		if len(families) < 3 {
			t.Errorf("%s has the publishers %v, want three", r.Slug, slices.Sorted(maps.Keys(families)))
		}
	}
}

// within says whether a tag means r or a part of it.
func within(atlas *feeds.Atlas, tag string, r feeds.Region) bool {
	countries := []string{strings.ToUpper(tag)}
	if part, ok := atlas.Region(tag); ok {
		countries = part.Countries
	}
	return !slices.ContainsFunc(countries, func(c string) bool { return !slices.Contains(r.Countries, c) })
}

func TestStateMediaAreMarked(t *testing.T) {
	list := pack(t)
	for _, id := range []feeds.FeedID{"tass", "irna", "cgtn-china", "anadolu"} {
		if f := by(list, id); f.Affiliation != feeds.State {
			t.Errorf("%s is marked %q, want %q", id, f.Affiliation, feeds.State)
		}
	}
}
