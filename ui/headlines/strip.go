package headlines

import (
	"fmt"

	"dateline/feeds"
	"dateline/ui/pane"
	"dateline/ui/theme"
)

// Place is a filter at hand: a region on one of the keys 1 to 9, or all of
// them.
type Place struct {
	Command string // of ui, that filters by it
	Key     string
	Code    string // three letters
	Hue     theme.Hue
	On      bool // it is the filter in force
	Unread  int
	Hours   feeds.Activity
}

// strip is the places above the list, drawn for one size.
type strip struct {
	lines []string
	spots []spot
}

// spot is where a place can be clicked, in cells and lines.
type spot struct{ place, x, y, w, h int }

const (
	stripFrom  = 8  // lines of the list below which it has no strip
	stripPart  = 7  // one line in so many may be the strip's, apart from its first
	dayHours   = 24 // hours that a sparkline shows
	countCells = 3
	calmest    = 4 // stories of a cell below which no sparkline has its peak: one story is no eruption
)

// form is a way to set the strip: in how many rows, with the hours below each
// place or without.
type form struct {
	rows  int
	hours bool
}

func (f form) lines() int {
	if f.hours {
		return 2 * f.rows
	}
	return f.rows
}

// forms are in the order of preference; the first one that has room is taken.
// If none has, the strip is one line of codes.
var forms = []form{{1, true}, {2, true}, {1, false}, {2, false}}

func (p *Pane) stripHeight() int { return len(p.strip.lines) }

// setStrip draws the strip for the size.
func (p *Pane) setStrip() {
	p.strip = strip{}
	if len(p.places) == 0 || p.height < stripFrom {
		return
	}
	cell := p.cellLeast()
	for _, f := range forms {
		columns := (len(p.places) + f.rows - 1) / f.rows
		pitch := p.width / columns // a blank and the cell
		if pitch > cell && f.lines() <= p.height/stripPart {
			p.setGrid(f, columns, pitch)
			return
		}
	}
	p.setCodes()
}

// cellLeast is the fewest cells in which every place has its key, its code and
// its count, and a sparkline of three hours a cell.
func (p *Pane) cellLeast() int {
	n := dayHours / 3
	for _, pl := range p.places {
		n = max(n, pane.Width(pl.Key+pl.Code)+1+countCells)
	}
	return n
}

// setGrid sets the places in rows and columns.
func (p *Pane) setGrid(f form, columns, pitch int) {
	for from := 0; from < len(p.places); from += columns {
		rows := make([]string, f.lines()/f.rows)
		for i := from; i < min(from+columns, len(p.places)); i++ {
			p.strip.spots = append(p.strip.spots, spot{i, (i - from) * pitch, len(p.strip.lines), pitch, len(rows)})
			for j, l := range p.cell(p.places[i], f.hours, pitch-1) {
				rows[j] += pane.FitLine(" "+l, pitch)
			}
		}
		for _, r := range rows {
			p.strip.lines = append(p.strip.lines, pane.FitLine(r, p.width))
		}
	}
}

// cell draws a place: key and code, its count at the right end, where it can
// grow without moving anything, and below them its hours.
func (p *Pane) cell(pl Place, hours bool, room int) []string {
	cells, each := sparkCells(room)
	width := p.cellLeast()
	if hours {
		width = max(width, cells)
	}
	count := fmt.Sprintf("%*s", max(0, width-pane.Width(pl.Key+pl.Code)), short(pl.Unread))
	head := p.th.Meta.Text(pl.Key) + p.paint(pl).Text(pl.Code) + p.th.Meta.Text(count)
	if !hours {
		return []string{head}
	}
	a := pl.Hours.Cells(cells, each)
	return []string{head, p.paint(pl).Text(pane.Spark(p.th.Glyphs, a, max(calmest, pane.Most(a))))}
}

// sparkCells returns how many cells a sparkline of a day has in the given
// room, and how many hours are put together in each.
func sparkCells(room int) (cells, each int) {
	for _, each = range []int{1, 2} {
		if dayHours/each <= room {
			return dayHours / each, each
		}
	}
	return dayHours / 3, 3
}

// short writes a count in at most countCells cells.
func short(n int) string {
	if n < 1000 {
		return fmt.Sprint(n)
	}
	return fmt.Sprintf("%dk", min(99, n/1000))
}

func (p *Pane) paint(pl Place) theme.Paint {
	switch {
	case pl.On:
		return p.th.Accent
	case pl.Hue == theme.NoHue:
		return p.th.Meta
	default:
		return p.th.Chip(pl.Hue)
	}
}

// setCodes sets keys and codes alone in one line: if not all fit, as many as
// do before the last one.
func (p *Pane) setCodes() {
	last := len(p.places) - 1
	width := func(i int) int { return 1 + pane.Width(p.places[i].Key+p.places[i].Code) }
	room, all := p.width-width(last), 0
	for i := range last {
		all += width(i)
	}
	cut := all > room
	if cut {
		room -= 1 + pane.Width(p.th.Glyphs.Ellipsis)
	}
	line, x := "", 0
	set := func(i int) {
		p.strip.spots = append(p.strip.spots, spot{i, x, 0, width(i), 1})
		x += width(i)
		line += " " + p.th.Meta.Text(p.places[i].Key) + p.paint(p.places[i]).Text(p.places[i].Code)
	}
	for i := 0; i < last && x+width(i) <= room; i++ {
		set(i)
	}
	if cut {
		more := " " + p.th.Glyphs.Ellipsis
		line += p.th.Meta.Text(more)
		x += pane.Width(more)
	}
	set(last)
	p.strip.lines = []string{pane.FitLine(line, p.width)}
}

// click answers a click on the strip.
func (s strip) click(places []Place, x, y int) pane.Action {
	for _, o := range s.spots {
		if x >= o.x && x < o.x+o.w && y >= o.y && y < o.y+o.h {
			return pane.Run{Command: places[o.place].Command}
		}
	}
	return pane.Handled{}
}
