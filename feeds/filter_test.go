package feeds_test

import (
	"errors"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"dateline/feeds"
)

// wideAtlas has enough places for every trap of the grammar.
func wideAtlas() *feeds.Atlas {
	return feeds.NewAtlas([]feeds.Region{
		{Slug: "west-africa", Code: "WAF", Kind: feeds.Primary, Label: "West Africa & Sahel", Countries: []string{"ML", "NE", "NG"}},
		{Slug: "middle-east", Code: "MDE", Kind: feeds.Primary, Label: "Middle East", Countries: []string{"IL", "IR", "SY"}},
		{Slug: "east-asia", Code: "EAS", Kind: feeds.Primary, Label: "East Asia", Countries: []string{"CN", "KR"}},
		{Slug: "russia-ukraine", Code: "RUE", Kind: feeds.Primary, Label: "Russia, Ukraine, Belarus & Moldova", Countries: []string{"RU", "UA", "BY"}},
		{Slug: "world", Code: "WLD", Kind: feeds.Primary, Label: "World / no country"},
		{Slug: "nato", Kind: feeds.Bloc, Label: "NATO members", Countries: []string{"US", "FR"}},
		{Slug: "eu", Kind: feeds.Bloc, Label: "European Union members", Countries: []string{"FR"}},
		{Slug: "sahel", Kind: feeds.Area, Label: "Sahel belt", Countries: []string{"ML", "NE", "NG"}},
		{Slug: "red-sea", Kind: feeds.Area, Label: "Red Sea & Bab el-Mandeb", Countries: []string{"IL"}},
		{Slug: "africa", Kind: feeds.RollUp, Label: "Africa", Countries: []string{"ML", "NE", "NG", "CD", "RW", "SS", "SD"}},
	}, map[string]string{
		"ML": "Mali", "NE": "Niger", "NG": "Nigeria", "CN": "China", "KR": "South Korea", "IL": "Israel", "IR": "Iran",
		"SY": "Syria", "RU": "Russia", "UA": "Ukraine", "BY": "Belarus", "US": "United States", "FR": "France",
		"CD": "DR Congo", "RW": "Rwanda", "SS": "South Sudan", "SD": "Sudan", "CI": "Côte d'Ivoire",
	})
}

// ours is a grammar with a filter of the reader's own.
func ours(t testing.TB) *feeds.Grammar {
	t.Helper()
	front, err := feeds.NewGrammar(wideAtlas(), nil).Parse("region:sahel -country:ng")
	if err != nil {
		t.Fatal(err)
	}
	pair, err := feeds.NewGrammar(wideAtlas(), nil).Parse("sy ir")
	if err != nil {
		t.Fatal(err)
	}
	return feeds.NewGrammar(wideAtlas(), []feeds.Filter{front.Named("front"), pair.Named("pair")})
}

// about makes tags: "CN" is a subject, "~US" a mention, "nato" a named area.
func about(codes string) feeds.Tags {
	var t feeds.Tags
	for code := range strings.FieldsSeq(codes) {
		bare, mention := strings.CutPrefix(code, "~")
		tag := feeds.Tag{Code: bare, About: !mention}
		if bare == strings.ToLower(bare) {
			t.Areas = append(t.Areas, tag)
		} else {
			t.Countries = append(t.Countries, tag)
		}
	}
	return t
}

func TestMatch(t *testing.T) {
	g := ours(t)
	for _, c := range []struct {
		filter    string
		pass, not []string // tags
	}{
		{"", []string{"", "CN", "nato"}, nil},
		{"all", []string{"", "CN"}, nil},
		{"region:world", []string{"", "nato"}, []string{"CN", "~CN"}},
		{"-region:world", []string{"CN"}, []string{""}},
		{"region:sahel", []string{"ML", "CN NE", "sahel", "~ML"}, []string{"", "CN", "CN ~ML", "africa"}},
		{"region:~sahel", []string{"CN ~ML"}, []string{"CN"}},
		{"region:middle-east -country:il", []string{"IR", "IR ~IL", "SY"}, []string{"IL", "IR IL", "CN"}},
		{"region:middle-east -~il", []string{"IR"}, []string{"IR ~IL"}},
		{"country:cd,rw", []string{"CD", "RW CN"}, []string{"SD", "CN ~CD", ""}},
		{"country:cd country:rw", []string{"CD", "RW"}, []string{"SD"}},
		{"country:~cd", []string{"CD", "RW ~CD"}, []string{"RW"}},
		{"~cd", []string{"CD", "RW ~CD"}, []string{"RW"}},
		{"~cd,rw", []string{"CN ~CD", "RW"}, []string{"CN ~RW"}},
		{"tag:nato", []string{"nato", "CN nato"}, []string{"US", "FR"}},
		{"tag:nato/*", []string{"nato", "US", "FR RU"}, []string{"RU", "RU ~US", ""}},
		{"region:nato", []string{"nato", "US"}, []string{"RU"}},
		{"region:africa country:ng", []string{"NG"}, []string{"ML", "africa"}},
		{"region:africa tag:nato", []string{"ML nato"}, []string{"ML", "US nato"}},
		{"region:sahel,east-asia", []string{"ML", "CN"}, []string{"IR"}},
		{"region:sahel region:east-asia", []string{"ML", "CN"}, []string{"IR"}},
		{"sahel ua", []string{"ML", "UA"}, []string{"IR", "RU"}},
		{"sahel,ua", []string{"ML", "UA"}, []string{"IR"}},
		{"sahel country:ng", []string{"NG"}, []string{"ML"}},
		{"-il -ir", []string{"SY", ""}, []string{"IL", "IR CN"}},
		{"-il,ir", []string{"SY"}, []string{"IL", "IR"}},
		{"-tag:nato", []string{"US", ""}, []string{"US nato"}},
		{"-tag:nato/*", []string{"RU"}, []string{"US", "nato"}},
		{"front", []string{"ML"}, []string{"NG", "CN"}},
		{"front country:ne", []string{"NE"}, []string{"ML", "NG"}},
		{"pair east-asia", []string{"SY", "IR", "CN"}, []string{"ML", "IL"}},
	} {
		f, err := g.Parse(c.filter)
		if err != nil {
			t.Errorf("%q: %v", c.filter, err)
			continue
		}
		for _, tags := range c.pass {
			if !f.Match(about(tags)) {
				t.Errorf("%q does not let %q pass", c.filter, tags)
			}
		}
		for _, tags := range c.not {
			if f.Match(about(tags)) {
				t.Errorf("%q lets %q pass", c.filter, tags)
			}
		}
	}
}

func TestCanonicalTextAndWords(t *testing.T) {
	g := ours(t)
	for text, want := range map[string][2]string{
		"":                                     {"", "All regions"},
		" all ":                                {"", "All regions"},
		"sahel":                                {"region:sahel", "Sahel"},
		"ua":                                   {"country:ua", "Ukraine"},
		"region:ua":                            {"country:ua", "Ukraine"},
		"UA":                                   {"country:ua", "Ukraine"},
		"MDE":                                  {"region:middle-east", "Middle East"},
		"Middle East -Israel":                  {"region:middle-east -country:il", "Middle East without Israel"},
		"rw cd":                                {"country:cd,rw", "DR Congo or Rwanda"},
		"country:rw,cd,rw":                     {"country:cd,rw", "DR Congo or Rwanda"},
		"country:cd, rw":                       {"country:cd,rw", "DR Congo or Rwanda"},
		"COUNTRY: mali":                        {"country:ml", "Mali"},
		`country:"south sudan"`:                {"country:ss", "South Sudan"},
		"country:south sudan,sudan":            {"country:sd,ss", "Sudan or South Sudan"},
		"country:south-sudan":                  {"country:ss", "South Sudan"},
		"south sudan red sea":                  {"region:red-sea,ss", "Red Sea or South Sudan"},
		"cote d'ivoire":                        {"country:ci", "Côte d'Ivoire"},
		"west africa & sahel":                  {"region:west-africa", "West Africa & Sahel"},
		"russia,ukraine":                       {"country:ru,ua", "Russia or Ukraine"},
		"~cd cd":                               {"country:~cd", "DR Congo (even if only mentioned)"},
		"tag:nato/*,nato":                      {"tag:nato/*", "NATO or a member"},
		"sahel tag:nato":                       {"region:sahel tag:nato", "Sahel and NATO by name"},
		"region:sahel country:ml,ne":           {"region:sahel country:ml,ne", "Sahel, and Mali or Niger"},
		"-il -region:ir":                       {"-country:il,ir", "All regions without Israel, Iran"},
		"all -il":                              {"-country:il", "All regions without Israel"},
		"region:sahel -country:ng":             {"region:sahel -country:ng", "front"},
		"Front":                                {"region:sahel -country:ng", "front"},
		"front tag:nato":                       {"region:sahel tag:nato -country:ng", "Sahel and NATO by name without Nigeria"},
		"region:world":                         {"region:world", "World / no country"},
		`region:"russia ukraine"`:              {"region:russia-ukraine", "Russia, Ukraine, Belarus & Moldova"},
		`"Russia, Ukraine, Belarus & Moldova"`: {"region:russia-ukraine", "Russia, Ukraine, Belarus & Moldova"},
	} {
		f, err := g.Parse(text)
		if err != nil {
			t.Errorf("%q: %v", text, err)
			continue
		}
		if diff := cmp.Diff(want, [2]string{f.String(), f.Label()}); diff != "" {
			t.Errorf("%q (-want +got):\n%s", text, diff)
		}
		if len(f.Brief()) > len(f.Label()) {
			t.Errorf("%q is no shorter than %q", f.Brief(), f.Label())
		}
		if f.Empty() != (f.String() == "") {
			t.Errorf("%q: empty %v", text, f.Empty())
		}
	}
}

func TestBriefNamesTheFirstAndCountsTheRest(t *testing.T) {
	for text, want := range map[string]string{
		"":                      "All regions",
		"sahel -ng":             "front",
		"sahel,east-asia,ua":    "East Asia +2",
		"sahel country:ml,ne":   "Sahel, and Mali +1",
		"africa -ng,ml":         "Africa without Mali +1",
		"africa -~ng":           "Africa without ~Nigeria",
		"tag:nato,eu -tag:nato": "EU by name +1 without NATO by name",
	} {
		if f, err := ours(t).Parse(text); err != nil || f.Brief() != want {
			t.Errorf("%q: %q, %v; want %q", text, f.Brief(), err, want)
		}
	}
}

func TestSeveralTextsAreOneFilter(t *testing.T) {
	f, err := ours(t).Parse("russia", "ukraine", "-by")
	if err != nil || f.String() != "country:ru,ua -country:by" {
		t.Errorf("got %q, %v", f, err)
	}
}

func TestFaultsHaveAPlaceAndAWayOut(t *testing.T) {
	g := ours(t)
	for text, want := range map[string]string{
		"region:sahle":            `no region "sahle" at column 8; did you mean "sahel"?`,
		"sahle":                   `no region or country "sahle" at column 1; did you mean "sahel"?`,
		"region:sahel -country:i": `no country "i" at column 23; did you mean "il" (Israel)?`,
		"country:isreal":          `no country "isreal" at column 9; did you mean "il" (Israel)?`,
		"country:sahel":           `no country "sahel" at column 9; did you mean "region:sahel"?`,
		"tag:ua":                  `no area or bloc "ua" at column 5; did you mean "country:ua"?`,
		"tag:natoo/*":             `no area or bloc "natoo/*" at column 5; did you mean "nato"?`,
		"tag:world":               `no area or bloc "world" at column 5; did you mean "region:world"?`,
		"country:ci,sahell":       `no country "sahell" at column 12; did you mean "region:sahel"?`,
		"Côte d'Ivoire,zz":        `no region or country "zz" at column 15; did you mean "eu" or "by" (Belarus)?`,
		"country:москва":          `no country "москва" at column 9; places are called by their English names`,
		"sahel | ua":              `no region or country "|" at column 7; places are called by their English names`,
		"regoin:sahel":            `no kind of term "regoin" at column 1; did you mean "region:"?`,
		"region:":                 `a name is missing at column 8, such as sahel`,
		"region: ":                `a name is missing at column 9, such as sahel`,
		"country:cd,":             `a name is missing at column 12, such as ua`,
		"-":                       `a name is missing at column 2, such as sahel or ua`,
		"- sahel":                 `a name is missing at column 2, such as sahel or ua`,
		"~":                       `a name is missing at column 2, such as ua`,
		`country:"south`:          `the quote is not closed at column 9`,
		"sahel OR ua":             `no region or country "OR" at column 7; places with a blank between them mean either`,
		"sahel not ml":            `no region or country "not" at column 7; a minus takes away, as in -country:ua`,
		"~sahel":                  `no country "sahel" at column 2; did you mean "region:sahel"?`,
		"middle":                  `no region or country "middle" at column 1; did you mean "middle-east"?`,
		"-front":                  `the filter "front" cannot be taken away at column 2`,
		"sahel\x1b[31m":           `no region or country "sahel" at column 1; did you mean "sahel"?`,
		"frnt":                    `no region or country "frnt" at column 1; did you mean "front"?`,
		"region:nato/*":           `no region "nato/*" at column 8; did you mean "nato"?`,
	} {
		f, err := g.Parse(text)
		var fault *feeds.FilterFault
		if !errors.As(err, &fault) || !f.Empty() {
			t.Errorf("%q: %q, %v; want a fault", text, f, err)
			continue
		}
		if err.Error() != want {
			t.Errorf("%q:\ngot  %s\nwant %s", text, err, want)
		}
		if !strings.HasPrefix(text[fault.At:], fault.Word) {
			t.Errorf("%q: the word %q is not at %d", text, fault.Word, fault.At)
		}
	}
}

func TestASearchIsWordsAndAFilter(t *testing.T) {
	g := ours(t)
	for query, want := range map[string][2]string{
		"":                               {"", ""},
		"grain deal":                     {"", "grain deal"},
		"sahel ua":                       {"", "sahel ua"},
		"region:sahel":                   {"region:sahel", ""},
		"region:sahel gold":              {"region:sahel", "gold"},
		"gold -country:ml mine":          {"-country:ml", "gold mine"},
		"~cd gold":                       {"country:~cd", "gold"},
		"-~cd gold":                      {"-country:~cd", "gold"},
		"~5 million":                     {"", "~5 million"},
		"-gold":                          {"", "-gold"},
		"country:south sudan war":        {"country:ss", "war"},
		"http://sahel.example":           {"", "http://sahel.example"},
		"note: gold":                     {"", "note: gold"},
		"tax:gold":                       {"", "tax:gold"},
		`"gold in country:ml" tag:nato`:  {"tag:nato", `"gold in country:ml"`},
		`"open country:ml`:               {"country:ml", `"open`},
		"country:ml region:sahel  x   y": {"region:sahel country:ml", "x y"},
	} {
		f, words, err := g.Split(query)
		if diff := cmp.Diff(want, [2]string{f.String(), words}); err != nil || diff != "" {
			t.Errorf("%q: %v (-want +got):\n%s", query, err, diff)
		}
	}
	for _, query := range []string{"gold country:mll", "regoin:sahel gold", "-counrty:ml", "~mll", `region:"sahel`} {
		if f, words, err := g.Split(query); err == nil || !f.Empty() || words != "" {
			t.Errorf("%q is no fault but %q and %q", query, f, words)
		}
	}
}

func TestPlainFiltersTellTheirCodes(t *testing.T) {
	g := ours(t)
	for text, want := range map[string][]string{
		"": nil, "sahel": {"sahel"}, "ua,sahel": {"sahel", "ua"}, "cd rw": {"cd", "rw"},
	} {
		f, err := g.Parse(text)
		codes, ok := f.Codes()
		if diff := cmp.Diff(want, codes); err != nil || !ok || diff != "" {
			t.Errorf("%q: %v, %v\n%s", text, err, ok, diff)
		}
	}
	for _, text := range []string{"~cd", "sahel -il", "sahel country:ml", "tag:nato"} {
		f, _ := g.Parse(text)
		if codes, ok := f.Codes(); ok {
			t.Errorf("%q is no more than %v", text, codes)
		}
	}
}

func TestReservedNames(t *testing.T) {
	g := ours(t)
	for word, want := range map[string]bool{"sahel": true, "ua": true, "mali": true, "mde": true, "tag": true, "all": true, "front": false} {
		if g.Reserved(word) != want {
			t.Errorf("Reserved(%q) = %v", word, !want)
		}
	}
}

func TestOnlyFailsClosed(t *testing.T) {
	a := wideAtlas()
	if f := a.Only("sahel"); f.String() != "region:sahel" || !f.Match(about("ML")) {
		t.Errorf("got %q", f)
	}
	if f := a.Only("ml"); f.String() != "country:ml" {
		t.Errorf("got %q", f)
	}
	if f := a.Only("atlantis"); f.Empty() || f.Match(about("ML")) || f.Match(about("")) {
		t.Errorf("%q lets something pass", f)
	}
}

func FuzzParse(f *testing.F) {
	for _, s := range []string{
		"region:sahel -country:il ~cd", `country:"south sudan",rw tag:nato/*`, "front east-asia", "côte d'ivoire, \u00a0x", "-~", "\xff:", "a:b,",
	} {
		f.Add(s)
	}
	g := ours(f)
	f.Fuzz(func(t *testing.T, text string) {
		got, err := g.Parse(text)
		var fault *feeds.FilterFault
		if err != nil {
			if !errors.As(err, &fault) || fault.At > len(text) || fault.Column() < 1 || !got.Empty() {
				t.Fatalf("%q: %#v", text, err)
			}
			return
		}
		again, err := g.Parse(got.String())
		if err != nil || again.String() != got.String() || again.Label() != got.Label() {
			t.Fatalf("%q is %q, which is %q, %v", text, got, again, err)
		}
	})
}

func FuzzSplit(f *testing.F) {
	for _, s := range []string{`gold "x y" -country:ml ~cd`, `"a`, "tag:nato/* x"} {
		f.Add(s)
	}
	g := ours(f)
	f.Fuzz(func(t *testing.T, query string) {
		filter, words, err := g.Split(query)
		if err != nil {
			return
		}
		again, rest, err := g.Split(words + " " + filter.String())
		if err != nil || rest != words || !again.Equal(filter) {
			t.Fatalf("%q is %q and %q, then %q and %q, %v", query, words, filter, rest, again, err)
		}
	})
}

// TestAVeryLongFilterIsReadInLinearTime reads much of each trap: were one of them
// quadratic, the test would take minutes.
func TestAVeryLongFilterIsReadInLinearTime(t *testing.T) {
	g := ours(t)
	for _, part := range []string{"ua ", "ua,", "x", "-", "~", `"`, "region:", "south ", "region:sahel ", "a:", ",", "\u0301", "\xff", `"a" `, "world -"} {
		text := strings.Repeat(part, 1<<17/len(part))
		if f, err := g.Parse(text); err != nil && (!f.Empty() || len(err.Error()) > 300) {
			t.Errorf("%q…: %.400s", part, err)
		}
		if _, _, err := g.Split(text); err != nil && len(err.Error()) > 300 {
			t.Errorf("%q… in a search: %.400s", part, err)
		}
	}
}

func BenchmarkMatch(b *testing.B) {
	f, err := ours(b).Parse("region:sahel,middle-east -country:il tag:nato/*")
	if err != nil {
		b.Fatal(err)
	}
	tags := about("UA FR ~US ML eu")
	b.ReportAllocs()
	for b.Loop() {
		f.Match(tags)
	}
}

func BenchmarkParse(b *testing.B) {
	g := ours(b)
	b.ReportAllocs()
	for b.Loop() {
		if _, err := g.Parse("region:sahel,middle-east -country:il tag:nato/*"); err != nil {
			b.Fatal(err)
		}
	}
}
