package story_test

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"sync"
	"testing"
	"time"

	"dateline/feeds"
	"dateline/feeds/story"
)

// dam, treaty and strike are three events, each told by several outlets.
var (
	dam = []half{
		{"Nine dead in Morocco dam burst", "At least nine people died when a dam burst near Kasserat in Morocco's north late on Monday. The flood destroyed two bridges, and rescuers are looking for survivors in the mud."},
		{"Dam above Moroccan town of Kasserat bursts, killing nine", "A dam burst near Kasserat in northern Morocco on Monday, sweeping away two bridges and killing at least nine people, officials said."},
		{"Morocco: rescuers search mud for survivors of Kasserat dam burst", "Rescuers searched on Tuesday for survivors in Kasserat, where a burst dam killed nine people and swept away two bridges."},
	}
	treaty = []half{
		{"Norway and Iceland sign fishing treaty in Bergen", "The foreign ministers of Norway and Iceland signed a treaty on cod quotas in Bergen after ten years of talks."},
		{"Fishing treaty signed in Bergen by Norway, Iceland", "Ten years of talks on cod quotas ended in Bergen, where Norway and Iceland signed a fishing treaty."},
		{"Norway, Iceland end cod dispute with treaty", "A treaty on fishing quotas that ends a long cod dispute was signed in Bergen by Norway and Iceland."},
	}
	strike = []half{
		{"Dock strike closes Chile's copper port Antofagasta", "Dockers in Antofagasta walked out over pay, stopping copper exports from Chile's largest port."},
		{"Chilean copper port of Antofagasta shut by dockers' strike", "Copper exports from Antofagasta stopped as dockers went on strike over pay in Chile."},
		{"Copper price up as Antofagasta dockers strike", "Copper rose after dockers closed the Chilean port of Antofagasta in a strike over pay."},
	}
)

// tell returns the items of the events, the outlets of one event an hour
// apart, with IDs from first on.
func tell(first int, hours float64, events ...[]half) []*feeds.Item {
	var out []*feeds.Item
	for i := range events[0] {
		for _, event := range events {
			out = append(out, item(first+len(out), fmt.Sprint("outlet", i), event[i].title, event[i].summary, hours+float64(i)))
		}
	}
	return out
}

func addAll(x *story.Index, items []*feeds.Item) {
	for _, it := range items {
		x.Add(it)
	}
}

// groups returns the IDs of the items by story.
func groups(items []*feeds.Item) map[feeds.StoryID][]feeds.ItemID {
	out := map[feeds.StoryID][]feeds.ItemID{}
	for _, it := range items {
		out[it.Story] = append(out[it.Story], it.ID)
	}
	return out
}

func TestStoriesComeOutWhole(t *testing.T) {
	items := tell(1, 0, dam, treaty, strike)
	addAll(story.New(story.Options{}), items)
	got := groups(items)
	if len(got) != 3 {
		t.Fatalf("stories %v, want three", got)
	}
	for id, members := range got {
		if len(members) != 3 || feeds.StoryID(members[0]) != id {
			t.Errorf("story %d holds %v", id, members)
		}
	}
	for _, it := range items[:3] {
		if it.Join.With != 0 || it.Join.Score != 0 || len(it.Join.Words) != 0 {
			t.Errorf("%q opened its story and has join %+v", it.Title, it.Join)
		}
	}
	for _, it := range items[3:] {
		if it.Join.With == 0 || it.Join.Score <= 0.5 || it.Join.Score > 1 || len(it.Join.Words) == 0 {
			t.Errorf("%q has join %+v", it.Title, it.Join)
		}
	}
}

func TestOrderOfArrivalHardlyMatters(t *testing.T) {
	for seed := range uint64(20) {
		items := tell(1, 0, dam, treaty, strike)
		rand.New(rand.NewPCG(seed, 0)).Shuffle(len(items), func(i, j int) { items[i], items[j] = items[j], items[i] })
		addAll(story.New(story.Options{}), items)
		if got := groups(items); len(got) != 3 {
			t.Errorf("seed %d: stories %v, want three", seed, got)
		}
	}
}

func TestSameInputSameGroups(t *testing.T) {
	var first string
	for range 5 {
		items := tell(1, 0, dam, treaty, strike)
		addAll(story.New(story.Options{}), items)
		var s strings.Builder
		for _, it := range items {
			fmt.Fprintln(&s, it.ID, it.Story, it.Join)
		}
		if first == "" {
			first = s.String()
		}
		if s.String() != first {
			t.Fatalf("first run\n%s\nnow\n%s", first, s.String())
		}
	}
}

func TestRestoreContinuesStories(t *testing.T) {
	before := tell(1, 0, dam, treaty, strike)
	addAll(story.New(story.Options{}), before[:6])

	x := story.New(story.Options{})
	for _, it := range before[:6] {
		x.Restore(*it)
	}
	addAll(x, before[6:])
	for i, it := range before[6:] {
		if it.Story != before[i].Story {
			t.Errorf("%q went to story %d, want %d", it.Title, it.Story, before[i].Story)
		}
	}
}

func TestRestoreWithoutStoryOpensOne(t *testing.T) {
	x := story.New(story.Options{})
	items := tell(7, 0, dam)
	x.Restore(*items[0])
	x.Add(items[1])
	if items[1].Story != 7 {
		t.Errorf("story %d, want 7", items[1].Story)
	}
}

func TestRemove(t *testing.T) {
	x := story.New(story.Options{})
	items := tell(1, 0, dam)
	x.Add(items[0])
	x.Remove(items[0].ID)
	x.Remove(99)
	x.Add(items[1])
	if items[1].Story != feeds.StoryID(items[1].ID) {
		t.Errorf("joined the removed item: story %d, join %+v", items[1].Story, items[1].Join)
	}
	x.Add(items[2])
	x.Remove(items[1].ID) // the opener goes, the story stays
	items[0].Story = 0
	x.Add(items[0])
	if items[0].Story != items[2].Story {
		t.Errorf("story %d, want %d", items[0].Story, items[2].Story)
	}
	if got := x.Related(*items[1], 5); len(got.Groups) != 0 {
		t.Errorf("a removed item has related groups %+v", got.Groups)
	}
}

func TestAddAgainKeepsTheStory(t *testing.T) {
	x := story.New(story.Options{})
	items := tell(1, 0, dam)
	addAll(x, items)
	join := items[1].Join
	items[1].Title = "Updated: what is known of the flood"
	x.Add(items[1])
	if items[1].Story != 1 || items[1].Join.With != join.With {
		t.Errorf("story %d, join %+v, want 1 and %+v", items[1].Story, items[1].Join, join)
	}
}

func TestWindow(t *testing.T) {
	for _, c := range []struct {
		hours float64
		same  bool
	}{{20, true}, {30, false}} {
		x := story.New(story.Options{Window: 24 * time.Hour})
		a, b := item(1, "one", dam[0].title, dam[0].summary, 0), item(2, "two", dam[1].title, dam[1].summary, c.hours)
		x.Add(a)
		x.Add(b)
		if got := a.Story == b.Story; got != c.same {
			t.Errorf("%v hours apart in a window of a day: one story %v", c.hours, got)
		}
	}
}

func TestStoryDoesNotOutgrowTheWindow(t *testing.T) {
	x := story.New(story.Options{Window: 48 * time.Hour})
	seen := map[feeds.StoryID]bool{}
	for day := range 6 {
		it := item(day+1, fmt.Sprint("outlet", day), dam[0].title, dam[0].summary, float64(24*day))
		x.Add(it)
		seen[it.Story] = true
	}
	if len(seen) != 2 {
		t.Errorf("six days told in %d stories of at most two days' span, want 2", len(seen))
	}
}

func TestItemsWithoutTimeAreGrouped(t *testing.T) {
	x := story.New(story.Options{})
	items := tell(1, 0, dam, treaty)
	for _, it := range items {
		it.Published = time.Time{}
		x.Add(it)
	}
	if got := groups(items); len(got) != 2 {
		t.Errorf("stories %v, want two", got)
	}
}

func TestAnItemWithoutADateIsLessSure(t *testing.T) {
	score := func(mark feeds.DateMark) float64 {
		x := story.New(story.Options{})
		items := tell(1, 0, dam)
		items[1].Date = mark
		addAll(x, items)
		return items[1].Join.Score
	}
	if dated, undated := score(feeds.DateGiven), score(feeds.DateMissing); undated == 0 || undated >= dated {
		t.Errorf("with a date it joins at %.2f, without one at %.2f: want less, but not nothing", dated, undated)
	}
}

func TestFullIndexLetsTheFirstGo(t *testing.T) {
	x := story.New(story.Options{Most: 3})
	items := tell(1, 0, dam)
	addAll(x, items[:1])
	addAll(x, tell(10, 0, treaty))
	addAll(x, items[1:])
	if items[1].Story == items[0].Story {
		t.Error("joined an item that should have left")
	}
	if items[2].Story != items[1].Story {
		t.Error("did not join an item that should be there")
	}
}

func TestColumnsDoNotChainDays(t *testing.T) {
	for _, title := range []string{"Morning briefing", "News in brief", "Live updates", "The Harbour 24 cartoon", "Kestrel on the economy of Norway and Iceland"} {
		x := story.New(story.Options{})
		seen := map[feeds.StoryID]bool{}
		for day := range 3 {
			it := item(day+1, "one", title, "", float64(24*day))
			x.Add(it)
			seen[it.Story] = true
		}
		if len(seen) != 3 {
			t.Errorf("%q on three days makes %d stories", title, len(seen))
		}
	}
}

func TestPartsOfAColumnAreApart(t *testing.T) {
	const text = "Shares in Oslo and Stockholm rose as the price of salmon and timber recovered, dealers said."
	for _, c := range []struct {
		name, a, b string
		hours      float64
		same       bool
	}{
		{"a label", "Northern markets: Shares rise as salmon recovers", "Northern markets: Shares rise as timber recovers", 24, false},
		{"a label with a place and a form", "Norway live: Shares rise as salmon recovers", "Norway live: Shares rise as timber recovers", 13, false},
		{"the same hour", "Northern markets: Shares rise as salmon recovers", "Northern markets: Shares rise as salmon and timber recover", 1, true},
		{"a place is no column", "Norway: Salmon farms of Tromso fined over lice", "Norway: Fines for salmon farms of Tromso over lice", 13, true},
	} {
		x := story.New(story.Options{})
		a, b := item(1, "one", c.a, text, 0), item(2, "one", c.b, text, c.hours)
		if strings.Contains(c.name, "place is") {
			a.Summary, b.Summary = "", ""
		}
		addAll(x, []*feeds.Item{a, b})
		if got := a.Story == b.Story; got != c.same {
			t.Errorf("%s: one story %v, want %v; join %+v", c.name, got, c.same, b.Join)
		}
	}
}

func TestWireCopyJoins(t *testing.T) {
	const copied = "OSLO, Feb 1 (Reuters) - Norway will close two of its five lignite mines by 2030, the energy ministry said on Sunday, citing falling demand and the price of emission permits. Some 1,400 miners at Tverrfjell and Grongdal will be offered early retirement."
	x := story.New(story.Options{})
	a := item(1, "one", "Norway to close two lignite mines by 2030", copied, 0)
	b := item(2, "two", "End of the line for Tverrfjell miners", copied, 30)
	x.Add(a)
	x.Add(b)
	if a.Story != b.Story {
		t.Error("the same text under two headlines makes two stories")
	}
}

func TestCountriesAreEvidence(t *testing.T) {
	tagged := func(id int, outlet, title, code string) *feeds.Item {
		it := item(id, outlet, title, "", 0)
		it.Tags.Countries = []feeds.Tag{{Code: code, About: true}}
		return it
	}
	for code, same := range map[string]bool{"KE": true, "CL": false} {
		x := story.New(story.Options{})
		a := tagged(1, "one", "Ferry fares to double as fuel subsidy ends", "KE")
		b := tagged(2, "two", "End of fuel subsidy doubles bus fares", code)
		addAll(x, []*feeds.Item{a, b})
		if got := a.Story == b.Story; got != same {
			t.Errorf("about KE and %s: one story %v; join %+v", code, got, b.Join)
		}
	}
}

func TestCountryOfTheFeedIsNoEvidence(t *testing.T) {
	x := story.New(story.Options{})
	a := item(1, "one", "Ferry fares to double as fuel subsidy ends", "", 0)
	b := item(2, "two", "End of fuel subsidy doubles bus fares", "", 0)
	a.Tags.Countries = []feeds.Tag{{Code: "KE", About: true}}
	b.Tags.Countries = []feeds.Tag{{Code: "CL", About: true, Why: []feeds.Evidence{{Field: feeds.FieldFeed}}}}
	addAll(x, []*feeds.Item{a, b})
	if a.Story != b.Story {
		t.Error("the country of a feed parted two items")
	}
}

func TestConcurrentUse(t *testing.T) {
	x := story.New(story.Options{Most: 50})
	var wg sync.WaitGroup
	for w := range 4 {
		wg.Go(func() {
			for round := range 20 {
				items := tell(1+1000*w+9*round, float64(round), dam, treaty, strike)
				addAll(x, items)
				x.Related(*items[0], 4)
				x.Restore(*items[1])
				x.Remove(items[2].ID)
			}
		})
	}
	wg.Wait()
}

func FuzzAdd(f *testing.F) {
	f.Add("Norway signs treaty", "OSLO, Feb 1 (Reuters) - x", "挪威外长 สวัสดี", "")
	f.Add("", "\xff\xfe", "ـًا", "1,2.3")
	f.Fuzz(func(t *testing.T, title, summary, title2, summary2 string) {
		x := story.New(story.Options{})
		a, b := item(1, "one", title, summary, 0), item(2, "two", title2, summary2, 1)
		x.Add(a)
		x.Add(b)
		if a.Story != 1 || b.Story != 1 && b.Story != 2 || b.Join.Score < 0 || b.Join.Score > 1 {
			t.Errorf("stories %d and %d, join %+v", a.Story, b.Story, b.Join)
		}
		for _, g := range x.Related(*b, 3).Groups {
			if len(g.Entries) == 0 || g.Label == "" || g.Entries[0].Item.ID != 1 {
				t.Errorf("group %+v", g)
			}
		}
		x.Remove(1)
		x.Remove(2)
	})
}
