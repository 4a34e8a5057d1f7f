package article

import (
	"cmp"
	"slices"
	"strings"

	"dateline/feeds"
	"dateline/ui/pane"
	"dateline/ui/theme"
	"dateline/ui/typeset"
)

const (
	minColumn = 28 // least cells of a column of sources
	maxColumn = 40 // cells; wider is not needed for a headline
	barCells  = 1  // before each column, for the mark of the version on show
	between   = 2  // cells between two columns
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
// is room, and returns the doors of each line. A story of one version has none.
func (p *Pane) sources(pg *typeset.Page) map[int][]door {
	if len(p.versions) < 2 {
		return nil
	}
	g := p.grid()
	pg.Column(g.margin, g.text)
	pg.Blank()
	pg.Say("Sources", p.th.Headline)
	pg.Say(p.tempo(), p.th.Meta)
	pg.Blank()
	pg.Column(g.left(), barCells+g.text)
	doors := g.set(pg, p)
	pg.Column(typeset.Measure(p.width, p.article))
	return doors
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
	margin, text := typeset.Measure(p.width, p.article)
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
func (g grid) set(pg *typeset.Page, p *Pane) map[int][]door {
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
	doors := map[int][]door{}
	for y := range height {
		painted, leads := g.line(p.th, columns, y)
		doors[len(pg.Lines())] = leads
		pg.Add(painted)
	}
	return doors
}

// line sets line y of all columns.
func (g grid) line(th theme.Theme, columns [][]cell, y int) (painted string, doors []door) {
	var out strings.Builder
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
			bar = th.Accent.Text(th.Glyphs.Bar)
		}
		if g.width > 0 {
			out.WriteString(bar + pane.FitLine(l.text, g.width))
		}
		if from := g.left() + i*(g.width+barCells+between); len(l.items) > 0 {
			doors = append(doors, door{from, from + barCells + g.width, l.items})
		}
	}
	return out.String(), doors
}

// side sets the sources of one affiliation one below the other.
func (g grid) side(p *Pane, s side) []cell {
	title := strings.ToUpper(string(cmp.Or(s.of, "affiliation not known")))
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
	pg := typeset.New(typeset.Options{Theme: p.th})
	pg.Column(0, g.width)
	pg.Say(e.about, p.th.Meta)
	pg.Say(e.title, p.th.Plain)
	shown := false
	for _, id := range e.items {
		shown = shown || p.shows(id)
	}
	out := make([]cell, len(pg.Lines()))
	for i, l := range pg.Lines() {
		out[i] = cell{l.Text, e.items, shown}
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
