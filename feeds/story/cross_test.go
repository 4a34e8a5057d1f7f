package story

import (
	"math"
	"slices"
	"strings"
	"testing"
	"time"

	"dateline/feeds"
)

// namesIn returns the keys of the names that a title in a language says.
func namesIn(lang, title string) []uint32 {
	var out []uint32
	for _, m := range newLexicon().marks(&feeds.Item{Title: title}, title, "", tongueOf(lang, lang, title)) {
		if m.sort() == nameSort {
			out = append(out, m.key())
		}
	}
	return out
}

func TestOneNameInManySpellings(t *testing.T) {
	for _, c := range []struct {
		name      string
		spellings map[string]string
	}{
		{"Zelensky", map[string]string{
			"ru": "Зеленский", "uk": "Зеленського", "ar": "زيلينسكي", "fa": "زلنسکی", "zh": "泽连斯基", "ja": "ゼレンスキー",
			"ko": "젤렌스키는", "hi": "ज़ेलेंस्की", "he": "זלנסקי", "el": "Ζελένσκι", "pl": "Zełenskiego", "de": "Selenskyj", "es": "Zelenski",
		}},
		{"Macron", map[string]string{"ru": "Макрона", "ar": "وماكرون", "zh": "马克龙", "ja": "マクロン", "ko": "마크롱", "tr": "Macron'un", "hi": "मैक्रों"}},
		{"Washington", map[string]string{"ru": "Вашингтоне", "ar": "واشنطن", "zh": "华盛顿", "ja": "ワシントン", "ko": "워싱턴"}},
		{"Karimov", map[string]string{"ru": "Каримов", "ar": "كريموف", "fa": "کریموف", "ja": "カリモフ", "de": "Karimow", "hi": "करीमोव"}},
		{"Bagamoyo", map[string]string{"ru": "Багамойо", "ja": "バガモヨ"}},
	} {
		want := namesIn("en", c.name)
		for lang, spelling := range c.spellings {
			if got := namesIn(lang, spelling); !slices.ContainsFunc(got, func(k uint32) bool { return slices.Contains(want, k) }) {
				t.Errorf("%s: %q in %s has other names", c.name, spelling, lang)
			}
		}
	}
}

func TestOtherNamesStayApart(t *testing.T) {
	for _, c := range [][2]string{{"Macron", "Меркель"}, {"Zelensky", "Лукашенко"}, {"Karachi", "哈尔科夫"}, {"Biden", "プーチン"}} {
		a, b := namesIn("en", c[0]), append(append(namesIn("ru", c[1]), namesIn("zh", c[1])...), namesIn("ja", c[1])...)
		if slices.ContainsFunc(a, func(k uint32) bool { return slices.Contains(b, k) }) {
			t.Errorf("%q and %q share a name", c[0], c[1])
		}
	}
}

func TestNumbers(t *testing.T) {
	for _, c := range []struct {
		text string
		want []float64
	}{
		{"1,200 dead", []float64{1200}},
		{"1.200 muertos", []float64{1200}},
		{"1 200 человек", []float64{1200}},
		{"magnitude 6.4", []float64{6.4}},
		{"магнитудой 6,4", []float64{6.4}},
		{"٦٫٤ درجات", []float64{6.4}},
		{"۱۲۰۰ نفر", []float64{1200}},
		{"१२ लोग", []float64{12}},
		{"９０機", []float64{90}},
		{"2.5 million people", []float64{2.5e6}},
		{"2,5 млн человек", []float64{2.5e6}},
		{"3 مليون", []float64{3e6}},
		{"5万人", []float64{5e4}},
		{"12억 달러", []float64{1.2e9}},
		{"F-16 and G7 at 10:30 on 3/4", nil},
		{"100, 200", []float64{100, 200}},
	} {
		if got := numbers(levelled(c.text), 9); !slices.Equal(got, c.want) {
			t.Errorf("%q: %v, want %v", c.text, got, c.want)
		}
	}
}

func TestNumbersSurviveTheirMark(t *testing.T) {
	for _, v := range []float64{0, 1, 5.4, 61, 1200, 65535, 2.5e6, 1e12} {
		if got := numberMark(v).number(); math.Abs(got-v) > v*1e-4 {
			t.Errorf("%v is %v", v, got)
		}
	}
}

func TestConcepts(t *testing.T) {
	for _, c := range []struct{ lang, title, want string }{
		{"ru", "Землетрясение на Камчатке", "earthquake"},
		{"ar", "وقف إطلاق النار في غزة", "ceasefire"},
		{"ar", "والزلزال يضرب المدينة", "earthquake"},
		{"zh", "無人機襲擊港口", "drone"},
		{"ja", "首都で地震", "earthquake"},
		{"es", "Alto el fuego en la frontera", "ceasefire"},
		{"de", "Drohnenangriff auf Hafen", "drone"},
		{"en", "UN warns of famine", "united nations"},
	} {
		v := loadVocabulary()
		marks := newLexicon().marks(&feeds.Item{Title: c.title}, c.title, "", c.lang)
		if !slices.ContainsFunc(marks, func(m mark) bool { return m.sort() == conceptSort && v.labels[m.value()] == c.want }) {
			t.Errorf("%s %q does not say %s", c.lang, c.title, c.want)
		}
	}
	marks := newLexicon().marks(&feeds.Item{Title: "Un pont"}, "Un pont", "", "fr")
	if len(marks) != 1 {
		t.Errorf("an article is no abbreviation: %v", marks)
	}
}

func TestTheTablesAreWhole(t *testing.T) {
	width, seen := 0, map[string]bool{}
	for row := range rowsOf(conceptRows) {
		cells := strings.Split(row, "\t")
		if width == 0 {
			width = len(cells)
		}
		if len(cells) != width || slices.Contains(cells[:2], "") || seen[cells[0]] {
			t.Errorf("row %q: %d cells, want %d, each concept once", cells[0], len(cells), width)
		}
		seen[cells[0]] = true
	}
	for row := range rowsOf(nameRows) {
		if name, forms, ok := strings.Cut(row, ": "); !ok || forms == "" || nameMark(skeleton(levelled(strings.ReplaceAll(name, " ", "")), "")) == 0 && len(name) > 4 {
			t.Errorf("name row %q", row)
		}
	}
}

// gasDeal is an index with one item, in English, and the item that another
// outlet tells an hour later.
func gasDeal() (x *Index, first feeds.StoryID, next func(lang, title, country string) *feeds.Item) {
	at := time.Date(2026, 2, 1, 12, 0, 0, 0, time.UTC)
	told := func(id feeds.ItemID, lang, title, country string) *feeds.Item {
		return &feeds.Item{
			ID: id, Feed: feeds.FeedID(lang), Language: lang, Title: title, Published: at.Add(time.Duration(id) * time.Hour),
			Tags: feeds.Tags{Countries: []feeds.Tag{{Code: country, About: true}}},
		}
	}
	x = New(Options{})
	it := told(1, "en", "Karimov and Bagamoyo sign 347 million gas deal in Tashkent", "UZ")
	x.Add(it)
	return x, it.Story, func(lang, title, country string) *feeds.Item { return told(2, lang, title, country) }
}

func TestAnItemJoinsAcrossLanguages(t *testing.T) {
	x, first, next := gasDeal()
	for _, c := range []struct {
		lang, title string
		country     string
		joins       bool
	}{
		{"ru", "Каримов подписал в Ташкенте газовое соглашение на 347 млн", "UZ", true},
		{"ru", "Каримов подписал в Ташкенте газовое соглашение на 347 млн", "KE", false}, // another country
		{"es", "Un terremoto sacude el sur del país", "UZ", false},                       // a country alone
		{"es", "Firman un acuerdo de gas en el país", "UZ", false},                       // a country and what happened
	} {
		it := next(c.lang, c.title, c.country)
		x.Add(it)
		if got := it.Story == first; got != c.joins || got && it.Join.Kind != feeds.JoinLanguage {
			t.Errorf("%q of %s: %+v, want to join %v", c.title, c.country, it.Join, c.joins)
		}
		x.Remove(2)
	}
}

// TestAnItemStaysAcrossLanguages is of an item that joined by language and whose
// headline is changed in its own.
func TestAnItemStaysAcrossLanguages(t *testing.T) {
	for _, c := range []struct {
		title, country string
		stays          bool
	}{
		{"Каримов и Багамойо: газовое соглашение подписано", "UZ", true},
		{"Газовое соглашение: что известно", "UZ", true}, // too little to join by
		{"Газовое соглашение на 412 млн", "UZ", false},   // another number
		{"Газовое соглашение: что известно", "KE", false},
		{"Выборы в парламент", "UZ", false},
	} {
		x, first, next := gasDeal()
		it := next("ru", "Каримов подписал в Ташкенте газовое соглашение на 347 млн", "UZ")
		if x.Add(it); it.Story != first {
			t.Fatal("it does not join")
		}
		again := next("ru", c.title, c.country)
		x.Add(again)
		if moves := x.Moves(); len(moves) == 0 != c.stays {
			t.Errorf("%q of %s: %+v, want to stay %v", c.title, c.country, moves, c.stays)
		}
	}
}

func FuzzSigns(f *testing.F) {
	for _, s := range []string{"Zelensky 90 drones", "Зеленский 1 200", "زيلينسكي ٦٫٤", "泽连斯基5万", "ゼレンスキー", "젤렌스키", "1,2.3'4", "", "\xff'’״"} {
		f.Add(s, "ru")
		f.Add(s, "ja")
	}
	l := newLexicon()
	f.Fuzz(func(t *testing.T, s, lang string) {
		tongue := tongueOf(lang, "", s)
		got := l.marks(&feeds.Item{Title: s}, s, s, tongue)
		if len(got) > mostMarks || !slices.IsSorted(got) {
			t.Errorf("marks %v", got)
		}
		for _, m := range got {
			if m.sort() == numberSort && (m.number() < 0 || math.IsNaN(m.number())) {
				t.Errorf("number %v", m.number())
			}
		}
		if again := l.marks(&feeds.Item{Title: s}, s, s, tongue); !slices.Equal(again, got) {
			t.Error("one text is read in two ways")
		}
	})
}

func TestOneKindOfEvidenceIsNotEnoughToOffer(t *testing.T) {
	tests := []struct {
		name  string
		s     crossShared
		kinds int
	}{
		{"one common name", crossShared{best: 0.2, names: 0.2}, 0},
		{"one rare name", crossShared{best: 0.5, names: 0.5}, 1},
		{"a name that hardly any other event has", crossShared{best: 0.8, names: 0.8}, 2},
		{"two names", crossShared{best: 0.5, second: 0.2, names: 0.7}, 2},
		{"a name and a concept", crossShared{best: 0.5, names: 0.5, concepts: 0.6}, 2},
		{"an unusual number", crossShared{numbers: 0.8}, 1},
		{"a usual number and a country", crossShared{numbers: 0.35, country: 1}, 1},
		{"an unusual number and a country", crossShared{numbers: 0.8, country: 1}, 2},
		{"one concept", crossShared{concepts: 0.9}, 1},
		{"a concept in different countries", crossShared{concepts: 0.9, country: -1}, 1},
	}
	for _, tt := range tests {
		if got := tt.s.kinds(); got != tt.kinds {
			t.Errorf("%s: %d kinds, want %d", tt.name, got, tt.kinds)
		}
	}
}
