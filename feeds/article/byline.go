package article

import (
	"strings"

	"golang.org/x/net/html"

	"dateline/feeds"
)

// bylineStart is what a byline line begins with: "by", in the languages that
// write it, and a name.
var bylineStart = lazy(`^(?i:by|por|par|von|di|da|автор|текст|door|av|af|autor|autore|auteur|بقلم|كتب|作者|文|記者|기자)(?:\s*[:：]\s*|\s+)(\p{Lu}|\p{Lo})`)

// bylineEnd is what follows the name in the same line: a date, a role, an
// address.
var bylineEnd = lazy(`(?i)\s*(?:\||•|·|—|–|\s-\s|\bpublished\b|\bupdated\b|\bposted\b|\bon \w{3,9} \d|\b(?:mon|tues|wednes|thurs|fri|satur|sun)day\b|\b\d{1,2}[./]\d|\b\pL{3,9} \d{1,2}, \d{4}|\S+@\S+|https?://).*$`)

// notNames are what content systems write where an author should stand.
var notNames = set("admin administrator editor staff webmaster user root author web online newsroom redaktion redacción redação desk none null undefined")

// cleanByline returns the names of a byline without the "by", or "" if it
// holds none.
func cleanByline(s string) string {
	s = feeds.Clean(s, maxField)
	if m := bylineStart().FindStringSubmatchIndex(s); m != nil {
		s = s[m[2]:]
	}
	s = strings.Trim(bylineEnd().ReplaceAllString(s, ""), " ,;:|")
	if len(s) > maxLabel || notNames[strings.ToLower(s)] || strings.Contains(s, "://") {
		return ""
	}
	return s
}

// bylineNames are the phrases in class names of bylines.
var bylineNames = index(nameRow{keep, "byline, bylines, author name, article author, post author, entry author, story author, author"})

// shownByline finds the byline that a page shows its readers.
func shownByline(body *html.Node) string {
	n := find(body, func(n *html.Node) bool {
		if n.Type != html.ElementNode || unread[n.Data] || n == body {
			return false
		}
		if attr(n, "rel") == "author" {
			return cleanByline(textIn(n, maxField)) != ""
		}
		_, ok := bylineNames.match(nameWords(attr(n, "class")))
		return ok && cleanByline(textIn(n, maxField)) != ""
	})
	if n == nil {
		return ""
	}
	return cleanByline(textIn(n, maxField))
}
