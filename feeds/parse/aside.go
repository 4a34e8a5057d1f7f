package parse

import (
	"strconv"
	"strings"

	"github.com/mmcdole/gofeed"
)

// The texts of items are most of a feed, and an XML reader takes them byte by
// byte. So they are laid aside, and gofeed carries a stand-in of a few bytes
// through instead.

// A stand-in is this mark and the number of the text. It is a character that is
// never meant to be sent (Unicode Standard, section 23.7). An XML reader lets it
// pass; legal does not, so that no feed writes a stand-in itself. In base64 it may,
// for a text of its own.
const (
	asideMark  = '\ufdd0'
	asideStart = string(asideMark)
)

// lengthy are the elements of items whose texts are laid aside, by the root of
// the feed. They are what gofeed hands on as title, description and content.
var lengthy = map[string]map[string]bool{
	"feed": {"title": true, "summary": true, "content": true},
	"rss":  {"title": true, "description": true, "content:encoded": true},
	"rdf":  {"title": true, "description": true, "content:encoded": true},
}

// layAside lays aside the text of the element that was opened last, if gofeed
// would do no more than read it.
func (m *mender) layAside(t tag) {
	if m.item == 0 || len(m.open) != m.item+2 || !lengthy[m.root][t.name] || m.atom() && !isPlain(t) {
		return
	}
	text, n, ok := readLeaf(m.src[m.pos:], m.open[len(m.open)-1].name)
	if !ok || text == "" { // what is empty, gofeed looks for elsewhere
		return
	}
	m.out.WriteString(asideStart)
	m.out.WriteString(strconv.Itoa(len(m.aside)))
	m.aside = append(m.aside, text)
	m.skip(n)
}

// isPlain says whether what t opens is text to gofeed, with references and
// nothing else.
func isPlain(t tag) bool {
	for _, a := range t.attrs {
		if a.name == "mode" || a.name == "type" && a.value != "text" && !strings.HasPrefix(a.value, "text/") {
			return false
		}
	}
	return true
}

// readLeaf returns the text of an element from its start tag on, and how far it
// is to its end tag. It reports false if there is more in it than text and
// sections.
func readLeaf(s, name string) (text string, n int, ok bool) {
	var all pieces
	for {
		i := strings.IndexByte(s[n:], '<')
		if i < 0 {
			return "", 0, false
		}
		piece := unescape(s[n : n+i])
		n += i
		rest := s[n:]
		if strings.HasPrefix(rest, "</") {
			if strings.TrimSpace(piece) != "" {
				all.add(piece)
			}
			end, _ := readEnd(rest)
			return all.text(), n, end == name
		}
		all.add(piece)
		end := strings.Index(rest, sectionEnd)
		if end < 0 || !strings.HasPrefix(rest, sectionStart) {
			return "", 0, false
		}
		all.add(inSection(rest[:end]))
		n += end + len(sectionEnd)
	}
}

// pieces is a text while its pieces come. Mostly there is but one beside space,
// which need not be copied then.
type pieces struct {
	one   string
	whole strings.Builder // if there are more
}

func (p *pieces) add(s string) {
	blank := strings.TrimSpace(s) == ""
	switch {
	case p.whole.Len() > 0:
		p.whole.WriteString(s)
	case p.one == "" && !blank:
		p.one = s
	case p.one != "" && s != "":
		p.whole.WriteString(p.one)
		p.whole.WriteString(s)
	}
}

// text returns the text without space at its ends.
func (p *pieces) text() string {
	if p.whole.Len() > 0 {
		return strings.TrimSpace(p.whole.String())
	}
	return strings.TrimSpace(p.one)
}

// unescape returns the text that an XML reader reads from character data which
// write has mended.
func unescape(s string) string {
	s = strings.ReplaceAll(head(s), sectionEnd, "")
	var b strings.Builder
	for {
		i := strings.IndexByte(s, '&')
		if i < 0 {
			break
		}
		writeLegal(&b, s[:i])
		value, n := readReference(s[i:])
		b.WriteString(value)
		s = s[i+n:]
	}
	if b.Len() == 0 {
		return legalText(s)
	}
	writeLegal(&b, s)
	return b.String()
}

// putBack puts the texts that were laid aside back in their places.
func (d document) putBack(feed *gofeed.Feed) {
	for _, item := range feed.Items {
		for _, s := range []*string{&item.Title, &item.Description, &item.Content} {
			number, ok := strings.CutPrefix(*s, asideStart)
			if !ok {
				continue
			}
			if i, err := strconv.ParseUint(number, 10, 0); err == nil && i < uint64(len(d.aside)) {
				*s = d.aside[i]
			}
		}
	}
}
