package article

import "dateline/ui/typeset"

// line is one line of the pane.
type line struct {
	typeset.Line
	doors []door // to the versions that stand in it
}

// setting sets all that the pane has to say into lines.
func (p *Pane) setting() []line {
	pg := typeset.New(typeset.Options{Theme: p.th, Width: p.width, Article: p.text()})
	if len(p.versions) == 0 {
		pg.Say("No story is open. What is selected in the list is shown here.", p.th.Meta)
		return lines(pg, nil)
	}
	p.head(pg)
	if p.output != nil {
		p.outputOf(pg)
		return lines(pg, nil)
	}
	p.illustrate(pg)
	pg.Picture()
	pg.Body()
	behind := len(p.article.Blocks)
	pg.Begin(behind)
	pg.Blank()
	pg.Say(p.cut(), p.th.Alert)
	pg.Say(p.provenance(), p.th.Meta)
	doors := p.sources(pg)
	pg.Begin(behind + 1)
	pg.Links()
	pg.Groups()
	return lines(pg, doors)
}

// lines joins what was set and the doors of its lines.
func lines(pg *typeset.Page, doors map[int][]door) []line {
	out := make([]line, len(pg.Lines()))
	for i, l := range pg.Lines() {
		out[i] = line{Line: l, doors: doors[i]}
	}
	return out
}

// head sets all that stands above the text.
func (p *Pane) head(pg *typeset.Page) {
	v := p.versions[p.at]
	if p.low() {
		pg.Headline(v.Item.Title)
		p.sayAll(pg, p.caption(v, pg.Width()))
	} else {
		p.fullHead(pg, v)
	}
	switch {
	case p.fetching:
		pg.Blank()
		pg.Say("Fetching the page"+p.th.Glyphs.Ellipsis, p.th.Accent)
	case p.failure != nil:
		pg.Blank()
		pg.Say(p.failureWords(), p.th.Alert)
	}
}

// fullHead sets what a pane with room says of a version.
func (p *Pane) fullHead(pg *typeset.Page, v Version) {
	pg.Say(p.origin(v, pg.Width()), p.th.Meta)
	pg.Blank()
	pg.Headline(v.Item.Title)
	pg.Say(p.dotted(p.signature(v.Item, pg.Width())...), p.th.Meta)
	p.sayAll(pg, p.subject(pg.Width()))
	pg.Say(p.before(), p.th.Meta)
}

// sayAll sets lines in the voice of meta.
func (p *Pane) sayAll(pg *typeset.Page, lines []string) {
	for _, l := range lines {
		pg.Say(l, p.th.Meta)
	}
}
