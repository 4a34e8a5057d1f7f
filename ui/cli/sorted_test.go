package cli

import (
	"slices"
	"strings"
	"testing"
	"time"

	"dateline/feeds"
)

// rush is a story that three outlets told at noon of three days, and one that
// two have told in the last hour, after another one five hours ago.
func rush(now time.Time) shelf {
	at := func(id int, story feeds.StoryID, feed feeds.FeedID, ago time.Duration) feeds.Item {
		return feeds.Item{ID: feeds.ItemID(id), Story: story, Feed: feed, Title: "T", Published: now.Add(-ago), Seen: now.Add(-ago)}
	}
	s := shelfOf(
		at(1, 1, "a", 70*time.Hour), at(2, 1, "b", 40*time.Hour), at(3, 1, "c", 20*time.Hour), at(9, 1, "d", 10*time.Hour),
		at(4, 4, "a", 9*time.Hour), at(5, 4, "b", 30*time.Minute), at(6, 4, "c", 20*time.Minute),
		at(7, 7, "b", time.Minute), at(8, 8, "b", 2*time.Minute),
	)
	s.watch = feeds.Watch{}
	for h := range feeds.Hour(100) {
		s.watch[feeds.HourOf(now)-h] = true
	}
	return s
}

func TestListSorts(t *testing.T) {
	lib := rush(time.Now())
	for args, want := range map[string][]feeds.StoryID{
		"":                          {7, 8, 4, 1},
		"--sort newest":             {7, 8, 4, 1},
		"--sort covered":            {1, 4, 7, 8},
		"--sort rising":             {4, 7, 8, 1},
		"--sort rising --limit 1":   {4},
		"--sort covered --unread":   {1, 4, 7, 8},
		"--sort covered --since 1h": {4, 7, 8},
	} {
		var got []feeds.StoryID
		for _, row := range listed(t, lib, args) {
			got = append(got, row.Story)
			if rising := strings.Contains(args, "rising") && row.Story == 4; rising != (row.Rise == "2 new src in 3 h, before 1 in 6 h") {
				t.Errorf("list %s: story %d rises: %q", args, row.Story, row.Rise)
			}
		}
		if !slices.Equal(got, want) {
			t.Errorf("list %s: stories %v, want %v", args, got, want)
		}
	}
}

func TestTextSaysWhyAStoryRises(t *testing.T) {
	if _, out, _ := runWith(t, rush(time.Now()), "list", "--sort", "rising", "--limit", "1"); !strings.HasSuffix(out, "\t2 new src in 3 h, before 1 in 6 h\n") {
		t.Errorf("got %q", out)
	}
}

func TestListHoldsBackOnlyIfAsked(t *testing.T) {
	y, m, d := time.Now().Date()
	now := time.Date(y, m, d, 12, 0, 0, 0, time.Local) // all in one day
	lib := shelfAt(now, 0, 0, 0, 0, 0, 0, 0)
	for args, want := range map[string]struct {
		rows int
		says string
	}{
		"list":                          {7, ""},
		"list --per-source 3":           {6, "dateline: --per-source 3 leaves out 1 story: Ledger 1\n"},
		"list --per-source 1":           {2, "dateline: --per-source 1 leaves out 5 stories: Ledger 3, Courier 2\n"},
		"list --per-source 1 --limit 1": {1, ""},
	} {
		code, out, errs := runWith(t, lib, strings.Fields(args)...)
		if code != 0 || strings.Count(out, "\n") != want.rows || errs != want.says {
			t.Errorf("%s: code %d, %d rows, says %q; want %+v", args, code, strings.Count(out, "\n"), errs, want)
		}
	}
}

func TestListRefusesOrdersThatAreNone(t *testing.T) {
	for args, want := range map[string]string{
		"list --sort loudest":          "--sort loudest: want newest, covered, rising",
		"list --per-source -1":         "--per-source -1: want 0 for all",
		"list --items --sort rising":   "leave out --items",
		"list --items --per-source 20": "leave out --items",
	} {
		if code, _, errs := runWith(t, shelfOf(), strings.Fields(args)...); code != exitUsage || !strings.Contains(errs, want) {
			t.Errorf("%s: code %d, %s", args, code, errs)
		}
	}
}

func TestTextTellsNewsOfAStoryThatWasRead(t *testing.T) {
	lib := shelfAt(time.Now(), 1, 1, 1)
	lib.items[2].Read = true
	if _, out, _ := runWith(t, lib, "list"); !strings.HasSuffix(out, "\t2 src +2\n") {
		t.Errorf("got %q", out)
	}
}

func TestTextNamesAnAgencyInSeveralHands(t *testing.T) {
	lib := shelfAt(time.Now(), 1, 1)
	for i := range lib.items {
		lib.items[i].Wire = "AFP"
	}
	if _, out, _ := runWith(t, lib, "list"); !strings.HasSuffix(out, "\tAFP ×2\n") {
		t.Errorf("got %q", out)
	}
}
