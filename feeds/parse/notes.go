package parse

import (
	"html"
	"strings"
)

// notes takes from t the attributes that gofeed does not look at, and returns
// elements that say the same.
func (m *mender) notes(t *tag) string {
	holder := itemNames[strings.ToLower(t.name)] || strings.EqualFold(t.name, "channel")
	if m.lang != "" && strings.EqualFold(t.name, "channel") {
		t.attrs = append(t.attrs, attr{"xml:lang", m.lang})
		m.lang = ""
	}
	var b strings.Builder
	kept := t.attrs[:0]
	for _, a := range t.attrs {
		name := noted[a.name]
		if holder && name != "" {
			b.WriteString("<" + name + ">")
			writeText(&b, a.value, "<>")
			b.WriteString("</" + name + ">")
			continue
		}
		if a.name == "xml:base" {
			a.value = folder(a.value)
		}
		kept = append(kept, a)
	}
	t.attrs = kept
	return b.String()
}

// noted maps attributes of feeds and items to elements that say the same.
var noted = map[string]string{"xml:lang": "dc:language", "rdf:about": "about"}

// folder returns a base as gofeed wants it. It takes the last part of a path
// for a folder; in truth it is a file, unless a slash ends it.
func folder(base string) string {
	base = html.UnescapeString(base)
	base = base[:strings.IndexAny(base+"?", "?#")]
	if cut := strings.LastIndexByte(base, '/'); cut > strings.Index(base, "://")+2 {
		return base[:cut+1]
	}
	return base
}
