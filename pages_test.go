package main

import (
	"errors"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"dateline/feeds"
	"dateline/feeds/article"
	"dateline/feeds/demo"
	"dateline/feeds/fetch"
)

// TestTheDemoHasAPageOfEachKind: whoever presses x in the demo meets each way in
// which a page can be had, and each way in which it cannot.
func TestTheDemoHasAPageOfEachKind(t *testing.T) {
	for _, page := range []struct {
		address string
		want    feeds.FailureKind // "" for a page with a text
	}{
		{"caspian-crossing.example/news/notebook-night-ferry", ""},
		{"north-sea-ledger.example/news/argentina-debt-swap", ""},
		{"north-sea-ledger.example/news/cocoa-floor-price-ghana-ivory-coast", feeds.FailPaywall},
		{"elbwarte.example/news/ungarn-bahnumgehung-budapest", feeds.FailConsent},
		{"laurentide-radio.example/news/interactive-sea-ice-map", feeds.FailScript},
		{"north-sea-ledger.example/news/czech-reactor-financing", feeds.FailBlocked},
		{"estafette-du-fleuve.example/news/senegal-peche-licences", feeds.FailGone},
		{"laurentide-radio.example/news/antarctic-winter-crew", feeds.FailTooLarge},
		{"laurentide-radio.example/news/us-senate-stopgap-funding", feeds.FailTimeout},
		{"news.google.com/rss/articles/CBMiDemo", feeds.FailAggregator},
		{"safe-passage.example/news/annual-report-false-flags", feeds.FailNotHTML},
	} {
		t.Run(string(page.want)+" "+page.address, func(t *testing.T) {
			synctest.Test(t, func(t *testing.T) {
				c := fetch.New(fetch.Options{Transport: fetch.Handler(demo.Handler(time.Now()))})
				defer c.Close()
				a, err := article.Reader{Get: c.Get, Now: time.Now}.Read(t.Context(), "https://"+page.address)
				var f *feeds.Failure
				switch {
				case page.want == "" && (err != nil || len(a.Blocks) == 0):
					t.Errorf("%d blocks, %v", len(a.Blocks), err)
				case page.want != "" && (!errors.As(err, &f) || f.Kind != page.want):
					t.Errorf("%v, want %s", err, page.want)
				}
				for _, l := range a.Links() {
					if !strings.HasPrefix(l.URL, "https://") {
						t.Errorf("link to %q", l.URL)
					}
				}
			})
		})
	}
}
