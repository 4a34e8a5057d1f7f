package headlines

import (
	"fmt"
	"strings"

	"dateline/ui/pane"
)

// freshFrom is the height in lines below which the line of what is new is not
// worth its place.
const freshFrom = 3

func (p *Pane) freshHeight() int {
	if p.fresh == 0 || p.height < freshFrom {
		return 0
	}
	return 1
}

// room is the lines that rows can take.
func (p *Pane) room() int { return p.height - p.stripHeight() - p.freshHeight() }

// View draws the pane.
func (p *Pane) View() string {
	out := make([]string, 0, max(0, p.height))
	out = append(out, p.strip.lines...)
	end := p.height - p.freshHeight()
	if len(p.rows) == 0 {
		out = append(out, p.emptyLines(end-len(out))...)
	}
	for i := p.top; i < len(p.rows) && len(out) < end; i++ {
		lines := p.lines(i)
		for _, l := range lines[:min(len(lines), end-len(out))] {
			out = append(out, p.mark(l, i == p.cursor))
		}
	}
	for len(out) < end {
		out = append(out, pane.FitLine("", p.width))
	}
	if p.freshHeight() > 0 {
		out = append(out, p.freshLine())
	}
	return strings.Join(out, "\n")
}

// mark is pane.Mark for lines that already fit.
func (p *Pane) mark(line string, selected bool) string {
	if selected || p.width < 1 {
		return pane.Mark(p.th, line, p.width, selected, p.focused)
	}
	return " " + line
}

// emptyLines sets the words for an empty list into at most height lines, a
// third of the free ones above them.
func (p *Pane) emptyLines(height int) []string {
	var words []string
	for i, paragraph := range p.empty {
		if i > 0 {
			words = append(words, "")
		}
		words = append(words, pane.Wrap(paragraph, max(1, p.width-4))...)
	}
	out := make([]string, max(0, (height-len(words))/3))
	for _, w := range words {
		out = append(out, "  "+p.th.Meta.Text(w))
	}
	return pane.Fit(out, p.width, height)
}

// freshLine is the line behind which new stories wait.
func (p *Pane) freshLine() string {
	rule := strings.Repeat(p.th.Glyphs.Rule, 2)
	said := []string{fmt.Sprintf("%d new", p.fresh)}
	if k := p.bringIn.First(p.th.Glyphs); k != "" {
		said = append(said, "press "+k)
	}
	text := rule + " " + pane.Dotted(p.th.Glyphs, said...) + " " + rule
	return pane.FitLine("  "+p.th.Accent.Text(pane.Cut(text, p.width-2, p.th.Glyphs.Ellipsis)), p.width)
}
