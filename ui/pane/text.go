package pane

import (
	"strings"
	"unicode/utf8"

	"github.com/clipperhouse/displaywidth"
)

// painted measures text that holds escape codes of ours.
var painted = displaywidth.Options{ControlSequences: true}

// Width returns the cells that plain text takes. s must hold no escape codes.
func Width(s string) int { return displaywidth.String(s) }

// PaintedWidth returns the cells that text with escape codes takes.
func PaintedWidth(s string) int { return painted.String(s) }

// Cut returns plain s in at most width cells, whole graphemes, with ellipsis
// at the end if anything was cut. ellipsis takes at most one cell.
func Cut(s string, width int, ellipsis string) string {
	if width <= 0 {
		return ""
	}
	return displaywidth.TruncateString(s, width, ellipsis)
}

// Pad returns plain s in exactly width cells: cut or filled with spaces.
func Pad(s string, width int, ellipsis string) string {
	s = Cut(s, width, ellipsis)
	return fill(s, displaywidth.String(s), width)
}

// Fit returns painted lines as exactly height lines of exactly width cells.
// It is the last guard of a pane's View, not a way to lay out text: what does
// not fit is cut.
func Fit(lines []string, width, height int) []string {
	out := make([]string, max(0, height))
	for i := range out {
		if i < len(lines) {
			out[i] = FitLine(lines[i], width)
		} else {
			out[i] = spaces(width)
		}
	}
	return out
}

// FitLine returns one painted line in exactly width cells.
func FitLine(line string, width int) string {
	w := painted.String(line)
	if w > width {
		line = painted.TruncateString(line, max(0, width), "")
		w = painted.String(line)
	}
	return fill(line, w, width)
}

// Sides sets left and right painted text at the two ends of a line of width
// cells. If both do not fit, right is left out.
func Sides(left, right string, width int) string {
	l, r := painted.String(left), painted.String(right)
	if l+r+1 > width {
		return FitLine(left, width)
	}
	return fill(left, l, width-r) + right
}

// Plural returns the noun that goes with n things.
func Plural(n int, one, many string) string {
	if n == 1 {
		return one
	}
	return many
}

// fill adds spaces to s, which takes w cells, up to width.
func fill(s string, w, width int) string {
	out := s + spaces(width-w)
	if last := len(s) - 1; last < 0 || s[last] < utf8.RuneSelf {
		return out
	}
	// A few signs of other scripts swallow the space behind them.
	return out + spaces(width-painted.String(out))
}

const blanks = "                                                                                                    "

func spaces(n int) string {
	if n <= 0 {
		return ""
	}
	if n <= len(blanks) {
		return blanks[:n]
	}
	return strings.Repeat(" ", n)
}
