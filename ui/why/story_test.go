package why

import (
	"errors"
	"fmt"
	"strings"
	"testing"
	"time"

	"dateline/feeds"
	"dateline/ui/pane"
	"dateline/ui/pane/panetest"
)

var (
	zone = time.FixedZone("CET", 3600)
	noon = time.Date(2026, 2, 1, 12, 0, 0, 0, zone)
)

// press is who tells the story of these tests.
var press = map[feeds.FeedID]feeds.Feed{
	"meridian":     {ID: "meridian", Name: "Meridian World", Kind: feeds.Wire, Affiliation: feeds.Independent},
	"ledger":       {ID: "ledger", Name: "The Harbour Ledger", Affiliation: feeds.Independent},
	"courier":      {ID: "courier", Name: "Courier", Affiliation: feeds.Independent},
	"radio":        {ID: "radio", Name: "Radio Sud", Affiliation: feeds.Public, Family: "radio"},
	"radio-africa": {ID: "radio-africa", Name: "Radio Sud Africa", Affiliation: feeds.Public, Family: "radio"},
	"banner":       {ID: "banner", Name: "River Banner", Affiliation: feeds.Party, Language: "ru-RU"},
	"organ":        {ID: "organ", Name: "The Organ", Affiliation: feeds.State, Language: "tlh"},
}

// event is a story with every kind of join, two carriers, a copy, a house, and
// two changed headlines.
func event() Facts {
	f := facts()
	join := func(with feeds.ItemID, score float64, kind feeds.JoinKind, words ...string) feeds.Join {
		return feeds.Join{With: with, Score: score, Kind: kind, Words: words}
	}
	f.Story.Items = []feeds.Item{
		{ID: 7, Feed: "meridian", Wire: "Meridian", Title: "Talks on the river break off", Retitled: noon.Add(-time.Hour)},
		{ID: 8, Feed: "ledger", Wire: "Meridian", Title: "Talks break off", Join: join(7, 1, feeds.JoinCopy)},
		{ID: 9, Feed: "radio", Title: "Fin des pourparlers", Join: join(7, 0.874, feeds.JoinWords, "river", "Geneva", "9")},
		{ID: 10, Feed: "radio-africa", Title: "Talks over", Join: join(9, 0.76, feeds.JoinWords)},
		{ID: 11, Feed: "banner", Title: "Переговоры прерваны", Join: join(7, 0.999, feeds.JoinLanguage, "Geneva", "9"), Retitled: noon.AddDate(0, 0, -1)},
		{ID: 12, Feed: "organ", Title: "Talks", Join: join(7, 0.8, feeds.JoinLanguage, "Geneva", "9")},
		{ID: 13, Feed: "courier", Copy: 9, Title: "Talks over", Join: join(99, 0.85, feeds.JoinWords, "river")},
		{ID: 14, Feed: "courier", Title: "A quiet night"},
	}
	for i := range f.Story.Items {
		f.Story.Items[i].Published = noon.Add(time.Duration(i) * time.Minute)
	}
	f.Feed = func(id feeds.FeedID) feeds.Feed { return press[id] }
	f.Sides = f.Story.Sides(press)
	f.Merged = []feeds.StoryID{12}
	f.Edits = map[feeds.ItemID][]feeds.Edit{
		7: {{At: noon.Add(-2 * time.Hour), Title: "Talks on the river go on"}, {At: noon.Add(-time.Hour), Title: "Talks on the river in doubt"}},
	}
	return f
}

func TestTheStory(t *testing.T) {
	var out strings.Builder
	for _, w := range []int{120, 80, 40} {
		f := event()
		f.Tags, f.Denied = feeds.Tags{}, nil
		fmt.Fprintf(&out, "== %d columns\n%s", w, panetest.Bare(open(f, w, 70).View()))
	}
	panetest.Golden(t, "story", out.String())
}

func TestChangedHeadlines(t *testing.T) {
	tests := []struct {
		name      string
		edit      func(*Facts)
		want, not string
	}{
		{"awaited", func(f *Facts) { f.Edits = nil }, "Looking for the old wording", "since"},
		{"not read", func(f *Facts) { f.Edits, f.Failed = nil, errors.New("disk full") }, "could not be read: disk full", "Looking"},
		{"read", func(*Facts) {}, `until 10:00 "Talks on the river go on"`, "Looking"},
		{"kept of one of the two", func(*Facts) {}, `since 31 Jan, 12:00 "Переговоры прерваны"`, "Looking"},
		{"never changed", func(f *Facts) { f.Story.Items = f.Story.Items[1:4] }, "ONE STORY", "HEADLINE"},
	}
	for _, tt := range tests {
		f := event()
		tt.edit(&f)
		got := panetest.Bare(open(f, 120, 70).View())
		if !strings.Contains(got, tt.want) || strings.Contains(got, tt.not) {
			t.Errorf("%s: want %q and not %q:\n%s", tt.name, tt.want, tt.not, got)
		}
	}
}

func TestHowSure(t *testing.T) {
	for score, want := range map[float64]string{
		1: "99 %, nearly sure", 0.95: "95 %, nearly sure", 0.9499: "94 %, likely", 0.85: "85 %, likely", 0.84: "84 %, just enough", 0: "0 %, just enough",
	} {
		if got := sure(score); got != want {
			t.Errorf("sure(%v) = %q, want %q", score, got, want)
		}
	}
}

func TestTheCursorFindsTheCountriesBelowTheHeadlines(t *testing.T) {
	p := open(event(), 80, 12)
	if got := marked(p); got != "ML" {
		t.Errorf("the bar is on %q:\n%s", got, panetest.Bare(p.View()))
	}
	if panetest.Press(p, "j -") != (pane.Correct{Country: "FR"}) {
		t.Error("j does not lead to the second country")
	}
}

func TestAStoryOfEverySizeFits(t *testing.T) {
	p := open(event(), 0, 0)
	panetest.Sweep(t, p, panetest.Fills, func(int, int) { panetest.Press(p, "j space") })
}
