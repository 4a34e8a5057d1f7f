package article

import (
	"strings"
	"time"

	"golang.org/x/net/html"

	"dateline/feeds"
)

// shown is what a page shows its readers around the headline.
type shown struct {
	bylines []string // candidates near the headline, best first
	others  []string // candidates elsewhere
	date    time.Time
}

// bylineNames are the phrases in class names of bylines.
var bylineNames = index(nameRow{keep, `byline, bylines, author name, authorname, article author, articleauthor, post author, postauthor, entry author, story author, author, authors, autor, autores,
	auteur, autore, author link, author vcard, writer, reporter, contributor, contributors, firma, signature, verfasser, journalist, journaliste, redakteur`})

// dateNames are the phrases in class names of dates.
var dateNames = index(nameRow{keep, `date, pubdate, publish date, published, post date, posted on, postedon, publication date, timestamp, time stamp, datetime, entry date, article date, dateline, datum, fecha, data, time, meta, article meta,
	entry meta, post meta, postmeta, info, article info, byline`})

// How far from the headline its byline and date may stand, in bytes of text.
const (
	reachBelow = 3000
	reachAbove = 400
)

// maxShown is how many texts are looked at for their words, and how many
// elements for their names.
const maxShown = 500

// shownReader looks for byline and date, near the headline first.
type shownReader struct {
	outline    outline
	at         *html.Node // the headline
	monthFirst bool
	below      int // bytes of text since the headline, -1 above it
	read       int // texts looked at
	named      int // elements looked at for what their names promise
	marks      []sight
}

// sight is a piece of a page that may be a byline or a date, and how good a
// place it stands in: less is better.
type sight struct {
	by   string
	date time.Time
	far  int
}

// The places of sights: below the headline, right above it, elsewhere.
const (
	nearBelow = iota
	nearAbove
	anywhere
)

func readShown(body, at *html.Node, language string, o outline) shown {
	r := &shownReader{outline: o, at: at, below: -1, monthFirst: language == "en-US" || language == "en"}
	if at == nil {
		r.below = 0
	}
	r.walk(body)
	var s shown
	for far := nearBelow; far <= anywhere; far++ {
		for _, m := range r.marks {
			if m.far != far {
				continue
			}
			switch {
			case m.by != "" && far == anywhere:
				s.others = append(s.others, m.by)
			case m.by != "":
				s.bylines = append(s.bylines, m.by)
			}
			if s.date.IsZero() {
				s.date = m.date
			}
		}
	}
	return s
}

// place says where in the page the reader is.
func (r *shownReader) place() int {
	if r.below >= 0 && r.below < reachBelow {
		return nearBelow
	}
	return anywhere
}

func (r *shownReader) walk(n *html.Node) {
	switch {
	case n == r.at:
		r.reached()
	case n.Type == html.TextNode:
		r.text(n)
		return
	case n.Type == html.ElementNode && (unread[n.Data] || r.outline.isBeside(n)):
		return
	case n.Type == html.ElementNode:
		r.element(n)
	}
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		r.walk(c)
	}
}

// reached marks the headline: what stood right above it is near.
func (r *shownReader) reached() {
	size := 0
	for i := len(r.marks) - 1; i >= 0 && i >= len(r.marks)-3 && size < reachAbove; i-- {
		r.marks[i].far = nearAbove
		size += len(r.marks[i].by)
	}
	r.below = 0
}

func (r *shownReader) element(n *html.Node) {
	words := nameWords(attr(n, "class"))
	_, byline := bylineNames.match(words)
	_, dated := dateNames.match(words)
	byline = byline || attr(n, "rel") == "author" || strings.Contains(attr(n, "itemprop"), "author") || r.leadsToAuthor(n)
	dated = dated || n.Data == "time"
	if !byline && !dated || r.named >= maxShown {
		return
	}
	r.named++
	if byline {
		if text := authorText(n); cleanByline(text) != "" {
			r.note(sight{by: text})
		}
	}
	if dated {
		if text := firstOf(attr(n, "datetime"), textIn(n, maxField)); len(text) <= maxField {
			r.note(sight{date: parseTime(text, r.monthFirst)})
		}
	}
}

// authorLinks are the parts of addresses that lead to the page of an author.
var authorLinks = lazy(`(?i)/(?:authors?|autor(?:es|en|i)?|auteurs?|people|staff|journalists?|reporters?|writers?|contributors?|by|user|redaktion|newsteam|profile?s?)[/=-]\w`)

// reachOfLinks is how many bytes of text below the headline a link may stand
// and lead to its author; others follow with the next headlines.
const reachOfLinks = 600

// leadsToAuthor says whether n is a link near the headline that says a name
// and leads to the page of an author.
func (r *shownReader) leadsToAuthor(n *html.Node) bool {
	to := attr(n, "href")
	if n.Data != "a" || r.below < 0 || r.below > reachOfLinks || !authorLinks().MatchString(to) || strings.Contains(to, "/licenses/by") {
		return false
	}
	name := feeds.Clean(textIn(n, maxLabel), maxField)
	return isFullName(name) && isNamed(name)
}

// authorText returns the names in an element marked as a byline: those that
// lead to an author's page, else all it says.
func authorText(n *html.Node) string {
	var names []string
	seen := 0
	find(n, func(c *html.Node) bool {
		if isElement(c, "a") && authorLinks().MatchString(attr(c, "href")) {
			if name := feeds.Clean(textIn(c, maxField), maxField); cleanByline(name) != "" {
				names = append(names, name)
			}
		}
		seen++
		return seen > maxProperty || len(names) == maxMarked
	})
	if len(names) > 0 {
		return strings.Join(names, ", ")
	}
	return feeds.Clean(textIn(n, maxField), maxField)
}

func (r *shownReader) note(m sight) {
	if m.far = r.place(); (m.by != "" || !m.date.IsZero()) && len(r.marks) < maxHeadings {
		r.marks = append(r.marks, m)
	}
}

// maxDated is the bytes of a line that is a date and little else.
const maxDated = 90

// text reads a line near the headline that says by its words what it is.
func (r *shownReader) text(n *html.Node) {
	if r.below >= 0 {
		r.below += len(strings.TrimSpace(n.Data))
	}
	if r.place() != nearBelow && r.below >= 0 || len(n.Data) > 2*maxField || r.read > maxShown {
		return
	}
	r.read++
	text := feeds.Clean(n.Data, maxField)
	if text == "" || len(text) > maxLabel {
		return
	}
	if label().MatchString(text) && opensLine(n) {
		text = feeds.Clean(textIn(blockOf(n), maxLabel), maxField)
	}
	if bylineStart().MatchString(text) && opensLine(n) {
		if by := cleanByline(text); by != "" && isNamed(by) {
			r.note(sight{by: text})
		}
	}
	if len(text) <= maxDated && strings.ContainsAny(digits(text), "0123456789") {
		r.note(sight{date: parseTime(text, r.monthFirst)})
	}
}

// opensLine says whether a text stands first in its block, and that is short.
func opensLine(n *html.Node) bool {
	block := blockOf(n)
	for ; n != block; n = n.Parent {
		if prev := n.PrevSibling; prev != nil && prev.Type == html.TextNode && strings.TrimSpace(prev.Data) != "" {
			return false
		}
	}
	return len(strings.TrimSpace(textIn(block, 4*maxLabel))) <= 2*maxLabel
}

// blockOf returns the element that makes a block of its own around n.
func blockOf(n *html.Node) *html.Node {
	for n.Parent != nil && (n.Type != html.ElementNode || inline[n.Data]) {
		n = n.Parent
	}
	return n
}
