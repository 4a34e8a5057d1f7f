package ui

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"testing"

	tea "charm.land/bubbletea/v2"

	"dateline/feeds"
)

// TestNothingIsLostHoweverStoriesAreShuffled moves items between stories at
// random while others arrive and the reader presses keys, and checks after each
// step that the shelf, the list and what is open agree.
func TestNothingIsLostHoweverStoriesAreShuffled(t *testing.T) {
	keys := []string{"j", "k", "n", "enter", "esc", "m", "s", "S", "0", "1", ".", "J", "U", "g", "G", "tab", "backspace", "w", "D", "H", "A"}
	for seed := range uint64(12) {
		r := rand.New(rand.NewPCG(seed, 4))
		playOn(t, noisy(), quota(int(seed%3)), func(w *world) {
			next := feeds.ItemID(100)
			for step := range 150 {
				before := w.m.list.Rows()
				switch r.IntN(4) {
				case 0:
					w.send(loaded(item(int(next), fmt.Sprint("Fresh ", next), "JP")))
					next++
				case 1:
					w.move(w.any(r), feeds.StoryID(w.any(r)))
					if now := w.m.list.Rows(); len(now) != len(before) {
						t.Fatalf("seed %d, step %d: a move makes %d rows of %d", seed, step, len(now), len(before))
					}
				default:
					w.press(keys[r.IntN(len(keys))])
				}
				w.agrees(fmt.Sprintf("seed %d, step %d", seed, step))
			}
		})
	}
}

// any returns an item of the shelf.
func (w *world) any(r *rand.Rand) feeds.ItemID {
	var ids []feeds.ItemID
	for id := range w.m.shelf.at {
		ids = append(ids, id)
	}
	slices.Sort(ids)
	return ids[r.IntN(len(ids))]
}

// agrees checks that every item is in one story, every row leads to a story,
// and what is open is at hand.
func (w *world) agrees(when string) {
	w.t.Helper()
	m, items := w.m, 0
	for id, e := range m.shelf.stories {
		items += len(e.Items)
		if len(e.Items) == 0 || e.ID != id || e.row.Story != id || m.shelf.now(id) != id {
			w.t.Fatalf("%s: story %d is %+v", when, id, e)
		}
		for _, it := range e.Items {
			if m.shelf.at[it.ID] != id || it.Story != id {
				w.t.Fatalf("%s: item %d of story %d says it is in %d", when, it.ID, id, it.Story)
			}
		}
	}
	if items != len(m.shelf.at) {
		w.t.Fatalf("%s: %d items in stories, %d known", when, items, len(m.shelf.at))
	}
	live := 0
	for _, row := range m.list.Rows() {
		e := m.shelf.stories[row.Story]
		if e == nil || !slices.Contains(m.list.Rows(), &e.row) || !row.Moved && row != &e.row {
			w.t.Fatalf("%s: a row leads to %d: %+v", when, row.Story, e)
		}
		if !row.Moved {
			live++
		}
	}
	if live != m.stories {
		w.t.Fatalf("%s: %d stories listed, %d counted", when, live, m.stories)
	}
	for _, o := range append([]visit{{opened: m.open}}, m.past...) {
		if o.item != 0 && m.shelf.at[o.item] != o.story {
			w.t.Fatalf("%s: open is %+v, its item is in %d", when, o, m.shelf.at[o.item])
		}
	}
	w.send(tea.WindowSizeMsg{Width: 120, Height: 40})
	checkSize(w.t, m.lines(), 120, 40, false)
}
