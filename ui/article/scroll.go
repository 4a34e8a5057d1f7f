package article

import (
	"slices"
	"strings"

	"dateline/ui/pane"
	"dateline/ui/typeset"
)

// start is the place of a reader who has not begun.
var start = typeset.Place{Block: typeset.Head}

// Resize gives the size of the inside of the pane.
func (p *Pane) Resize(width, height int) {
	same := width == p.width
	p.width, p.height = width, height
	if same {
		p.find()
		return
	}
	p.set()
}

// Focus does nothing: the text looks the same with and without the focus.
func (p *Pane) Focus(bool) {}

// View draws the lines in sight.
func (p *Pane) View() string {
	var out strings.Builder
	for i := range p.height {
		if i > 0 {
			out.WriteByte('\n')
		}
		if p.top+i < len(p.lines) {
			out.WriteString(p.lines[p.top+i].Text)
		}
	}
	return out.String()
}

// Click answers the mouse: a click on a source shows what it tells.
func (p *Pane) Click(x, y int) pane.Action {
	if i := p.top + y; y >= 0 && y < p.height && i < len(p.lines) {
		if id, ok := p.leads(x, p.lines[i]); ok {
			return pane.Show{Item: id}
		}
	}
	return pane.Handled{}
}

// Scroll moves the text by lines, down if positive.
func (p *Pane) Scroll(lines int) {
	it, ok := p.Item()
	if !ok || len(p.lines) == 0 {
		return
	}
	p.top = min(max(0, p.top+lines), p.lastTop())
	p.places[it.ID] = p.lines[p.top].Place
}

// lastTop is the top line when the end of the text is in sight.
func (p *Pane) lastTop() int { return max(0, len(p.lines)-max(1, p.height)) }

// set sets the page anew and goes back to where the reader was.
func (p *Pane) set() {
	p.lines = p.setting()
	p.find()
}

// find puts the line where the reader was on top: the last one that does not
// lie behind that place.
func (p *Pane) find() {
	it, _ := p.Item()
	at, ok := p.places[it.ID]
	if !ok {
		at = start
	}
	i, found := slices.BinarySearchFunc(p.lines, at, func(l line, at typeset.Place) int { return l.Place.Compare(at) })
	if !found {
		i--
	}
	p.top = min(max(0, i), p.lastTop())
}
