package ui

import (
	"context"
	"errors"
	"slices"
	"strings"
	"testing"

	"dateline/feeds"
	"dateline/ui/pane"
)

func TestCorrectingATag(t *testing.T) {
	play(t, three(), func(w *world) {
		w.m.o.Corrections = "/home/me/corrections.tsv"
		w.press("j", "w")
		w.sees("Why", "Mali", `"ML" in the title, country name`)
		w.press("-")
		w.sees("Take Mali (ML) away", "from this story (1 item)  changes 1 stored item", `wherever "ML" stands`, "from all of Harbour Ledger")
		w.press("enter")
		w.sees("Mali taken away from this story (1 item). U takes it back. Kept in /home/me/corrections.tsv", "No country was found")
		w.press("U")
		w.sees("Undone: Mali taken away from this story (1 item).", `"ML" in the title`)
		w.press("+")
		w.sees("Which country is this story about?")
		w.typed("ukr")
		w.press("enter")
		w.sees("Add Japan (JP)")
		w.press("esc", "+")
		w.typed("niger")
		w.press("enter")
		w.sees("Add Niger (NE)", "to this story (1 item)", "to all of Harbour Ledger")
		w.press("enter")
		w.sees("Niger added to this story", "NE  Niger")
	})
}

// told returns two items of one story, by two outlets.
func told() []feeds.Item {
	a, b := item(1, "Envoys of Mali reach Kolkheti", "ML"), item(2, "Kolkheti greets Mali's envoys", "ML")
	b.Story, b.Feed, b.URL = 1, "courier", ""
	for _, it := range []*feeds.Item{&a, &b} {
		it.Tags.Countries[0].Why[0] = feeds.Evidence{
			Words: "Mali", Field: feeds.FieldTitle, Offset: strings.Index(it.Title, "Mali"), Rule: "country name",
		}
	}
	b.Tags.Countries[0].Why = append(b.Tags.Countries[0].Why, feeds.Evidence{Words: "ML", Field: feeds.FieldFeed, Rule: "feed's own country"})
	return []feeds.Item{a, b}
}

func TestHowFarACorrectionReaches(t *testing.T) {
	for _, c := range []struct {
		keys  string
		typed string
		want  []string
	}{
		{"w -", "", []string{
			"story courier 2 -ML;story https://ledger.example/1 -ML;", "alias Mali -ML;", "feed courier -ML;", "feed ledger -ML;",
		}},
		{"w +", "niger", []string{
			"story courier 2 +NE;story https://ledger.example/1 +NE;", "alias Kolkheti +NE;", "alias Envoys +NE;",
			"feed courier +NE;", "feed ledger +NE;",
		}},
		{"w +", "mali", []string{ // the story is about it already: for words and feeds it can be said all the same
			"alias Kolkheti +ML;", "alias Envoys +ML;", "feed courier +ML;", "feed ledger +ML;",
		}},
	} {
		play(t, told(), func(w *world) {
			w.press(strings.Fields(c.keys)...)
			w.typed(c.typed)
			if c.typed != "" {
				w.press("enter")
			}
			if !slices.Equal(w.foretold, c.want) {
				t.Errorf("%s %s:\n got %q\nwant %q", c.keys, c.typed, w.foretold, c.want)
			}
		})
	}
}

func TestWordsCanBeTypedForACountry(t *testing.T) {
	play(t, told(), func(w *world) {
		w.press("w", "+")
		w.typed("niger")
		w.press("enter")
		w.typed("envoys of")
		w.sees(`wherever "envoys of" stands`)
		w.press("enter")
		if want := []string{"alias envoys of +NE;"}; !slices.Equal(w.foretold, want) {
			t.Errorf("asked for %q, want %q", w.foretold, want)
		}
		w.sees("Add Niger (NE)", `wherever "envoys of" stands  changes 1 stored item`)
		w.press("enter")
		w.sees(`Niger added wherever "envoys of" stands`)
		if len(w.amended) != 1 || w.amended[0].Added[0].Subject != "envoys of" {
			t.Errorf("kept %+v", w.amended)
		}
	})
}

func TestUndoTakesTheStepsBackOneByOne(t *testing.T) {
	play(t, told(), func(w *world) {
		w.press("w", "-", "enter", "+")
		w.typed("niger")
		w.press("enter", "enter", "U", "U")
		w.sees("Mali", "Undone: Mali taken away from this story (2 items).")
		w.press("U")
		w.sees("nothing to undo")
		if len(w.amended) != 4 || len(w.amended[3].Removed) != 2 || len(w.amended[3].Added) != 0 {
			t.Errorf("the steps were %+v", w.amended)
		}
	})
}

func TestACorrectionThatIsTakenBackIsSaidToBe(t *testing.T) {
	play(t, three(), func(w *world) {
		w.m.o.Corrections = "corrections.tsv"
		w.m.amended(amendedMsg{})
		w.sees("Taken out of corrections.tsv")
	})
}

func TestWhatWasTakenAwayIsExplained(t *testing.T) {
	items := told()
	items[0].Tags.Denied = item(1, "", "NE", "JP").Tags.Countries
	items[1].Tags.Denied = item(1, "", "ML", "NE").Tags.Countries // Mali is told by the other one
	play(t, items, func(w *world) {
		w.press("w")
		w.sees("TAKEN AWAY", "NE  Niger", "JP  Japan", `"NE" in the title, country name`)
		if n := strings.Count(w.screen(), "Niger"); n != 1 {
			t.Errorf("Niger stands %d times:\n%s", n, w.screen())
		}
	})
}

func TestACorrectedStoryLeavesTheFilter(t *testing.T) {
	play(t, three(), func(w *world) {
		w.press("3")
		w.sees("1 story")
		w.press("w", "-", "enter", "esc")
		w.sees("No story of West Africa")
		w.press("U")
		w.sees("Mali")
		w.on(2)
	})
}

func TestAFailedCorrectionIsNotRemembered(t *testing.T) {
	play(t, three(), func(w *world) {
		w.refused = errFull
		w.press("w", "-")
		w.sees("could not be counted: the disk is full", "COUNTRIES")
		w.refused = nil
		w.press("-")
		w.refused = errFull
		w.press("enter")
		w.sees("could not be made: the disk is full", "COUNTRIES")
		w.press("esc", "U")
		w.sees("nothing to undo")
	})
}

func TestACorrectionThatCannotBeTakenBackCanBeTriedAgain(t *testing.T) {
	play(t, three(), func(w *world) {
		w.press("j", "w", "-", "enter")
		w.refused = errFull
		w.press("U")
		w.sees("The correction could not be taken back: the disk is full", "No country was found")
		w.refused = nil
		w.press("U")
		w.sees("Undone: Mali taken away", `"ML" in the title`)
	})
}

func TestACorrectionThatStoredItemsDoNotFollowYetCanBeTakenBack(t *testing.T) {
	play(t, three(), func(w *world) {
		w.press("j", "w", "-")
		w.refused = &feeds.LateError{Err: errFull}
		w.press("enter")
		w.sees("Mali taken away from this story (1 item): the correction is kept, and stored items follow at the next start: the disk")
		w.refused = nil
		w.press("U")
		w.sees("Undone: Mali taken away")
	})
}

// TestACorrectionIsKeptWhenTheProgramEnds: the command that keeps it may not have
// begun.
func TestACorrectionIsKeptWhenTheProgramEnds(t *testing.T) {
	play(t, three(), func(w *world) {
		chosen := pane.Amend{Step: feeds.Amendment{Added: feeds.Corrections{{Scope: feeds.ScopeFeed, Subject: "ledger", Country: "NE", Add: true}}}}
		keep := w.m.perform(chosen)
		if err := w.m.flush(); err != nil || len(w.amended) != 1 {
			t.Fatalf("kept %v, %v", w.amended, err)
		}
		w.do(keep)
		if err := w.m.flush(); err != nil || len(w.amended) != 1 {
			t.Errorf("kept %v, %v", w.amended, err)
		}
		w.refused = &feeds.LateError{Err: context.Canceled}
		w.m.perform(chosen)
		if err := w.m.flush(); err != nil {
			t.Errorf("what is in the file is said to be lost: %v", err)
		}
		w.refused = errFull
		w.m.perform(chosen)
		if err := w.m.flush(); !errors.Is(err, errFull) {
			t.Errorf("got %v", err)
		}
	})
}

func TestOnlyTheCountThatWasAskedForLastIsShown(t *testing.T) {
	play(t, three(), func(w *world) {
		w.press("w")
		early := w.m.correct(pane.Correct{Country: "CN"})
		last := w.m.correct(pane.Correct{Country: "NE", Add: true})
		w.do(early)
		w.seesNot("Take China")
		w.do(last)
		w.sees("Add Niger (NE)")
	})
}

func TestALateCountIsDropped(t *testing.T) {
	play(t, three(), func(w *world) {
		w.press("w")
		late := w.m.correct(w.m.over.Press(pane.Keystroke("-")).(pane.Correct))
		w.press("esc")
		w.do(late)
		w.seesNot("Take")
	})
}

func TestNewTagsOfStoredItemsAreShown(t *testing.T) {
	play(t, three(), func(w *world) {
		w.press("w")
		w.send(newsMsg{feeds.TagsChanged{Tags: map[feeds.ItemID]feeds.Tags{
			1: item(1, "", "NE").Tags, 99: item(1, "", "NE").Tags,
		}}})
		w.sees("NE  Niger")
		w.press("esc")
		w.sees("WAF")
	})
}

func TestWhyComesBackAfterACountryWasAdded(t *testing.T) {
	play(t, three(), func(w *world) {
		w.press("w", "+")
		w.typed("niger")
		w.press("enter", "enter")
		w.sees("COUNTRIES", "Niger")
		w.press("U")
		w.sees("COUNTRIES", "Undone: Niger added")
		w.press("+", "esc")
		w.sees("COUNTRIES")
		w.press("-", "esc")
		w.sees("COUNTRIES")
		w.press("esc")
		w.seesNot("COUNTRIES")
	})
}

func TestNamesThatToldNothing(t *testing.T) {
	tagged := func(title string, words ...string) feeds.Item {
		it := feeds.Item{Title: title}
		for _, w := range words {
			it.Tags.Countries = append(it.Tags.Countries, feeds.Tag{Why: []feeds.Evidence{
				{Words: w, Field: feeds.FieldTitle, Offset: strings.Index(title, w)},
			}})
		}
		return it
	}
	for _, c := range []struct {
		item feeds.Item
		want string
	}{
		{tagged("Trains reach Kolkheti"), "Kolkheti, Trains"},
		{tagged("Georgia's Kolkheti Bay reopens", "Georgia"), "Kolkheti Bay"},
		{tagged("Storm over the Bay of Kolkheti, Kutaisi Province and Oslo", "Oslo"), "Bay, Kolkheti, Kutaisi Province, Storm"},
		{tagged("Storm Over The Bay Of Kolkheti"), "Over, The, Bay, Of, Kolkheti, Storm"},
		{tagged("“Kolkheti” is closed, Kolkheti's mayor says"), "Kolkheti"},
		{tagged("新しい黒海庁が開かれた"), ""},
		{tagged("STORM OVER KOLKHETI AND OSLO", "OSLO"), ""},
		{tagged("rain again"), ""},
		{tagged(""), ""},
	} {
		if got := strings.Join(untold([]feeds.Item{c.item}), ", "); got != c.want {
			t.Errorf("%s: %s, want %s", c.item.Title, got, c.want)
		}
	}
}
