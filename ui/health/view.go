package health

import (
	"fmt"
	"strconv"
	"strings"
	"time"

	"dateline/feeds"
	"dateline/ui/pane"
	"dateline/ui/theme"
)

// The columns of a row in cells.
const (
	nameMost  = 26
	nameLeast = 8
	agoCells  = 5  // "never"
	saysLeast = 12 // less room for the state, and the figures give way to it
	headFrom  = 90 // cells of the pane, and ...
	headLines = 24 // ... its lines, from which on the columns have a head
)

// listHeight is the lines of the list of feeds.
func (p *Pane) listHeight() int { return p.height - p.listTop() - p.detailHeight() }

// listTop is the lines above the list.
func (p *Pane) listTop() int { return p.regionsHeight() + p.headHeight() }

// nameCells is the width of the names.
func (p *Pane) nameCells() int { return min(nameMost, max(nameLeast, p.width/3)) }

// View draws the pane: what is to tell of the regions, the list of feeds, and
// below it more of the selected one, or that alone.
func (p *Pane) View() string {
	return strings.Join(pane.Fit(p.withQuestion(p.lines()), p.width, p.height), "\n")
}

func (p *Pane) lines() []string {
	if p.open {
		return strings.Split(p.page.View(), "\n")
	}
	lines := pane.Fit(p.regionLines(), p.width, p.regionsHeight())
	if p.headHeight() > 0 {
		lines = append(lines, p.head())
	}
	lines = append(lines, p.feedLines()...)
	if h, ok := p.current(); ok && p.detailHeight() > 0 {
		lines = append(lines, p.detail(h)...)
	}
	return pane.Fit(lines, p.width, p.height)
}

// feedLines draws the part of the list that is in sight.
func (p *Pane) feedLines() []string {
	var lines []string
	if len(p.rows) == 0 {
		lines = append(lines, "  "+p.th.Meta.Text("No feed is configured."))
	}
	from, to := p.list.Window()
	for i := from; i < to; i++ {
		lines = append(lines, pane.Mark(p.th, p.line(p.rows[i]), p.width, p.list.On(i), true))
	}
	return pane.Fit(lines, p.width, p.listHeight())
}

// headHeight is the line that names the columns, which only a large pane has.
func (p *Pane) headHeight() int {
	if p.width >= headFrom && p.height >= headLines {
		return 1
	}
	return 0
}

// head names the columns.
func (p *Pane) head() string {
	return "  " + pane.Pad("", p.nameCells(), "") + "  " + p.th.Meta.Text(fmt.Sprintf(columns, "answered", "newest", "items"))
}

// columns are the figures of a row in a large pane.
const columns = "%8s  %6s  %6s  "

// line draws a row: the name, when the feed last answered, in a large pane how old
// its newest item is, how many are stored, and its state in words.
func (p *Pane) line(h feeds.Health) string {
	ellipsis := p.th.Glyphs.Ellipsis
	name := pane.Pad(p.name(h), p.nameCells(), ellipsis)
	figures := fmt.Sprintf("%*s  %5d %-5s  ", agoCells, p.answered(h), h.Items, pane.Plural(h.Items, "item", "items"))
	if p.headHeight() > 0 {
		newest := ""
		if !h.Newest.IsZero() {
			newest = p.ago(h.Newest)
		}
		figures = fmt.Sprintf(columns, p.answered(h), newest, strconv.Itoa(h.Items))
	}
	room := p.width - 2 - pane.Width(name) - 2
	if room-len(figures) < saysLeast {
		figures = ""
	}
	says, paint := p.says(h)
	return " " + name + "  " + p.th.Meta.Text(figures) + paint.Text(pane.Cut(says, room-len(figures), ellipsis))
}

// says words the state of a feed.
func (p *Pane) says(h feeds.Health) (string, theme.Paint) {
	if h.Failure != nil && !p.feed(h.Feed).Off {
		return h.Failure.Error(), p.th.Alert
	}
	return p.condition(h).Says, p.th.Meta
}

// answered says how long ago a feed answered; "part" of one whose answers have
// all broken off.
func (p *Pane) answered(h feeds.Health) string {
	if h.LastGood.IsZero() && h.Items > 0 {
		return "part"
	}
	return p.ago(h.LastGood)
}

// ago returns an age, or that it never was.
func (p *Pane) ago(t time.Time) string {
	if t.IsZero() {
		return "never"
	}
	return pane.Age(p.now().Sub(t))
}
