package config

import (
	"fmt"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/pelletier/go-toml/v2/unstable"
)

// Binding is one thing a key can do, as the screen has it.
type Binding struct {
	Name  string   // by which the table [keys] knows it
	Where string   // the pane in which its keys work; empty for everywhere
	Help  string   // a few words
	Keys  []string // by default
}

// keyRows makes the rows of the table [keys].
func keyRows(keys []Binding) []row[Config] {
	rows := make([]row[Config], len(keys))
	for i, k := range keys {
		rows[i] = row[Config]{"keys." + dotted([]string{k.Name}), func(d *Config, c cell) {
			if d.Keys == nil {
				d.Keys = map[string][]string{}
			}
			d.Keys[k.Name] = c.pressed()
		}}
	}
	return rows
}

// pressed reads a list of keys as the terminal will report them.
func (c cell) pressed() []string {
	const what = `a list of keys, such as ["j", "down", "ctrl+n"]`
	var out []string
	for _, v := range c.elements(what) {
		key, ok := canonical(v.text)
		if v.kind != unstable.String || !ok {
			c.want(v, `a key such as "j", "ctrl+d", "pgdown" or "f5"`)
			continue
		}
		out = append(out, key)
	}
	if c.kind == unstable.Array && len(c.list) == 0 {
		c.want(c.value, "%s", what)
	}
	return out
}

// namedKeys are the keys that bring no character, by their names in Bubble Tea.
var namedKeys = []string{
	"up", "down", "left", "right", "home", "end", "pgup", "pgdown", "enter", "esc", "tab", "space", "backspace",
	"insert", "delete", "f1", "f2", "f3", "f4", "f5", "f6", "f7", "f8", "f9", "f10", "f11", "f12",
}

// modifiers, in the order in which the terminal reports them.
var modifiers = []string{"ctrl", "alt", "shift", "meta", "hyper", "super"}

// canonical returns the name under which a key is reported, and whether s is
// one.
func canonical(s string) (string, bool) {
	if s == " " {
		return "space", true
	}
	prefix, key := "", s
	// The last + may be the key itself: "ctrl++".
	if i := strings.LastIndex(strings.TrimSuffix(s, "+"), "+"); i > 0 {
		prefix, key = s[:i], s[i+1:]
	}
	var held []string
	if prefix != "" {
		held = strings.Split(prefix, "+")
	}
	if slices.ContainsFunc(held, func(m string) bool { return !slices.Contains(modifiers, m) }) {
		return "", false
	}
	r, size := utf8.DecodeRuneInString(key)
	single := size == len(key) && size > 0 && unicode.IsGraphic(r) && !unicode.IsSpace(r) && r != utf8.RuneError
	if !single && !slices.Contains(namedKeys, key) {
		return "", false
	}
	if single && slices.Equal(held, []string{"shift"}) {
		return strings.ToUpper(key), unicode.IsLetter(r) // a shifted letter comes as the capital
	}
	slices.SortFunc(held, func(a, b string) int { return slices.Index(modifiers, a) - slices.Index(modifiers, b) })
	return strings.Join(append(slices.Compact(held), key), "+"), true
}

// conflicts notes each key of the file that does two things in one place. What
// the defaults share among themselves, they share on purpose.
func conflicts(s *source, entries []entry, own map[string][]string, keys []Binding) {
	for _, e := range entries {
		for _, a := range keys {
			if e.name != "keys."+dotted([]string{a.Name}) {
				continue
			}
			for _, key := range own[a.Name] {
				if b, ok := rival(a, key, own, keys); ok {
					s.fault(e.value.at, e.name, e.value.raw, fmt.Sprintf("want another key: %q is %q already", key, b.Name))
				}
			}
		}
	}
}

// rival returns another binding that key presses where it presses a.
func rival(a Binding, key string, own map[string][]string, keys []Binding) (Binding, bool) {
	for _, b := range keys {
		pressed, ok := own[b.Name]
		if !ok {
			pressed = b.Keys
		}
		meet := a.Where == b.Where || a.Where == "" || b.Where == ""
		shared := slices.Contains(a.Keys, key) && slices.Contains(b.Keys, key)
		if a.Name != b.Name && meet && !shared && slices.Contains(pressed, key) {
			return b, true
		}
	}
	return Binding{}, false
}
