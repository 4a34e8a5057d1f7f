package region

import (
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
	buf = buf[:0]
	if first, _ := utf8.DecodeRuneInString(word); isJamo(first) {
		word = norm.NFC.String(word)
	}
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

func appendFolded(buf []byte, r rune) []byte {
	r = unicode.ToLower(r)
	if isPlain(r) {
		return utf8.AppendRune(buf, r)
	}
	if s := undecomposed(r); s != "" {
		return append(buf, s...)
	}
	if r == '.' || unicode.Is(unicode.Mn, r) {
		return buf
	}
	return utf8.AppendRune(buf, r)
}

// isPlain spares the letters of Russian and its sisters, of Chinese and of Korean
// a look into the tables of Unicode: they have no marks and no other forms.
func isPlain(r rune) bool {
	return 'А' <= r && r <= 'я' && r != 'Й' && r != 'й' || '一' <= r && r <= '龥' || '가' <= r && r <= '힣'
}

// isJamo says whether r is a part of a Korean syllable that is usually one
// letter.
func isJamo(r rune) bool { return 0x1100 <= r && r <= 0x11ff }

func fold(word string) string { return string(folded(nil, word)) }
