package ui

import (
	tea "charm.land/bubbletea/v2"

	"dateline/ui/pane"
	"dateline/ui/picker"
)

// showPalette lists every command and every key of the focused pane and the
// article by name.
func (m *model) showPalette() tea.Cmd {
	keys := m.globals()
	known := map[string]bool{}
	for _, k := range keys {
		known[k.Name] = true
	}
	for _, p := range []pane.Pane{m.focused(), m.art} {
		for _, k := range p.Keys() {
			if !known[k.Name] && (p == m.focused() || fromAnywhere[k.Name]) {
				known[k.Name] = true
				keys = append(keys, k)
			}
		}
	}
	entries := make([]picker.Entry, len(keys))
	for i, k := range keys {
		entries[i] = picker.Entry{ID: k.Name, Label: k.Help().Desc, Note: k.Shown(m.th.Glyphs), Also: k.Name}
	}
	m.openOverlay(picker.New(m.th, m.o.Keys, picker.Options{
		Title: "Commands", Empty: "No command has this name.",
		Done: func(ids []string) pane.Action { return pane.Run{Command: ids[0]} },
	}, entries))
	return nil
}

// runNamed carries out a command that was chosen by name: a global one, or a
// key of a pane.
func (m *model) runNamed(name string) tea.Cmd {
	if name == "add-tag" {
		return m.pickCountry()
	}
	for _, p := range []pane.Pane{m.focused(), m.art} {
		for _, k := range p.Keys() {
			if k.Name == name && len(k.Keys()) > 0 {
				return m.perform(p.Press(pane.Keystroke(k.Keys()[0])))
			}
		}
	}
	return m.run(name)
}
