package feeds

import (
	"iter"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// Clean makes one safe line of text that came from outside: it keeps what is
// meant to be read and drops what a terminal would obey. Escape sequences go
// whole; controls, bidi overrides, invisible and unassigned characters go one
// by one; spaces of all kinds become single ones. The result is in NFC, at
// most limit bytes long and cut between characters. Cleaning twice changes
// nothing.
func Clean(s string, limit int) string {
	s, _ = clean(s, limit, false)
	return s
}

// CleanSpan is Clean for a run of text within a line: it keeps the marks that
// say where the line may break and where it may not (see Span), one between
// two characters at most. A space or a mark at the ends of s stays, since what
// stands beside s is not known. Clean drops what CleanSpan keeps more than it.
func CleanSpan(s string, limit int) string {
	s, _ = clean(s, limit, true)
	return s
}

// CleanText is Clean for text of several paragraphs: blank lines are kept as
// "\n\n", single line breaks become spaces.
func CleanText(s string, limit int) string {
	if !strings.ContainsAny(s, "\r\n") {
		return Clean(s, limit)
	}
	var out strings.Builder
	out.Grow(max(0, min(len(s), limit)))
	for p := range paragraphs(s) {
		gap := 0
		if out.Len() > 0 {
			gap = len("\n\n")
		}
		p, cut := clean(p, limit-out.Len()-gap, false)
		if p != "" {
			out.WriteString("\n\n"[:gap])
			out.WriteString(p)
		}
		if cut {
			break
		}
	}
	return out.String()
}

// paragraphs splits s where a line holds nothing but space.
func paragraphs(s string) iter.Seq[string] {
	return func(yield func(string) bool) {
		s := strings.ReplaceAll(strings.ReplaceAll(s, "\r\n", "\n"), "\r", "\n")
		start, end := 0, 0
		for line := range strings.Lines(s) {
			if end += len(line); strings.TrimSpace(line) != "" {
				continue
			}
			if !yield(s[start:end]) {
				return
			}
			start = end
		}
		yield(s[start:])
	}
}

// clean returns the safe line, with or without marks for its breaking, and
// whether limit cut something off.
func clean(s string, limit int, marked bool) (string, bool) {
	limit = max(limit, 0)
	if out, cut, ok := tidy(s, limit, marked); ok {
		return out, cut
	}
	return compose(norm.NFC.String(strip(s, limit, marked)), limit, marked)
}

// strip drops escape sequences and all that is never meant to be seen,
// whatever stands beside it. It stops when it has more than compose can use.
func strip(s string, limit int, marked bool) string {
	var b strings.Builder
	enough := 4*limit + 64
	b.Grow(min(len(s), enough))
	marks, last, prev, hint := 0, rune(0), rune(0), rune(0)
	for i := 0; i < len(s) && b.Len() < enough; {
		if n := word(s[i:]); n > 0 {
			writeHint(&b, hint)
			i += n
			b.WriteString(s[i-n : i])
			marks, last, prev, hint = 0, 0, 0, 0
			continue
		}
		r, size := utf8.DecodeRuneInString(s[i:])
		bad := r == utf8.RuneError && size == 1
		if bad {
			r = rune(s[i]) // a stray byte may still be a C1 control
		}
		if n := escape(s[i:], r, size, prev); n > 0 {
			i += n
			prev = 0
			continue
		}
		i, prev = i+size, r
		switch {
		case isSpace(r) && !bad:
			r = spaceFor(r, marked)
		case marked && !bad && breakRank(r) > 0:
			hint = stronger(hint, r)
			continue
		case bad || !isJoiner(r) && !visible(r):
			continue
		}
		if (isSpace(r) || isJoiner(r)) && r == last {
			continue
		}
		if last = r; !unicode.IsMark(r) {
			marks = 0
		} else if marks++; marks > rawMarks {
			continue
		}
		// Within a character a hint would keep its parts from joining.
		if hint != 0 && !isJoiner(r) && norm.NFC.PropertiesString(string(r)).BoundaryBefore() {
			writeHint(&b, hint)
		}
		hint = 0
		b.WriteRune(r)
	}
	writeHint(&b, hint)
	return b.String()
}

// word returns the length of the printable ASCII without spaces that s begins
// with. It needs no care, and most text is made of it.
func word(s string) int {
	for i := range len(s) {
		if c := s[i]; c <= ' ' || c > '~' {
			return i
		}
	}
	return len(s)
}

// isSpace says whether r shows as nothing but width.
func isSpace(r rune) bool {
	return unicode.IsSpace(r) || r == '\u2800' // the braille cell without dots
}

func isJoiner(r rune) bool { return r == '\u200c' || r == '\u200d' }

// invisible are characters that Unicode counts as letters, marks or symbols
// although they show nothing by themselves.
var invisible = &unicode.RangeTable{R16: []unicode.Range16{
	{0x034f, 0x034f, 1},
	{0x115f, 0x1160, 1},
	{0x17b4, 0x17b5, 1},
	{0x180b, 0x180f, 1},
	{0x3164, 0x3164, 1},
	{0xffa0, 0xffa0, 1},
	{0xfffc, 0xfffc, 1},
}}

// visible is the allow-list: letters, marks, numbers, punctuation, symbols.
func visible(r rune) bool {
	if r < utf8.RuneSelf {
		return ' ' <= r && r <= '~'
	}
	return unicode.IsPrint(r) && !unicode.Is(invisible, r)
}

// unspaced says whether r belongs to a script that is written without spaces
// between words.
func unspaced(r rune) bool {
	return unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Thai, unicode.Lao, unicode.Khmer, unicode.Myanmar)
}
