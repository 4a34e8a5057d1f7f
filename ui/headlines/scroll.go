package headlines

// Rows differ in height, so what is in sight is counted in lines. Every loop
// here looks at no more rows than fit or are scrolled, however long the list.

// higher is what was in sight before the pane was made lower.
type higher struct{ height, top, cursor, lowTop int }

// move puts the cursor on row to, or as near as there are rows, and brings it
// into sight.
func (p *Pane) move(to int) {
	p.cursor = max(0, min(to, len(p.rows)-1))
	p.follow()
}

// Scroll moves the view by about that many lines, down if positive, and whole
// rows. The cursor stays where it is.
func (p *Pane) Scroll(lines int) {
	down, up := lines, -lines
	for ; down > 0 && p.top < len(p.rows)-1; p.top++ {
		down -= p.rowHeight(p.top)
	}
	for ; up > 0 && p.top > 0; p.top-- {
		up -= p.rowHeight(p.top - 1)
	}
	p.fill()
}

// steady makes a change after which the reader looks at the same place: the
// cursor stays on its line if it is in sight, else the view stays.
func (p *Pane) steady(change func()) {
	line, seen := p.cursorLine()
	change()
	p.cursor = max(0, min(p.cursor, len(p.rows)-1))
	p.top = max(0, min(p.top, len(p.rows)-1))
	if seen {
		p.top = p.rowAbove(p.cursor, line)
		p.follow()
	}
	p.fill()
}

// cursorLine returns on which line below the first in sight the row under the
// cursor begins, and whether it is in sight. Before there is anything to see,
// it counts as in sight.
func (p *Pane) cursorLine() (line int, seen bool) {
	for i := p.top; i < len(p.rows) && line < p.room(); i++ {
		if i == p.cursor {
			return line, true
		}
		line += p.rowHeight(i)
	}
	return 0, len(p.rows) == 0 || p.room() <= 0
}

// follow scrolls as little as needed to have the whole row under the cursor in
// sight, if it fits.
func (p *Pane) follow() {
	if len(p.rows) == 0 {
		p.top = 0
		return
	}
	lowest := p.rowAbove(p.cursor, p.room()-p.rowHeight(p.cursor))
	p.top = max(min(p.top, p.cursor), lowest)
	p.fill()
}

// fill keeps the view from ending below the last row.
func (p *Pane) fill() {
	if n := len(p.rows); n-p.top < p.room() {
		p.top = min(p.top, p.rowAbove(n, p.room()))
	}
}

// rowAbove returns the first row that begins at most that many lines above
// row i, or i itself.
func (p *Pane) rowAbove(i, lines int) int {
	for i > 0 {
		if lines -= p.rowHeight(i - 1); lines < 0 {
			break
		}
		i--
	}
	return max(0, min(i, len(p.rows)-1))
}

// rowAt returns the row on a line counted from the first row in sight.
func (p *Pane) rowAt(line int) (int, bool) {
	if line < 0 || line >= p.room() {
		return 0, false
	}
	for i := p.top; i < len(p.rows); i++ {
		if line -= p.rowHeight(i); line < 0 {
			return i, true
		}
	}
	return 0, false
}

// fits counts the whole rows in sight, at least 1.
func (p *Pane) fits() int {
	lines := p.room()
	for i := p.top; i < len(p.rows); i++ {
		if lines -= p.rowHeight(i); lines < 0 {
			return max(1, i-p.top)
		}
	}
	return max(1, len(p.rows)-p.top)
}
