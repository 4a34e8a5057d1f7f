package pane

import (
	"slices"
	"strings"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"dateline/ui/theme"
)

// Key is one thing a reader can do with a key: the name by which config.toml
// and the command palette know it, the binding, and the one help text.
type Key struct {
	Name string
	key.Binding
}

// Remap holds the reader's own keys: name of a Key -> keys. It comes from the
// [keys] table of config.toml. A name without keys switches its key off.
type Remap map[string][]string

// Bind makes a Key with the given keys, or with the reader's own.
func (r Remap) Bind(name, help string, keys ...string) Key {
	if own, ok := r[name]; ok {
		keys = own
	}
	return Key{Name: name, Binding: key.NewBinding(key.WithKeys(keys...), key.WithHelp(strings.Join(keys, " "), help))}
}

// Shown returns the keys as they are written on the screen, the usual one
// first: "j ↓". It is empty if the key is switched off.
func (k Key) Shown(g theme.Glyphs) string {
	shown := make([]string, len(k.Keys()))
	for i, name := range k.Keys() {
		shown[i] = name
		if sign, ok := g.Keys[name]; ok {
			shown[i] = sign
		}
	}
	return strings.Join(shown, " ")
}

// First returns the first of the keys as it is written on the screen.
func (k Key) First(g theme.Glyphs) string {
	first, _, _ := strings.Cut(k.Shown(g), " ")
	return first
}

// Hint says what keys do, in the form of the footer: "⏎ open · esc back".
// Keys that are switched off are left out.
func Hint(g theme.Glyphs, keys ...Key) string {
	said := make([]string, 0, len(keys))
	for _, k := range keys {
		if shown := k.First(g); shown != "" {
			said = append(said, shown+" "+k.Help().Desc)
		}
	}
	return Dotted(g, said...)
}

// Pressed returns the name of the first of keys that msg presses, or "".
func Pressed(keys []Key, msg tea.KeyPressMsg) string {
	pressed := msg.String()
	for _, k := range keys {
		if slices.Contains(k.Keys(), pressed) {
			return k.Name
		}
	}
	return ""
}

// codes are the keys whose name is not their letter.
var codes = map[string]rune{
	"up": tea.KeyUp, "down": tea.KeyDown, "left": tea.KeyLeft, "right": tea.KeyRight, "enter": tea.KeyEnter,
	"esc": tea.KeyEscape, "tab": tea.KeyTab, "space": tea.KeySpace, "backspace": tea.KeyBackspace, "home": tea.KeyHome,
	"end": tea.KeyEnd, "pgup": tea.KeyPgUp, "pgdown": tea.KeyPgDown, "delete": tea.KeyDelete, "insert": tea.KeyInsert,
	"f1": tea.KeyF1, "f2": tea.KeyF2, "f3": tea.KeyF3, "f4": tea.KeyF4, "f5": tea.KeyF5, "f6": tea.KeyF6,
	"f7": tea.KeyF7, "f8": tea.KeyF8, "f9": tea.KeyF9, "f10": tea.KeyF10, "f11": tea.KeyF11, "f12": tea.KeyF12,
}

// modifiers are the keys that are held with another one, in the order in which
// they are written.
var modifiers = []struct {
	prefix string
	mod    tea.KeyMod
}{
	{"ctrl+", tea.ModCtrl},
	{"alt+", tea.ModAlt},
	{"shift+", tea.ModShift},
	{"meta+", tea.ModMeta},
	{"hyper+", tea.ModHyper},
	{"super+", tea.ModSuper},
}

// Keystroke returns the press of the key that is written k: "x", "ctrl+d",
// "space". The palette presses keys with it.
func Keystroke(k string) tea.KeyPressMsg {
	var msg tea.KeyPressMsg
	for _, m := range modifiers {
		if rest, held := strings.CutPrefix(k, m.prefix); held && rest != "" {
			msg.Mod, k = msg.Mod|m.mod, rest
		}
	}
	code, named := codes[k]
	switch {
	case named:
		msg.Code = code
	case k != "":
		msg.Code = []rune(k)[0]
	}
	if msg.Mod == 0 && !named {
		msg.Text = k
	}
	if k == "space" && msg.Mod == 0 {
		msg.Text = " "
	}
	return msg
}
