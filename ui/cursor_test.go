package ui

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"

	"dateline/feeds"
)

// TestWhatIsFoundIsShown: of a story of several versions that is on show which
// holds the words, also if the story was open.
func TestWhatIsFoundIsShown(t *testing.T) {
	items := append(three(), of(2, item(9, "Envoys leave the capital", "ML")))
	play(t, items, func(w *world) {
		w.press("j")
		w.sees("Summary of Bamako")
		w.press("/")
		w.typed("envoys")
		w.on(2)
		w.sees("1 story", "Summary of Envoys")
		w.press("enter", "enter")
		w.sees("▸Article", "Summary of Envoys")
	})
}

// TestTheArticleIsThatOfTheCursor: a story that its older items take out of the
// filter is not on show beside the list.
func TestTheArticleIsThatOfTheCursor(t *testing.T) {
	start := func(o *Options) { o.Start = atlas.Only("west-africa") }
	playOn(t, []feeds.Item{item(1, "Bamako", "ML"), item(2, "Niamey", "NE")}, start, func(w *world) {
		w.sees("Summary of Bamako")
		var rest []feeds.Item
		for n := range 9 {
			rest = append(rest, of(1, item(10+n, "Tokyo", "JP")))
			rest[n].Feed = feeds.FeedID(fmt.Sprint(n))
		}
		w.send(olderMsg{items: rest})
		w.on(2)
		w.sees("Summary of Niamey")
	})
}

// TestAClickIsForWhatWasSeen: on a medium screen the list grows by the click that
// gives it the focus.
func TestAClickIsForWhatWasSeen(t *testing.T) {
	var items []feeds.Item
	for n := range 30 {
		items = append(items, item(n+1, fmt.Sprintf("Story %d", n+1), "JP"))
	}
	play(t, items, func(w *world) {
		w.send(tea.WindowSizeMsg{Width: 80, Height: 24})
		w.press("j", "j", "j", "j", "j", "enter")
		rows := strings.Split(w.screen(), "\n")
		y := slices.IndexFunc(rows, func(row string) bool { return strings.Contains(row, "Story 5") })
		w.send(tea.MouseClickMsg{X: 20, Y: y, Button: tea.MouseLeft})
		w.on(5)
		w.sees("▸Headlines", "Summary of Story 5")
	})
}
