package article

import (
	"net/url"
	"strings"

	"golang.org/x/net/html"

	"dateline/feeds"
)

// pageLine is one line of a page as its reader sees it.
type pageLine struct {
	node     *html.Node // where it begins
	text     string     // cleaned
	unlinked string     // of that, what is no link
	link     feeds.Link // the first link in it
	heading  bool       // set as a heading, in bold, or called a title
}

// maxPageLines bounds how much of a page is cut into lines.
const maxPageLines = 3000

// pageLines cuts what leads on from a page into lines: everything but menus,
// forms and what readers wrote.
func pageLines(body *html.Node, base *url.URL, o outline) []pageLine {
	c := &lineCutter{base: base, outline: o}
	c.walk(body, false)
	c.flush()
	return c.lines
}

// lineCutter gathers runs of text until a block ends.
type lineCutter struct {
	outline        outline
	base           *url.URL
	lines          []pageLine
	node           *html.Node
	text, unlinked strings.Builder
	link           feeds.Link
	plain          bool // some of the line is not in bold
	titled         bool // the block is a heading, or called a title
}

// notLeading are the elements in which nothing leads on to another text.
var notLeading = set("nav footer form button select textarea label iframe figure figcaption")

// titleClasses are the phrases in class names of what stands above a list.
var titleClasses = index(nameRow{keep, `title, heading, header, label, headline, kicker, section title, widget title`})

func (c *lineCutter) walk(n *html.Node, bold bool) {
	switch n.Type {
	case html.TextNode:
		c.add(n, bold)
		return
	case html.ElementNode:
		if unread[n.Data] || notLeading[n.Data] || isHidden(n) || len(c.lines) >= maxPageLines || c.outline.isForReaders(n) {
			return
		}
	case html.DocumentNode:
	default:
		return
	}
	if n.Data == "a" {
		c.linked(n, bold)
		return
	}
	block := !inline[n.Data]
	was := c.titled
	if block {
		c.flush()
		_, called := titleClasses.match(nameWords(attr(n, "class")))
		c.titled = isHeadingTag(n) || called && textLen(n) < maxLabel || was && !isElement(n, "ul", "ol", "table", "p")
	}
	for k := n.FirstChild; k != nil; k = k.NextSibling {
		c.walk(k, bold || strongTags[n.Data])
	}
	if block {
		c.flush()
		c.titled = was
	}
}

func isHeadingTag(n *html.Node) bool { return isElement(n, "h1", "h2", "h3", "h4", "h5", "h6") }

// textLen is how long the text of n is, as far as a label may be.
func textLen(n *html.Node) int { return len(strings.TrimSpace(textIn(n, maxLabel))) }

// linked adds a link. One that spans blocks, as that of a card, is cut into
// lines of one address.
func (c *lineCutter) linked(n *html.Node, bold bool) {
	to := absolute(c.base, attr(n, "href"))
	if len(to) > maxURL || strings.HasPrefix(strings.TrimSpace(attr(n, "href")), "#") || isHome(to) && host(to) == host(c.base.String()) {
		to = ""
	}
	each(n, func(k *html.Node) bool {
		if k.Type == html.ElementNode && (unread[k.Data] || isHidden(k)) {
			return false
		}
		if k.Type == html.ElementNode && !inline[k.Data] && k.Data != "img" {
			c.flush()
		}
		if k.Type == html.TextNode && strings.TrimSpace(k.Data) != "" {
			c.begin(k)
			c.plain = c.plain || !bold && !c.isBold(k, n)
			c.text.WriteString(k.Data)
			if c.link.URL == "" {
				c.link.URL = to
			}
			if len(c.link.Text) < maxField {
				c.link.Text += k.Data
			}
		}
		return true
	})
}

func (c *lineCutter) isBold(n, stop *html.Node) bool {
	for ; n != nil && n != stop; n = n.Parent {
		if strongTags[n.Data] || isHeadingTag(n) {
			return true
		}
	}
	return false
}

func (c *lineCutter) begin(n *html.Node) {
	if c.node == nil {
		c.node = n
	}
}

func (c *lineCutter) add(n *html.Node, bold bool) {
	if c.text.Len() < maxBlock {
		c.text.WriteString(n.Data)
		c.unlinked.WriteString(n.Data)
	}
	if strings.TrimSpace(n.Data) != "" {
		c.begin(n)
		c.plain = c.plain || !bold
	}
}

// flush ends the line at hand.
func (c *lineCutter) flush() {
	if text := feeds.Clean(c.text.String(), maxBlock); text != "" && c.node != nil {
		l := pageLine{node: c.node, text: text, unlinked: feeds.Clean(c.unlinked.String(), maxBlock), link: c.link, heading: c.titled || !c.plain}
		l.link.Text = feeds.Clean(l.link.Text, maxField)
		c.lines = append(c.lines, l)
	}
	c.text.Reset()
	c.unlinked.Reset()
	c.node, c.link, c.plain = nil, feeds.Link{}, false
}
