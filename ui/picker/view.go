package picker

import (
	"cmp"
	"fmt"
	"strings"

	"dateline/ui/pane"
)

// hintFrom is the height in lines from which the keys are told.
const hintFrom = 4

// listHeight is what the typed line and the hint leave free.
func (p *Pane) listHeight() int {
	if p.height < hintFrom {
		return max(0, p.height-1)
	}
	return p.height - 2
}

// View draws the picker: what is typed, the list, the keys.
func (p *Pane) View() string {
	lines := []string{" " + p.th.Accent.Text(">") + " " + p.in.View(p.th, p.width-4)}
	if len(p.shown) == 0 {
		for _, l := range pane.Wrap(p.says, max(1, p.width-4)) {
			lines = append(lines, "   "+p.th.Meta.Text(l))
		}
	}
	from, to := p.list.Window()
	for i := from; i < to; i++ {
		lines = append(lines, p.line(p.shown[i], p.list.On(i)))
	}
	lines = pane.Fit(lines, p.width, 1+p.listHeight())
	if p.height >= hintFrom {
		lines = append(lines, " "+p.th.Meta.Text(pane.Cut(p.hint(), p.width-2, p.th.Glyphs.Ellipsis)))
	}
	return strings.Join(pane.Fit(lines, p.width, p.height), "\n")
}

// hint tells the keys that a reader cannot guess.
func (p *Pane) hint() string {
	hint := cmp.Or(p.o.Hint, "type to narrow")
	if p.o.Digits {
		hint += ", a number chooses"
	}
	told := []pane.Key{p.leave}
	for _, k := range p.keys {
		if k.Name == "pick" || k.Name == "pick-several" || k.Name == "pick-copy" {
			told = append([]pane.Key{k}, told...)
		}
	}
	return pane.Dotted(p.th.Glyphs, hint, pane.Hint(p.th.Glyphs, told...))
}

// line draws entry i: its mark, number, label and note, and its count at the
// right end.
func (p *Pane) line(i int, selected bool) string {
	e, mark, count := p.at(i), "  ", ""
	if e.On {
		mark = p.th.Accent.Text(p.th.Glyphs.Unread) + " "
	}
	if p.o.Counts {
		count = fmt.Sprintf("%6d ", e.Count)
	}
	room := p.width - 3 - len(count)
	line := mark + pane.FitLine(p.label(i, room), room) + p.th.Meta.Text(count)
	return pane.Mark(p.th, line, p.width, selected, true)
}

// label draws the label of entry i and, if there is room, its note.
func (p *Pane) label(i, room int) string {
	e, ellipsis, paint := p.at(i), p.th.Glyphs.Ellipsis, p.th.Plain
	label := e.Label
	if p.o.Digits {
		label = fmt.Sprintf("%2d  %s", i+1, label)
	}
	if p.o.Counts && e.Count == 0 {
		paint = p.th.Meta
	}
	space := room
	if kept := min(pane.Width(e.Note), p.o.Notes); kept > 0 {
		space = max(space-kept-2, 0)
	}
	label = pane.Cut(label, space, ellipsis)
	text := paint.Text(label)
	if left := room - pane.Width(label) - 2; e.Note != "" && left > 4 {
		text += "  " + p.th.Meta.Text(pane.Cut(e.Note, left, ellipsis))
	}
	return text
}
