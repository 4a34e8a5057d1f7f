package article

import (
	"strings"

	"golang.org/x/net/html"

	"dateline/feeds"
)

// headingClasses are the phrases in class names of headlines that are set in
// other elements than headings.
var headingClasses = index(nameRow{keep, `entry title, post title, article title, headline, story title, articletitle, article headline, page title, titulo, titre`})

// likeEnough is how near two headlines must be to be one, 0 to 1.
const likeEnough = 0.5

// title is the headline of a page: where it is set, and what it says.
type title struct {
	at     *html.Node // nil if no element shows it
	text   string
	kicker string // what the heading says before the headline
}

// readTitle finds what readers see as the headline: of the headings the one
// most like what the page declares, else what it declares, without the
// outlet's name.
func readTitle(body *html.Node, d declared) title {
	wants := declaredTitles(d)
	best := title{}
	score := likeEnough
	var first title
	ones := 0
	for _, n := range headings(body) {
		text := feeds.Clean(textIn(n, maxField), maxField)
		if fold(text) == "" || isSite(d.sites, text) || isHomeLink(n, d) {
			continue
		}
		if n.Data == "h1" {
			if ones++; first.at == nil {
				first = title{at: n, text: text}
			}
		}
		for i, w := range wants {
			if s := likeness(text, w) + rank(n, i); s > score {
				best, score = title{at: n, text: text}, s
			}
		}
	}
	switch {
	case best.at != nil:
		best = headingAs(best.at, best.text, wants[:min(len(d.titles), len(wants))])
		best.text = withoutSite(best.text, d.sites)
		return best
	case len(d.titles) > 0 && len(wants) > 0:
		return title{at: textSaying(body, wants[0]), text: wants[0]}
	case ones == 1:
		return first
	}
	text := titlePart(withoutSite(d.titleTag, d.sites))
	if d.isName(text) {
		return title{}
	}
	return title{at: textSaying(body, text), text: text}
}

// rank prefers, of headings equally like, the first rank and what is declared
// with more trust.
func rank(n *html.Node, source int) float64 {
	s := -0.01 * float64(min(source, 10))
	if n.Data == "h1" {
		s += 0.2
	}
	return s
}

// declaredTitles are the titles that a page declares, without the outlet's
// name, then the parts of its <title>.
func declaredTitles(d declared) []string {
	var out []string
	add := func(t string) {
		if t != "" && !d.isName(t) {
			out = append(out, t)
		}
	}
	for _, t := range d.titles {
		add(withoutSite(feeds.Clean(untagged(t), maxField), d.sites))
	}
	whole := withoutSite(d.titleTag, d.sites)
	add(whole)
	for _, sep := range titleParts {
		if before, after, ok := strings.Cut(whole, sep); ok {
			add(before)
			add(after)
		}
	}
	return out
}

// maxSiteWords is how many words the name of an outlet has that stands where a
// headline should; some pages give the headline as the name.
const maxSiteWords = 3

// isName says whether a title is the outlet's name and no more.
func (d declared) isName(title string) bool {
	return strings.Count(title, " ") < maxSiteWords && isSite(d.sites, title)
}

// untagged drops the tags that some pages leave in the titles they declare.
func untagged(s string) string {
	if !strings.Contains(s, "</") {
		return s
	}
	doc, _, err := parse([]byte(s))
	if err != nil {
		return s
	}
	return textIn(doc, maxField)
}

// titlePart is a <title> up to its last separator, if that leaves a headline.
func titlePart(s string) string {
	for _, sep := range titleParts[:4] {
		if i := strings.LastIndex(s, sep); i > minLinkText {
			return s[:i]
		}
	}
	return s
}

// maxHeadings is how many headings are held against what is declared.
const maxHeadings = 60

// headings returns what may show the headline.
func headings(body *html.Node) []*html.Node {
	var out []*html.Node
	each(body, func(n *html.Node) bool {
		if n.Type != html.ElementNode || len(out) >= maxHeadings {
			return n.Type != html.TextNode && len(out) < maxHeadings
		}
		if unread[n.Data] || isElement(n, "footer", "form") {
			return false
		}
		_, marked := headingClasses.match(nameWords(attr(n, "class")))
		if isElement(n, "h1", "h2", "h3") || marked || strings.Contains(attr(n, "itemprop"), "headline") {
			out = append(out, n)
			return marked && !isElement(n, "h1", "h2", "h3")
		}
		return true
	})
	return out
}

// isHomeLink says whether a heading is the outlet's logo: all of it leads to
// the front page.
func isHomeLink(n *html.Node, d declared) bool {
	a := find(n, func(c *html.Node) bool { return isElement(c, "a") })
	if a == nil {
		return false
	}
	href := strings.TrimSuffix(attr(a, "href"), "/")
	return href == "" && hasAttr(a, "href") || strings.Count(href, "/") == 2 && strings.Contains(href, "://") && strings.Contains(d.address, href)
}

// headingAs reads a heading as one of the wanted titles. What it says before
// that, in an element of its own, is the kicker; what it says after is none of
// the headline.
func headingAs(n *html.Node, text string, wants []string) title {
	t := title{at: n, text: text}
	cut := strings.HasSuffix(text, "…") || strings.HasSuffix(text, "...")
	for _, want := range wants {
		if fold(want) == fold(text) && !isCapitals(want) && isCapitals(text) || cut && strings.HasPrefix(fold(want), fold(text)) {
			t.text = want
			return t
		}
	}
	parts := textNodes(n)
	for i := 1; i < len(parts); i++ {
		before, after := strings.Join(parts[:i], " "), strings.Join(parts[i:], " ")
		for _, want := range wants {
			switch part := fold(want); {
			case part == "":
			case fold(after) == part:
				return title{at: n, text: want, kicker: feeds.Clean(before, maxField)}
			case fold(before) == part:
				t.text = want
				return t
			}
		}
	}
	return t
}

// textNodes returns the pieces of text below n that hold letters.
func textNodes(n *html.Node) []string {
	var out []string
	each(n, func(c *html.Node) bool {
		if c.Type == html.TextNode && fold(c.Data) != "" && len(out) < maxValues {
			out = append(out, c.Data)
		}
		return !unread[c.Data] || c.Type != html.ElementNode
	})
	return out
}

// textSaying returns the element whose text is just what is wanted, nil if
// there is none.
func textSaying(body *html.Node, want string) *html.Node {
	want = fold(want)
	if want == "" {
		return nil
	}
	n := find(body, func(n *html.Node) bool {
		return n.Type == html.TextNode && len(n.Data) < 2*maxField && fold(n.Data) == want
	})
	if n == nil {
		return nil
	}
	return n.Parent
}

// likeness says how much two texts share, by their pairs of letters: 0 to 1.
// It is the coefficient of Dice (1945) over bigrams.
func likeness(a, b string) float64 {
	pairs, all := map[[2]rune]int{}, 0
	bigrams(a, func(p [2]rune) { pairs[p]++; all++ })
	shared := 0
	bigrams(b, func(p [2]rune) {
		all++
		if pairs[p] > 0 {
			pairs[p]--
			shared++
		}
	})
	return 2 * float64(shared) / float64(max(1, all))
}

func bigrams(s string, fn func([2]rune)) {
	last := rune(0)
	for _, r := range fold(s) {
		if last != 0 {
			fn([2]rune{last, r})
		}
		last = r
	}
}
