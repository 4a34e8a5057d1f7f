package pane

import (
	"testing"

	"dateline/feeds"
	"dateline/ui/theme"
)

func TestOutletAndStanding(t *testing.T) {
	tests := []struct {
		feed           feeds.Feed
		name, standing string
	}{
		{feeds.Feed{}, "", ""},
		{feeds.Feed{ID: "north-post"}, "north-post", ""},
		{feeds.Feed{ID: "north-post", Name: "North Post", Country: "NO"}, "North Post", "NO"},
		{feeds.Feed{Name: "The Council", Affiliation: feeds.Government}, "The Council", "government"},
		{feeds.Feed{Name: "Radio Sud", Affiliation: feeds.Public, Country: "FR"}, "Radio Sud", "public, FR"},
	}
	for _, tt := range tests {
		if got := tt.feed.Outlet(); got != tt.name {
			t.Errorf("the outlet of %+v is %q, want %q", tt.feed, got, tt.name)
		}
		if got := Standing(tt.feed); got != tt.standing {
			t.Errorf("Standing(%+v) = %q, want %q", tt.feed, got, tt.standing)
		}
	}
}

func TestDotted(t *testing.T) {
	if got := Dotted(theme.Fancy(), "", "a", "", "b"); got != "a · b" {
		t.Errorf("got %q", got)
	}
	if got := Dotted(theme.ASCII()); got != "" {
		t.Errorf("nothing became %q", got)
	}
}

func TestCopyLink(t *testing.T) {
	const url = "https://north-post.example/1"
	if got := CopyLink(feeds.Item{URL: url}); got != (Copy{Text: url, What: "link"}) {
		t.Errorf("got %#v", got)
	}
	if got, ok := CopyLink(feeds.Item{}).(Tell); !ok || got.Text == "" {
		t.Errorf("an item without address gave %#v", got)
	}
}
