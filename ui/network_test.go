package ui

import (
	"testing"

	"dateline/feeds"
)

func TestALostNetworkIsSaid(t *testing.T) {
	play(t, nil, func(w *world) {
		w.send(newsMsg{feeds.LoadStarted{Feeds: 9}, feeds.NetworkChanged{Away: true}, feeds.LoadFinished{}})
		w.sees("NO NETWORK", "No server can be reached", "Headlines appear here")
		w.send(newsMsg{feeds.NetworkChanged{}})
		w.sees("The network is back.")
		w.seesNot("NO NETWORK")
	})
}
