package ui

import (
	"slices"
	"unicode"

	tea "charm.land/bubbletea/v2"

	"dateline/ui/pane"
	"dateline/ui/picker"
)

// Most terminals send esc as the byte with which the codes of other keys begin,
// and tmux waits up to half a second for their rest: esc and a key right behind
// it come as that key with alt held.

// apart returns the keys that a press stands for: esc and another one, if it is
// a key with alt held that means nothing else here.
func (m *model) apart(msg tea.KeyPressMsg) []tea.KeyPressMsg {
	if m.exactEsc || msg.Mod&^tea.ModShift != tea.ModAlt || m.means(msg) {
		return []tea.KeyPressMsg{msg}
	}
	bare := tea.KeyPressMsg{Code: msg.Code, Mod: msg.Mod &^ tea.ModAlt}
	if unicode.IsGraphic(bare.Code) {
		bare.Text = string(bare.Code)
		if bare.Mod == tea.ModShift {
			bare.Text = string(unicode.ToUpper(bare.Code))
		}
	}
	return []tea.KeyPressMsg{pane.Keystroke("esc"), bare}
}

// wordKeys move and delete by words in what is typed.
var wordKeys = []string{"alt+b", "alt+f", "alt+d", "alt+left", "alt+right", "alt+backspace", "alt+delete"}

// means says whether a key with alt held does something.
func (m *model) means(msg tea.KeyPressMsg) bool {
	if m.typing() && slices.Contains(wordKeys, msg.String()) {
		return true
	}
	for _, s := range m.sections() {
		if pane.Pressed(s.Keys, msg) != "" {
			return true
		}
	}
	return false
}

// typing says whether keys are letters of a line that the reader types.
func (m *model) typing() bool {
	_, picks := m.over.(*picker.Pane)
	return picks || m.search != nil && m.search.typing || m.focus == onArticle && m.art.Typing()
}
