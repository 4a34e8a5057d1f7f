package pane

import (
	"unicode/utf8"

	"github.com/clipperhouse/uax29/v2/graphemes"
)

// character returns the length and the cells of the character that s begins
// with.
func character(s string) (n, cells int) {
	r, n := utf8.DecodeRuneInString(s)
	if cells = simple(r); cells > 0 && (n == len(s) || s[n] < utf8.RuneSelf) {
		return n, cells
	}
	if next, _ := utf8.DecodeRuneInString(s[n:]); cells > 0 && simple(next) > 0 {
		return n, cells
	}
	g := graphemes.FromString(s)
	g.Next()
	return g.End(), Width(g.Value())
}

// simple returns the cells of a code point that is a character of its own
// beside any other such, or 0 if that takes a longer look. Most text is made
// of them.
func simple(r rune) int {
	switch {
	case ' ' <= r && r <= '~', 0xc0 <= r && r <= 0x24f, 0x391 <= r && r <= 0x3c9, 0x400 <= r && r <= 0x481, 0x48a <= r && r <= 0x52f,
		0x5d0 <= r && r <= 0x5ea, 0x620 <= r && r <= 0x64a, 0x2013 <= r && r <= 0x201e:
		return 1
	case 0x3001 <= r && r <= 0x3029, 0xff01 <= r && r <= 0xff60, 0x3041 <= r && r <= 0x3096, 0x30a1 <= r && r <= 0x30fa, 0x4e00 <= r && r <= 0x9fff, 0xac00 <= r && r <= 0xd7a3:
		return 2
	}
	return 0
}

// plainLetter says whether r is a letter or digit that is simple, takes one
// cell and has no place to end a line beside any other such.
func plainLetter(r rune) bool {
	switch {
	case 'a' <= r && r <= 'z', 'A' <= r && r <= 'Z', '0' <= r && r <= '9':
		return true
	case r < 0xc0, r == '×', r == '÷', r >= 0x2000:
		return false
	}
	return simple(r) == 1
}
