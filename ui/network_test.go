package ui

import (
	"testing"

	"dateline/feeds"
)

func TestALostNetworkIsSaid(t *testing.T) {
	play(t, nil, func(w *world) {
		w.send(newsMsg{feeds.LoadStarted{Feeds: 9}, feeds.NetworkChanged{Away: true}, feeds.LoadFinished{}})
		w.sees("NO NETWORK", "No server can be reached", "The feeds are asked as soon as it is back")
		w.send(newsMsg{feeds.NetworkChanged{}})
		w.sees("The network is back.")
		w.seesNot("NO NETWORK")
	})
}

func TestANetworkThatWantsItsGuestsToSignInIsSaidOnce(t *testing.T) {
	play(t, nil, func(w *world) {
		w.send(newsMsg{feeds.LoadStarted{Feeds: 9}, feeds.NetworkChanged{Away: true, Stranger: "portal.example"}, feeds.LoadFinished{}})
		w.sees("Sign in to your network with the browser: it answers with a page of its own (portal.example).")
		w.seesNot("failing", "No server can be reached")
	})
}

func TestWhatCameWholeOfABrokenAnswerIsShown(t *testing.T) {
	play(t, nil, func(w *world) {
		w.send(newsMsg{feeds.FeedFailed{
			Feed: "ledger", Items: three()[:1], New: 1,
			Health: feeds.Health{Feed: "ledger", Failure: &feeds.Failure{Kind: feeds.FailBroken}},
		}})
		w.sees(three()[0].Title, "1 failing")
	})
}
