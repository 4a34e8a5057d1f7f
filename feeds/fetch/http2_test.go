package fetch_test

import (
	"bytes"
	"context"
	"crypto/tls"
	"crypto/x509"
	"io"
	"log"
	"net"
	"net/http"
	"net/http/httptest"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"golang.org/x/net/http2"
	"golang.org/x/net/http2/hpack"

	"dateline/feeds"
	"dateline/feeds/fetch"
)

// secure returns the address of a server of HTTP/2 with a certificate, and a
// client that believes it.
func secure(t *testing.T, s *httptest.Server, o fetch.Options) (string, *fetch.Client) {
	t.Helper()
	s.Config.ErrorLog = log.New(io.Discard, "", 0)
	s.EnableHTTP2 = true
	s.StartTLS()
	t.Cleanup(s.Close)
	o.Listed = append(o.Listed, s.URL)
	c := client(t, o)
	roots := x509.NewCertPool()
	roots.AddCert(s.Certificate())
	fetch.Trust(c, roots)
	return s.URL, c
}

// stream is the server's side of the first request on a connection.
type stream struct {
	*http2.Framer
	gone <-chan struct{} // closed when the client has left
}

// fields packs fields of a header.
func fields(pairs ...string) []byte {
	var b bytes.Buffer
	e := hpack.NewEncoder(&b)
	for i := 0; i < len(pairs); i += 2 {
		_ = e.WriteField(hpack.HeaderField{Name: pairs[i], Value: pairs[i+1]}) // to memory
	}
	return b.Bytes()
}

// head says all is well, in a header with more fields.
func (s stream) head(pairs ...string) error {
	return s.WriteHeaders(http2.HeadersFrameParam{
		StreamID: 1, EndHeaders: true, BlockFragment: fields(append([]string{":status", "200"}, pairs...)...),
	})
}

// goesOn does one thing again and again until the client has left.
func (s stream) goesOn(do func() error) {
	for do() == nil {
		select {
		case <-s.gone:
			return
		default:
		}
	}
}

// speaks serves each connection by hand.
func speaks(t *testing.T, says func(stream)) *httptest.Server {
	t.Helper()
	s := httptest.NewUnstartedServer(nil)
	s.Config.TLSNextProto = map[string]func(*http.Server, *tls.Conn, http.Handler){
		"h2": func(_ *http.Server, c *tls.Conn, _ http.Handler) {
			defer func() { _ = c.Close() }()
			_, _ = io.ReadFull(c, make([]byte, len(http2.ClientPreface)))
			f := http2.NewFramer(c, c)
			_ = f.WriteSettings()
			for asked := false; !asked; {
				frame, err := f.ReadFrame()
				if err != nil {
					return
				}
				_, asked = frame.(*http2.HeadersFrame)
			}
			gone := make(chan struct{})
			go func() {
				defer close(gone)
				for {
					if frame, err := f.ReadFrame(); err != nil || frame.Header().Type == http2.FrameRSTStream {
						return
					}
				}
			}()
			says(stream{f, gone})
			<-gone
		},
	}
	return s
}

// TestHostileStreams: what no server of HTTP/2 should say ends within its time
// and its bytes, and has a name.
func TestHostileStreams(t *testing.T) {
	long := strings.Repeat("b", 4000)
	for _, tt := range []struct {
		name string
		says func(stream)
		want feeds.FailureKind
	}{
		{"all is well", func(s stream) { _, _ = s.head(), s.WriteData(1, true, []byte("news")) }, ""},
		{"fields without end", func(s stream) {
			_ = s.WriteHeaders(http2.HeadersFrameParam{StreamID: 1, BlockFragment: fields(":status", "200")})
			s.goesOn(func() error { return s.WriteContinuation(1, false, fields("x-a", long)) })
		}, feeds.FailBroken},
		{"a flood of nothing", func(s stream) {
			_ = s.WriteHeaders(http2.HeadersFrameParam{StreamID: 1, BlockFragment: fields(":status", "200")})
			s.goesOn(func() error { return s.WriteContinuation(1, false, nil) })
		}, feeds.FailTimeout},
		{"news of the answer without end", func(s stream) {
			s.goesOn(func() error {
				return s.WriteHeaders(http2.HeadersFrameParam{StreamID: 1, EndHeaders: true, BlockFragment: fields(":status", "103", "link", long)})
			})
		}, feeds.FailBroken},
		{"a trailer without end", func(s stream) {
			_, _ = s.head(), s.WriteData(1, false, []byte("news"))
			_ = s.WriteHeaders(http2.HeadersFrameParam{StreamID: 1, EndStream: true, BlockFragment: fields("x-a", "b")})
			s.goesOn(func() error { return s.WriteContinuation(1, false, fields("x-a", long)) })
		}, feeds.FailBroken},
		{"empty parts without end", func(s stream) {
			_ = s.head()
			s.goesOn(func() error { return s.WriteData(1, false, nil) })
		}, feeds.FailTimeout},
		{"questions without end", func(s stream) {
			s.goesOn(func() error { return s.WritePing(false, [8]byte{}) })
		}, feeds.FailTimeout},
		{"reset midway", func(s stream) {
			_, _ = s.head("content-length", "100"), s.WriteData(1, false, []byte("half"))
			_ = s.WriteRSTStream(1, http2.ErrCodeInternal)
		}, feeds.FailBroken},
		{"reset at once", func(s stream) { _ = s.WriteRSTStream(1, http2.ErrCodeInternal) }, feeds.FailBroken},
		{"refused unread", func(s stream) { _ = s.WriteRSTStream(1, http2.ErrCodeRefusedStream) }, feeds.FailTimeout}, // the protocol has it asked again
		{"sent away", func(s stream) { _ = s.WriteGoAway(0, http2.ErrCodeEnhanceYourCalm, []byte("\x1b]0;7331\x07")) }, feeds.FailBroken},
		{"less than said", func(s stream) {
			_, _ = s.head("content-length", "100"), s.WriteData(1, true, []byte("news"))
		}, feeds.FailBroken},
		{"more than said", func(s stream) {
			_, _ = s.head("content-length", "4"), s.WriteData(1, true, []byte("news and more"))
		}, feeds.FailBroken},
		{"more than is taken", func(s stream) {
			_ = s.head()
			s.goesOn(func() error { return s.WriteData(1, false, make([]byte, 1000)) })
		}, feeds.FailTooLarge},
		{"no status", func(s stream) {
			_ = s.WriteHeaders(http2.HeadersFrameParam{StreamID: 1, EndHeaders: true, EndStream: true, BlockFragment: fields("x-a", "b")})
		}, feeds.FailBroken},
		{"a promise", func(s stream) {
			_ = s.WritePushPromise(http2.PushPromiseParam{StreamID: 1, PromiseID: 2, EndHeaders: true, BlockFragment: fields(":path", "/")})
		}, feeds.FailBroken},
		{"another language", func(s stream) {
			_ = s.WriteRawFrame(0xee, 0xff, 1, []byte(long))
			s.goesOn(func() error { return nil })
		}, feeds.FailTimeout},
	} {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			address, c := secure(t, speaks(t, tt.says), fetch.Options{Timeout: time.Second})
			got, err := c.Get(t.Context(), fetch.Request{URL: address, Limit: 1 << 16})
			if tt.want == "" && string(got.Body) != "news" || tt.want != "" && kindOf(t, err) != tt.want {
				t.Errorf("got %q, %#v, want %q", got.Body, err, tt.want)
			}
			if f, is := err.(*feeds.Failure); is && f.Detail != feeds.Clean(f.Detail, 200) { //nolint:errorlint // as it is
				t.Errorf("detail %q", f.Detail)
			}
		})
	}
}

func TestHalfAStreamIsKept(t *testing.T) {
	address, c := secure(t, speaks(t, func(s stream) {
		_, _ = s.head(), s.WriteData(1, false, []byte("half"))
		_ = s.WriteRSTStream(1, http2.ErrCodeCancel)
	}), fetch.Options{})
	got, err := c.Get(t.Context(), fetch.Request{URL: address, Partial: true})
	if err != nil || string(got.Body) != "half" || got.Cut == nil || got.Cut.Kind != feeds.FailBroken {
		t.Errorf("got %+v, %v", got, err)
	}
}

// TestConnectionsToAServerAreFew has many ask a server at once, by HTTP/2 and
// by HTTP/1.1, and counts the connections and what goes on in them.
func TestConnectionsToAServerAreFew(t *testing.T) {
	for name, http2 := range map[string]bool{"HTTP/2": true, "HTTP/1.1": false} {
		t.Run(name, func(t *testing.T) {
			var now, most, opened atomic.Int64
			s := httptest.NewUnstartedServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
				most.Store(max(most.Load(), now.Add(1)))
				_, _ = io.WriteString(w, r.Proto)
				_ = http.NewResponseController(w).Flush()
				now.Add(-1)
			}))
			s.Config.ConnState = func(_ net.Conn, state http.ConnState) {
				if state == http.StateNew {
					opened.Add(1)
				}
			}
			if !http2 {
				s.TLS = &tls.Config{NextProtos: []string{"http/1.1"}}
			}
			address, c := secure(t, s, fetch.Options{})
			var wg sync.WaitGroup
			for range 40 {
				wg.Go(func() {
					if got, err := c.Get(context.Background(), fetch.Request{URL: address}); err != nil || !strings.HasPrefix(string(got.Body), name) {
						t.Errorf("got %q, %v", got.Body, err)
					}
				})
			}
			wg.Wait()
			if most.Load() > 2 || opened.Load() > 2 {
				t.Errorf("%d at once on %d connections", most.Load(), opened.Load())
			}
		})
	}
}
