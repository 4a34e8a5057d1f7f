package parse

import (
	"fmt"
	"strings"
)

// mendJSON makes a JSON Feed readable: raw control characters in strings
// are escaped, and of a document that breaks off the whole items stay.
func mendJSON(s string) document {
	var (
		b       strings.Builder
		open    []byte // the brackets that are open
		quoted  bool
		escaped bool
		items   int
		whole   int // length of b after the last whole item
	)
	b.Grow(len(s))
	for i := range len(s) {
		c := s[i]
		switch {
		case quoted:
			if c < ' ' {
				fmt.Fprintf(&b, `\u%04x`, c)
				escaped = false
				continue
			}
			quoted = escaped || c != '"'
			escaped = !escaped && c == '\\'
		case c == '"':
			quoted = true
		case c == '{' || c == '[':
			open = append(open, c+2) // the bracket that closes it
		case (c == '}' || c == ']') && len(open) > 0:
			open = open[:len(open)-1]
		}
		b.WriteByte(c)
		if c == '}' && !quoted && len(open) == 2 {
			whole = b.Len()
			if items++; items == maxItems {
				break
			}
		}
		switch len(open) {
		case 0:
			return document{text: b.String()}
		case maxDepth:
			return document{text: cut(b.String(), whole), broken: true}
		}
	}
	return document{text: cut(b.String(), whole), broken: true}
}

// cut ends a document after its last whole item; one without any stays broken.
func cut(s string, whole int) string {
	if whole == 0 {
		return s
	}
	return s[:whole] + "]}"
}
