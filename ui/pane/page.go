package pane

import (
	"fmt"
	"strings"

	"dateline/ui/theme"
)

// Page is a text of finished lines that scrolls. Overlays that are read are
// built on it. The zero value is empty and without a size.
type Page struct {
	lines         []string
	top           int
	width, height int
}

// Resize gives the size in cells; the lines must be set anew if the width has
// changed.
func (p *Page) Resize(width, height int) {
	p.width, p.height = width, height
	p.Scroll(0)
}

// Set replaces the painted lines; the first one in sight keeps its number.
func (p *Page) Set(lines []string) {
	p.lines = lines
	p.Scroll(0)
}

// Press scrolls by the move key of that name and says whether it is one.
func (p *Page) Press(name string) bool {
	top, ok := Move(name, p.top, p.last()+1, p.height)
	p.top = top
	return ok
}

// Scroll moves by lines, down if positive.
func (p *Page) Scroll(lines int) { p.top = max(0, min(p.top+lines, p.last())) }

// Reach brings line i into sight.
func (p *Page) Reach(i int) { p.top = Window(p.top, i, len(p.lines), max(1, p.height)) }

// Above says whether line i lies above those in sight.
func (p *Page) Above(i int) bool { return i < p.top }

// Line returns the line that stands y lines below the first in sight.
func (p *Page) Line(y int) (int, bool) {
	i := p.top + y
	return i, y >= 0 && y < p.height && i < len(p.lines)
}

// last returns the first line in sight when the end of the text is.
func (p *Page) last() int { return max(0, len(p.lines)-p.height) }

// View draws the lines in sight.
func (p *Page) View() string {
	return strings.Join(Fit(p.lines[min(p.top, len(p.lines)):], p.width, p.height), "\n")
}

// Title returns a title for the frame with how far the reader has come, if
// there is more than fits.
func (p *Page) Title(g theme.Glyphs, title string) string {
	if p.last() == 0 {
		return title
	}
	return fmt.Sprintf("%s %s %d %%", title, g.Dot, 100*p.top/p.last())
}
