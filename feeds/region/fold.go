package region

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// longest word that is looked up, in bytes; longer ones are no names.
const maxWord = 64

// undecomposed are letters whose mark is part of them, so that NFD leaves it.
var undecomposed = map[rune]string{
	'ł': "l", 'ø': "o", 'đ': "d", 'ı': "i", 'ß': "ss", 'æ': "ae", 'œ': "oe", 'ð': "d", 'þ': "th", 'ə': "e",
	'ی': "ي", 'ک': "ك", 'ه': "ه", 'ة': "ه", 'ى': "ي", // Farsi and Arabic spell one name with different letters
}

// appendFolded appends word to buf in lower case without marks and dots, so
// that Türkiye equals turkiye and U.S. equals us.
func appendFolded(buf []byte, word string) []byte {
	ascii := true
	for i := range len(word) {
		c := word[i]
		switch {
		case c >= utf8.RuneSelf:
			ascii = false
		case 'A' <= c && c <= 'Z':
			buf = append(buf, c+'a'-'A')
			continue
		case c != '.':
			buf = append(buf, c)
		}
	}
	if ascii {
		return buf
	}
	buf = buf[:0]
	for _, r := range norm.NFD.String(word) {
		r = unicode.ToLower(r)
		switch s, ok := undecomposed[r]; {
		case ok:
			buf = append(buf, s...)
		case r != '.' && !unicode.Is(unicode.Mn, r):
			buf = utf8.AppendRune(buf, r)
		}
	}
	return buf
}

func fold(word string) string { return string(appendFolded(nil, word)) }

// affix says which letters a script glues to a name. A word that is not known
// is looked up again without them.
type affix struct {
	script   *unicode.RangeTable
	prefixes []string // longest first
	suffixes []string
}

var affixes = []affix{
	{unicode.Arabic, []string{"وال", "بال", "فال", "كال", "ولل", "لل", "ال", "و", "ب", "ل", "ف", "ك"}, nil},
	{unicode.Hebrew, []string{"וב", "ול", "ומ", "וה", "שב", "של", "ב", "ל", "מ", "ה", "ו", "ש", "כ"}, nil},
	{unicode.Hangul, nil, []string{"에서", "으로", "은", "는", "이", "가", "을", "를", "의", "에", "와", "과", "도", "로"}},
	{unicode.Cyrillic, nil, []string{"ами", "ями", "ого", "ому", "ой", "ей", "ом", "ем", "ою", "ею", "єю", "ах", "ях", "ів", "у", "ю", "а", "я", "е", "и", "і", "ї", "ы", "й", "ь"}},
}

// bare returns word without the letters its script glues to names; at least
// three letters stay.
func bare(word string) (string, bool) {
	first, _ := utf8.DecodeRuneInString(word)
	if first < utf8.RuneSelf {
		return "", false
	}
	for _, a := range affixes {
		if !unicode.Is(a.script, first) {
			continue
		}
		for _, p := range a.prefixes {
			if rest, ok := strings.CutPrefix(word, p); ok && utf8.RuneCountInString(rest) > 2 {
				return rest, true
			}
		}
		for _, s := range a.suffixes {
			if rest, ok := strings.CutSuffix(word, s); ok && utf8.RuneCountInString(rest) > 1 {
				return rest, true
			}
		}
	}
	return "", false
}
