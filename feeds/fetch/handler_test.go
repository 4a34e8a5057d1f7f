package fetch_test

import (
	"context"
	"errors"
	"io"
	"net/http"
	"testing"
	"testing/synctest"

	"dateline/feeds"
	"dateline/feeds/fetch"
)

func inProcess(t *testing.T, h http.HandlerFunc) *fetch.Client {
	t.Helper()
	return client(t, fetch.Options{Transport: fetch.Handler(h), Timeout: soon})
}

func TestHandlerAnswers(t *testing.T) {
	c := inProcess(t, func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("ETag", `"v1"`)
		w.WriteHeader(http.StatusAccepted)
		w.WriteHeader(http.StatusTeapot) // too late
		_, _ = io.WriteString(w, r.Host+r.RequestURI)
	})
	got, err := c.Get(t.Context(), fetch.Request{URL: "https://demo.example/a?b=c"})
	if err != nil || got.Status != 202 || got.ETag != `"v1"` || string(got.Body) != "demo.example/a?b=c" {
		t.Errorf("got %+v, %v", got, err)
	}
}

func TestHandlerSaysNothing(t *testing.T) {
	got, err := inProcess(t, func(http.ResponseWriter, *http.Request) {}).Get(t.Context(), fetch.Request{URL: "http://demo.example/"})
	if err != nil || got.Status != 200 || len(got.Body) != 0 {
		t.Errorf("got %+v, %v", got, err)
	}
}

func TestHandlerFailures(t *testing.T) {
	tests := []struct {
		name string
		h    http.HandlerFunc
		kind feeds.FailureKind
	}{
		{"silent", func(_ http.ResponseWriter, r *http.Request) { <-r.Context().Done() }, feeds.FailTimeout},
		{"stops in the middle", func(w http.ResponseWriter, r *http.Request) {
			_, _ = io.WriteString(w, "half")
			<-r.Context().Done()
		}, feeds.FailTimeout},
		{"breaks off at once", func(http.ResponseWriter, *http.Request) { panic(http.ErrAbortHandler) }, feeds.FailBroken},
		{"breaks off in the middle", func(w http.ResponseWriter, _ *http.Request) {
			_, _ = io.WriteString(w, "half")
			panic(http.ErrAbortHandler)
		}, feeds.FailBroken},
		{"endless", func(w http.ResponseWriter, _ *http.Request) {
			for {
				if _, err := w.Write(make([]byte, 1<<16)); err != nil {
					return
				}
			}
		}, feeds.FailTooLarge},
		{"server fault", func(w http.ResponseWriter, _ *http.Request) { w.WriteHeader(500) }, feeds.FailServer},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			synctest.Test(t, func(t *testing.T) {
				_, err := inProcess(t, tt.h).Get(t.Context(), fetch.Request{URL: "http://demo.example/", Limit: 1 << 20})
				if kind := kindOf(t, err); kind != tt.kind {
					t.Errorf("kind %q, want %q (%v)", kind, tt.kind, err)
				}
			})
		})
	}
}

func TestHandlerSeesTheCallerLeave(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	left := make(chan struct{})
	c := inProcess(t, func(_ http.ResponseWriter, r *http.Request) {
		cancel()
		<-r.Context().Done()
		close(left)
	})
	if _, err := c.Get(ctx, fetch.Request{URL: "http://demo.example/"}); !errors.Is(err, context.Canceled) {
		t.Errorf("got %v", err)
	}
	<-left
}
