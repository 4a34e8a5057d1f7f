package typeset

import (
	"fmt"
	"regexp"
	"strings"

	"golang.org/x/net/publicsuffix"

	"dateline/feeds"
	"dateline/ui/pane"
)

// link is where words lead, as far as it is set: the number by which the reader
// names it, and the address for the terminal, empty if it takes none.
type link struct {
	number int
	target string
}

// maxTarget is the length in bytes from which an address is not given to the
// terminal: VTE takes 2083, and others no more.
const maxTarget = 2000

// targets returns the links of an article by their addresses.
func targets(o Options) map[string]link {
	out := map[string]link{}
	for i, l := range o.Article.Links() {
		out[l.URL] = link{number: i + 1, target: target(o, l.URL)}
	}
	return out
}

// target returns an address as it may stand in an escape code: in ASCII, since
// a byte of another character could end the code.
func target(o Options, address string) string {
	safe, ok := feeds.SafeURL(address)
	if !ok || !o.Theme.Hyperlinks {
		return ""
	}
	var b strings.Builder
	for _, c := range []byte(feeds.Spelled(safe)) {
		if c > ' ' && c <= '~' {
			b.WriteByte(c)
		} else {
			fmt.Fprintf(&b, "%%%02X", c)
		}
	}
	if b.Len() > maxTarget {
		return ""
	}
	return b.String()
}

// around makes painted words a link of the terminal (OSC 8). The parts of one
// link have one name, so that they light up together.
func (l link) around(words string) string {
	if l.target == "" {
		return words
	}
	return fmt.Sprintf("\x1b]8;id=%d;%s\x1b\\%s\x1b]8;;\x1b\\", l.number, l.target, words)
}

// joiner keeps a line from ending where it stands.
const joiner = "\u2060"

// mark returns the number of a link as it stands behind its words, and where it
// leads if that is to be said.
func (l link) mark(leads string) string {
	switch {
	case l.number == 0:
		return ""
	case leads != "":
		return fmt.Sprintf("%s[%d: %s]", joiner, l.number, leads)
	}
	return fmt.Sprintf("%s[%d]", joiner, l.number)
}

// named finds the host that the words of a link name, if they are an address.
var named = regexp.MustCompile(`^(?i:(https?)://)?((?:[\pL\pM\pN-]+\.)+[\pL\pM\pN-]{2,})\.?(?:[/:?#]\S*)?$`)

// elsewhere returns the host to which address leads if its words name another
// one: who reads them takes them for where they come to.
func elsewhere(words, address string) string {
	m := named.FindStringSubmatch(strings.TrimSpace(words))
	if m == nil {
		return ""
	}
	if _, known := publicsuffix.PublicSuffix(strings.ToLower(m[2])); m[1] == "" && !known {
		return "" // a word with a dot in it
	}
	said, leads := strings.ToLower(pane.Host("http://"+m[2])), strings.ToLower(pane.Host(address))
	if said == leads || strings.HasSuffix(said, "."+leads) || strings.HasSuffix(leads, "."+said) {
		return ""
	}
	return pane.Host(address)
}

// compose joins the spans of a block; each link is followed by its number.
func (pg *Page) compose(spans []feeds.Span) *text {
	t := &text{}
	said := ""
	for i, s := range spans {
		said += s.Plain()
		st := style{strong: s.Strong, emph: s.Emph, link: pg.links[s.Link]}
		if s.Emph && pg.th.EmphMark != "" {
			t.between(pg.th.EmphMark, s.Text, st)
		} else {
			t.add(s.Text, st)
		}
		if s.Link != "" && (i+1 == len(spans) || spans[i+1].Link != s.Link) {
			t.note(st.link.mark(elsewhere(said, s.Link)), style{note: true, link: st.link})
		}
		if i+1 < len(spans) && spans[i+1].Link != s.Link {
			said = ""
		}
	}
	return t
}
