package parse

import (
	"strings"
	"unicode/utf8"
)

// run is a text or a number of a JSON document while its bytes come.
type run struct {
	length int
	hex    int // digits of an escape that are to come
	over   bool
}

// drops says whether c is beyond what is read of a text. No character and no
// escape is cut.
func (r *run) drops(c byte, escaped bool) bool {
	r.length++
	switch {
	case escaped && c == 'u':
		r.hex = 4
	case r.hex > 0:
		r.hex--
	case !escaped && utf8.RuneStart(c):
		r.over = r.over || r.length > sourceBytes
	}
	return r.over
}

// mendJSON makes a JSON Feed readable: raw control characters in strings are
// escaped or go, long texts are cut, and of a document that breaks off the whole
// items stay.
func mendJSON(s string) document {
	var (
		b       strings.Builder
		open    []byte // the brackets that are open
		quoted  bool
		escaped bool
		items   int
		marks   int // values so far, or nearly
		whole   int // length of b after the last whole item
		text    run
	)
	b.Grow(len(s))
	for i := range len(s) {
		c, within := s[i], quoted
		dropped := text.drops(c, escaped)
		switch {
		case quoted:
			if c < ' ' {
				if !escaped && !dropped {
					b.WriteString(rawControls[c])
				}
				continue
			}
			quoted = escaped || c != '"'
			escaped = !escaped && c == '\\'
		case c == '"':
			quoted = true
		case c == '{' || c == '[':
			open = append(open, c+2) // the bracket that closes it
			marks++
		case c == ',':
			marks++
		case (c == '}' || c == ']') && len(open) > 0:
			open = open[:len(open)-1]
		}
		if quoted != within || !quoted && strings.IndexByte("{}[],:", c) >= 0 {
			text = run{}
		} else if dropped {
			continue
		}
		b.WriteByte(c)
		if c == '}' && !quoted && len(open) == 2 {
			whole = b.Len()
			items++
		}
		switch {
		case len(open) == 0:
			return document{text: b.String()}
		case len(open) == maxDepth, items == maxItems, marks == maxMarks:
			return document{text: cut(b.String(), whole), broken: true}
		}
	}
	return document{text: cut(b.String(), whole), broken: true}
}

// rawControls is what stands for a control character in a string; all others go.
var rawControls = [' ']string{
	'\t': `\t`, '\n': `\n`, '\r': `\r`, '\v': " ", '\f': " ", 0x07: standIns[0x07], 0x1b: standIns[0x1b],
}

// cut ends a document after its last whole item; one without any stays broken.
func cut(s string, whole int) string {
	if whole == 0 {
		return s
	}
	return s[:whole] + "]}"
}
