package pane

import "dateline/ui/theme"

// List is a cursor on rows of one height, and the window of rows in sight.
// Keys move the cursor and bring it into sight; the wheel moves the window
// alone. Overlays that list something are built on it.
type List struct {
	at, top     int
	count, page int
}

// At returns the row under the cursor; false if there are no rows.
func (l *List) At() (int, bool) { return l.at, l.count > 0 }

// On says whether the cursor is on row i.
func (l *List) On(i int) bool { return l.count > 0 && l.at == i }

// Window returns the rows in sight: from the first one up to, not including,
// the second.
func (l *List) Window() (from, to int) { return l.top, max(l.top, min(l.top+l.page, l.count)) }

// Row returns the row that stands y rows below the top of the window.
func (l *List) Row(y int) (int, bool) {
	i := l.top + y
	return i, y >= 0 && y < l.page && i < l.count
}

// Size says how many rows there are, and how many the window holds.
func (l *List) Size(count, page int) {
	follows := l.inSight()
	l.count, l.page = max(0, count), max(0, page)
	l.at = max(0, min(l.at, l.count-1))
	l.Scroll(0)
	if follows {
		l.Go(l.at)
	}
}

// Refill says that there are now count rows, and that what was under the
// cursor stands at row at. In sight, it stays on its line of the screen.
func (l *List) Refill(count, at int) {
	if l.inSight() {
		l.top += at - l.at
	}
	l.at = at
	l.Size(count, l.page)
}

// Go puts the cursor on row i, or as near as there are rows.
func (l *List) Go(i int) {
	l.at = max(0, min(i, l.count-1))
	if l.page > 0 {
		l.top = Window(l.top, l.at, l.count, l.page)
	}
}

// Press moves the cursor by the move key of that name and says whether it is
// one.
func (l *List) Press(name string) bool {
	to, ok := Move(name, l.at, l.count, l.page)
	if ok {
		l.Go(to)
	}
	return ok
}

// Scroll moves the window by rows, down if positive; the cursor stays.
func (l *List) Scroll(rows int) { l.top = max(0, min(l.top+rows, l.count-l.page)) }

// inSight says whether the window holds the cursor, or has no size yet.
func (l *List) inSight() bool { return l.page == 0 || l.top <= l.at && l.at < l.top+l.page }

// Mark returns a painted line in width cells, its first one for the selection
// bar: blank if the line is not selected, faint if its pane has no focus.
func Mark(th theme.Theme, line string, width int, selected, focused bool) string {
	switch line = FitLine(line, width-1); {
	case width < 1:
		return ""
	case !selected:
		return " " + line
	case !focused:
		return th.Meta.Text(th.Glyphs.Bar) + line
	}
	return th.Accent.Text(th.Glyphs.Bar) + th.Selected.Over(line)
}
