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
}

// readGroups finds the parts of a page that lead on: a label, and below it
// headlines, of which the first may have a dateline and a beginning.
func readGroups(body *html.Node, base *url.URL, published time.Time) []feeds.LinkGroup {
	lines := pageLines(body, base)
	var groups []group
	for i := 0; i < len(lines) && len(groups) < 4*maxGroups; {
		if !isGroupLabel(lines[i]) {
			i++
			continue
		}
		g, next := readGroup(lines, i, published)
		groups = append(groups, g)
		i = next
	}
	return joinGroups(groups)
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

// joinGroups makes of what stands below single labels what a reader sees as
// groups: a lead and the headlines below the same label are one; entries of a
// list that each have a label of their own are one list, under the label
// above them.
func joinGroups(all []group) []feeds.LinkGroup {
	var out []feeds.LinkGroup
	above := "" // the label of what holds nothing by itself
	for i := 0; i < len(all) && len(out) < maxGroups; i++ {
		g := all[i]
		if g.count == 0 {
			above = g.Label
			continue
		}
		if n := singles(all[i:]); n > 1 && above != "" {
			g = asList(above, all[i:i+n])
			i += n - 1
		} else if i+1 < len(all) && g.count == 1 && !g.bare() && all[i+1].Label == g.Label && all[i+1].bare() {
			i++
			g.Links, g.count = all[i].headlines(), g.count+all[i].count
		}
		above = ""
		if g.count < 2 && (g.Teaser == "" || g.Day.IsZero()) {
			continue
		}
		if g.bare() {
			g.Links, g.Lead = g.headlines(), feeds.Link{}
		}
		out = append(out, g.LinkGroup)
	}
	return out
}

func (g *group) headlines() []feeds.Link {
	if g.Lead.URL == "" {
		return g.Links
	}
	return append([]feeds.Link{g.Lead}, g.Links...)
}

// singles counts the groups of one headline at the start, while their labels
// differ from the next one's.
func singles(all []group) int {
	n := 0
	for n < len(all) && all[n].count == 1 && (n+1 == len(all) || all[n+1].Label != all[n].Label || all[n+1].count == 1) {
		n++
	}
	return n
}

func asList(label string, all []group) group {
	g := all[0]
	g.Label = label
	for _, o := range all[1:] {
		if g.count++; len(g.Links) < maxInGroup && !g.has(o.Lead.URL) {
			g.Links = append(g.Links, o.Lead)
		}
	}
	return g
}

// ofPage drops from groups what stands in the text of a, leads to itself, or
// was offered before; groups that have too little left; and a label that
// stands above the group before.
func ofPage(a feeds.Article, groups []feeds.LinkGroup) []feeds.LinkGroup {
	seen := map[string]bool{a.URL: true}
	for _, l := range a.Links() {
		seen[l.URL] = true
	}
	var out []feeds.LinkGroup
	label := ""
	for _, g := range groups {
		if seen[g.Lead.URL] {
			g = feeds.LinkGroup{Label: g.Label, Links: g.Links}
		}
		fresh := func(l feeds.Link) bool { old := seen[l.URL]; seen[l.URL] = true; return !old }
		lead := g.Lead.URL != "" && fresh(g.Lead)
		g.Links = slices.DeleteFunc(slices.Clone(g.Links), func(l feeds.Link) bool { return !fresh(l) })
		alone := lead && !g.Day.IsZero() // a lead that is dated needs no others
		if n := len(linksOf([]feeds.LinkGroup{g})); n < 2 && !alone {
			continue
		}
		if fold(g.Label) == label {
			g.Label = ""
		} else {
			label = fold(g.Label)
		}
		if fold(g.Label) == fold(a.Title) {
			continue
		}
		out = append(out, g)
	}
	return out
}

// linksOf lists the links of groups.
func linksOf(groups []feeds.LinkGroup) []feeds.Link {
	var out []feeds.Link
	for _, g := range groups {
		if g.Lead.URL != "" {
			out = append(out, g.Lead)
		}
		out = append(out, g.Links...)
	}
	return out
}
