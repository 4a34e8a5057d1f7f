package related

import (
	"strings"
	"time"

	"dateline/ui/pane"
)

// Resize gives the size of the inside of the pane. An entry under the cursor that
// can be seen stays in sight.
func (p *Pane) Resize(width, height int) {
	if width == p.width && height == p.height {
		return
	}
	sighted := p.sighted()
	p.width, p.height = width, height
	p.set()
	if sighted {
		p.follow()
	}
}

// Focus says whether keys go to this pane.
func (p *Pane) Focus(on bool) {
	if on != p.focused {
		p.focused = on
		p.set()
		p.follow()
	}
}

// View draws the rows in sight. Ages are told anew each minute.
func (p *Pane) View() string {
	if p.now().Sub(p.setAt) >= time.Minute {
		p.set()
	}
	var out strings.Builder
	for i := range p.height {
		if i > 0 {
			out.WriteByte('\n')
		}
		if p.top+i < len(p.rows) {
			out.WriteString(p.mark(p.rows[p.top+i]))
		}
	}
	return out.String()
}

// mark puts the selection bar before a row, and the selected colour under it.
func (p *Pane) mark(r row) string {
	switch {
	case p.width < 1 || r.text == "":
		return ""
	case r.entry == noEntry || r.entry != p.cursor:
		return " " + r.text
	case !p.focused:
		return p.th.Meta.Text(p.th.Glyphs.Bar) + r.text
	}
	return p.th.Accent.Text(p.th.Glyphs.Bar) + p.th.Selected.Over(r.text)
}

// follow brings the current entry into sight, with the heading if it is the
// lead of its group.
func (p *Pane) follow() {
	first, last := p.span()
	p.top = pane.Window(p.top, last, len(p.rows), p.height)
	p.top = pane.Window(p.top, first, len(p.rows), p.height)
}

// line returns the line of the view on which the current entry begins, also if
// it is out of sight.
func (p *Pane) line() int {
	first, _ := p.span()
	return first - p.top
}

// sighted says whether the current entry can be seen, if only in part.
func (p *Pane) sighted() bool {
	first, last := p.span()
	return first < p.top+p.height && last >= p.top
}

// span returns the first and the last row of the current entry.
func (p *Pane) span() (first, last int) {
	first = len(p.rows)
	for i, r := range p.rows {
		if r.entry == p.cursor {
			first, last = min(first, i), i
		}
	}
	if first > last {
		return 0, 0
	}
	for first > 0 && p.rows[first-1].entry == noEntry {
		first--
	}
	return first, last
}

// inSight counts the entries whose rows can be seen.
func (p *Pane) inSight() int {
	seen := map[int]bool{}
	for i := p.top; i < min(p.top+p.height, len(p.rows)); i++ {
		seen[p.rows[i].entry] = true
	}
	delete(seen, noEntry)
	return len(seen)
}
