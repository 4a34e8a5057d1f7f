package article

import (
	"cmp"
	"strings"

	"dateline/feeds"
	"dateline/ui/pane"
)

const (
	minColumn = 28 // least cells of a column of sources
	maxColumn = 40 // cells; wider is not needed for a headline
	barCells  = 1  // before each column, for the mark of the version on show
)

// door is a stretch of a line that leads to versions, in cells.
type door struct {
	from, to int
	items    []feeds.ItemID
}

// cell is a line of one column.
type cell struct {
	text  string // painted
	items []feeds.ItemID
	shown bool // the version on show is among items
}

// sources sets who tells the story: affiliations beside each other where there
// is room. A story of one version has none.
func (p *Pane) sources(pg *page) {
	if len(p.versions) < 2 {
		return
	}
	pg.block, pg.from = len(p.article.Blocks), len(pg.lines)
	pg.blank()
	pg.say("Sources", pg.th.Headline)
	pg.say(p.tempo(), pg.th.Meta)
	g := p.grid()
	for from := 0; from < len(p.columns); from += g.columns {
		pg.blank()
		g.row(pg, p.columns[from:min(from+g.columns, len(p.columns))], p)
	}
}

// grid is where columns of sources stand.
type grid struct {
	columns int // beside each other
	margin  int
	width   int // of each column, without its bar
}

// grid returns as many columns as fit. They stand in the measure of the text;
// a third one may make them wider.
func (p *Pane) grid() grid {
	margin, text := measure(p.width)
	n := len(p.columns)
	columns := beside(text, n)
	if wide := p.width - 2*barCells; beside(wide, n) > columns {
		columns = beside(wide, n)
		text = max(text, min(wide, columns*(barCells+maxColumn+between)))
		margin = (p.width - text) / 2
	}
	room := min(text+barCells, p.width)
	return grid{
		columns: columns, margin: max(0, margin-barCells),
		width: max(0, (room-between*(columns-1))/columns-barCells),
	}
}

// beside returns how many of n columns stand beside each other in width, none
// much longer a row than the other.
func beside(width, n int) int {
	fit := max(1, min(n, (width+barCells+between)/(barCells+minColumn+between)))
	rows := (n + fit - 1) / fit
	return (n + rows - 1) / rows
}

// row sets columns beside each other.
func (g grid) row(pg *page, columns []column, p *Pane) {
	set := make([][]cell, len(columns))
	height := 0
	for i, c := range columns {
		set[i] = g.column(p, c)
		height = max(height, len(set[i]))
	}
	margin := pg.margin
	pg.margin = strings.Repeat(" ", g.margin)
	for y := range height {
		g.line(pg, set, y)
	}
	pg.margin = margin
}

// line sets line y of all columns.
func (g grid) line(pg *page, columns [][]cell, y int) {
	var out strings.Builder
	var doors []door
	for i, c := range columns {
		if i > 0 {
			out.WriteString(strings.Repeat(" ", between))
		}
		var l cell
		if y < len(c) {
			l = c[y]
		}
		bar := " "
		if l.shown {
			bar = pg.th.Accent.Text(pg.th.Glyphs.Bar)
		}
		if g.width > 0 {
			out.WriteString(bar + pane.FitLine(l.text, g.width))
		}
		if from := g.margin + i*(g.width+barCells+between); len(l.items) > 0 {
			doors = append(doors, door{from, from + barCells + g.width, l.items})
		}
	}
	pg.add(out.String(), 0)
	pg.lines[len(pg.lines)-1].doors = doors
}

// column sets the sources of one affiliation one below the other.
func (g grid) column(p *Pane, c column) []cell {
	side := strings.ToUpper(string(cmp.Or(c.side, "not known")))
	out := []cell{{text: p.th.Strong.Text(pane.Cut(side, g.width, p.th.Glyphs.Ellipsis))}}
	for i, s := range c.sources {
		if i > 0 {
			out = append(out, cell{})
		}
		for _, e := range s.entries {
			out = append(out, g.entry(p, e)...)
		}
	}
	return out
}

// entry sets one entry of a source.
func (g grid) entry(p *Pane, e entry) []cell {
	pg := &page{th: p.th, width: g.width, from: inBody}
	pg.say(e.about, p.th.Meta)
	pg.say(e.title, p.th.Plain)
	shown := false
	for _, id := range e.items {
		shown = shown || p.shows(id)
	}
	out := make([]cell, len(pg.lines))
	for i, l := range pg.lines {
		out[i] = cell{l.text, e.items, shown}
	}
	return out
}

// leads returns the version to which a click on a cell leads: of several the one
// after that on show.
func (p *Pane) leads(x int, l line) (feeds.ItemID, bool) {
	for _, d := range l.doors {
		if x < d.from || x >= d.to {
			continue
		}
		for i, id := range d.items {
			if p.shows(id) {
				return d.items[(i+1)%len(d.items)], true
			}
		}
		return d.items[0], true
	}
	return 0, false
}
