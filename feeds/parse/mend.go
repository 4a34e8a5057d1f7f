package parse

import (
	"html"
	"slices"
	"strings"

	"dateline/feeds"
)

// document is a feed that a strict reader can read.
type document struct {
	text   string
	broken bool // it broke off; what was not whole is gone
}

// mend makes a well-formed document of whatever came: what stands before and
// after the feed goes, tags are balanced, illegal characters and references
// go, and of a document that breaks off the whole items stay.
func mend(text string) (document, error) {
	text = strings.TrimLeft(text, "\ufeff \t\r\n\x00")
	if strings.HasPrefix(text, "{") {
		return mendJSON(text), nil
	}
	m := mender{src: text}
	m.out.Grow(len(text) + len(text)/16)
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
	root string   // name of the outermost element; empty before it
	open []string // names of the elements that are open in out
	over int      // elements open beyond maxDepth, which are not in out

	item      int // how many elements enclose the open item; 0 outside of one
	itemStart int // where it begins in out

	done   bool
	broken bool
	html   bool // seen where a feed should be
	feed   bool // a feed began, but broke off in its first tag
}

// noFeed says what came instead of a feed.
func (m *mender) noFeed() error {
	switch {
	case m.html:
		return &feeds.Failure{Kind: feeds.FailHTML}
	case m.feed:
		return malformed(errBreaksOff)
	}
	return &feeds.Failure{Kind: feeds.FailNotFeed}
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
	case strings.HasPrefix(rest, "<![CDATA["):
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

// write copies text inside the feed; outside of it there is none to keep.
func (m *mender) write(text string) {
	if len(m.open) > 0 {
		writeText(&m.out, text, "")
	}
}

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
func (m *mender) atom() bool { return local(m.root) == "feed" }

// section copies a CDATA section.
func (m *mender) section(rest string) {
	const start, end = "<![CDATA[", "]]>"
	i := strings.Index(rest, end)
	if i < 0 {
		m.skip(-1)
		return
	}
	switch text := rest[len(start):i]; {
	case len(m.open) == 0:
	case m.atom():
		writeLegal(&m.out, html.EscapeString(text))
	default:
		m.out.WriteString(start)
		writeLegal(&m.out, text)
		m.out.WriteString(end)
	}
	m.skip(i + len(end))
}

// startTag opens an element, after closing an item that was left open.
func (m *mender) startTag(rest string) {
	t, n := readTag(rest)
	switch {
	case n == 0: // no tag at all
		m.write("&lt;")
		m.skip(1)
		return
	case n < 0:
		m.feed = m.feed || roots[local(t.name)]
		m.skip(n)
		return
	}
	m.skip(n)
	name := local(t.name)
	if m.root == "" {
		m.begin(t, name)
		return
	}
	isItem := itemNames[name]
	if isItem && m.item > 0 && strings.EqualFold(t.name, m.open[m.item]) {
		m.close(m.item)
	}
	t.empty = t.empty || voidTags[strings.ToLower(t.name)]
	if len(m.open)+m.over >= maxDepth {
		if !t.empty {
			m.over++
		}
		return
	}
	if isItem && m.item == 0 && !t.empty {
		m.item, m.itemStart = len(m.open), m.out.Len()
	}
	m.emit(t)
}

// begin looks at a tag before the feed: it may be its root.
func (m *mender) begin(t tag, name string) {
	switch {
	case name == "channel":
		// Some feeds leave the outermost element out.
		m.root = "rss"
		m.emit(tag{name: "rss"})
		m.emit(t)
	case roots[name]:
		m.root = t.name
		m.emit(t)
		m.done = t.empty
	case pageTags[name]:
		m.html, m.done = true, true
	}
}

func (m *mender) emit(t tag) {
	if m.atom() {
		t.attrs = slices.DeleteFunc(t.attrs, func(a attr) bool {
			return a.name == "type" && strings.EqualFold(a.value, "html")
		})
	}
	t.write(&m.out)
	if !t.empty {
		m.open = append(m.open, t.name)
	}
}

// endTag closes the element it names and all that was left open in it. One
// that names no open element goes.
func (m *mender) endTag(rest string) {
	name, n := readEnd(rest)
	m.skip(n)
	if n < 0 {
		return
	}
	if l := local(name); m.over > 0 && !itemNames[l] && !roots[l] {
		m.over--
		return
	}
	for i := len(m.open) - 1; i >= 0; i-- {
		if strings.EqualFold(m.open[i], name) {
			m.close(i)
			m.done = len(m.open) == 0
			return
		}
	}
}

// close closes the open elements down to number i, that one included.
func (m *mender) close(i int) {
	for n := len(m.open) - 1; n >= i; n-- {
		m.out.WriteString("</")
		m.out.WriteString(m.open[n])
		m.out.WriteByte('>')
	}
	m.open, m.over = m.open[:i], 0
	if i <= m.item {
		m.item = 0
	}
}

// finish closes what is open. An item that is not whole goes.
func (m *mender) finish() document {
	if m.item == 0 {
		broken := m.broken || len(m.open) > 0
		m.close(0)
		return document{m.out.String(), broken}
	}
	whole := m.out.String()[:m.itemStart]
	open := m.open[:m.item]
	m.out.Reset()
	m.out.WriteString(whole)
	m.open, m.item = open, 0
	m.close(0)
	return document{m.out.String(), true}
}
