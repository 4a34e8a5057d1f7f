package overview

import (
	"fmt"
	"strings"

	"dateline/ui/pane"
)

// rowHeight is one line of figures and one with the top headline.
const rowHeight = 2

// The columns of the figures in cells.
const (
	labelCells = 36 // at most
	labelLeast = 12 // below this the bars give way to it
)

// View draws the pane.
func (p *Pane) View() string {
	var lines []string
	from, to := p.list.Window()
	for i := from; i < to; i++ {
		for _, l := range []string{p.figures(p.rows[i]), p.headline(p.rows[i])} {
			lines = append(lines, pane.Mark(p.th, " "+l, p.width, p.list.On(i), true))
		}
	}
	if len(p.rows) == 0 {
		lines = append(lines, "  "+p.th.Meta.Text("No region is known."))
	}
	return strings.Join(pane.Fit(lines, p.width, p.height), "\n")
}

// figures draws the name of a region, a bar an hour on one scale for all
// regions, and the counts. What does
// not fit goes whole: the bars first, then the unread.
func (p *Pane) figures(r Row) string {
	stories := fmt.Sprintf("  %4d %-7s", r.Stories, pane.Plural(r.Stories, "story", "stories"))
	unread := fmt.Sprintf(" %s %4d unread", p.th.Glyphs.Dot, r.Unread)
	bars := "  " + pane.Spark(p.th.Glyphs, r.Hours, p.most)
	room := p.width - 2 - pane.Width(stories+unread+bars)
	if room < labelLeast {
		room += pane.Width(bars)
		bars = ""
	}
	if room < labelLeast {
		room += pane.Width(unread)
		unread = ""
	}
	label := pane.Pad(r.Label, min(labelCells, max(room, 0)), p.th.Glyphs.Ellipsis)
	return p.th.Chip(r.Hue).Text(label) + p.th.Accent.Text(bars) + p.th.Meta.Text(stories+unread)
}

// headline draws the story that most outlets tell.
func (p *Pane) headline(r Row) string {
	if r.Top == 0 {
		return "  " + p.th.Meta.Text("nothing")
	}
	count := ""
	if r.Sources > 1 {
		count = fmt.Sprintf("  %d src", r.Sources)
	}
	return "  " + pane.Cut(r.Title, p.width-5-len(count), p.th.Glyphs.Ellipsis) + p.th.Meta.Text(count)
}
