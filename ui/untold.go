package ui

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"dateline/feeds"
)

// maxWords is how many words are offered for a correction.
const maxWords = 8

// quotable are the fields whose evidence is words of the text.
var quotable = []feeds.Field{feeds.FieldTitle, feeds.FieldSummary, feeds.FieldCategory, feeds.FieldDateline, feeds.FieldText, feeds.FieldAddress}

// tellers returns the words that told a country, each once.
func tellers(tags feeds.Tags, country string) []string {
	var out []string
	for _, t := range tags.Countries {
		if t.Code != country {
			continue
		}
		for _, e := range t.Why {
			if slices.Contains(quotable, e.Field) {
				out = offer(out, feeds.Clean(e.Words, maxPhrase))
			}
		}
	}
	return out
}

// maxPhrase bounds words that are corrected, in bytes.
const maxPhrase = 200

// offer adds words that are new, in whatever case, as long as there are few.
func offer(to []string, words string) []string {
	same := func(w string) bool { return strings.EqualFold(w, words) }
	if words == "" || len(to) == maxWords || slices.ContainsFunc(to, same) {
		return to
	}
	return append(to, words)
}

// untold returns the names in headlines that told no place: words with capitals
// in a row. Those that only begin a headline come last. In a script without
// capitals, and in a headline of nothing else, there are none, and the reader
// types what is meant.
func untold(items []feeds.Item) []string {
	var names, openings []string
	for _, it := range items {
		if it.Title == strings.ToUpper(it.Title) {
			continue
		}
		for i, run := range runs(blanked(it)) {
			if i == 0 && !strings.Contains(run, " ") && strings.HasPrefix(it.Title, run) {
				openings = append(openings, run)
			} else {
				names = offer(names, run)
			}
		}
	}
	for _, o := range openings {
		names = offer(names, o)
	}
	return names
}

// blanked returns the title of an item with a full stop in the place of each
// word that told something.
func blanked(it feeds.Item) string {
	title := it.Title
	for _, t := range slices.Concat(it.Tags.Countries, it.Tags.Areas) {
		for _, e := range t.Why {
			end := e.Offset + len(e.Words)
			if e.Field == feeds.FieldTitle && end <= len(title) && it.Title[e.Offset:end] == e.Words {
				title = title[:e.Offset] + strings.Repeat(".", len(e.Words)) + title[end:]
			}
		}
	}
	return title
}

// runs returns the words with a capital that stand together, as they are
// written. In a title in which most words have one, each stands alone.
func runs(title string) []string {
	const mostly, short = 0.6, 3
	words := strings.Fields(title)
	capitals := 0
	for _, w := range words {
		if first, _ := utf8.DecodeRuneInString(w); unicode.IsUpper(first) {
			capitals++
		}
	}
	alone := len(words) > short && float64(capitals) > mostly*float64(len(words))
	var out []string
	open := false
	for _, w := range words {
		bare := strings.TrimFunc(possessive.Replace(w), notLetter)
		first, _ := utf8.DecodeRuneInString(bare)
		if !unicode.IsUpper(first) {
			open = false
			continue
		}
		if open && !alone && strings.HasPrefix(w, bare) {
			out[len(out)-1] += " " + bare
		} else {
			out = append(out, bare)
		}
		open = strings.HasSuffix(w, bare)
	}
	return out
}

// possessive takes away what English puts behind a name.
var possessive = strings.NewReplacer("'s", "", "’s", "")

func notLetter(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) }
