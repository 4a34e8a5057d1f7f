package load_test

import (
	"context"
	"errors"
	"fmt"
	"path/filepath"
	"testing"
	"time"

	"dateline/feeds"
	"dateline/feeds/load"
	"dateline/feeds/store"
	"dateline/feeds/story"
)

// damBurst is one event in three reports.
var damBurst = []struct{ title, summary string }{
	{"Nine dead in Morocco dam burst", "At least nine people died when a dam burst near Kasserat in Morocco's north late on Monday. The flood destroyed two bridges, and rescuers are looking for survivors in the mud."},
	{"Dam above Moroccan town of Kasserat bursts, killing nine", "A dam burst near Kasserat in northern Morocco on Monday, sweeping away two bridges and killing at least nine people, officials said."},
	{"Morocco: rescuers search mud for survivors of Kasserat dam burst", "Rescuers searched on Tuesday for survivors in Kasserat, where a burst dam killed nine people and swept away two bridges."},
}

// room is a store and an index of stories, kept the same by Stories.
type room struct {
	*testing.T
	store *store.Store
	index *story.Index
	full  bool // the store keeps no moves
	*load.Stories
}

// fullable is the store of a room.
type fullable struct {
	*store.Store
	room *room
}

func (f fullable) Move(ctx context.Context, moves []feeds.Move) error {
	if f.room.full {
		return errFull
	}
	return f.Store.Move(ctx, moves)
}

// newRoom returns a room in which the first n reports of damBurst stand, each a
// story of its own.
func newRoom(t *testing.T, n int) *room {
	t.Helper()
	s, err := store.Open(t.Context(), filepath.Join(t.TempDir(), "dateline.db"))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = s.Close() })
	r := &room{T: t, store: s}
	for i := range n {
		r.tell(alone{}, i, damBurst[i].title, damBurst[i].summary)
	}
	r.restart()
	return r
}

// restart starts with an empty index.
func (r *room) restart() {
	r.Helper()
	r.index = story.New(story.Options{})
	r.Stories = load.NewStories(fullable{r.store, r}, r.index)
	if err := r.Recall(r.Context(), nil); err != nil {
		r.Fatal(err)
	}
}

// tell has an outlet of that number tell something, or change what it told.
func (r *room) tell(g store.Grouper, outlet int, title, summary string) {
	r.Helper()
	at := time.Now().Add(time.Duration(outlet-5) * time.Hour)
	v := store.Visit{Health: feeds.Health{Feed: feeds.FeedID(fmt.Sprint("outlet", outlet))}}
	v.Items = []feeds.Item{{Feed: v.Health.Feed, Key: "k", Title: title, Summary: summary, Published: at, Seen: at}}
	if _, _, err := r.store.Save(r.Context(), []store.Visit{v}, g); err != nil {
		r.Fatal(err)
	}
}

// mends fails the test unless so many items move.
func (r *room) mends(want int) {
	r.Helper()
	if moves, err := r.Mend(r.Context()); len(moves) != want || err != nil {
		r.Fatalf("moves %+v, %v, want %d", moves, err, want)
	}
}

// agrees fails the test unless the items stand in these stories, the first in the
// first, in the store and in the index, now and after a restart.
func (r *room) agrees(want ...feeds.StoryID) {
	r.Helper()
	for _, when := range []string{"now", "after a restart"} {
		stored, err := r.store.Items(r.Context(), store.Query{})
		if err != nil {
			r.Fatal(err)
		}
		for _, it := range stored {
			held := it
			held.Story = 0
			r.index.Add(&held)
			if w := want[it.ID-1]; it.Story != w || held.Story != w {
				r.Errorf("%s item %d is in story %d of the store, %d of the index, want %d", when, it.ID, it.Story, held.Story, w)
			}
		}
		r.restart()
	}
}

// leads fails the test unless a name leads to a story of so many items.
func (r *room) leads(name, want feeds.StoryID, items int) {
	r.Helper()
	if st, _, err := r.store.Story(r.Context(), name); st.ID != want || len(st.Items) != items || err != nil {
		r.Errorf("the name %d leads to %d of %d items, %v, want %d of %d", name, st.ID, len(st.Items), err, want, items)
	}
}

// TestStoreAndIndexAgreeAfterAMerge is of two stories that the index of stories
// finds to be one when a third report comes.
func TestStoreAndIndexAgreeAfterAMerge(t *testing.T) {
	r := newRoom(t, 2)
	r.tell(r.index, 2, damBurst[2].title, damBurst[2].summary)
	r.mends(1)
	r.agrees(1, 1, 1)
	r.leads(1, 1, 3)
	r.leads(2, 1, 3)
}

// TestStoreAndIndexAgreeAfterAFullDisk is of a merge that cannot be kept before
// another item has come to the story that is to end.
func TestStoreAndIndexAgreeAfterAFullDisk(t *testing.T) {
	r := newRoom(t, 2)
	r.full = true
	r.tell(r.index, 2, damBurst[2].title, damBurst[2].summary)
	if moves, err := r.Mend(t.Context()); !errors.Is(err, errFull) || len(moves) > 0 {
		t.Fatalf("%v, %v", moves, err)
	}
	r.tell(r.index, 3, damBurst[1].title, "")
	r.full = false
	r.mends(2)
	r.agrees(1, 1, 1, 1)
}

// TestAnOldNameComesBack is of an item that opened a story, which then became
// one with another, and whose headline says something else now.
func TestAnOldNameComesBack(t *testing.T) {
	r := newRoom(t, 2)
	r.tell(r.index, 2, damBurst[2].title, damBurst[2].summary)
	r.mends(1)
	r.tell(r.index, 1, "Parliament of Kenya debates tax on mobile money", "A tax on mobile money divides the parliament in Nairobi.")
	r.mends(1)
	r.agrees(1, 2, 1)
	r.leads(2, 2, 1)
	r.leads(1, 1, 2)
	r.tell(r.index, 3, "Kenya's parliament debates a tax on mobile money", "Lawmakers in Nairobi are divided over a tax on mobile money.")
	r.agrees(1, 2, 1, 2)
	r.leads(2, 2, 2)
}
