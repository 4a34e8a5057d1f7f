package parse

// document is a feed that a strict reader can read.
type document struct {
	text   string
	broken bool     // it broke off; what was not whole is gone
	aside  []string // texts of items, by the numbers of their stand-ins
}

// finish closes what is open. An item that is not whole goes.
func (m *mender) finish() document {
	if m.item == 0 {
		broken := m.broken || len(m.open) > 0
		m.close(0)
		return document{m.out.String(), broken, m.aside}
	}
	whole := m.out.String()[:m.itemStart]
	open := m.open[:m.item]
	m.out.Reset()
	m.out.WriteString(whole)
	m.open, m.item = open, 0
	m.close(0)
	return document{m.out.String(), true, m.aside}
}
