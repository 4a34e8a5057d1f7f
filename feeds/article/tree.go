package article

import (
	"bytes"
	"strings"

	"golang.org/x/net/html"
)

// parse reads a page, as much of it as may be, and says whether that cut it.
// The parser refuses what is nested deeper than 512 elements; such a page is
// read again without the tags that nest it.
func parse(page []byte) (doc *html.Node, cut bool, err error) {
	part, cut := bounded(page)
	if doc, err = html.Parse(bytes.NewReader(part)); err != nil {
		part, cut = bounded(flatten(page))
		doc, err = html.Parse(bytes.NewReader(part))
	}
	if err == nil {
		shortenNames(doc)
	}
	return doc, cut, err
}

// nameKeys are the attributes that say by name what an element is.
var nameKeys = set("class id data-testid data-qa")

// shortenNames cuts the names of elements that are longer than any real ones:
// each of those who look at names takes all of them apart.
func shortenNames(doc *html.Node) {
	each(doc, func(n *html.Node) bool {
		for i, a := range n.Attr {
			if nameKeys[a.Key] && len(a.Val) > maxNames {
				n.Attr[i].Val = strings.ToValidUTF8(a.Val[:maxNames], "")
			}
		}
		return true
	})
}

// plainTags are the only tags that flatten keeps: none of them nests by
// itself, and they carry the text of a page.
var plainTags = set("html head body title meta link script style h1 h2 h3 h4 h5 h6 p br img a")

// flatten drops every tag that is not plain; one paragraph ends where any
// stood.
func flatten(page []byte) []byte {
	var out bytes.Buffer
	ended := false
	z := html.NewTokenizer(bytes.NewReader(page))
	for z.Next() != html.ErrorToken {
		raw := bytes.Clone(z.Raw())
		t := z.Token()
		switch {
		case t.Type == html.TextToken || plainTags[t.Data]:
			out.Write(raw)
			ended = false
		case t.Type != html.CommentToken && !ended:
			out.WriteString("<p>")
			ended = true
		}
	}
	return out.Bytes()
}

func set(words string) map[string]bool {
	m := map[string]bool{}
	for w := range strings.FieldsSeq(words) {
		m[w] = true
	}
	return m
}

// attr returns the value of an attribute, or "".
func attr(n *html.Node, key string) string {
	for _, a := range n.Attr {
		if a.Key == key {
			return a.Val
		}
	}
	return ""
}

func hasAttr(n *html.Node, key string) bool {
	for _, a := range n.Attr {
		if a.Key == key {
			return true
		}
	}
	return false
}

func isElement(n *html.Node, tags ...string) bool {
	if n == nil || n.Type != html.ElementNode {
		return false
	}
	for _, t := range tags {
		if n.Data == t {
			return true
		}
	}
	return len(tags) == 0
}

// each calls fn for n and all below it in reading order, and does not go
// below a node for which fn says false.
func each(n *html.Node, fn func(*html.Node) bool) {
	if !fn(n) {
		return
	}
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		each(c, fn)
	}
}

// find returns the first node at or below n that fits, or nil. It looks at none
// after that.
func find(n *html.Node, fits func(*html.Node) bool) *html.Node {
	if fits(n) {
		return n
	}
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		if found := find(c, fits); found != nil {
			return found
		}
	}
	return nil
}

// unread are the elements whose content is no text for readers.
var unread = set("script style noscript template svg math head iframe object rt rp")

// textIn returns the text at and below n as the page wrote it, with a space
// at every block's edge, up to about limit bytes.
func textIn(n *html.Node, limit int) string {
	var out strings.Builder
	var walk func(*html.Node)
	walk = func(n *html.Node) {
		if n.Type == html.TextNode {
			out.WriteString(n.Data)
		}
		if n.Type == html.ElementNode && unread[n.Data] {
			return
		}
		edge := n.Type == html.ElementNode && !inline[n.Data]
		if edge {
			out.WriteByte(' ')
		}
		for c := n.FirstChild; c != nil && out.Len() <= limit; c = c.NextSibling {
			walk(c)
		}
		if edge {
			out.WriteByte(' ')
		}
	}
	walk(n)
	return out.String()
}
