package store_test

import (
	"errors"
	"fmt"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"testing"
	"time"

	"dateline/feeds"
	"dateline/feeds/store"
)

// byWord puts items of one first letter into one story.
type byWord map[byte]feeds.StoryID

func (w byWord) Add(it *feeds.Item) {
	if w[it.Title[0]] == 0 {
		w[it.Title[0]] = feeds.StoryID(it.ID)
	}
	it.Story = w[it.Title[0]]
}

func (byWord) Remove(feeds.ItemID) {}

const day = 24 * time.Hour

// vouch has the clock believed: a day of visits that ends at start.
func vouch(t *testing.T, s *store.Store) {
	t.Helper()
	for h := range 24 {
		visited(t, s, start.Add(-time.Duration(h)*time.Hour), false)
	}
}

// aged makes an item that was told and seen some days before start.
func aged(title string, days int) feeds.Item {
	it := item(title, title)
	it.Published, it.Seen = start.Add(-time.Duration(days)*day), start.Add(-time.Duration(days)*day)
	it.Text = "The text of it."
	return it
}

// sweep lets go of all that need not be kept and returns how many items.
func sweep(t *testing.T, s *store.Store, r store.Retention, now time.Time, open ...feeds.StoryID) int {
	t.Helper()
	w, err := s.Sweep(t.Context(), r, now)
	if err != nil {
		t.Fatal(err)
	}
	n := 0
	for more := true; more; {
		var gone []feeds.ItemID
		gone, more, err = w.Step(t.Context(), func(id feeds.StoryID) bool { return slices.Contains(open, id) })
		if err != nil {
			t.Fatal(err)
		}
		n += len(gone)
	}
	return n
}

func left(t *testing.T, s *store.Store) string {
	t.Helper()
	var all string
	for _, it := range items(t, s, store.Query{}) {
		all += it.Title + " "
	}
	return all
}

func TestStoriesGoAsAWholeWhenTheyAreOld(t *testing.T) {
	s := open(t)
	vouch(t, s)
	seenLate := aged("c1", 50)
	seenLate.Seen = start.Add(-5 * day)
	saved := save(t, s, byWord{},
		aged("a1", 50), aged("a2", 40), // all of it is old
		aged("b1", 50), aged("b2", 20), // goes on
		seenLate,
		aged("d1", 50), aged("d2", 40), // has a star
		aged("e1", 50), // has a bookmark
		aged("f1", 50), // is open
		aged("g1", 1))
	if err := s.SetStarred(t.Context(), []feeds.ItemID{saved[5].ID}, true); err != nil {
		t.Fatal(err)
	}
	if err := s.SaveBookmark(t.Context(), feeds.Bookmark{Item: saved[7].ID, Percent: 40}); err != nil {
		t.Fatal(err)
	}
	if err := s.SaveArticle(t.Context(), feeds.TextArticle(saved[0], "A paragraph.")); err != nil {
		t.Fatal(err)
	}
	same(t, "gone", sweep(t, s, store.Retention{Days: 30}, start, saved[8].Story), 2)
	same(t, "left", left(t, s), "g1 b2 d2 f1 e1 d1 c1 b1 ")
	if text, err := s.Text(t.Context(), saved[0].ID); text != "" || err != nil {
		t.Errorf("its text is left: %q, %v", text, err)
	}
	if _, there, err := s.Article(t.Context(), saved[0].ID); there || err != nil {
		t.Errorf("its page is left: %v, %v", there, err)
	}
	if found, err := s.Search(t.Context(), "text", 0); err != nil || len(found) != 8 {
		t.Errorf("%d items are found, %v", len(found), err)
	}
	if err := s.Check(t.Context()); err != nil {
		t.Error(err)
	}
	known, err := s.Visits(t.Context())
	if err != nil || known["gazette"].Health.Items != 8 {
		t.Errorf("its feed has %d items, %v", known["gazette"].Health.Items, err)
	}
	same(t, "gone at once again", sweep(t, s, store.Retention{Days: 30}, start, saved[8].Story), 0)
}

func TestWhatWentDoesNotComeAgain(t *testing.T) {
	s := open(t)
	vouch(t, s)
	save(t, s, oneStory{}, aged("a", 50), aged("b", 1))
	same(t, "gone", sweep(t, s, store.Retention{Days: 30}, start), 1)
	changed := aged("a", 50)
	changed.Title = "Now otherwise"
	same(t, "new", len(save(t, s, oneStory{}, aged("a", 50), changed)), 0)
	err := s.SetStarred(t.Context(), []feeds.ItemID{1}, true)
	if err == nil {
		t.Error("the star of what is gone was kept")
	}
	if err := s.SaveArticle(t.Context(), feeds.Article{Item: 1}); err == nil || !strings.Contains(err.Error(), "not stored any more") {
		t.Errorf("a page that comes late: %v", err)
	}
}

// TestAKeyThatIsUsedAgainLater: the item that had the key first is not stored any
// more.
func TestAKeyThatIsUsedAgainLater(t *testing.T) {
	const first, second = "https://gazette.example/1", "https://gazette.example/2"
	for _, c := range []struct {
		name     string
		old, url string
		at       time.Time
		date     feeds.DateMark
		fresh    bool
	}{
		{"for another item", first, second, start.Add(time.Hour), feeds.DateGiven, true},
		{"for the same page, told anew", first, first + "?from=rss", start.Add(time.Hour), feeds.DateGiven, false},
		{"for an older page", first, second, start.Add(-48 * time.Hour), feeds.DateGiven, false},
		{"for a page without a date", first, second, start.Add(time.Hour), feeds.DateMissing, false},
		{"for no page", first, "", start.Add(time.Hour), feeds.DateGiven, false},
		{"after an item without a page", "", second, start.Add(time.Hour), feeds.DateGiven, false},
	} {
		t.Run(c.name, func(t *testing.T) {
			s := open(t)
			vouch(t, s)
			old := aged("a", 50)
			old.URL = c.old
			save(t, s, oneStory{}, old, aged("b", 1))
			same(t, "gone", sweep(t, s, store.Retention{Days: 30}, start), 1)
			now := aged("a", 0)
			now.Title, now.URL, now.Published, now.Date = "Floods", c.url, c.at, c.date
			same(t, "new", len(save(t, s, oneStory{}, now)) == 1, c.fresh)
			same(t, "new again", len(save(t, s, oneStory{}, now)), 0)
		})
	}
}

// TestAKeyThatWasUsedTwiceIsKnown: both items that had the key are gone, and the
// feed still carries them.
func TestAKeyThatWasUsedTwiceIsKnown(t *testing.T) {
	s := open(t)
	vouch(t, s)
	first, second := aged("a", 60), aged("a", 50)
	first.URL, second.URL, second.Title = "https://gazette.example/1", "https://gazette.example/2", "Floods cut off the north"
	save(t, s, oneStory{}, first)
	save(t, s, oneStory{}, second, aged("b", 1))
	same(t, "gone", sweep(t, s, store.Retention{Days: 55}, start), 1)
	same(t, "gone later", sweep(t, s, store.Retention{Days: 30}, start), 1)
	same(t, "new", len(save(t, s, oneStory{}, first))+len(save(t, s, oneStory{}, second)), 0)
}

func TestTheNewestAreKept(t *testing.T) {
	s := open(t)
	vouch(t, s)
	var all []feeds.Item
	for i := range 300 {
		all = append(all, aged(fmt.Sprintf("%03d", i), 2+i/100))
	}
	save(t, s, oneStory{}, all...)
	same(t, "with room", sweep(t, s, store.Retention{Items: 300}, start), 0)
	same(t, "without", sweep(t, s, store.Retention{Items: 120}, start), 179) // and the last that was given an ID
	same(t, "all", sweep(t, s, store.Retention{}, start), 0)
}

func TestAClockThatIsWrongLetsNothingGo(t *testing.T) {
	s := open(t)
	save(t, s, oneStory{}, aged("a", 10), aged("b", 1))
	keep := store.Retention{Days: 30, Items: 1}
	same(t, "without visits", sweep(t, s, keep, start.AddDate(50, 0, 0)), 0)
	vouch(t, s)
	for h := range 20 {
		visited(t, s, start.AddDate(50, 0, 0).Add(time.Duration(h)*time.Hour), false)
	}
	same(t, "after a leap", sweep(t, s, store.Retention{Days: 30}, start.AddDate(50, 0, 1)), 0)
	for h := range 4 {
		visited(t, s, start.AddDate(50, 0, 2).Add(time.Duration(h)*time.Hour), false)
	}
	same(t, "a day of visits later", sweep(t, s, store.Retention{Days: 30}, start.AddDate(50, 0, 3)), 1)
}

// bulk returns n old items with texts of so many bytes.
func bulk(n, bytes int) []feeds.Item {
	all := make([]feeds.Item, n)
	for i := range all {
		all[i] = aged(fmt.Sprint("old ", i), 50)
		all[i].Text = fmt.Sprintf("%0*d", bytes, i)
	}
	return all
}

// shrink shrinks s until there is nothing more to do, and returns in how many
// steps.
func shrink(t *testing.T, s *store.Store) (steps int) {
	t.Helper()
	for more := true; more; steps++ {
		var err error
		if more, err = s.Shrink(t.Context()); err != nil {
			t.Fatal(err)
		}
	}
	return steps
}

func TestRoomIsGivenBack(t *testing.T) {
	s := open(t)
	vouch(t, s)
	save(t, s, oneStory{}, append(bulk(3000, 8000), aged("new", 1))...)
	before := s.Pages(t)
	same(t, "gone", sweep(t, s, store.Retention{Days: 30}, start), 3000)
	steps := shrink(t, s)
	if after := s.Pages(t); after > before/2 || steps < 10 {
		t.Errorf("%d pages of %d are left after %d steps", after, before, steps)
	}
	if err := s.Check(t.Context()); err != nil {
		t.Error(err)
	}
	same(t, "left", left(t, s), "new ")
}

func TestWhatAnotherCopyShowsStays(t *testing.T) {
	path := filepath.Join(t.TempDir(), "dateline.db")
	s, other := openAt(t, path), openAt(t, path)
	vouch(t, s)
	saved := save(t, s, byWord{}, aged("a1", 50), aged("a2", 40), aged("b1", 50), aged("c1", 1))
	show := func(id feeds.StoryID, at time.Time) {
		t.Helper()
		if err := other.Show(t.Context(), id, at); err != nil {
			t.Fatal(err)
		}
	}
	show(saved[0].Story, start.Add(-time.Hour))
	same(t, "gone", sweep(t, s, store.Retention{Days: 30}, start), 1)
	same(t, "left", left(t, s), "c1 a2 a1 ")
	show(99, start)
	if err := s.Move(t.Context(), []feeds.Move{{Item: saved[0].ID, Story: 99}, {Item: saved[1].ID, Story: 99}}); err != nil {
		t.Fatal(err)
	}
	show(saved[0].Story, start) // by the name it had
	same(t, "gone after a move", sweep(t, s, store.Retention{Days: 30}, start), 0)
	show(99, start.Add(-72*time.Hour))
	same(t, "gone when that was long ago", sweep(t, s, store.Retention{Days: 30}, start), 2)
	show(5, start)
	if err := other.Close(); err != nil {
		t.Fatal(err)
	}
	same(t, "notes of a copy that has ended", s.Notes(t), 0)
}

func TestALargeStoryGoesInSteps(t *testing.T) {
	s := open(t)
	vouch(t, s)
	var all []feeds.Item
	for i := range 200 {
		all = append(all, aged(fmt.Sprint("story ", i), 50))
	}
	save(t, s, byWord{}, append(all, aged("new", 1))...)
	w, err := s.Sweep(t.Context(), store.Retention{Days: 30}, start)
	if err != nil {
		t.Fatal(err)
	}
	var gone []feeds.ItemID
	for more := true; more; {
		var step []feeds.ItemID
		if step, more, err = w.Step(t.Context(), func(feeds.StoryID) bool { return false }); err != nil {
			t.Fatal(err)
		}
		if len(step) > 50 {
			t.Errorf("%d items went in one step", len(step))
		}
		gone = append(gone, step...)
	}
	same(t, "gone", len(gone), 200)
	same(t, "left", left(t, s), "new ")
	same(t, "the index waits", s.Automerge(t), "0")
	shrink(t, s)
	same(t, "the index is in order", s.Automerge(t), "4")
	if err := s.Check(t.Context()); err != nil {
		t.Error(err)
	}
}

func TestAnOldStoreIsWrittenAnew(t *testing.T) {
	path := filepath.Join(t.TempDir(), "dateline.db")
	_ = openAt(t, path).Close()
	run(t, path, "PRAGMA journal_mode = DELETE; PRAGMA auto_vacuum = NONE; VACUUM")
	s := openAt(t, path)
	vouch(t, s)
	save(t, s, oneStory{}, append(bulk(600, 20_000), aged("new", 1))...)
	before := s.Pages(t)
	same(t, "gone", sweep(t, s, store.Retention{Days: 30}, start), 600)
	shrink(t, s)
	same(t, "pages after shrinking", s.Pages(t) >= before, true)
	if err := s.Rebuild(t.Context()); err != nil {
		t.Fatal(err)
	}
	after := s.Pages(t)
	if runtime.GOOS != "windows" && after > before/4 {
		t.Errorf("%d pages of %d are left", after, before)
	}
	same(t, "left", left(t, s), "new ")
	if err := s.SetRead(t.Context(), []feeds.ItemID{601}, true); err != nil {
		t.Error(err)
	}
	if err := errors.Join(s.Rebuild(t.Context()), s.Check(t.Context())); err != nil {
		t.Error(err)
	}
	same(t, "pages after another time", s.Pages(t), after)
}
