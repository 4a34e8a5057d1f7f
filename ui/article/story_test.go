package article

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"dateline/feeds"
	"dateline/ui/pane"
	"dateline/ui/pane/panetest"
	"dateline/ui/theme"
)

// press is who tells the stories of these tests.
var press = map[feeds.FeedID]feeds.Feed{
	"north-post":   northPost,
	"meridian":     {ID: "meridian", Name: "Meridian World", Country: "CH", Kind: feeds.Wire, Affiliation: feeds.Independent},
	"ledger":       {ID: "ledger", Name: "The Harbour Ledger", Country: "GB", Affiliation: feeds.Independent},
	"radio":        {ID: "radio", Name: "Radio Sud", Country: "FR", Affiliation: feeds.Public, Family: "radio"},
	"radio-africa": {ID: "radio-africa", Name: "Radio Sud Africa", Country: "FR", Affiliation: feeds.Public, Family: "radio"},
	"organ":        {ID: "organ", Name: "صوت النهر", Country: "SD", Affiliation: feeds.State},
	"banner":       {ID: "banner", Name: "长河旗帜报", Country: "CN", Affiliation: feeds.Party},
	"unknown":      {ID: "unknown", Name: "unknown"},
}

// told makes the version of id that a feed told at an hour and minute of today.
func told(id feeds.ItemID, feed feeds.FeedID, at, title string, edit ...func(*feeds.Item)) Version {
	t, err := time.ParseInLocation("15:04", at, zone)
	if err != nil {
		panic(err)
	}
	it := item(id, title)
	it.Feed, it.Published = feed, time.Date(2026, 2, 1, t.Hour(), t.Minute(), 0, 0, zone)
	it.Seen = it.Published.Add(4 * time.Minute)
	for _, e := range edit {
		e(&it)
	}
	return Version{it, press[feed]}
}

func wired(it *feeds.Item) { it.Wire = "Meridian" }

// event is a story of sources of four affiliations in four scripts, in the
// order in which they were seen.
func event() []Version {
	return []Version{
		told(1, "radio", "11:02", "Les pourparlers sur le fleuve rompus après neuf heures"),
		told(2, "meridian", "11:20", "Talks on the river border break off", wired),
		told(3, "organ", "11:40", "انقطاع المحادثات بشأن النهر بعد تسع ساعات"),
		told(4, "ledger", "12:15", "River talks break off, says wire", wired),
		told(5, "banner", "12:40", "界河会谈历时九小时后中断，双方各执一词"),
		told(6, "north-post", "13:02", "Nine hours, two chairs, no statement: how the river talks ended", func(it *feeds.Item) {
			it.Retitled = time.Date(2026, 2, 1, 14, 2, 0, 0, zone)
			it.Updated = it.Retitled
		}),
		told(7, "radio-africa", "14:20", "What the end of the talks means for the ferries", func(it *feeds.Item) { it.Date = feeds.DateMissing }),
	}
}

func ids(versions []Version) (out []feeds.ItemID) {
	for _, v := range versions {
		out = append(out, v.Item.ID)
	}
	return out
}

// storied returns a pane that shows version at of a story.
func storied(versions []Version, at feeds.ItemID, width, height int, th theme.Theme) *Pane {
	p := New(th, nil, clock)
	p.Resize(width, height)
	p.Open(versions, at, feeds.Tags{Countries: []feeds.Tag{{Code: "SD", About: true}}}, "North Africa")
	return p
}

func TestSources(t *testing.T) {
	stories := []struct {
		name     string
		versions []Version
		at       feeds.ItemID
	}{
		{"side by side", event(), 4},
		{"one affiliation", []Version{event()[1], event()[5]}, 6},
		{"one house", []Version{
			told(1, "radio", "09:00", "Talks begin"), told(2, "radio", "09:30", "Talks go on"), told(3, "radio", "10:00", "Talks go on"),
			told(4, "radio-africa", "10:30", "What the talks are about"), told(5, "radio", "11:00", "Talks break off"),
		}, 5},
		{"an agency without a feed", []Version{
			told(1, "unknown", "09:00", "Talks break off", wired), told(2, "organ", "09:30", "Talks over", wired), told(3, "north-post", "10:00", "No deal"),
		}, 2},
		{"an agency of state", []Version{
			told(1, "ledger", "09:00", "Talks are a success, ministry says", func(it *feeds.Item) { it.Wire = "TASS" }),
			told(2, "north-post", "09:30", "Talks broken off, delegates say"),
		}, 2},
	}
	for _, s := range stories {
		var out strings.Builder
		for _, w := range widths {
			p := storied(s.versions, s.at, w, 10, theme.New(true, false))
			fmt.Fprintf(&out, "== %d columns\n%s", w, screen(p))
		}
		panetest.Golden(t, "sources "+s.name, out.String())
	}
}

func TestEveryVersionIsReachedOnceInTheOrderOfTheScreen(t *testing.T) {
	p := storied(event(), 6, 120, 60, theme.New(true, false))
	want := []feeds.ItemID{2, 4, 6, 7, 1, 3, 5}
	if diff := cmp.Diff(want, ids(p.versions)); diff != "" {
		t.Errorf("versions, -want +got:\n%s", diff)
	}
	var walked []feeds.ItemID
	for range want {
		show, ok := panetest.Press(p, "]").(pane.Show)
		if !ok {
			t.Fatal("] shows no other version")
		}
		walked = append(walked, show.Item)
		p.Open(event(), show.Item, feeds.Tags{}, "")
	}
	if diff := cmp.Diff([]feeds.ItemID{7, 1, 3, 5, 2, 4, 6}, walked); diff != "" {
		t.Errorf("walked, -want +got:\n%s", diff)
	}
	shuffled := event()
	slices.Reverse(shuffled)
	p.Open(shuffled, 6, feeds.Tags{}, "")
	if got := ids(p.versions); len(got) != len(want) {
		t.Errorf("%d of %d versions are left: %v", len(got), len(want), got)
	}
}

// cellOf returns where words stand on the screen.
func cellOf(t *testing.T, p *Pane, words string) (x, y int) {
	t.Helper()
	for y, l := range strings.Split(panetest.Bare(p.View()), "\n") {
		if before, _, found := strings.Cut(l, words); found {
			return pane.Width(before), y
		}
	}
	t.Fatalf("%q is not on the screen:\n%s", words, panetest.Bare(p.View()))
	return 0, 0
}

func TestAClickOnASourceShowsIt(t *testing.T) {
	for _, width := range []int{40, 80, 120} {
		p := storied(event(), 2, width, 90, theme.New(true, false))
		for words, want := range map[string]pane.Action{
			"11:40":           pane.Show{Item: 3},
			"11:02 Radio Sud": pane.Show{Item: 1},
			"carried by":      pane.Show{Item: 4},
			"Sources":         pane.Handled{},
			"The talks":       pane.Handled{},
		} {
			x, y := cellOf(t, p, words)
			if diff := cmp.Diff(want, p.Click(x, y)); diff != "" {
				t.Errorf("%d columns: a click on %q, -want +got:\n%s", width, words, diff)
			}
		}
		if a := p.Click(0, -1); a != (pane.Handled{}) {
			t.Errorf("a click above the pane gave %v", a)
		}
	}
}

func TestStateStandsBesideTheOthers(t *testing.T) {
	tests := []struct {
		columns     int
		sides, want string
	}{
		{1, "independent public state", "independent public state"},
		{2, "independent public state", "independent public | state"},
		{2, "independent state party", "independent | state party"},
		{2, "independent public exile", "independent public | exile"},
		{2, "state government party", "state government | party"},
		{3, "independent state party", "independent | state | party"},
		{3, "independent public exile state", "independent public | exile | state"},
		{3, "independent public exile state party", "independent public | exile | state party"},
		{4, "independent public state party", "independent | public | state | party"},
	}
	for _, tt := range tests {
		var sides []side
		for s := range strings.FieldsSeq(tt.sides) {
			sides = append(sides, side{of: feeds.Affiliation(s)})
		}
		var got []string
		for _, stack := range (grid{columns: tt.columns}).stacks(sides) {
			var of []string
			for _, s := range stack {
				of = append(of, string(s.of))
			}
			got = append(got, strings.Join(of, " "))
		}
		if diff := cmp.Diff(tt.want, strings.Join(got, " | ")); diff != "" {
			t.Errorf("%d columns, -want +got:\n%s", tt.columns, diff)
		}
	}
}

func TestSourcesOfEverySizeFit(t *testing.T) {
	loud := event()
	for i := range loud {
		loud[i].Feed.Name = strings.Repeat("長", 40)
		loud[i].Item.Title = strings.Repeat("नदी की ", 30)
	}
	for _, versions := range [][]Version{event(), loud} {
		for _, th := range []theme.Theme{theme.New(true, false), theme.New(false, true), {}} {
			p := storied(versions, 4, 0, 0, th)
			panetest.Sweep(t, p, panetest.Fits, func(w, h int) {
				p.Scroll(4)
				p.Click(w/2, h/2)
			})
		}
	}
}

func TestSourcesOfAPlainTerminal(t *testing.T) {
	p := storied([]Version{event()[0], event()[1], event()[3]}, 2, 100, 40, theme.New(true, true))
	got := strings.NewReplacer("è", "e").Replace(screen(p))
	panetest.ASCII(t, got)
	if !strings.Contains(got, ">11:20 Meridian") {
		t.Errorf("the version on show is not marked:\n%s", got)
	}
}

func TestSmallPanesKeepRoomForTheText(t *testing.T) {
	p := storied(event(), 2, 40, 10, theme.New(true, false))
	if got := panetest.Bare(p.View()); !strings.Contains(got, "The talks broke off") {
		t.Errorf("the text is pushed away:\n%s", got)
	}
}

func TestOneAgencyInSeveralHandsIsNamed(t *testing.T) {
	p := New(theme.New(true, false), nil, clock)
	p.Resize(80, 20)
	for _, tt := range []struct {
		versions []Version
		want     string
	}{
		{[]Version{told(1, "radio", "11:02", "Talks", wired), told(2, "ledger", "11:20", "Talks end", wired)}, "Meridian ×2 · "},
		{[]Version{told(1, "radio", "11:02", "Talks"), told(2, "radio-africa", "11:20", "Talks end")}, "1 source · "},
		{[]Version{told(1, "radio", "11:02", "Talks", wired), told(2, "ledger", "11:20", "Talks end"), told(3, "organ", "11:20", "Talks", wired)}, "2 sources · "},
	} {
		p.Open(tt.versions, 1, feeds.Tags{}, "")
		if got := p.brief(80); !strings.HasPrefix(got, tt.want) {
			t.Errorf("%q, want it to begin with %q", got, tt.want)
		}
	}
}

// TestTheDayIsNamedOnce: the line above the sources names the day of the newest,
// a source only another one.
func TestTheDayIsNamedOnce(t *testing.T) {
	midnight := func() time.Time { return today.Add(10 * time.Hour) } // the next day
	p := New(theme.New(true, false), nil, midnight)
	p.Resize(100, 60)
	eve := told(3, "organ", "09:00", "The talks open")
	eve.Item.Published = eve.Item.Published.AddDate(0, 0, -1)
	p.Open([]Version{told(1, "radio", "11:02", "Talks"), told(2, "ledger", "11:20", "Talks end"), eve}, 1, feeds.Tags{}, "")
	var abouts []string
	for _, s := range p.sides {
		for _, src := range s.sources {
			abouts = append(abouts, src.entries[0].about)
		}
	}
	if diff := cmp.Diff([]string{"11:20 The Harbour Ledger, GB", "11:02 Radio Sud, FR", "31 Jan, 09:00 صوت النهر, SD"}, abouts); diff != "" {
		t.Errorf("sources (-want +got):\n%s", diff)
	}
	if got := p.tempo(); !strings.Contains(got, "last 1 Feb, 11:20 by") {
		t.Errorf("the line above them: %q", got)
	}
}
