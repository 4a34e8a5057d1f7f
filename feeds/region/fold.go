package region

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// longest word that is looked up, in bytes; longer ones are no names.
const maxWord = 64

// undecomposed returns the plain form of a letter whose mark is part of it, so
// that NFD leaves it, and one form of the letters that Arabic and Farsi write
// differently; empty for all others.
func undecomposed(r rune) string {
	switch r {
	case 'ł':
		return "l"
	case 'ø':
		return "o"
	case 'đ', 'ð':
		return "d"
	case 'ı':
		return "i"
	case 'ə':
		return "e"
	case 'ß':
		return "ss"
	case 'æ':
		return "ae"
	case 'œ':
		return "oe"
	case 'ی', 'ى':
		return "ي"
	case 'ک':
		return "ك"
	case 'ة':
		return "ه"
	}
	return ""
}

// folded returns word in lower case without marks and dots, so that Türkiye
// equals turkiye and U.S. equals us. It uses the room of buf, which is empty.
func folded(buf []byte, word string) []byte {
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
	var parts [2 * maxWord]byte
	buf = buf[:0]
	for rest := norm.NFD.AppendString(parts[:0], word); len(rest) > 0; {
		r, n := utf8.DecodeRune(rest)
		rest = rest[n:]
		r = unicode.ToLower(r)
		if s := undecomposed(r); s != "" {
			buf = append(buf, s...)
		} else if r != '.' && !unicode.Is(unicode.Mn, r) {
			buf = utf8.AppendRune(buf, r)
		}
	}
	return buf
}

func fold(word string) string { return string(folded(nil, word)) }

// affix says which letters a script glues to a name. A word that is not known
// is looked up again without them.
type affix struct {
	script   *unicode.RangeTable
	prefixes string // longest first
	suffixes string
}

var affixes = []affix{
	{unicode.Arabic, "وال بال فال كال ولل لل ال و ب ل ف ك", ""},
	{unicode.Hebrew, "וב ול ומ וה שב של ב ל מ ה ו ש כ", ""},
	{unicode.Hangul, "", "에서 으로 은 는 이 가 을 를 의 에 와 과 도 로"},
	{unicode.Cyrillic, "", "ами ями ого ому ой ей ом ем ою ею єю ах ях ів у ю а я е и і ї ы й ь"},
}

// bare returns word without the letters its script glues to names, and
// whether there were any; what stays is no single letter.
func bare(word string) (string, bool) {
	first, _ := utf8.DecodeRuneInString(word)
	if first < utf8.RuneSelf {
		return "", false
	}
	for _, a := range affixes {
		if !unicode.Is(a.script, first) {
			continue
		}
		for p := range strings.FieldsSeq(a.prefixes) {
			if rest, ok := strings.CutPrefix(word, p); ok && utf8.RuneCountInString(rest) > 2 {
				return rest, true
			}
		}
		for s := range strings.FieldsSeq(a.suffixes) {
			if rest, ok := strings.CutSuffix(word, s); ok && utf8.RuneCountInString(rest) > 1 {
				return rest, true
			}
		}
	}
	return "", false
}
