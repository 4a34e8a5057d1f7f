package store_test

import (
	"context"
	"path/filepath"
	"reflect"
	"testing"
	"time"

	"dateline/feeds"
	"dateline/feeds/store"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
)

var start = time.Date(2026, 2, 1, 8, 0, 0, 0, time.UTC)

// open opens a new store.
func open(t testing.TB) *store.Store {
	t.Helper()
	return openAt(t, filepath.Join(t.TempDir(), "dateline.db"))
}

func openAt(t testing.TB, path string) *store.Store {
	t.Helper()
	s, err := store.Open(t.Context(), path)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = s.Close() })
	return s
}

// item makes an item of feed "gazette", seen at start.
func item(key, title string) feeds.Item {
	return feeds.Item{Feed: "gazette", Key: key, Title: title, Published: start, Seen: start}
}

// save keeps items as one visit to "gazette" and returns what was saved.
func save(t testing.TB, s *store.Store, g store.Grouper, items ...feeds.Item) []feeds.Item {
	t.Helper()
	saved, _, err := s.Save(t.Context(), []store.Visit{{Health: feeds.Health{Feed: "gazette"}, Items: items}}, g)
	if err != nil {
		t.Fatal(err)
	}
	return saved[0]
}

func items(t testing.TB, s *store.Store, q store.Query) []feeds.Item {
	t.Helper()
	got, err := s.Items(t.Context(), q)
	if err != nil {
		t.Fatal(err)
	}
	return got
}

// same fails the test unless got is want; empty and nil lists are the same.
func same(t testing.TB, what string, got, want any) {
	t.Helper()
	if diff := cmp.Diff(want, got, cmpopts.EquateEmpty()); diff != "" {
		t.Errorf("%s (-want +got):\n%s", what, diff)
	}
}

// fill sets every field that v holds to something that is not zero, and each
// to something else.
func fill(t *testing.T, v reflect.Value, n *int) {
	*n++
	if v.Type() == reflect.TypeFor[time.Time]() {
		v.Set(reflect.ValueOf(start.Add(time.Duration(*n) * 1001 * time.Microsecond)))
		return
	}
	switch k := v.Kind(); {
	case k == reflect.String:
		v.SetString(string(rune('a'+*n%26)) + " <é\"'\n外> " + time.Duration(*n).String())
	case v.CanInt():
		v.SetInt(int64(*n))
	case v.CanUint():
		v.SetUint(uint64(*n % 256))
	case v.CanFloat():
		v.SetFloat(float64(*n) / 7)
	case k == reflect.Bool:
		v.SetBool(true)
	case k == reflect.Pointer:
		v.Set(reflect.New(v.Type().Elem()))
		fill(t, v.Elem(), n)
	case k == reflect.Slice:
		v.Set(reflect.MakeSlice(v.Type(), 2, 2))
		for i := range v.Len() {
			fill(t, v.Index(i), n)
		}
	case k == reflect.Struct:
		for i := range v.NumField() {
			fill(t, v.Field(i), n)
		}
	default:
		t.Fatalf("the test cannot fill a %s", v.Type())
	}
}

func filled[T any](t *testing.T) T {
	var v T
	n := 0
	fill(t, reflect.ValueOf(&v).Elem(), &n)
	return v
}

// always puts every item into one story for one reason.
type always struct {
	story feeds.StoryID
	join  feeds.Join
}

func (a always) Add(it *feeds.Item)   { it.Story, it.Join = a.story, a.join }
func (always) Remove(id feeds.ItemID) {}

func TestEveryFieldOfAnItemComesBack(t *testing.T) {
	s, want := open(t), filled[feeds.Item](t)
	saved := save(t, s, always{want.Story, want.Join}, want)
	text, err := s.Text(t.Context(), saved[0].ID)
	if err != nil || text != want.Text {
		t.Errorf("text %q, %v; want %q", text, err, want.Text)
	}
	want.ID, want.Text = 1, ""
	same(t, "saved", saved, []feeds.Item{want})
	same(t, "read", items(t, s, store.Query{}), []feeds.Item{want})

	// And once more by way of a change.
	next := filled[feeds.Item](t)
	next.Title, next.Seen = "changed", start.Add(time.Hour)
	want.Title, want.Updated, want.Retitled = next.Title, next.Seen, next.Seen
	same(t, "changed", save(t, s, nil, next), []feeds.Item{want})
	same(t, "read again", items(t, s, store.Query{}), []feeds.Item{want})
}

func TestEveryFieldOfAVisitComesBack(t *testing.T) {
	s, h := open(t), filled[feeds.Health](t)
	in := store.Visit{
		Health: h, Items: []feeds.Item{item("a", "A"), item("b", "B")},
		ETag: `"e"`, LastModified: "Sun, 01 Feb 2026 08:00:00 GMT", URL: "https://gazette.example/rss",
	}
	in.Items[1].Published = start.Add(time.Hour)
	for range 2 { // the second time nothing is new
		if _, _, err := s.Save(t.Context(), []store.Visit{in}, nil); err != nil {
			t.Fatal(err)
		}
	}
	got, err := s.Visits(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	h.Items, h.Newest, h.Hours = 2, start.Add(time.Hour), 0 // it never answered well
	same(t, "visits", got, map[feeds.FeedID]store.Known{h.Feed: {Health: h, ETag: in.ETag, LastModified: in.LastModified, URL: in.URL}})
}

func TestEveryFieldOfAnArticleComesBack(t *testing.T) {
	s, want := open(t), filled[feeds.Article](t)
	want.Item = save(t, s, nil, item("a", "A"))[0].ID
	for range 2 {
		if err := s.SaveArticle(t.Context(), want); err != nil {
			t.Fatal(err)
		}
	}
	got, found, err := s.Article(t.Context(), want.Item)
	if err != nil || !found {
		t.Fatal(found, err)
	}
	same(t, "article", got, want)
	if _, found, err := s.Article(t.Context(), 99); found || err != nil {
		t.Errorf("an article that was never saved: %v, %v", found, err)
	}
	if err := s.SaveArticle(t.Context(), feeds.Article{Item: 99}); err == nil {
		t.Error("an article of an unknown item was saved")
	}
}

func TestItems(t *testing.T) {
	s := open(t)
	var all []feeds.Item
	for i, key := range []string{"a", "b", "c", "d"} {
		it := item(key, key)
		it.Published = start.Add(time.Duration(i/2) * time.Hour) // a and b, c and d share theirs
		all = append(all, it)
	}
	all = save(t, s, oneStory{}, all...)
	if err := s.SetRead(t.Context(), []feeds.ItemID{2, 3}, true); err != nil {
		t.Fatal(err)
	}
	save(t, s, nil, item("e", "e")) // never grouped

	for _, c := range []struct {
		name string
		q    store.Query
		want string
	}{
		{"all", store.Query{}, "dceba"},
		{"limit", store.Query{Limit: 2}, "dc"},
		{"since", store.Query{Since: start.Add(time.Hour)}, "dc"},
		{"until", store.Query{Until: start.Add(time.Hour)}, "eba"},
		{"before", store.Query{Before: store.Cursor{Published: all[2].Published, ID: 3}}, "eba"},
		{"before and limit", store.Query{Before: store.Cursor{Published: all[1].Published, ID: 2}, Limit: 5}, "a"},
		{"unread", store.Query{Unread: true}, "dea"},
		{"ungrouped", store.Query{Ungrouped: true}, "e"},
		{"ids", store.Query{IDs: []feeds.ItemID{4, 1, 99}}, "da"},
		{"no ids", store.Query{IDs: []feeds.ItemID{}}, ""},
		{"stories", store.Query{Stories: []feeds.StoryID{all[0].Story, all[3].Story, 99}}, "da"},
		{"no stories", store.Query{Stories: []feeds.StoryID{}}, ""},
		{"another feed", store.Query{Feeds: []feeds.FeedID{"nowhere"}}, ""},
		{"feeds", store.Query{Feeds: []feeds.FeedID{"nowhere", all[0].Feed}}, "dceba"},
		{"several", store.Query{IDs: []feeds.ItemID{4, 1}, Until: start.Add(time.Minute), Unread: true}, "a"},
	} {
		got := ""
		for _, it := range items(t, s, c.q) {
			got += it.Key
		}
		if got != c.want {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		}
	}
	if n, err := s.Count(t.Context()); n != 5 || err != nil {
		t.Errorf("count %d, %v", n, err)
	}
}

func TestStory(t *testing.T) {
	s := open(t)
	later, first := item("later", "L"), item("first", "F")
	later.Seen, first.Published = start.Add(time.Minute), start.Add(time.Hour)
	saved := save(t, s, always{story: 1}, later, first)
	got, found, err := s.Story(t.Context(), 1)
	if !found || err != nil {
		t.Fatal(found, err)
	}
	same(t, "story", got, feeds.Story{ID: 1, Items: []feeds.Item{saved[1], saved[0]}})

	save(t, s, nil, item("alone", "A"))
	for _, id := range []feeds.StoryID{0, 99} { // 0 is the story of nobody
		if _, found, err := s.Story(t.Context(), id); found || err != nil {
			t.Errorf("story %d: %v, %v", id, found, err)
		}
	}
}

func TestMarksAndStoriesAreKept(t *testing.T) {
	s, ctx := open(t), context.Background()
	save(t, s, nil, item("a", "A"), item("b", "B"))
	steps := []func() error{
		func() error { return s.SetRead(ctx, []feeds.ItemID{1, 2, 99}, true) },
		func() error { return s.SetRead(ctx, []feeds.ItemID{2}, false) },
		func() error { return s.SetRead(ctx, nil, true) },
		func() error { return s.SetStarred(ctx, []feeds.ItemID{2}, true) },
		func() error {
			return s.SetStory(ctx, []feeds.Item{{ID: 2, Story: 1, Join: feeds.Join{With: 1, Score: .5, Words: []string{"w"}}}})
		},
	}
	for i, step := range steps {
		if err := step(); err != nil {
			t.Fatal(i, err)
		}
	}
	a, b := item("a", "A"), item("b", "B")
	a.ID, a.Read = 1, true
	b.ID, b.Starred, b.Story, b.Join = 2, true, 1, feeds.Join{With: 1, Score: .5, Words: []string{"w"}}
	same(t, "items", items(t, s, store.Query{}), []feeds.Item{b, a})
}
