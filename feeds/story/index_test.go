package story

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"testing"
	"time"

	"dateline/feeds"
)

// check fails unless all that x knows of its items agrees.
func check(t *testing.T, x *Index) {
	t.Helper()
	held := 0
	for id, c := range x.stories {
		if c.id != id || len(c.items) == 0 || !slices.IsSortedFunc(c.items, func(a, b *entry) int { return int(a.id - b.id) }) {
			t.Fatalf("story %d: named %d, %d items", id, c.id, len(c.items))
		}
		for _, e := range c.items {
			if e.in != c || x.entries[e.id] != e || x.seats.all[e.number].entry != e {
				t.Fatalf("item %d of story %d is known otherwise elsewhere", e.id, id)
			}
		}
		held += len(c.items)
	}
	if held != len(x.entries) {
		t.Fatalf("%d items in stories, %d in all", held, len(x.entries))
	}
	if taken := len(x.seats.all) - len(x.seats.free); taken != held {
		t.Fatalf("%d seats are taken by %d items", taken, held)
	}
	checkWords(t, x)
}

// checkWords compares the words of the items with the items of the words.
func checkWords(t *testing.T, x *Index) {
	t.Helper()
	if x.lexicon == nil {
		return // nothing was ever added
	}
	want, places := map[wordID]int{}, map[code]int{}
	for _, e := range x.entries {
		for _, term := range e.terms {
			want[term.word]++
		}
		for _, code := range e.countries {
			places[code]++
		}
	}
	if len(want) != len(x.lexicon.words) || len(want) != len(x.lexicon.lexemes)-len(x.lexicon.free) {
		t.Fatalf("%d words in items, %d in the lexicon, %d numbers of %d free",
			len(want), len(x.lexicon.words), len(x.lexicon.free), len(x.lexicon.lexemes))
	}
	for key, lex := range x.lexicon.words {
		if lex.key != key || x.lexicon.of(lex.id) != lex || len(lex.items) != want[lex.id] {
			t.Fatalf("word %q has %d items, want %d", key, len(lex.items), want[lex.id])
		}
		for _, n := range lex.items {
			if _, ok := x.seats.all[n].term(lex.id); !ok {
				t.Fatalf("an item of the word %q does not hold it", key)
			}
		}
	}
	for code, items := range x.lexicon.about {
		if len(items) != places[code] {
			t.Fatalf("country %q has %d items, want %d", code, len(items), places[code])
		}
	}
	if len(places) != len(x.lexicon.about) {
		t.Fatalf("%d countries in items, %d in the lexicon", len(places), len(x.lexicon.about))
	}
}

// TestWhateverComes does what a loader may do, in any order.
func TestWhateverComes(t *testing.T) {
	for seed := range uint64(3) {
		r := rand.New(rand.NewPCG(seed, 0))
		x, items := New(Options{Most: 60}), unheard(invented(200))
		some := func() *feeds.Item { return &items[r.IntN(len(items))] }
		for step := range 1500 {
			switch it := some(); r.IntN(10) {
			case 0:
				x.Remove(it.ID)
				it.Story = 0
			case 1:
				it.Title = some().Title
				x.Add(it)
			case 2:
				x.Restore(*it)
			case 3:
				moves := x.Moves()
				if r.IntN(2) == 0 {
					x.Remove(some().ID)
				}
				x.Move(moves)
				for _, m := range moves {
					items[m.Item-1].Story = m.Story
				}
			default:
				x.Add(it)
			}
			if step%100 == 0 {
				check(t, x)
			}
		}
		for _, it := range items {
			x.Remove(it.ID)
		}
		check(t, x)
		if len(x.entries)+len(x.stories)+len(x.lexicon.words)+len(x.lexicon.about) != 0 {
			t.Errorf("all items left, and %d items, %d stories, %d words stay", len(x.entries), len(x.stories), len(x.lexicon.words))
		}
	}
}

// load adds items as a loader does and returns what happened, word by word.
func load(x *Index, items []feeds.Item) string {
	var log []byte
	for i := range items {
		x.Add(&items[i])
		moves := x.Moves()
		x.Move(moves)
		log = fmt.Appendln(log, items[i].ID, items[i].Story, items[i].Join, moves)
	}
	return string(log)
}

func TestSameInputSameMoves(t *testing.T) {
	first := load(New(Options{}), unheard(invented(600)))
	for range 2 {
		if load(New(Options{}), unheard(invented(600))) != first {
			t.Fatal("a second run told something else")
		}
	}
}

// TestRestartGoesOn puts the items of one index into another in the middle.
func TestRestartGoesOn(t *testing.T) {
	const half = 500
	items := unheard(invented(2 * half))
	old, anew := New(Options{}), New(Options{})
	load(old, items[:half])
	for i := range items[:half] {
		items[i].Story = old.entries[items[i].ID].in.id
		anew.Restore(items[i])
	}
	check(t, anew)
	want := load(old, slices.Clone(items[half:]))
	if got := load(anew, slices.Clone(items[half:])); got != want {
		t.Error("after a restart other stories come out")
	}
	if len(anew.stories) == 0 || len(anew.stories) > 2*half*3/4 {
		t.Errorf("%d items make %d stories: the test shows nothing", 2*half, len(anew.stories))
	}
}

// TestTouchesAreBounded is of a caller that never asks for moves.
func TestTouchesAreBounded(t *testing.T) {
	x := New(Options{})
	it := invented(1)[0]
	for range mostTouched + 100 {
		x.Add(&it)
	}
	if len(x.touched) > mostTouched {
		t.Errorf("%d items wait", len(x.touched))
	}
}

// TestNothingGoesToAndFro asks for moves again and again.
func TestNothingGoesToAndFro(t *testing.T) {
	items := unheard(invented(400))
	for i := range items {
		items[i].Published = items[0].Published.Add(time.Duration(i) * time.Minute)
	}
	x := New(Options{})
	load(x, items)
	moved := map[string]int{}
	for range 2 {
		for i := range items {
			items[i].Story = x.entries[items[i].ID].in.id
			x.Add(&items[i])
		}
		for moves := x.Moves(); len(moves) > 0; moves = x.Moves() {
			for _, m := range moves {
				if moved[fmt.Sprint(m.Item, m.Story)]++; moved[fmt.Sprint(m.Item, m.Story)] > 1 {
					t.Fatalf("item %d goes to story %d again", m.Item, m.Story)
				}
			}
			x.Move(moves)
		}
	}
}
