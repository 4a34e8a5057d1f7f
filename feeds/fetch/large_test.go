package fetch_test

import (
	"context"
	"errors"
	"io"
	"net/http"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"dateline/feeds"
	"dateline/feeds/fetch"
)

func TestALargeAnswerAsksForRoomOnce(t *testing.T) {
	long := strings.Repeat("news ", 1<<20)
	for _, tt := range []struct {
		name, body string
		asks       int
	}{
		{"a usual one", long[:512<<10], 0},
		{"a large one", long[:512<<10+1], 1},
		{"a very large one", long, 1},
		{"packed", string(pack(long)), 1},
	} {
		t.Run(tt.name, func(t *testing.T) {
			h := http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) { _, _ = io.WriteString(w, tt.body) })
			c, asks := client(t, fetch.Options{Transport: fetch.Handler(h)}), 0
			got, err := c.Get(t.Context(), fetch.Request{URL: "http://news.example/", Large: func(context.Context) error {
				asks++
				return nil
			}})
			if err != nil || asks != tt.asks || !strings.HasPrefix(long, string(got.Body)) {
				t.Errorf("asked %d times, %d bytes came, %v", asks, len(got.Body), err)
			}
		})
	}
}

// TestWaitingForRoomIsNotHeldAgainstTheServer has an answer wait for longer
// than any may take.
func TestWaitingForRoomIsNotHeldAgainstTheServer(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		h := http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
			for range 3 {
				time.Sleep(8 * time.Second)
				_, _ = io.WriteString(w, strings.Repeat("news ", 100<<10))
			}
		})
		c := fetch.New(fetch.Options{Transport: fetch.Handler(h)})
		got, err := c.Get(t.Context(), fetch.Request{URL: "http://news.example/", Large: func(context.Context) error {
			time.Sleep(time.Hour)
			return nil
		}})
		if err != nil || got.Took != 24*time.Second {
			t.Errorf("it took %s, %v", got.Took, err)
		}
	})
}

func TestWithoutRoomALargeAnswerIsGivenUp(t *testing.T) {
	h := http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) { _, _ = io.WriteString(w, strings.Repeat("news ", 1<<20)) })
	full := &feeds.Failure{Kind: feeds.FailTooLarge}
	_, err := client(t, fetch.Options{Transport: fetch.Handler(h)}).Get(t.Context(), fetch.Request{
		URL: "http://news.example/", Large: func(context.Context) error { return full },
	})
	if !errors.Is(err, full) {
		t.Errorf("got %v", err)
	}
}
