package article

import (
	"slices"
	"strings"
	"unicode"

	"golang.org/x/net/html"

	"dateline/feeds"
)

// head is what stands above a text.
type head struct{ kicker, title, byline string }

// kickerNames are the phrases in class names of the line above a headline.
var kickerNames = index(map[verdict]string{keep: `kicker, eyebrow, overline, rubric, topper, superhead, supertitle, pretitle, section label, section name,
	article section, article category, category label, story label, label, slug, flag, hat, chapeau, category`})

// readHead finds the head of a page before anything is taken out of it.
func readHead(doc, body *html.Node, d declared) head {
	h := head{byline: d.byline}
	if h.byline == "" {
		h.byline = shownByline(body)
	}
	h1 := headline(body, d.title)
	h.title = cleanTitle(d.title, h1, d.site)
	if h.title == "" {
		h.title = cleanTitle(pageTitle(doc), nil, d.site)
	}
	h.kicker = firstOf(kickerAbove(body, h1), shortSection(d.section))
	if fold(h.kicker) == fold(h.title) {
		h.kicker = ""
	}
	return h
}

// headline returns the first-rank heading that says what title does, else the
// only one of the page, else nil.
func headline(body *html.Node, title string) *html.Node {
	var all []*html.Node
	same := -1
	each(body, func(n *html.Node) bool {
		if isElement(n, "h1") {
			if t := fold(textIn(n)); same < 0 && t != "" && strings.HasPrefix(fold(title), t) {
				same = len(all)
			}
			all = append(all, n)
		}
		return true
	})
	switch {
	case same >= 0:
		return all[same]
	case len(all) == 1:
		return all[0]
	}
	return nil
}

// cleanTitle takes the site's name off a title. What the heading says goes
// before what is declared when one begins with the other.
func cleanTitle(title string, h1 *html.Node, site string) string {
	if h1 != nil {
		shown := feeds.Clean(textIn(h1), maxField)
		a, b := fold(shown), fold(title)
		if a != "" && (title == "" || len(a) >= minLinkText && strings.HasPrefix(b, a)) {
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

// kickerAbove returns the line above the headline: the last one marked as
// such, else the nearest if it stands in capitals.
func kickerAbove(body, h1 *html.Node) string {
	if h1 == nil {
		return ""
	}
	var marked, nearest string
	each(body, func(n *html.Node) bool {
		switch {
		case n == nil || h1 == nil || unread[n.Data]:
			return false
		case n == h1:
			h1 = nil
		case n.Type == html.TextNode && strings.TrimSpace(n.Data) != "":
			nearest = feeds.Clean(n.Data, maxField)
		case n.Type == html.ElementNode && !contains(n, h1):
			if _, ok := kickerNames.match(nameWords(attr(n, "class"))); ok {
				marked = firstOf(shortSection(feeds.Clean(textIn(n), maxField)), marked)
			}
		}
		return h1 != nil
	})
	if marked == "" && nearest == strings.ToUpper(nearest) && nearest != strings.ToLower(nearest) {
		marked = shortSection(nearest)
	}
	return marked
}

// maxKicker is the bytes of a kicker; a longer line says more than a section.
const maxKicker = 48

// shortSection returns s if it can be a section's name.
func shortSection(s string) string {
	s, _, _ = strings.Cut(s, ",")
	s = strings.TrimSpace(s)
	if len(s) > maxKicker || strings.Count(s, " ") > 3 || strings.ContainsAny(s, ".?!©@/") || !strings.ContainsFunc(s, unicode.IsLetter) {
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
		if len(text) <= maxLabel && bylineStart.MatchString(text) && !strings.HasSuffix(text, ".") {
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
