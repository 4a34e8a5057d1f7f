package article

import (
	"strings"
	"testing"
	"time"

	"dateline/feeds"
	"dateline/ui/pane"
	"dateline/ui/pane/panetest"
)

// paged returns a pane on an item whose page says more than its feed.
func paged(edit func(it *feeds.Item, a *feeds.Article)) *Pane {
	it, a := item(1, "Talks break off"), fetched(1, para("The talks broke off in the night."))
	a.Date = it.Published
	edit(&it, &a)
	p := opened(it, 100, 30)
	p.SetArticle(a)
	return p
}

func TestWhatThePageSaysOfItsDates(t *testing.T) {
	told := item(1, "").Published
	tests := []struct {
		name           string
		edit           func(it *feeds.Item, a *feeds.Article)
		want, not, nor string
	}{
		{"the same day", func(_ *feeds.Item, a *feeds.Article) { a.Date = told.Add(20 * time.Hour) }, "Sun 1 Feb, 14:02 CET", "page says", ""},
		{"another day", func(_ *feeds.Item, a *feeds.Article) { a.Date = told.AddDate(0, 0, 2) }, "· page says 3 Feb", "changed", ""},
		{"another year", func(_ *feeds.Item, a *feeds.Article) { a.Date = told.AddDate(-1, 0, 0) }, "· page says 1 Feb 2025", "changed", ""},
		{"no date of the feed", func(it *feeds.Item, a *feeds.Article) {
			it.Date, a.Date = feeds.DateMissing, told.AddDate(0, 0, -1)
		}, "Sat 31 Jan, 14:02 CET", "page says", "missing"},
		{"changed soon", func(_ *feeds.Item, a *feeds.Article) { a.Updated = told.Add(30 * time.Minute) }, "Sun 1 Feb", "changed", ""},
		{"changed later", func(_ *feeds.Item, a *feeds.Article) { a.Updated = told.Add(3 * 24 * time.Hour) }, "· changed on the page 4 Feb, 14:02", "page says", ""},
		{"changed, without a date", func(_ *feeds.Item, a *feeds.Article) { a.Date, a.Updated = time.Time{}, told.Add(2*time.Hour) }, "· changed on the page 16:02", "page says", ""},
	}
	for _, tt := range tests {
		got := strings.Join(strings.Fields(panetest.Bare(paged(tt.edit).View())), " ")
		if !strings.Contains(got, tt.want) || strings.Contains(got, tt.not) || tt.nor != "" && strings.Contains(got, tt.nor) {
			t.Errorf("%s: want %q and not %q: %s", tt.name, tt.want, tt.not, got)
		}
	}
}

func TestATextThatStopsSaysWhy(t *testing.T) {
	got := panetest.Bare(paged(func(_ *feeds.Item, a *feeds.Article) { a.Cut = feeds.FailPaywall }).View())
	if !strings.Contains(got, "The page shows only its beginning: the page is behind a paywall; ") {
		t.Error(got)
	}
}

func TestACitationTakesFromThePageWhatTheFeedDoesNotSay(t *testing.T) {
	tests := []struct {
		name string
		edit func(it *feeds.Item, a *feeds.Article)
		want string
	}{
		{"the feed says all", func(_ *feeds.Item, a *feeds.Article) { a.Byline = "Another" }, "The North Post, Kari Lund, “Talks break off”, " +
			"1 February 2026, 13:02 UTC, https://north-post.example/2026/02/talks (seen 1 February 2026, 13:05 UTC)"},
		{"the page says who, when and where", func(it *feeds.Item, a *feeds.Article) {
			it.Byline, it.Date, it.URL = "", feeds.DateMissing, "https://north-post.example/t?utm=feed"
			a.Byline, a.Date = "李明", time.Date(2026, 1, 31, 9, 0, 0, 0, time.UTC)
		}, "The North Post, 李明, “Talks break off”, " +
			"31 January 2026, 09:00 UTC, https://north-post.example/2026/02/talks (seen 1 February 2026, 13:05 UTC)"},
		{"an agency's text", func(it *feeds.Item, _ *feeds.Article) { it.Wire = "AFP" }, "The North Post (AFP), Kari Lund, “Talks break off”, " +
			"1 February 2026, 13:02 UTC, https://north-post.example/2026/02/talks (seen 1 February 2026, 13:05 UTC)"},
		{"no date at all", func(it *feeds.Item, a *feeds.Article) { it.Date, a.Date = feeds.DateAbsurd, time.Time{} }, "The North Post, Kari Lund, “Talks break off”, " +
			"undated, https://north-post.example/2026/02/talks (seen 1 February 2026, 13:05 UTC)"},
	}
	for _, tt := range tests {
		got, _ := paged(tt.edit).Press(pane.Keystroke("Y")).(pane.Copy)
		if got.Text != tt.want {
			t.Errorf("%s:\n got %s\nwant %s", tt.name, got.Text, tt.want)
		}
	}
}

func TestKeysThatAreSwitchedOffAreNotOffered(t *testing.T) {
	p := New(paged(func(*feeds.Item, *feeds.Article) {}).th, pane.Remap{"full-text": {}, "refetch": {}, "continue": {}}, clock)
	p.Resize(80, 20)
	p.Open([]Version{{item(1, "Talks break off"), northPost}}, 1, feeds.Tags{}, "")
	p.SetBookmark(feeds.Bookmark{Item: 1, Percent: 40, Kept: today})
	if got := panetest.Bare(p.View()); !strings.Contains(got, "the feed gave 33 characters\n") || !strings.Contains(got, "read to 40 %\n") {
		t.Error(got)
	}
	p.SetArticle(fetched(1, para("The talks.")))
	if got := panetest.Bare(p.View()); !strings.Contains(got, "fetched 14:30\n") {
		t.Error(got)
	}
}
