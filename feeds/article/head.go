package article

import (
	"cmp"
	"slices"
	"strings"
	"unicode"

	"golang.org/x/net/html"

	"dateline/feeds"
)

// head is what stands above a text.
type head struct{ kicker, title, byline string }

// kickerNames are the phrases in class names of the line above a headline.
var kickerNames = index(nameRow{keep, `kicker, eyebrow, overline, rubric, topper, superhead, supertitle, pretitle, section label, section name,
	article section, article category, category label, story label, label, slug, flag, hat, chapeau, category`})

// readHead finds the head of a page before anything is taken out of it.
func readHead(doc, body *html.Node, d declared) head {
	h := head{byline: d.byline}
	if h.byline == "" {
		h.byline = shownByline(body)
	}
	title := firstOf(d.title, pageTitle(doc))
	h1 := headline(body, title)
	h.title = cleanTitle(title, h1, d.site)
	marked, nearest := kickerAbove(body, h1)
	if !isCapitals(nearest) {
		nearest = ""
	}
	h.kicker = firstOf(shortSection(marked), shortSection(d.section), shortSection(nearest))
	if fold(h.kicker) == fold(h.title) {
		h.kicker = ""
	}
	return h
}

// headline returns the first-rank heading that says what title does, else the
// only one of the page, else what else says just that; nil if nothing does.
func headline(body *html.Node, title string) *html.Node {
	want := fold(title)
	var same, same1, any1 *html.Node
	ones := 0
	each(body, func(n *html.Node) bool {
		switch {
		case isElement(n, "h1"):
			ones++
			any1 = n
			if t := fold(textIn(n, maxField)); same1 == nil && t != "" && strings.HasPrefix(want, t) {
				same1 = n
			}
		case n.Type == html.TextNode && same == nil && len(n.Data) < 2*maxField && want != "" && fold(n.Data) == want:
			same = n.Parent
		}
		return !unread[n.Data] || n.Type != html.ElementNode
	})
	if same1 != nil || ones != 1 {
		return cmp.Or(same1, same)
	}
	return any1
}

// cleanTitle takes the site's name off a title. What the heading says goes
// before what is declared when one begins with the other.
func cleanTitle(title string, h1 *html.Node, site string) string {
	if h1 != nil {
		shown := feeds.Clean(textIn(h1, maxField), maxField)
		a, b := fold(shown), fold(title)
		if a != "" && (title == "" || len(a) >= minLinkText/2 && strings.HasPrefix(b, a)) {
			return shown
		}
	}
	for _, sep := range []string{" | ", " - ", " – ", " — ", " :: ", " » "} {
		if site == "" {
			break
		}
		if cut, ok := strings.CutSuffix(title, sep+site); ok {
			return cut
		}
	}
	return title
}

// pageTitle is the <title> up to its last separator.
func pageTitle(doc *html.Node) string {
	n := find(doc, func(n *html.Node) bool { return isElement(n, "title") })
	if n == nil {
		return ""
	}
	title := feeds.Clean(rawText(n), maxField)
	for _, sep := range []string{" | ", " - ", " – ", " — "} {
		if i := strings.LastIndex(title, sep); i > minLinkText {
			return title[:i]
		}
	}
	return title
}

// kickerReach is how many pieces of text may stand between the line above a
// headline and the headline.
const kickerReach = 4

// kickerAbove returns the line above the headline: the last one marked as
// such. nearest is the text right above, marked or not.
func kickerAbove(body, h1 *html.Node) (marked, nearest string) {
	if h1 == nil {
		return "", ""
	}
	reached, gap := false, 0
	each(body, func(n *html.Node) bool {
		switch {
		case reached || n.Type == html.ElementNode && (unread[n.Data] || weakTags[n.Data] == drop && !contains(n, h1)):
			return false
		case n == h1:
			reached = true
		case n.Type == html.TextNode && strings.TrimSpace(n.Data) != "":
			nearest = feeds.Clean(n.Data, maxField)
			gap++
		case n.Type == html.ElementNode:
			_, ok := kickerNames.match(nameWords(attr(n, "class")))
			if !ok || contains(n, h1) {
				break
			}
			if text := feeds.Clean(textIn(n, maxField), maxField); shortSection(text) != "" {
				marked, gap = text, 0
			}
		}
		return !reached
	})
	if gap > kickerReach {
		marked = ""
	}
	return marked, nearest
}

// isCapitals says whether s is written in capital letters.
func isCapitals(s string) bool { return s == strings.ToUpper(s) && s != strings.ToLower(s) }

// maxKicker is the bytes of a kicker; a longer line says more than a section.
const maxKicker = 48

// shortSection returns s if it can be a section's name.
func shortSection(s string) string {
	s, _, _ = strings.Cut(s, ",")
	s = strings.TrimSpace(s)
	if len(s) > maxKicker || strings.Count(s, " ") > 3 || strings.ContainsAny(s, ".?!©@/0123456789") || !strings.ContainsFunc(s, unicode.IsLetter) {
		return ""
	}
	return s
}

// headBlocks is how far down a text its byline and dateline are looked for.
const headBlocks = 6

// readDateline takes the byline and the dateline out of the first blocks of a
// text. A dateline that runs into its sentence stays there.
func readDateline(a *feeds.Article) {
	year := a.Date.Year()
	if a.Date.IsZero() {
		year = 0
	}
	for i := 0; i < min(headBlocks, len(a.Blocks)); i++ {
		b := a.Blocks[i]
		if !isProse(b) {
			continue
		}
		text := b.Plain()
		if len(text) <= maxLabel && bylineStart().MatchString(text) && !strings.HasSuffix(text, ".") {
			a.Byline = firstOf(a.Byline, cleanByline(text))
			a.Blocks = slices.Delete(a.Blocks, i, i+1)
			i--
			continue
		}
		d, alone, ok := parseDateline(text, year)
		if ok {
			a.Place, a.Wire = d.place, d.wire
			if a.Date.IsZero() {
				a.Date = d.date
			}
			if alone {
				a.Blocks = slices.Delete(a.Blocks, i, i+1)
			}
			return
		}
		if isSentence(b) {
			return
		}
	}
}
