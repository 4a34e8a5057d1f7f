package store_test

import (
	"path/filepath"
	"testing"
	"time"

	"dateline/feeds"
	"dateline/feeds/store"
)

func bookmark(t *testing.T, s *store.Store, id feeds.ItemID) (feeds.Bookmark, bool) {
	t.Helper()
	b, found, err := s.Bookmark(t.Context(), id)
	if err != nil {
		t.Fatal(err)
	}
	return b, found
}

func TestABookmarkComesBackWhole(t *testing.T) {
	path := filepath.Join(t.TempDir(), "dateline.db")
	s := openAt(t, path)
	id := save(t, s, nil, item("k", "Envoys meet in Vienna"))[0].ID
	if b, found := bookmark(t, s, id); found {
		t.Errorf("a text that nobody read has %+v", b)
	}
	want := filled[feeds.Bookmark](t)
	want.Item = id
	head := feeds.Bookmark{Item: id, Block: -1, Kept: start}
	for _, b := range []feeds.Bookmark{head, want} { // the second takes the place of the first
		if err := s.SaveBookmark(t.Context(), b); err != nil {
			t.Fatal(err)
		}
		got, found := bookmark(t, s, id)
		same(t, "bookmark", got, b)
		if !found {
			t.Error("it is not known")
		}
	}
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	got, _ := bookmark(t, openAt(t, path), id)
	same(t, "after a restart", got, want)
}

func TestABookmarkOutlivesAChangeOfItsItem(t *testing.T) {
	s, it := open(t), item("k", "Envoys meet in Vienna")
	id := save(t, s, nil, it)[0].ID
	want := feeds.Bookmark{Item: id, Block: 3, At: 40, Percent: 60, Kept: start}
	if err := s.SaveBookmark(t.Context(), want); err != nil {
		t.Fatal(err)
	}
	it.Title, it.Text, it.Seen = "Envoys leave Vienna", "Longer.", start.Add(time.Hour)
	save(t, s, nil, it)
	got, _ := bookmark(t, s, id)
	same(t, "bookmark", got, want)
}

func TestABookmarkOfAnUnknownItemIsPassedOver(t *testing.T) {
	s := open(t)
	if err := s.SaveBookmark(t.Context(), feeds.Bookmark{Item: 99, Kept: start}); err != nil {
		t.Fatal(err)
	}
	if b, found := bookmark(t, s, 99); found {
		t.Errorf("it was kept: %+v", b)
	}
}
