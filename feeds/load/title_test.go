package load_test

import (
	"context"
	"testing"
	"testing/synctest"

	"dateline/feeds"
	"dateline/feeds/fetch"
	"dateline/feeds/parse"
)

func TestWhatAFeedCallsItselfIsKeptUntilItSaysOtherwise(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		w := newWorld()
		title, answer, failure := "", fetch.Response{}, error(nil)
		w.get = func(context.Context, fetch.Request) (fetch.Response, error) { return answer, failure }
		w.read = func(parse.Source) parse.Result { return parse.Result{Title: title} }
		l := w.loader("a", nil)
		body := []byte("x")
		for _, step := range []struct {
			title   string
			answer  fetch.Response
			failure error
			want    string
		}{
			{"Gazette", fetch.Response{Body: body}, nil, "Gazette"},
			{"", fetch.Response{NotModified: true}, nil, "Gazette"},
			{"", fetch.Response{}, &feeds.Failure{Kind: feeds.FailTimeout}, "Gazette"},
			{"Courier", fetch.Response{Body: body, Cut: &feeds.Failure{Kind: feeds.FailTimeout}}, nil, "Courier"},
			{"", fetch.Response{Body: body}, nil, ""},
		} {
			title, answer, failure = step.title, step.answer, step.failure
			if err := l.Once(t.Context(), w.emit); err != nil {
				t.Fatal(err)
			}
			same(t, "kept", w.known["a"].Health.Title, step.want)
			same(t, "told", l.Health()[0].Title, step.want)
		}
		title = "Gazette"
		if err := l.Once(t.Context(), w.emit); err != nil {
			t.Fatal(err)
		}
		l.Replace(feed("a").At("https://another.example/rss"))
		same(t, "at another address", l.Health()[0].Title, "")
	})
}
