package pane

import (
	"strings"

	"github.com/charmbracelet/x/ansi"
	"github.com/clipperhouse/displaywidth"
	"github.com/clipperhouse/uax29/v2/graphemes"
)

// Width returns the cells that plain text takes. s must hold no escape codes.
func Width(s string) int { return displaywidth.String(s) }

// Cut returns plain s in at most width cells, whole graphemes, with ellipsis
// at the end if anything was cut.
func Cut(s string, width int, ellipsis string) string {
	if width <= 0 {
		return ""
	}
	if displaywidth.String(s) <= width {
		return s
	}
	room := width - displaywidth.String(ellipsis)
	if room < 0 {
		return ""
	}
	end, used := 0, 0
	g := graphemes.FromString(s)
	for g.Next() {
		w := displaywidth.String(g.Value())
		if used+w > room {
			break
		}
		used += w
		end = g.End()
	}
	return strings.TrimRight(s[:end], " ") + ellipsis
}

// Pad returns plain s in exactly width cells: cut or filled with spaces.
func Pad(s string, width int, ellipsis string) string {
	s = Cut(s, width, ellipsis)
	return s + strings.Repeat(" ", max(0, width-displaywidth.String(s)))
}

// Fit returns painted lines as exactly height lines of exactly width cells.
// It is the last guard of a pane's View, not a way to lay out text: what does
// not fit is cut.
func Fit(lines []string, width, height int) []string {
	out := make([]string, height)
	for i := range out {
		line := ""
		if i < len(lines) {
			line = lines[i]
		}
		w := ansi.StringWidth(line)
		if w > width {
			line = ansi.Truncate(line, width, "")
			w = ansi.StringWidth(line)
		}
		out[i] = line + strings.Repeat(" ", max(0, width-w))
	}
	return out
}
