package load_test

import (
	"encoding/xml"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"dateline/feeds"
	"dateline/feeds/parse"
	"dateline/feeds/store"
	"dateline/feeds/story"
)

// seriesFolder names the variable for a folder of series: a folder for each
// feed, in it what came of it time after time, named in order.
const seriesFolder = "DATELINE_SERIES"

// capture is a feed as a strict reader sees it.
type capture struct {
	Items []struct {
		GUID  string `xml:"guid"`
		Title string `xml:"title"`
	} `xml:"channel>item"`
}

// TestSeries replays feeds poll by poll, with a reader who reads all that
// comes: each item is there once, and what was read stays so.
func TestSeries(t *testing.T) {
	folders := []string{"testdata/series"}
	if own := os.Getenv(seriesFolder); own != "" {
		folders = append(folders, own)
	} else {
		t.Logf("for real feeds let %s name a folder with a folder of captures for each", seriesFolder)
	}
	for _, folder := range folders {
		all, err := filepath.Glob(filepath.Join(folder, "*"))
		if err != nil || len(all) == 0 {
			t.Fatalf("no series in %s, %v", folder, err)
		}
		for _, one := range all {
			t.Run(filepath.Base(one), func(t *testing.T) { replay(t, one) })
		}
	}
}

func replay(t *testing.T, folder string) {
	s, err := store.Open(t.Context(), filepath.Join(t.TempDir(), "dateline.db"))
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = s.Close() }()
	index, f := story.New(story.Options{}), feed("series")
	titles := map[string]string{} // by what identifies the item
	at, polls, edits, news := time.Date(2026, 2, 1, 0, 0, 0, 0, time.UTC), 0, 0, 0
	for _, file := range captures(t, folder) {
		body, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		fresh, edited := compare(t, body, titles)
		at = at.Add(30 * time.Minute)
		r, err := parse.Parse(body, parse.Source{Feed: f, URL: f.URL, Now: at})
		if err != nil {
			t.Fatal(file, err)
		}
		_, n, err := s.Save(t.Context(), []store.Visit{{Items: r.Items, Health: feeds.Health{Feed: f.ID}}}, index)
		if err != nil {
			t.Fatal(err)
		}
		if n[0] != fresh {
			t.Errorf("%s: %d items are new, stored were %d", file, fresh, n[0])
		}
		polls, edits, news = polls+1, edits+edited, news+fresh
		unread := readAll(t, s)
		if unread != fresh {
			t.Errorf("%s: %d items are new, unread were %d", file, fresh, unread)
		}
	}
	retitled := kept(t, s, titles)
	t.Logf("%d polls, %d items, %d edits of headlines, %d items with an old headline", polls, news, edits, retitled)
}

func captures(t *testing.T, folder string) []string {
	t.Helper()
	files, err := filepath.Glob(filepath.Join(folder, "*.xml"))
	if err != nil || len(files) == 0 {
		t.Fatalf("no captures in %s, %v", folder, err)
	}
	return files
}

// compare says how many items of body are new and how many have another title
// than before, and takes their titles over.
func compare(t *testing.T, body []byte, titles map[string]string) (fresh, edited int) {
	t.Helper()
	var c capture
	if err := xml.Unmarshal(body, &c); err != nil {
		t.Fatal(err)
	}
	for _, it := range c.Items {
		switch was, ok := titles[it.GUID]; {
		case !ok:
			fresh++
		case was != it.Title:
			edited++
		}
		titles[it.GUID] = it.Title
	}
	return fresh, edited
}

// readAll marks as read what is not, and says how much that was.
func readAll(t *testing.T, s *store.Store) int {
	t.Helper()
	items, err := s.Items(t.Context(), store.Query{})
	if err != nil {
		t.Fatal(err)
	}
	var unread []feeds.ItemID
	for _, it := range items {
		if !it.Read {
			unread = append(unread, it.ID)
		}
	}
	if err := s.SetRead(t.Context(), unread, true); err != nil {
		t.Fatal(err)
	}
	return len(unread)
}

// kept holds what is stored against the titles that the feed gave last, and
// returns how many items have old ones.
func kept(t *testing.T, s *store.Store, titles map[string]string) int {
	t.Helper()
	items, err := s.Items(t.Context(), store.Query{})
	if err != nil {
		t.Fatal(err)
	}
	last, ids := map[string]int{}, []feeds.ItemID{}
	for _, title := range titles {
		last[feeds.Clean(title, 600)]++
	}
	for _, it := range items {
		last[it.Title]--
		ids = append(ids, it.ID)
	}
	for title, n := range last {
		if n != 0 && !strings.ContainsAny(title, "<&") {
			t.Errorf("%d too few of %q", n, title)
		}
	}
	edits, err := s.Edits(t.Context(), ids)
	if err != nil {
		t.Fatal(err)
	}
	return len(edits)
}
