package health

import (
	"fmt"
	"strings"
	"time"

	"dateline/feeds"
	"dateline/ui/pane"
	"dateline/ui/theme"
)

// detailHeight is the height of the part that tells more of the feed under the
// cursor, with its rule; 0 where there is no room for it.
func (p *Pane) detailHeight() int {
	switch {
	case p.height < 12:
		return 0
	case p.height < 20:
		return 6
	case p.height < 30:
		return 9
	default:
		return 12
	}
}

// tell sets the page of the feed under the cursor.
func (p *Pane) tell() {
	if h, ok := p.current(); ok && p.open {
		p.page.Set(p.wholeStory(h))
	}
}

// said is a sentence of what there is to say of a feed.
type said struct {
	text  string
	paint theme.Paint
}

// about says of a feed what matters, the most important first.
func (p *Pane) about(h feeds.Health) []said {
	f, th := p.feed(h.Feed), p.th
	advice := said{p.advice(h), th.Meta}
	if c := p.condition(h); c.Todo+c.Offer+c.Other != "" {
		advice.paint = th.Alert
	}
	return []said{
		advice,
		{feeds.Spelled(f.URL), th.Meta},
		{p.times(h), th.Meta},
		{p.pastWords(), th.Meta},
		{p.taken(f), th.Meta},
		{p.record(h), th.Meta},
		{others(h), th.Meta},
	}
}

// story tells of a feed in lines: who it is, then what there is to say.
func (p *Pane) story(h feeds.Health) []string {
	f, th := p.feed(h.Feed), p.th
	facts := pane.Dotted(th.Glyphs, pane.Standing(f), f.Language, string(f.Kind))
	name := p.name(h)
	lines := []string{" " + th.Headline.Text(name) + "  " + th.Meta.Text(facts)}
	if pane.Width(name+facts)+4 > p.width {
		lines = append(p.wrapped(name, th.Headline), p.wrapped(facts, th.Meta)...)
	}
	for _, s := range p.about(h) {
		lines = append(lines, p.wrapped(s.text, s.paint)...)
	}
	return lines
}

// wrapped sets a text in lines.
func (p *Pane) wrapped(text string, paint theme.Paint) []string {
	var lines []string
	for _, line := range pane.Wrap(text, p.width-2) {
		lines = append(lines, " "+paint.Text(line))
	}
	return lines
}

// detail draws as much of the story as there is room for.
func (p *Pane) detail(h feeds.Health) []string {
	lines := append([]string{p.th.Frame.Text(strings.Repeat(p.th.Glyphs.Rule, p.width))}, p.story(h)...)
	return lines[:min(len(lines), p.detailHeight())]
}

// wholeStory is the story and each day of the past.
func (p *Pane) wholeStory(h feeds.Health) []string {
	lines, th := p.story(h), p.th
	if p.past.Words() == "" {
		return lines
	}
	cells, first := th.Plain.Text(p.cells()), th.Meta.Text(p.past[0].Date.Format("2 Jan")+" ")
	if dated := " " + first + cells + th.Meta.Text(" today"); pane.PaintedWidth(dated) < p.width {
		lines = append(lines, "", dated)
	} else {
		lines = append(lines, "", " "+cells)
	}
	lines = append(lines, p.wrapped("new items a day, today last; blank: not asked, "+th.Glyphs.Times+": no answer", th.Meta)...)
	return append(append(lines, ""), p.days()...)
}

// times says when a feed answered, and when and why then it is asked again.
func (p *Pane) times(h feeds.Health) string {
	said := []string{"never answered"}
	switch {
	case !h.LastGood.IsZero():
		said[0] = "answered " + p.when(h.LastGood)
	case h.Items > 0:
		said[0] = "never answered in full"
	}
	if !h.Newest.IsZero() {
		said = append(said, "newest item "+p.when(h.Newest))
	}
	switch {
	case h.Wait == feeds.WaitNetwork:
		said = append(said, h.Wait.Words())
	case !h.NextTry.IsZero():
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
		said = append(said, fmt.Sprintf("answers in %.1f s", max(0.1, h.Usual.Seconds())))
	}
	if h.Hours > 0 {
		said = append(said, fmt.Sprintf("answered in %d %s of the last 30 days", h.Hours, pane.Plural(h.Hours, "hour", "hours")))
	}
	return pane.Dotted(p.th.Glyphs, said...)
}

// advice says what is wrong, what to do, and what the server said.
func (p *Pane) advice(h feeds.Health) string {
	c := p.condition(h)
	todo := c.Todo
	switch key := p.key(takeAddress); {
	case c.Offer != "" && key != "":
		todo += "; press " + key + " to ask at " + feeds.Spelled(c.Offer) + " from now on"
	case c.Offer+c.Other != "":
		todo += "; write " + feeds.Spelled(c.Offer+c.Other) + " into your list of feeds, if you trust it"
	}
	if c.Rank == 0 {
		return ""
	}
	aside := ""
	if h.Failure != nil {
		aside = h.Failure.Aside()
	}
	return pane.Dotted(p.th.Glyphs, strings.TrimSuffix(c.Says+": "+strings.TrimPrefix(todo, "; "), ": "), aside)
}

// taken says that the reader has taken the address of a feed, and how it is
// given back.
func (p *Pane) taken(f feeds.Feed) string {
	if f.Listed == "" {
		return ""
	}
	return "taken instead of " + feeds.Spelled(f.Listed) + ", as a line of addresses.tsv says; delete that line to go back"
}

// others names the feeds of a page that are not offered.
func others(h feeds.Health) string {
	if h.Failure == nil || len(h.Failure.Others) == 0 {
		return ""
	}
	spelled := make([]string, len(h.Failure.Others))
	for i, o := range h.Failure.Others {
		spelled[i] = feeds.Spelled(o)
	}
	return "the page also names " + strings.Join(spelled, " and ")
}

func (p *Pane) since(t time.Time) string {
	if t.IsZero() {
		return ""
	}
	return p.when(t)
}

// when returns a time in the reader's zone.
func (p *Pane) when(t time.Time) string { return t.In(p.now().Location()).Format("2 Jan 15:04") }

// key returns the first key of a binding, as it is written on the screen.
func (p *Pane) key(name string) string {
	for _, k := range p.keys {
		if k.Name == name {
			return k.First(p.th.Glyphs)
		}
	}
	return ""
}
