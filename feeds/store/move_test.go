package store_test

import (
	"path/filepath"
	"testing"
	"time"

	"dateline/feeds"
	"dateline/feeds/store"
)

// to moves items into a story.
func to(story feeds.StoryID, ids ...feeds.ItemID) (moves []feeds.Move) {
	for _, id := range ids {
		moves = append(moves, feeds.Move{Item: id, Story: story, Join: feeds.Join{With: feeds.ItemID(story), Score: .9}})
	}
	return moves
}

func TestOldNamesLeadToTheLivingStory(t *testing.T) {
	type names map[feeds.StoryID][]feeds.ItemID // what each leads to
	apart := names{1: {1}, 2: {2}, 3: {3}, 4: {4}}
	for _, c := range []struct {
		name  string
		moves [][]feeds.Move // each a transaction
		want  names
	}{
		{"nothing moved", nil, apart},
		{"one with another", [][]feeds.Move{to(1, 2)}, names{1: {1, 2}, 2: {1, 2}, 3: {3}, 4: {4}}},
		{"merged, and merged again", [][]feeds.Move{to(2, 3), to(1, 2, 3)}, names{1: {1, 2, 3}, 2: {1, 2, 3}, 3: {1, 2, 3}, 4: {4}}},
		{"the same at once", [][]feeds.Move{append(to(2, 3), to(1, 2, 3)...)}, names{1: {1, 2, 3}, 2: {1, 2, 3}, 3: {1, 2, 3}, 4: {4}}},
		{"some of a story", [][]feeds.Move{to(1, 2, 3), to(4, 3)}, names{1: {1, 2}, 2: {1, 2}, 3: {1, 2}, 4: {3, 4}}},
		{"parted again", [][]feeds.Move{to(1, 2), to(2, 2)}, apart},
		{"parted, names that led to it stay", [][]feeds.Move{to(2, 3), to(1, 2, 3), to(2, 2)}, names{1: {1, 3}, 2: {2}, 3: {1, 3}, 4: {4}}},
		{"to and fro", [][]feeds.Move{to(1, 2), to(2, 1, 2)}, names{1: {1, 2}, 2: {1, 2}, 3: {3}, 4: {4}}},
		{"its items go to two stories", [][]feeds.Move{to(2, 3), append(to(4, 3), to(1, 2)...)}, names{1: {1, 2}, 2: {1, 2}, 3: {1, 2}, 4: {3, 4}}},
		{"where it is already", [][]feeds.Move{to(2, 2)}, apart},
		{"an item that is not stored", [][]feeds.Move{to(1, 99)}, apart},
	} {
		t.Run(c.name, func(t *testing.T) {
			path := filepath.Join(t.TempDir(), "dateline.db")
			s := openAt(t, path)
			save(t, s, oneStory{}, item("a", "A"), item("b", "B"), item("c", "C"), item("d", "D"))
			for _, m := range c.moves {
				if err := s.Move(t.Context(), m); err != nil {
					t.Fatal(err)
				}
			}
			for range 2 { // also after a restart
				for name, want := range c.want {
					st, ok, err := s.Story(t.Context(), name)
					if err != nil || !ok {
						t.Fatalf("story %d: %t, %v", name, ok, err)
					}
					same(t, "story", idsOf(st.Items), want)
					same(t, "its name", st.ID, st.Items[0].Story)
					same(t, "asked for", len(items(t, s, store.Query{Stories: []feeds.StoryID{name}})), len(want))
				}
				if err := s.Close(); err != nil {
					t.Fatal(err)
				}
				s = openAt(t, path)
			}
		})
	}
}

func idsOf(items []feeds.Item) (ids []feeds.ItemID) {
	for _, it := range items {
		ids = append(ids, it.ID)
	}
	return ids
}

func TestMoveKeepsTheReason(t *testing.T) {
	s := open(t)
	save(t, s, oneStory{}, item("a", "A"), item("b", "B"))
	want := feeds.Move{Item: 2, Story: 1, Join: feeds.Join{With: 1, Score: .75, Words: []string{"w"}, Kind: feeds.JoinLanguage}}
	if err := s.Move(t.Context(), []feeds.Move{want}); err != nil {
		t.Fatal(err)
	}
	it := items(t, s, store.Query{IDs: []feeds.ItemID{2}})[0]
	same(t, "moved", feeds.Move{Item: it.ID, Story: it.Story, Join: it.Join}, want)
}

func TestMovesAreKeptWholeOrNotAtAll(t *testing.T) {
	s := open(t)
	save(t, s, oneStory{}, item("a", "A"), item("b", "B"), item("c", "C"))
	moves := to(1, 2, 3)
	moves[1].Join.Score = 1 / zero
	if s.Move(t.Context(), moves) == nil {
		t.Error("a move that cannot be written is kept")
	}
	for _, it := range items(t, s, store.Query{}) {
		same(t, "story", it.Story, feeds.StoryID(it.ID))
	}
}

var zero float64

// TestANewItemOfAMergedStory is of a grouper that does not know what another
// process has found out.
func TestANewItemOfAMergedStory(t *testing.T) {
	s := open(t)
	save(t, s, oneStory{}, item("a", "A"), item("b", "B"))
	if err := s.Move(t.Context(), to(1, 2)); err != nil {
		t.Fatal(err)
	}
	if got := save(t, s, always{story: 2}, item("c", "C"))[0]; got.Story != 1 {
		t.Errorf("told as of story %d", got.Story)
	}
	if st, _, err := s.Story(t.Context(), 2); len(st.Items) != 3 || err != nil {
		t.Errorf("%d items in the story, %v", len(st.Items), err)
	}
}

func TestReplay(t *testing.T) {
	s := open(t)
	first := filled[feeds.Item](t)
	first.Feed, first.Key, first.Published = "gazette", "first", start.Add(-time.Hour)
	brief := item("brief", "A")
	brief.Text = "All it says."
	stored := save(t, s, always{story: 7}, first, brief, item("c", "C"))
	save(t, s, nil, item("ungrouped", "U"))
	old := item("old", "Old")
	old.Published = start.Add(-2 * time.Hour)
	save(t, s, oneStory{}, old)

	want := feeds.Item{
		ID: 1, Feed: "gazette", Title: first.Title, Summary: first.Summary, Language: first.Language,
		Published: stored[0].Published, Date: first.Date, Wire: first.Wire, Sketch: first.Sketch, Copy: first.Copy, Tags: first.Tags, Story: 7,
	}
	for _, c := range []struct {
		name  string
		reach feeds.Reach
		want  []feeds.ItemID
	}{
		{"all", feeds.Reach{Back: 24 * time.Hour, Least: 1, Most: 100}, []feeds.ItemID{5, 1, 2, 3}},
		{"as many as there are", feeds.Reach{Back: 24 * time.Hour, Least: 1, Most: 5}, []feeds.ItemID{5, 1, 2, 3}},
		{"back from the newest", feeds.Reach{Back: time.Hour, Least: 1, Most: 100}, []feeds.ItemID{1, 2, 3}},
		{"at the same time", feeds.Reach{Least: 1, Most: 100}, []feeds.ItemID{2, 3}},
		{"the newest", feeds.Reach{Back: 24 * time.Hour, Least: 1, Most: 3}, []feeds.ItemID{2, 3}}, // one of the three is in no story
		{"the least, whatever their age", feeds.Reach{Least: 4, Most: 100}, []feeds.ItemID{1, 2, 3}},
		{"fewer than the least", feeds.Reach{Least: 10, Most: 100}, []feeds.ItemID{5, 1, 2, 3}},
		{"the least and not more than the most", feeds.Reach{Least: 4, Most: 4}, []feeds.ItemID{1, 2, 3}},
	} {
		t.Run(c.name, func(t *testing.T) {
			var ids []feeds.ItemID
			err := s.Replay(t.Context(), c.reach, func(it feeds.Item) {
				ids = append(ids, it.ID)
				switch it.ID {
				case 1:
					same(t, "item", it, want)
				case 2:
					same(t, "text in place of a summary", it.Text, brief.Text)
				}
			})
			if err != nil {
				t.Error(err)
			}
			same(t, "replayed", ids, c.want)
		})
	}
}
