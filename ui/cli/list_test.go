package cli

import (
	"context"
	"encoding/json"
	"errors"
	"slices"
	"strings"
	"testing"
	"time"

	"dateline/feeds"
)

func TestParseSince(t *testing.T) {
	for s, want := range map[string]time.Duration{
		"": 0, "30m": 30 * time.Minute, "6h": 6 * time.Hour, "2d": 48 * time.Hour, "1w": 7 * 24 * time.Hour,
	} {
		if got, err := parseSince(s); err != nil || got != want {
			t.Errorf("%q: %v, %v", s, got, err)
		}
	}
	for _, s := range []string{"soon", "-3h", "0d", "99999999d", "d", "6"} {
		var usage UsageError
		if _, err := parseSince(s); !errors.As(err, &usage) {
			t.Errorf("%q is taken: %v", s, err)
		}
	}
}

func FuzzParseSince(f *testing.F) {
	f.Add("2d")
	f.Fuzz(func(t *testing.T, s string) {
		if d, err := parseSince(s); err == nil && d < 0 {
			t.Errorf("%q is %v", s, d)
		}
	})
}

func TestListLimits(t *testing.T) {
	lib := shelfOf(feeds.Item{ID: 1, Feed: "a", Title: "One"}, feeds.Item{ID: 2, Feed: "b", Title: "Two"}, feeds.Item{ID: 3, Feed: "b", Title: "Three", Read: true})
	for args, want := range map[string]int{
		"list": 3, "list --limit 2": 2, "list --limit 0": 3, "list --unread": 2, "list --items --limit 1": 1, "list --json": 3,
	} {
		code, out, errs := runWith(t, lib, strings.Fields(args)...)
		if code != 0 || strings.Count(out, "\n") != want {
			t.Errorf("%s: code %d, %d lines, want %d\n%s%s", args, code, strings.Count(out, "\n"), want, out, errs)
		}
	}
}

// shelfAt makes items of feeds a and b by turns, an hour apart, of the given
// stories, the newest first. Its IDs fall from the number of stories.
func shelfAt(now time.Time, stories ...feeds.StoryID) shelf {
	var items []feeds.Item
	for i, story := range stories {
		items = append(items, feeds.Item{
			ID: feeds.ItemID(len(stories) - i), Story: story, Feed: []feeds.FeedID{"a", "b"}[i%2],
			Title: "T", Published: now.Add(-time.Duration(i) * time.Hour), Seen: now,
		})
	}
	return shelfOf(items...)
}

func listed(t *testing.T, lib Library, args string) []storyRow {
	t.Helper()
	code, out, errs := runWith(t, lib, strings.Fields("list --json "+args)...)
	if code != 0 {
		t.Fatalf("%s: code %d, %s", args, code, errs)
	}
	var rows []storyRow
	for line := range strings.Lines(out) {
		var row storyRow
		if err := json.Unmarshal([]byte(line), &row); err != nil {
			t.Fatal(err)
		}
		rows = append(rows, row)
	}
	return rows
}

func TestStoriesComeByTheirNewestItem(t *testing.T) {
	var got []feeds.StoryID
	for _, row := range listed(t, shelfAt(time.Now(), 2, 7, 2, 0, 7, 1), "") {
		got = append(got, row.Story)
	}
	if want := []feeds.StoryID{2, 7, 3, 1}; !slices.Equal(got, want) {
		t.Errorf("stories %v, want %v", got, want)
	}
}

func TestAStoryIsWholeHoweverLittleOfItIsRecent(t *testing.T) {
	rows := listed(t, shelfAt(time.Now(), 1, 2, 1, 1), "--since 90m")
	if len(rows) != 2 || rows[0].Story != 1 || rows[0].Sources != 2 || len(rows[0].Items) != 3 || rows[0].Outlet != "Courier" {
		t.Errorf("got %+v", rows)
	}
	lib := shelfAt(time.Now(), 1, 2, 1)
	lib.items[2].Read = true
	if rows := listed(t, lib, "--since 90m --unread"); len(rows) != 2 || rows[0].Unread || rows[0].New != 1 || !rows[1].Unread {
		t.Errorf("a story that was read, with news, is %+v", rows)
	}
	lib.items[0].Read = true
	if rows := listed(t, lib, "--since 90m --unread"); len(rows) != 1 || rows[0].Story != 2 {
		t.Errorf("unread is %+v", rows)
	}
}

// merging is a library in which another process merges story 2 into story 9
// after the first page was read.
type merging struct{ shelf }

func (m merging) Items(ctx context.Context, q Query) ([]feeds.Item, error) {
	items, err := m.shelf.Items(ctx, q)
	for i := range items {
		if q.Stories != nil && items[i].Story == 2 {
			items[i].Story = 9
		}
	}
	return items, err
}

func TestAStoryIsMergedWhileItIsListed(t *testing.T) {
	if rows := listed(t, merging{shelfAt(time.Now(), 2, 1, 2)}, ""); len(rows) != 2 || rows[0].Story != 2 || len(rows[0].Items) != 1 {
		t.Errorf("got %+v", rows)
	}
}

func TestListReadsNoFurtherThanItPrints(t *testing.T) {
	stories := make([]feeds.StoryID, 3*pageSize+1)
	for i := range stories {
		stories[i] = feeds.StoryID(len(stories) - i)
	}
	for args, want := range map[string]struct{ pages, rows int }{
		"":                   {1, listLimit},
		"--limit 250":        {2, 250},
		"--limit 0":          {4, len(stories)},
		"--items":            {1, listLimit},
		"--items --limit 0":  {4, len(stories)},
		"--items --since 3h": {1, 3},
	} {
		lib := shelfAt(time.Now().Add(-time.Minute), stories...)
		rows, pages := len(listed(t, lib, args)), 0
		for _, q := range *lib.asked {
			if q.Limit == 0 && q.Stories == nil {
				t.Errorf("list %s asks for the whole store", args)
			}
			if q.Stories == nil {
				pages++
			}
		}
		if rows != want.rows || pages != want.pages {
			t.Errorf("list %s: %d rows of %d pages, want %+v", args, rows, pages, want)
		}
	}
}
