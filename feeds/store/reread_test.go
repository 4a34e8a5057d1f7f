package store_test

import (
	"errors"
	"testing"
	"time"

	"dateline/feeds"
	"dateline/feeds/store"
)

// reader is a grouper that finds in each title whose text the item is, would
// have every item in a story of the day, and knows what it read last.
type reader struct {
	day  feeds.StoryID
	read map[feeds.ItemID]string
}

func (r *reader) Add(it *feeds.Item) {
	r.day++
	it.Story, it.Join = r.day, feeds.Join{With: feeds.ItemID(r.day)}
	it.Wire, it.Sketch, it.Copy = "wire of "+it.Title, []byte(it.Title), feeds.ItemID(len(it.Title))
	r.read[it.ID] = it.Title + "/" + it.Text
}

func (r *reader) Remove(id feeds.ItemID) { delete(r.read, id) }

func TestAChangedItemIsReadAnewInItsStory(t *testing.T) {
	s, r := open(t), &reader{read: map[feeds.ItemID]string{}}
	it := item("k", "Envoys meet")
	it.Text = "Long."
	old := save(t, s, r, it)[0]
	it.Title, it.Seen = "Envoys leave", start.Add(time.Hour)
	got := save(t, s, r, it)[0]
	same(t, "story", got.Story, old.Story)
	same(t, "reason", got.Join, old.Join)
	same(t, "wire", got.Wire, "wire of Envoys leave")
	same(t, "sketch", string(got.Sketch), "Envoys leave")
	same(t, "copy", got.Copy, feeds.ItemID(12))
	same(t, "stored", items(t, s, store.Query{}), []feeds.Item{got})

	it.URL, it.Wire = "https://gazette.example/moved", ""
	got = save(t, s, r, it)[0]
	same(t, "wire at another address", got.Wire, "wire of Envoys leave")
	same(t, "sketch at another address", string(got.Sketch), "Envoys leave")
	same(t, "copy at another address", got.Copy, feeds.ItemID(12))
	same(t, "stored at another address", items(t, s, store.Query{}), []feeds.Item{got})
}

func TestAChangedItemWithoutAStoryGetsOne(t *testing.T) {
	s, it := open(t), item("k", "Envoys meet")
	save(t, s, nil, it)
	it.Title = "Envoys leave"
	got := save(t, s, always{story: 5, join: feeds.Join{With: 5}}, it)[0]
	same(t, "story", got.Story, feeds.StoryID(5))
	same(t, "stored", items(t, s, store.Query{}), []feeds.Item{got})
}

func TestAfterAFailedSaveTheGrouperKnowsWhatIsStored(t *testing.T) {
	s, r := open(t), &reader{read: map[feeds.ItemID]string{}}
	it := item("k", "Envoys meet")
	it.Text = "Long."
	save(t, s, r, it)
	for _, fails := range []func(){func() {}, func() { panic(errors.New("cannot group")) }} {
		func() {
			defer func() { _ = recover() }()
			changed := it
			changed.Title, changed.Text = "Envoys leave", "Longer."
			visits := []store.Visit{{Items: []feeds.Item{changed, item("new", "New")}}, {Items: []feeds.Item{{Feed: "courier", Key: "last", Title: "Fails"}}}}
			_, _, err := s.Save(t.Context(), visits, failing{r, fails})
			if err == nil {
				t.Error("it is kept")
			}
		}()
		same(t, "read", r.read, map[feeds.ItemID]string{1: "Envoys meet/Long."})
	}
}

// failing makes an item that cannot be written.
type failing struct {
	store.Grouper
	fails func()
}

func (f failing) Add(it *feeds.Item) {
	f.Grouper.Add(it)
	if it.Title == "Fails" {
		it.Join.Score = 1 / zero
		f.fails()
	}
}
