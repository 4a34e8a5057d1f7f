package article

import (
	"strings"

	"golang.org/x/net/html"

	"dateline/feeds"
)

// How much of a page is searched for the signs of a wall: walls are small.
const (
	maxSigns  = 32 << 10 // bytes of words
	maxMarks  = 16 << 10 // bytes of addresses, ids and scripts
	maxInline = 1 << 10  // bytes of one script
)

// signs is what tells a wall, gathered before the page is pruned. All of it is
// in lower case.
type signs struct {
	title    string
	lines    []string // of the page, without its menus, links and what is hidden
	size     int      // of all lines, in bytes
	marks    string   // addresses and ids of what the page is made of, and how its scripts begin
	noscript string
	scripts  int
	appRoot  bool // an element that a script fills
	paid     bool // the page declares that its text is not free
	withheld bool // what the page declares not to be free is not there
}

// appRoots are the ids of the elements that scripts fill, or fill them from.
var appRoots = set("root app __next __nuxt ___gatsby svelte react-root main-app app-root __next_data__ __nuxt_data__")

// menus are elements whose words stand on every page of a site.
var menus = set("nav footer header aside menu")

// readSigns gathers the signs of doc.
func readSigns(doc *html.Node, d declared) signs {
	r := signReader{}
	r.paid = d.paid && len(d.parts) == 0
	r.withheld = len(d.parts) > 0 && !brings(doc, d.parts)
	r.read(doc, false)
	r.flush()
	r.signs.marks = strings.ToLower(r.marks.String())
	r.signs.noscript = strings.ToLower(r.noscript.String())
	return r.signs
}

type signReader struct {
	signs
	line     strings.Builder // not ended yet
	marks    strings.Builder
	noscript strings.Builder
}

// read reads n and what is below it. Of what is quiet it keeps no words.
func (r *signReader) read(n *html.Node, quiet bool) {
	switch {
	case n.Type == html.TextNode && !quiet && r.size+r.line.Len() < maxSigns:
		r.line.WriteString(n.Data)
	case n.Type == html.ElementNode && !r.element(n):
		return
	}
	quiet = quiet || n.Type == html.ElementNode && (n.Data == "a" || menus[n.Data] || isHidden(n))
	edge := n.Type == html.ElementNode && !inline[n.Data]
	if edge {
		r.flush()
	}
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		r.read(c, quiet)
	}
	if edge {
		r.flush()
	}
}

// element notes what the marks of n say, and whether its words count.
func (r *signReader) element(n *html.Node) bool {
	for _, key := range [...]string{"id", "src", "action"} {
		r.mark(attr(n, key))
	}
	r.appRoot = r.appRoot || appRoots[strings.ToLower(attr(n, "id"))]
	switch n.Data {
	case "script":
		r.scripts++
		r.mark(textOf(n))
	case "noscript":
		if r.noscript.Len() < maxMarks {
			r.noscript.WriteString(feeds.Clean(textOf(n), maxInline))
		}
	case "title":
		if r.title == "" {
			r.title = strings.ToLower(feeds.Clean(textOf(n), maxField))
		}
	default:
		return !unread[n.Data] || n.Data == "head"
	}
	return false
}

func (r *signReader) mark(s string) {
	if s != "" && r.marks.Len() < maxMarks {
		r.marks.WriteString(s[:min(len(s), maxInline)])
		r.marks.WriteByte('\n')
	}
}

func (r *signReader) flush() {
	if line := strings.ToLower(feeds.Clean(r.line.String(), maxSigns)); line != "" {
		r.lines = append(r.lines, line)
		r.size += len(line)
	}
	r.line.Reset()
}

// textOf returns the text right below n.
func textOf(n *html.Node) string {
	if n.FirstChild == nil {
		return ""
	}
	return n.FirstChild.Data
}
