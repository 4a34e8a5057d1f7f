// Package typeset sets the blocks of a text into lines of cells: paragraphs,
// headings, quotes, lists, tables, code and links, in every script and at
// every width. Each line knows the place of the text it begins with, so that
// who shows the lines can find a place again at another width. It knows no
// pane, no story and no keys; ui/article calls it.
package typeset

import (
	"cmp"
	"fmt"
	"strings"

	"dateline/feeds"
	"dateline/ui/pane"
	"dateline/ui/theme"
)

// Place is a point of a text that does not depend on the width: a block and
// the bytes into it. What stands above the text is block Head, what stands
// below it are the blocks after the last. The blank line before a block is
// at -1.
type Place struct{ Block, At int }

// Head is the block of all that stands above the text.
const Head = -1

// Compare returns -1, 0 or 1 as a stands before, at or behind b.
func (a Place) Compare(b Place) int {
	return cmp.Or(cmp.Compare(a.Block, b.Block), cmp.Compare(a.At, b.At))
}

// Line is one finished line of the screen, and where it stands in the text.
type Line struct {
	Text  string // painted; no style is open at its end
	Place Place
}

const (
	maxMeasure = 76 // cells; longer lines are hard to read
	centreFrom = 84 // width from which the text stands in the middle
	marginFrom = 12 // width from which there is a blank column on each side
	inBody     = -1
)

// Measure returns the left margin and the width of the text on a page of
// width cells.
func Measure(width int) (margin, text int) {
	switch {
	case width >= centreFrom:
		return (width - maxMeasure) / 2, maxMeasure
	case width >= marginFrom:
		return 1, min(maxMeasure, width-2)
	}
	return 0, max(0, width)
}

// Page collects the lines of one setting, from top to bottom. It begins at
// Head.
type Page struct {
	th     theme.Theme
	margin string
	width  int            // of the text
	links  map[string]int // address -> the number of the link
	block  int            // the block being set
	from   int            // its first line where lines are counted, else inBody
	lines  []Line
}

// Options say how a page is set.
type Options struct {
	Theme theme.Theme
	Width int          // of the whole page, in cells
	Links []feeds.Link // the number of a link is its index plus one
}

// New begins a page, whose text stands where Measure says.
func New(o Options) *Page {
	p := &Page{th: o.Theme, links: map[string]int{}, block: Head}
	for i, l := range o.Links {
		p.links[l.URL] = i + 1
	}
	p.Column(Measure(o.Width))
	return p
}

// Column moves what follows to a column of width cells behind margin cells.
func (pg *Page) Column(margin, width int) {
	pg.margin, pg.width = strings.Repeat(" ", margin), width
}

// Begin says that what follows stands in a block that is none of the text. Its
// lines are counted, so that each has its place.
func (pg *Page) Begin(block int) { pg.block, pg.from = block, len(pg.lines) }

// Lines returns what has been set.
func (pg *Page) Lines() []Line { return pg.lines }

// Width returns the width of the text, in cells.
func (pg *Page) Width() int { return pg.width }

// Links sets a list of links with their numbers.
func (pg *Page) Links(links []feeds.Link) {
	if len(links) == 0 {
		return
	}
	pg.Blank()
	pg.Say("Links", pg.th.Headline)
	number := len(fmt.Sprint(len(links)))
	for i, l := range links {
		mark := fmt.Sprintf("%*d ", number, i+1)
		if l.Text != "" && l.Text != l.URL {
			pg.put(plain(l.Text), hang{first: mark, rest: strings.Repeat(" ", len(mark))})
			mark = strings.Repeat(" ", len(mark))
		}
		pg.Add(pg.th.Meta.Text(pane.Cut(mark+l.URL, pg.width, pg.th.Glyphs.Ellipsis)))
	}
}

// Say sets plain text in one paint, apart from the text.
func (pg *Page) Say(s string, paint theme.Paint) {
	pg.put(plain(s), hang{paint: paint})
}

// Blank adds an empty line.
func (pg *Page) Blank() { pg.Add("") }

// Add adds a painted line of at most Width cells.
func (pg *Page) Add(painted string) { pg.add(painted, 0) }

// add adds one painted line that stands at bytes into the block. Where lines
// are counted, as in tables and above the text, it is the line that counts.
func (pg *Page) add(painted string, at int) {
	if pg.from >= 0 {
		at = len(pg.lines) - pg.from
	}
	if painted != "" {
		painted = pg.margin + painted
	}
	pg.lines = append(pg.lines, Line{Text: painted, Place: Place{Block: pg.block, At: at}})
}
