package typeset

import (
	"strings"

	"github.com/clipperhouse/uax29/v2/graphemes"

	"dateline/ui/pane"
)

const (
	codeIndent = "  "
	tabStop    = 4 // cells from one tab stop to the next
)

// code sets the lines of a program or of figures as they are. What is too long
// goes on in the next line behind a mark, so that all of it can be read.
func (pg *Page) code(said string) {
	at := 0
	for l := range strings.SplitSeq(said, "\n") {
		pg.codeLine(literal(l, at))
		at += len(l) + len("\n")
	}
}

// codeLine sets one line of code.
func (pg *Page) codeLine(t *text) {
	first, rest := codeIndent, codeIndent+pg.th.Glyphs.Continued+" "
	if pg.column.width < minRoom {
		first, rest = "", ""
	}
	prefix := first
	for _, l := range chop(t.said.String(), pg.column.width-len(first), pg.column.width-pane.Width(rest)) {
		mark := pg.th.Meta.Text(prefix)
		pg.addText(pg.column.margin, func(f finds) string { return mark + t.marked(pg.th, l, f) }, t.place(l.Start))
		prefix = rest
	}
}

// literal returns a line that begins at a byte of the block with all its white
// space; tabs go to the next tab stop.
func literal(l string, at int) *text {
	t, used := &text{at: at}, 0
	for g := graphemes.FromString(l); g.Next(); {
		s := g.Value()
		if s == "\t" {
			s = strings.Repeat(" ", tabStop-used%tabStop)
		}
		t.write(s, style{}, t.at)
		t.at += len(g.Value())
		used += pane.Width(s)
	}
	return t
}

// chop parts s into lines between characters, behind a blank if one comes late
// enough: first cells to the first line, and rest to each of the others. A
// character wider than rest is left out.
func chop(s string, first, rest int) []pane.Line {
	var out []pane.Line
	room, used, start, end := first, 0, 0, 0
	blank, after := 0, 0 // behind the last blank of the line, and the cells since
	for g := graphemes.FromString(s); g.Next(); end = g.End() {
		w := pane.Width(g.Value())
		if w > rest {
			if end > start {
				out = append(out, pane.Line{Start: start, End: end})
			}
			room, used, start = rest, 0, g.End()
			continue
		}
		for used+w > room {
			if blank <= start || used-after < room/2 {
				blank, after = end, 0
			}
			out = append(out, pane.Line{Start: start, End: blank})
			room, used, start = rest, after, blank
		}
		used += w
		if after += w; g.Value() == " " {
			blank, after = g.End(), 0
		}
	}
	return append(out, pane.Line{Start: start, End: end})
}
