package pane

import (
	"strings"

	"dateline/ui/theme"
)

// Box is a rectangle of the screen in cells, counted from the top left.
type Box struct{ X, Y, W, H int }

// Holds says whether the cell at x, y lies in b.
func (b Box) Holds(x, y int) bool { return x >= b.X && x < b.X+b.W && y >= b.Y && y < b.Y+b.H }

// Inside returns the part of b that a frame leaves free.
func (b Box) Inside() Box {
	return Box{b.X + 1, b.Y + 1, max(0, b.W-2), max(0, b.H-2)}
}

// Frame draws a border of w by h cells with a title around the view of a pane
// that was sized to its inside. The frame of the focused pane is accented and
// carries a sign before the title, so that the focus is seen without colours.
func Frame(th theme.Theme, title, view string, w, h int, focused bool) []string {
	if w < 2 || h < 2 {
		return Fit(nil, w, h)
	}
	edge, words, sign := th.Frame, th.Meta, " "
	if focused {
		edge, words, sign = th.FrameOn, th.Accent, th.Glyphs.Focus
	}
	g := th.Glyphs
	lines := make([]string, 0, h)
	if title = Cut(title, w-5, g.Ellipsis); title == "" {
		lines = append(lines, edge.Text(g.Corner[0]+strings.Repeat(g.Horizontal, w-2)+g.Corner[1]))
	} else {
		rest := strings.Repeat(g.Horizontal, w-4-Width(title))
		lines = append(lines, edge.Text(g.Corner[0])+words.Text(sign+title)+" "+edge.Text(rest+g.Corner[1]))
	}
	side := edge.Text(g.Vertical)
	for _, l := range Fit(strings.Split(view, "\n"), w-2, h-2) {
		lines = append(lines, side+Settle(l, w-2, th.Graphemes)+side)
	}
	return append(lines, edge.Text(g.Corner[2]+strings.Repeat(g.Horizontal, w-2)+g.Corner[3]))
}
