package health

import (
	"fmt"
	"strings"
	"time"

	"dateline/feeds"
	"dateline/ui/pane"
	"dateline/ui/theme"
)

// The columns of a row in cells.
const (
	nameMost   = 26
	nameLeast  = 8
	agoCells   = 5 // "never"
	itemsCells = 5 + len(" items")
	saysLeast  = 12 // less room for the state, and the figures give way to it
)

// detailLines is the height of the part that tells more of the selected feed.
const detailLines = 6

// listHeight is the lines of the list of feeds.
func (p *Pane) listHeight() int {
	room := p.height - p.regionsHeight()
	if p.height < 2*detailLines {
		return room
	}
	return room - detailLines
}

// nameCells is the width of the names.
func (p *Pane) nameCells() int { return min(nameMost, max(nameLeast, p.width/3)) }

// View draws the pane: what is to tell of the regions, the list of feeds, and
// below it more of the selected one.
func (p *Pane) View() string {
	lines := pane.Fit(p.regionLines(), p.width, p.regionsHeight())
	lines = append(lines, p.feedLines()...)
	if h, ok := p.current(); ok && p.height >= 2*detailLines {
		lines = append(lines, p.detail(h)...)
	}
	return strings.Join(pane.Fit(lines, p.width, p.height), "\n")
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

// line draws a row: the name, when the feed last answered, how many of its
// items are stored, and its state in words.
func (p *Pane) line(h feeds.Health) string {
	ellipsis := p.th.Glyphs.Ellipsis
	name := pane.Pad(p.name(h), p.nameCells(), ellipsis)
	figures := fmt.Sprintf("%*s  %5d %-5s  ", agoCells, p.ago(h.LastGood), h.Items, pane.Plural(h.Items, "item", "items"))
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

// ago returns an age, or that it never was.
func (p *Pane) ago(t time.Time) string {
	if t.IsZero() {
		return "never"
	}
	return pane.Age(p.now().Sub(t))
}

// detail tells more of one feed in at most detailLines lines.
func (p *Pane) detail(h feeds.Health) []string {
	f, th := p.feed(h.Feed), p.th
	cut := func(s string) string { return pane.Cut(s, p.width-2, th.Glyphs.Ellipsis) }
	facts := pane.Dotted(th.Glyphs, pane.Standing(f), f.Language, string(f.Kind))
	name := cut(p.name(h))
	lines := []string{
		th.Frame.Text(strings.Repeat(th.Glyphs.Rule, p.width)),
		" " + th.Headline.Text(name) + "  " + th.Meta.Text(pane.Cut(facts, p.width-4-pane.Width(name), th.Glyphs.Ellipsis)),
		" " + th.Meta.Text(cut(pane.Spelled(f.URL))),
		" " + th.Meta.Text(cut(p.times(h))),
	}
	if said := p.advice(h); said != "" {
		lines = append(lines, " "+th.Alert.Text(cut(said)))
	}
	return append(lines, " "+th.Meta.Text(cut(p.record(h))))
}

// times says when a feed answered, and when and why then it is asked again.
func (p *Pane) times(h feeds.Health) string {
	said := []string{"never answered"}
	if !h.LastGood.IsZero() {
		said[0] = "answered " + p.when(h.LastGood)
	}
	if !h.Newest.IsZero() {
		said = append(said, "newest item "+p.when(h.Newest))
	}
	if !h.NextTry.IsZero() {
		said = append(said, strings.TrimSuffix("next try "+p.when(h.NextTry)+", "+h.Wait.Words(), ", "))
	}
	return pane.Dotted(p.th.Glyphs, said...)
}

// record says how a feed has done so far.
func (p *Pane) record(h feeds.Health) string {
	var said []string
	if h.Failures > 1 {
		said = append(said, strings.TrimSuffix(fmt.Sprintf("%d failures in a row since %s", h.Failures, p.since(h.Failing)), " since "))
	}
	if h.Every > 0 {
		said = append(said, "asked every "+feeds.Lasting(h.Every))
	}
	if h.Publish > 0 {
		said = append(said, "an item every "+feeds.Lasting(h.Publish))
	}
	if h.Undated > 0 {
		said = append(said, fmt.Sprintf("%d of %d items undated", h.Undated, h.Carried))
	}
	if h.Usual > 0 {
		said = append(said, fmt.Sprintf("answers in %.1f s", h.Usual.Seconds()))
	}
	if h.Hours > 0 {
		said = append(said, fmt.Sprintf("answered in %d hours of the last 30 days", h.Hours))
	}
	return pane.Dotted(p.th.Glyphs, said...)
}

func (p *Pane) since(t time.Time) string {
	if t.IsZero() {
		return ""
	}
	return p.when(t)
}

// when returns a time in the reader's zone.
func (p *Pane) when(t time.Time) string { return t.In(p.now().Location()).Format("2 Jan 15:04") }

// advice says what is wrong, what to do, and what the server said.
func (p *Pane) advice(h feeds.Health) string {
	c := p.condition(h)
	if c.Rank == 0 || c.Todo == "" {
		return ""
	}
	said := ""
	if h.Failure != nil {
		said = h.Failure.Detail
	}
	return pane.Dotted(p.th.Glyphs, c.Says+": "+c.Todo, said)
}
