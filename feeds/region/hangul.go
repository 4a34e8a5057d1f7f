package region

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Korean glues particles and further nouns to a name, so that every syllable
// is a word of its own here and a name may end inside a written word. A short
// one must then be followed by one of these syllables, with which particles
// and such nouns begin; before a name, a few syllables may be glued too.
const (
	afterName  = "은는이가을를의에와과도로으만까부보처라인군산측계발내정대총외국당전행제령민법경연합훈회협공동관무수통상간양남북러중일미영유핵의주선해육서씨께때엔엘랑여"
	beforeName = "대친반주재방탈비"
	longName   = 3 // syllables after which anything may follow
)

// beginsName says whether a name may begin at token i: with a word, after
// another name or after a syllable that is glued to names.
func (d *document) beginsName(i int) bool {
	if d.tokens[i].shape&inside == 0 {
		return true
	}
	if n := len(d.spans); n > 0 && d.spans[n-1].last == i-1 {
		return true
	}
	return d.tokens[i-1].shape&inside == 0 && strings.Contains(beforeName, d.written(i-1))
}

// endsName says whether a name that begins at token i may end at token j.
func (d *document) endsName(i, j int) bool {
	if j-i+1 >= longName || j+1 >= len(d.tokens) || d.tokens[j+1].shape&inside == 0 {
		return true
	}
	return strings.Contains(afterName, d.written(j+1))
}

// written returns token i as it stands in the text.
func (d *document) written(i int) string {
	t := d.tokens[i]
	return d.parts[t.part].text[t.start:t.end]
}

// junction says how the syllable at i hangs on the word that ends at end. It is
// nothing outside Hangul.
func junction(text string, end, i int) shape {
	if !isHangul(firstRune(text[i:])) {
		return 0
	}
	switch text[end:i] {
	case "":
		if last, _ := utf8.DecodeLastRuneInString(text[:end]); isHangul(last) {
			return joined | inside
		}
	case "·", "・", "ㆍ":
		return joined
	}
	return 0
}

func isHangul(r rune) bool { return r >= 0x1100 && unicode.Is(unicode.Hangul, r) }
