package ui

import (
	"cmp"
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"dateline/feeds"
	"dateline/ui/picker"
)

// setFilter puts a filter in force.
func (m *model) setFilter(f feeds.Filter) tea.Cmd {
	var kept tea.Cmd
	same := m.filter.Equal(f)
	m.filter = f
	if !same {
		kept = m.keepFilter()
	}
	if m.search != nil && m.search.text != "" {
		m.search.in.Set(m.search.text) // its own filter gives way
		return tea.Batch(kept, m.searchFor(m.search.text))
	}
	m.relist()
	return tea.Batch(kept, m.showCurrent())
}

// filterBy puts in force the filter that terms are the text of. If they are
// none, the one in force stays.
func (m *model) filterBy(terms []string) tea.Cmd {
	f, err := m.grammar.Parse(terms...)
	if err != nil {
		m.bar.Alert(noFilter(err))
		return nil
	}
	return m.setFilter(f)
}

// noFilter words a fault as a sentence.
func noFilter(fault error) string {
	says := "This is no filter: " + fault.Error()
	if strings.HasSuffix(says, "?") {
		return says
	}
	return says + "."
}

// typedFilter says what a text in the picker means as a filter: the same as
// everywhere else. Words that are none only narrow the list, and so does a comma
// in the name of a region.
func (m *model) typedFilter(text string) picker.Reading {
	f, err := m.grammar.Parse(text)
	switch {
	case strings.TrimSpace(text) == "":
		return picker.Reading{}
	case err == nil:
		return picker.Reading{Entry: &picker.Entry{ID: entryID(f), Label: f.Label(), Note: f.String(), Count: m.shelf.count(f)}}
	case strings.Contains(text, ":") || signed(text):
		return picker.Reading{Says: noFilter(err), Strict: true}
	case strings.Contains(text, ","):
		return picker.Reading{Says: noFilter(err)}
	default:
		return picker.Reading{}
	}
}

// entryID returns the ID of the entry of a filter in the picker.
func entryID(f feeds.Filter) string {
	if codes, listed := f.Codes(); listed && len(codes) == 1 {
		return codes[0]
	}
	return cmp.Or(f.Name(), f.String())
}

// signed says whether a term of text takes away or takes in mentions.
func signed(text string) bool {
	return slices.ContainsFunc(strings.Fields(text), func(term string) bool { return strings.IndexByte("-~", term[0]) >= 0 })
}

// ownFilters lists the filters that no region or country stands for: the one in
// force, if it is such, and the reader's own.
func (m *model) ownFilters() []picker.Entry {
	var entries []picker.Entry
	if _, listed := m.filter.Codes(); !listed && m.filter.Name() == "" {
		entries = append(entries, picker.Entry{
			ID: m.filter.String(), Label: m.filter.Label(), Note: m.filter.String(), Count: m.shelf.count(m.filter), On: true,
		})
	}
	for _, f := range m.o.Named {
		entries = append(entries, picker.Entry{
			ID: f.Name(), Label: f.Name(), Note: f.Named("").Label(), Also: f.String(),
			Count: m.shelf.count(f), On: m.filter.Name() == f.Name(),
		})
	}
	return entries
}
