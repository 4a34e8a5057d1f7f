package main

import (
	"os"
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"
	"github.com/google/go-cmp/cmp"

	"dateline/feeds"
	"dateline/feeds/store"
)

// tagged returns the countries of all stored items.
func (l *looker) tagged() map[string]string {
	l.t.Helper()
	items, err := l.house.store.Items(l.t.Context(), store.Query{})
	if err != nil {
		l.t.Fatal(err)
	}
	out := map[string]string{}
	for _, it := range items {
		out[it.Title] = strings.Join(feeds.Codes(it.Tags.Countries), " ")
	}
	return out
}

func (l *looker) sees(words ...string) {
	l.t.Helper()
	screen := ansi.Strip(l.at(160, 40))
	for _, w := range words {
		if !strings.Contains(screen, w) {
			l.t.Errorf("the screen does not show %q:\n%s", w, screen)
		}
	}
}

// TestACorrectionReachesWordsAndIsTakenBack walks the whole way of one: from the
// screen to the file, the stored items and the next start.
func TestACorrectionReachesWordsAndIsTakenBack(t *testing.T) {
	onDemo(t, func(l *looker) {
		before := l.tagged()
		l.press("w", "-")
		l.sees("Take ", "from this story", `wherever "`, "changes ")
		l.press("down", "enter")
		l.sees("taken away wherever", "U takes it back. Kept in "+l.house.paths.Corrections)
		text, err := os.ReadFile(l.house.paths.Corrections)
		if err != nil || !strings.HasPrefix(string(text), "# Corrections of") || strings.Count(string(text), "\nalias\t") != 1 {
			t.Errorf("the file: %v\n%s", err, text)
		}
		after := l.tagged()
		if cmp.Equal(before, after) {
			t.Error("no stored item has changed")
		}
		again := 0
		if err := l.house.tags.CatchUp(l.t.Context(), func(feeds.Event) { again++ }); err != nil || again > 0 {
			t.Errorf("stored items were not up to date: %d, %v", again, err)
		}
		l.press("U")
		l.sees("Undone: ")
		if diff := cmp.Diff(before, l.tagged()); diff != "" {
			t.Errorf("not taken back:\n%s", diff)
		}
		if text, err = os.ReadFile(l.house.paths.Corrections); err != nil || strings.Contains(string(text), "\nalias\t") {
			t.Errorf("the file: %v\n%s", err, text)
		}
	})
}
