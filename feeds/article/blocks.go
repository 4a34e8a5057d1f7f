package article

import (
	"net/url"
	"strconv"
	"strings"

	"golang.org/x/net/html"

	"dateline/feeds"
)

// inline are the elements that stand within a line of text; every other one
// ends the block before it.
var inline = set(`a abbr acronym b bdi bdo big cite code data del dfn em font i ins kbd label mark meter nobr output progress q
	rp rt ruby s samp small span strike strong sub sup time tt u var wbr`)

var strongTags = set("b strong")

var emphTags = set("i em cite dfn var")

// setter turns a tree of elements into blocks.
type setter struct {
	base   *url.URL
	blocks []feeds.Block
	line   line
	size   int  // bytes of text set so far
	due    bool // the next block is the entry of a list, not what follows in it
	place  place
}

// place is where in the structure of a page the next text stands.
type place struct {
	kind   feeds.BlockKind
	level  int
	number int // of the list entry that is due; 0 in an unordered list
	lists  int // depth of lists
	quotes int // depth of quotes
	style  style
}

// toBlocks returns the readable blocks at and below n.
func toBlocks(n *html.Node, base *url.URL) []feeds.Block {
	s := &setter{base: base, place: place{kind: feeds.Paragraph}}
	s.node(n)
	s.flush()
	return s.blocks
}

func (s *setter) node(n *html.Node) {
	if s.full() {
		return
	}
	switch n.Type {
	case html.TextNode:
		s.line.add(n.Data, s.place.style)
	case html.ElementNode:
		if tagRules[n.Data] != drop {
			s.element(n)
		}
	case html.DocumentNode:
		s.children(n)
	}
}

// full says whether a limit of what is set is reached.
func (s *setter) full() bool { return len(s.blocks) >= maxBlocks || s.size >= maxText }

func (s *setter) children(n *html.Node) {
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		s.node(c)
	}
}

// within sets what is below n at another place and comes back.
func (s *setter) within(n *html.Node, p place) {
	was := s.place
	s.place = p
	s.children(n)
	if !inline[n.Data] {
		s.flush()
	}
	s.place = was
}

func (s *setter) element(n *html.Node) {
	p := s.place
	if n.Data == "wbr" {
		s.line.add("\u200b", p.style)
		return
	}
	if isBackReference(n) {
		return
	}
	if inline[n.Data] {
		p.style = s.styled(n, p.style)
		s.within(n, p)
		return
	}
	switch n.Data {
	case "br":
		s.lineBreak()
		return
	case "img", "amp-img":
		s.image(n, nil)
		return
	}
	s.flush()
	switch n.Data {
	case "h1", "h2", "h3", "h4", "h5", "h6":
		p.kind, p.level = feeds.Heading, int(n.Data[1]-'0')
	case "blockquote":
		p.quotes++
		p.kind, p.level = feeds.Quote, p.quotes
	case "ul", "ol", "menu", "dir":
		s.list(n, p)
		return
	case "li":
		s.due = true
	case "figure":
		s.figure(n)
		return
	case "figcaption":
		return // stands with its image, or says nothing
	case "pre", "listing", "xmp":
		s.preformatted(n)
		return
	case "table":
		s.table(n)
		return
	}
	s.within(n, p)
	if n.Data == "li" {
		s.due = false
	}
}

// isBackReference says whether n is the arrow that leads from a note back to
// its place in the text.
func isBackReference(n *html.Node) bool {
	return n.Data == "a" && strings.HasPrefix(attr(n, "href"), "#") && fold(textIn(n, maxField)) == ""
}

func (s *setter) styled(n *html.Node, st style) style {
	st.strong = st.strong || strongTags[n.Data]
	st.emph = st.emph || emphTags[n.Data]
	if n.Data == "a" {
		if to := absolute(s.base, attr(n, "href")); len(to) <= maxURL && !strings.HasPrefix(strings.TrimSpace(attr(n, "href")), "#") {
			st.link = to
		}
	}
	return st
}

// lineBreak ends a paragraph: pages that break lines by hand write lists,
// bylines and paragraphs so. Elsewhere it is a space.
func (s *setter) lineBreak() {
	if s.place.lists > 0 || s.place.kind == feeds.Heading {
		s.line.add(" ", s.place.style)
		return
	}
	s.flush()
}

// list numbers the entries of an ordered list as its page does.
func (s *setter) list(n *html.Node, p place) {
	p.lists++
	number := 0
	if n.Data == "ol" && attr(n, "role") != "list" { // a role that is given back to lists without marks
		number = max(1, atoi(attr(n, "start"), 1))
	}
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		p.number = number
		if number > 0 && isElement(c, "li") {
			p.number = atoi(attr(c, "value"), number)
			number = p.number + 1
		}
		was := s.place
		s.place = p
		s.node(c)
		s.flush()
		s.place = was
	}
}

func atoi(s string, otherwise int) int {
	if n, err := strconv.Atoi(strings.TrimSpace(s)); err == nil && n >= 0 && n < 1<<20 {
		return n
	}
	return otherwise
}

// flush ends the block at hand.
func (s *setter) flush() {
	spans := s.line.take()
	if len(spans) == 0 {
		return
	}
	b := feeds.Block{Kind: s.place.kind, Level: s.place.level, Spans: spans}
	if s.due && (b.Kind != feeds.Heading || linked(b) > 0) {
		b = feeds.Block{Kind: feeds.ListEntry, Level: max(1, s.place.lists), Number: s.place.number, Spans: spans}
	}
	s.due = false
	s.put(b)
}

func (s *setter) put(b feeds.Block) {
	if len(s.blocks) < maxBlocks {
		s.size += len(b.Plain())
		s.blocks = append(s.blocks, b)
	}
}
