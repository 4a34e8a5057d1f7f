package feeds

import "strings"

// breakRank returns how strong a space or mark is that may stand between two
// characters of a Span, from 1, or 0 if r is none: where several meet, the
// strongest is enough. The marks that are no spaces come first.
func breakRank(r rune) int {
	switch r {
	case '\u00ad':
		return 1
	case '\u200b':
		return 2
	case '\u2060':
		return 3
	case '\u202f':
		return firstSpace
	case '\u00a0':
		return firstSpace + 1
	case ' ':
		return firstSpace + 2
	}
	return 0
}

// firstSpace is the lowest rank of a mark that takes a cell.
const firstSpace = 4

// stronger returns the one of two break marks that stays where both stand; 0
// is none.
func stronger(a, b rune) rune {
	if breakRank(a) > breakRank(b) {
		return a
	}
	return b
}

// spaceFor returns what a space of any kind becomes.
func spaceFor(r rune, marked bool) rune {
	if marked && breakRank(r) > 0 {
		return r
	}
	return ' '
}

// writeHint writes a mark that may be 0 for none.
func writeHint(b *strings.Builder, hint rune) {
	if hint != 0 {
		b.WriteRune(hint)
	}
}
