package parse

import (
	"slices"
	"strings"
)

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
	if m.root == "" {
		m.begin(t)
		return
	}
	if m.marks += 1 + len(t.attrs); m.marks > maxMarks {
		m.skip(-1)
		return
	}
	e := element{name: t.name, inside: m.scope().declare(&t)}
	t.name = m.rename(t.name, e.inside)
	e.written = t.name
	if m.item == 0 && strings.EqualFold(t.name, "channel") {
		if m.channel {
			return // gofeed would keep the items of the last one only
		}
		m.channel = true
	}
	isItem := itemNames[strings.ToLower(t.name)]
	if isItem {
		m.makeRoom()
		if m.items++; m.items > maxItems {
			m.pos, m.done = len(m.src), true
			return
		}
	}
	t.empty = t.empty || voidTags[strings.ToLower(t.name)]
	if len(m.open)+m.over >= maxDepth {
		if !t.empty {
			m.over++
		}
		return
	}
	if isItem && !t.empty {
		m.item, m.itemStart = len(m.open), m.out.Len()
	}
	m.emit(t, e)
}

// makeRoom closes what an item cannot stand in: an item before it, or a list
// around it, that was left open.
func (m *mender) makeRoom() {
	for i, e := range m.open {
		if !roots[strings.ToLower(e.written)] {
			m.close(i)
			return
		}
	}
}

func (m *mender) emit(t tag, e element) {
	if m.atom() {
		packed := slices.Contains(t.attrs, attr{"mode", "base64"}) // gofeed looks at its type instead
		t.attrs = slices.DeleteFunc(t.attrs, func(a attr) bool {
			return a.name == "type" && (packed || strings.EqualFold(a.value, "html"))
		})
	}
	notes := m.notes(&t)
	t.write(&m.out)
	if !t.empty {
		m.open = append(m.open, e)
		m.out.WriteString(notes)
		m.layAside(t)
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
		if strings.EqualFold(m.open[i].name, name) {
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
		m.out.WriteString(m.open[n].written)
		m.out.WriteByte('>')
	}
	m.open, m.over = m.open[:i], 0
	if i <= m.item {
		m.item = 0
	}
}
