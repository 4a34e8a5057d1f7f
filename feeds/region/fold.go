package region

import (
	"bytes"
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
	case 'ة', 'ہ', 'ۃ', 'ھ':
		return "ه"
	case 'ے':
		return "ي"
	case 'ँ':
		return "ं"
	}
	return ""
}

// silent says whether folding leaves r out: a mark that a name may have or not.
// The vowels of Devanagari and Bengali are marks too, but they make the word.
func silent(r rune) bool {
	switch {
	case r < 0x300:
		return r == '.' || r == '"' || r == '\''
	case r < 0x700:
		return r == 'ـ' || r == '״' || r == '׳' || unicode.Is(unicode.Mn, r)
	}
	return r == nukta || r == bengaliNukta || r == '”' || r == '’'
}

// cutNasal takes away a nasal of Devanagari at the end of buf. Before another
// consonant a dot may stand for it: हिन्दी is हिंदी.
func cutNasal(buf []byte) ([]byte, bool) {
	for _, nasal := range []string{"ङ", "ञ", "ण", "न", "म"} {
		if rest, ok := bytes.CutSuffix(buf, []byte(nasal)); ok {
			return rest, true
		}
	}
	return buf, false
}

const (
	virama       = '\u094d'
	nukta        = '\u093c'
	bengaliNukta = '\u09bc'
	breve        = '\u0306'
)

// isUnmarked says whether r is of a script whose letters have neither case nor
// marks that folding would take away.
func isUnmarked(r rune) bool { return r >= 0x2e80 && r < 0xff00 || unicode.Is(unicode.Thai, r) }

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
	if isUnmarked(firstRune(word)) {
		return append(buf[:0], word...)
	}
	buf = buf[:0]
	for i, r := range word {
		if r < utf8.RuneSelf || isPlain(r) {
			buf = appendFolded(buf, r)
			continue
		}
		d := norm.NFD.PropertiesString(word[i:]).Decomposition()
		if d == nil {
			buf = appendFolded(buf, r)
		}
		for len(d) > 0 {
			r, n := utf8.DecodeRune(d)
			buf, d = appendFolded(buf, r), d[n:]
		}
	}
	return buf
}

// foldedAndShape returns what folded and shapeOf do, for most words in one walk.
// A word that is too long for any name is folded to nothing.
func foldedAndShape(buf []byte, word string) ([]byte, shape) {
	if len(word) > maxWord {
		return nil, shapeOf(word)
	}
	upper := 0
	for i := range len(word) {
		c := word[i]
		switch {
		case 'A' <= c && c <= 'Z':
			upper++
			c += 'a' - 'A'
		case c == '.' || c >= utf8.RuneSelf:
			return folded(buf[:0], word), shapeOf(word)
		}
		buf = append(buf, c)
	}
	var sh shape
	if c := word[0]; c < 'a' || c > 'z' {
		sh = capital
	}
	if upper > 1 {
		sh |= capitals
	}
	return buf, sh
}

func appendFolded(buf []byte, r rune) []byte {
	if wideFirst <= r && r <= wideLast {
		r -= wideFirst - '!'
	}
	if isPlain(r) {
		if 'А' <= r && r <= 'Я' {
			r += 'а' - 'А'
		}
		return utf8.AppendRune(buf, r)
	}
	r = unicode.ToLower(r)
	if s := undecomposed(r); s != "" {
		return append(buf, s...)
	}
	if rest, ok := bytes.CutSuffix(buf, []byte("и")); ok && r == breve {
		return append(rest, "й"...) // a letter of its own: Даний is not Дании
	}
	if silent(r) {
		return buf
	}
	if r == virama {
		if rest, ok := cutNasal(buf); ok {
			return append(rest, "ं"...)
		}
	}
	return utf8.AppendRune(buf, r)
}

// isPlain spares most letters of Russian and its sisters, of Hebrew and of Arabic
// a look into the tables of Unicode: they have no marks and no other forms.
func isPlain(r rune) bool {
	switch {
	case 'А' <= r && r <= 'я':
		return true
	case 'ا' <= r && r <= 'غ':
		return r != 'ة'
	}
	return 'א' <= r && r <= 'ת' || 'ف' <= r && r <= 'و'
}

// The wide forms that Japanese has of ASCII: ＥＵ.
const (
	wideFirst = '！'
	wideLast  = '～'
)

func fold(word string) string { return string(folded(nil, word)) }
