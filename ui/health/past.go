package health

import (
	"fmt"
	"slices"
	"time"

	"dateline/feeds"
	"dateline/ui/pane"
)

// wanted names whose past is known, and as of which visit.
type wanted struct {
	feed    feeds.FeedID
	visited time.Time
}

// Wants returns the feed under the cursor when its past is not known, or has
// gone on: once for each visit.
func (p *Pane) Wants() (feeds.FeedID, bool) {
	h, ok := p.current()
	w := wanted{h.Feed, h.LastTry}
	if !ok || w == p.of {
		return "", false
	}
	if w.feed != p.of.feed {
		p.past = nil
	}
	p.of = w
	p.tell()
	return h.Feed, true
}

// SetPast says how the visits to a feed went. That of a feed that the cursor has
// left is dropped.
func (p *Pane) SetPast(id feeds.FeedID, visits []feeds.Visited) {
	if id == p.of.feed {
		p.past = feeds.PastOf(visits, p.now())
		p.tell()
	}
}

// pastWords says how the last thirty days went, and how many items they brought.
func (p *Pane) pastWords() string {
	said := p.past.Words()
	if said == "" {
		return ""
	}
	news := "no new item"
	if n := p.past.News(); n > 0 {
		news = fmt.Sprintf("%d new %s", n, pane.Plural(n, "item", "items"))
	}
	return pane.Dotted(p.th.Glyphs, said, news)
}

// cells draws a day of the past a cell: a bar for its new items, blank if the feed
// was not asked, a cross if it never answered.
func (p *Pane) cells() string {
	var days feeds.Activity
	for _, d := range p.past {
		days = append(days, feeds.Tally{Stories: d.New, Observed: d.Visits > 0})
	}
	cells := []rune(pane.Spark(p.th.Glyphs, days, pane.Most(days)))
	for i, d := range p.past {
		if d.Visits > 0 && d.Failed == d.Visits {
			cells[i] = []rune(p.th.Glyphs.Times)[0]
		}
	}
	return string(cells)
}

// days are the lines of the page that tell of each day, the last one first. Why
// a visit failed stands on the same line, or below.
func (p *Pane) days() []string {
	var out []string
	for _, d := range slices.Backward(p.past) {
		if d.Visits == 0 {
			continue
		}
		day := fmt.Sprintf("%-10s %5d %-6s %4d new", d.Date.Format("Mon 2 Jan"), d.Visits, pane.Plural(d.Visits, "visit", "visits"), d.New)
		failed := ""
		if d.Failed > 0 {
			failed = fmt.Sprintf("%4d failed: %s", d.Failed, d.Why())
		}
		if len(day)+2+pane.Width(failed)+2 <= p.width {
			day, failed = day+"  "+failed, ""
		}
		out = append(out, " "+p.th.Meta.Text(pane.Cut(day, p.width-2, p.th.Glyphs.Ellipsis)))
		for _, line := range pane.Wrap(failed, p.width-4) {
			out = append(out, "   "+p.th.Meta.Text(line))
		}
	}
	return out
}
