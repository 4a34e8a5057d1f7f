package ui

import (
	"errors"
	"testing"

	"github.com/google/go-cmp/cmp"

	"dateline/feeds"
)

// pageInstead has the courier answered by a page that names a feed.
func pageInstead(o *Options) {
	o.Feeds[1].URL, o.Addresses = "https://courier.example/rss", "/home/reader/addresses.tsv"
}

var named = feeds.Health{Feed: "courier", LastTry: noon, Failure: &feeds.Failure{Kind: feeds.FailHTML, Found: "https://courier.example/new"}}

func TestAnAddressIsTakenAndTakenBack(t *testing.T) {
	playOn(t, three(), pageInstead, func(w *world) {
		w.health = []feeds.Health{named, {Feed: "ledger"}}
		w.press("e")
		w.sees("press a to ask at https://courier.example/new from now on")
		w.press("a")
		w.sees("Use https://courier.example/new instead of https://courier.example/rss from now on?")
		w.press("esc")
		w.seesNot("from now on?")
		w.press("a", "enter")
		w.sees("Courier is asked there from now on. U takes it back. Kept in /home/reader/addresses.tsv", "taken instead of https://courier.example/rss")
		w.press("U")
		w.sees("Courier is asked at https://courier.example/rss again.")
		w.seesNot("taken instead of")
		want := []string{"courier https://courier.example/new", "courier https://courier.example/rss"}
		if diff := cmp.Diff(want, w.taken); diff != "" {
			t.Error(diff)
		}
	})
}

func TestAnAddressThatCouldNotBeKeptIsSaid(t *testing.T) {
	playOn(t, three(), pageInstead, func(w *world) {
		w.health = []feeds.Health{named}
		w.press("e")
		w.refused = errors.New("write addresses.tsv: no room")
		w.press("a", "enter")
		w.sees("The address could not be kept: write addresses.tsv: no room")
		w.seesNot("taken instead of")
	})
}

func TestThePastOfTheFeedThatIsLookedAtIsRead(t *testing.T) {
	play(t, three(), func(w *world) {
		w.health = []feeds.Health{named, {Feed: "ledger", LastTry: noon}}
		w.visits = []feeds.Visited{{At: noon, Visits: 3, New: 5}}
		w.press("e")
		w.sees("asked on 1 day, and never failed", "5 new items")
		w.visits = []feeds.Visited{{At: noon, Visits: 3, Kind: feeds.FailTimeout}}
		w.press("j")
		w.sees("failed on 1 of 1 day, last on Sat 14 Nov: no full answer in time")
		w.press("enter")
		w.sees("Sat 14 Nov", "3 visits", "3 failed")
		w.press("esc")
		w.sees("Feeds")
		w.press("esc")
		w.seesNot("3 visits", "failed on")
	})
}
