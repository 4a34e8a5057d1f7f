package region

import (
	"cmp"
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
	l.addSigns(bit)
}

// languagesOf returns the set of the languages in a list; all if it has none
// that we can guess.
func (l *lexicon) languagesOf(list string) languages {
	return cmp.Or(l.guessed(list), anyLanguages)
}

// guessed returns the set of those languages in a list that we can guess.
func (l *lexicon) guessed(list string) languages {
	var set languages
	for name := range strings.FieldsSeq(list) {
		set |= l.languages[name]
	}
	return set
}

// detect says which languages d may be in, and which of them its letters, its
// words or the feed tell; none if nothing does.
func (d *document) detect(named string) (may, told languages) {
	base, _, _ := strings.Cut(strings.ToLower(named), "-")
	set := d.lex.languages[base]
	if set&d.lex.signed != 0 {
		return set, set
	}
	letters := d.signedIn()
	if set != 0 {
		return set | letters, set | letters
	}
	var counts [32]int
	for _, t := range d.tokens {
		// An address is in English more often than its page.
		if t.zone == address || int(t.word) >= len(d.lex.small) {
			continue
		}
		for b := d.lex.small[t.word]; b != 0; b &= b - 1 {
			counts[bits.TrailingZeros32(uint32(b))]++
		}
	}
	may, told = judge(counts[:])
	if told == 0 && letters != 0 {
		return letters, letters
	}
	return may&^d.lex.signed | letters, told | letters
}

// judge takes the languages with the most small words and those with one word
// less, for short titles of sister languages differ by no more. Where English
// alone has the most, it is English. After one word, it may be any language.
func judge(counts []int) (may, told languages) {
	var best, good languages
	most := slices.Max(counts)
	for i, n := range counts {
		if n > 0 && n == most {
			best |= 1 << i
		}
		if n > 0 && n >= most-1 {
			good |= 1 << i
		}
	}
	switch {
	case most < 2:
		return anyLanguages, good
	case best == english:
		return english, english
	}
	return good, good
}
