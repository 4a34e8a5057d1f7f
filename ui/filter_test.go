package ui

import (
	"context"
	"slices"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"

	"dateline/feeds"
)

// four is three with a story that only mentions China.
func four() []feeds.Item {
	it := item(4, "Kyiv opens a bridge", "UA", "CN")
	it.Tags.Countries[1].About = false
	return append(three(), it)
}

func TestRowsTellSubjectsFromMentions(t *testing.T) {
	play(t, four(), func(w *world) {
		w.sees("UA ~CN", "RUE  ")
		w.press("1")
		w.seesNot("Kyiv")
		w.press("/")
		w.typed("~cn")
		w.sees("Kyiv", "Tokyo", "China (even if only mentioned) ▾")
	})
}

func TestThePickerTakesAFilter(t *testing.T) {
	for typed, want := range map[string][]string{
		"region:east-asia -country:jp": {"East Asia without Japan", "0 stories"},
		"country:jp,ua":                {"Japan or Ukraine ▾", "2 stories"},
		"jp,ml":                        {"Japan or Mali ▾", "2 stories"},
		"-world":                       {"All regions without World ▾", "3 stories"},
		"~cn":                          {"China (even if only mentioned) ▾", "2 stories"},
		"sahel -ne":                    {"Sahel without Niger ▾", "1 story"},
		"sahel jp":                     {"Sahel or Japan ▾", "2 stories"},
		`"japan"`:                      {"Japan ▾", "1 story"},
		"nipp":                         {"Japan ▾", "1 story"},
		"ukr":                          {"Japan ▾", "1 story"},
		"ukra":                         {"Ukraine ▾", "1 story"},
	} {
		play(t, four(), func(w *world) {
			w.press("f")
			w.typed(typed)
			w.press("tab") // marks entries, and this is none
			w.press("enter")
			w.sees(want...)
		})
	}
}

func TestThePickerSaysWhatIsWrong(t *testing.T) {
	play(t, four(), func(w *world) {
		w.press("1", "f")
		w.typed("region:sahle")
		w.sees(`no region "sahle" at column 8; did you mean "sahel"?`)
		w.press("enter")
		w.sees("did you mean") // nothing was chosen
		w.press("esc")
		w.sees("East Asia ▾")
		w.press("f")
		w.typed("jp,mall")
		w.sees(`no region or country "mall" at column 4; did you mean "ml" (Mali)?`)
	})
}

func TestTheFilterInForceSurvivesThePicker(t *testing.T) {
	play(t, four(), func(w *world) {
		w.do(w.m.filterBy([]string{"region:east-asia,ua -country:ml"}))
		w.press("f")
		w.sees("region:east-asia,ua -country:ml")
		w.press("enter")
		w.sees("East Asia or Ukraine without Mali ▾", "2 stories")
	})
}

// withNamed gives the world a filter of the reader's own.
func withNamed(w *world, name, text string) {
	w.t.Helper()
	f, err := w.m.grammar.Parse(text)
	if err != nil {
		w.t.Fatal(err)
	}
	w.m.o.Named = []feeds.Filter{f.Named(name)}
	w.m.grammar = feeds.NewGrammar(atlas, w.m.o.Named)
}

func TestNamedFiltersStandFirst(t *testing.T) {
	play(t, four(), func(w *world) {
		withNamed(w, "front", "ua ml")
		w.press("f")
		lines := strings.Split(w.screen(), "\n")[2:] // below the header
		first := slices.IndexFunc(lines, func(l string) bool { return strings.Contains(l, "All regions") && strings.Contains(l, "4 ") })
		if first < 0 || !strings.Contains(lines[first+1], "front  Mali or Ukraine") {
			t.Errorf("front does not come first:\n%s", w.screen())
		}
		w.press("down", "enter")
		w.sees("front ▾", "2 stories")
		w.press("f", "enter")
		w.sees("front ▾")
		w.do(w.m.filterBy([]string{"mali", "ukraine"}))
		w.sees("front ▾")
	})
}

func TestASearchHasAFilterOfItsOwn(t *testing.T) {
	play(t, four(), func(w *world) {
		w.press("3", "/")
		w.typed("country:ua bridge")
		w.sees("Ukraine ▾", "/country:ua bridge", "Kyiv", "1 story")
		if last := w.queries[len(w.queries)-1]; last != "bridge" {
			t.Errorf("searched %q, want the words alone", last)
		}
		w.press("enter")
		w.sees("Ukraine ▾", "/bridge")
		w.press("esc")
		w.sees("West Africa ▾", "Bamako")
		w.seesNot("Kyiv")
	})
}

func TestAQueryThatIsAllFilterComesInForce(t *testing.T) {
	play(t, four(), func(w *world) {
		w.press("/")
		w.typed("region:sahel")
		w.sees("Bamako", "1 story", "Sahel ▾")
		w.seesNot("Kyiv")
		w.press("enter")
		w.sees("Sahel ▾", "Headlines")
		if !slices.Equal(w.kept, []string{"region:sahel"}) || strings.Contains(strings.Join(w.queries, " "), ":") {
			t.Errorf("kept %q, searched %q", w.kept, w.queries)
		}
	})
}

func TestAFaultInASearchIsSaidAndNothingIsSearched(t *testing.T) {
	play(t, four(), func(w *world) {
		w.press("/")
		w.typed("region:sahle bridge")
		w.sees(`no region "sahle"; did you mean "sahel"?`, `no region "sahle" at column 8`)
		w.seesNot("Kyiv", "Bamako")
		w.press("enter", "tab")
		w.sees("/region:sahle bridge") // still being typed
		if searched := strings.Join(w.queries, " "); strings.Contains(searched, ":") || strings.Contains(searched, "bridge") {
			t.Errorf("searched %q", searched)
		}
		for _, size := range []tea.WindowSizeMsg{{Width: 40, Height: 12}, {Width: 80, Height: 24}, {Width: 20, Height: 8}} {
			w.send(size)
			if s := strings.Join(strings.Fields(strings.ReplaceAll(w.screen(), "│", "")), " "); !strings.Contains(s, "sahel") {
				t.Errorf("at %v the nearest is not told:\n%s", size, w.screen())
			}
		}
		w.press("esc")
		w.sees("Kyiv", "All regions")
	})
}

func TestAKeyReplacesTheFilterOfASearch(t *testing.T) {
	play(t, four(), func(w *world) {
		w.press("/")
		w.typed("country:ua bridge")
		w.press("enter", "3")
		w.sees("West Africa ▾", "/bridge", "Nothing in West Africa for these words")
		w.press("0")
		w.sees("Kyiv", "/bridge")
	})
}

func TestASearchThatWasGivenUpIsNoAnswer(t *testing.T) {
	play(t, four(), func(w *world) {
		w.press("/")
		w.typed("bridge")
		again := w.m.setFilter(atlas.Only("ua"))
		w.send(foundMsg{query: "bridge", err: context.Canceled})
		w.sees("searching")
		w.do(again)
		w.sees("1 story")
	})
}

func TestAFilteredSearchLooksDeeper(t *testing.T) {
	items := make([]feeds.Item, searchItems+2)
	for i := range items {
		items[i] = item(i+1, "A bridge", "JP")
	}
	items[searchItems+1] = item(searchItems+2, "A bridge in Bamako", "ML")
	play(t, items, func(w *world) {
		w.press("3", "/")
		w.typed("bridge")
		w.sees("A bridge in Bamako", "1 story, 300 more outside the filter")
	})
}

func TestANoticeAtStartIsSaid(t *testing.T) {
	m := newModel(t.Context(), Options{Atlas: atlas, Now: testClock, Notice: "The filter of the last time is not in force."}, Backend{})
	m.Update(tea.WindowSizeMsg{Width: 80, Height: 24})
	w := &world{t: t, m: m}
	w.sees("The filter of the last time is not in force.")
}

// TestCountsAreThoseOfTheFilters compares what the picker counts in one pass
// with what each filter lets pass.
func TestCountsAreThoseOfTheFilters(t *testing.T) {
	items := append(four(), item(5, "Mali, Niger and China sign", "ML", "NE", "CN"), item(6, "The Sahel waits"))
	items[5].Tags.Areas = []feeds.Tag{{Code: "sahel"}}
	play(t, items, func(w *world) {
		n := w.m.shelf.counts()
		codes := []string{"cn", "jp", "ml", "ne", "ru", "ua"}
		for _, r := range atlas.Regions {
			codes = append(codes, r.Slug)
		}
		for _, code := range codes {
			if want := w.m.shelf.count(atlas.Only(code)); n[code] != want {
				t.Errorf("%s: counted %d, the filter lets %d pass", code, n[code], want)
			}
		}
	})
}

func TestTheLettersOfAFilterInTheStrip(t *testing.T) {
	g := feeds.NewGrammar(atlas, nil)
	for text, want := range map[string]string{
		"east-asia": "EAS", "sahel": "SAH", "ua": "UA", "sahel jp": "SAH", "region:sahel -ml": "SAH",
		"-country:jp,ml": "-JP", "-sahel": "-SAH",
	} {
		f, err := g.Parse(text)
		if got := short(atlas, f); got != want || err != nil {
			t.Errorf("%s is shown as %q, want %q: %v", text, got, want, err)
		}
	}
	f, _ := g.Parse("ua")
	if got := short(atlas, f.Named("black-sea")); got != "BLA" {
		t.Errorf("a filter with a name is shown as %q", got)
	}
}
