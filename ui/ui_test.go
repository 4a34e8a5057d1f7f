package ui

import (
	"errors"
	"slices"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	tea "charm.land/bubbletea/v2"
	"github.com/google/go-cmp/cmp"

	"dateline/feeds"
	"dateline/ui/help"
	"dateline/ui/pane"
	"dateline/ui/theme"
)

func three() []feeds.Item {
	return []feeds.Item{
		item(1, "Tokyo and Beijing reopen talks", "JP", "CN"),
		item(2, "Bamako names a new council", "ML"),
		item(3, "A treaty on the high seas"),
	}
}

func loaded(items ...feeds.Item) newsMsg {
	return newsMsg{feeds.LoadStarted{Feeds: 2}, feeds.ItemsLoaded{Feed: "ledger", Items: items, New: len(items)}}
}

func TestStoredStoriesAreThereAtOnce(t *testing.T) {
	play(t, three(), func(w *world) {
		w.sees("Tokyo and Beijing reopen talks", "Bamako names a new council", "3 stories · 3 unread", "Harbour Ledger")
		w.on(1)
	})
}

func TestWhatIsNotNeededWaitsForTheFirstScreen(t *testing.T) {
	m := newModel(t.Context(), Options{Atlas: atlas, Now: testClock}, Backend{})
	select {
	case <-m.sized:
		t.Error("begun before there is a size")
	default:
	}
	for range 2 {
		m.Update(tea.WindowSizeMsg{Width: 80, Height: 24})
	}
	select {
	case <-m.sized:
	default:
		t.Error("not begun")
	}
}

func TestArrivalsWaitAndTheCursorStays(t *testing.T) {
	play(t, three(), func(w *world) {
		w.press("j")
		w.on(2)
		before := w.screen()
		fresh := item(4, "Kyiv opens a bridge", "UA")
		fresh.Published = noon
		w.send(loaded(fresh))
		w.sees("1 new", "press .")
		w.seesNot("Kyiv opens a bridge")
		w.on(2)
		w.press(".")
		w.sees("Kyiv opens a bridge", "1 story brought in")
		w.on(2)
		if w.screen() == before {
			t.Error("nothing changed on the screen")
		}
	})
}

func TestTheTopIsNamedWhereTheListDoesNotBeginAnew(t *testing.T) {
	play(t, three(), func(w *world) {
		w.press("S")
		w.sees("Sorted by: most covered.")
		w.seesNot("goes to the top")
		w.press("j", "S")
		w.sees("Sorted by: rising. g goes to the top.")
		w.on(2)
	})
}

func TestAVersionOfAListedStoryJoinsItsRow(t *testing.T) {
	play(t, three(), func(w *world) {
		other := item(9, "Japan, China talk again", "JP")
		other.Feed, other.Story = "courier", 1
		w.send(loaded(other))
		w.sees("2 src")
		w.seesNot("new · press")
	})
}

func TestAnEmptyStoreFillsByItselfUntilAKeyIsPressed(t *testing.T) {
	play(t, nil, func(w *world) {
		w.sees("Reading the feeds")
		w.send(loaded(three()[1]))
		w.sees("Bamako names a new council", "⟳ 1/2")
		w.send(loaded(three()[0]))
		w.on(1)
		w.press("j")
		w.send(loaded(three()[2]))
		w.sees("1 new")
	})
}

func TestFiltersFailClosed(t *testing.T) {
	play(t, three(), func(w *world) {
		w.press("3")
		w.sees("West Africa ▾", "Bamako", "1 story")
		w.seesNot("high seas", "Tokyo")
		w.press("2")
		w.sees("No story of Russia and Ukraine")
		w.press("f")
		w.typed("world")
		w.press("enter")
		w.sees("World ▾", "high seas", "1 story")
		w.press("0")
		w.sees("All regions ▾", "3 stories")
	})
}

func TestThePickerTakesSeveralRegionsAndCountsThem(t *testing.T) {
	play(t, three(), func(w *world) {
		w.press("f")
		w.typed("sahel")
		w.press("tab")
		for range "sahel" {
			w.press("backspace")
		}
		w.typed("china")
		w.press("tab", "enter")
		w.sees("Sahel or China ▾", "Bamako", "Tokyo", "2 stories")
	})
}

func TestOpeningMarksAsRead(t *testing.T) {
	play(t, three(), func(w *world) {
		w.press("j")
		w.sees("3 unread")
		w.press("enter")
		w.sees("2 unread", "Summary of Bamako")
		if len(w.read) != 1 || w.read[0] != 2 {
			t.Errorf("saved marks %v, want [2]", w.read)
		}
	})
}

func TestAMarkThatCannotBeSavedIsTakenBack(t *testing.T) {
	play(t, three(), func(w *world) {
		w.refused = errFull
		w.press("m")
		w.sees("3 unread", "could not be saved", "the disk is full")
	})
}

func TestMarkAllCanBeUndone(t *testing.T) {
	play(t, three(), func(w *world) {
		w.press("A")
		w.sees("0 unread", "3 stories marked as read. U takes it back.")
		w.press("U")
		w.sees("3 unread", "Undone")
		w.press("U")
		w.sees("nothing to undo")
	})
}

func TestMarkAllLeavesHiddenStoriesAlone(t *testing.T) {
	play(t, three(), func(w *world) {
		w.press("1", "A", "0")
		w.sees("2 unread")
	})
}

func TestSearchAsYouType(t *testing.T) {
	play(t, three(), func(w *world) {
		w.press("/")
		w.typed("bam")
		w.sees("Bamako", "1 story")
		w.seesNot("high seas")
		w.press("enter", "enter")
		w.sees("Summary of Bamako")
		w.press("esc", "esc")
		w.sees("high seas", "3 stories")
	})
}

func TestALateAnswerOfASearchIsDropped(t *testing.T) {
	play(t, three(), func(w *world) {
		w.press("/")
		w.typed("bam")
		w.send(foundMsg{query: "ba", items: three()})
		w.sees("1 story")
	})
}

func TestALateTextIsDropped(t *testing.T) {
	play(t, three(), func(w *world) {
		w.press("j")
		w.send(textMsg{item: 1, article: feeds.TextArticle(three()[0], "A text that came too late.")})
		w.send(textMsg{item: 1, fault: "The text came too late."})
		w.send(relatedMsg{item: 1, err: errors.New("too late")})
		w.send(storyMsg{id: 1, err: errors.New("too late")})
		w.seesNot("too late")
		w.send(textMsg{item: 2, fault: "The text could not be read: it is torn."})
		w.sees("it is torn")
	})
}

func TestTheFullTextIsFetchedOnlyWhenAsked(t *testing.T) {
	play(t, three(), func(w *world) {
		w.press("j", "enter", "J")
		if len(w.fetched) != 0 {
			t.Fatalf("fetched %v without a press of x", w.fetched)
		}
		w.press("x")
		if len(w.fetched) != 1 || w.fetched[0] != 3 {
			t.Errorf("fetched %v, want [3]", w.fetched)
		}
		w.sees("The full page of A treaty")
	})
}

func TestAFailedFetchKeepsTheFeedsText(t *testing.T) {
	play(t, three(), func(w *world) {
		w.refused = &feeds.Failure{Kind: feeds.FailPaywall}
		w.press("x")
		w.sees("could not be fetched", "paywall", "Summary of Tokyo")
	})
}

func TestRelatedLeadsThereAndBack(t *testing.T) {
	play(t, three(), func(w *world) {
		old := item(50, "Last week's talks in Tokyo", "JP")
		w.related = feeds.Related{Groups: []feeds.RelatedGroup{{
			Kind: feeds.Earlier, Label: "earlier", Entries: []feeds.RelatedEntry{{Item: old, Why: "talks"}},
		}}}
		w.stored = append(w.stored, old)
		w.press("J", "K")
		w.sees("Last week's talks")
		w.press("tab", "tab", "enter")
		w.sees("Summary of Last week's talks")
		w.press("backspace")
		w.sees("Summary of Tokyo")
		w.press("esc")
		w.on(1)
	})
}

func TestHealthNamesFailuresAndRetriesOne(t *testing.T) {
	play(t, three(), func(w *world) {
		w.health = []feeds.Health{{Feed: "ledger"}, {Feed: "courier", Failure: &feeds.Failure{Kind: feeds.FailBlocked, Status: 403}}}
		w.send(newsMsg{feeds.FeedFailed{Feed: "courier", Health: w.health[1]}})
		w.sees("1 failing")
		w.press("e")
		w.sees("Courier", "the server refuses this program (HTTP 403)", "1 of 2 failing")
		w.press("r")
		if len(w.asked) != 1 || w.asked[0] != "courier" {
			t.Errorf("asked %v, want courier", w.asked)
		}
		w.press("e")
		w.seesNot("1 of 2 failing")
	})
}

func TestWhenNothingAnswersTheScreenOffersTheDemo(t *testing.T) {
	play(t, nil, func(w *world) {
		gone := feeds.Health{Feed: "ledger", Failure: &feeds.Failure{Kind: feeds.FailDNS}}
		w.send(newsMsg{feeds.LoadStarted{Feeds: 1}, feeds.FeedFailed{Feed: "ledger", Health: gone}, feeds.LoadFinished{Visited: 1, Failed: 1}})
		w.sees("No feed could be reached", "dateline --demo")
	})
}

func TestQuitAndBack(t *testing.T) {
	play(t, three(), func(w *world) {
		w.press("enter", "q")
		if w.quit {
			t.Fatal("q in the article quit the program")
		}
		w.press("?", "q", "z", "q")
		if w.quit {
			t.Fatal("q in an overlay or in zen quit the program")
		}
		w.press("q")
		if !w.quit {
			t.Error("q at the list does not quit")
		}
	})
}

func TestCtrlCQuitsFromAnywhere(t *testing.T) {
	for _, keys := range [][]string{{}, {"/"}, {"f"}, {"?"}, {"enter"}} {
		play(t, three(), func(w *world) {
			w.press(append(keys, "ctrl+c")...)
			if !w.quit {
				t.Errorf("ctrl+c after %v does not quit", keys)
			}
		})
	}
}

func TestTheWheelNeverChangesMarks(t *testing.T) {
	play(t, three(), func(w *world) {
		for y := range 40 {
			w.send(tea.MouseWheelMsg{X: 10, Y: y, Button: tea.MouseWheelDown})
			w.send(tea.MouseWheelMsg{X: 100, Y: y, Button: tea.MouseWheelUp})
		}
		w.sees("3 unread")
		if len(w.read) != 0 {
			t.Errorf("the wheel marked %v", w.read)
		}
	})
}

func TestAClickSelectsAndASecondOneOpens(t *testing.T) {
	play(t, three(), func(w *world) {
		w.send(tea.MouseClickMsg{X: 20, Y: 6, Button: tea.MouseLeft})
		w.on(2)
		w.sees("3 unread")
		w.send(tea.MouseClickMsg{X: 20, Y: 6, Button: tea.MouseLeft})
		w.sees("2 unread")
	})
}

func TestEveryCommandOfThePaletteRuns(t *testing.T) {
	for _, c := range commands(Options{Atlas: atlas, Regions: only("sahel")}) {
		for _, items := range [][]feeds.Item{nil, three()} {
			play(t, items, func(w *world) {
				w.do(w.m.runNamed(c.Name))
				w.screen()
			})
		}
	}
}

// TestNoKeyMeansTwoThings compares every pane's keys with those that work
// everywhere: a pane that answers one hides the command.
func TestNoKeyMeansTwoThings(t *testing.T) {
	m := newModel(t.Context(), Options{Atlas: atlas, Regions: only("sahel", "east-asia"), Now: testClock}, Backend{})
	sections := m.sections()
	everywhere := namesOf(t, sections[0])
	for _, k := range m.art.Keys() {
		if fromAnywhere[k.Name] {
			for _, pressed := range k.Keys() {
				if had, taken := everywhere[pressed]; taken {
					t.Errorf("%q is %s and %s", pressed, had, k.Name)
				}
				everywhere[pressed] = k.Name
			}
		}
	}
	hidden := map[string]bool{}
	for _, s := range sections[1:] {
		for pressed, name := range namesOf(t, s) {
			if had, taken := everywhere[pressed]; taken && had != name {
				hidden[s.Title+" "+pressed] = true
			}
		}
	}
	// Overlays cover the screen and may use keys anew; panes may not.
	anew := map[string]bool{"Feeds r": true, "Overview o": true, "Pickers tab": true}
	if diff := cmp.Diff(anew, hidden); diff != "" {
		t.Errorf("keys that a part of the screen uses in its own way, -want +got:\n%s", diff)
	}
}

// namesOf returns what each key of one part of the screen is called.
func namesOf(t *testing.T, s help.Section) map[string]string {
	t.Helper()
	names := map[string]string{}
	for _, k := range s.Keys {
		if k.Help().Desc == "" || k.Help().Key == "" {
			t.Errorf("%s has no help", k.Name)
		}
		for _, pressed := range k.Keys() {
			if had, taken := names[pressed]; taken {
				t.Errorf("in part %q, %q is %s and %s", s.Title, pressed, had, k.Name)
			}
			names[pressed] = k.Name
		}
	}
	return names
}

func TestRemappedKeysMove(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		w := &world{t: t}
		w.m = newModel(t.Context(), Options{
			Atlas: atlas, Items: three(), Theme: "dark", Now: func() time.Time { return noon },
			Keys: pane.Remap{"down": {"n"}, "next-unread": {"j"}},
		}, w.backend())
		w.send(tea.WindowSizeMsg{Width: 80, Height: 24})
		w.press("n")
		w.on(2)
	})
}

func TestMarksAreSavedInTheirOrder(t *testing.T) {
	play(t, three(), func(w *world) {
		_, first := w.m.Update(pane.Keystroke("m"))
		if _, second := w.m.Update(pane.Keystroke("m")); second != nil {
			t.Fatal("a second save runs beside the first")
		}
		w.do(first)
		if len(w.read) != 2 || w.marked {
			t.Errorf("saved %v, the last one %v; want on, then off", w.read, w.marked)
		}
		w.sees("3 unread")
	})
}

func TestMarksNotYetSavedAreSavedAtTheEnd(t *testing.T) {
	play(t, three(), func(w *world) {
		w.m.Update(pane.Keystroke("m"))
		w.m.Update(pane.Keystroke("A"))
		if err := w.m.flush(); err != nil || len(w.read) != 3 {
			t.Errorf("saved %v, %v; want all three", w.read, err)
		}
		w.refused = errFull
		w.m.Update(pane.Keystroke("m"))
		if w.m.flush() == nil {
			t.Error("a mark is lost and nobody is told")
		}
	})
}

func TestAFailedMarkDoesNotUndoALaterOne(t *testing.T) {
	play(t, three(), func(w *world) {
		_, first := w.m.Update(pane.Keystroke("m"))
		w.m.Update(pane.Keystroke("m"))
		w.m.Update(pane.Keystroke("m"))
		w.refused = errFull
		msg := first()
		w.refused = nil
		w.send(msg)
		w.sees("2 unread")
	})
}

func TestNewsKeepNewerMarks(t *testing.T) {
	play(t, three(), func(w *world) {
		w.press("m")
		w.send(loaded(three()[0]))
		w.sees("2 unread")
	})
}

func TestNewsOfAStoryThatWasOnlyFoundAreListed(t *testing.T) {
	play(t, three(), func(w *world) {
		old := item(50, "An old accord", "JP")
		w.send(foundMsg{}) // no search is in force: dropped
		w.press("/")
		w.typed("accord")
		w.send(foundMsg{query: "accord", items: []feeds.Item{old}})
		w.press("esc")
		w.seesNot("An old accord")
		more := item(51, "The accord is renewed", "JP")
		more.Story = 50
		w.send(loaded(more))
		w.sees("1 new")
		w.press(".")
		w.sees("The accord is renewed", "4 stories")
	})
}

func TestWhatIsAskedIsToldUntilTheRoundIsOver(t *testing.T) {
	play(t, three(), func(w *world) {
		for key, asked := range map[string]string{"R": "Asking all feeds again", "r": "Asking Harbour Ledger again"} {
			w.press(key)
			w.send(newsMsg{feeds.LoadStarted{Feeds: 1}})
			w.sees(asked)
			w.send(newsMsg{feeds.ItemsLoaded{Feed: "ledger"}, feeds.LoadFinished{Visited: 1}})
			w.seesNot(asked)
			w.press(key, ".")
			w.send(newsMsg{feeds.LoadStarted{Feeds: 1}, feeds.LoadFinished{}})
			w.sees("Nothing new is waiting.")
		}
	})
}

func TestTheDemoIsOfferedAfterEveryFailedRound(t *testing.T) {
	play(t, nil, func(w *world) {
		gone := feeds.Health{Feed: "ledger", Failure: &feeds.Failure{Kind: feeds.FailDNS}}
		for range 3 {
			w.send(newsMsg{feeds.LoadStarted{Feeds: 1}, feeds.FeedFailed{Feed: "ledger", Health: gone}, feeds.LoadFinished{Visited: 1, Failed: 1}})
		}
		w.sees("No feed could be reached")
	})
}

func TestAnEmptyFilterBringsNothingInByItself(t *testing.T) {
	play(t, three(), func(w *world) {
		w.press("2")
		w.send(loaded(item(4, "Cape Town counts votes"), item(5, "Kyiv opens a bridge", "UA")))
		w.sees("No story of Russia and Ukraine", "1 new")
		w.press("0")
		w.seesNot("Cape Town")
		w.sees("2 new")
	})
}

func TestAnUnknownStoryMarksNothing(t *testing.T) {
	play(t, three(), func(w *world) {
		w.do(w.m.perform(pane.Open{Story: 99}))
		w.do(w.m.perform(pane.Open{Item: 99}))
		w.sees("3 unread", "not at hand")
	})
}

func TestAPageThatCannotBeKeptIsShown(t *testing.T) {
	play(t, three(), func(w *world) {
		w.refused, w.unkept = errFull, true
		w.press("x")
		w.sees("The full page of Tokyo", "could not be kept: the disk is full")
	})
}

func TestAFeedThatIsSwitchedOffDoesNotFail(t *testing.T) {
	play(t, three(), func(w *world) {
		off := w.m.shelf.feeds["courier"]
		off.Off = true
		w.m.shelf.feeds["courier"] = off
		w.send(healthMsg{{Feed: "courier", Failure: &feeds.Failure{Kind: feeds.FailGone}}})
		w.seesNot("failing")
	})
}

func TestARowKeepsItsHeadlineUntilTheListIsFilledAnew(t *testing.T) {
	play(t, three(), func(w *world) {
		w.press("j")
		older := item(30, "China and Japan: an earlier word", "JP")
		older.Feed, older.Story = "courier", 1
		w.send(loaded(older))
		w.sees("Tokyo and Beijing reopen talks", "2 src")
		w.send(loaded(item(4, "Kyiv opens a bridge", "UA")))
		w.press(".")
		w.sees("China and Japan: an earlier word")
	})
}

func TestSortingAtTheTopShowsTheNewTop(t *testing.T) {
	items := three()
	other := item(40, "Council in Bamako", "ML")
	other.Story, other.Feed = 2, "courier"
	play(t, append(items, other), func(w *world) {
		w.press("S")
		w.on(2)
		w.sees("most covered")
	})
}

func TestKeysWithoutAStorySaySo(t *testing.T) {
	for _, key := range []string{"x", "o", "y", "m", "s", "w", "u"} {
		play(t, nil, func(w *world) {
			w.press(key)
			w.sees("No story is open.")
		})
	}
}

func TestBackFromRelatedIsTheArticle(t *testing.T) {
	play(t, three(), func(w *world) {
		w.press("tab", "tab", "q", "q")
		if w.quit || w.m.focus != onList {
			t.Errorf("two steps back from related: quit %v, focus %v", w.quit, w.m.focus)
		}
	})
}

func TestTheFooterNamesHelpAtEveryWidth(t *testing.T) {
	play(t, three(), func(w *world) {
		for _, width := range []int{200, 120, 80, 40, 20} {
			w.send(tea.WindowSizeMsg{Width: width, Height: 24})
			w.sees("? help")
		}
		w.send(tea.WindowSizeMsg{Width: 80, Height: 24})
		w.press("e")
		w.sees("r ask this feed again", "esc back")
	})
}

func TestTheShelfIsTrimmedFromItsOldEnd(t *testing.T) {
	s := newShelf(Options{Atlas: atlas}, theme.Fancy(), nil)
	for n := 1; n <= 10; n++ {
		e, _ := s.put(item(n, "x", "JP"))
		e.shelved = n == 2
	}
	starred := item(10, "x", "JP")
	s.change([]feeds.ItemID{10}, func(it *feeds.Item) { it.Starred = true })
	s.trim(6, func(id feeds.StoryID) bool { return id == 9 })
	for id, want := range map[feeds.ItemID]bool{1: true, 2: false, 3: true, 5: true, 6: false, 7: false, 8: false, 9: true, starred.ID: true} {
		if _, ok := s.item(id); ok != want {
			t.Errorf("item %d is there: %v", id, ok)
		}
	}
	if want := item(6, "").Published; s.since != want {
		t.Errorf("the shelf is whole since %s, want %s", s.since, want)
	}
}

func TestTheWheelLeavesTheOpenStoryAlone(t *testing.T) {
	play(t, three(), func(w *world) {
		w.do(w.m.show(3, 0)) // as after a jump from related: the cursor is elsewhere
		w.sees("Summary of A treaty")
		w.send(tea.MouseWheelMsg{X: 10, Y: 10, Button: tea.MouseWheelDown})
		w.sees("Summary of A treaty")
		w.on(1)
	})
}

func TestAClickIntoAnotherPaneActs(t *testing.T) {
	play(t, three(), func(w *world) {
		w.press("tab")
		w.send(tea.MouseClickMsg{X: 20, Y: 6, Button: tea.MouseLeft})
		w.on(2)
		w.sees("Summary of Bamako", "3 unread")
		w.press("tab")
		w.send(tea.MouseClickMsg{X: 20, Y: 6, Button: tea.MouseLeft})
		w.sees("3 unread") // selected already: the click only takes the focus
		if w.m.focus != onList {
			t.Error("the click did not take the focus")
		}
	})
}

func TestEveryLastMarkIsTriedAtTheEnd(t *testing.T) {
	play(t, three(), func(w *world) {
		w.m.Update(pane.Keystroke("m"))
		w.m.Update(pane.Keystroke("s"))
		w.refused = errFull
		if err := w.m.flush(); err == nil || strings.Count(err.Error(), errFull.Error()) != 2 {
			t.Errorf("got %v, want both failures told", err)
		}
	})
}

func TestTheFilterInForceIsKept(t *testing.T) {
	play(t, three(), func(w *world) {
		w.press("3", "3", "0", "1")
		if want := []string{"region:west-africa", "", "region:east-asia"}; !slices.Equal(w.kept, want) {
			t.Errorf("kept %q, want %q", w.kept, want)
		}
		w.refused = errFull
		w.press("2")
		w.sees("The filter could not be kept for the next start: the disk is full", "Russia and Ukraine ▾")
	})
}

func TestAFilterNotYetKeptIsKeptAtTheEnd(t *testing.T) {
	play(t, three(), func(w *world) {
		w.m.Update(pane.Keystroke("1"))
		w.m.Update(pane.Keystroke("3"))
		if err := w.m.flush(); err != nil || !slices.Equal(w.kept, []string{"region:east-asia", "region:west-africa"}) {
			t.Errorf("kept %q, %v", w.kept, err)
		}
	})
}
