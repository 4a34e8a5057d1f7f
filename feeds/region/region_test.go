package region

import (
	"os"
	"slices"
	"strings"
	"sync"
	"testing"

	"dateline/feeds"

	"github.com/google/go-cmp/cmp"
)

// shared saves building the tables for every test.
var shared = sync.OnceValue(New)

func codes(tags feeds.Tags) []string {
	return append(feeds.Codes(tags.Countries), feeds.Codes(tags.Areas)...)
}

// headlines returns the rows of testdata/headlines.tsv: headline, codes, reason.
func headlines(t *testing.T) (rows [][]string) {
	t.Helper()
	text, err := os.ReadFile("testdata/headlines.tsv")
	if err != nil {
		t.Fatal(err)
	}
	for line := range strings.Lines(string(text)) {
		if line[0] == '#' {
			continue
		}
		cells := strings.Split(strings.TrimSpace(line), "\t")
		if len(cells) != 3 {
			t.Fatalf("not three columns: %q", line)
		}
		rows = append(rows, cells)
	}
	return rows
}

func TestHeadlines(t *testing.T) {
	for _, cells := range headlines(t) {
		var want []string
		if cells[1] != "-" {
			want = strings.Fields(cells[1])
		}
		got := codes(shared().Tag(Text{Title: cells[0]}))
		slices.Sort(want)
		slices.Sort(got)
		if !slices.Equal(got, want) {
			t.Errorf("%s\n got %v, want %v: %s", cells[0], got, want, cells[2])
		}
	}
}

func TestFieldsWeighDifferently(t *testing.T) {
	tags := shared().Tag(Text{
		Title:   "Norway widens its search",
		Summary: "OSLO, May 4 (Wire) - A Danish tug joined on Monday. Ships from Iceland wait in port.",
		Place:   "Helsinki",
	})
	if got, want := feeds.Codes(tags.Countries), []string{"NO", "DK", "FI", "IS"}; !slices.Equal(got, want) {
		t.Fatalf("countries %v, want %v in order of weight", got, want)
	}
	for i, about := range []bool{true, true, false, false} {
		if c := tags.Countries[i]; c.About != about {
			t.Errorf("%s: about is %v", c.Code, c.About)
		}
	}
}

func TestCategoriesCount(t *testing.T) {
	tags := shared().Tag(Text{Title: "Heavy rain expected", Categories: []string{"weather", "south Bolivia"}})
	if got := feeds.Codes(tags.Countries); !slices.Equal(got, []string{"BO"}) {
		t.Fatalf("countries %v", got)
	}
	want := feeds.Evidence{Words: "Bolivia", Field: feeds.FieldCategory, Offset: 6, Rule: "country name"}
	if got := tags.Countries[0].Why; len(got) != 1 || got[0] != want {
		t.Errorf("why %+v, want %+v", got, want)
	}
}

func TestLateMentionOfALongTextIsNoTag(t *testing.T) {
	filler := strings.Repeat("The council met again and talked at length about the harbour. ", 40)
	tags := shared().Tag(Text{Title: "Malta's harbour plan", Body: "Valletta is divided. " + filler + "A crane came from Finland."})
	if got := feeds.Codes(tags.Countries); !slices.Equal(got, []string{"MT"}) {
		t.Errorf("countries %v, want only MT", got)
	}
}

func TestHomeIsTheLastResort(t *testing.T) {
	tags := shared().Tag(Text{Title: "Rain expected at the weekend", Home: "UY"})
	if len(tags.Countries) != 1 || tags.Countries[0].Code != "UY" || tags.Countries[0].About {
		t.Fatalf("tags %+v, want a mention of UY", tags)
	}
	if w := tags.Countries[0].Why[0]; w.Field != feeds.FieldFeed || w.Rule != "feed's own country" {
		t.Errorf("why %+v", w)
	}
	tags = shared().Tag(Text{Title: "Rain expected in Peru", Home: "UY"})
	if got := feeds.Codes(tags.Countries); !slices.Equal(got, []string{"PE"}) {
		t.Errorf("countries %v, want only the one named", got)
	}
}

func TestHomeDecidesBetweenReadings(t *testing.T) {
	for home, want := range map[string]string{"": "US", "US": "US", "IN": "IN", "PH": "PH"} {
		tags := shared().Tag(Text{Title: "Congress reshuffles its committees", Home: home})
		if got := feeds.Codes(tags.Countries); !slices.Equal(got, []string{want}) {
			t.Errorf("a feed of %q: %v, want %s", home, got, want)
		}
	}
}

func TestLocalNamesAreLeftOutOfEnglish(t *testing.T) {
	const title = "Suecia wins the cup"
	if got := codes(shared().Tag(Text{Title: title, Language: "en-GB"})); len(got) > 0 {
		t.Errorf("English text: %v", got)
	}
	if got := codes(shared().Tag(Text{Title: title, Language: "es"})); !slices.Equal(got, []string{"SE"}) {
		t.Errorf("Spanish text: %v", got)
	}
}

func TestEvidenceIsCappedAndDistinct(t *testing.T) {
	title := strings.Repeat("Chile and Chilean Santiago, Valparaíso, Antofagasta, Temuco, Iquique, Atacama, Boric, Kast; ", 3)
	tags := shared().Tag(Text{Title: title})
	if len(tags.Countries) != 1 || len(tags.Countries[0].Why) != maxWhy {
		t.Fatalf("tags %+v, want one with %d pieces of evidence", tags, maxWhy)
	}
	seen := map[string]bool{}
	for _, e := range tags.Countries[0].Why {
		if seen[e.Words] {
			t.Errorf("%q twice", e.Words)
		}
		seen[e.Words] = true
	}
}

func TestRulesForPeople(t *testing.T) {
	for words, want := range map[string]string{
		"Portugal": "country name", "Portuguese": "demonym", "Lisbon": "capital", "Porto": "city", "Algarve": "province",
		"Nebraska": "state", "Downing Street": "seat of government", "Putin": "leader", "Obama": "former leader", "Hamas": "armed group",
		"Bundesbank": "institution", "Maghreb": "area named",
	} {
		tags := shared().Tag(Text{Title: words})
		all := append(tags.Countries, tags.Areas...)
		if len(all) != 1 || len(all[0].Why) != 1 || all[0].Why[0].Rule != want {
			t.Errorf("%s: %+v, want rule %q", words, all, want)
		}
	}
}

// TestUseByMany tags texts in several orders at once: a text gets the same tags,
// whichever were tagged before it or are meanwhile.
func TestUseByMany(t *testing.T) {
	tagger := shared()
	var texts []Text
	var want []feeds.Tags
	for i, cells := range headlines(t) {
		text := Text{Title: cells[0]}
		if i%2 == 1 { // what the one has and the next has not might stay
			text.Home, text.Language, text.Categories = "NO", "es", []string{"Georgia"}
			text.Summary = "Ships from Iceland wait. " + cells[0]
		}
		texts, want = append(texts, text), append(want, tagger.Tag(text))
	}
	var wg sync.WaitGroup
	for _, step := range []int{1, 2, 3, len(texts) - 1} {
		wg.Go(func() {
			for i := range texts {
				n := i * step % len(texts)
				if diff := cmp.Diff(want[n], tagger.Tag(texts[n])); diff != "" {
					t.Errorf("%s: %s", texts[n].Title, diff)
				}
			}
		})
	}
	wg.Wait()
}

func TestWhatATextIsAbout(t *testing.T) {
	const filler = "The hall was full and the talks went on until the evening. "
	for _, c := range []struct {
		text  Text
		about []string
	}{
		{Text{Title: "Peru bans mercury", Summary: "Miners from Bolivia protested on Monday."}, []string{"PE", "BO"}},
		{Text{Title: "Peru bans mercury", Summary: "Miners protested on Monday. Some came from Bolivia."}, []string{"PE"}},
		{Text{Title: "Peru bans mercury", Place: "Geneva"}, []string{"PE"}},
		{Text{Title: "A ban on mercury", Summary: "Peru acts. " + filler, Body: "Buyers from Chile wait."}, []string{"PE"}},
		{Text{Title: "Mercury traders of the NYPD inquiry leave Peru"}, []string{"PE", "US"}},
		{Text{Title: "Mercury is banned", Summary: "The NYPD welcomed what Peru did."}, []string{"PE"}},
		{Text{Title: "Ukraine counts the cost of the war"}, []string{"UA"}},
		{Text{Title: "Thatcher papers opened"}, nil},
	} {
		var got []string
		for _, tag := range shared().Tag(c.text).Countries {
			if tag.About {
				got = append(got, tag.Code)
			}
		}
		if !slices.Equal(got, c.about) {
			t.Errorf("%+v: about %v, want %v", c.text, got, c.about)
		}
	}
}

func TestEasternTablesComeWithTheFirstTextInTheirLetters(t *testing.T) {
	tagger := New()
	for _, step := range []struct {
		title   string
		want    string
		eastern bool
	}{
		{"Norway – “Oslo”, Việt Nam, Αθήνα, Ｅ, 🇳🇴", "NO", false},
		{"Тбилиси ждет", "GE", true},
		{"日本の首相", "JP", true},
		{"Norway’s coast", "NO", true},
	} {
		got := codes(tagger.Tag(Text{Title: step.title}))
		if !slices.Contains(got, step.want) || tagger.lexicons.names.eastern != step.eastern {
			t.Errorf("%s: %v, eastern tables: %v", step.title, got, tagger.lexicons.names.eastern)
		}
	}
}
