package pane

import (
	"strings"
	"unicode/utf8"
)

// Cut returns plain s in at most width cells, whole graphemes, with ellipsis
// at the end if anything was cut. ellipsis takes at most one cell.
func Cut(s string, width int, ellipsis string) string {
	if width <= 0 {
		return ""
	}
	if Width(s) <= width {
		return s
	}
	return cutAt(s, width-Width(ellipsis)) + ellipsis
}

// cutAt returns the whole characters of s that fit into width cells.
func cutAt(s string, width int) string {
	end := 0
	for end < len(s) {
		n, cells := character(s[end:])
		if width -= cells; width < 0 {
			break
		}
		end += n
	}
	return s[:end]
}

// Pad returns plain s in exactly width cells: cut or filled with spaces.
func Pad(s string, width int, ellipsis string) string {
	s = Cut(s, width, ellipsis)
	return fill(s, Width(s), width)
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
	w := PaintedWidth(line)
	if w > width {
		line = cutPainted(line, max(0, width))
		w = PaintedWidth(line)
	}
	return fill(line, w, width)
}

// cutPainted returns as much of a painted line as fits into width cells, and
// all escape codes behind it, so that no style and no link is left open.
func cutPainted(line string, width int) string {
	var b strings.Builder
	for {
		text, code, rest := cutCode(line)
		kept := cutAt(text, width)
		if width -= Width(kept); len(kept) < len(text) {
			width = 0
		}
		b.WriteString(kept)
		b.WriteString(code)
		if code == "" {
			return b.String()
		}
		line = rest
	}
}

// Sides sets left and right painted text at the two ends of a line of width
// cells. If both do not fit, right is left out.
func Sides(left, right string, width int) string {
	l, r := PaintedWidth(left), PaintedWidth(right)
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
	return out + spaces(width-PaintedWidth(out))
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
