package article

import (
	"slices"
	"strings"
	"time"
	"unicode"

	"golang.org/x/net/html"

	"dateline/feeds"
)

// head is what stands above a text.
type head struct {
	kicker, title, byline string
	date                  time.Time // as the page shows it, if it declares none
	picture               feeds.Picture
}

// kickerNames are the phrases in class names of the line above a headline.
var kickerNames = index(nameRow{keep, `kicker, eyebrow, overline, rubric, topper, superhead, supertitle, pretitle, section label, section name,
	article section, article category, article tag, cat links, category label, story label, label, slug, flag, hat, chapeau, category`})

// readHead finds the head of a page before anything is taken out of it.
func readHead(body *html.Node, d declared, o outline) head {
	t := readTitle(body, d)
	shown := readShown(body, t.at, d.language, o)
	h := head{title: t.text, date: shown.date, picture: leadPicture(body, t.at, d, o)}
	lines := append(slices.Clone(d.authors), shown.bylines...)
	if len(d.authors) == 0 {
		lines = append(lines, shown.others...)
	}
	h.byline = asShown(firstByline(lines, d.sites, t.text), firstByline(shown.bylines, d.sites, t.text))
	marked, nearest := kickerAbove(body, t.at)
	for _, k := range []string{t.kicker, marked, d.kicker, d.section, nearest} {
		if k = shortSection(k); k != "" && fold(k) != fold(h.title) && !isSite(d.sites, k) {
			h.kicker = k
			break
		}
	}
	return h
}

// asShown returns the byline that a page shows, if what it declares is one of
// those names as libraries write it, "Lund, Ann"; else what it declares.
func asShown(declared, shown string) string {
	last, first, ok := strings.Cut(declared, ", ")
	if ok && strings.Contains(shown, first+" "+last) {
		return shown
	}
	return declared
}

// kickerReach is how many pieces of text may stand between the line above a
// headline and the headline.
const kickerReach = 4

// kickerAbove returns the line above the headline: the last one marked as
// such. nearest is the text right above, if it looks like one.
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
			nearest = ""
			if text := feeds.Clean(n.Data, maxField); isCapitals(text) || isCaseless(text) && isStrong(n) {
				nearest = text
			}
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

// isCaseless says whether s is in a script that has no capital letters.
func isCaseless(s string) bool { return strings.ToUpper(s) == strings.ToLower(s) }

// isStrong says whether a text is set in bold.
func isStrong(n *html.Node) bool {
	for n = n.Parent; n != nil && inline[n.Data]; n = n.Parent {
		if strongTags[n.Data] {
			return true
		}
	}
	return false
}

// maxKicker is the bytes of a kicker; a longer line says more than a section.
const maxKicker = 48

// noSections are what content systems call a section that is none, folded.
var noSections = set(`all article articles section sections news home homepage frontpage page pages post posts blog story stories latest uncategorized
	allgemein general default main menu category категория новости 新闻 ニュース`)

// shortSection returns s if it can be a section's name.
func shortSection(s string) string {
	s, _, _ = strings.Cut(s, ",")
	s = strings.TrimSpace(s)
	if noSections[fold(s)] || len(s) > maxKicker || strings.Count(s, " ") > 3 || strings.ContainsAny(s, ".?!©@/0123456789") || !strings.ContainsFunc(s, unicode.IsLetter) {
		return ""
	}
	return s
}
