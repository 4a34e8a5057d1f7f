package article

import (
	"errors"
	"strings"
	"testing"
	"time"

	"dateline/feeds"
	"dateline/ui/pane"
	"dateline/ui/pane/panetest"
)

func TestTheKeyThatBringsMore(t *testing.T) {
	addressless := item(1, "Talks break off")
	addressless.URL = ""
	page := func(p *Pane) { p.SetArticle(fetched(1, para("The page."))) }
	fails := func(err error) func(*Pane) { return func(p *Pane) { p.Failed(1, err, clock()) } }
	tests := []struct {
		name     string
		item     feeds.Item
		do       []func(*Pane)
		key, not string
		says     string
	}{
		{name: "the feed's text", key: "full-text", says: "x fetches the page"},
		{name: "no address", item: addressless, says: "no address of the page"},
		{name: "on its way", do: []func(*Pane){func(p *Pane) { p.Fetching(1) }}, not: "x "},
		{name: "the page's text", do: []func(*Pane){page}, says: "X fetches it again"},
		{name: "no answer", do: []func(*Pane){fails(&feeds.Failure{Kind: feeds.FailTimeout})}, key: "full-text", says: "; x tries again."},
		{name: "no answer to another try", do: []func(*Pane){page, fails(errors.New("no answer"))}, key: "refetch", says: "; X tries again."},
		{name: "a PDF", do: []func(*Pane){fails(&feeds.Failure{Kind: feeds.FailNotHTML, Detail: "a PDF"})}, key: "open-browser", not: "tries again", says: "; o opens it."},
		{name: "gone", do: []func(*Pane){fails(&feeds.Failure{Kind: feeds.FailGone, Status: 404})}, key: "open-browser", not: "tries again", says: "; o opens it."},
		{name: "no address of a page", do: []func(*Pane){fails(&feeds.Failure{Kind: feeds.FailAddress})}, not: "tries again"},
		{name: "a wall in its midst", do: []func(*Pane){func(p *Pane) {
			a := fetched(1, para("The page."))
			a.Cut = feeds.FailPaywall
			p.SetArticle(a)
		}}, key: "open-browser", says: "; o opens it."},
	}
	for _, tt := range tests {
		if tt.item.ID == 0 {
			tt.item = item(1, "Talks break off")
		}
		p := opened(tt.item, 400, 30)
		for _, do := range tt.do {
			do(p)
		}
		if got := p.More(); got != tt.key {
			t.Errorf("%s: %q, want %q", tt.name, got, tt.key)
		}
		if got := strings.Join(strings.Fields(screen(p)), " "); !strings.Contains(got, tt.says) || tt.not != "" && strings.Contains(got, tt.not) {
			t.Errorf("%s: want %q and not %q: %s", tt.name, tt.says, tt.not, got)
		}
	}
}

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
