package ui

import (
	"fmt"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"

	"dateline/feeds"
	"dateline/ui/pane"
)

// chapters is a text of numbered paragraphs, several lines each.
func chapters(n int) string {
	out := make([]string, n)
	for i := range out {
		out[i] = fmt.Sprintf("Chapter %d. ", i) + strings.Repeat("and so the talks went on ", 12)
	}
	return strings.Join(out, "\n\n")
}

// playReading is play with a long text of item 1.
func playReading(t *testing.T, test func(*world)) {
	t.Helper()
	play(t, three(), func(w *world) {
		w.texts = map[feeds.ItemID]string{1: chapters(20)}
		w.press("J", "K")
		test(w)
	})
}

func TestHowFarTheReaderCameIsKeptAndFoundAgain(t *testing.T) {
	playReading(t, func(w *world) {
		w.press("enter", "space", "space")
		b := w.stopped[1]
		if b.Item != 1 || b.Block < 1 || b.Percent < 10 || b.Percent > 90 || b.Whole || !b.Kept.Equal(noon) {
			t.Fatalf("kept %+v after a while of reading", b)
		}
		w.press("space", "J")
		if next := w.stopped[1]; next.Block <= b.Block {
			t.Errorf("leaving the item kept %+v", next)
		}
		w.press("K")
		w.sees("Article · ", " %")
	})
}

func TestAStopOfAnotherDayIsOfferedAndTaken(t *testing.T) {
	playReading(t, func(w *world) {
		w.stopped[1] = feeds.Bookmark{Item: 1, Block: 9, Percent: 44, Kept: noon.AddDate(0, 0, -1)}
		w.press("J", "K")
		w.sees("Chapter 0.", "read to 44 %; enter continues there")
		w.press("enter")
		w.sees("Chapter 9.", "Article · continued at 44 %")
		w.seesNot("Chapter 0.")
		w.press("g")
		w.sees("Chapter 0.", "Article · 0 %")
	})
}

func TestALookAtTheHeadlineIsNoStepBack(t *testing.T) {
	playReading(t, func(w *world) {
		w.press("enter", "space", "space", "space")
		there, kept := w.screen(), w.stopped[1]
		w.press("g")
		w.sees("Chapter 0.", fmt.Sprintf("read to %d %%; enter continues there", kept.Percent))
		if w.stopped[1] != kept {
			t.Errorf("at the headline %+v is kept instead of %+v", w.stopped[1], kept)
		}
		w.press("enter")
		if line := strings.Split(there, "\n")[2]; strings.Split(w.screen(), "\n")[2] != line {
			t.Errorf("enter does not lead back to %q:\n%s", line, w.screen())
		}
	})
}

func TestEnterBeforeTheTextIsThereContinuesToo(t *testing.T) {
	playReading(t, func(w *world) {
		w.stopped[1] = feeds.Bookmark{Item: 1, Block: 9, Percent: 44, Kept: noon}
		w.press("J")
		_, walk := w.m.Update(pane.Keystroke("K"))
		w.m.Update(pane.Keystroke("enter"))
		w.do(walk)
		w.sees("Chapter 9.", "continued at 44 %")
	})
}

func TestAFinishedTextStartsAtTheTop(t *testing.T) {
	playReading(t, func(w *world) {
		w.press("enter", "G")
		if b := w.stopped[1]; b.Percent != 100 {
			t.Fatalf("at the end %+v is kept", b)
		}
	})
	playReading(t, func(w *world) {
		w.stopped[1] = feeds.Bookmark{Item: 1, Block: 19, Percent: 100, Kept: noon.AddDate(0, 0, -2)}
		w.press("J", "K", "enter")
		w.sees("Chapter 0.", "read to the end on 12 Nov", "Article · 0 %")
	})
}

func TestOnlyReadingIsKept(t *testing.T) {
	playReading(t, func(w *world) {
		for range 5 { // beside the list
			w.send(tea.MouseWheelMsg{X: 100, Y: 10, Button: tea.MouseWheelDown})
		}
		w.press("J", "K")
		if w.stops != 0 {
			t.Errorf("a look beside the list kept %+v", w.stopped)
		}
		w.press("enter", "J", "K")
		if w.stops != 0 {
			t.Errorf("opening alone kept %+v", w.stopped)
		}
	})
}

func TestALookBesideTheListLeavesTheStopAlone(t *testing.T) {
	playReading(t, func(w *world) {
		w.stopped[1] = feeds.Bookmark{Item: 1, Block: 9, Percent: 44, Kept: noon}
		w.send(tea.MouseWheelMsg{X: 100, Y: 10, Button: tea.MouseWheelDown})
		w.send(tea.MouseWheelMsg{X: 100, Y: 10, Button: tea.MouseWheelUp})
		w.press("J", "K", "enter")
		w.sees("Chapter 9.", "continued at 44 %")
	})
}

func TestWhoOnlyLookedBesideTheListContinuesToo(t *testing.T) {
	playReading(t, func(w *world) {
		w.stopped[1] = feeds.Bookmark{Item: 1, Block: 9, Percent: 44, Kept: noon}
		w.press("J", "K")
		w.send(tea.MouseWheelMsg{X: 100, Y: 10, Button: tea.MouseWheelDown})
		w.press("enter")
		w.sees("Chapter 9.", "continued at 44 %")
	})
}

func TestWhoHasReadOnStaysThere(t *testing.T) {
	playReading(t, func(w *world) {
		w.stopped[1] = feeds.Bookmark{Item: 1, Block: 9, Percent: 44, Kept: noon}
		w.press("J", "K", "enter", "space")
		here := firstLine(w)
		w.press("esc", "enter")
		if got := firstLine(w); got != here {
			t.Errorf("opened again the line on top is %q, not %q", got, here)
		}
		w.press("J", "K", "enter")
		if got := firstLine(w); got != here {
			t.Errorf("after another story the line on top is %q, not %q", got, here)
		}
	})
}

func TestTheEndOfTheProgramKeepsTheLastSteps(t *testing.T) {
	playReading(t, func(w *world) {
		w.press("enter")
		w.m.Update(pane.Keystroke("space")) // and no command is run any more
		if err := w.m.flush(); err != nil || w.stopped[1].Block < 1 {
			t.Errorf("%v; kept %+v", err, w.stopped[1])
		}
	})
}

func TestAPlaceInAPageThatComesIsKeptWithoutAKey(t *testing.T) {
	playReading(t, func(w *world) {
		w.press("enter", "space")
		if b := w.stopped[1]; b.Block < 1 || b.Whole {
			t.Fatalf("in the feed's text %+v is kept", b)
		}
		page := feeds.TextArticle(three()[0], chapters(20))
		page.Fetched = noon
		w.send(textMsg{item: 1, article: page})
		if b := w.stopped[1]; b.Block < 1 || !b.Whole {
			t.Errorf("in the page %+v is kept", b)
		}
	})
}

func TestAFailureToKeepTheStopIsTold(t *testing.T) {
	playReading(t, func(w *world) {
		w.press("enter")
		w.refused = errFull
		w.press("space")
		w.sees("could not be kept: the disk is full")
	})
}

func TestATextThatIsChangedWhileItIsReadLeavesTheReaderThere(t *testing.T) {
	playReading(t, func(w *world) {
		w.press("enter", "space", "space")
		before := firstLine(w)
		w.texts[1] = "A new beginning.\n\n" + chapters(20)
		again := three()[0]
		again.Updated = noon
		w.send(newsMsg{feeds.ItemsLoaded{Feed: "ledger", Items: []feeds.Item{again}}})
		w.sees("The outlet has changed this text")
		if after := firstLine(w); after != before {
			t.Errorf("the line on top was %q and is %q", before, after)
		}
	})
}

// firstLine returns the top line of the article pane.
func firstLine(w *world) string { return strings.Split(w.m.art.View(), "\n")[0] }

func TestTurningToAnotherVersionSaysWhich(t *testing.T) {
	items := three()
	items[1].Story, items[1].Feed = items[0].Story, "courier"
	play(t, items, func(w *world) {
		for range 3 { // from every pane
			w.press("]")
			w.sees("1 of 2: Harbour Ledger (independent, GB)")
			w.press("[")
			w.sees("2 of 2: Courier (public, FR)")
			w.press("tab")
		}
	})
}

func TestTheFooterNamesTheKeysOfReading(t *testing.T) {
	playReading(t, func(w *world) {
		w.sees("j move", "⏎ open")
		w.press("enter")
		w.sees("space page", "ctrl+f find", "J next story", "? help")
		w.seesNot("j move", "u links")
		w.press("ctrl+f")
		w.sees("⏎ keep", "esc end")
		w.seesNot("space page")
		w.press("esc")
		w.sees("x full text")
		linked(w)
		w.sees("u links")
		w.seesNot("x full text")
	})
}

func TestTheFooterNamesNoBrowserForAnItemWithoutAnAddress(t *testing.T) {
	items := three()
	items[0].URL = ""
	play(t, items, func(w *world) {
		w.seesNot("o browser")
		w.press("j")
		w.sees("o browser")
	})
}
