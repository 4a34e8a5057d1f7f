package ui

import (
	"fmt"
	"slices"
	"testing"

	"dateline/feeds"
)

// noisy is a day on which one outlet tells six stories alone, and others two.
func noisy() []feeds.Item {
	items := []feeds.Item{of(1, item(1, "Calm 1", "FR")), of(2, item(2, "Calm 2", "FR"))}
	for n := 11; n <= 16; n++ {
		items = append(items, item(n, fmt.Sprintf("Loud %d", n), "JP"))
	}
	return append(items, item(2000, "Loud yesterday", "JP"))
}

func quota(n int) func(*Options) { return func(o *Options) { o.PerSource = n } }

func TestALoudSourceCannotFillTheList(t *testing.T) {
	playOn(t, noisy(), quota(2), func(w *world) {
		w.sees("Calm 2", "Loud 12", "── H shows 4 more by Harbour Ledger alone", "5 stories", "4 held back", "Loud yesterday")
		w.seesNot("Loud 13", "Loud 16")
		w.press("D")
		w.sees("H shows 4")
		w.press("H")
		w.sees("Held back: show all of", "Harbour Ledger")
		w.press("enter")
		w.sees("Loud 16", "9 stories", "Nothing is held back.")
		w.seesNot("H shows 4")
		w.press("H", "tab", "enter")
		w.sees("4 stories held back.", "H shows 4")
	})
}

func TestWhatAQuotaNeverHoldsBack(t *testing.T) {
	items := noisy()
	items[4].Starred, items[5].Read = true, true
	items = append(items, of(15, item(18, "Calm on 15", "FR")), func() feeds.Item { it := item(19, "News on 14", "FR"); it.Story = 14; return it }())
	slices.SortFunc(items, func(a, b feeds.Item) int { return b.Published.Compare(a.Published) })
	playOn(t, items, quota(2), func(w *world) {
		w.sees("Loud 11", "Loud 12", "Loud 13", "News on 14", "+1", "Calm on 15", "1 held back")
		w.seesNot("Loud 16")
	})
}

func TestNothingIsHeldBack(t *testing.T) {
	tests := []struct {
		name  string
		items []feeds.Item
		each  int
		keys  []string
		says  string
	}{
		{"without a quota", noisy(), 0, nil, "per_source in config.toml is 0"},
		{"of few", noisy(), 6, nil, "no source tells more than 6 stories a day alone"},
		{"where nobody else speaks", noisy()[2:], 2, nil, "no source tells more than 2 stories a day alone"},
		{"where nobody else speaks, and a story is open", noisy()[2:], 2, []string{"S"}, "no source tells more than 2 stories a day alone"},
		{"in a search", noisy(), 2, []string{"/", "o", "enter"}, "A search holds nothing back."},
	}
	for _, tt := range tests {
		playOn(t, tt.items, quota(tt.each), func(w *world) {
			w.press(tt.keys...)
			w.sees("Loud 16")
			w.seesNot("held back", "H shows")
			w.press("H")
			w.sees(tt.says)
		})
	}
}

func TestHeldBackStoriesNeitherComeNorGoByThemselves(t *testing.T) {
	playOn(t, noisy(), quota(2), func(w *world) {
		w.press("j", "j")
		w.on(11)
		before := w.titles()
		fresh := item(21, "Loud again", "JP")
		fresh.Published = noon
		w.send(loaded(fresh, of(16, item(22, "Calm on 16", "FR"))))
		for range 3 {
			w.press("j", "n", "J")
		}
		if got := w.titles(); got != before {
			t.Errorf("the list was %s and is %s", before, got)
		}
		again := item(23, "Loud, and again", "JP")
		again.Published = noon
		w.send(loaded(again))
		w.press("g", "j", "j", "j")
		w.on(12)
		w.press(".")
		w.sees("Loud again", "Loud 12", "Calm on 16", "4 held back", "2 stories brought in.") // 12 is open, and stays
		w.on(12)
	})
}

func TestTheRisingOrderSaysWhy(t *testing.T) {
	items := three()
	watch := feeds.Watch{}
	for h := range feeds.Hour(48) {
		watch[feeds.HourOf(noon)-h] = true
	}
	first := item(480, "The first word on it", "ML")
	first.Story = 2
	more := of(2, item(20, "Bamako again", "ML"))
	playOn(t, append(items, more, first), func(o *Options) { o.Watch = watch }, func(w *world) {
		w.seesNot("new src")
		w.press("S", "S")
		w.sees("rising", "1 new src in 3 h, before 1 in 5 h · ML")
		w.press("0", "v", "esc")
		w.sees("rising", "1 new src in 3 h")
		third := of(2, item(5, "Bamako for the third time", "ML"))
		third.Feed = "radio"
		w.send(loaded(third))
		w.sees("2 new src in 3 h, before 1 in 5 h · ML")
		w.press("S")
		w.seesNot("new src", "rising")
	})
}

func TestNewsOfAStoryThatWasRead(t *testing.T) {
	play(t, three(), func(w *world) {
		w.press("j", "enter", "esc")
		w.sees("2 unread")
		w.send(loaded(of(2, item(8, "Bamako waits", "ML")), of(2, item(9, "Bamako votes", "ML"))))
		w.sees("+2 new · 2 src · ML", "2 unread")
		w.seesNot("new · press")
		w.press("D")
		w.sees("+2 2 src")
		w.press("D", "g", "n")
		w.on(2)
		w.press("enter")
		w.seesNot("+2")
		w.press("U")
		w.sees("+2", "2 unread")
		w.press("esc", "m")
		w.seesNot("+2")
		w.press("m")
		w.seesNot("+2")
		w.sees("3 unread")
		w.press("U", "U")
		w.sees("+2")
		w.press("A")
		w.seesNot("+2")
		w.sees("3 stories marked as read")
	})
}

func TestWhatIsBroughtInAndHeldBackIsCounted(t *testing.T) {
	playOn(t, noisy(), quota(2), func(w *world) {
		w.press("j")
		for n := 31; n <= 33; n++ {
			it := item(n, fmt.Sprint("Loud ", n), "JP")
			it.Published = noon
			w.send(loaded(it))
		}
		w.press(".")
		w.sees("3 stories brought in, 3 more held back.", "7 held back", "Loud 33")
		w.seesNot("Loud 31", "Loud 11")
	})
}
