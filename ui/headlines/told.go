package headlines

import (
	"fmt"
	"slices"

	"dateline/ui/pane"
)

// The cells of a headline beside which a dense row has room for more.
const (
	newsFrom  = 8  // what came since it was read
	countFrom = 24 // how many sources tell it
	whyFrom   = 40 // why it stands here
)

// news words what came since the story was read: "+2".
func news(r *Row) string {
	if r.News == 0 {
		return ""
	}
	return fmt.Sprintf("+%d", r.News)
}

// told words a story's coverage in at most room cells, painted. What does not
// fit is left out from the last part on, so the weightiest stand first:
//
//	what came since it was read   +2 new
//	how many tell it, or who      4 src; in the rising order why it stands here
//	when its headline changed     changed 14:02
//	agencies                      AFP ×3
//	those of state                2 state
//	countries                     CN RU
//	areas
func (p *Pane) told(r *Row, room int) string {
	parts := slices.Clone(r.Coverage)
	switch {
	case r.Why == "":
	case r.Sources > 1 && len(parts) > 0:
		parts[0] = Part{r.Why} // it counts them too
	default:
		parts = slices.Insert(parts, 0, Part{r.Why})
	}
	if !r.Changed.IsZero() {
		parts = slices.Insert(parts, min(1, len(parts)), Part{"changed " + pane.Clock(r.Changed, p.now())})
	}
	if r.News == 0 {
		return p.th.Meta.Text(p.fitted(parts, r.Areas, room))
	}
	begin, rest := pane.Cut(news(r)+" new", room, p.th.Glyphs.Ellipsis), ""
	if len(parts) > 0 {
		between := " " + p.th.Glyphs.Dot + " "
		rest = between + p.fitted(parts, r.Areas, room-pane.Width(begin+between))
	}
	return p.th.Accent.Text(begin) + p.th.Meta.Text(pane.Cut(rest, room-pane.Width(begin), ""))
}

// fitted joins as many pieces of parts as fit into room cells. Areas follow if
// there is room; that they are left out is not said.
func (p *Pane) fitted(parts []Part, areas []string, room int) string {
	g := p.th.Glyphs
	text, short := "", "" // what fits, and what fits with the sign that more is left out
	for _, part := range parts {
		between := " " + g.Dot + " "
		for _, piece := range part {
			if text == "" {
				between = ""
			}
			if more := text + between + g.Ellipsis; text == "" || pane.Width(more) <= room {
				short = more
			}
			text += between + piece
			if pane.Width(text) > room {
				return p.cutPiece(short, text, room)
			}
			between = " "
		}
	}
	for _, area := range areas {
		if more := pane.Dotted(g, text, area); pane.Width(more) <= room {
			text = more
		}
	}
	return text
}

// cutPiece ends a text that is too long in its whole pieces; a first piece that
// is too long by itself is cut.
func (p *Pane) cutPiece(short, text string, room int) string {
	if short == p.th.Glyphs.Ellipsis {
		return pane.Cut(text, room, p.th.Glyphs.Ellipsis)
	}
	return short
}

// end sets what stands at the right end of a dense row of room cells, painted.
func (p *Pane) end(r *Row, room int) string {
	count := ""
	switch {
	case room <= countFrom:
	case r.Moved:
		count = " merged"
	case r.Why != "" && room-pane.Width(r.Why) > whyFrom:
		count = " " + r.Why
	case r.Sources > 1:
		count = fmt.Sprintf(" %d src", r.Sources)
	}
	end := p.th.Meta.Text(count)
	if r.News > 0 && room > newsFrom {
		end = " " + p.th.Accent.Text(news(r)) + end
	}
	return end
}
