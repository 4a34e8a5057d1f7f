package story_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"dateline/feeds"
	"dateline/feeds/story"
)

// desk is an index with a story, its items 20 to 22, with what came before it
// and after it, and what stands beside it.
type desk struct {
	*story.Index
	items map[feeds.ItemID]feeds.Item
}

// put adds an item as a story of its own, whatever it resembles.
func (d *desk) put(id int, title, summary string, hours float64) {
	it := item(id, fmt.Sprint("outlet", id), title, summary, hours)
	it.Story = feeds.StoryID(id)
	d.Restore(*it)
	d.items[it.ID] = *it
}

func newDesk() *desk {
	d := &desk{Index: story.New(story.Options{}), items: map[feeds.ItemID]feeds.Item{}}
	d.put(1, "Cod talks of Norway and Iceland in Bergen break off", "The talks on cod quotas in Bergen ended at night without a treaty.", -24*8)
	d.put(2, "Norway and Iceland resume cod talks in Bergen", "The foreign ministers of Norway and Iceland met in Bergen to resume talks on cod quotas.", -24*3)
	d.put(3, "Cod talks: Norway and Iceland speak of a fishing treaty", "Norway and Iceland are near a treaty on cod quotas, said ministers in Bergen.", -24)
	d.put(4, "Cod treaty near, says Iceland in Bergen", "A treaty with Norway on cod quotas is near.", -25)
	d.put(5, "Troops of Iceland and Norway train in snow", "A winter exercise brings together soldiers of Norway and Iceland.", -30)
	d.put(6, "Peru and Chile agree on a railway", "Peru and Chile will build a railway between Tacna and Arica.", -20)
	d.put(7, "Chile votes on pension reform", "The senate of Chile voted on a pension bill.", -10)
	for i, h := range treaty {
		it := item(20+i, fmt.Sprint("outlet", i), h.title, h.summary, float64(i))
		d.Add(it)
		d.items[it.ID] = *it
	}
	d.put(30, "Peru protests end as Chile sends fuel", "Fuel trucks from Chile reached Peru after a week of protests.", 3)
	d.put(31, "Chile beats Bolivia in Arica", "The match ended 1-0.", 5)
	d.put(32, "Norway ratifies fishing treaty with Iceland", "Parliament in Oslo ratified the treaty on cod quotas that was signed in Bergen.", 50)
	return d
}

func (d *desk) beside(id feeds.ItemID, limit int) feeds.Related { return d.Related(d.items[id], limit) }

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

func TestRelatedIsAChainOverDays(t *testing.T) {
	r := newDesk().beside(20, 5)
	before, after := group(r, feeds.Earlier), group(r, feeds.Later)
	if got := ids(before); len(got) != 3 || got[0] != 3 && got[0] != 4 || got[1] != 2 || got[2] != 1 {
		t.Errorf("earlier %v, want one of yesterday's (3 or 4), then 2, then 1", got)
	}
	if got := ids(after); !slices.Equal(got, []feeds.ItemID{32}) {
		t.Errorf("later %v, want the ratification", got)
	}
	for i, want := range []string{"25 h before: ", "3 days before: ", "8 days before: "} {
		if why := before.Entries[i].Why; !strings.HasPrefix(why, want) {
			t.Errorf("entry %d is there because of %q, want %q", i, why, want)
		}
	}
	if why := after.Entries[0].Why; !strings.HasPrefix(why, "2 days after: ") {
		t.Errorf("why %q", why)
	}
}

func TestRelatedActors(t *testing.T) {
	g := group(newDesk().beside(20, 5), feeds.SameActors)
	if !slices.Contains(ids(g), 5) {
		t.Errorf("same actors %v, want the exercise", ids(g))
	}
	if g.Label != "Norway + Iceland" && g.Label != "Iceland + Norway" {
		t.Errorf("label %q", g.Label)
	}
	if why := g.Entries[0].Why; why != "both in the headline" {
		t.Errorf("why %q", why)
	}
}

func TestActorsAreWrittenAsPeopleWriteThem(t *testing.T) {
	tests := []struct{ name, title, summary, other, label string }{
		{
			"a surname and the full name below it", "Orvald tells Chinese minister of new plan",
			"Premier Runa Orvald told Foreign Minister Tao Lin that a plan is ready.", "Orvald meets Tao Lin in Beijing", "Runa Orvald + Tao Lin",
		},
		{
			"roles are no names", "Defence Minister Tarkesh visits Fort Sund",
			"Defence Minister Ilo Tarkesh visited the soldiers.", "Defence Minister Ilo Tarkesh speaks", "Ilo Tarkesh",
		},
		{
			"particles stand inside a name", "Reactors were a mistake, says Runa von der Orvald",
			"Runa von der Orvald said so.", "Runa von der Orvald speaks in Oslo", "Runa von der Orvald",
		},
		{
			"a name and its initials", "EU opens Kasserat office", "The European Union opened it on Monday.",
			"EU head visits new European Union office", "European Union",
		},
		{"an acronym", "Veltran army joins QXR drill", "The QXR drill began.", "QXR names a new head", "QXR"},
		{"a mere place is no actor", "Storm floods Kasserat", "Rain fell on Kasserat.", "Market opens in Kasserat", ""},
		{"the seat of a government is its country", "Moscow and Beijing sign gas deal", "The two signed it.", "Russia and China to hold drill", "Russia + China"},
	}
	for _, tt := range tests {
		d := &desk{Index: story.New(story.Options{}), items: map[feeds.ItemID]feeds.Item{}}
		for i, text := range []half{{tt.title, tt.summary}, {tt.other, tt.summary[:4]}, {tt.other + " again", ""}} {
			d.putAbout(1+i, text, float64(-24*16*i), "RU", "CN")
		}
		g := group(d.beside(1, 3), feeds.SameActors)
		if tt.label == "" && len(g.Entries) == 0 {
			continue
		}
		if !sameLabel(g.Label, tt.label) {
			t.Errorf("%s: label %q, want %q; %+v", tt.name, g.Label, tt.label, d.beside(1, 3).Groups)
		}
	}
}

// sameLabel compares labels whatever the order of the actors.
func sameLabel(a, b string) bool {
	split := func(s string) []string {
		parts := strings.Split(s, " + ")
		slices.Sort(parts)
		return parts
	}
	return slices.Equal(split(a), split(b))
}

func (d *desk) putAbout(id int, h half, hours float64, codes ...string) {
	it := item(id, fmt.Sprint("outlet", id), h.title, h.summary, hours)
	it.Tags = feeds.Tags{}
	for _, c := range codes {
		it.Tags.Countries = append(it.Tags.Countries, feeds.Tag{Code: c, About: true})
	}
	it.Story = feeds.StoryID(id)
	d.Restore(*it)
	d.items[it.ID] = *it
}

func TestRelatedCountry(t *testing.T) {
	d := newDesk()
	d.put(33, "School reform: what parents in Chile hope for", "They ask for more teachers in the villages of the mountains.", -8)
	d.put(34, "Chile opens an observatory", "It is the largest in the desert.", 24*9)
	g := group(d.beside(7, 5), feeds.SameCountry)
	got := ids(g)
	if g.Label != "Chile" || len(got) == 0 || slices.Contains(got, 34) {
		t.Fatalf("group %+v, want Chile without what is told a week later", g)
	}
	if got[0] != 33 {
		t.Errorf("order %v, want what is of a kind first: %+v", got, d.beside(7, 5).Groups)
	}
	for _, e := range g.Entries {
		if e.Why != "about Chile" && !strings.HasPrefix(e.Why, "Chile, ") {
			t.Errorf("why %q", e.Why)
		}
	}
}

func TestRelatedMaybeSame(t *testing.T) {
	d := newDesk()
	d.put(40, "Norway, Iceland: cod treaty signed in Bergen ends dispute", treaty[2].summary, 4)
	d.put(41, "Cod dispute of Norway, Iceland ends in Bergen with a treaty", treaty[2].summary, 80)
	g := group(d.beside(20, 5), feeds.MaybeSame)
	if got := ids(g); !slices.Contains(got, 40) || slices.Contains(got, 41) {
		t.Fatalf("possibly the same event %v, want what is alike and of the same day", got)
	}
	if why := g.Entries[slices.Index(ids(g), 40)].Why; !strings.Contains(why, "Bergen") {
		t.Errorf("why %q", why)
	}
}

func TestRelatedHoldsItsPromises(t *testing.T) {
	d := newDesk()
	for id := range d.items {
		for limit := range 4 {
			r := d.beside(id, limit)
			if r.Item != id {
				t.Errorf("related of %d is for %d", id, r.Item)
			}
			seen := map[feeds.ItemID]bool{20: id >= 20 && id <= 22, id: true}
			titles := map[string]bool{d.items[id].Title: true}
			labels := map[string]bool{}
			for _, g := range r.Groups {
				if len(g.Entries) == 0 || len(g.Entries) > limit || g.Label == "" || labels[g.Label] {
					t.Errorf("related of %d, limit %d: group %+v", id, limit, g)
				}
				labels[g.Label] = true
				for _, e := range g.Entries {
					title := d.items[e.Item.ID].Title
					if seen[e.Item.ID] || titles[title] || e.Why == "" {
						t.Errorf("related of %d: entry %+v is shown twice or without a reason", id, e)
					}
					seen[e.Item.ID], titles[title] = true, true
				}
			}
		}
	}
	if r := d.Related(feeds.Item{ID: 99}, 5); r.Item != 99 || len(r.Groups) != 0 {
		t.Errorf("related of an unknown item: %+v", r)
	}
}
