package region

import (
	"math/bits"
	"slices"
	"strings"
)

// languages is a set of the languages of smallwords.tsv, a bit for each in the
// order of the table; English is the first.
type languages uint32

const (
	english      languages = 1
	anyLanguages languages = 1<<32 - 1
)

// addSmallWords enters the words by which the language of a text is guessed.
// It comes first, so that their numbers are small.
func (l *lexicon) addSmallWords() {
	bit := english
	for r := range readTable("smallwords") {
		l.languages[r.get("language")] = bit
		for s := range strings.FieldsSeq(r.get("words")) {
			w := l.numberOf(s)
			for len(l.small) <= int(w) {
				l.small = append(l.small, 0)
			}
			l.small[w] |= bit
		}
		bit <<= 1
	}
}

// languagesOf returns the set of the languages in a list; all if it has none
// that we can guess.
func (l *lexicon) languagesOf(list string) languages {
	var set languages
	for name := range strings.FieldsSeq(list) {
		set |= l.languages[name]
	}
	if set == 0 {
		return anyLanguages
	}
	return set
}

// detect says which languages d may be in: the one that the feed names, else
// those whose small words it has most. Sure means that something told so.
func (d *document) detect(named string) (set languages, sure bool) {
	base, _, _ := strings.Cut(strings.ToLower(named), "-")
	if set = d.lex.languages[base]; set != 0 {
		return set, true
	}
	var counts [32]int
	for _, t := range d.tokens {
		if int(t.word) >= len(d.lex.small) {
			continue
		}
		for b := d.lex.small[t.word]; b != 0; b &= b - 1 {
			counts[bits.TrailingZeros32(uint32(b))]++
		}
	}
	return nearlyMost(counts[:])
}

// nearlyMost returns the languages with the most words and those with one word
// less, for short titles of sister languages differ by no more. Where English
// has the most, it is English.
func nearlyMost(counts []int) (languages, bool) {
	var best, good languages
	most := slices.Max(counts)
	if most == 0 {
		return anyLanguages, false
	}
	for i, n := range counts {
		if n == most {
			best |= 1 << i
		}
		if n > 0 && n >= most-1 {
			good |= 1 << i
		}
	}
	if best == english {
		return english, true
	}
	return good, true
}
