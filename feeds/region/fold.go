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
