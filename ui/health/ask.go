package health

import (
	"strings"

	tea "charm.land/bubbletea/v2"

	"dateline/feeds"
	"dateline/ui/pane"
)

// ask asks whether the address that was found for a feed is to be taken.
func (p *Pane) ask(h feeds.Health) pane.Action {
	c := p.condition(h)
	switch {
	case c.Other != "":
		return pane.Tell{Text: "That address is less safe than the feed's own: write it into your list of feeds if you trust it."}
	case c.Offer == "":
		return pane.Tell{Text: "No other address is known for " + p.name(h) + " that could be taken."}
	}
	p.asking = &pane.Take{Feed: h.Feed, Address: c.Offer}
	return pane.Handled{}
}

// answer takes the answer: yes by the key that chooses, no by all others.
func (p *Pane) answer(msg tea.KeyPressMsg) pane.Action {
	take := *p.asking
	p.asking = nil
	if pane.Pressed([]pane.Key{p.pick}, msg) == "" {
		return pane.Handled{}
	}
	return take
}

// addressLines is how many lines an address may take in the question.
const addressLines = 2

// question words what the reader is asked, for the width of the pane. Of an
// address that is very long the end is left out, never the host.
func (p *Pane) question() []string {
	room := max(1, addressLines*(p.width-2)-p.width/4)
	short := func(address string) string { return pane.Cut(feeds.Spelled(address), room, p.th.Glyphs.Ellipsis) }
	f := p.feed(p.asking.Feed)
	text := "Use " + short(p.asking.Address) + " instead of " + short(f.URL) + " from now on? " +
		p.pick.First(p.th.Glyphs) + " / " + p.leave.First(p.th.Glyphs)
	return p.wrapped(text, p.th.Accent)
}

// withQuestion draws the question over the last lines of a view.
func (p *Pane) withQuestion(lines []string) []string {
	if p.asking == nil {
		return lines
	}
	ask := append([]string{p.th.Frame.Text(strings.Repeat(p.th.Glyphs.Rule, p.width))}, p.question()...)
	ask = ask[max(0, min(1, len(ask)-p.height)):]
	return append(lines[:max(0, p.height-max(len(ask), p.detailHeight()))], ask...)
}
