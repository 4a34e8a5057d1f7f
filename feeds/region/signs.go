package region

import (
	"strings"
	"unicode"
)

// sign is how a language is told by its letters that shares them with others:
// 伊 is Italy in Japanese and Iran in Chinese.
type sign struct {
	language string
	letters  string
	scripts  []*unicode.RangeTable
}

// signs has the families of languages that share a script. In each, the first
// language that has a letter in the text is that of the text.
var signs = [][]sign{
	{
		{"ur", "ٹڈڑںےہ", nil},
		{"fa", "پچژگکی", nil},
		{"ar", "", []*unicode.RangeTable{unicode.Arabic}},
	},
	{
		{"ko", "", []*unicode.RangeTable{unicode.Hangul}},
		{"ja", "", []*unicode.RangeTable{unicode.Hiragana, unicode.Katakana}},
		{"zh", "", []*unicode.RangeTable{unicode.Han}},
	},
}

// addSigns gives the languages of signs their numbers, after bit.
func (l *lexicon) addSigns(bit languages) {
	for _, family := range signs {
		for _, s := range family {
			l.languages[s.language] = bit
			l.signed |= bit
			bit <<= 1
		}
	}
}

const (
	signBytes = 600  // of a text are looked at
	signFirst = 0xD8 // byte of the Arabic letters; the other scripts of signs follow
)

// signedIn returns the languages to which the letters of the parts point, one
// for each family of scripts.
func (d *document) signedIn() languages {
	var seen languages
	for _, p := range d.parts {
		for i := range min(len(p.text), signBytes) {
			if p.text[i] >= signFirst {
				seen |= d.lex.signOf(firstRune(p.text[i:]))
			}
		}
	}
	var set languages
	for _, family := range signs {
		for _, s := range family {
			if bit := d.lex.languages[s.language]; seen&bit != 0 {
				set |= bit
				break
			}
		}
	}
	return set
}

func (l *lexicon) signOf(r rune) languages {
	for _, family := range signs {
		for _, s := range family {
			if strings.ContainsRune(s.letters, r) || unicode.In(r, s.scripts...) {
				return l.languages[s.language]
			}
		}
	}
	return 0
}
