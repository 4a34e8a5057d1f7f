package article

import (
	"fmt"
	"strings"

	"dateline/feeds"
	"dateline/ui/pane"
	"dateline/ui/theme"
)

const (
	maxMeasure = 76 // cells; longer lines are hard to read
	centreFrom = 84 // width from which the text stands in the middle
	marginFrom = 12 // width from which there is a blank column on each side
	headBlock  = -1
	inBody     = -1
)

// measure returns the left margin and the width of the text.
func measure(width int) (margin, text int) {
	switch {
	case width >= centreFrom:
		return (width - maxMeasure) / 2, maxMeasure
	case width >= marginFrom:
		return 1, min(maxMeasure, width-2)
	}
	return 0, max(0, width)
}

// page collects the lines of one setting.
type page struct {
	th     theme.Theme
	margin string
	width  int            // of the text
	links  map[string]int // address -> the number of the link
	block  int            // the block being set
	from   int            // its first line where lines are counted, else inBody
	lines  []line
}

// setting sets all that the pane has to say into lines.
func (p *Pane) setting() []line {
	margin, width := measure(p.width)
	pg := &page{th: p.th, margin: strings.Repeat(" ", margin), width: width, links: map[string]int{}, block: headBlock}
	if len(p.versions) == 0 {
		pg.say("No story is open. What is selected in the list is shown here.", p.th.Meta)
		return pg.lines
	}
	links := p.article.Links()
	for i, l := range links {
		pg.links[l.URL] = i + 1
	}
	p.head(pg)
	pg.body(p.article.Blocks)
	pg.block, pg.from = len(p.article.Blocks), len(pg.lines)
	pg.blank()
	pg.say(p.extent(), p.th.Meta)
	p.sources(pg)
	pg.block, pg.from = len(p.article.Blocks)+1, len(pg.lines)
	pg.list(links)
	return pg.lines
}

// head sets all that stands above the text.
func (p *Pane) head(pg *page) {
	v := p.versions[p.at]
	pg.say(p.origin(v), p.th.Meta)
	pg.blank()
	pg.say(v.Item.Title, p.th.Headline)
	pg.say(p.signature(v.Item), p.th.Meta)
	for _, s := range p.subject(pg.width) {
		pg.say(s, p.th.Meta)
	}
	switch {
	case p.fetching:
		pg.blank()
		pg.say("Fetching the page"+p.th.Glyphs.Ellipsis, p.th.Accent)
	case p.failure != nil:
		pg.blank()
		pg.say(failed(p.failure), p.th.Alert)
	}
}

// list sets the links of the article with their numbers.
func (pg *page) list(links []feeds.Link) {
	if len(links) == 0 {
		return
	}
	pg.blank()
	pg.say("Links", pg.th.Headline)
	number := len(fmt.Sprint(len(links)))
	for i, l := range links {
		mark := fmt.Sprintf("%*d ", number, i+1)
		if l.Text != "" && l.Text != l.URL {
			pg.put(plain(l.Text), hang{first: mark, rest: strings.Repeat(" ", len(mark))})
			mark = strings.Repeat(" ", len(mark))
		}
		pg.add(pg.th.Meta.Text(pane.Cut(mark+l.URL, pg.width, pg.th.Glyphs.Ellipsis)), 0)
	}
}

// say sets plain text in one paint, outside the body.
func (pg *page) say(s string, paint theme.Paint) {
	pg.put(plain(s), hang{paint: paint})
}

// blank adds an empty line outside the body.
func (pg *page) blank() { pg.add("", 0) }

// add adds one painted line that stands at bytes into the block. Where lines
// are counted, as in tables and above the body, it is the line that counts.
func (pg *page) add(painted string, at int) {
	if pg.from >= 0 {
		at = len(pg.lines) - pg.from
	}
	if painted != "" {
		painted = pg.margin + painted
	}
	pg.lines = append(pg.lines, line{text: painted, place: place{block: pg.block, at: at}})
}
