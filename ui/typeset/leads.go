package typeset

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"dateline/feeds"
	"dateline/ui/pane"
	"dateline/ui/theme"
)

const dayLayout = "2 Jan 2006"

const (
	related   = "Related links"    // the heading of all that the page leads on to
	ungrouped = "Also on the page" // the label of what is in no group, if there are some
)

// Links sets the links of the text with their numbers and addresses.
func (pg *Page) Links() {
	for i, l := range pg.inText().Links() {
		if i == 0 {
			pg.Blank()
			pg.Say("Links", pg.th.Headline)
		}
		pg.listed(l)
	}
}

// inText returns the article without what stands apart from its text.
func (pg *Page) inText() feeds.Article {
	a := pg.o.Article
	a.Related = nil
	return a
}

// listed sets a link with its number and its address.
func (pg *Page) listed(l feeds.Link) {
	to := pg.links[l.URL]
	mark := pg.numbered(to, sideOf(l.Text))
	if l.Text != "" && l.Text != l.URL {
		pg.leading(l, pg.th.Plain)
		mark = strings.Repeat(" ", len(mark))
	}
	if !pg.holds(mark) {
		mark = ""
	}
	room := pg.column.width - len(mark)
	address := pane.Cut(feeds.Spelled(l.URL), room, pg.th.Glyphs.Ellipsis)
	row := setRow{prefix: mark, said: unmarked(to.around(pg.th.Meta.Text(address))), slack: room - pane.Width(address)}
	pg.place(row, fromRight(l.Text))
}

// leading sets the words of a link behind its number.
func (pg *Page) leading(l feeds.Link, paint theme.Paint) {
	to := pg.links[l.URL]
	t := &text{}
	t.add(l.Text, style{link: to, quiet: true})
	mark := pg.numbered(to, sideOf(l.Text))
	pg.put(t, hang{first: mark, rest: strings.Repeat(" ", len(mark)), paint: paint, keep: true})
}

// numbered returns the number of a link as wide as that of every other, and
// what parts it from its words.
func (pg *Page) numbered(to link, s side) string {
	return fmt.Sprintf("%*d", len(fmt.Sprint(len(pg.links))), to.number) + s.off()
}

// groups returns the groups of links that have something to say, each link
// once and each label only where it changes. What is in no group is the last
// one. The numbers of all of them go on from those of the text.
func (pg *Page) groups() []feeds.LinkGroup {
	var out []feeds.LinkGroup
	seen := map[string]bool{}
	for _, l := range pg.inText().Links() {
		seen[l.URL] = true
	}
	fresh := func(l feeds.Link) bool {
		known := seen[l.URL] || pg.links[l.URL].number == 0 || strings.TrimSpace(l.Text) == ""
		seen[l.URL] = true
		return !known
	}
	label := related
	rest := feeds.LinkGroup{Label: ungrouped, Links: pg.o.Article.Related}
	for i, g := range append(slices.Clone(pg.o.Article.Groups), rest) {
		if i == len(pg.o.Article.Groups) && len(out) == 0 {
			g.Label = related
		}
		var kept []feeds.Link
		if !fresh(g.Lead) {
			g.Lead, g.Teaser, g.Place, g.Wire = feeds.Link{}, "", "", ""
		}
		for _, l := range g.Links {
			if fresh(l) {
				kept = append(kept, l)
			}
		}
		if g.Lead.URL == "" && len(kept) == 0 {
			continue
		}
		g.Links = kept
		if said := cmp.Or(g.Label, related); strings.EqualFold(said, label) {
			g.Label = ""
		} else {
			g.Label, label = said, said
		}
		out = append(out, g)
	}
	return out
}

// Groups sets what the page leads on to: groups of a lead and bare headlines,
// each with the number of its link, and then what is in none.
func (pg *Page) Groups() {
	for i, g := range pg.groups() {
		pg.Blank()
		if i == 0 {
			pg.Say(related, pg.th.Headline)
		}
		if g.Label != "" {
			pg.Say(strings.ToUpper(g.Label), pg.th.Meta)
		}
		if g.Lead.URL != "" {
			pg.lead(g)
		}
		for _, l := range g.Links {
			pg.leading(l, pg.th.Plain)
		}
	}
}

// lead sets the lead of a group, with its dateline and how it begins.
func (pg *Page) lead(g feeds.LinkGroup) {
	pg.leading(g.Lead, pg.th.Headline)
	s := sideOf(g.Lead.Text)
	indent := strings.Repeat(" ", len(pg.numbered(link{}, s)))
	under := func(said string, paint theme.Paint) {
		pg.put(plain(said), hang{first: indent, rest: indent, paint: paint, keep: true, side: s})
	}
	place := g.Place
	if g.Wire != "" {
		place = strings.TrimSpace(place + " (" + g.Wire + ")")
	}
	day := ""
	if !g.Day.IsZero() {
		day = g.Day.Format(dayLayout)
	}
	under(pane.Dotted(pg.th.Glyphs, place, day), pg.th.Meta)
	under(g.Teaser, pg.th.Plain)
}
