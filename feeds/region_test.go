package feeds_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"dateline/feeds"
)

func smallAtlas() *feeds.Atlas {
	return feeds.NewAtlas([]feeds.Region{
		{Slug: "west-africa", Code: "WAF", Kind: feeds.Primary, Label: "West Africa", Countries: []string{"ML", "NE"}},
		{Slug: "east-asia", Code: "EAS", Kind: feeds.Primary, Label: "East Asia", Countries: []string{"CN"}},
		{Slug: "world", Code: "WLD", Kind: feeds.Primary, Label: "World"},
		{Slug: "sahel", Kind: feeds.Area, Label: "Sahel", Countries: []string{"ML"}},
		{Slug: "g7", Kind: feeds.Bloc, Label: "G7", Countries: []string{"CN"}}, // invented: its slug looks like a country code
	}, map[string]string{"ML": "Mali", "NE": "Niger", "CN": "China"})
}

func TestPrimaries(t *testing.T) {
	a := smallAtlas()
	for _, c := range []struct{ countries, want []string }{
		{[]string{"CN", "ML", "NE"}, []string{"EAS", "WAF"}},
		{nil, []string{"WLD"}},
		{[]string{"ZZ"}, []string{"WLD"}},
	} {
		var got []string
		for _, r := range a.Primaries(c.countries) {
			got = append(got, r.Code)
		}
		if diff := cmp.Diff(c.want, got); diff != "" {
			t.Errorf("%v (-want +got):\n%s", c.countries, diff)
		}
	}
}

func TestKnownAndNearest(t *testing.T) {
	a := smallAtlas()
	for s, want := range map[string]bool{"sahel": true, "ml": true, "ML": false, "zz": false, "": false, "world": true} {
		if a.Known(s) != want {
			t.Errorf("Known(%q) = %v", s, !want)
		}
	}
	for s, want := range map[string]string{"sahell": "sahel", "east asia": "east-asia", "chna": "cn", "wets-africa": "west-africa"} {
		if got := a.Nearest(s); got != want {
			t.Errorf("Nearest(%q) = %q, want %q", s, got, want)
		}
	}
}

func TestHomeIsTheOnlyCountryOfAFeed(t *testing.T) {
	for _, c := range []struct {
		tags []string
		want string
	}{{[]string{"ml"}, "ML"}, {[]string{"sahel"}, ""}, {[]string{"ml", "ne"}, ""}, {nil, ""}} {
		if got := (feeds.Feed{Tags: c.tags}).Home(); got != c.want {
			t.Errorf("%v: %q, want %q", c.tags, got, c.want)
		}
	}
}

func TestEveryFailureHasWords(t *testing.T) {
	kinds := feeds.FailureKinds()
	if len(kinds) < 20 {
		t.Fatalf("only %d kinds have words", len(kinds))
	}
	for _, k := range kinds {
		f := &feeds.Failure{Kind: k}
		if f.Error() == "" || f.Todo() == "" || f.PageTodo() == "" {
			t.Errorf("%s has no words", k)
		}
	}
	if got := (&feeds.Failure{Kind: feeds.FailBlocked, Status: 403}).Error(); got != "the server refuses this program (HTTP 403)" {
		t.Errorf("got %q", got)
	}
}
