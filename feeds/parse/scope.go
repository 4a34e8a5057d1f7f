package parse

import (
	"slices"
	"strings"
)

// scope is a place in the document where prefixes were given meanings. The
// scopes of inner elements lead on to those around them.
type scope struct {
	prefix string
	means  string // the usual prefix of what it stands for
	outer  *scope
	size   int // of the chain
}

// declare returns what holds inside of t, whose declarations go: no one behind
// the mender needs them.
func (s *scope) declare(t *tag) *scope {
	kept := t.attrs[:0]
	for _, a := range t.attrs {
		prefix, ok := strings.CutPrefix(a.name, "xmlns:")
		switch {
		case !ok && a.name != "xmlns":
			kept = append(kept, a)
			continue
		case !ok:
			prefix = ""
		}
		if s.length() < maxSpaces {
			s = &scope{prefix, meaning(prefix, a.value), s, s.length() + 1}
		}
	}
	t.attrs = kept
	return s
}

func (s *scope) length() int {
	if s == nil {
		return 0
	}
	return s.size
}

// vocabulary returns the usual prefix of what name belongs to: "" for a name
// without any, "other" where none is known. Most feeds use the usual prefixes,
// and some use them without saying what they mean.
func (s *scope) vocabulary(name string) string {
	prefix, _, ok := strings.Cut(name, ":")
	if !ok {
		prefix = ""
	}
	for at := s; at != nil; at = at.outer {
		if at.prefix == prefix {
			return at.means
		}
	}
	return strings.ToLower(prefix)
}

// meaning returns the usual prefix of what a declaration stands for, or the
// declared one where none is known.
func meaning(prefix, stands string) string {
	known, ok := vocabularies[address(stands)]
	switch {
	case ok:
		return known
	case prefix == "" && stands != "":
		return "other"
	}
	return strings.ToLower(prefix)
}

// scope returns what prefixes mean at the present place.
func (m *mender) scope() *scope {
	if len(m.open) == 0 {
		return nil
	}
	return m.open[len(m.open)-1].inside
}

// rename returns the name of an element as gofeed knows it: bare for what a
// feed is made of, with the usual prefix for the rest.
func (m *mender) rename(name string, in *scope) string {
	vocabulary, bare := in.vocabulary(name), name[strings.IndexByte(name, ':')+1:]
	if bare == "" {
		return name
	}
	if strings.EqualFold(bare, "channel") {
		m.own = vocabulary
	}
	switch {
	case slices.Contains(families[m.root], vocabulary),
		vocabulary == m.own && m.pure == (len(bare) == len(name)),
		vocabulary == "xhtml" && m.item > 0 && (len(m.open) > m.item+1 || bare == "body"):
		return bare
	}
	return vocabulary + ":" + bare
}

// address brings what a prefix stands for into one form: it is no link, but
// people write it like one, with and without what ends it.
func address(s string) string {
	s = strings.ToLower(strings.TrimSpace(s))
	_, rest, ok := strings.Cut(s, "://")
	if !ok {
		rest = s
	}
	return strings.TrimRight(strings.TrimPrefix(rest, "www."), "/#")
}

// vocabularies maps what prefixes stand for to the usual ones.
var vocabularies = map[string]string{
	"w3.org/2005/atom": "atom",
	"purl.org/atom/ns": "atom",

	"purl.org/rss/1.0":                    "rss",
	"purl.org/net/rss1.1":                 "rss",
	"channel.netscape.com/rdf/simple/0.9": "rss",
	"my.netscape.com/rdf/simple/0.9":      "rss",
	"backend.userland.com/rss":            "rss",
	"backend.userland.com/rss2":           "rss",
	"backend.userland.com/rss091":         "rss",
	"blogs.law.harvard.edu/tech/rss":      "rss",
	"cyber.law.harvard.edu/rss":           "rss",
	"w3.org/1999/02/22-rdf-syntax-ns":     "rdf",

	"purl.org/rss/1.0/modules/content":     "content",
	"purl.org/rss/1.0/modules/syndication": "sy",
	"purl.org/dc/elements/1.1":             "dc",
	"purl.org/dc/elements/1.0":             "dc",
	"purl.org/dc/terms":                    "dcterms",
	"search.yahoo.com/mrss":                "media",
	"itunes.com/dtds/podcast-1.0.dtd":      "itunes",
	"w3.org/1999/xhtml":                    "xhtml",
}

// families are the vocabularies that a feed is written in itself, by the names
// of its outermost element.
var families = map[string][]string{
	"feed": {"", "atom"},
	"rss":  {"", "rss"},
	"rdf":  {"", "rss", "rdf"},
}
