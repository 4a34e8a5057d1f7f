package article

import "strings"

// mend takes out of a script what JSON does not allow and pages write all the
// same: comments, the marks of CDATA, commas before a closing bracket, raw
// line breaks and wrong escapes within strings, a semicolon at the end. What
// is broken otherwise stays so.
func mend(script string) string {
	m := mender{in: script}
	m.out.Grow(len(script))
	for m.at < len(m.in) {
		m.step()
	}
	return strings.TrimRight(m.out.String(), "; \n\t\r")
}

type mender struct {
	in    string
	at    int
	out   strings.Builder
	comma bool // one was read and not written yet
}

// skipped are what has no meaning outside of strings, from its first mark to
// its last.
var skipped = []struct{ from, to string }{
	{"/*", "*/"}, {"//", "\n"}, {"<![CDATA[", ""}, {"]]>", ""}, {"<!--", ""}, {"-->", ""}, {"\ufeff", ""},
}

// step reads one string, one comment or one character.
func (m *mender) step() {
	for _, s := range skipped {
		rest, ok := strings.CutPrefix(m.in[m.at:], s.from)
		if !ok {
			continue
		}
		m.at += len(s.from)
		if end := strings.Index(rest, s.to); end >= 0 {
			m.at += end + len(s.to)
		} else {
			m.at = len(m.in)
		}
		return
	}
	c := m.in[m.at]
	switch {
	case c == '"':
		m.write()
		m.text()
		return
	case c == ',':
		m.comma = true
	case c == ' ' || c == '\n' || c == '\r' || c == '\t':
		m.out.WriteByte(c)
	case c < ' ':
		// no JSON
	case c == '}' || c == ']':
		m.comma = false
		m.out.WriteByte(c)
	default:
		m.write()
		m.out.WriteByte(c)
	}
	m.at++
}

// write writes the comma that is due.
func (m *mender) write() {
	if m.comma {
		m.out.WriteByte(',')
		m.comma = false
	}
}

// text copies a string to its closing quote.
func (m *mender) text() {
	m.out.WriteByte('"')
	for m.at++; m.at < len(m.in); m.at++ {
		switch c := m.in[m.at]; {
		case c == '"':
			m.out.WriteByte('"')
			m.at++
			return
		case c == '\\' && m.at+1 < len(m.in):
			m.at++
			if strings.IndexByte(`"\/bfnrtu`, m.in[m.at]) >= 0 {
				m.out.WriteByte('\\')
			}
			if m.in[m.at] >= ' ' {
				m.out.WriteByte(m.in[m.at])
			}
		case c < ' ':
			m.out.WriteByte(' ')
		default:
			m.out.WriteByte(c)
		}
	}
}
