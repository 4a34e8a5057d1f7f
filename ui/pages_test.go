package ui

import (
	"slices"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"

	"dateline/feeds"
	"dateline/ui/pane"
)

// begin presses a key and holds back what it asks for.
func (w *world) begin(key string) tea.Cmd {
	_, cmd := w.m.Update(pane.Keystroke(key))
	return cmd
}

func TestAPageIsAskedForOnce(t *testing.T) {
	play(t, three(), func(w *world) {
		page := w.begin("x")
		for _, key := range []string{"x", "X"} {
			if cmd := w.begin(key); cmd != nil {
				t.Errorf("%s asks again for a page that is on its way", key)
			}
		}
		w.sees("on its way already; esc gives it up", "Fetching the page")
		w.do(page)
		w.sees("The full page of Tokyo")
		w.seesNot("on its way", "Fetching the page")
		w.press("X")
		if !slices.Equal(w.fetched, []feeds.ItemID{1, 1}) {
			t.Errorf("fetched %v", w.fetched)
		}
	})
}

func TestEscGivesAPageUp(t *testing.T) {
	play(t, three(), func(w *world) {
		w.press("enter")
		page := w.begin("x")
		w.sees("Fetching the page")
		w.press("esc")
		w.sees("The page was given up.", "Summary of Tokyo")
		w.seesNot("Fetching the page")
		if w.m.focus != onArticle {
			t.Error("the key that gave the page up went back too")
		}
		w.do(page)
		w.seesNot("could not be fetched", "The full page")
		w.press("x")
		w.sees("The full page of Tokyo")
	})
}

func TestAPageComesWhileAnotherStoryIsRead(t *testing.T) {
	play(t, three(), func(w *world) {
		page := w.begin("x")
		w.press("J")
		w.seesNot("Fetching the page")
		w.press("K")
		w.sees("Fetching the page")
		w.press("J")
		w.do(page)
		w.seesNot("The full page of Tokyo")
		w.press("x", "K")
		w.seesNot("Fetching the page")
		if !slices.Equal(w.fetched, []feeds.ItemID{1, 2}) {
			t.Errorf("fetched %v", w.fetched)
		}
	})
}

func TestAFailureIsRememberedWithItsTime(t *testing.T) {
	now := noon
	playOn(t, three(), func(o *Options) { o.Now = func() time.Time { return now } }, func(w *world) {
		w.refused = &feeds.Failure{Kind: feeds.FailTimeout}
		w.press("x")
		now = noon.Add(time.Hour)
		w.press("J")
		w.seesNot("could not be fetched")
		w.press("K")
		w.sees("could not be fetched at 12:00: no full answer in", "x tries again", "Summary of Tokyo")
		w.refused = nil
		w.press("x")
		w.sees("The full page of Tokyo")
		w.press("J", "K")
		w.seesNot("could not be fetched")
	})
}

// TestFullTextOnOpening marks one feed so that opening an item of it fetches
// its page.
func TestFullTextOnOpening(t *testing.T) {
	marked := func(o *Options) { o.Feeds[0].FullText = true }
	playOn(t, three(), marked, func(w *world) {
		w.press("j", "j", "k", "tab", "tab", "tab", "J", "K")
		if len(w.fetched) != 0 {
			t.Fatalf("fetched %v on mere selection", w.fetched)
		}
		w.press("enter")
		w.sees("The full page")
		if len(w.fetched) != 1 {
			t.Errorf("fetched %v, want one page", w.fetched)
		}
		w.refused = &feeds.Failure{Kind: feeds.FailPaywall}
		w.press("esc", "j", "enter", "esc", "enter")
		if len(w.fetched) != 2 {
			t.Errorf("fetched %v: a page that failed was asked for again by itself", w.fetched)
		}
	})
	playOn(t, three(), func(o *Options) { marked(o); o.Offline = true }, func(w *world) {
		w.press("enter")
		if len(w.fetched) != 0 {
			t.Errorf("fetched %v with --offline", w.fetched)
		}
	})
}
