package article

import (
	"net/url"
	"slices"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"

	"golang.org/x/net/html"

	"dateline/feeds"
)

// How much of the groups of a page is kept.
const (
	maxGroups    = 16
	maxInGroup   = 12  // headlines below a lead
	maxGroupTag  = 60  // bytes of a label
	maxBeginning = 600 // bytes of how a lead begins
	minBeginning = 50
)

// group is a group of links while a page is read.
type group struct {
	feeds.LinkGroup
	within *html.Node // holds its label and its links
	last   *html.Node // where its last headline stands
	count  int        // of headlines, the lead among them
	size   int        // bytes of the lines that were read into it
	over   bool       // its label stands right above the next one
}

// readGroups finds the parts of a page that lead on: a label, and below it
// headlines, of which the first may have a dateline and a beginning. plots are
// the parts of the page that hold such a beginning and nothing else: below a
// short text it would look like more of that.
func readGroups(body *html.Node, base *url.URL, published time.Time, o outline) (found []feeds.LinkGroup, plots []*html.Node) {
	lines := pageLines(body, base, o)
	var groups []group
	for i := 0; i < len(lines) && len(groups) < 4*maxGroups; {
		if !isGroupLabel(lines[i]) {
			i++
			continue
		}
		g, next := readGroup(lines, i, published)
		g.over = next == i+1 && next < len(lines) && isGroupLabel(lines[next])
		groups = append(groups, g)
		if g.Teaser != "" && isAnnouncement(g.Label) && !o[g.within] && g.fills(g.within) {
			plots = append(plots, g.within)
		}
		i = next
	}
	return joinGroups(groups), plots
}

// fills says whether n is a part of a page that holds nothing but what was read
// into g.
func (g *group) fills(n *html.Node) bool {
	return n != nil && n.Data != "body" &&
		len(feeds.Clean(textIn(n, 2*g.size), 2*g.size)) <= g.size+len(g.Links)+2 // a blank between two lines
}

// noGroups open what leads to no text: the words of share bars, tags, and of
// what is asked of a reader.
var noGroups = begins("no group", maxLabel, `tags?\b`, `topics?\b`, `share\b`, `follow\b`, `about\b`, `sign up`, `subscribe`, `newsletters?`, `log ?in`, `comments?\b`,
	`contact`, `advert`, `sponsored`, `cookies?`, `categor`, `accessib`, `skip `, `jump to`, `archives?\b`, `sections?\b`, `downloads?\b`, `our apps?`, `legal`, `privacy`, `menu`, `teilen`, `schlagw`,
	`partager`, `mots.cl`, `etiquetas`, `теги`, `поделиться`, `标签`, `タグ`, `وسوم`, `languages?\b`, `editions?\b`, `services?\b`)

// isGroupLabel says whether a line can stand above a group: short, no
// sentence, and set apart by its look or its words.
func isGroupLabel(l pageLine) bool {
	if len(l.text) > maxGroupTag || !opensWithWord(l.text) || strings.ContainsAny(l.text, "@©") {
		return false
	}
	apart := l.heading || l.link.URL == "" && isCapitals(l.text)
	if apart && l.link.URL != "" && isHeadlineLine(l) || !apart {
		apart = isAnnouncement(l.text)
	}
	return apart && !sentenceEnd().MatchString(l.text) && !noGroups.like().MatchString(l.text) && !matches(noiseLines, l.text)
}

func opensWithWord(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return strings.ContainsFunc(s, unicode.IsLetter) && (unicode.IsLetter(r) || unicode.IsNumber(r) || unicode.Is(unicode.Pi, r) || r == '"')
}

// isAnnouncement says whether a text has the words that open what follows an
// article.
func isAnnouncement(text string) bool { return matches(tailHeads, text) || matches(leadLines, text) }

// isHeadlineLine says whether a line is a link with the words of a headline.
func isHeadlineLine(l pageLine) bool {
	return l.link.URL != "" && len(l.unlinked)*4 <= len(l.text) && saysEnough(l.link.Text) && !matches(noiseLines, l.link.Text) && !isShare(l.link.URL)
}

// shareHosts are hosts to which a link with many words is one that shares.
var shareHosts = set("facebook.com twitter.com x.com t.me telegram.me whatsapp.com api.whatsapp.com linkedin.com reddit.com pinterest.com vk.com")

func isShare(address string) bool { return shareHosts[host(address)] }

// readGroup reads the group whose label is lines[i], and returns it with the
// index of the first line after it.
func readGroup(lines []pageLine, i int, published time.Time) (g group, next int) {
	g.Label = strings.Trim(lines[i].text, " :»›>|")
	g.size = len(lines[i].text)
	for next = i + 1; next < len(lines); next++ {
		l := lines[next]
		if g.within == nil {
			g.within = common(lines[i].node, l.node)
		}
		if !contains(g.within, l.node) && isHeadlineLine(l) && !g.Day.IsZero() {
			g.within = rowsAround(g.within, l.node) // the lead in one row of a table, the others in the next
		}
		if !contains(g.within, l.node) || isGroupLabel(l) || isElement(l.node.Parent, "h1") || !g.take(l, published) {
			break
		}
		g.size += len(l.text)
	}
	return g, next
}

// rowsAround returns the table that both nodes are in different rows of; else
// the first of them.
func rowsAround(n, below *html.Node) *html.Node {
	if around := common(n, below); isElement(around, "tbody", "table") {
		return around
	}
	return n
}

// take reads one line into g. It says false if the line belongs to it no more.
func (g *group) take(l pageLine, published time.Time) bool {
	switch {
	case isHeadlineLine(l) && !g.has(l.link.URL):
		g.add(l)
	case g.count == 0:
		return l.link.URL == "" && len(l.text) < minBeginning
	case g.count == 1 && g.bare() && l.link.URL == "" && g.dated(l.text, published):
	case g.count == 1 && g.Teaser == "" && len(l.unlinked) >= minBeginning:
		g.Teaser = teaser(l.unlinked)
	case g.count == 1 && g.Teaser == "" && l.link.URL == g.Lead.URL && len(l.text) >= minBeginning:
		g.Teaser = teaser(l.text) // a card that is a link as a whole
	case len(l.unlinked) >= minBeginning:
		return common(g.last, l.node) != g.within // the beginning of a later one
	}
	return true
}

// dated reads a line that is the dateline of the lead.
func (g *group) dated(text string, published time.Time) bool {
	if len(text) > maxLabel {
		return false
	}
	d, alone, ok := parseDateline(text, published)
	if ok && alone {
		g.Place, g.Wire, g.Day = d.place, d.wire, d.date
	}
	return ok && alone
}

func (g *group) add(l pageLine) {
	g.count++
	g.last = l.node
	if g.count == 1 {
		g.Lead = l.link
	} else if len(g.Links) < maxInGroup {
		g.Links = append(g.Links, l.link)
	}
}

func (g *group) has(address string) bool {
	return g.Lead.URL == address || slices.ContainsFunc(g.Links, func(l feeds.Link) bool { return l.URL == address })
}

// bare says whether nothing makes the first headline more than the others.
func (g *group) bare() bool { return g.Teaser == "" && g.Wire == "" && g.Place == "" && g.Day.IsZero() }

// readMore is what ends a beginning that was cut off.
var readMore = lazy(`(?i)\s*(?:\.{2,}|…)?\s*(?:\[?(?:read|see|learn) more\]?|more|continue reading|mehr|weiterlesen|lire la suite|leer más|leia mais|читать далее|阅读全文|اقرأ المزيد)?\W*$`)

// teaser is how a lead begins, without what asks to read on.
func teaser(text string) string {
	text = feeds.Clean(text, maxBeginning)
	if sentenceEnd().MatchString(text) && !strings.HasSuffix(text, "..") && !strings.HasSuffix(text, "…") {
		return text
	}
	return readMore().ReplaceAllString(text, "") + " …"
}

// common returns the lowest element that holds both, nil if there is none.
func common(a, b *html.Node) *html.Node {
	for a != nil && !contains(a, b) {
		a = a.Parent
	}
	return a
}
