package fetch_test

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"net/url"
	"sync"
	"testing"
	"testing/synctest"
	"time"

	"dateline/feeds"
	"dateline/feeds/fetch"
)

// TestAServerIsAskedByFewAtOnce asks some servers many times, by every way to
// write their addresses and by redirects, and counts who is there.
func TestAServerIsAskedByFewAtOnce(t *testing.T) {
	const each = 2
	spellings := []string{"http://%s.example/", "https://%s.example/", "http://%s.EXAMPLE./", "https://%s.example:443/x", "http://redirect-%s.example/"}
	synctest.Test(t, func(t *testing.T) {
		var mu sync.Mutex
		inside, most := map[string]int{}, 0
		h := http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
			name := fetch.ServerOf(&url.URL{Host: r.Host})
			if to, ok := redirected[name]; ok {
				http.Redirect(w, r, to, http.StatusFound)
				return
			}
			mu.Lock()
			inside[name]++
			most = max(most, inside[name])
			mu.Unlock()
			time.Sleep(time.Second)
			mu.Lock()
			inside[name]--
			mu.Unlock()
		})
		c := fetch.New(fetch.Options{PerHost: each, Transport: fetch.Handler(h)})
		start := time.Now()
		var wg sync.WaitGroup
		for _, host := range []string{"one", "two"} {
			for _, s := range spellings {
				wg.Go(func() {
					if _, err := c.Get(t.Context(), fetch.Request{URL: fmt.Sprintf(s, host)}); err != nil {
						t.Error(err)
					}
				})
			}
		}
		wg.Wait()
		if took := time.Since(start); most != each || len(inside) != 2 || took != 3*time.Second {
			t.Errorf("at most %d at once at one of %d servers, in %s", most, len(inside), took)
		}
	})
}

var redirected = map[string]string{"redirect-one.example": "http://one.example/new", "redirect-two.example": "https://two.example:443/new"}

func TestWhoWaitsForAServerCanBeCalledOff(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		h := http.HandlerFunc(func(_ http.ResponseWriter, r *http.Request) { <-r.Context().Done() })
		c := fetch.New(fetch.Options{PerHost: 1, Transport: fetch.Handler(h)})
		ctx, cancel := context.WithCancel(t.Context())
		var wg sync.WaitGroup
		for range 3 {
			wg.Go(func() {
				if _, err := c.Get(ctx, fetch.Request{URL: "http://slow.example/"}); !errors.Is(err, context.Canceled) {
					t.Errorf("got %v", err)
				}
			})
		}
		synctest.Wait()
		cancel()
		wg.Wait()
	})
}

// TestAServerThatARedirectNamesIsHeeded: it is the server that answers whose
// word to wait is told, and one that is closed is not asked.
func TestAServerThatARedirectNamesIsHeeded(t *testing.T) {
	asked := 0
	mux := http.NewServeMux()
	mux.Handle("news.example/", http.RedirectHandler("https://hub.example/feed", http.StatusFound))
	mux.HandleFunc("hub.example/feed", func(w http.ResponseWriter, _ *http.Request) {
		asked++
		w.Header().Set("Retry-After", "60")
		w.WriteHeader(http.StatusTooManyRequests)
	})
	c := client(t, fetch.Options{Transport: fetch.Handler(mux)})
	closed := &feeds.Failure{Kind: feeds.FailRateLimited}
	open := map[string]error{}
	r := fetch.Request{URL: "http://news.example/", Closed: func(server string) error { return open[server] }}
	_, err := c.Get(t.Context(), r)
	f, ok := errors.AsType[*feeds.Failure](err)
	if !ok || f.Server != "hub.example" || f.Retry != time.Minute || asked != 1 {
		t.Errorf("asked %d times, got %+v", asked, f)
	}
	open["hub.example"], open["news.example"] = closed, closed // whether the first one is closed has been asked before
	if _, err = c.Get(t.Context(), r); !errors.Is(err, closed) || asked != 1 {
		t.Errorf("asked %d times, got %v", asked, err)
	}
}
