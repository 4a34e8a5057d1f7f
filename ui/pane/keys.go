package pane

import (
	"strings"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"
)

// Key is one thing a reader can do with a key: the name by which config.toml
// and the command palette know it, the binding, and the one help text.
type Key struct {
	Name string
	key.Binding
}

// Remap holds the reader's own keys: name of a Key -> keys. It comes from the
// [keys] table of config.toml.
type Remap map[string][]string

// Bind makes a Key with the given keys, or with the reader's own.
func (r Remap) Bind(name, help string, keys ...string) Key {
	if own, ok := r[name]; ok {
		keys = own
	}
	shown := make([]string, len(keys))
	for i, k := range keys {
		shown[i] = ShowKey(k)
	}
	return Key{Name: name, Binding: key.NewBinding(key.WithKeys(keys...), key.WithHelp(strings.Join(shown, " "), help))}
}

// Pressed returns the name of the first of keys that msg presses, or "".
func Pressed(keys []Key, msg tea.KeyPressMsg) string {
	for _, k := range keys {
		if key.Matches(msg, k.Binding) {
			return k.Name
		}
	}
	return ""
}

var shownKeys = strings.NewReplacer(
	"pgdown", "pgdn", "up", "↑", "down", "↓", "left", "←", "right", "→", "enter", "⏎",
)

// ShowKey returns how a key is written on the screen.
func ShowKey(k string) string {
	switch k {
	case "up", "down", "left", "right", "enter", "pgdown":
		return shownKeys.Replace(k)
	}
	return k
}
