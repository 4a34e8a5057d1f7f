package typeset

import (
	"slices"
	"strings"
	"unicode"

	"dateline/ui/pane"
	"dateline/ui/theme"
)

const (
	gutter  = 2 // cells between two columns
	maxRows = 3 // lines of a cell; a table that needs more is set as records
)

// table sets rows as columns if that is easy to read, else one below the
// other. The first row is the head.
func (pg *Page) table(rows [][]string) {
	g := pg.grid(rows)
	if len(rows) < 2 || len(g.columns) < 2 || !g.fit(pg.column.width) {
		pg.records(rows)
		return
	}
	g.set(pg)
}

// grid is a table that is set in columns.
type grid struct {
	rows    []gridRow
	columns []gridColumn
	right   bool // the first column stands at the right
	airy    bool // a row takes several lines, so that blank ones part the rows
}

// gridRow is a row of cells that begins at bytes into the block.
type gridRow struct {
	at    int
	cells []*text
	lines [][]pane.Line // of each cell
}

// gridColumn is a column of a table, in cells.
type gridColumn struct {
	want    int // to set each of its cells in one line
	need    int // to split no word
	width   int // what it gets
	numbers bool
}

// grid takes the rows of a table.
func (pg *Page) grid(rows [][]string) *grid {
	g := &grid{right: mostFromRight(rows)}
	at := 0
	for n, r := range rows {
		row := gridRow{at: at}
		for i, said := range r {
			t := &text{at: at}
			t.add(said, style{strong: n == 0})
			row.cells = append(row.cells, t)
			at += len(said) + len("\t")
			if i == len(g.columns) {
				g.columns = append(g.columns, gridColumn{numbers: numeric(rows[1:], i)})
			}
			g.columns[i].measure(t.said.String())
		}
		if len(r) == 0 {
			at += len("\n")
		}
		g.rows = append(g.rows, row)
	}
	return g
}

// measure makes a column wide enough for a cell. Words of scripts without
// spaces may be split.
func (c *gridColumn) measure(said string) {
	c.want = max(c.want, pane.Width(said))
	for w := range strings.FieldsSeq(said) {
		n := pane.Width(w)
		if n > len([]rune(w)) {
			n = min(n, minRoom)
		}
		c.need = max(c.need, n)
	}
}

// fit shares width among the columns, breaks the cells into lines and says
// whether the table is easy to read like that.
func (g *grid) fit(width int) bool {
	if !g.share(width - gutter*(len(g.columns)-1)) {
		return false
	}
	for i := range g.rows {
		r := &g.rows[i]
		for n, c := range r.cells {
			lines := pane.Break(c.said.String(), g.columns[n].width)
			if len(lines) > maxRows {
				return false
			}
			r.lines = append(r.lines, lines)
			g.airy = g.airy || i > 0 && len(lines) > 1
		}
	}
	return true
}

// share shares width cells among the columns: each gets what it needs, and
// beyond that none gets more than another as long as that one wants more. It
// says whether there is enough.
func (g *grid) share(width int) bool {
	upTo := func(level int) (sum int) {
		for i := range g.columns {
			c := &g.columns[i]
			c.width = max(c.need, min(c.want, level))
			sum += c.width
		}
		return sum
	}
	if upTo(0) > width {
		return false
	}
	level := 0
	for step := width; step > 0; step /= 2 {
		for upTo(level+step) <= width && level < width {
			level += step
		}
	}
	left := width - upTo(level)
	for i := range g.columns {
		if c := &g.columns[i]; left > 0 && c.width == level && c.want > level {
			c.width++
			left--
		}
	}
	return true
}

// set sets the rows: the head, a rule, and the others.
func (g *grid) set(pg *Page) {
	total := gutter * (len(g.columns) - 1)
	for _, c := range g.columns {
		total += c.width
	}
	indent := pg.column.margin
	if g.right {
		indent += pg.column.width - total
	}
	for i, r := range g.rows {
		if i > 1 && g.airy {
			pg.add(0, "", r.at-1)
		}
		height := r.height()
		for y := range height {
			pg.addText(indent, func(f finds) string { return g.line(pg.th, r, y, f) }, r.at+y)
		}
		if i == 0 {
			pg.add(indent, pg.th.Frame.Text(strings.Repeat(pg.th.Glyphs.Rule, total)), r.at+height)
		}
	}
}

// height returns the lines that a row takes.
func (r gridRow) height() int {
	n := 1
	for _, l := range r.lines {
		n = max(n, len(l))
	}
	return n
}

// line sets line y of a row.
func (g *grid) line(th theme.Theme, r gridRow, y int, f finds) string {
	out := make([]string, len(g.columns))
	for i, c := range g.columns {
		painted, used := "", 0
		if i < len(r.cells) && y < len(r.lines[i]) {
			painted = r.cells[i].marked(th, r.lines[i][y], f)
			used = r.cells[i].cells(r.lines[i][y])
		}
		fill := strings.Repeat(" ", c.width-used)
		if out[i] = painted + fill; c.numbers || g.right {
			out[i] = fill + painted
		}
	}
	if g.right {
		slices.Reverse(out)
	}
	return strings.Join(out, strings.Repeat(" ", gutter))
}

// numeric says whether column i holds numbers only.
func numeric(rows [][]string, i int) bool {
	found := false
	for _, r := range rows {
		if i >= len(r) {
			continue
		}
		if strings.ContainsFunc(r[i], unicode.IsLetter) {
			return false
		}
		found = found || strings.ContainsFunc(r[i], unicode.IsDigit)
	}
	return found
}

// mostFromRight says whether most cells with letters run from right to left.
func mostFromRight(rows [][]string) bool {
	n := 0
	for _, r := range rows {
		for _, said := range r {
			switch {
			case fromRight(said):
				n++
			case strings.ContainsFunc(said, unicode.IsLetter):
				n--
			}
		}
	}
	return n > 0
}

// records sets each row as lines "head: cell". A table of one row has no head.
func (pg *Page) records(rows [][]string) {
	var head []string
	at := 0
	for n, r := range rows {
		if n == 0 && len(rows) > 1 {
			head = r
			at += len(strings.Join(r, "\t")) + len("\n")
			continue
		}
		if n > 1 {
			pg.add(0, "", at-1)
		}
		for i, said := range r {
			t := &text{at: at}
			if i < len(head) && head[i] != "" {
				t.note(head[i]+": ", style{strong: true})
			}
			t.add(said, style{})
			pg.put(t, hang{keep: true})
			at += len(said) + len("\t")
		}
	}
}
