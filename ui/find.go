package ui

import (
	"cmp"
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"dateline/feeds"
	"dateline/ui/pane"
	"dateline/ui/picker"
)

func (m *model) pickRegion() tea.Cmd {
	counts := m.shelf.counts()
	on, _ := m.filter.Codes()
	if m.filter.Name() != "" {
		on = nil // it has an entry of its own
	}
	entries := []picker.Entry{{ID: "", Label: "All regions", Count: m.shelf.count(feeds.Filter{})}}
	entries = append(entries, m.ownFilters()...)
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
		Typed: m.typedFilter, Hint: "type to narrow, or tag:nato -us",
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
		also := code + " " + strings.Join(m.o.Atlas.AlsoCalled(code), " ")
		entries = append(entries, picker.Entry{ID: strings.ToLower(code), Label: name, Note: code, Also: also, Count: count, On: on})
	}
	slices.SortFunc(entries, func(a, b picker.Entry) int { return strings.Compare(a.Label, b.Label) })
	return entries
}

// pickCountry asks which country the explained story is about.
func (m *model) pickCountry() tea.Cmd {
	e := m.shelf.story(m.open.story)
	if e == nil {
		return m.noStory()
	}
	m.beneath = m.over
	m.openOverlay(picker.New(m.th, m.o.Keys, picker.Options{
		Title: "Which country is this story about?", Empty: "No country has this name.",
		Typed: m.typedCountry,
		Done: func(ids []string) pane.Action {
			return pane.Correct{Country: strings.ToUpper(ids[0]), Add: true}
		},
	}, m.countries(func(string) (int, bool) { return 0, false })))
	return nil
}

// typedCountry says which country a text in the picker of countries names.
func (m *model) typedCountry(text string) picker.Reading {
	f, err := m.grammar.Parse(`country:"` + text + `"`)
	codes, _ := f.Codes()
	if err != nil || len(codes) != 1 {
		return picker.Reading{}
	}
	return picker.Reading{Entry: &picker.Entry{ID: codes[0], Label: f.Label()}}
}

func (m *model) pickLink() tea.Cmd {
	if m.open.story == 0 {
		return m.noStory()
	}
	links := m.art.Links()
	if len(links) == 0 {
		m.bar.Tell("This text has no links. " + m.articleKey("open-browser") + " opens its page in the browser.")
		return nil
	}
	entries := make([]picker.Entry, len(links))
	for i, l := range links {
		entries[i] = picker.Entry{ID: l.URL, Label: cmp.Or(l.Text, l.URL), Note: pane.Host(l.URL), Also: l.URL}
	}
	m.openOverlay(picker.New(m.th, m.o.Keys, picker.Options{
		Title: "Links: enter opens in the browser", Digits: true, Notes: linkNote, Empty: "No link matches.",
		Done: func(ids []string) pane.Action { return pane.Browse{URL: ids[0]} },
		Copy: func(id string) pane.Action { return pane.Copy{Text: id, What: "link"} },
	}, entries))
	return nil
}

// linkNote is the cells that a link keeps for where it leads.
const linkNote = 24

// paste goes to whatever the reader types into.
func (m *model) paste(msg tea.PasteMsg) tea.Cmd {
	if p, ok := m.over.(*picker.Pane); ok {
		p.Paste(msg)
	} else if m.search != nil && m.search.typing && m.search.in.Type(msg) {
		return m.searchFor(m.search.in.Text())
	} else if m.focus == onArticle && m.over == nil {
		m.art.Paste(msg)
	}
	return nil
}
