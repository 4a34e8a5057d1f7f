package story_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"dateline/feeds"
	"dateline/feeds/story"
)

// desk is an index with a story, what came before it, and what stands beside
// it. The story's items are 20 to 22.
func desk() *story.Index {
	x := story.New(story.Options{})
	add := func(id int, outlet, wire, title, summary string, hours float64) {
		it := item(id, outlet, title, summary, hours)
		it.Wire = wire
		x.Add(it)
	}
	add(1, "one", "", "Norway and Iceland resume cod talks in Bergen", "The foreign ministers of Norway and Iceland met in Bergen to resume talks on cod quotas.", -24*6)
	add(2, "two", "", "Iceland and Norway armies hold winter exercise", "Troops from Iceland and Norway train in snow near the border.", -30)
	add(3, "three", "", "Peru and Chile agree on cross-border rail link", "Peru and Chile will build a railway between Tacna and Arica.", -20)
	add(4, "four", "", "Chile votes on pension reform", "Chile's senate voted on a pension bill.", -10)
	for i, h := range treaty {
		wire := ""
		if i != 1 {
			wire = "AFP"
		}
		add(20+i, fmt.Sprint("outlet", i), wire, h.title, h.summary, float64(i))
	}
	add(30, "five", "", "Peru protests end as Chile sends fuel", "Fuel trucks from Chile reached Peru after a week of protests.", 3)
	add(31, "six", "", "Chile and Peru play out a draw in Arica", "A friendly match between Chile and Peru ended 1-1 in Arica.", 5)
	return x
}

func group(r feeds.Related, kind feeds.GroupKind) feeds.RelatedGroup {
	i := slices.IndexFunc(r.Groups, func(g feeds.RelatedGroup) bool { return g.Kind == kind })
	if i < 0 {
		return feeds.RelatedGroup{}
	}
	return r.Groups[i]
}

func ids(g feeds.RelatedGroup) []feeds.ItemID {
	var out []feeds.ItemID
	for _, e := range g.Entries {
		out = append(out, e.Item.ID)
	}
	return out
}

func TestRelatedSameEvent(t *testing.T) {
	g := group(desk().Related(20, 5), feeds.SameEvent)
	if got := ids(g); !slices.Equal(got, []feeds.ItemID{21, 22}) {
		t.Fatalf("same event %v, want the independent one, then the one of the same wire", got)
	}
	if why := g.Entries[0].Why; !strings.HasPrefix(why, "same words: ") || !strings.Contains(why, "Bergen") {
		t.Errorf("why %q", why)
	}
	if why := g.Entries[1].Why; why != "same wire: AFP" {
		t.Errorf("why %q", why)
	}
}

func TestRelatedEarlier(t *testing.T) {
	g := group(desk().Related(20, 5), feeds.Earlier)
	if got := ids(g); !slices.Equal(got, []feeds.ItemID{1}) {
		t.Errorf("earlier %v, want the talks before the treaty", got)
	}
}

func TestRelatedActors(t *testing.T) {
	g := group(desk().Related(20, 5), feeds.SameActors)
	if got := ids(g); !slices.Equal(got, []feeds.ItemID{2}) {
		t.Errorf("same actors %v, want the exercise", got)
	}
	if g.Label != "Norway + Iceland" && g.Label != "Iceland + Norway" {
		t.Errorf("label %q", g.Label)
	}
}

func TestRelatedCountry(t *testing.T) {
	r := desk().Related(4, 5)
	g := group(r, feeds.SameCountry)
	if g.Label != "Chile" || len(g.Entries) == 0 {
		t.Fatalf("groups %+v, want some about Chile", r.Groups)
	}
	if g.Entries[0].Item.ID != 31 || g.Entries[0].Why != "about Chile" {
		t.Errorf("first entry %+v, want the newest", g.Entries[0])
	}
}

func TestRelatedHoldsItsPromises(t *testing.T) {
	x := desk()
	for _, id := range []feeds.ItemID{1, 2, 3, 4, 20, 21, 22, 30, 31} {
		for limit := range 4 {
			r := x.Related(id, limit)
			if r.Item != id {
				t.Errorf("related of %d is for %d", id, r.Item)
			}
			seen := map[feeds.ItemID]bool{id: true}
			labels := map[string]bool{}
			for _, g := range r.Groups {
				if len(g.Entries) == 0 || len(g.Entries) > limit || g.Label == "" || labels[g.Label] {
					t.Errorf("related of %d, limit %d: group %+v", id, limit, g)
				}
				labels[g.Label] = true
				for _, e := range g.Entries {
					if seen[e.Item.ID] || e.Why == "" {
						t.Errorf("related of %d: entry %+v is shown twice or without a reason", id, e)
					}
					seen[e.Item.ID] = true
				}
			}
		}
	}
	if r := x.Related(99, 5); r.Item != 99 || len(r.Groups) != 0 {
		t.Errorf("related of an unknown item: %+v", r)
	}
}

func TestRelatedMaybeSame(t *testing.T) {
	x := desk()
	apart := func(id int, hours float64) {
		it := item(id, "seven", "Norway, Iceland: cod treaty signed in Bergen ends dispute", treaty[2].summary, hours)
		it.Story = feeds.StoryID(id)
		x.Restore(*it)
	}
	apart(40, 4)
	apart(41, 80)
	g := group(x.Related(20, 5), feeds.MaybeSame)
	if got := ids(g); !slices.Equal(got, []feeds.ItemID{40}) {
		t.Fatalf("possibly the same event %v, want what is alike and of the same day", got)
	}
	if why := g.Entries[0].Why; !strings.Contains(why, "Bergen") {
		t.Errorf("why %q", why)
	}
}
