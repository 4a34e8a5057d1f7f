package pane

import (
	"strings"
	"unicode"

	"github.com/charmbracelet/x/ansi"
	"github.com/clipperhouse/displaywidth"
	"github.com/clipperhouse/uax29/v2/graphemes"
)

// Terminals disagree on the cells of characters that are made of several code
// points (Devanagari syllables, emoji families): some draw the character as
// one, others add up its code points. Text is laid out for the larger of the
// two, so that it fits either way, and Settle fills the line for the terminal
// at hand.

// painted measures text that holds escape codes of ours.
var painted = displaywidth.Options{ControlSequences: true}

// Width returns the most cells that plain text takes. s must hold no escape
// codes.
func Width(s string) int {
	if w, ok := simpleWidth(s); ok {
		return w
	}
	if !stacked(s) {
		return displaywidth.String(s)
	}
	w := 0
	for g := graphemes.FromString(s); g.Next(); {
		w += clusterWidth(g.Value())
	}
	return w
}

// simpleWidth returns the cells of s if all of it is simple.
func simpleWidth(s string) (int, bool) {
	w := 0
	for _, r := range s {
		c := simple(r)
		if c == 0 {
			return 0, false
		}
		w += c
	}
	return w, true
}

// clusterWidth returns the most cells that one character takes.
func clusterWidth(g string) int { return max(displaywidth.String(g), ansi.StringWidthWc(g)) }

// PaintedWidth returns the most cells that text with escape codes takes: with
// styles, and with links as OSC 8 writes them.
func PaintedWidth(s string) int {
	w := 0
	for {
		text, code, rest := cutCode(s)
		if w += Width(text); code == "" {
			return w
		}
		s = rest
	}
}

// cutCode cuts painted text around the first escape code in it.
func cutCode(s string) (text, code, rest string) {
	i := strings.IndexByte(s, escape)
	if i < 0 {
		return s, "", ""
	}
	g := graphemes.FromString(s[i:])
	g.AnsiEscapeSequences = true
	g.Next()
	return s[:i], g.Value(), s[i+g.End():]
}

const escape = '\x1b'

// ShownWidth returns the cells that painted text takes on a terminal that
// draws characters as one, or adds up their code points.
func ShownWidth(s string, asOne bool) int {
	if asOne {
		return painted.String(s)
	}
	return ansi.StringWidthWc(s)
}

// Settle fills a painted line that was laid out for width cells where the
// terminal takes fewer.
func Settle(line string, width int, asOne bool) string {
	if !stacked(line) {
		return line
	}
	return line + spaces(width-ShownWidth(line, asOne))
}

// stacked says whether s may hold a character of several code points.
func stacked(s string) bool {
	for _, r := range s {
		if r >= 0x300 && stacks(r) {
			return true
		}
	}
	return false
}

// stacks says whether r may join the code point before or after it to one
// character.
func stacks(r rune) bool {
	switch {
	case r <= 0x1dff, r >= 0xa66f && r <= 0xabff:
		return unicode.In(r, unicode.Mn, unicode.Mc, unicode.Me, unicode.Prepended_Concatenation_Mark) || r == '\u070f' || r == 'ำ' || r == 'ຳ' || r == '\u0d4e' || r >= 0x1100 && r <= 0x11ff || r >= 0xa960 && r <= 0xa97c
	case r == '\u200c', r == '\u200d', r >= 0x20d0 && r <= 0x20ff, r >= 0x302a && r <= 0x302f, r == '\u3099', r == '\u309a', r == '\uff9e', r == '\uff9f',
		r >= 0xd7b0 && r <= 0xd7fb, r >= 0x10a01 && r <= 0x16fff:
		return true
	}
	return r >= 0xfe00 && r <= 0xfe2f || r >= 0x1d165 && r <= 0x1d1ad || r >= 0x1f1e6 && r <= 0x1f1ff || r >= 0x1f3fb && r <= 0x1f3ff || r >= 0xe0000
}
