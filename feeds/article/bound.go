package article

import (
	"bytes"
	"strings"
	"unicode/utf8"
)

// formatting are the elements that HTML opens again in every block that
// follows, until they are closed: many open ones times many blocks make a tree
// far larger than its page. Links are not among them, for one closes another.
var formatting = set("b big code em font i nobr s small strike strong tt u")

// rawTags are the elements whose text is for no reader.
var rawTags = set("script style noscript template")

// bounded returns page up to where it would hold more than maxTree or maxText
// allow, and whether that cut it. The tree is reckoned from the tags alone, and
// rather too large: a parser cannot be stopped before the memory is gone.
func bounded(page []byte) (part []byte, cut bool) {
	m := measure{}
	for at := bytes.IndexByte(page, '<'); at >= 0 && at < len(page); {
		end := len(page)
		if next := bytes.IndexByte(page[at+1:], '<'); next >= 0 {
			end = at + 1 + next
		}
		m.add(page[at+1 : end])
		switch {
		case m.tree > maxTree:
			return page[:at], true
		case m.text > maxText:
			end -= m.text - maxText
			for !utf8.RuneStart(page[end]) {
				end--
			}
			return page[:end], true
		}
		at = end
	}
	return page, false
}

// measure reckons what a page holds.
type measure struct {
	tree int    // nodes and attributes
	text int    // bytes of text for readers
	open int    // formatting elements that are not closed
	raw  string // the element of rawTags that is not closed
}

// add counts a tag without its "<" and the text after it.
func (m *measure) add(tag []byte) {
	tag, text, _ := bytes.Cut(tag, []byte(">"))
	m.tree += min(1, len(text))
	name, ends := bytes.CutPrefix(tag, []byte("/"))
	name = nameOf(name)
	switch formats := formatting[string(name)]; {
	case ends && formats:
		m.open = max(0, m.open-1)
	case formats:
		m.open++
		m.tree += 1 + attributes(tag)
	case !ends:
		m.tree += 1 + attributes(tag) + m.open
	}
	switch {
	case ends && m.raw == string(name):
		m.raw = ""
	case !ends && m.raw == "" && rawTags[string(name)]:
		m.raw = string(name)
	}
	if m.raw == "" {
		m.text += len(text)
	}
}

// tagSpace is what parts the name and the attributes of a tag.
const tagSpace = " \t\r\n\f/"

// nameOf returns the name of a tag in lower case.
func nameOf(tag []byte) []byte {
	if end := bytes.IndexAny(tag, tagSpace); end >= 0 {
		tag = tag[:end]
	}
	return bytes.ToLower(tag)
}

// attributes is how many attributes a tag has: about as many as gaps outside of
// quotes.
func attributes(tag []byte) int {
	n, space, quote := 0, false, byte(0)
	for _, c := range tag {
		if quote != 0 {
			if c == quote {
				quote = 0
			}
			continue
		}
		if c == '"' || c == '\'' {
			quote = c
		}
		now := strings.IndexByte(tagSpace, c) >= 0
		if now && !space {
			n++
		}
		space = now
	}
	return n
}
