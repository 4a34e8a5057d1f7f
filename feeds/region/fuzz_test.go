package region

import (
	"reflect"
	"strings"
	"testing"

	"dateline/feeds"
)

// checkEvidence fails if a piece of evidence does not stand where it says.
func checkEvidence(t *testing.T, text Text, tags feeds.Tags) {
	t.Helper()
	for _, tag := range append(tags.Countries, tags.Areas...) {
		if len(tag.Why) == 0 || len(tag.Why) > maxWhy || tag.Weight <= 0 {
			t.Errorf("%s: %+v", tag.Code, tag)
		}
		for _, e := range tag.Why {
			if !standsIn(text, e) {
				t.Errorf("%s: %+v is not in the text", tag.Code, e)
			}
		}
	}
}

func standsIn(text Text, e feeds.Evidence) bool {
	fields := map[feeds.Field][]string{
		feeds.FieldTitle: {text.Title}, feeds.FieldSummary: {text.Summary}, feeds.FieldText: {text.Body},
		feeds.FieldDateline: {text.Place}, feeds.FieldCategory: text.Categories, feeds.FieldFeed: {text.Home},
		feeds.FieldAddress: {slug(text.URL)},
	}
	for _, s := range fields[e.Field] {
		if e.Offset >= 0 && e.Offset <= len(s) && strings.HasPrefix(s[e.Offset:], e.Words) && e.Words != "" {
			return true
		}
	}
	return false
}

func FuzzTag(f *testing.F) {
	f.Add("", "", "")
	f.Add("Georgia’s PM in U.S.", "TOKYO, May 1 (Wire) - Jordan, Ohio. St. Petersburg's U.S.", "RSF; SDF")
	f.Add("\xff\xfe\x00China\x80", "Co\u0302te d\u2019Ivoire\u200c", "日本と韓国、マリ・ロシア")
	f.Add("C\u0300\u0301\u0302h\u0300i\u0301na", "ש\u202eירדן בעמאן", "ﷺ الأردن\u200cها")
	f.Add("U.S.U.S..S.", "- (AFP) - ", "-.-'’‘, , ,")
	f.Add("", "", "oil-port-in-nigeria?a=b-c-d/niger-and-mali-talk")
	f.Fuzz(func(t *testing.T, title, summary, rest string) {
		text := Text{Title: title, Summary: summary, Body: rest, Place: rest, Categories: []string{title, rest}, URL: "https://x.example/" + rest, Home: "FR"}
		checkEvidence(t, text, shared().Tag(text))
	})
}

func FuzzCorrected(f *testing.F) {
	f.Add("Georgia", "Georgia’s PM in U.S.", true)
	f.Add("U.S.", "U.S.. us US", false)
	f.Add("\xff- -", "\xff- -", true)
	f.Add("Georgi\xfb\xfbA", "a", false) // in the summary a form of Georgia
	f.Add("Россию", "В Россию, из России", false)
	f.Add("日本と韓", "日本と韓国、マリ・ロシア", true)
	f.Add("Co\u0302te d\u2019Ivoire\u200c-", "Côte d'Ivoire-", true)
	f.Fuzz(func(t *testing.T, words, title string, add bool) {
		row := feeds.Correction{Scope: feeds.ScopeAlias, Subject: words, Country: "GE", Add: add}
		tagger, text := shared().With(feeds.Corrections{row}), Text{Title: title, Body: words}
		tags := tagger.Tag(text)
		checkEvidence(t, text, tags)
		if !tagger.Corrects(text) && !reflect.DeepEqual(tags, shared().Tag(text)) {
			t.Errorf("%q changes the tags of %q, and is not about it", words, title)
		}
	})
}

// hostile holds what texts are made of that are no texts, to be repeated.
var hostile = map[string]string{
	"ambiguous": "Georgia Jordan Congress SDF Kim ",
	"capitals":  "GEORGIA JORDAN CONGRESS US UK ",
	"letters":   "x",
	"marks":     "a\u0301\u0302",
	"zalgo":     "C\u0337\u0300\u0301\u0302h\u0334\u0323i\u0337n\u0335a\u0338\u0327 ",
	"dots":      "U.S.",
	"binary":    "\x00\xff\xfe",
	"scripts":   "中東тайAاك",
	"backwards": "\u202eسوريا\u202c \u2067ישראל\u2069 ",
	"commas":    "Paris, Texas, ",
	"names":     "Democratic Republic of the Democratic Republic of the ",
}

func TestHostileTexts(t *testing.T) {
	for name, unit := range hostile {
		t.Run(name, func(t *testing.T) {
			text := Text{Title: unit, Body: strings.Repeat(unit, 1<<20/len(unit))}
			checkEvidence(t, text, shared().Tag(text))
		})
	}
	checkEvidence(t, Text{}, shared().Tag(Text{}))
}

// Every word is looked at no more often than the longest name has words, which
// are letters in Thai, so that a text takes time by its length alone.
func TestNamesAreShort(t *testing.T) {
	const most = 30
	for _, e := range buildLexicon(true).entries {
		if e == nil {
			continue
		}
		for _, sp := range e.spellings {
			if len(sp.shapes) > most {
				t.Errorf("a name of %d words for %v", len(sp.shapes), e.plain.codes)
			}
		}
	}
}
