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
	down := func(since time.Time) feeds.Health {
		return with(func(h *feeds.Health) { h.Failure, h.Failing = &feeds.Failure{Kind: feeds.FailConnect}, since })
	}
	tests := []struct {
		name string
		feed feeds.Feed
		h    feeds.Health
		want feeds.Condition
	}{
		{"well", feeds.Feed{}, good, feeds.Condition{Says: "ok"}},
		{"off", feeds.Feed{Off: true}, failing(feeds.Failure{Kind: feeds.FailDNS}), feeds.Condition{Says: "switched off"}},
		{"failing and stale", feeds.Feed{}, failing(feeds.Failure{Kind: feeds.FailDNS}), feeds.Condition{Rank: 1, Says: "the host name could not be found", Todo: "check the address or your network"}},
		{
			"a page with a feed",
			feeds.Feed{},
			failing(feeds.Failure{Kind: feeds.FailHTML, Found: "https://a.example/rss"}),
			feeds.Condition{Rank: 1, Says: "a web page came instead of a feed", Todo: "it names a feed", Offer: "https://a.example/rss"},
		},
		{
			"a page with a feed that others can read",
			feeds.Feed{URL: "https://a.example/"},
			failing(feeds.Failure{Kind: feeds.FailHTML, Found: "http://a.example/rss"}),
			feeds.Condition{Rank: 1, Says: "a web page came instead of a feed", Todo: "it names a feed", Other: "http://a.example/rss"},
		},
		{"passing", feeds.Feed{}, down(now.Add(-time.Hour)), feeds.Condition{Rank: 2, Says: "the server does not answer", Todo: "it will be tried again"}},
		{"lasting", feeds.Feed{}, down(ago(8)), feeds.Condition{
			Rank: 1, Says: "the server does not answer", Todo: "it will be tried again, but has failed since 12 Feb 2026: look whether the outlet still has the feed",
		}},
		{
			"never an item",
			feeds.Feed{},
			feeds.Health{LastTry: now, LastGood: now},
			feeds.Condition{Rank: 3, Says: "answers, but gave no item", Todo: "look at the address: the feed may have been given up"},
		},
		{
			"empty",
			feeds.Feed{},
			with(func(h *feeds.Health) { h.Carried, h.Every = 0, time.Hour }),
			feeds.Condition{Rank: 4, Says: "answers, but its feed is empty now", Todo: "what it gave before is kept; if it stays so, look at the address"},
		},
		{
			"stale",
			feeds.Feed{},
			with(func(h *feeds.Health) { h.Newest = ago(17) }),
			feeds.Condition{Rank: 5, Says: "stale: newest item of 3 Feb 2026", Todo: "look at the address: the outlet may publish elsewhere by now"},
		},
		{"seldom", feeds.Feed{}, with(func(h *feeds.Health) { h.Newest, h.Publish = ago(17), 7*24*time.Hour }), feeds.Condition{Says: "ok"}},
		{"undated", feeds.Feed{}, with(func(h *feeds.Health) { h.Undated = 20 }), feeds.Condition{Rank: 6, Says: "gives no dates: items are dated when first seen"}},
		{"some undated", feeds.Feed{}, with(func(h *feeds.Health) { h.Undated = 19 }), feeds.Condition{Says: "ok"}},
		{
			"moved for good",
			feeds.Feed{},
			with(func(h *feeds.Health) { h.Moved = feeds.Relocation{To: "https://b.example/rss", Learned: true} }),
			feeds.Condition{Rank: 7, Says: "moved for good, and asked at its new address", Offer: "https://b.example/rss"},
		},
		{
			"moved, with a password",
			feeds.Feed{URL: "https://a.example/rss", Login: feeds.Login{Env: "PASS"}},
			with(func(h *feeds.Health) { h.Moved.To = "https://b.example/rss" }),
			feeds.Condition{Rank: 8, Says: "its server says that it has moved", Other: "https://b.example/rss"},
		},
		{
			"moved on its host, with a password",
			feeds.Feed{URL: "https://a.example/rss", Login: feeds.Login{Env: "PASS"}},
			with(func(h *feeds.Health) { h.Moved.To = "https://a.example/feed" }),
			feeds.Condition{Rank: 8, Says: "its server says that it has moved", Offer: "https://a.example/feed"},
		},
		{"slow", feeds.Feed{}, with(func(h *feeds.Health) { h.Usual = 14 * time.Second }), feeds.Condition{Rank: 9, Says: "slow: answers in 14 s"}},
		{"new", feeds.Feed{}, feeds.Health{}, feeds.Condition{Rank: 10, Says: "not asked yet"}},
	}
	for _, tt := range tests {
		if got := feeds.ConditionOf(tt.feed, tt.h, now); got != tt.want {
			t.Errorf("%s: %+v, want %+v", tt.name, got, tt.want)
		}
	}
}
