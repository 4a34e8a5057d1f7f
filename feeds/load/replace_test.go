package load_test

import (
	"context"
	"testing"
	"testing/synctest"

	"dateline/feeds"
	"dateline/feeds/fetch"
)

func TestAFeedIsAskedAtTheAddressThatWasTaken(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		w := newWorld()
		var from string
		w.get = func(_ context.Context, r fetch.Request) (fetch.Response, error) {
			if r.URL == feed("a").URL {
				return fetch.Response{}, &feeds.Failure{Kind: feeds.FailHTML, Found: newAddress}
			}
			from = r.From
			return fetch.Response{Body: []byte("item"), ETag: "e"}, nil
		}
		l := w.loader("a b", nil)
		stop := w.run(t, l)
		synctest.Wait()
		same(t, "found", l.Health()[0].Failure.Found, newAddress)
		w.takeAsked()

		l.Replace(feed("a").At(newAddress))
		synctest.Wait()
		same(t, "asked at once, and nobody else", w.takeAsked(), []string{"0s new.example/feed"})
		same(t, "on the word of the listed address", from, feed("a").URL)
		h := l.Health()[0]
		same(t, "health", []any{h.Feed, h.Failure == nil, h.Failures, h.Items}, []any{feeds.FeedID("a"), true, 0, 1})
		same(t, "kept", w.known["a"].URL, newAddress)

		l.Replace(feed("a").At(newAddress).At(feed("a").URL))
		synctest.Wait()
		same(t, "taken back", w.takeAsked(), []string{"0s a"})
		h = l.Health()[0]
		same(t, "its stories stay", []any{h.Failures, h.Items, h.LastGood.IsZero()}, []any{1, 1, false})
		stop()
	})
}

func TestAVisitToTheOldAddressSaysNothingOfTheNewOne(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		w := newWorld()
		answer := make(chan struct{})
		w.get = func(_ context.Context, r fetch.Request) (fetch.Response, error) {
			if r.URL == feed("a").URL {
				<-answer
				return fetch.Response{}, &feeds.Failure{Kind: feeds.FailGone, Status: 410}
			}
			return fetch.Response{Body: []byte("item")}, nil
		}
		l := w.loader("a", nil)
		stop := w.run(t, l)
		synctest.Wait()
		l.Replace(feed("a").At(newAddress))
		close(answer)
		synctest.Wait()
		same(t, "asked", w.takeAsked(), []string{"0s a", "0s new.example/feed"})
		same(t, "failures", l.Health()[0].Failures, 0)
		stop()
	})
}
