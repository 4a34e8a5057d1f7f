package parse

import (
	"html"
	"strings"
)

// mend makes a well-formed document of whatever came: what stands before and
// after the feed goes, tags are balanced, illegal characters and references
// go, and of a document that breaks off the whole items stay.
func mend(text string) (document, error) {
	text = strings.TrimLeft(text, "\ufeff \t\r\n\x00")
	if strings.HasPrefix(text, "{") {
		doc := mendJSON(text)
		doc.text = reshape(doc.text)
		return doc, nil
	}
	m := mender{src: text}
	m.out.Grow(len(text) / 2) // the texts of items do not come in
	for m.pos < len(m.src) && !m.done {
		m.step()
	}
	if len(m.root) == 0 {
		return document{}, m.noFeed()
	}
	return m.finish(), nil
}

// mender walks over the source once and writes as it goes.
type mender struct {
	src  string
	pos  int
	out  strings.Builder
	lang string    // of the outermost element, for the channel
	root string    // name of the outermost element, in lower case; empty before it
	own  string    // the vocabulary it is in, where that is none of a feed's
	pure bool      // its name has no prefix
	open []element // those that are open in out
	over int       // elements open beyond maxDepth, which are not in out

	item      int      // how many elements enclose the open item; 0 outside of one
	itemStart int      // where it begins in out
	items     int      // that began
	channel   bool     // one began
	marks     int      // elements and attributes so far
	aside     []string // texts of items so far, by number

	done   bool
	broken bool
	html   bool // seen where a feed should be
	feed   bool // a feed began, but broke off in its first tag
}

// element is one that is open.
type element struct {
	name    string // in the source
	written string
	inside  *scope
}

// step takes one piece of the source: text, comment, section or tag.
func (m *mender) step() {
	rest := m.src[m.pos:]
	i := strings.IndexByte(rest, '<')
	if i < 0 {
		i = len(rest)
	}
	if i > 0 {
		m.write(rest[:i])
		m.pos += i
		return
	}
	switch {
	case strings.HasPrefix(rest, "<!--"):
		m.skipPast("-->")
	case strings.HasPrefix(rest, sectionStart):
		m.section(rest)
	case strings.HasPrefix(rest, "<?"):
		m.skipPast("?>")
	case strings.HasPrefix(rest, "<!"):
		m.skip(directiveEnd(rest))
	case strings.HasPrefix(rest, "</"):
		m.endTag(rest)
	default:
		m.startTag(rest)
	}
}

// write copies text that belongs to an element; beside elements there is none to
// keep.
func (m *mender) write(text string) {
	if text = head(text); !m.beside() && !m.full() {
		// What is left of a section within a section is no text, and an XML
		// reader takes no bare one.
		writeText(&m.out, strings.ReplaceAll(text, sectionEnd, ""), ">")
	}
}

// beside says whether the present place is not in an element of an item or a
// channel, but beside these. Feeds have nothing but space there.
func (m *mender) beside() bool {
	if m.item > 0 {
		return len(m.open) == m.item+1
	}
	return len(m.open) == 0 || roots[strings.ToLower(m.open[len(m.open)-1].written)]
}

// full says whether as much was written of the open item as is read of one.
func (m *mender) full() bool { return m.item > 0 && m.out.Len()-m.itemStart > itemBytes }

func (m *mender) skipPast(end string) {
	i := strings.Index(m.src[m.pos:], end)
	if i < 0 {
		m.skip(-1)
		return
	}
	m.skip(i + len(end))
}

// skip moves n bytes on; a negative n says that what began has no end.
func (m *mender) skip(n int) {
	if n < 0 {
		m.pos, m.broken = len(m.src), true
		return
	}
	m.pos += n
}

// atom says whether the feed is Atom. gofeed builds a tree of every HTML text
// there, which costs the square of what a hostile one holds; so such texts are
// handed over as plain ones. Here nobody needs the tree.
func (m *mender) atom() bool { return m.root == "feed" }

const sectionStart, sectionEnd = "<![CDATA[", "]]>"

// section copies a CDATA section. One that begins in another begins nothing.
func (m *mender) section(rest string) {
	i := strings.Index(rest, sectionEnd)
	if i < 0 {
		m.skip(-1)
		return
	}
	switch text := inSection(rest[:i]); {
	case m.beside() || m.full():
	case m.atom():
		m.out.WriteString(html.EscapeString(text))
	default:
		m.out.WriteString(sectionStart)
		m.out.WriteString(text)
		m.out.WriteString(sectionEnd)
	}
	m.skip(i + len(sectionEnd))
}

// inSection returns the text of a section that lacks its end.
func inSection(section string) string {
	return legalText(strings.ReplaceAll(head(section[len(sectionStart):]), sectionStart, " "))
}
