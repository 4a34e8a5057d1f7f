package article

import (
	"strings"

	"golang.org/x/net/html"

	"dateline/feeds"
)

// image sets one picture, or the embed that it stands for: the words of a
// post as a quote, then its link. A picture without words is left out: there
// is nothing to show of it.
func (s *setter) image(n *html.Node, caption []feeds.Span) {
	s.flush()
	if to := attr(n, embedMark); to != "" {
		if quote := plain(attr(n, embedQuote)); len(quote) > 0 {
			s.put(feeds.Block{Kind: feeds.Quote, Level: 1, Spans: quote})
		}
		s.put(feeds.Block{Kind: feeds.Embed, URL: to, Spans: plain(attr(n, "alt"))})
		return
	}
	if isIcon(n) {
		return
	}
	src := absolute(s.base, imageSource(n))
	alt := feeds.Clean(attr(n, "alt"), maxField)
	if src != "" && len(src) <= maxURL && (alt != "" || len(caption) > 0) {
		s.put(feeds.Block{Kind: feeds.Image, URL: src, Alt: alt, Spans: caption})
	}
}

// figure sets its pictures, the first with the caption, and what else it
// holds.
func (s *setter) figure(n *html.Node) {
	var caption []feeds.Span
	if c := find(n, func(c *html.Node) bool { return isElement(c, "figcaption") }); c != nil {
		caption = plain(captionIn(c))
	}
	each(n, func(c *html.Node) bool {
		switch {
		case isElement(c, "img", "amp-img"):
			s.image(c, caption)
			caption = nil
		case isElement(c, "figcaption"):
			return false
		case isElement(c, "table", "blockquote", "pre", "ul", "ol", "p"):
			s.node(c)
			return false
		}
		return true
	})
	s.flush()
}

// table sets a table of data as rows; a table that only lays out a page is
// gone through as if it were not there.
func (s *setter) table(n *html.Node) {
	rows, cells, widest := [][]string(nil), 0, 0
	each(n, func(c *html.Node) bool {
		if isElement(c, "tr") && len(rows) < maxRows {
			row := cellsOf(c)
			rows, cells, widest = append(rows, row), cells+len(row), max(widest, len(row))
			return false
		}
		return true
	})
	if widest < 2 || len(rows) < 2 || laysOut(n, cells) {
		s.children(n)
		s.flush()
		return
	}
	rows = filled(rows)
	if len(rows) > 0 {
		s.put(feeds.Block{Kind: feeds.Table, Rows: rows})
	}
}

func cellsOf(tr *html.Node) []string {
	var row []string
	for c := tr.FirstChild; c != nil && len(row) < maxCells; c = c.NextSibling {
		if isElement(c, "td", "th") {
			row = append(row, feeds.Clean(textIn(c, maxField), maxField))
		}
	}
	return row
}

// laysOut says whether a table holds other tables, or more text to a cell
// than data has.
func laysOut(n *html.Node, cells int) bool {
	inner := find(n, func(c *html.Node) bool { return c != n && isElement(c, "table", "article", "h1", "ul", "blockquote") })
	return inner != nil || len(strings.TrimSpace(textIn(n, 2*cells*maxCellMean))) > cells*maxCellMean
}

func filled(rows [][]string) [][]string {
	var out [][]string
	for _, r := range rows {
		if strings.Join(r, "") != "" {
			out = append(out, r)
		}
	}
	return out
}
