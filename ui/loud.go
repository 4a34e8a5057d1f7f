package ui

import (
	"cmp"
	"fmt"
	"slices"

	tea "charm.land/bubbletea/v2"

	"dateline/feeds"
	"dateline/ui/pane"
	"dateline/ui/picker"
)

// loud is a publisher of whom more would be listed than the quota of the
// reader's settings lets pass.
type loud struct {
	family string
	name   string
	over   int  // stories that the quota does not let pass
	whole  bool // they are listed nevertheless: the reader wants to see them
}

// quota leaves out of a list what loud sources tell alone beyond the quota, and
// says so below the last row of theirs. It is asked only when the list is
// filled, so nothing comes or goes by itself. The open story stays.
func (m *model) quota(entries []*entry) []*entry {
	m.loud = nil
	for _, e := range entries {
		e.row.Below = ""
	}
	if m.o.PerSource == 0 || m.search != nil {
		return entries
	}
	shares := make([]feeds.Share, len(entries))
	for i, e := range entries {
		shares[i] = e.ShareOf(m.shelf.feeds, m.clock().Location())
	}
	if ofOne(shares) {
		return entries
	}
	q := feeds.Quota{Each: m.o.PerSource}
	last := map[feeds.Share]*entry{} // that passed
	var out []*entry
	for i, e := range entries {
		switch {
		case e.ID == m.open.story:
			out = append(out, e)
		case q.Pass(shares[i]):
			last[shares[i]] = e
			out = append(out, e)
		case m.unheld[shares[i].Family]:
			out = append(out, e)
		}
	}
	m.tellLoud(&q, last)
	return out
}

// ofOne says whether one publisher tells all stories alone: then there is
// nobody to be drowned out.
func ofOne(shares []feeds.Share) bool {
	return !slices.ContainsFunc(shares, func(s feeds.Share) bool { return s.Family == "" || s.Family != shares[0].Family })
}

// tellLoud says what a quota has not let pass: below the last row of each share
// that did, and in m.loud for each publisher, the loudest first.
func (m *model) tellLoud(q *feeds.Quota, last map[feeds.Share]*entry) {
	known := map[string]int{}
	for share, e := range last {
		over := q.Over(share)
		if over == 0 || share.Family == "" {
			continue
		}
		i, ok := known[share.Family]
		if !ok {
			i = len(m.loud)
			known[share.Family] = i
			m.loud = append(m.loud, loud{family: share.Family, name: m.familyName(e), whole: m.unheld[share.Family]})
		}
		l := &m.loud[i]
		l.over += over
		if !l.whole {
			e.row.Below = fmt.Sprintf("%s shows %d more by %s alone", cmp.Or(m.key("held-back"), "the palette"), over, l.name)
		}
	}
	slices.SortFunc(m.loud, func(a, b loud) int { return cmp.Or(cmp.Compare(b.over, a.over), cmp.Compare(a.family, b.family)) })
}

// familyName names the publisher that tells a story alone, the same for all of
// its stories.
func (m *model) familyName(e *entry) string {
	own := m.shelf.feed(e.Items[0].Feed)
	for _, f := range m.o.Feeds {
		if f.Family != "" && f.Family == own.Family {
			return m.shelf.feed(f.ID).Outlet()
		}
	}
	return own.Outlet()
}

// heldBack counts the stories that the quota keeps out of the list.
func (m *model) heldBack() int {
	n := 0
	for _, l := range m.loud {
		if !l.whole {
			n += l.over
		}
	}
	return n
}

// pickLoud lets the reader choose the publishers of whom all is listed.
func (m *model) pickLoud() tea.Cmd {
	switch {
	case m.o.PerSource == 0:
		m.bar.Tell("Nothing is held back: per_source in config.toml is 0.")
		return nil
	case m.search != nil:
		m.bar.Tell("A search holds nothing back.")
		return nil
	case len(m.loud) == 0:
		m.bar.Tell(fmt.Sprintf("Nothing is held back: no source tells more than %s a day alone.", stories(m.o.PerSource)))
		return nil
	}
	entries := make([]picker.Entry, len(m.loud))
	for i, l := range m.loud {
		entries[i] = picker.Entry{ID: l.family, Label: l.name, Count: l.over, On: l.whole}
	}
	m.openOverlay(picker.New(m.th, m.o.Keys, picker.Options{
		Title: "Held back: show all of", Multi: true, Counts: true, Empty: "Nothing is held back of such a source.",
		Done: func(ids []string) pane.Action { return pane.ShowAll{Families: ids} },
	}, entries))
	return nil
}

// showAll lists all that these publishers tell, of the others what the quota
// lets pass.
func (m *model) showAll(families []string) tea.Cmd {
	clear(m.unheld)
	for _, f := range families {
		m.unheld[f] = true
	}
	m.relist()
	if n := m.heldBack(); n > 0 {
		m.bar.Tell(stories(n) + " held back.")
	} else {
		m.bar.Tell("Nothing is held back.")
	}
	return m.showCurrent()
}
