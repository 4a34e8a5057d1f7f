package region

import (
	"slices"
	"strings"
	"sync"
	"testing"

	"dateline/feeds"
)

// with returns a tagger with corrections such as "alias Georgia -US; feed ledger +GE".
func with(short string) *Tagger {
	var all feeds.Corrections
	for row := range strings.SplitSeq(short, ";") {
		words := strings.Fields(row)
		last := words[len(words)-1]
		all = append(all, feeds.Correction{
			Scope: feeds.Scope(words[0]), Subject: strings.Join(words[1:len(words)-1], " "), Country: last[1:], Add: last[0] == '+',
		})
	}
	return shared().With(all)
}

func TestCorrectedWords(t *testing.T) {
	for _, c := range []struct{ corrections, title, want string }{
		{"alias Georgia -US", "Georgia runoff draws voters in Atlanta", "US"}, // Atlanta still tells it
		{"alias Georgia -US", "Georgia governor signs the bill", ""},
		{"alias Georgia -US", "GEORGIA'S GOVERNOR SIGNS THE BILL", ""},
		{"alias Georgia -US", "Georgia Tech and the White House", "US"},
		{"alias Georgia -US; alias Georgia +GE", "Georgia governor signs the bill", "GE"},
		{"alias Georgia -US; alias Atlanta -US", "Georgia runoff draws voters in Atlanta", ""},
		{"alias Georgia +PE", "Georgia governor signs the bill", "US PE"},
		{"alias Kolkheti +GE", "Trains reach Kolkheti", "GE"},
		{"alias Kolkheti +GE", "Trains reach Kolkheti's harbour", "GE"},
		{"alias Kolkheti +GE", "Trains reach kolkheti", ""}, // a name has its capital
		{"alias Kolkheti +GE", "Trains reach Kolkhetia", ""},
		{"alias Bay of Kolkheti +GE", "Storm over the Bay of Kolkheti in Norway", "GE NO"},
		{"alias Bay of Kolkheti +GE", "Storm over the Bay of Biscay", ""},
		{"alias Paris Saint-Germain -FR", "Paris Saint-Germain meets Ajax", ""},
		{"alias Paris Saint-Germain -FR", "Paris rests", "FR"},
		{"alias Paris -FR", "Paris Hilton rests in Paris", ""},
		{"alias Колхети +GE", "Поезд прибыл в Колхети", "GE"},
		{"alias Россию -RU", "Посол покинул Россию", ""},
		{"alias Россию -RU", "Посол покинул Украину", "UA"},
		{"alias Россию +BY", "Посол покинул Россию", "RU BY"},
		{"alias 黒海庁 +GE", "新しい黒海庁が開かれた", "GE"},
		{"alias AC Milan +IT", "AC Milan wins", "IT"}, // no place for the tables
		{"alias , +GE", "One, two", ""},
		{"alias Kolkheti +GE; alias Kolkheti -GE", "Trains reach Kolkheti", ""}, // the later one holds
		{"alias Kolkheti -GE; alias Kolkheti +GE", "Trains reach Kolkheti", "GE"},
	} {
		got := feeds.Codes(with(c.corrections).Tag(Text{Title: c.title}).Countries)
		if strings.Join(got, " ") != c.want {
			t.Errorf("%s: %s\n got %v, want %v", c.corrections, c.title, got, c.want)
		}
	}
}

// TestCorrectedWordsLeaveFormsAlone corrects words of which one is a form of a
// country's name.
func TestCorrectedWordsLeaveFormsAlone(t *testing.T) {
	for _, c := range []struct{ corrections, title, want string }{
		{"alias Polens Küste +LT", "Die Regierung Polens tritt zurück", "PL"},
		{"alias Polens Küste +LT", "Ein Sturm vor Polens Küste und der Hafen", "LT"},
		{"alias Polens Küste +LT; alias Polen -PL", "Die Regierung Polens tritt zurück", ""},
	} {
		got := feeds.Codes(with(c.corrections).Tag(Text{Title: c.title, Language: "de"}).Countries)
		if strings.Join(got, " ") != c.want {
			t.Errorf("%s: %s\n got %v, want %q", c.corrections, c.title, got, c.want)
		}
	}
}

func TestCorrectedItemsAndFeeds(t *testing.T) {
	text := Text{Title: "Norway and Denmark meet", Subject: "https://ledger.example/7", Feed: "ledger"}
	for _, c := range []struct{ corrections, want string }{
		{"story https://ledger.example/7 -NO", "DK"},
		{"story https://ledger.example/7 +IS", "NO DK IS"},
		{"story https://ledger.example/8 -NO", "NO DK"},
		{"feed ledger -NO; feed ledger -DK", ""},
		{"feed courier -NO", "NO DK"},
		{"feed ledger -NO; story https://ledger.example/7 +NO", "DK NO"}, // the item goes before its feed
		{"story https://ledger.example/7 +NO; feed ledger -NO", "DK NO"},
		{"story https://ledger.example/7 +NO; story https://ledger.example/7 -NO", "DK"},
		{"feed ledger +IS; alias Norway -NO", "DK IS"},
	} {
		if got := feeds.Codes(with(c.corrections).Tag(text).Countries); strings.Join(got, " ") != c.want {
			t.Errorf("%s: %v, want %v", c.corrections, got, c.want)
		}
	}
}

func TestACorrectionIsEvidence(t *testing.T) {
	tags := with("alias Kolkheti +GE; feed ledger +IS; story 7 +NO").
		Tag(Text{Title: "Trains reach Kolkheti", Feed: "ledger", Subject: "7"})
	want := []feeds.Evidence{
		{Words: "Kolkheti", Field: feeds.FieldTitle, Offset: 13, Rule: "your correction"},
		{Words: "this feed", Field: feeds.FieldUser, Rule: "your correction"},
		{Words: "this story", Field: feeds.FieldUser, Rule: "your correction"},
	}
	for i, tag := range tags.Countries {
		if !tag.About || !slices.Equal(tag.Why, want[i:i+1]) {
			t.Errorf("%s: about is %v, why %+v, want %+v", tag.Code, tag.About, tag.Why, want[i])
		}
	}
}

func TestWhatWasTakenAwayIsKnown(t *testing.T) {
	text := Text{Title: "Norway and Denmark meet", Subject: "7", Feed: "ledger", Home: "NO"}
	norway := feeds.Evidence{Words: "Norway", Field: feeds.FieldTitle, Rule: "country name"}
	by := func(of string) feeds.Evidence {
		return feeds.Evidence{Words: of, Field: feeds.FieldUser, Rule: "your correction"}
	}
	for _, c := range []struct {
		corrections string
		want        []feeds.Evidence
	}{
		{"alias Norway -NO", []feeds.Evidence{norway}},
		{"feed ledger -NO", []feeds.Evidence{norway, by("this feed")}},
		{"story 7 -NO", []feeds.Evidence{norway, by("this story")}},
		{"alias Norway -NO; story 7 +NO", nil}, // it is there after all
		{"feed ledger -NO; story 7 +NO", nil},
		{"feed ledger -SE", nil}, // it never was
	} {
		denied := with(c.corrections).Tag(text).Denied
		if len(denied) == 0 && c.want == nil {
			continue
		}
		if len(denied) != 1 || denied[0].Code != "NO" || !slices.Equal(denied[0].Why, c.want) {
			t.Errorf("%s: %+v, want %+v", c.corrections, denied, c.want)
		}
	}
}

func TestACorrectedWordDecidesWhatOthersMean(t *testing.T) {
	for corrections, want := range map[string]string{
		"alias Kolkhistan +IN": "IN", "alias Kolkhistan +PE": "PE", "alias Kolkhistan -IN": "US",
	} {
		got := feeds.Codes(with(corrections).Tag(Text{Title: "Congress hears of Kolkhistan"}).Countries)
		slices.Sort(got)
		if words := strings.Fields(want); !slices.Equal(got, slices.Sorted(slices.Values(words))) {
			t.Errorf("%s: %v, want %s", corrections, got, want)
		}
	}
}

func TestWhatACorrectionIsAbout(t *testing.T) {
	tagger := with("alias Kolkheti +GE; alias Georgia -US; feed ledger +IS; story 7 +NO")
	for _, c := range []struct {
		text Text
		want bool
	}{
		{Text{Title: "Trains reach Kolkheti"}, true},
		{Text{Summary: "They met. And in GEORGIA too."}, true},
		{Text{Body: "They met in Kolkheti."}, true},
		{Text{Categories: []string{"Georgia"}}, true},
		{Text{Place: "Kolkheti"}, true},
		{Text{Feed: "ledger"}, true},
		{Text{Subject: "7"}, true},
		{Text{Title: "Trains reach Oslo", Feed: "courier", Subject: "8"}, false},
	} {
		if got := tagger.Corrects(c.text); got != c.want {
			t.Errorf("%+v: %v", c.text, got)
		}
	}
	if shared().Corrects(Text{Title: "Georgia"}) {
		t.Error("a tagger without corrections corrects")
	}
}

// TestCorrectionsLeaveTheTablesAlone has many taggers share the tables.
func TestCorrectionsLeaveTheTablesAlone(t *testing.T) {
	var wg sync.WaitGroup
	for i := range 8 {
		wg.Go(func() {
			tagger := with("alias Kolkheti +GE; alias Georgia -US")
			if i%2 == 0 {
				tagger = shared()
			}
			for range 30 {
				got := len(tagger.Tag(Text{Title: "Kolkheti: Georgia governor signs"}).Countries)
				if got != 1 {
					t.Errorf("%d countries", got)
				}
			}
		})
	}
	wg.Wait()
	if got := feeds.Codes(shared().Tag(Text{Title: "Kolkheti: Georgia governor signs"}).Countries); !slices.Equal(got, []string{"US"}) {
		t.Errorf("without corrections: %v", got)
	}
}

func TestTheTablesHaveAnEdition(t *testing.T) {
	if a, b := Edition(), Edition(); a != b || len(a) < 8 {
		t.Errorf("%q and %q", a, b)
	}
}
