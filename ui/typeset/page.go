// Package typeset sets the blocks of an article into lines of cells, in every
// script and at every width: paragraphs, headings, quotes, lists, tables, code,
// pictures, links and what the page leads on to. Each line knows the place of
// the text that it begins with, so that who shows the lines finds a place again
// at another width; what is found in the text is marked line by line. It knows
// no pane, no story and no keys; ui/article calls it and adds lines of its own.
package typeset

import (
	"strings"

	"dateline/feeds"
	"dateline/ui/theme"
)

// Options say what is set and how.
type Options struct {
	Theme   theme.Theme
	Width   int // of the whole page, in cells
	Article feeds.Article
}

// Page collects the lines of one setting, from top to bottom. It begins at
// Head. Whoever makes a page says what stands on it: Say, Blank and Add are for
// lines of their own, the other methods set the parts of the article.
type Page struct {
	o      Options
	th     theme.Theme
	column column
	links  map[string]link
	block  int // the block being set
	from   int // its first line where lines are counted, else inBody
	lines  []Line
}

// inBody stands for lines that are not counted: their place is in the text.
const inBody = -1

// column is where text stands, in cells.
type column struct{ margin, width, right int }

// New begins a page, whose text stands where Measure says.
func New(o Options) *Page {
	pg := &Page{o: o, th: o.Theme, links: targets(o), block: Head}
	pg.Column(Measure(o.Width, o.Article))
	return pg
}

// Column moves what follows to a column of width cells behind margin cells.
func (pg *Page) Column(margin, width int) {
	pg.column = column{margin: margin, width: width, right: max(0, pg.o.Width-margin-width)}
}

// Width returns the width of the column, in cells.
func (pg *Page) Width() int { return pg.column.width }

// Begin says that what follows stands in a block that is none of the text. Its
// lines are counted, so that each has its place.
func (pg *Page) Begin(block int) { pg.block, pg.from = block, len(pg.lines) }

// Lines returns what has been set.
func (pg *Page) Lines() []Line { return pg.lines }

// Say sets plain text in one paint. Of two lines or more it makes lines of like
// length if the paint is that of a headline.
func (pg *Page) Say(s string, paint theme.Paint) {
	pg.put(plain(s), hang{paint: paint, even: paint == pg.th.Headline})
}

// Headline sets what the text is headed with. It is a block of its own.
func (pg *Page) Headline(s string) {
	pg.block, pg.from = Headline, inBody
	pg.Say(s, pg.th.Headline)
	pg.Begin(Below)
}

// Blank adds an empty line.
func (pg *Page) Blank() { pg.Add("") }

// Add adds a painted line of at most Width cells, such as a row of a picture.
func (pg *Page) Add(painted string) { pg.add(pg.column.margin, painted, 0) }

// add adds a painted line behind indent cells that stands at bytes into the
// block. Where lines are counted, as above the text, it is the line that counts.
func (pg *Page) add(indent int, painted string, at int) {
	if pg.from >= 0 {
		at = len(pg.lines) - pg.from
	}
	pg.lines = append(pg.lines, Line{Text: indented(indent, painted), Place: Place{Block: pg.block, At: at}})
}

// addText adds a line of the text, of which paint makes a painted one.
func (pg *Page) addText(indent int, paint func(finds) string, at int) {
	pg.add(indent, paint(finds{}), at)
	pg.lines[len(pg.lines)-1].anew = func(f finds) string { return indented(indent, paint(f)) }
}

func indented(indent int, painted string) string {
	if painted == "" {
		return ""
	}
	return strings.Repeat(" ", max(0, indent)) + painted
}
