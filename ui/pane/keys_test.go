package pane

import (
	"testing"

	tea "charm.land/bubbletea/v2"

	"dateline/ui/theme"
)

func TestBind(t *testing.T) {
	own := Remap{"open": {"o", "enter"}, "star": {}}
	tests := []struct {
		key                         Key
		shown, first, ascii, config string
	}{
		{own.Bind("down", "move down", "j", "down"), "j ↓", "j", "j down", "j down"},
		{own.Bind("open", "open", "enter"), "o ⏎", "o", "o enter", "o enter"},
		{own.Bind("star", "star", "s"), "", "", "", ""},
		{Remap(nil).Bind("page", "a page down", "pgdown"), "pgdn", "pgdn", "pgdn", "pgdown"},
	}
	for _, tt := range tests {
		k := tt.key
		if got := k.Shown(theme.Fancy()); got != tt.shown {
			t.Errorf("%s is shown as %q, want %q", k.Name, got, tt.shown)
		}
		if got := k.First(theme.Fancy()); got != tt.first {
			t.Errorf("the first key of %s is %q, want %q", k.Name, got, tt.first)
		}
		if got := k.Shown(theme.ASCII()); got != tt.ascii {
			t.Errorf("%s in ASCII is %q, want %q", k.Name, got, tt.ascii)
		}
		if got := k.Help().Key; got != tt.config {
			t.Errorf("%s in config.toml is %q, want %q", k.Name, got, tt.config)
		}
	}
}

func TestHint(t *testing.T) {
	own := Remap{"b": {}}
	got := Hint(theme.Fancy(), own.Bind("a", "open", "enter"), own.Bind("b", "gone", "x"), own.Bind("c", "back", "esc", "q"))
	if want := "⏎ open · esc back"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}

func TestPressed(t *testing.T) {
	keys := []Key{Remap(nil).Bind("down", "", "j", "down"), Remap(nil).Bind("half", "", "ctrl+d"), Remap(nil).Bind("page", "", "space")}
	tests := []struct {
		msg  tea.KeyPressMsg
		want string
	}{
		{tea.KeyPressMsg{Code: 'j', Text: "j"}, "down"},
		{tea.KeyPressMsg{Code: tea.KeyDown}, "down"},
		{tea.KeyPressMsg{Code: 'j', Text: "J", Mod: tea.ModShift}, ""},
		{tea.KeyPressMsg{Code: 'd', Mod: tea.ModCtrl}, "half"},
		{tea.KeyPressMsg{Code: 'd', Text: "d"}, ""},
		{tea.KeyPressMsg{Code: tea.KeySpace, Text: " "}, "page"},
		{tea.KeyPressMsg{}, ""},
	}
	for _, tt := range tests {
		if got := Pressed(keys, tt.msg); got != tt.want {
			t.Errorf("%v presses %q, want %q", tt.msg, got, tt.want)
		}
	}
}

func TestKeystrokeIsThePressThatIsWrittenSo(t *testing.T) {
	for _, k := range []string{
		"j", "G", "?", "+", "-", ".", "[", "ж", "中", "up", "enter", "esc", "tab", "backspace", "space", "pgdown", "f1", "f12",
		"ctrl+d", "ctrl++", "shift+tab", "alt+enter", "ctrl+alt+shift+up", "ctrl+space", "super+k",
	} {
		if got := Keystroke(k).String(); got != k {
			t.Errorf("Keystroke(%q) is written %q", k, got)
		}
	}
}

func TestKeystrokeTypesLettersOnly(t *testing.T) {
	tests := []struct{ key, typed string }{
		{"a", "a"}, {"space", " "}, {"enter", ""}, {"backspace", ""}, {"ctrl+a", ""}, {"f1", ""}, {"", ""},
	}
	for _, tt := range tests {
		if got := Keystroke(tt.key).Text; got != tt.typed {
			t.Errorf("%q types %q, want %q", tt.key, got, tt.typed)
		}
	}
}
