package cli

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"unicode"
	"unicode/utf16"
	"unicode/utf8"
)

// identifier is an id of the input, a string or a number, handed back as it
// came.
type identifier json.RawMessage

func (i *identifier) UnmarshalJSON(b []byte) error {
	*i = append((*i)[:0], b...)
	return nil
}

func (i identifier) MarshalJSON() ([]byte, error) {
	if len(i) == 0 {
		return []byte("null"), nil
	}
	return i, nil
}

// writeJSON writes v as one line. Letters outside ASCII stay as they are, but
// what a terminal would obey or a reader could not see is escaped, which JSON
// allows everywhere a string may hold it.
func writeJSON(w io.Writer, v any) error {
	var line bytes.Buffer
	e := json.NewEncoder(&line)
	e.SetEscapeHTML(false)
	if err := e.Encode(v); err != nil {
		return fmt.Errorf("write the output: %w", err)
	}
	if _, err := w.Write(escaped(line.Bytes())); err != nil {
		return fmt.Errorf("write the output: %w", err)
	}
	return nil
}

// hidden is what does not print as itself: controls of C1, bidi controls, line
// separators, spaces without a width, characters for private use. What lies below
// a space the encoder escapes itself. Joiners are letters to some scripts.
func hidden(r rune) bool {
	joiner := r == '\u200c' || r == '\u200d'
	return r >= 0x7f && !unicode.IsPrint(r) && !unicode.IsSpace(r) && !joiner || r == 0x85 || r == 0x2028 || r == 0x2029
}

// escaped writes what is hidden, and bytes that are no character, as \uXXXX.
func escaped(line []byte) []byte {
	out := make([]byte, 0, len(line))
	for i := 0; i < len(line); {
		r, size := utf8.DecodeRune(line[i:])
		broken := r == utf8.RuneError && size == 1
		if broken || hidden(r) {
			for _, unit := range utf16.Encode([]rune{r}) {
				out = fmt.Appendf(out, "\\u%04x", unit)
			}
		} else {
			out = append(out, line[i:i+size]...)
		}
		i += size
	}
	return out
}
