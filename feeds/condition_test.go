package feeds_test

import (
	"testing"
	"time"

	"dateline/feeds"
)

func TestConditionOf(t *testing.T) {
	now := time.Date(2026, 2, 20, 12, 0, 0, 0, time.UTC)
	ago := func(days int) time.Time { return now.AddDate(0, 0, -days) }
	good := feeds.Health{LastTry: now, LastGood: now, Newest: ago(1), Items: 30, Carried: 20}
	with := func(change func(*feeds.Health)) feeds.Health {
		h := good
		change(&h)
		return h
	}
	failing := func(f feeds.Failure) feeds.Health {
		return with(func(h *feeds.Health) { h.Failure, h.Newest = &f, ago(90) })
	}
	tests := []struct {
		name string
		feed feeds.Feed
		h    feeds.Health
		want feeds.Condition
	}{
		{"well", feeds.Feed{}, good, feeds.Condition{Says: "ok"}},
		{"off", feeds.Feed{Off: true}, failing(feeds.Failure{Kind: feeds.FailDNS}), feeds.Condition{Says: "switched off"}},
		{"failing and stale", feeds.Feed{}, failing(feeds.Failure{Kind: feeds.FailDNS}), feeds.Condition{1, "the host name is not known", "check the address or your network"}},
		{
			"a page with a feed",
			feeds.Feed{},
			failing(feeds.Failure{Kind: feeds.FailHTML, Found: "https://a.example/rss"}),
			feeds.Condition{1, "a web page came instead of a feed", "the page names a feed at https://a.example/rss: write that address into feeds.toml"},
		},
		{
			"empty",
			feeds.Feed{},
			feeds.Health{LastTry: now, LastGood: now},
			feeds.Condition{2, "answers, but gave no item", "look at the address: the feed may have been given up"},
		},
		{
			"stale",
			feeds.Feed{},
			with(func(h *feeds.Health) { h.Newest = ago(17) }),
			feeds.Condition{3, "stale: newest item of 3 Feb 2026", "look at the address: the outlet may publish elsewhere by now"},
		},
		{"seldom", feeds.Feed{}, with(func(h *feeds.Health) { h.Newest, h.Publish = ago(17), 7*24*time.Hour }), feeds.Condition{Says: "ok"}},
		{"undated", feeds.Feed{}, with(func(h *feeds.Health) { h.Undated = 20 }), feeds.Condition{4, "gives no dates: items are dated when first seen", ""}},
		{"some undated", feeds.Feed{}, with(func(h *feeds.Health) { h.Undated = 19 }), feeds.Condition{Says: "ok"}},
		{
			"moved",
			feeds.Feed{},
			with(func(h *feeds.Health) { h.Moved.To = "https://b.example/rss" }),
			feeds.Condition{5, "moved to https://b.example/rss", "write the new address into feeds.toml"},
		},
		{"slow", feeds.Feed{}, with(func(h *feeds.Health) { h.Usual = 14 * time.Second }), feeds.Condition{6, "slow: answers in 14 s", ""}},
		{"new", feeds.Feed{}, feeds.Health{}, feeds.Condition{7, "not asked yet", ""}},
	}
	for _, tt := range tests {
		if got := feeds.ConditionOf(tt.feed, tt.h, now); got != tt.want {
			t.Errorf("%s: %+v, want %+v", tt.name, got, tt.want)
		}
	}
}
