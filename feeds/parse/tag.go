package parse

import "strings"

// tag is a start tag.
type tag struct {
	name  string
	attrs []attr
	empty bool // it ends itself
}

type attr struct{ name, value string }

const space = " \t\r\n\f"

// readTag reads the start tag at the beginning of s and returns its length: 0
// if it is none, less than 0 if it has no end.
func readTag(s string) (tag, int) {
	n := nameLength(s[1:])
	if n == 0 {
		return tag{}, 0
	}
	t := tag{name: s[1 : 1+n]}
	for i := 1 + n; i < len(s); {
		switch c := s[i]; {
		case c == '>':
			return t, i + 1
		case c == '<': // the tag was left open
			return t, i
		case c == '/' || strings.IndexByte(space, c) >= 0:
			t.empty = strings.HasPrefix(s[i:], "/>")
			i++
		default:
			a, size := readAttr(s[i:])
			if a.name != "" && len(a.value) <= attrBytes && len(t.attrs) < maxAttrs {
				t.attrs = append(t.attrs, a)
			}
			i += size
		}
	}
	return t, -1
}

// readAttr reads one attribute: quoted, bare, or without a value. An attribute
// without a usable name comes without one.
func readAttr(s string) (attr, int) {
	end := nameLength(s)
	if end == 0 {
		skip := strings.IndexAny(s[1:], space+"/><")
		if skip < 0 {
			return attr{}, len(s)
		}
		return attr{}, 1 + skip
	}
	a := attr{name: s[:end]}
	after := strings.TrimLeft(s[end:], space)
	if !strings.HasPrefix(after, "=") {
		return a, end
	}
	after = strings.TrimLeft(after[1:], space)
	start := len(s) - len(after)
	if after == "" {
		return a, start
	}
	stop, width := strings.IndexAny(after, space+"><"), 0
	if quote := after[0]; quote == '"' || quote == '\'' {
		after, start, width = after[1:], start+1, 1
		stop = strings.IndexByte(after, quote)
	}
	if stop < 0 {
		return attr{}, len(s)
	}
	a.value = after[:stop]
	return a, start + stop + width
}

// readEnd reads the end tag at the beginning of s: its name and its length,
// less than 0 if it has no end.
func readEnd(s string) (string, int) {
	n := nameLength(s[2:])
	name := s[2 : 2+n]
	for i := 2 + n; i < len(s); i++ {
		switch s[i] {
		case '>':
			return name, i + 1
		case '<':
			return name, i
		}
	}
	return name, -1
}

// directiveEnd returns the length of a declaration such as <!DOCTYPE>, with
// its internal subset, or less than 0.
func directiveEnd(s string) int {
	end := strings.IndexByte(s, '>')
	subset := strings.IndexByte(s, '[')
	switch {
	case end < 0:
		return -1
	case subset < 0 || end < subset:
		return end + 1
	}
	for i := subset; i < len(s); i++ {
		if s[i] != ']' {
			continue
		}
		if rest := strings.TrimLeft(s[i+1:], space); strings.HasPrefix(rest, ">") {
			return len(s) - len(rest) + 1
		}
	}
	return -1
}

// nameLength returns how many bytes of s are a name that an XML reader takes:
// ASCII, with one colon at most. 0 means none.
func nameLength(s string) int {
	colons := 0
	for i := range len(s) {
		c := s[i] | 0x20
		switch {
		case 'a' <= c && c <= 'z' || s[i] == '_':
		case i > 0 && ('0' <= s[i] && s[i] <= '9' || s[i] == '-' || s[i] == '.'):
		case i > 0 && s[i] == ':':
			if colons++; colons > 1 {
				return 0
			}
		default:
			return i
		}
	}
	return len(s)
}

// local returns a name without its prefix, in lower case.
func local(name string) string {
	return strings.ToLower(name[strings.IndexByte(name, ':')+1:])
}

// write writes t so that every value is quoted and escaped.
func (t tag) write(b *strings.Builder) {
	b.WriteByte('<')
	b.WriteString(t.name)
	for _, a := range t.attrs {
		b.WriteByte(' ')
		b.WriteString(a.name)
		b.WriteString(`="`)
		writeText(b, a.value, `"<>`)
		b.WriteByte('"')
	}
	if t.empty {
		b.WriteByte('/')
	}
	b.WriteByte('>')
}

// roots are the outermost elements of feeds, without prefix and in lower case.
var roots = map[string]bool{"rss": true, "rdf": true, "feed": true, "channel": true}

// itemNames are the elements that hold one item.
var itemNames = map[string]bool{"item": true, "entry": true}

// pageTags are elements that only a web page begins with.
var pageTags = map[string]bool{"html": true, "head": true, "body": true}

// messageTags are elements of pages that name no root, and of messages that
// faulty programs write before a feed.
var messageTags = map[string]bool{
	"b": true, "br": true, "center": true, "div": true, "font": true, "h1": true, "h2": true, "link": true, "meta": true, "p": true,
	"pre": true, "script": true, "span": true, "style": true, "table": true, "title": true,
}

// voidTags are HTML elements without an end that stand unescaped in feeds. The
// names that feeds use themselves (link, source, image) are not among them.
var voidTags = map[string]bool{"br": true, "hr": true, "img": true, "input": true, "wbr": true, "col": true, "area": true}
