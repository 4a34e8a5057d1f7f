package feeds

import (
	"fmt"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// FilterFault is what is wrong in the text of a filter. It is worded here, for
// every place in which a filter can be written.
type FilterFault struct {
	Text string   // in which it stands
	At   int      // byte offset of the word in Text
	Word string   // that is wrong; empty if one is missing
	Near []string // what may be meant, as it is written; the nearest first
	says string
	hint string
}

// Column returns the place of the word in characters, counted from 1.
func (f *FilterFault) Column() int { return utf8.RuneCountInString(f.Text[:f.At]) + 1 }

// Error returns the fault in one line: no region "sahle" at column 8; did you
// mean "sahel"?
func (f *FilterFault) Error() string {
	return fmt.Sprintf("%s at column %d%s", f.says, f.Column(), f.hint)
}

// Placeless returns what Error does without the place, for those who tell it
// by themselves.
func (f *FilterFault) Placeless() string { return f.says + f.hint }

// shownWord bounds the bytes of a wrong word that are quoted.
const shownWord = 60

func (r *termReader) fault(at int, word, says string) *FilterFault {
	return &FilterFault{Text: r.text, At: at, Word: word, says: says}
}

func (r *termReader) unknownKind(word string) *FilterFault {
	f := r.fault(r.at, word, fmt.Sprintf("no kind of term %q", Clean(word, shownWord)))
	f.mean([]guess{{code: Nearest(strings.ToLower(Clean(word, longestName)), kindWords[:]) + ":"}})
	return f
}

// missing tells that no place stands here.
func (r *termReader) missing(k filterKind) *FilterFault {
	f := r.fault(r.at, "", "a name is missing")
	f.hint = ", such as " + map[filterKind]string{byRegion: "sahel", byCountry: "ua", byTag: "nato", anywhere: "sahel or ua"}[k]
	return f
}

// unknown tells a place that a kind does not have.
func (r *termReader) unknown(k filterKind, word string) *FilterFault {
	what := map[filterKind]string{
		byRegion: "region", byCountry: "country", byTag: "area or bloc", anywhere: "region or country",
	}[k]
	f := r.fault(r.at, word, fmt.Sprintf("no %s %q", what, Clean(word, shownWord)))
	if f.hint = joiners[strings.ToLower(word)]; f.hint != "" {
		return f
	}
	if !strings.ContainsFunc(word, isLatin) { // to these letters no name is near
		f.hint = "; places are called by their English names"
		return f
	}
	f.mean(r.grammar.guesses(k, strings.TrimSuffix(word, "/*")))
	return f
}

// joiners says what to write in place of words that join terms elsewhere.
var joiners = map[string]string{
	"or":  "; places with a blank between them mean either",
	"and": "; two kinds must both hold, as in region:sahel tag:nato",
	"not": "; a minus takes away, as in -country:ua",
}

func isLatin(r rune) bool { return unicode.Is(unicode.Latin, r) || unicode.IsDigit(r) }

// mean says what may be meant.
func (f *FilterFault) mean(guesses []guess) {
	var words []string
	for _, g := range guesses {
		f.Near = append(f.Near, g.code)
		words = append(words, g.shown())
	}
	if len(words) > 0 {
		f.hint = "; did you mean " + strings.Join(words, " or ") + "?"
	}
}

// guess is what a wrong word may mean.
type guess struct {
	code    string
	name    string // of a country
	country bool
}

func (g guess) shown() string {
	if g.name == "" {
		return fmt.Sprintf("%q", g.code)
	}
	return fmt.Sprintf("%q (%s)", g.code, g.name)
}

// guesses returns what a wrong word of a kind may mean: the nearest names, those
// of the kind before others.
func (g *Grammar) guesses(k filterKind, word string) []guess {
	near, far := g.atlas.near(word)
	if name, by := g.nearName(word); k == anywhere && name != "" && by <= far {
		return []guess{{code: name}}
	}
	own := slices.DeleteFunc(slices.Clone(near), func(m guess) bool { return !fits(k, m) })
	if len(own) > 0 {
		return own
	}
	for i, m := range near {
		kind := byRegion
		if m.country {
			kind = byCountry
		}
		near[i] = guess{code: kindWords[kind] + ":" + m.code}
	}
	return near
}

// nearName returns the nearest name of the reader's own filters.
func (g *Grammar) nearName(word string) (name string, far int) {
	names := make([]string, len(g.named))
	for i, f := range g.named {
		names[i] = f.name
	}
	word = key(Clean(word, longestName))
	name = Nearest(word, names)
	return name, distance(word, name)
}

// fits says whether a kind can hold what is meant.
func fits(k filterKind, m guess) bool {
	return k == byCountry && m.country || k == byTag && !m.country && m.code != World || k == byRegion || k == anywhere
}
