package load_test

import (
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

// TestStoreAndIndexAgreeAfterAMerge is of two stories that the index of stories
// finds to be one when a third report comes.
func TestStoreAndIndexAgreeAfterAMerge(t *testing.T) {
	s, err := store.Open(t.Context(), filepath.Join(t.TempDir(), "dateline.db"))
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = s.Close() }()
	tell := func(i int, g store.Grouper) {
		t.Helper()
		at := time.Now().Add(time.Duration(i-3) * time.Hour)
		v := store.Visit{Health: feeds.Health{Feed: feeds.FeedID(fmt.Sprint("outlet", i))}}
		v.Items = []feeds.Item{{Feed: v.Health.Feed, Key: "k", Title: damBurst[i].title, Summary: damBurst[i].summary, Published: at, Seen: at}}
		if _, _, err := s.Save(t.Context(), []store.Visit{v}, g); err != nil {
			t.Fatal(err)
		}
	}
	tell(0, alone{})
	tell(1, alone{})
	x := story.New(story.Options{})
	stories := load.NewStories(s, x)
	if err := stories.Recall(t.Context(), nil); err != nil {
		t.Fatal(err)
	}
	tell(2, x)
	if moves, err := stories.Mend(t.Context()); len(moves) == 0 || err != nil {
		t.Fatalf("%d moves, %v", len(moves), err)
	}
	again := story.New(story.Options{})
	if err := load.NewStories(s, again).Recall(t.Context(), nil); err != nil {
		t.Fatal(err)
	}
	for id := feeds.ItemID(1); id <= 3; id++ {
		for name, x := range map[string]*story.Index{"now": x, "after a restart": again} {
			it := feeds.Item{ID: id, Title: damBurst[id-1].title}
			if x.Add(&it); it.Story != 1 {
				t.Errorf("%s item %d is in story %d of the index", name, id, it.Story)
			}
		}
	}
	for name := feeds.StoryID(1); name <= 2; name++ {
		if st, _, err := s.Story(t.Context(), name); st.ID != 1 || len(st.Items) != 3 || err != nil {
			t.Errorf("the name %d leads to %d of %d items, %v", name, st.ID, len(st.Items), err)
		}
	}
}
