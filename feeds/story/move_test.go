package story_test

import (
	"fmt"
	"slices"
	"testing"
	"time"

	"dateline/feeds"
	"dateline/feeds/story"
)

// restored returns an index that holds items in the stories they name.
func restored(items ...*feeds.Item) *story.Index {
	x := story.New(story.Options{})
	for _, it := range items {
		x.Restore(*it)
	}
	return x
}

// in puts items into a story, one and all.
func in(id feeds.StoryID, items ...*feeds.Item) []*feeds.Item {
	for _, it := range items {
		it.Story = id
	}
	return items
}

// where returns the story of each item that moves.
func where(moves []feeds.Move) map[feeds.ItemID]feeds.StoryID {
	out := map[feeds.ItemID]feeds.StoryID{}
	for _, m := range moves {
		out[m.Item] = m.Story
	}
	return out
}

func TestTwoStoriesThatAreOne(t *testing.T) {
	told := tell(1, 0, dam)
	x := restored(in(1, told[0])[0], in(2, told[1])[0])
	x.Add(told[2])
	moves := x.Moves()
	if told[2].Story != 1 && told[2].Story != 2 {
		t.Fatalf("the third item opened story %d", told[2].Story)
	}
	for id, to := range where(moves) {
		if to != 1 || id == 1 {
			t.Errorf("item %d goes to story %d", id, to)
		}
	}
	i := slices.IndexFunc(moves, func(m feeds.Move) bool { return m.Item == 2 })
	if i < 0 || moves[i].Join.With == 0 || moves[i].Join.Score <= 0.5 || len(moves[i].Join.Words) == 0 {
		t.Fatalf("moves %+v, want item 2 with its reason", moves)
	}
	x.Move(moves)
	next := tell(9, 4, dam)[1]
	x.Add(next)
	if next.Story != 1 {
		t.Errorf("the next item is in story %d", next.Story)
	}
	if again := x.Moves(); len(again) != 0 {
		t.Errorf("then %+v", again)
	}
}

func TestStoryOpenedInAnotherLanguageIsOneWithOurs(t *testing.T) {
	told := tell(1, 0, dam)
	opener := item(2, "abroad", "Marruecos: nueve muertos al romperse la presa de Kasserat", "Nueve personas murieron en Kasserat.", 0)
	opener.Language = "es"
	told[1].ID, told[2].ID = 3, 4
	x := restored(append(in(1, told[0]), in(2, opener, told[1])...)...)
	x.Add(told[2])
	moves := x.Moves()
	i := slices.IndexFunc(moves, func(m feeds.Move) bool { return m.Item == 2 })
	if i < 0 || moves[i].Story != 1 || moves[i].Join.Kind != feeds.JoinLanguage || moves[i].Join.With == 3 {
		t.Errorf("moves %+v, want item 2 beside item 1 or 4 by what two languages share", moves)
	}
}

// TestMovesThatWereNotCarriedOut is of a merge that could not be stored, and an
// item that came to the story meanwhile.
func TestMovesThatWereNotCarriedOut(t *testing.T) {
	told := tell(1, 0, dam, dam)
	x := restored(in(1, told[0])[0], in(3, told[2])[0])
	x.Add(told[4])
	before := where(x.Moves())
	if len(before) == 0 {
		t.Fatal("nothing is shown")
	}
	late := in(3, told[3])[0]
	x.Restore(*late)
	moves := x.Moves()
	if got := where(moves); len(got) != len(before)+1 || got[late.ID] != 1 {
		t.Errorf("moves %v, want %v and item %d", got, before, late.ID)
	}
	x.Move(moves)
	if again := x.Moves(); len(again) != 0 {
		t.Errorf("then %+v", again)
	}
}

func TestOtherEventsStayApart(t *testing.T) {
	x := story.New(story.Options{})
	for _, it := range tell(1, 0, dam, treaty, strike) {
		x.Add(it)
		if moves := x.Moves(); len(moves) != 0 {
			t.Errorf("after %q: %+v", it.Title, moves)
		}
	}
}

func TestStoriesTooFarApartStayTwo(t *testing.T) {
	told := append(tell(1, 0, dam)[:1], tell(2, 24*6, dam)[0])
	x := restored(in(1, told[0])[0], in(2, told[1])[0])
	between := tell(3, 24*3, dam)[2]
	x.Add(between)
	if moves := x.Moves(); len(moves) != 0 {
		t.Errorf("a story of six days: %+v", moves)
	}
}

func TestStoryWithoutItsFirstItemKeepsItsName(t *testing.T) {
	told := tell(1, 0, dam, dam)
	x := restored(in(1, told[0])[0], in(2, told[3])[0])
	for _, it := range in(2, told[2]) {
		x.Restore(*it)
	}
	x.Remove(2)
	x.Add(told[4])
	if got := where(x.Moves()); got[told[2].ID] == 1 {
		t.Errorf("part of a story moved: %v", got)
	}
}

func TestItemGoesWhereItFits(t *testing.T) {
	right, wrong := tell(1, 0, []half{
		{"Strong earthquake destroys houses in Kashgar, western China", ""},
		{"Kashgar earthquake: hundreds of houses lie in ruins, dozens missing", ""},
		{"Rescuers reach Kashgar villages after earthquake destroys houses", ""},
	}), tell(11, 0, dam)
	x := restored(slices.Concat(in(1, right[0]), in(11, wrong...), in(11, right[1]))...)
	x.Add(right[2])
	if right[2].Story != 1 {
		t.Fatalf("item in story %d, want 1", right[2].Story)
	}
	moves := x.Moves()
	if len(moves) != 1 || moves[0].Item != 2 || moves[0].Story != 1 || moves[0].Join.With == 0 {
		t.Errorf("moves %+v, want item 2 in story 1", moves)
	}
}

// retold makes it tell what h tells.
func retold(it *feeds.Item, h half) *feeds.Item {
	it.Title, it.Summary = h.title, h.summary
	return it
}

func TestChangedHeadlines(t *testing.T) {
	other := half{"Parliament of Kenya debates tax on mobile money", "A tax on mobile money divides the parliament in Nairobi."}
	for _, c := range []struct {
		name string
		item int
		says half
		want map[feeds.ItemID]feeds.StoryID
	}{
		{"tells the same in other words", 2, dam[0], nil},
		{"tells another event", 2, treaty[2], map[feeds.ItemID]feeds.StoryID{2: 11}},
		{"tells what nobody else tells", 2, other, map[feeds.ItemID]feeds.StoryID{2: 2}},
		{"opened the story", 1, other, nil},
	} {
		t.Run(c.name, func(t *testing.T) {
			x := story.New(story.Options{})
			items := tell(1, 0, dam)
			addAll(x, items)
			addAll(x, tell(11, 0, treaty)[:2])
			it := retold(items[c.item-1], c.says)
			x.Add(it)
			if it.Story != 1 {
				t.Errorf("Add moved the item to story %d by itself", it.Story)
			}
			moves := x.Moves()
			if got := where(moves); fmt.Sprint(got) != fmt.Sprint(c.want) && len(got)+len(c.want) > 0 {
				t.Errorf("moves %+v, want %v", moves, c.want)
			}
			x.Move(moves)
			if again := x.Moves(); len(again) != 0 {
				t.Errorf("then %+v", again)
			}
		})
	}
}

func TestLoneItemFindsItsStory(t *testing.T) {
	x := story.New(story.Options{})
	alone := item(1, "one", "Live: what we know so far", "", 0)
	x.Add(alone)
	rest := tell(2, 0, dam)[:2]
	addAll(x, rest)
	x.Add(retold(alone, dam[2]))
	moves := x.Moves()
	if got := where(moves); len(got) != 2 || got[2] != 1 || got[3] != 1 {
		t.Errorf("moves %+v, want the story in the name of the item that came first", moves)
	}
}

func TestMovesOfItemsThatLeft(t *testing.T) {
	told := tell(1, 0, dam)
	x := restored(in(1, told[0])[0], in(2, told[1])[0])
	x.Add(told[2])
	moves := x.Moves()
	for id := range where(moves) {
		x.Remove(id)
	}
	x.Move(append(moves, feeds.Move{Item: 99, Story: 1}))
	next := tell(9, 4, dam)[1]
	x.Add(next)
	if next.Story != 1 {
		t.Errorf("the next item is in story %d", next.Story)
	}
}

func TestLateItemsJoinButDoNotStretchAStory(t *testing.T) {
	for _, c := range []struct {
		hours float64
		want  bool
	}{{-8, true}, {-15, false}} { // the story spans 20 of 30 hours
		x := story.New(story.Options{Window: 30 * time.Hour})
		first, last := tell(1, 0, dam)[0], tell(1, 19, dam)[1]
		x.Add(first)
		x.Add(last)
		if last.Story != 1 {
			t.Fatal("the story is not one")
		}
		late := tell(9, c.hours, dam)[0]
		x.Add(late)
		if got := late.Story == 1; got != c.want {
			t.Errorf("an item of %v hours joined: %v", c.hours, got)
		}
	}
}

func ExampleIndex_Moves() {
	told := tell(1, 0, dam)
	told[0].Story, told[1].Story = 1, 2 // as if each had come before the words were known
	x := restored(told[0], told[1])
	x.Add(told[2])
	moves := x.Moves() // to be stored
	x.Move(moves)
	for _, m := range moves {
		fmt.Println("item", m.Item, "into story", m.Story)
	}
	// Unordered output:
	// item 2 into story 1
}
