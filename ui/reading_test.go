package ui

import (
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"

	"dateline/feeds"
)

func TestFindingInTheTextKeepsTheKeysToItself(t *testing.T) {
	playReading(t, func(w *world) {
		w.press("enter", "z", "ctrl+f")
		w.typed("CHAPTER 1")
		w.sees("Find  CHAPTER 1", "1 of 11", "Chapter 1.")
		w.press("enter", "n")
		w.sees("2 of 11", "Chapter 10.")
		w.send(tea.PasteMsg{Content: "x"})
		w.press("ctrl+f")
		w.typed("q")
		w.sees("not in this text")
		w.send(tea.PasteMsg{Content: "?"})
		w.sees("Find  CHAPTER 1q?")
		w.press("esc")
		w.seesNot("Find")
		w.press("n")
		w.on(2)
	})
}

func TestFindingFromAnywhere(t *testing.T) {
	playReading(t, func(w *world) {
		for _, from := range [][]string{{}, {"esc", "esc", "tab", "tab"}} {
			w.press(from...)
			w.press("ctrl+f")
			w.typed("chapter 15")
			w.sees("▸Article", "Find  chapter 15", "1 of 1")
		}
	})
	play(t, nil, func(w *world) {
		w.press("ctrl+f")
		w.sees("No story is open.", "▸Headlines")
	})
}

func TestEscEndsFindingBeforeItLeavesTheText(t *testing.T) {
	playReading(t, func(w *world) {
		w.press("enter", "ctrl+f")
		w.typed("chapter 15")
		w.press("enter", "esc")
		w.sees("▸Article", "Chapter 15.")
		w.press("esc")
		w.sees("▸Headlines")
	})
}

// linked shows an article of item 1 with links of all sorts.
func linked(w *world) {
	a := feeds.TextArticle(three()[0], "Text.")
	a.Fetched = noon
	a.Blocks[0].Spans[0].Link = "https://www.ministry.example/statement"
	a.Related = []feeds.Link{{Text: "How it began", URL: "https://ledger.example/began"}, {URL: "https://other.example/bare"}}
	w.m.art.SetArticle(a)
}

func TestLinksSayWhereTheyLead(t *testing.T) {
	play(t, three(), func(w *world) {
		linked(w)
		w.press("u")
		w.sees(" 1  Text.  ministry.example", " 2  How it began  ledger.example", " 3  https://other.example/bare", "ctrl+y copy")
		w.press("down", "ctrl+y")
		w.sees("The link was sent to the clipboard.")
		w.press("u", "2")
		if got := strings.Join(w.browsed, " "); got != "https://ledger.example/began" {
			t.Errorf("browsed %s", got)
		}
	})
}
