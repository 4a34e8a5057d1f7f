package story

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"dateline/feeds"
)

func TestRetagReachesWhatIsHeld(t *testing.T) {
	about := func(codes string) (tags feeds.Tags) {
		for _, c := range strings.Fields(codes) {
			tags.Countries = append(tags.Countries, feeds.Tag{Code: c, Weight: 1, About: true})
		}
		return tags
	}
	x := New(Options{})
	for i, codes := range []string{"MA", "CL"} {
		it := feeds.Item{ID: feeds.ItemID(i + 1), Feed: "ledger", Title: fmt.Sprint("Dockers walk out ", i), Tags: about(codes)}
		x.Add(&it)
	}
	for _, step := range []struct {
		name string
		tags map[feeds.ItemID]feeds.Tags
		want string // the items of MA and of CL
	}{
		{"apart", nil, "[1] [2]"},
		{"one country more", map[feeds.ItemID]feeds.Tags{2: about("CL MA"), 99: about("MA")}, "[1 2] [2]"},
		{"said again", map[feeds.ItemID]feeds.Tags{2: about("CL MA")}, "[1 2] [2]"},
		{"no country", map[feeds.ItemID]feeds.Tags{1: {}}, "[2] [2]"},
		{"both at once", map[feeds.ItemID]feeds.Tags{2: about("MA"), 1: about("CL")}, "[2] [1]"},
	} {
		x.Retag(step.tags)
		found := map[code][]feeds.ItemID{}
		for _, id := range []feeds.ItemID{1, 2} {
			for _, code := range x.entries[id].countries {
				found[code] = append(found[code], id)
			}
		}
		if got := fmt.Sprint(found[codeOf("MA")], found[codeOf("CL")]); got != step.want {
			t.Errorf("%s: %s, want %s", step.name, got, step.want)
		}
		for code, ids := range found {
			for _, id := range ids {
				if n := x.entries[id].number; !slices.Contains(x.lexicon.about[code], n) || len(x.lexicon.about[code]) != len(ids) {
					t.Errorf("%s: under %s stand %v, want that of %v", step.name, code, x.lexicon.about[code], ids)
				}
			}
		}
		if len(x.lexicon.about) != len(found) {
			t.Errorf("%s: %d countries are listed, want %d", step.name, len(x.lexicon.about), len(found))
		}
	}
}

// TestADeniedCountryStaysAway is of a country that the title names and the
// reader has taken away from the item, now and after a restart.
func TestADeniedCountryStaysAway(t *testing.T) {
	named := feeds.Tag{Code: "JO", About: true, Why: []feeds.Evidence{{Words: "Jordan", Field: feeds.FieldTitle, Rule: "country name"}}}
	it := feeds.Item{ID: 1, Feed: "ledger", Title: "Jordan wins the slalom at Kvitbakken", Tags: feeds.Tags{Countries: []feeds.Tag{named}}}
	x := New(Options{})
	x.Add(&it)
	if got := x.entries[1].countries; !slices.Equal(got, []code{codeOf("JO")}) {
		t.Fatalf("before it is about %v", got)
	}
	it.Tags = feeds.Tags{Denied: []feeds.Tag{named}}
	x.Retag(map[feeds.ItemID]feeds.Tags{1: it.Tags})
	again := New(Options{})
	again.Restore(it)
	for name, x := range map[string]*Index{"now": x, "after a restart": again} {
		if e := x.entries[1]; len(e.countries) > 0 || len(x.lexicon.about) > 0 {
			t.Errorf("%s it is about %v", name, e.countries)
		}
	}
	if now, then := x.entries[1].marks, again.entries[1].marks; !slices.Equal(now, then) {
		t.Errorf("its marks are %v, after a restart %v", now, then)
	}
}

// TestWhatARetaggedItemWasFoundByIsForgotten is of an item that has left after it
// was found to be about another country.
func TestWhatARetaggedItemWasFoundByIsForgotten(t *testing.T) {
	tags := func(code string) feeds.Tags { return feeds.Tags{Countries: []feeds.Tag{{Code: code, About: true}}} }
	x := New(Options{})
	x.Add(&feeds.Item{ID: 1, Feed: "ledger", Language: "en", Title: "Earthquake at night", Tags: tags("MA")})
	x.Retag(map[feeds.ItemID]feeds.Tags{1: tags("CL")})
	next := feeds.Item{ID: 2, Feed: "diario", Language: "es", Title: "Terremoto de noche", Tags: tags("CL")}
	x.Add(&next)
	found := x.across(x.entries[2], crossWindow)
	if len(found) != 1 || found[0].id != 1 {
		t.Errorf("by its new country it finds %v", found)
	}
	x.Remove(1)
	x.Add(&feeds.Item{ID: 3, Feed: "diario", Language: "es", Title: "Otro terremoto", Tags: tags("MA")})
}
