package ui

import (
	"testing"

	tea "charm.land/bubbletea/v2"

	"dateline/ui/pane"
)

// together is what a terminal sends of esc and a key right behind it.
func together(r rune, shift bool) tea.KeyPressMsg {
	msg := tea.KeyPressMsg{Code: r, Mod: tea.ModAlt}
	if shift {
		msg.Mod |= tea.ModShift
	}
	return msg
}

func TestEscAndAKeyRightBehindItAreBothTaken(t *testing.T) {
	play(t, three(), func(w *world) {
		w.press("?")
		w.send(together('j', false))
		w.seesNot("previous story, from any pane")
		w.on(2)
		w.press("?")
		w.send(together('k', true))
		w.on(1)
		w.press("f")
		w.send(together('f', false))
		w.sees("type to narrow")
	})
}

func TestAltIsObeyedWhereItMeansSomething(t *testing.T) {
	play(t, three(), func(w *world) {
		w.press("?")
		w.send(tea.KeyboardEnhancementsMsg{Flags: 1})
		w.send(together('j', false))
		w.sees("previous story, from any pane")
	})
	play(t, three(), func(w *world) {
		w.press("/")
		w.typed("high seas")
		w.send(together('b', false))
		w.typed("x")
		w.sees("high xseas")
	})
	playOn(t, three(), func(o *Options) { o.Keys = pane.Remap{"star": {"alt+s"}} }, func(w *world) {
		w.press("?")
		w.send(together('s', false))
		w.sees("previous story, from any pane")
	})
}
