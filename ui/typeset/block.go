package typeset

import (
	"fmt"
	"net/url"
	"strings"

	"dateline/feeds"
	"dateline/ui/pane"
)

const (
	beforeBlock = -1 // where the blank line before a block stands
	maxDepth    = 4  // lists and quotes are not moved further in than this
	indent      = 2  // cells per depth
)

// Body sets the blocks with blank lines between them.
func (pg *Page) Body(blocks []feeds.Block) {
	pg.from = inBody
	for i, b := range blocks {
		pg.block = i
		switch {
		case i > 0 && b.Kind == feeds.ListEntry && blocks[i-1].Kind == b.Kind:
		case i > 0 && b.Kind == feeds.Quote && blocks[i-1].Kind == b.Kind:
			pg.add(pg.th.Meta.Text(pane.Cut(strings.TrimRight(pg.bars(b.Level), " "), pg.width, "")), beforeBlock)
		default:
			pg.add("", beforeBlock)
		}
		pg.set(b)
	}
}

// set sets one block by its kind.
func (pg *Page) set(b feeds.Block) {
	switch b.Kind {
	case feeds.Heading:
		pg.put(pg.compose(b.Spans), hang{paint: pg.th.Headline})
	case feeds.Quote:
		bars := pg.bars(b.Level)
		pg.put(pg.compose(b.Spans), hang{first: bars, rest: bars})
	case feeds.ListEntry:
		first := pg.bullet(b)
		pg.put(pg.compose(b.Spans), hang{first: first, rest: strings.Repeat(" ", pane.Width(first))})
	case feeds.Table:
		pg.table(b.Rows)
	case feeds.Code:
		pg.code(b.Plain())
	case feeds.Image:
		pg.put(bracketed("image", b.Plain()), hang{})
	case feeds.Embed:
		pg.put(pg.embed(b), hang{})
	case feeds.Paragraph:
		pg.put(pg.compose(b.Spans), hang{})
	}
}

// depth returns the depth of a list or quote, counted from 0.
func depth(level int) int { return min(max(1, level), maxDepth) - 1 }

func (pg *Page) bars(level int) string {
	return strings.Repeat(pg.th.Glyphs.Vertical+" ", depth(level)+1)
}

func (pg *Page) bullet(b feeds.Block) string {
	mark := pg.th.Glyphs.Bullet
	if b.Number > 0 {
		mark = fmt.Sprintf("%d.", b.Number)
	}
	return strings.Repeat(" ", indent*depth(b.Level)) + mark + " "
}

// code sets lines as they are: what is too long is cut.
func (pg *Page) code(text string) {
	pg.from = len(pg.lines)
	defer func() { pg.from = inBody }()
	for l := range strings.SplitSeq(text, "\n") {
		shown := strings.Repeat(" ", indent) + strings.ReplaceAll(l, "\t", "    ")
		pg.add(pg.th.Plain.Text(pane.Cut(shown, pg.width, pg.th.Glyphs.Ellipsis)), 0)
	}
}

// embed names a post or video from elsewhere, with the number of its link.
func (pg *Page) embed(b feeds.Block) text {
	said := b.Plain()
	if said == "" {
		if u, err := url.Parse(b.URL); err == nil {
			said = u.Hostname()
		}
	}
	t := bracketed("from elsewhere", said)
	t.add(pg.number(b.URL), style{note: true})
	return t
}

func bracketed(what, said string) text {
	var t text
	if said = strings.TrimSpace(said); said != "" {
		what += ": " + said
	}
	t.add("["+what+"]", style{note: true})
	return t
}
