package feeds

import (
	"maps"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// bare is a feed of which the list gives nothing but the address.
func bare(id FeedID, host string) Feed {
	return Feed{ID: id, Name: host, URL: "https://" + host + "/feed/" + string(id), Unnamed: true, Family: host}
}

var pack = []Feed{
	{ID: "post", Name: "The North Post", URL: "https://northpost.example/rss"},
	{ID: "nbc", Name: "NBC News", Family: "nbc", URL: "https://nbc.example/rss"},
	{ID: "bridge", Name: "桥报", URL: "https://bridge.example/rss"},
}

func TestAFeedIsShownAsItCallsItself(t *testing.T) {
	for _, tt := range []struct{ title, want string }{
		{"Harbour Ledger", "Harbour Ledger"},
		{"Harbour Ledger | World", "Harbour Ledger | World"},
		{"The News", "The News"},
		{"Harbour Ledger – Breaking News, World News and Videos", "Harbour Ledger – Breaking News, World…"},
		{strings.Repeat("A", 120), strings.Repeat("A", 39) + "…"},
		{strings.Repeat("चाय ", 14), "चाय चाय चाय चाय चाय चाय चाय चाय चाय…"},
		{"Вечерняя газета", "Вечерняя газета"},
		{"港口日報", "港口日報"},

		// No names.
		{"", "ledger.example"},
		{" — ", "ledger.example"},
		{"RSS", "ledger.example"},
		{"RSS Feed", "ledger.example"},
		{"Untitled", "ledger.example"},
		{"https://ledger.example/feed", "ledger.example"},
		{"www.ledger.example", "ledger.example"},
		{"Reuters.com", "ledger.example"},
		{"/world/feed", "ledger.example"},

		// Parts of something.
		{"News", "ledger.example: News"},
		{"World news - RSS", "ledger.example: World news - RSS"},
		{"Новости", "ledger.example: Новости"},

		// Names of others, and what looks like them.
		{"The North Post", "ledger.example: The North Post"},
		{"the NORTH post – World", "ledger.example: the NORTH post – World"},
		{"The Ｎorth Póst", "ledger.example: The Ｎorth Póst"},
		{"桥报新闻", "ledger.example: 桥报新闻"},
		{"Reuters World", "ledger.example: Reuters World"},
		{"AFP", "ledger.example: AFP"},
		{"新华社", "ledger.example: 新华社"},
		{"Rеuters World", "ledger.example: Rеuters World"}, // a Cyrillic е
		{"The North P0st", "ledger.example: The North P0st"},
		{"TheNorth Post", "ledger.example: TheNorth Post"},
		{"R e u t e r s", "ledger.example: R e u t e r s"},
		{"ʀᴇᴜᴛᴇʀs", "ledger.example: ʀᴇᴜᴛᴇʀs"},
		{"NВС", "ledger.example: NВС"}, // a Cyrillic В and С
		{"АР", "ledger.example: АР"},   // all of it
		{"Bl00mberg", "ledger.example: Bl00mberg"},
		{"B1oomberg", "ledger.example: B1oomberg"},
		{"NBC World Service", "ledger.example: NBC World Service"},
		{"northpost.example: World", "ledger.example: northpost.example: World"},
		{"northpost。example World", "ledger.example: northpost。example World"},
		{"Harbour Ledger – Breaking News, World News of the North Post", "ledger.example: Harbour Ledger – Breaking News, World…"},
		{"Northern Post", "Northern Post"},
		{"The North Poster", "The North Poster"},
		{"Gossip of the North", "Gossip of the North"},
	} {
		n := NewNames([]Feed{bare("ledger", "ledger.example")}, pack, []Health{{Feed: "ledger", Title: tt.title}})
		if got := n.Directory()["ledger"].Outlet(); got != tt.want {
			t.Errorf("%q is shown as %q, want %q", tt.title, got, tt.want)
		}
	}
}

func TestAGivenNameHolds(t *testing.T) {
	list := []Feed{{ID: "post", Name: "My paper", URL: "https://northpost.example/rss"}, bare("world", "northpost.example"), bare("other", "other.example")}
	n := NewNames(list, pack, []Health{{Feed: "post", Title: "Gazette"}, {Feed: "unknown", Title: "Gazette"}})
	if got := n.Learn(Health{Feed: "post", Title: "Courier"}); got != nil {
		t.Errorf("%v have new names", got)
	}
	n.Learn(Health{Feed: "world", Title: "The North Post"})
	n.Learn(Health{Feed: "other", Title: "My Paper"})
	want := map[FeedID]string{
		"post":  "My paper",
		"world": "The North Post",          // it stands on the host of the one that has this name
		"other": "other.example: My Paper", // the reader has given it to another
	}
	if diff := cmp.Diff(want, outletsOf(n)); diff != "" {
		t.Error(diff)
	}
}

func outletsOf(n *Names) map[FeedID]string {
	out := map[FeedID]string{}
	for id, f := range n.Directory() {
		out[id] = f.Outlet()
	}
	return out
}

func TestFeedsThatCallThemselvesTheSame(t *testing.T) {
	n := NewNames([]Feed{bare("a", "one.example"), bare("b", "one.example"), bare("c", "two.example")}, nil, nil)
	for _, step := range []struct {
		feed           FeedID
		title, renamed string
		shown          string
	}{
		{"a", "Gazette", "a", "Gazette, one.example, two.example"},
		{"a", "Gazette", "", "Gazette, one.example, two.example"},
		{"b", "GAZETTE", "b", "Gazette, GAZETTE, two.example"}, // one host may have many feeds
		{"c", "Gazette", "a b c", "one.example: Gazette, one.example: GAZETTE, two.example: Gazette"},
		{"c", "Courier", "a b c", "Gazette, GAZETTE, Courier"},
		{"b", "", "b", "Gazette, one.example, Courier"},
		{"c", "RSS", "c", "Gazette, one.example, two.example"},
		{"b", "The quarterly gazette of harbours and moles", "b", "Gazette, The quarterly gazette of harbours and…, two.example"},
		{"c", "The quarterly gazette of harbours and piers", "b c", "Gazette, one.example: The quarterly gazette of harbours and…, two.example: The quarterly gazette of harbours and…"},
	} {
		renamed := n.Learn(Health{Feed: step.feed, Title: step.title})
		slices.Sort(renamed)
		var said, shown []string
		for _, id := range renamed {
			said = append(said, string(id))
		}
		all := outletsOf(n)
		for _, id := range slices.Sorted(maps.Keys(all)) {
			shown = append(shown, all[id])
		}
		if got := strings.Join(said, " "); got != step.renamed {
			t.Errorf("after %s is %q: %q have new names, want %q", step.feed, step.title, got, step.renamed)
		}
		if got := strings.Join(shown, ", "); got != step.shown {
			t.Errorf("after %s is %q: %s, want %s", step.feed, step.title, got, step.shown)
		}
	}
}

func TestAFeedAtAnotherAddressIsNamedAnew(t *testing.T) {
	n := NewNames([]Feed{bare("a", "one.example"), bare("b", "two.example")}, nil, []Health{{Feed: "a", Title: "Gazette"}, {Feed: "b", Title: "Gazette"}})
	n.Put(bare("a", "one.example").At("https://three.example/rss"))
	if diff := cmp.Diff(map[FeedID]string{"a": "one.example", "b": "Gazette"}, outletsOf(n)); diff != "" {
		t.Error(diff)
	}
	n.Learn(Health{Feed: "a", Title: "Courier"})
	if got := n.Directory()["a"]; got.Outlet() != "Courier" || got.URL != "https://three.example/rss" {
		t.Errorf("it is %+v", got)
	}
}

// What a feed calls itself is shown, and nothing else is made of it.
func TestANameMakesNoSource(t *testing.T) {
	list := []Feed{bare("a", "one.example"), bare("b", "one.example"), bare("c", "two.example")}
	list[0].Kind = Wire
	s := Story{ID: 1, Items: []Item{{ID: 1, Feed: "a"}, {ID: 2, Feed: "b"}, {ID: 3, Feed: "c", Wire: "AFP"}, {ID: 4, Feed: "a", Wire: "AFP", Copy: 3}}}
	without := Directory(list)
	with := NewNames(list, pack, []Health{{Feed: "a", Title: "AFP"}, {Feed: "b", Title: "The North Post"}, {Feed: "c", Title: "Xinhua"}}).Directory()
	if with["c"].Outlet() != "two.example: Xinhua" {
		t.Fatalf("it is shown as %q", with["c"].Outlet())
	}
	if diff := cmp.Diff(s.Coverage(without), s.Coverage(with)); diff != "" {
		t.Error(diff)
	}
	for id, f := range with {
		if f.Agency() != "" || f.IsOf("AFP") || f.IsOf("Xinhua") || familyOf(Item{Feed: id}, with) != familyOf(Item{Feed: id}, without) {
			t.Errorf("%s passes for another: %+v", id, f)
		}
	}
	var said []string
	for _, side := range s.Sides(with) {
		for _, src := range side.Sources {
			said = append(said, src.Name)
			for _, c := range src.Carriers {
				said = append(said, c.Name)
			}
		}
	}
	slices.Sort(said)
	if want := "AFP, one.example: AFP, one.example: AFP, two.example: Xinhua"; strings.Join(said, ", ") != want {
		t.Errorf("the sources are %s, want %s", strings.Join(said, ", "), want)
	}
}

func BenchmarkNames(b *testing.B) {
	list := make([]Feed, 1000)
	health := make([]Health, len(list))
	for i := range list {
		id := FeedID("feed-" + strings.Repeat("x", i%7) + string(rune('a'+i%26)) + string(rune(0x4e00+i)))
		list[i] = bare(id, string(id)+".example")
		health[i] = Health{Feed: id, Title: "The same everywhere"}
	}
	for b.Loop() {
		NewNames(list, pack, health)
	}
}
