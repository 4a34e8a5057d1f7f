package ui

import (
	"errors"
	"os/exec"
	"testing"

	"dateline/ui/launch"
)

func TestTheBrowserIsAskedOnce(t *testing.T) {
	play(t, three(), func(w *world) {
		w.press("o")
		if len(w.browsed) != 1 || w.browsed[0] != "https://ledger.example/1" {
			t.Errorf("browsed %v", w.browsed)
		}
		w.sees("Opening in the browser: https://ledger.example/1")
	})
}

func TestABrowserThatDoesNotOpenIsTold(t *testing.T) {
	play(t, three(), func(w *world) {
		w.refused = launch.NoDisplay{Remote: true}
		w.press("o")
		w.sees("you are on this machine by ssh", "y copies the link")
	})
}

func TestABrowserForTheTerminalGetsTheScreen(t *testing.T) {
	play(t, three(), func(w *world) {
		own := exec.CommandContext(t.Context(), "w3m")
		if cmd := w.m.browsed(browseMsg{terminal: own}); cmd == nil {
			t.Fatal("nothing is run")
		} else if _, news := cmd().(browseMsg); news {
			t.Error("the screen keeps the terminal")
		}
		w.send(browseMsg{err: launch.Ended("w3m", errors.New("no such terminal"))})
		w.sees("w3m ended: no such terminal")
	})
}

func TestHostsThatMayDeceiveAreSpelledTwice(t *testing.T) {
	for address, want := range map[string]string{
		"https://outlet.example/a":       "",
		"https://пример.рф/a":            " (xn--e1afmkfd.xn--p1ai)",
		"https://аpple.example:8080/":    " (xn--pple-43d.example)",
		"https://xn--pple-43d.example/x": " (аpple.example)",
		"https://xn--\u0301.example/":    " (xn--xn---yvc.example)",
		"https://[::1]/":                 "",
	} {
		if got := otherSpelling(address); got != want {
			t.Errorf("%s: %q, want %q", address, got, want)
		}
	}
}
