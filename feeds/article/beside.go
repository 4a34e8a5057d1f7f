package article

import (
	"golang.org/x/net/html"
)

// commentNames are the phrases in class names and ids of what readers write
// below a text, and of the boxes about an outlet rather than the text.
var commentNames = index(nameRow{drop, `comment, comments, commentlist, comment list, comments area, comment body, comment author, commentform, respond, reply, disqus, livefyre,
	site footer, page footer, footer, navbar, main nav, nav, menu, cookie, consent, gdpr, popup, modal, login, signin, widget area`})

// isBeside says whether what stands in n is no part of an article and its
// head: comments, other articles, menus, posts that are quoted. What holds a first heading is.
func isBeside(n *html.Node) bool {
	if n.Type != html.ElementNode || n.Data == "body" || n.Data == "html" {
		return false
	}
	if !isElement(n, "nav", "footer", "form", "blockquote") && !namedBeside(n) {
		return false
	}
	return find(n, func(c *html.Node) bool { return isElement(c, "h1", "article") }) == nil
}

func namedBeside(n *html.Node) bool {
	for _, key := range [...]string{"class", "id"} {
		words := nameWords(attr(n, key))
		if _, ok := commentNames.match(words); ok {
			return true
		}
		if v, _ := nameRules.match(words); v == related {
			return true
		}
	}
	return false
}
