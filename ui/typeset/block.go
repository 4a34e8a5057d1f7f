package typeset

import (
	"strings"

	"dateline/feeds"
	"dateline/ui/pane"
)

const (
	beforeBlock = -1 // where the blank line before a block stands; a second one stands before it
	maxDepth    = 4  // lists and quotes are not moved further in than this
	airyFrom    = 56 // width of a column from which there is room for more than one blank line
	deepFrom    = 4  // level from which a heading stands within a part of the text, not above one
)

// Body sets the blocks of the article, with blank lines between them.
func (pg *Page) Body() {
	pg.from = inBody
	blocks := pg.o.Article.Blocks
	lists := pg.lists(blocks)
	for i, b := range blocks {
		pg.block = i
		if i > 0 {
			pg.between(blocks[i-1], b, lists[i])
		} else {
			pg.add(0, "", beforeBlock)
		}
		pg.set(b, lists[i])
	}
}

// between sets what stands between two blocks.
func (pg *Page) between(last, b feeds.Block, e entry) {
	switch {
	case b.Kind == feeds.ListEntry && e.follows:
	case b.Kind == feeds.Quote && last.Kind == feeds.Quote:
		bars := strings.TrimRight(pg.bars(min(b.Level, last.Level)), " ")
		if !pg.holds(pg.bars(b.Level)) {
			bars = ""
		}
		row := setRow{prefix: bars, said: unmarked(""), slack: pg.column.width - pane.Width(bars), at: beforeBlock}
		pg.place(row, fromRight(b.Plain()))
	case b.Kind == feeds.Heading && b.Level < deepFrom && last.Kind != feeds.Heading && pg.column.width >= airyFrom:
		pg.add(0, "", beforeBlock-1)
		pg.add(0, "", beforeBlock)
	default:
		pg.add(0, "", beforeBlock)
	}
}

// set sets one block by its kind.
func (pg *Page) set(b feeds.Block, e entry) {
	switch b.Kind {
	case feeds.Heading:
		pg.flow(b, hang{paint: pg.th.Headline, even: true})
	case feeds.Quote:
		bars := pg.bars(b.Level)
		pg.flow(b, hang{first: bars, rest: bars})
	case feeds.ListEntry:
		pg.flow(b, e.hang(sideOf(b.Plain())))
	case feeds.Table:
		pg.table(b.Rows)
	case feeds.Code:
		pg.code(b.Plain())
	case feeds.Image:
		pg.image(b)
	case feeds.Embed:
		pg.embed(b)
	case feeds.Paragraph:
		pg.flow(b, hang{})
	}
}

// flow sets the spans of a block.
func (pg *Page) flow(b feeds.Block, h hang) { pg.put(pg.compose(b.Spans), h) }

// depth returns the depth of a list or quote, counted from 0.
func depth(level int) int { return min(max(1, level), maxDepth) - 1 }

func (pg *Page) bars(level int) string {
	return strings.Repeat(pg.th.Glyphs.Vertical+" ", depth(level)+1)
}

// image sets an image as what is said of it.
func (pg *Page) image(b feeds.Block) {
	t := bracketed("picture", b.Plain(), 0)
	pg.put(t, hang{side: sideOf(b.Plain())})
}

// embed sets a post from elsewhere as a quote with the number of its link. Of
// one without words of its own there is the link.
func (pg *Page) embed(b feeds.Block) {
	to := pg.links[b.URL]
	from := bracketed("from elsewhere", pane.Host(b.URL), len(b.Plain()))
	from.note(to.mark(""), style{note: true, link: to})
	if said := strings.TrimSpace(b.Plain()); said == "" || said == pane.Host(b.URL) {
		pg.put(from, hang{})
		return
	}
	bars := pg.bars(1)
	pg.flow(b, hang{first: bars, rest: bars})
	pg.put(from, hang{first: bars, rest: bars, side: sideOf(b.Plain())})
}

// bracketed returns what stands for a thing that is not shown: what it is, and
// what is said of it from a byte of the block on.
func bracketed(what, said string, at int) *text {
	t := &text{at: at}
	quiet := style{note: true}
	if strings.TrimSpace(said) == "" {
		t.note("["+what+"]", quiet)
		return t
	}
	t.note("["+what+": ", quiet)
	t.add(said, quiet)
	t.note("]", quiet)
	return t
}

// Picture sets what is said of the image above the text, unless the text shows
// it too.
func (pg *Page) Picture() {
	p := pg.o.Article.Picture
	said := p.Caption
	if said == "" {
		said = p.Alt
	}
	if strings.TrimSpace(said) == "" {
		return
	}
	for _, b := range pg.o.Article.Blocks {
		if b.Kind == feeds.Image && (b.URL == p.URL || b.Plain() == said) {
			return
		}
	}
	pg.Blank()
	pg.put(bracketed("picture", said, 0), hang{side: sideOf(said)})
}
