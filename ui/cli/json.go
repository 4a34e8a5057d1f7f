package cli

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"unicode"
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

// hidden are controls of C1, DEL, line separators and bidi controls. What lies
// below a space the encoder escapes itself.
func hidden(r rune) bool {
	return 0x7f <= r && r <= 0x9f || r == 0x2028 || r == 0x2029 || unicode.Is(unicode.Bidi_Control, r)
}

// escaped writes what is hidden, and bytes that are no character, as \uXXXX.
func escaped(line []byte) []byte {
	out := make([]byte, 0, len(line))
	for i := 0; i < len(line); {
		r, size := utf8.DecodeRune(line[i:])
		broken := r == utf8.RuneError && size == 1
		if broken || hidden(r) {
			out = fmt.Appendf(out, "\\u%04x", r)
		} else {
			out = append(out, line[i:i+size]...)
		}
		i += size
	}
	return out
}
