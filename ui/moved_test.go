package ui

import (
	"strings"
	"testing"
	"time"

	"dateline/feeds"
	"dateline/ui/pane"
)

// of puts an item into a story, as another outlet tells it.
func of(story feeds.StoryID, it feeds.Item) feeds.Item {
	it.Story, it.Feed = story, "courier"
	return it
}

// move tells that an item is now in another story, in the store too.
func (w *world) move(item feeds.ItemID, to feeds.StoryID) {
	for i := range w.stored {
		if w.stored[i].ID == item {
			w.stored[i].Story = to
		}
	}
	w.send(newsMsg{feeds.StoriesChanged{Moves: []feeds.Move{{Item: item, Story: to, Join: feeds.Join{With: feeds.ItemID(to)}}}}})
}

// titles returns the headlines of the list in their order.
func (w *world) titles() string {
	var all []string
	for _, r := range w.m.list.Rows() {
		first, _, _ := strings.Cut(r.Title, " ")
		all = append(all, first)
	}
	return strings.Join(all, " ")
}

func TestAMergedStoryKeepsItsRowUntilTheListIsFilledAnew(t *testing.T) {
	play(t, three(), func(w *world) {
		w.press("j")
		before := w.titles()
		w.move(2, 3)
		w.sees("now told with: A treaty on the high seas", "2 stories · 2 unread", "Bamako names a new council")
		if got := w.titles(); got != before {
			t.Errorf("the list was %s and is %s", before, got)
		}
		w.sees("Summary of Bamako")
		w.press("enter")
		w.sees("Summary of Bamako", "1 unread")
		w.press("esc")
		if w.m.list.Current() != w.m.list.Rows()[1] {
			t.Error("opening the row has moved the cursor to another one")
		}
		w.press("0")
		w.seesNot("now told with")
		w.on(3)
		w.sees("2 stories · 1 unread")
	})
}

func TestAMarkOfAllThatIsNotSavedIsTakenBackAfterAMerge(t *testing.T) {
	play(t, three(), func(w *world) {
		w.move(2, 3)
		w.refused = errFull
		w.press("A")
		w.sees("could not be saved", "2 unread")
	})
}

func TestASearchCountsStoriesAndNotTheirOldRows(t *testing.T) {
	play(t, three(), func(w *world) {
		w.press("/")
		w.typed("a")
		before := len(w.m.list.Rows())
		w.move(2, 3)
		w.sees("now told with", stories(before-1))
		w.seesNot(stories(before) + " ")
	})
}

func TestAMergedStoryStaysOpenAtItsPlace(t *testing.T) {
	long := three()
	long[1].Summary = strings.Repeat("Bamako speaks at length. ", 200)
	play(t, long, func(w *world) {
		w.press("j", "enter", "space")
		before := w.m.art.View()
		w.move(2, 1)
		if got := w.m.art.View(); w.m.open != (opened{1, 2}) || body(got) != body(before) {
			t.Errorf("open is %+v, and the text has moved:\n%s", w.m.open, got)
		}
	})
}

// body is a view without its last line, which counts the versions.
func body(view string) string {
	lines := strings.Split(view, "\n")
	return strings.Join(lines[:len(lines)-2], "\n")
}

func TestAMergedStoryThatIsNotListedTakesOverTheRow(t *testing.T) {
	play(t, three(), func(w *world) {
		w.press("j")
		w.send(loaded(of(4, item(4, "Council in Bamako", "ML"))))
		w.sees("1 new")
		w.move(2, 4)
		w.seesNot("1 new", "now told with")
		w.sees("Bamako names a new council", "2 src", "3 stories")
		if got := w.titles(); strings.Contains(got, "Council") {
			t.Errorf("the merged story has a row of its own: %s", got)
		}
		w.on(4)
		w.sees("Summary of Bamako")
	})
}

func TestTheStoreIsAskedForAStoryThatIsNotAtHand(t *testing.T) {
	old := of(90, item(90, "An accord on the Niger", "ML"))
	play(t, three(), func(w *world) {
		w.stored = append(w.stored, old)
		w.press("j", "s")
		w.move(2, 90)
		w.sees("Bamako names a new council", "2 src", "3 stories")
		w.on(90)
		if e := w.m.shelf.story(2); e == nil || e.ID != 90 || len(e.Items) != 2 || !e.row.Starred {
			t.Errorf("the story is %+v", e)
		}
	})
}

func TestAStoryIsReadInPartUntilItIsOpened(t *testing.T) {
	play(t, three(), func(w *world) {
		w.press("enter", "esc")
		w.move(3, 1)
		w.sees("+1", "2 stories · 1 unread")
	})
}

func TestMovesOfWhatWaitsAndOfWhatWasFound(t *testing.T) {
	play(t, three(), func(w *world) {
		w.press("j")
		w.send(loaded(item(4, "Kyiv opens a bridge", "UA"), item(5, "A bridge in Kyiv", "UA")))
		w.sees("2 new")
		w.move(5, 4)
		w.sees("1 new")
		w.stored = append(w.stored, item(60, "An old accord", "JP"))
		w.press("/")
		w.typed("accord")
		w.press("enter")
		w.on(60)
		w.move(60, 1)
		w.sees("An old accord", "×2", "Summary of An old accord")
		w.press("esc")
		w.sees("3 stories", "Tokyo and Beijing")
		w.press(".")
		w.sees("4 stories")
	})
}

func TestASearchListsAMergedStoryOnce(t *testing.T) {
	play(t, three(), func(w *world) {
		w.press("/")
		w.typed("a")
		w.press("enter")
		w.sees("3 stories")
		w.move(2, 3)
		w.press("S")
		w.sees("2 stories", "most covered")
	})
}

func TestBackLeadsToAMergedStory(t *testing.T) {
	play(t, three(), func(w *world) {
		w.related = feeds.Related{Groups: []feeds.RelatedGroup{{
			Kind: feeds.Earlier, Label: "earlier", Entries: []feeds.RelatedEntry{{Item: w.stored[2], Why: "talks"}},
		}}}
		w.press("J", "K", "tab", "tab", "enter")
		w.sees("Summary of A treaty")
		w.move(1, 2)
		w.press("backspace")
		w.sees("Summary of Tokyo")
		if w.m.open != (opened{2, 1}) {
			t.Errorf("open is %+v", w.m.open)
		}
	})
}

func TestACorrectionSurvivesAMerge(t *testing.T) {
	play(t, three(), func(w *world) {
		w.press("j", "w")
		_, preview := w.m.Update(pane.Keystroke("-"))
		w.move(2, 1)
		w.do(preview)
		w.sees("Take Mali (ML) away")
		w.press("enter")
		if len(w.amended) != 1 {
			t.Errorf("amended %v", w.amended)
		}
	})
}

func TestAPendingLookUpSurvivesAMerge(t *testing.T) {
	play(t, three(), func(w *world) {
		_, settled := w.m.Update(pane.Keystroke("j"))
		w.move(2, 1)
		w.related = feeds.Related{Groups: []feeds.RelatedGroup{{
			Kind: feeds.Earlier, Entries: []feeds.RelatedEntry{{Item: w.stored[2], Why: "talks"}},
		}}}
		w.do(settled)
		w.sees("EARLIER")
	})
}

func TestAnItemThatComesAgainInAnotherStory(t *testing.T) {
	play(t, three(), func(w *world) {
		w.press("j")
		again := w.stored[1]
		again.Story, again.Title = 1, "Bamako names its council"
		w.send(loaded(again))
		w.sees("now told with: Tokyo", "Bamako names its council", "2 stories · 2 unread")
	})
}

func TestASplitStoryKeepsItsRow(t *testing.T) {
	play(t, append(three(), of(1, item(30, "Another matter", "JP"))), func(w *world) {
		w.sees("2 src")
		w.move(30, 30)
		w.seesNot("2 src", "now told with", "Another matter")
		w.sees("3 stories")
		w.press("0")
		w.sees("Another matter", "4 stories")
		w.move(30, 1)
		w.move(30, 30)
		w.move(30, 1)
		w.press("0")
		w.sees("2 src", "3 stories")
	})
}

func TestStoriesAreMergedOneIntoTheOther(t *testing.T) {
	play(t, three(), func(w *world) {
		w.press("G")
		w.move(3, 2)
		w.move(2, 1)
		w.move(3, 1)
		if e := w.m.shelf.story(3); e == nil || e.ID != 1 || len(e.Items) != 3 {
			t.Errorf("story 3 is now %+v", e)
		}
		w.on(1)
		w.sees("now told with: Tokyo", "1 story ·")
		w.press("0")
		w.on(1)
		w.sees("1 story ·")
	})
}

func TestAnItemReadBeforeItsStoryWasMerged(t *testing.T) {
	play(t, three(), func(w *world) {
		w.move(2, 1)
		w.send(olderMsg{items: []feeds.Item{of(2, item(70, "Bamako before the council", "ML"))}})
		w.sees("2 stories")
		if e := w.m.shelf.story(2); len(e.Items) != 3 {
			t.Errorf("the late item is not in the story: %+v", e.Items)
		}
	})
}

func TestTheLeadStaysUntilTheListIsFilledAnew(t *testing.T) {
	play(t, three(), func(w *world) {
		fresh := of(2, item(8, "Bamako names a council that lasts", "ML"))
		fresh.Published, fresh.Seen = noon, noon
		w.press("G")
		before := w.titles()
		w.send(loaded(fresh))
		if got := w.titles(); got != before {
			t.Errorf("the list was %s and is %s", before, got)
		}
		w.press("0")
		if w.m.list.Rows()[0].Story != 2 {
			t.Errorf("filled anew, the list begins with %+v", w.m.list.Rows()[0])
		}
	})
}

func TestTheHeadlineThatWasChangedSaysSo(t *testing.T) {
	items := three()
	items[0].Retitled, items[1].Retitled = noon.Add(-time.Hour), noon.Add(-30*time.Hour)
	play(t, items, func(w *world) {
		w.sees("Harbour Ledger · changed 11:00 · JP CN", "Harbour Ledger · changed 13 Nov, 06:00 · ML")
	})
}

func TestNothingMovesWhenNothingWaits(t *testing.T) {
	play(t, three(), func(w *world) {
		before := w.titles()
		w.send(loaded(of(3, item(0, "The treaty is signed"))))
		w.press(".")
		w.sees("Nothing new is waiting.")
		if got := w.titles(); got != before {
			t.Errorf("the list was %s and is %s", before, got)
		}
		w.press("0")
		if got := w.titles(); got == before {
			t.Errorf("the story that was told of last is not on top: %s", got)
		}
	})
}

func TestRelatedStoriesFollowTheOpenOne(t *testing.T) {
	play(t, three(), func(w *world) {
		tells := func(total int) {
			w.related = feeds.Related{Groups: []feeds.RelatedGroup{{Kind: feeds.SameEvent, Total: total, Entries: []feeds.RelatedEntry{{Item: item(2, "Bamako names a new council", "ML")}}}}}
		}
		tells(1)
		w.press("j", "enter")
		w.sees("1 more")
		tells(2)
		w.send(loaded(item(9, "Kyiv opens a bridge", "UA")))
		w.sees("1 more")
		w.send(loaded(of(2, item(8, "A council in Bamako", "ML"))))
		w.sees("2 more")
		tells(3)
		w.move(3, 2)
		w.sees("3 more")
		tells(4)
		w.move(2, 9)
		w.sees("4 more")
	})
}

func TestOneAgencyInSeveralHandsIsNamed(t *testing.T) {
	first, second := item(1, "A bridge in Kyiv", "UA"), of(1, item(2, "Kyiv has a bridge", "UA"))
	first.Wire, second.Wire = "AFP", "AFP"
	play(t, []feeds.Item{first, second}, func(w *world) {
		w.sees("AFP ×2 · UA")
		w.seesNot("1 src")
	})
}
