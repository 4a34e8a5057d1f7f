package feeds

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// tidy is clean for text that is made of spaces and of characters that need no
// care: most text is. It says whether s is such text. Nothing but the spaces
// has to be put right then, and where that is to be done, marked text is none.
func tidy(s string, limit int, marked bool) (out string, cut, ok bool) {
	if !marked {
		s = strings.Trim(s, spaces)
	}
	gap, rough := true, false // a space here would be one too many; some are
	length, i := 0, 0         // of the result, and of what was read
	for i < len(s) && length <= limit {
		c, size := s[i], 1
		switch {
		case c == ' ' || '\t' <= c && c <= '\r':
			rough, gap = rough || gap || c != ' ', true
			i++
			continue
		case c >= utf8.RuneSelf:
			var r rune
			if r, size = utf8.DecodeRuneInString(s[i:]); !unicode.Is(carefree, r) {
				return "", false, false
			}
		case c < ' ' || c > '~':
			return "", false, false
		}
		if gap && length > 0 {
			length++
		}
		gap, length, i = false, length+size, i+size
	}
	rough = rough || gap && s != ""
	if rough && marked {
		return "", false, false
	}
	if s = s[:i]; rough {
		s = singleSpaced(s)
	}
	if length > limit {
		return strings.TrimRight(head(s, limit), " "), true, true
	}
	return s, false, true
}

// spaces are those of ASCII.
const spaces = " \t\n\v\f\r"

func singleSpaced(s string) string {
	var b strings.Builder
	b.Grow(len(s))
	for word := range strings.FieldsSeq(s) {
		if b.Len() > 0 {
			b.WriteByte(' ')
		}
		b.WriteString(word)
	}
	return b.String()
}

// head returns the characters of s that fit into limit bytes.
func head(s string, limit int) string {
	if len(s) <= limit {
		return s
	}
	for limit > 0 && !utf8.RuneStart(s[limit]) {
		limit--
	}
	return s[:limit]
}

// carefree are the characters beyond ASCII that clean leaves as they are, beside
// whatever others of them they stand: no marks, nothing that marks or letters
// are joined to by NFC, nothing that acts on a terminal. There are more; these
// are the ones that news is written with.
var carefree = &unicode.RangeTable{
	R16: []unicode.Range16{
		{0x00a1, 0x00ac, 1}, // Latin
		{0x00ae, 0x02af, 1},
		{0x0391, 0x03a1, 1}, // Greek
		{0x03a3, 0x03ce, 1},
		{0x0400, 0x0482, 1}, // Cyrillic
		{0x048a, 0x052f, 1},
		{0x05d0, 0x05ea, 1}, // Hebrew
		{0x060c, 0x060c, 1}, // Arabic
		{0x061b, 0x061b, 1},
		{0x061f, 0x063f, 1},
		{0x0641, 0x064a, 1},
		{0x0660, 0x066f, 1},
		{0x0671, 0x06d3, 1},
		{0x06f0, 0x06f9, 1},
		{0x2010, 0x2027, 1}, // quotation marks, dashes, dots
		{0x2030, 0x205e, 1},
		{0x20a0, 0x20c0, 1}, // money
		{0x3001, 0x3020, 1}, // East Asia
		{0x3041, 0x3096, 1},
		{0x30a1, 0x30ff, 1},
		{0x4e00, 0x9fff, 1},
		{0xac00, 0xd7a3, 1},
		{0xff01, 0xff5e, 1},
	},
	R32: []unicode.Range32{{0x1f300, 0x1f3fa, 1}, {0x1f400, 0x1f64f, 1}},
}
