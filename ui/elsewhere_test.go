package ui

import (
	"testing"
	"time"

	"dateline/feeds"
	"dateline/ui/pane"
)

func TestMarksOfAnotherCopyAreShown(t *testing.T) {
	play(t, three(), func(w *world) {
		w.sees("3 stories · 3 unread")
		it := w.stored[1]
		it.Read, it.Starred = true, true
		w.send(newsMsg{feeds.StoreChanged{Items: []feeds.Item{it}}})
		w.sees("3 stories · 2 unread")
		if got, _ := w.m.shelf.item(it.ID); !got.Starred {
			t.Error("the star is not shown")
		}
		w.m.marks = append(w.m.marks, &mark{was: map[feeds.ItemID]bool{it.ID: true}}) // on its way to the store
		it.Read = false
		w.send(newsMsg{feeds.StoreChanged{Items: []feeds.Item{it}}})
		w.sees("3 stories · 2 unread")
		w.m.marks = nil
	})
}

func TestStoriesOfAnotherCopyWaitLikeOthers(t *testing.T) {
	play(t, three(), func(w *world) {
		w.press("j")
		old := item(500, "An old story")
		old.Published = noon.AddDate(-1, 0, 0)
		unlisted := item(501, "A story of another list")
		unlisted.Feed = "elsewhere"
		fresh := item(502, "A fresh story")
		fresh.Published = noon.Add(time.Minute)
		w.m.shelf.since = noon.AddDate(0, 0, -1)
		w.send(newsMsg{feeds.StoreChanged{
			Items:  []feeds.Item{old, unlisted, fresh},
			Health: []feeds.Health{{Feed: "courier", LastTry: noon, Failure: &feeds.Failure{Kind: feeds.FailDNS}}},
		}})
		w.sees("1 new · press .", "1 failing")
	})
}

func TestWhatIsGoneLeavesTheListButNotTheReader(t *testing.T) {
	play(t, three(), func(w *world) {
		open, other := w.m.open.item, w.stored[1].ID
		if open == other {
			t.Fatal("the second story is open")
		}
		w.send(newsMsg{feeds.StoreChanged{Gone: []feeds.ItemID{open, other, 12345}}})
		w.sees("2 stories")
		if _, there := w.m.shelf.item(open); !there {
			t.Error("the open story is gone")
		}
		if _, there := w.m.shelf.item(other); there {
			t.Error("what is gone is still there")
		}
	})
}

func TestWhoWaitsAsksNobody(t *testing.T) {
	play(t, three(), func(w *world) {
		w.send(newsMsg{feeds.LoadingElsewhere{}})
		w.sees("Another Dateline loads the feeds")
		w.do(w.m.perform(pane.Refresh{}))
		if len(w.asked) > 0 {
			t.Errorf("%v were asked", w.asked)
		}
		w.send(newsMsg{feeds.LoadingElsewhere{Over: true}})
		w.sees("this one loads the feeds now")
		w.do(w.m.perform(pane.Refresh{}))
		if len(w.asked) != 1 {
			t.Error("nobody is asked afterwards")
		}
	})
}
