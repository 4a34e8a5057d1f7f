package typeset

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/clipperhouse/uax29/v2/graphemes"

	"dateline/ui/pane"
	"dateline/ui/theme"
)

// hang says how a text is set.
type hang struct {
	first, rest string // what stands before the first line and before the others, equally wide
	out         int    // the cells of these that stand in the margin
	paint       theme.Paint
	even        bool // of several lines all are of like length
	keep        bool // a quotation mark at the start stays in the column
	side        side
}

// side is where lines of a text begin.
type side int

const (
	ownSide side = iota // where its first letter says
	atRight
)

func (s side) right(said string) bool { return s == atRight || fromRight(said) }

// off returns what stands between a number and a text. One blank away from a
// text that runs from the right, the number would be turned as a part of it.
func (s side) off() string {
	if s == atRight {
		return "  "
	}
	return " "
}

// sideOf returns the side of a text, for what goes with it.
func sideOf(said string) side {
	if fromRight(said) {
		return atRight
	}
	return ownSide
}

// minRoom is the least width of text, in cells, that is worth a prefix.
const minRoom = 8

// holds says whether there is room for text beside a prefix.
func (pg *Page) holds(prefix string) bool {
	return pg.column.width-pane.Width(prefix) >= minRoom
}

// put sets a text into lines of the page. Text that runs from right to left
// keeps its order, which is the terminal's to turn, and stands at the right.
func (pg *Page) put(t *text, h hang) {
	said := t.said.String()
	right := h.side.right(said)
	room := pg.column.width + h.out - pane.Width(h.first)
	if !pg.holds(h.first) {
		h, room = hang{paint: h.paint, even: h.even, side: h.side}, pg.column.width
	}
	quote := pg.quote(said, h, right)
	for i, l := range lay(said, quote.bytes, room, h.even) {
		row := setRow{at: t.place(l.Start), prefix: h.rest, out: h.out}
		if i == 0 {
			row.prefix, row.hung = h.first, quote.cells
		}
		row.said = func(f finds) string { return h.paint.Over(t.marked(pg.th, l, f)) }
		row.slack = room - t.cells(l) + row.hung
		pg.place(row, right)
	}
}

// setRow is a line of a text before it has its place.
type setRow struct {
	prefix string
	said   func(finds) string // painted
	out    int                // cells of the prefix in the margin
	hung   int                // cells of the text that stand where the prefix or the margin is
	slack  int                // cells of the column that are left
	at     int                // bytes into the block
}

// unmarked is what a row says in which nothing is looked for.
func unmarked(painted string) func(finds) string { return func(finds) string { return painted } }

// place adds a row, from the left or mirrored from the right.
func (pg *Page) place(r setRow, right bool) {
	bare := strings.TrimRight(r.prefix, " ")
	kept := max(len(bare), len(r.prefix)-r.hung)
	beyond := r.hung - (len(r.prefix) - kept) // in the margin
	prefix := r.prefix[:kept]
	if right {
		prefix = pg.th.Meta.Text(mirrored(prefix))
		pg.addText(pg.column.margin+r.slack, func(f finds) string { return r.said(f) + prefix }, r.at)
		return
	}
	prefix = pg.th.Meta.Text(prefix)
	pg.addText(pg.column.margin-r.out-beyond, func(f finds) string { return prefix + r.said(f) }, r.at)
}

// lay breaks text into lines of room cells; of the first line some bytes stand
// before the room. If even is set, they are as long as each other as far as
// that takes no more lines.
func lay(said string, hung, room int, even bool) []pane.Line {
	lines := pane.Break(said[hung:], room)
	if even && len(lines) > 1 {
		n := len(lines)
		for low := max(room/2, minRoom); low < room; {
			mid := (low + room) / 2
			if narrow := pane.Break(said[hung:], mid); len(narrow) <= n {
				room, lines = mid, narrow
			} else {
				low = mid + 1
			}
		}
	}
	for i := range lines {
		lines[i].Start += hung
		lines[i].End += hung
	}
	if hung > 0 && len(lines) > 0 {
		lines[0].Start = 0
	}
	return lines
}

// hung is what stands outside of the column.
type hung struct{ bytes, cells int }

// quote returns the quotation marks at the start of a text that hang where the
// prefix is blank, or else in the margin.
func (pg *Page) quote(said string, h hang, right bool) hung {
	room := len(h.first) - len(strings.TrimRight(h.first, " "))
	if h.first == "" {
		room = pg.column.margin - 1
		if right {
			room = pg.column.right - 1
		}
	}
	var q hung
	for g := graphemes.FromString(said); !h.keep && g.Next(); {
		r, n := utf8.DecodeRuneInString(g.Value())
		w := pane.Width(g.Value())
		open := unicode.Is(unicode.Quotation_Mark, r) || q.bytes > 0 && unicode.IsSpace(r)
		if !open || n < len(g.Value()) || q.cells+w > room || g.End() == len(said) {
			break
		}
		q = hung{bytes: g.End(), cells: q.cells + w}
	}
	if strings.HasPrefix(said[q.bytes:], " ") {
		return hung{} // the space that belongs to a mark has no room
	}
	return q
}

// mirrored returns a prefix as it stands on the right: its spaces and the full
// stop of a number change sides.
func mirrored(prefix string) string {
	mark := strings.TrimLeft(prefix, " ")
	before := prefix[:len(prefix)-len(mark)]
	mark = strings.TrimRight(mark, " ")
	after := prefix[len(before)+len(mark):]
	if number, numbered := strings.CutSuffix(mark, "."); numbered {
		mark = "." + number
	}
	return after + mark + before
}

// rightToLeft are the scripts in use that run from right to left.
var rightToLeft = []*unicode.RangeTable{
	unicode.Arabic, unicode.Hebrew, unicode.Syriac, unicode.Thaana, unicode.Nko, unicode.Adlam, unicode.Hanifi_Rohingya,
}

// fromRight says whether the first letter of s runs from right to left.
func fromRight(s string) bool {
	for _, r := range s {
		if unicode.IsLetter(r) {
			return unicode.In(r, rightToLeft...)
		}
	}
	return false
}
