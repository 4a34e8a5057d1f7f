package parse

import (
	"slices"
	"strings"
)

// begin looks at a tag before the feed: it may be its root.
func (m *mender) begin(t tag) {
	e := element{name: t.name, inside: m.scope().declare(&t)}
	name := local(t.name)
	switch {
	case pageTags[name]:
		m.html, m.done = true, true
		return
	case !roots[name]:
		m.html = m.html || messageTags[name]
		return
	case name == "channel":
		// Some feeds leave the outermost element out.
		m.root = "rss"
		m.emit(tag{name: "rss"}, element{name: "rss", written: "rss"})
	default:
		m.root = name
	}
	for _, a := range t.attrs {
		if a.name == "xml:lang" && name != "channel" && !m.atom() { // gofeed looks for it in Atom alone
			m.lang = a.value
		}
	}
	m.channel = name == "channel"
	m.own, m.pure = e.inside.vocabulary(t.name), !strings.Contains(t.name, ":")
	t.name, e.written = name, name
	// gofeed looks for the end of this tag in the first kilobytes only.
	t.attrs = slices.DeleteFunc(t.attrs, func(a attr) bool { return !rootAttrs[a.name] || len(a.value) > rootBytes })
	m.emit(t, e)
	m.done = len(m.open) == 0
}

// rootAttrs are the attributes of the outermost element that say something.
var rootAttrs = map[string]bool{"version": true, "xml:lang": true, "xml:base": true}

// noFeed says what came instead of a feed.
func (m *mender) noFeed() error {
	switch {
	case m.html:
		return errPage
	case m.feed:
		return malformed(errBreaksOff)
	}
	return errNoFeed
}
