package fetch_test

import (
	"bytes"
	"compress/gzip"
	"context"
	"errors"
	"fmt"
	"io"
	"log"
	"net"
	"net/http"
	"net/http/httptest"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"dateline/feeds"
	"dateline/feeds/fetch"

	"go.uber.org/goleak"
)

func TestMain(m *testing.M) { goleak.VerifyTestMain(m) }

// soon is the time limit of tests that wait for a time limit.
const soon = 100 * time.Millisecond

func serve(t *testing.T, h http.HandlerFunc) string {
	t.Helper()
	s := httptest.NewServer(h)
	t.Cleanup(s.Close)
	return s.URL
}

func client(t *testing.T, o fetch.Options) *fetch.Client {
	t.Helper()
	c := fetch.New(o)
	t.Cleanup(c.Close)
	return c
}

func get(t *testing.T, address string) (fetch.Response, error) {
	t.Helper()
	return client(t, fetch.Options{Listed: []string{address}}).Get(t.Context(), fetch.Request{URL: address, Limit: 1000})
}

func kindOf(t *testing.T, err error) feeds.FailureKind {
	t.Helper()
	var f *feeds.Failure
	if !errors.As(err, &f) {
		t.Fatalf("error %v is no failure", err)
	}
	return f.Kind
}

func TestGet(t *testing.T) {
	address := serve(t, func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Content-Type", "application/rss+xml; charset=utf-8")
		w.Header().Set("ETag", `"v1"`)
		w.Header().Set("Last-Modified", "Sun, 01 Feb 2026 10:00:00 GMT")
		w.Header().Set("Cache-Control", "public, max-age=600")
		w.Header().Set("Age", "100")
		_, _ = fmt.Fprintf(w, "%s %s", r.UserAgent(), r.Header.Get("X-Key"))
	})
	c := client(t, fetch.Options{Agent: "Dateline/0.1 (terminal news reader)", Listed: []string{address}})
	got, err := c.Get(t.Context(), fetch.Request{URL: address + "/feed", Header: map[string]string{"X-Key": "k"}})
	if err != nil {
		t.Fatal(err)
	}
	if string(got.Body) != "Dateline/0.1 (terminal news reader) k" {
		t.Errorf("body %q", got.Body)
	}
	got.Body, got.Took = nil, 0
	want := fetch.Response{
		Status: 200, URL: address + "/feed", ContentType: "application/rss+xml; charset=utf-8",
		ETag: `"v1"`, LastModified: "Sun, 01 Feb 2026 10:00:00 GMT", Fresh: 500 * time.Second,
	}
	if fmt.Sprint(got) != fmt.Sprint(want) {
		t.Errorf("got  %+v\nwant %+v", got, want)
	}
}

func TestConditionalGet(t *testing.T) {
	address := serve(t, func(w http.ResponseWriter, r *http.Request) {
		if r.Header.Get("If-None-Match") == `"v1"` && r.Header.Get("If-Modified-Since") == "then" {
			w.WriteHeader(http.StatusNotModified)
		}
	})
	got, err := client(t, fetch.Options{Listed: []string{address}}).Get(t.Context(), fetch.Request{URL: address, ETag: `"v1"`, LastModified: "then"})
	if err != nil || !got.NotModified || got.Status != 304 {
		t.Errorf("got %+v, %v", got, err)
	}
}

func pack(s string) []byte {
	var b bytes.Buffer
	z := gzip.NewWriter(&b)
	_, _ = io.WriteString(z, s)
	_ = z.Close()
	return b.Bytes()
}

func TestGzip(t *testing.T) {
	tests := []struct {
		name   string
		header string
		body   []byte
		want   string
		kind   feeds.FailureKind
	}{
		{"asked for", "gzip", pack("news"), "news", ""},
		{"not said", "", pack("news"), "news", ""},
		{"packed twice", "gzip", pack(string(pack("news"))), "news", ""},
		{"bomb", "gzip", pack(strings.Repeat("0", 1<<20)), "", feeds.FailTooLarge},
		{"bomb not said", "", pack(strings.Repeat("0", 1<<16)), "", feeds.FailTooLarge},
		{"cut off", "", pack("news")[:12], "", feeds.FailBroken},
		{"only looks like it", "", []byte("\x1f\x8bnews"), "", feeds.FailBroken},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			address := serve(t, func(w http.ResponseWriter, _ *http.Request) {
				if tt.header != "" {
					w.Header().Set("Content-Encoding", tt.header)
				}
				_, _ = w.Write(tt.body)
			})
			got, err := get(t, address)
			if tt.kind != "" {
				if kind := kindOf(t, err); kind != tt.kind {
					t.Errorf("kind %q, want %q", kind, tt.kind)
				}
			} else if err != nil || string(got.Body) != tt.want {
				t.Errorf("got %q, %v", got.Body, err)
			}
		})
	}
}

func TestStatuses(t *testing.T) {
	tests := []struct {
		status int
		header map[string]string
		kind   feeds.FailureKind
		retry  time.Duration
	}{
		{400, nil, feeds.FailStatus, 0},
		{401, nil, feeds.FailBlocked, 0},
		{402, nil, feeds.FailPaywall, 0},
		{403, nil, feeds.FailBlocked, 0},
		{404, nil, feeds.FailStatus, 0},
		{410, nil, feeds.FailGone, 0},
		{429, nil, feeds.FailRateLimited, 0},
		{429, map[string]string{"Retry-After": "120"}, feeds.FailRateLimited, 2 * time.Minute},
		{429, map[string]string{"Retry-After": "99999999999999999999"}, feeds.FailRateLimited, 7 * 24 * time.Hour},
		{429, map[string]string{"Retry-After": "soon"}, feeds.FailRateLimited, 0},
		{451, nil, feeds.FailBlocked, 0},
		{500, nil, feeds.FailServer, 0},
		{503, nil, feeds.FailServer, 0},
		{503, map[string]string{"Retry-After": "60"}, feeds.FailRateLimited, time.Minute},
		{503, map[string]string{"Retry-After": "Wed, 21 Oct 2015 07:28:00 GMT"}, feeds.FailServer, 0},
		{503, map[string]string{"Cf-Mitigated": "challenge"}, feeds.FailRobots, 0},
		{202, map[string]string{"X-Amzn-Waf-Action": "challenge"}, feeds.FailRobots, 0},
		{405, map[string]string{"X-Amzn-Waf-Action": "Captcha"}, feeds.FailRobots, 0},
		{522, nil, feeds.FailServer, 0},
		{302, nil, feeds.FailStatus, 0},
	}
	for _, tt := range tests {
		t.Run(fmt.Sprint(tt.status, tt.header), func(t *testing.T) {
			address := serve(t, func(w http.ResponseWriter, _ *http.Request) {
				for k, v := range tt.header {
					w.Header().Set(k, v)
				}
				w.WriteHeader(tt.status)
			})
			_, err := get(t, address)
			var f *feeds.Failure
			if !errors.As(err, &f) || f.Kind != tt.kind || f.Status != tt.status || f.Retry != tt.retry {
				t.Errorf("got %#v, want %s and %s", err, tt.kind, tt.retry)
			}
		})
	}
}

// raw answers every connection with bytes and then closes or resets it.
func raw(t *testing.T, answer string, reset bool) string {
	t.Helper()
	return "http://" + accepting(t, func(c net.Conn) {
		_, _ = c.Read(make([]byte, 4096))
		_, _ = io.WriteString(c, answer)
		if reset {
			_ = c.(*net.TCPConn).SetLinger(0)
		}
	})
}

// accepting has serve answer each connection to the address it returns, and
// then closes it.
func accepting(t *testing.T, serve func(net.Conn)) string {
	t.Helper()
	l, err := net.Listen("tcp", "127.0.0.1:0") //nolint:noctx // a listener of this test
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = l.Close() })
	go func() {
		for {
			c, err := l.Accept()
			if err != nil {
				return
			}
			go func() {
				defer func() { _ = c.Close() }()
				serve(c)
			}()
		}
	}()
	return l.Addr().String()
}

func closedPort(t *testing.T) string {
	t.Helper()
	s := httptest.NewServer(http.NotFoundHandler())
	s.Close()
	return s.URL
}

func TestFailures(t *testing.T) {
	secure := httptest.NewUnstartedServer(http.NotFoundHandler())
	secure.Config.ErrorLog = log.New(io.Discard, "", 0)
	secure.StartTLS()
	t.Cleanup(secure.Close)
	plain := serve(t, func(http.ResponseWriter, *http.Request) {})
	endless := func(w http.ResponseWriter, _ *http.Request) {
		for {
			if _, err := w.Write(make([]byte, 4096)); err != nil {
				return
			}
		}
	}
	announced := func(w http.ResponseWriter, _ *http.Request) { w.Header().Set("Content-Length", "5000") }
	to := func(where string) http.HandlerFunc {
		return func(w http.ResponseWriter, _ *http.Request) {
			w.Header().Set("Location", where)
			w.WriteHeader(http.StatusFound)
		}
	}
	tests := []struct {
		name, address string
		kind          feeds.FailureKind
	}{
		{"not an address", "feed:news", feeds.FailAddress},
		{"a file", "file:///etc/hosts", feeds.FailAddress},
		{"nobody listens", closedPort(t), feeds.FailConnect},
		{"unknown certificate", secure.URL, feeds.FailUntrusted},
		{"no TLS there", "https" + strings.TrimPrefix(plain, "http"), feeds.FailTLS},
		{"endless body", serve(t, endless), feeds.FailTooLarge},
		{"announced as too large", serve(t, announced), feeds.FailTooLarge},
		{"reset", raw(t, "", true), feeds.FailBroken},
		{"closed", raw(t, "", false), feeds.FailBroken},
		{"not HTTP", raw(t, "SSH-2.0-news\r\n", false), feeds.FailBroken},
		{"cut off", raw(t, "HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nhalf", false), feeds.FailBroken},
		{"cut off in chunks", raw(t, "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n4\r\nhalf", false), feeds.FailBroken},
		{"circle", serve(t, to("/")), feeds.FailRedirects},
		{"redirect to a file", serve(t, to("file:///etc/hosts")), feeds.FailAddress},
		{"redirect to nonsense", serve(t, to("http://[")), feeds.FailAddress},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if _, err := get(t, tt.address); kindOf(t, err) != tt.kind {
				t.Errorf("got %#v, want %s", err, tt.kind)
			}
		})
	}
}

func TestALargeBodyComesWhole(t *testing.T) {
	for _, n := range []int{0, 1, 1<<20 - 1, 1 << 20, 1<<20 + 1, 3 << 20} {
		var body bytes.Buffer
		for body.Len() < n {
			_, _ = fmt.Fprintf(&body, "<item>%d</item>", body.Len())
		}
		body.Truncate(n)
		address := serve(t, func(w http.ResponseWriter, _ *http.Request) { _, _ = w.Write(body.Bytes()) })
		got, err := client(t, fetch.Options{Listed: []string{address}}).Get(t.Context(), fetch.Request{URL: address})
		if err != nil || !bytes.Equal(got.Body, body.Bytes()) {
			t.Errorf("of %d bytes %d came, %v", n, len(got.Body), err)
		}
	}
}

func TestHalfAnAnswer(t *testing.T) {
	half := "HTTP/1.1 200 OK\r\nETag: \"e\"\r\nContent-Length: 100\r\n\r\n"
	for _, tt := range []struct {
		name, address, body string
		kind                feeds.FailureKind
	}{
		{"some of it", raw(t, half+"half", false), "half", ""},
		{"nothing of it", raw(t, half, false), "", feeds.FailBroken},
		{"packed", raw(t, "HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\n\r\n"+string(pack(strings.Repeat("news ", 100))[:20]), false), "news ", ""},
		{"too much of it", serve(t, func(w http.ResponseWriter, _ *http.Request) { _, _ = w.Write(make([]byte, 5000)) }), "", feeds.FailTooLarge},
	} {
		t.Run(tt.name, func(t *testing.T) {
			c := client(t, fetch.Options{Listed: []string{tt.address}})
			got, err := c.Get(t.Context(), fetch.Request{URL: tt.address, Limit: 1000, Partial: true})
			switch {
			case tt.kind != "":
				if kind := kindOf(t, err); kind != tt.kind {
					t.Errorf("kind %q, want %q", kind, tt.kind)
				}
			case err != nil || got.Cut == nil || got.Cut.Kind != feeds.FailBroken || !strings.HasPrefix(string(got.Body), tt.body):
				t.Errorf("got %+v, %v", got, err)
			}
		})
	}
}

func TestUnknownHost(t *testing.T) {
	lookup := roundTrip(func(*http.Request) (*http.Response, error) {
		return nil, &net.OpError{Op: "dial", Err: &net.DNSError{Err: "no such host", Name: "news.example", IsNotFound: true}}
	})
	_, err := client(t, fetch.Options{Transport: lookup}).Get(t.Context(), fetch.Request{URL: "http://news.example/"})
	if kind := kindOf(t, err); kind != feeds.FailDNS {
		t.Errorf("kind %q", kind)
	}
}

type roundTrip func(*http.Request) (*http.Response, error)

func (f roundTrip) RoundTrip(r *http.Request) (*http.Response, error) { return f(r) }

func TestTimeouts(t *testing.T) {
	silent := func(_ http.ResponseWriter, r *http.Request) { <-r.Context().Done() }
	drip := func(w http.ResponseWriter, r *http.Request) {
		for r.Context().Err() == nil {
			_, _ = io.WriteString(w, ".")
			_ = http.NewResponseController(w).Flush()
			time.Sleep(time.Millisecond)
		}
	}
	for name, h := range map[string]http.HandlerFunc{"silent": silent, "drip": drip} {
		t.Run(name, func(t *testing.T) {
			address := serve(t, h)
			c := client(t, fetch.Options{Timeout: soon, Listed: []string{address}})
			_, err := c.Get(t.Context(), fetch.Request{URL: address})
			if kind := kindOf(t, err); kind != feeds.FailTimeout {
				t.Errorf("kind %q", kind)
			}
		})
	}
}

func TestCancelIsNoFailure(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	address := serve(t, func(_ http.ResponseWriter, r *http.Request) {
		cancel()
		<-r.Context().Done()
	})
	c := client(t, fetch.Options{Listed: []string{address}})
	if _, err := c.Get(ctx, fetch.Request{URL: address}); !errors.Is(err, context.Canceled) {
		t.Errorf("got %v", err)
	}
}

func TestOffline(t *testing.T) {
	_, err := client(t, fetch.Options{Offline: true}).Get(t.Context(), fetch.Request{URL: "http://news.example/"})
	if kind := kindOf(t, err); kind != feeds.FailOffline {
		t.Errorf("kind %q", kind)
	}
}

func TestRedirects(t *testing.T) {
	mux := http.NewServeMux()
	to := func(where string, status int) http.Handler { return http.RedirectHandler(where, status) }
	key := func(w http.ResponseWriter, r *http.Request) { _, _ = fmt.Fprint(w, "key:", r.Header.Get("X-Key")) }
	mux.Handle("news.example/old", to("/new", http.StatusMovedPermanently))
	mux.Handle("news.example/new", to("/now", http.StatusPermanentRedirect))
	mux.Handle("news.example/today", to("/now", http.StatusFound))
	mux.Handle("news.example/other", to("/now", http.StatusSeeOther))
	mux.Handle("news.example/while", to("/now", http.StatusTemporaryRedirect))
	mux.Handle("news.example/good", to("/now", http.StatusPermanentRedirect))
	mux.Handle("news.example/mixed", to("/today", http.StatusMovedPermanently))
	mux.Handle("news.example/away", to("http://reader:secret@other.example/now", http.StatusFound))
	mux.HandleFunc("/now", func(w http.ResponseWriter, r *http.Request) {
		if user, _, ok := r.BasicAuth(); ok || r.Referer() != "" {
			t.Errorf("credentials of %q and referer %q were sent", user, r.Referer())
		}
		key(w, r)
	})
	const address = "http://news.example"
	tests := []struct{ from, final, moved, body string }{
		{"/old", address + "/now", address + "/now", "key:k"},
		{"/today", address + "/now", "", "key:k"},
		{"/other", address + "/now", "", "key:k"},
		{"/while", address + "/now", "", "key:k"},
		{"/good", address + "/now", address + "/now", "key:k"},
		{"/mixed", address + "/now", address + "/today", "key:k"},
		{"/away", "http://other.example/now", "", "key:"},
	}
	for _, tt := range tests {
		t.Run(tt.from, func(t *testing.T) {
			r := fetch.Request{URL: address + tt.from, Header: map[string]string{"X-Key": "k"}}
			got, err := client(t, fetch.Options{Transport: fetch.Handler(mux)}).Get(t.Context(), r)
			if err != nil || got.URL != tt.final || got.Moved != tt.moved || string(got.Body) != tt.body {
				t.Errorf("got %+v, %v\nwant %+v", got, err, tt)
			}
		})
	}
}

func TestWhatIsForOneHostIsNotSentInTheOpen(t *testing.T) {
	h := func(w http.ResponseWriter, r *http.Request) {
		if r.URL.Scheme == "https" {
			http.Redirect(w, r, "http://news.example/", http.StatusFound)
		}
		_, _ = fmt.Fprint(w, "key:", r.Header.Get("X-Key"))
	}
	c := client(t, fetch.Options{Transport: fetch.Handler(http.HandlerFunc(h))})
	got, err := c.Get(t.Context(), fetch.Request{URL: "https://news.example/", Header: map[string]string{"X-Key": "k"}})
	if err != nil || string(got.Body) != "key:" {
		t.Errorf("got %q, %v", got.Body, err)
	}
}

// TestCookies asks a server that redirects in a circle until its cookie comes
// back: a feed may give it back on its way, a page may not, and none of them
// from one request to the next.
func TestCookies(t *testing.T) {
	var came atomic.Int64
	address := serve(t, func(w http.ResponseWriter, r *http.Request) {
		if _, err := r.Cookie("seen"); err == nil {
			came.Add(1)
			return
		}
		http.SetCookie(w, &http.Cookie{Name: "seen", Value: "1"})
		http.Redirect(w, r, "/", http.StatusFound)
	})
	c := client(t, fetch.Options{Listed: []string{address}})
	for _, tt := range []struct {
		cookies bool
		want    int64
	}{{false, 0}, {true, 1}, {false, 1}} {
		_, err := c.Get(t.Context(), fetch.Request{URL: address, Cookies: tt.cookies})
		if came.Load() != tt.want || (err == nil) != tt.cookies {
			t.Errorf("cookies %t: %d came back, want %d; %v", tt.cookies, came.Load(), tt.want, err)
		}
	}
}

func TestValidatorsThatCannotBeSentBackAreDropped(t *testing.T) {
	odd := roundTrip(func(r *http.Request) (*http.Response, error) {
		h := http.Header{"Etag": {"\"a\x01b\""}, "Last-Modified": {"x\x7f"}}
		return &http.Response{StatusCode: 200, Header: h, Body: http.NoBody, Request: r}, nil
	})
	got, err := client(t, fetch.Options{Transport: odd}).Get(t.Context(), fetch.Request{URL: "http://news.example/"})
	if err != nil || got.ETag != "" || got.LastModified != "" {
		t.Errorf("got %+v, %v", got, err)
	}
}
