package article

import (
	"cmp"
	"slices"
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
	g := p.grid()
	margin, width := pg.margin, pg.width
	defer func() { pg.margin, pg.width = margin, width }()
	pg.block, pg.from = len(p.article.Blocks), len(pg.lines)
	pg.margin, pg.width = strings.Repeat(" ", g.margin), g.text
	pg.blank()
	pg.say("Sources", pg.th.Headline)
	pg.say(p.tempo(), pg.th.Meta)
	pg.blank()
	pg.margin = strings.Repeat(" ", g.left())
	g.set(pg, p)
}

// grid is where columns of sources stand.
type grid struct {
	columns int // beside each other
	width   int // of each column, without its bar
	margin  int // before the text of the first column
	text    int // from there to the end of the last
}

// left returns the cells before the bar of the first column.
func (g grid) left() int { return max(0, g.margin-barCells) }

// grid returns as many columns as fit. They stand in the measure of the text;
// a third one may make them wider.
func (p *Pane) grid() grid {
	margin, text := measure(p.width)
	n := len(p.sides)
	columns := beside(text, n)
	if wide := p.width - 2*barCells; beside(wide, n) > columns {
		columns = beside(wide, n)
		text = max(text, min(wide, columns*(barCells+maxColumn+between)))
		margin = (p.width - text) / 2
	}
	room := min(text+barCells, p.width)
	width := max(0, (room-between*(columns-1))/columns-barCells)
	return grid{columns: columns, width: width, margin: margin, text: text}
}

// beside returns how many of n columns stand beside each other in width.
func beside(width, n int) int {
	return max(1, min(n, (width+barCells+between)/(barCells+minColumn+between)))
}

// stacks deals sides to columns. Those of state have the last one for
// themselves if there are others, so that they stand beside these.
func (g grid) stacks(sides []side) [][]side {
	state := slices.IndexFunc(sides, func(s side) bool { return s.of.OfState() })
	if state < 1 || g.columns < 2 {
		return deal(sides, g.columns)
	}
	last := max(1, g.columns-state)
	return append(deal(sides[:state], g.columns-last), deal(sides[state:], last)...)
}

// deal puts sides into n stacks in their order.
func deal(sides []side, n int) [][]side {
	out := make([][]side, n)
	for i, s := range sides {
		at := i * n / len(sides)
		out[at] = append(out[at], s)
	}
	return out
}

// set sets the sides of the story in columns.
func (g grid) set(pg *page, p *Pane) {
	var columns [][]cell
	height := 0
	for _, stack := range g.stacks(p.sides) {
		var c []cell
		for i, s := range stack {
			if i > 0 {
				c = append(c, cell{})
			}
			c = append(c, g.side(p, s)...)
		}
		columns = append(columns, c)
		height = max(height, len(c))
	}
	for y := range height {
		g.line(pg, columns, y)
	}
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
		if from := g.left() + i*(g.width+barCells+between); len(l.items) > 0 {
			doors = append(doors, door{from, from + barCells + g.width, l.items})
		}
	}
	pg.add(out.String(), 0)
	pg.lines[len(pg.lines)-1].doors = doors
}

// side sets the sources of one affiliation one below the other.
func (g grid) side(p *Pane, s side) []cell {
	title := strings.ToUpper(string(cmp.Or(s.of, "not known")))
	out := []cell{{text: p.th.Strong.Text(pane.Cut(title, g.width, p.th.Glyphs.Ellipsis))}}
	for i, src := range s.sources {
		if i > 0 {
			out = append(out, cell{})
		}
		for _, e := range src.entries {
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
