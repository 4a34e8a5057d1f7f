package parse

import "strings"

// notes returns the elements that say what t says in attributes gofeed does
// not look at.
func (m *mender) notes(t *tag) string {
	holder := itemNames[strings.ToLower(t.name)] || strings.EqualFold(t.name, "channel")
	var b strings.Builder
	for i, a := range t.attrs {
		switch {
		case a.name == "xml:base":
			t.attrs[i].value = folder(a.value)
		case holder && noted[a.name] != "":
			b.WriteString("<" + noted[a.name] + ">")
			writeText(&b, a.value, "<>")
			b.WriteString("</" + noted[a.name] + ">")
		}
	}
	return b.String()
}

// noted maps attributes of feeds and items to elements that say the same.
var noted = map[string]string{"xml:lang": "dc:language", "rdf:about": "about"}

// folder returns a base as gofeed wants it. It takes the last part of a path
// for a folder; in truth it is a file, unless a slash ends it.
func folder(base string) string {
	base = base[:strings.IndexAny(base+"?", "?#")]
	if cut := strings.LastIndexByte(base, '/'); cut > strings.Index(base, "://")+2 {
		return base[:cut+1]
	}
	return base
}
