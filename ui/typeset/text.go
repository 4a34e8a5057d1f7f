package typeset

import (
	"fmt"
	"slices"
	"strings"
	"unicode"

	"dateline/feeds"
	"dateline/ui/pane"
	"dateline/ui/theme"
)

// style is how a stretch of text looks.
type style struct{ strong, emph, link, note bool }

func (s style) paint(th theme.Theme, words string) string {
	switch {
	case s.link:
		words = th.Link.Text(words)
	case s.note:
		words = th.Meta.Text(words)
	case s.emph:
		words = th.Emph.Text(words)
	default:
		words = th.Plain.Text(words)
	}
	if s.strong {
		words = th.Strong.Over(words)
	}
	return words
}

// text is what a block says as one string, its white space made single
// spaces, with the styles of its stretches.
type text struct {
	plain string
	runs  []run
	gap   bool // white space has come since the last character
}

// run is a stretch of one style that ends at a byte of the plain text.
type run struct {
	end   int
	style style
}

func plain(s string) text {
	var t text
	t.add(s, style{})
	return t
}

// add appends s in a style. White space at its edges is in no style, so that
// a link is not underlined there.
func (t *text) add(s string, st style) {
	var out strings.Builder
	out.WriteString(t.plain)
	for _, r := range s {
		if unicode.IsSpace(r) {
			t.gap = true
			continue
		}
		if t.gap && out.Len() > 0 {
			edge := out.Len() == len(t.plain)
			out.WriteByte(' ')
			if edge {
				t.runs = append(t.runs, run{end: out.Len()})
			}
		}
		t.gap = false
		out.WriteRune(r)
	}
	t.plain = out.String()
	t.runs = append(t.runs, run{len(t.plain), st})
}

// painted returns a stretch of the text with its styles. Every style that is
// opened in it also ends in it.
func (t *text) painted(th theme.Theme, l pane.Line) string {
	i, _ := slices.BinarySearchFunc(t.runs, l.Start+1, func(r run, at int) int { return r.end - at })
	var out strings.Builder
	for at := l.Start; at < l.End; i++ {
		end := min(t.runs[i].end, l.End)
		out.WriteString(t.runs[i].style.paint(th, t.plain[at:end]))
		at = end
	}
	return out.String()
}

// compose joins the spans of a block; each link is followed by its number.
func (pg *Page) compose(spans []feeds.Span) text {
	var t text
	for i, s := range spans {
		t.add(s.Plain(), style{strong: s.Strong, emph: s.Emph, link: s.Link != ""})
		if s.Link != "" && (i+1 == len(spans) || spans[i+1].Link != s.Link) {
			t.add(pg.number(s.Link), style{note: true})
		}
	}
	return t
}

func (pg *Page) number(address string) string {
	if n := pg.links[address]; n > 0 {
		return fmt.Sprintf("[%d]", n)
	}
	return ""
}

// hang says how a text is set: what stands before its first line and before
// the others, equally wide, and a paint that lies under all of it.
type hang struct {
	first, rest string
	paint       theme.Paint
}

// minRoom is the least width of text, in cells, that is worth a prefix.
const minRoom = 8

// put sets a text into lines of the page. Text that runs from right to left
// keeps its order, which is the terminal's to turn, and stands at the right.
func (pg *Page) put(t text, h hang) {
	if pg.width-pane.Width(h.first) < minRoom {
		h.first, h.rest = "", ""
	}
	room, prefix, right := pg.width-pane.Width(h.first), h.first, fromRight(t.plain)
	for _, l := range pane.Break(t.plain, room) {
		said := h.paint.Over(t.painted(pg.th, l))
		if right {
			slack := room - pane.Width(t.plain[l.Start:l.End])
			pg.add(strings.Repeat(" ", slack)+said+pg.th.Meta.Text(mirrored(prefix)), l.Start)
		} else {
			pg.add(pg.th.Meta.Text(prefix)+said, l.Start)
		}
		prefix = h.rest
	}
}

// mirrored returns a prefix as it stands on the right: its spaces change
// sides.
func mirrored(prefix string) string {
	mark := strings.TrimLeft(prefix, " ")
	before := prefix[:len(prefix)-len(mark)]
	mark = strings.TrimRight(mark, " ")
	return prefix[len(before)+len(mark):] + mark + before
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
