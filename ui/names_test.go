package ui

import (
	"testing"

	"dateline/feeds"
)

// unnamed has the list give no names, and the pack one to another outlet.
func unnamed(o *Options) {
	for i, f := range o.Feeds {
		o.Feeds[i].Name, o.Feeds[i].Unnamed = string(f.ID)+".example", true
	}
	o.Outlets = []feeds.Feed{{ID: "post", Name: "The North Post", URL: "https://northpost.example/rss"}}
}

func calls(id feeds.FeedID, title string) newsMsg {
	return newsMsg{feeds.ItemsLoaded{Feed: id, Health: feeds.Health{Feed: id, Title: title}}}
}

func TestAFeedIsShownAsItCallsItself(t *testing.T) {
	playOn(t, three(), unnamed, func(w *world) {
		w.sees("ledger.example")
		w.send(calls("ledger", "Harbour Ledger"))
		w.sees("Harbour Ledger")
		w.seesNot("ledger.example")
		w.send(calls("ledger", "The North Post"))
		w.sees("ledger.example: The North Post")
		w.send(newsMsg{feeds.StoreChanged{Health: []feeds.Health{{Feed: "ledger", Title: "Quay News"}}}})
		w.sees("Quay News")
		w.seesNot("North Post")
		w.health = []feeds.Health{{Feed: "ledger", Title: "Quay News"}}
		w.press("e")
		w.sees("Feeds", "Quay News")
	})
}

func TestAFeedIsNamedFromTheStart(t *testing.T) {
	named := func(o *Options) {
		unnamed(o)
		o.Health = []feeds.Health{{Feed: "ledger", Title: "Harbour Ledger"}}
	}
	playOn(t, three(), named, func(w *world) {
		w.sees("Harbour Ledger")
		w.seesNot("ledger.example")
	})
}

func TestAGivenNameHolds(t *testing.T) {
	play(t, three(), func(w *world) {
		w.send(calls("ledger", "Something else"))
		w.sees("Harbour Ledger")
		w.seesNot("Something else")
	})
}
