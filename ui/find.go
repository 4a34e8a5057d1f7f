package ui

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"dateline/feeds"
	"dateline/ui/pane"
	"dateline/ui/picker"
)

func (m *model) startSearch() tea.Cmd {
	if m.search == nil {
		m.search = &search{in: pane.NewInput()}
	}
	m.search.typing = true
	m.setFocus(onList)
	m.relist()
	return nil
}

// typeSearch takes a key while the reader types a search.
func (m *model) typeSearch(msg tea.KeyPressMsg) tea.Cmd {
	switch msg.String() {
	case "esc":
		return m.leaveSearch()
	case "up", "down", "pgup", "pgdown":
		return m.perform(m.list.Press(msg))
	case "enter", "tab":
		if m.search.query == "" {
			return m.leaveSearch()
		}
		m.search.typing = false
		return nil
	case "backspace":
		if m.search.in.Empty() {
			return m.leaveSearch()
		}
	}
	if m.search.in.Type(msg) {
		return m.searchFor(m.search.in.Text())
	}
	return nil
}

func (m *model) leaveSearch() tea.Cmd {
	m.search = nil
	m.relist()
	return m.showCurrent()
}

// searchFor asks the store; the answer names the query it is for.
func (m *model) searchFor(query string) tea.Cmd {
	if m.search == nil {
		m.search = &search{in: pane.NewInput()}
		m.search.in.Set(query)
	}
	m.search.query = query
	if strings.TrimSpace(query) == "" {
		m.search.found, m.search.waiting = nil, false
		m.relist()
		return nil
	}
	m.search.waiting = true
	return m.find(query)
}

func (m *model) pickRegion() tea.Cmd {
	counts := m.shelf.counts()
	on, _ := m.filter.Codes() // of a filter that says more, nothing is marked: enter would lose the rest
	total := 0
	for _, e := range m.shelf.stories {
		if !e.waiting && !e.shelved {
			total++
		}
	}
	entries := []picker.Entry{{ID: "", Label: "All regions", Count: total, On: false}}
	for _, r := range m.o.Atlas.Regions {
		label, note := r.Name(), r.Code
		if label != r.Label {
			note = r.Label
		}
		entries = append(entries, picker.Entry{
			ID: r.Slug, Label: label, Note: note, Also: r.Slug + " " + r.Label, Count: counts[r.Slug], On: slices.Contains(on, r.Slug),
		})
	}
	entries = append(entries, m.countries(func(code string) (int, bool) {
		return counts[code], slices.Contains(on, code)
	})...)
	m.openOverlay(picker.New(m.th, m.o.Keys, picker.Options{
		Title: "Regions", Multi: true, Counts: true, Empty: "No region or country has this name.",
		Done: func(ids []string) pane.Action { return pane.Filter{Terms: ids} },
	}, entries))
	return nil
}

// countries lists all countries by name as entries whose ID is the lower-case
// code.
func (m *model) countries(facts func(code string) (count int, on bool)) []picker.Entry {
	var entries []picker.Entry
	for code, name := range m.o.Atlas.Names {
		count, on := facts(strings.ToLower(code))
		entries = append(entries, picker.Entry{ID: strings.ToLower(code), Label: name, Note: code, Also: code, Count: count, On: on})
	}
	slices.SortFunc(entries, func(a, b picker.Entry) int { return strings.Compare(a.Label, b.Label) })
	return entries
}

// pickCountry asks which country the explained story is about.
func (m *model) pickCountry() tea.Cmd {
	e := m.shelf.stories[m.open.story]
	if e == nil {
		return m.noStory()
	}
	m.beneath = m.over
	items := m.itemsOf([]feeds.StoryID{e.ID}, func(feeds.Item) bool { return true })
	m.openOverlay(picker.New(m.th, m.o.Keys, picker.Options{
		Title: "Which country is this story about?", Empty: "No country has this name.",
		Done: func(ids []string) pane.Action {
			return pane.Correct{Items: items, Country: strings.ToUpper(ids[0]), Add: true}
		},
	}, m.countries(func(string) (int, bool) { return 0, false })))
	return nil
}

func (m *model) pickLink() tea.Cmd {
	if m.open.story == 0 {
		return m.noStory()
	}
	links := m.art.Links()
	if len(links) == 0 {
		m.bar.Tell("This text has no links. o opens its page in the browser.")
		return nil
	}
	entries := make([]picker.Entry, len(links))
	for i, l := range links {
		entries[i] = picker.Entry{ID: l.URL, Label: l.Text, Note: l.URL, Also: l.URL}
		if l.Text == "" {
			entries[i].Label, entries[i].Note = l.URL, ""
		}
	}
	m.openOverlay(picker.New(m.th, m.o.Keys, picker.Options{
		Title: "Links: enter opens in the browser", Digits: true, Empty: "No link matches.",
		Done: func(ids []string) pane.Action { return pane.Browse{URL: ids[0]} },
	}, entries))
	return nil
}

// found takes the answer of a search.
func (m *model) found(msg foundMsg) tea.Cmd {
	if m.search == nil || m.search.query != msg.query {
		return nil
	}
	m.search.waiting = false
	if errors.Is(msg.err, context.Canceled) {
		return nil
	}
	if msg.err != nil {
		m.bar.Alert(fmt.Sprintf("The search failed: %v", msg.err))
		return nil
	}
	m.search.found = nil
	for _, it := range msg.items {
		m.shelf.keep(it)
		if id := m.shelf.at[it.ID]; !slices.Contains(m.search.found, id) {
			m.search.found = append(m.search.found, id)
		}
	}
	m.relist()
	m.list.Step(-len(m.list.Rows()))
	return m.showCurrent()
}

// paste goes to whatever the reader types into.
func (m *model) paste(msg tea.PasteMsg) tea.Cmd {
	if p, ok := m.over.(*picker.Pane); ok {
		p.Paste(msg)
	} else if m.search != nil && m.search.typing && m.search.in.Type(msg) {
		return m.searchFor(m.search.in.Text())
	}
	return nil
}
