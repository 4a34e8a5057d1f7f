package article

import (
	"strings"

	"dateline/ui/pane"
)

// Resize gives the size of the inside of the pane.
func (p *Pane) Resize(width, height int) {
	same := width == p.width && p.low() == (height < low)
	p.width, p.height = width, height
	if same {
		p.find()
		return
	}
	p.set()
}

// low says whether the pane has few lines.
func (p *Pane) low() bool { return p.height < low }

// Focus says whether the reader reads here: only then is it kept how far they
// come, and words to find are typed. The text looks the same with and without.
func (p *Pane) Focus(on bool) {
	p.focused = on
	if !on && p.Typing() {
		p.enterFind()
	}
}

// rows returns how many lines of the text are in sight.
func (p *Pane) rows() int {
	if p.finder != nil {
		return max(0, p.height-1)
	}
	return p.height
}

// View draws the lines in sight.
func (p *Pane) View() string {
	out := make([]string, p.height)
	marks, current := p.marks()
	for i := range min(p.rows(), len(p.lines)-p.top) {
		out[i] = p.lines[p.top+i].Marked(marks, current)
	}
	if p.finder != nil && p.height > 0 {
		out[p.height-1] = p.findLine()
	}
	return strings.Join(out, "\n")
}

// Click answers the mouse: a click on a source shows what it tells.
func (p *Pane) Click(x, y int) pane.Action {
	if i := p.top + y; y >= 0 && y < p.rows() && i < len(p.lines) {
		if id, ok := p.leads(x, p.lines[i]); ok {
			return pane.Show{Item: id}
		}
	}
	return pane.Handled{}
}

// Scroll moves the text by lines, down if positive.
func (p *Pane) Scroll(lines int) {
	was := p.top
	p.top = min(max(0, p.top+lines), p.lastTop())
	read := p.focused && p.top != was && p.output == nil
	p.stay(read)
	p.mark.moved(read)
}

// lastTop is the top line when the end of the text is in sight.
func (p *Pane) lastTop() int { return max(0, len(p.lines)-max(1, p.rows())) }

// set sets the page anew and goes back to where the reader was.
func (p *Pane) set() {
	p.lines = p.setting()
	p.find()
}
