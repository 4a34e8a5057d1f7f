package store_test

import (
	"testing"
	"time"

	"dateline/feeds"
	"dateline/feeds/store"
)

// TestKeysThatAreNotKept: a second visit brings an item by a key that says too
// much or too little.
func TestKeysThatAreNotKept(t *testing.T) {
	first := item("k", "Envoys meet in Vienna")
	first.URL = "https://gazette.example/1"
	for _, c := range []struct {
		name  string
		edit  func(*feeds.Item)
		known bool
	}{
		{"a key used again", func(it *feeds.Item) {
			it.Title, it.URL, it.Published = "Floods cut off the north", "https://gazette.example/2", start.Add(time.Hour)
		}, false},
		{"used again, in Chinese", func(it *feeds.Item) {
			it.Title, it.URL, it.Published = "北部洪水中断交通", "https://gazette.example/2", start.Add(time.Hour)
		}, false},
		{"a headline written anew", func(it *feeds.Item) {
			it.Title, it.Published = "Floods cut off the north", start.Add(time.Hour)
		}, true},
		{"another address for the headline", func(it *feeds.Item) {
			it.URL, it.Published = "https://gazette.example/envoys", start.Add(time.Hour)
		}, true},
		{"headline and address of the same time", func(it *feeds.Item) {
			it.Title, it.URL = "Floods cut off the north", "https://gazette.example/2"
		}, true},
		{"some words of it", func(it *feeds.Item) {
			it.Title, it.URL, it.Published = "Vienna: talks over", "https://gazette.example/2", start.Add(time.Hour)
		}, true},
		{"only counted otherwise", func(it *feeds.Item) {
			it.Title, it.URL, it.Published = "Floods", "http://www.gazette.example/1/?from=rss#top", start.Add(time.Hour)
		}, true},
		{"no address", func(it *feeds.Item) { it.Title, it.URL, it.Published = "Floods", "", start.Add(time.Hour) }, true},
		{"no date", func(it *feeds.Item) {
			it.Title, it.URL, it.Date, it.Published = "Floods", "https://gazette.example/2", feeds.DateMissing, start.Add(time.Hour)
		}, true},
		{"another key", func(it *feeds.Item) { it.Key = "k2" }, true},
		{"another key and headline", func(it *feeds.Item) { it.Key, it.Title = "k2", "Envoys meet again" }, false},
		{"another key and time", func(it *feeds.Item) { it.Key, it.Published = "k2", start.Add(time.Hour) }, false},
		{"another key, no date", func(it *feeds.Item) { it.Key, it.Date = "k2", feeds.DateMissing }, false},
		{"another feed", func(it *feeds.Item) { it.Key, it.Feed = "k2", "courier" }, false},
	} {
		t.Run(c.name, func(t *testing.T) {
			s, again := open(t), first
			c.edit(&again)
			save(t, s, nil, first)
			for range 2 { // and once more: what is known stays so
				save(t, s, nil, again)
			}
			all := items(t, s, store.Query{})
			if want := map[bool]int{true: 1, false: 2}[c.known]; len(all) != want {
				t.Fatalf("%d items, want %d", len(all), want)
			}
			for _, it := range all {
				if !c.known && it.ID == 1 && it.Title != first.Title {
					t.Errorf("the first item now says %q", it.Title)
				}
			}
		})
	}
}

// TestOneItemByTwoKeys: one visit brings an item twice, by two keys.
func TestOneItemByTwoKeys(t *testing.T) {
	for _, fresh := range []bool{true, false} {
		s, first := open(t), item("k", "Envoys meet in Vienna")
		if !fresh {
			save(t, s, nil, item("other", "The feed is known"))
		}
		first.URL = "https://gazette.example/1"
		again, later := first, first
		again.Key, later.Key, later.Published = "k2", "k3", start.Add(time.Hour)
		got := save(t, s, nil, first, again, later)
		if len(got) != 2 || got[1].Key != "k3" {
			t.Errorf("a fresh feed %t: saved are %+v", fresh, got)
		}
	}
}
