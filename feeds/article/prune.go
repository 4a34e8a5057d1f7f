package article

import (
	"net/url"
	"slices"
	"strings"

	"golang.org/x/net/html"

	"dateline/feeds"
)

// pruner takes out of a page what is certainly no part of its text, so that
// little is left to be mistaken.
type pruner struct {
	*scale
	base    *url.URL
	nodes   int // seen so far
	related []feeds.Link
}

// prune cleans everything below body, takes out the parts in leading, and
// returns the links of what led on to other pages, and whether the page went on
// beyond the limits.
func prune(body *html.Node, base *url.URL, leading []*html.Node) (beside []feeds.Link, cut bool) {
	p := &pruner{base: base}
	for _, n := range leading {
		if n.Parent != nil {
			p.leave(n)
		}
	}
	p.scope(body)
	p.scale = weigh(body)
	p.children(body, 0, false)
	return p.related, p.full()
}

// full says whether as much is seen as is looked at.
func (p *pruner) full() bool { return p.nodes >= maxNodes }

// scope takes out the other articles of a page on which one article holds the
// headline: the next ones to scroll to, or teasers.
func (p *pruner) scope(body *html.Node) {
	h1 := find(body, func(n *html.Node) bool { return isElement(n, "h1") })
	if h1 == nil {
		return
	}
	own := h1.Parent
	for own != nil && !isElement(own, "article") {
		own = own.Parent
	}
	if own == nil || weigh(own).total.text < minBody {
		return
	}
	var others []*html.Node
	each(body, func(n *html.Node) bool {
		other := isElement(n, "article") && !contains(n, own)
		if other {
			others = append(others, n)
		}
		return n != own && !other
	})
	for _, n := range others {
		p.leave(n)
	}
}

// contains says whether n is an ancestor of below.
func contains(n, below *html.Node) bool {
	for below != nil && below != n {
		below = below.Parent
	}
	return below != nil
}

// leave takes n out and keeps its links.
func (p *pruner) leave(n *html.Node) {
	p.related = collectLinks(p.related, n, p.base)
	n.Parent.RemoveChild(n)
}

// children prunes below n and returns the bytes of unlinked text that stay.
func (p *pruner) children(n *html.Node, depth int, linked bool) int {
	sum := 0
	for c := n.FirstChild; c != nil; {
		next := c.NextSibling
		switch {
		case p.full() || c.Type == html.CommentNode:
			n.RemoveChild(c)
		case c.Type == html.TextNode:
			if !linked {
				sum += len(strings.TrimSpace(c.Data))
			}
		case c.Type == html.ElementNode:
			sum += p.element(c, depth, linked || c.Data == "a")
		}
		p.nodes++
		c = next
	}
	return sum
}

func (p *pruner) element(n *html.Node, depth int, linked bool) int {
	if embed := embedOf(n, p.base); embed != nil {
		replace(n, embed)
		return 0
	}
	m, marked := p.marks[n]
	if marked && m.by == byTag {
		n.Parent.RemoveChild(n)
		return 0
	}
	sum := p.children(n, depth+1, linked)
	if marked && m.clutter() && sum*m.unless() < p.total.text {
		if m.verdict == related {
			p.leave(n)
		} else {
			n.Parent.RemoveChild(n)
		}
		return 0
	}
	if depth > maxDepth && !flatTags[n.Data] {
		unwrap(n)
		return sum
	}
	if n.Data == "header" {
		liftHeadings(n)
	}
	n.Attr = slices.DeleteFunc(n.Attr, func(a html.Attribute) bool { return hiding[a.Key] || headingTags[n.Data] && naming[a.Key] })
	return sum
}

// hiding are the attributes that keep a part from the eye. What was kept in
// spite of them is the text, waiting for a script to show it.
var hiding = set("hidden aria-hidden aria-modal style")

// naming are the attributes that name a part. A heading that was kept is one
// whatever its name says: readability would take a "header-anchor" for the head
// of the page.
var naming = set("class id")

// flatTags never nest by themselves and shape the text: they stay at any depth.
var flatTags = set("p h1 h2 h3 h4 h5 h6 a img br pre")

func replace(old, by *html.Node) {
	old.Parent.InsertBefore(by, old)
	old.Parent.RemoveChild(old)
}

// liftHeadings puts the headings in a header before it, where readability,
// which takes no header for text, finds them. The first heading stays.
func liftHeadings(header *html.Node) {
	var found []*html.Node
	each(header, func(n *html.Node) bool {
		if n.Type == html.ElementNode && headingTags[n.Data] && n.Data != "h1" {
			found = append(found, n)
		}
		return true
	})
	for _, n := range found {
		n.Parent.RemoveChild(n)
		header.Parent.InsertBefore(n, header)
	}
}

// unwrap puts the children of n in its place.
func unwrap(n *html.Node) {
	for c := n.FirstChild; c != nil; c = n.FirstChild {
		n.RemoveChild(c)
		n.Parent.InsertBefore(c, n)
	}
	n.Parent.RemoveChild(n)
}

// collectLinks adds the links at and below n that have words to them.
func collectLinks(links []feeds.Link, n *html.Node, base *url.URL) []feeds.Link {
	each(n, func(c *html.Node) bool {
		if !isElement(c, "a") || len(links) >= maxRelated {
			return len(links) < maxRelated
		}
		text, href := feeds.Clean(textIn(c, maxField), maxField), strings.TrimSpace(attr(c, "href"))
		if url := absolute(base, href); url != "" && !strings.HasPrefix(href, "#") && len(text) >= minLinkText {
			links = append(links, feeds.Link{Text: text, URL: url})
		}
		return false
	})
	return links
}
