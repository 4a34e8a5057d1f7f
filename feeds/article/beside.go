package article

import (
	"golang.org/x/net/html"
)

// commentNames are the phrases in class names and ids of what readers write
// below a text, and of the boxes about an outlet rather than the text.
var commentNames = index(nameRow{drop, `comment, comments, commentlist, comment list, comments area, comment body, comment author, commentform, respond, reply, disqus, livefyre,
	site footer, page footer, footer, navbar, main nav, nav, menu, cookie, consent, gdpr, popup, modal, login, signin, widget area`})

// outline is the elements of a page in which a first heading or an article
// stands, at any depth.
type outline map[*html.Node]bool

func outlineOf(doc *html.Node) outline {
	o := outline{}
	each(doc, func(n *html.Node) bool {
		if isElement(n, "h1", "article") {
			for ; n != nil && !o[n]; n = n.Parent {
				o[n] = true
			}
		}
		return true
	})
	return o
}

// isBeside says whether what stands in n is no part of an article and its
// head: comments, other articles, menus, posts that are quoted. What holds a
// first heading is.
func (o outline) isBeside(n *html.Node) bool {
	if n.Type != html.ElementNode || o[n] || n.Data == "body" || n.Data == "html" {
		return false
	}
	return isElement(n, "nav", "footer", "form", "blockquote") || namedBeside(n)
}

// isForReaders says whether n holds comments, or what is asked of a reader.
func (o outline) isForReaders(n *html.Node) bool {
	return !o[n] && n.Data != "body" && namedForReaders(n)
}

func namedForReaders(n *html.Node) bool {
	return named(n, func(words []string) bool { _, ok := commentNames.match(words); return ok })
}

func namedBeside(n *html.Node) bool {
	return namedForReaders(n) || named(n, func(words []string) bool { v, _ := nameRules.match(words); return v == related })
}

// named says whether the words of the class or of the id of n fit.
func named(n *html.Node, fit func(words []string) bool) bool {
	return fit(nameWords(attr(n, "class"))) || fit(nameWords(attr(n, "id")))
}
