package ui

import (
	"errors"
	"fmt"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"

	"dateline/feeds"
	"dateline/ui/pane"
)

// renamed is an item whose headline was changed minutes before noon.
func renamed(it feeds.Item, title string, minutes int) feeds.Item {
	it.Title, it.Retitled = title, noon.Add(-time.Duration(minutes)*time.Minute)
	return it
}

func edit(title string, minutes int) feeds.Edit {
	return feeds.Edit{At: noon.Add(-time.Duration(minutes) * time.Minute), Title: title}
}

// retold is a story whose headline was changed once, and a world that kept it.
func retold(t *testing.T, test func(w *world, it feeds.Item)) {
	t.Helper()
	it := renamed(item(20, "Envoy leaves Bamako", "ML"), "Envoy recalled from Bamako", 10)
	play(t, []feeds.Item{it, item(30, "A dry winter")}, func(w *world) {
		w.edits = map[feeds.ItemID][]feeds.Edit{20: {edit("Envoy leaves Bamako", 10)}}
		test(w, it)
	})
}

func TestFeedsAreAskedFromTheExplanation(t *testing.T) {
	play(t, three(), func(w *world) {
		w.press("w", "R", "r")
		w.sees("COUNTRIES")
		if got := fmt.Sprint(w.asked); got != "[ ledger]" {
			t.Errorf("asked %s, want all and then the one", got)
		}
	})
}

func TestOldHeadlinesAreExplained(t *testing.T) {
	retold(t, func(w *world, _ feeds.Item) {
		w.sees("headline changed 11:50")
		w.press("w")
		w.sees(`until 11:50 "Envoy leaves Bamako"`, `since 11:50 "Envoy recalled from Bamako"`)
		w.press("w", "w")
		if w.reread != 1 {
			t.Errorf("what is known was read %d times", w.reread)
		}
		w.press("w", "j", "w")
		w.seesNot("Envoy leaves Bamako")
	})
}

func TestAnEditThatComesIsExplained(t *testing.T) {
	retold(t, func(w *world, it feeds.Item) {
		w.press("w")
		w.edits[20] = append(w.edits[20], edit("Envoy recalled from Bamako", 1))
		w.send(newsMsg{feeds.ItemsLoaded{Feed: "ledger", Items: []feeds.Item{renamed(it, "Mali recalls its envoy", 1)}}})
		w.sees(`until 11:59 "Envoy recalled from Bamako"`, `since 11:59 "Mali recalls its envoy"`)
	})
}

func TestALateAnswerOfEditsIsDropped(t *testing.T) {
	retold(t, func(w *world, it feeds.Item) {
		_, late := w.m.Update(pane.Keystroke("w"))
		w.sees("Looking for the old wording")
		answer := answered(late)
		w.edits[20] = append(w.edits[20], edit("Envoy recalled from Bamako", 1))
		w.send(newsMsg{feeds.ItemsLoaded{Feed: "ledger", Items: []feeds.Item{renamed(it, "Mali recalls its envoy", 1)}}})
		w.send(answer)
		w.sees(`until 11:59 "Envoy recalled from Bamako"`)
	})
}

// answered runs a command, or the only one of a batch.
func answered(cmd tea.Cmd) tea.Msg {
	msg := cmd()
	if batch, ok := msg.(tea.BatchMsg); ok && len(batch) == 1 {
		return batch[0]()
	}
	return msg
}

func TestOldHeadlinesThatCannotBeRead(t *testing.T) {
	retold(t, func(w *world, _ feeds.Item) {
		w.unread = errors.New("the disk is full")
		w.press("w")
		w.sees("The old wording could not be read: the disk is full")
		w.unread = nil
		w.press("w", "w")
		w.sees(`until 11:50 "Envoy leaves Bamako"`)
	})
}

func TestTheExplanationFollowsTheStory(t *testing.T) {
	retold(t, func(w *world, it feeds.Item) {
		w.press("w")
		w.sees("one outlet tells it")
		other := of(20, item(21, "Bamako's envoy is called home", "ML"))
		other.Feed, other.Join = "courier", feeds.Join{With: 20, Score: 0.9, Words: []string{"envoy", "Bamako"}}
		w.send(newsMsg{feeds.ItemsLoaded{Feed: "courier", Items: []feeds.Item{other}}})
		w.sees("Courier: shares envoy, Bamako with Harbour Ledger (90 %, likely)")
	})
}

func TestTheExplanationTellsOfAMerge(t *testing.T) {
	play(t, []feeds.Item{item(2, "Envoy recalled", "ML"), item(3, "An envoy is called home", "ML")}, func(w *world) {
		w.send(newsMsg{feeds.StoriesChanged{Moves: []feeds.Move{
			{Item: 3, Story: 2, Join: feeds.Join{With: 2, Score: 0.8, Words: []string{"envoy"}}},
		}}})
		w.press("w")
		w.sees("a story of its own at first; shares envoy")
	})
}
