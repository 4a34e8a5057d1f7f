package fetch_test

import (
	"fmt"
	"io"
	"net"
	"net/http"
	"strings"
	"testing"
	"time"

	"dateline/feeds"
	"dateline/feeds/fetch"
)

// dripping takes connections and writes one part after the other to each, until
// it is closed.
func dripping(t *testing.T, first, part string) string {
	t.Helper()
	return accepting(t, func(c net.Conn) {
		_, _ = c.Read(make([]byte, 4096))
		_, err := io.WriteString(c, first)
		for err == nil && t.Context().Err() == nil {
			time.Sleep(time.Millisecond)
			_, err = io.WriteString(c, part)
		}
	})
}

// TestDrips: what comes little by little for ever ends when the time is up,
// wherever in an answer it comes.
func TestDrips(t *testing.T) {
	const ok = "HTTP/1.1 200 OK\r\n"
	for _, tt := range []struct{ name, scheme, first, part string }{
		{"a handshake of nothing", "https", "", ""},
		{"a handshake byte by byte", "https", "\x16\x03\x03\x40\x00", "\x02"},
		{"a status", "http", "HTTP/1.1 200 ", "O"},
		{"fields", "http", ok, "X-A: b\r\n"},
		{"one field", "http", ok + "X-A: ", "b"},
		{"a body", "http", ok + "\r\n", "b"},
		{"a packed body", "http", ok + "Content-Encoding: gzip\r\n\r\n\x1f\x8b\x08\x00\x00\x00\x00\x00\x00\xff", "\x00\x00\x00\xff\xff"},
		{"chunks", "http", ok + "Transfer-Encoding: chunked\r\n\r\n", "1\r\nb\r\n"},
		{"an extension of a chunk", "http", ok + "Transfer-Encoding: chunked\r\n\r\n1;", "b"},
		{"a trailer", "http", ok + "Transfer-Encoding: chunked\r\n\r\n0\r\n", "X-A: b\r\n"},
		{"a redirect", "http", "HTTP/1.1 302 Found\r\nLocation: /\r\n\r\n", "b"},
		{"an error", "http", "HTTP/1.1 500 No\r\n\r\n", "b"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			address := tt.scheme + "://" + dripping(t, tt.first, tt.part)
			c := client(t, fetch.Options{Listed: []string{address}, Timeout: soon})
			_, err := c.Get(t.Context(), fetch.Request{URL: address})
			if kind := kindOf(t, err); kind != feeds.FailTimeout {
				t.Errorf("got %#v", err)
			}
		})
	}
}

// TestOtherPackings: an answer that says it is packed in a way that was not
// asked for, or is not, is what its bytes are.
func TestOtherPackings(t *testing.T) {
	three := pack(string(pack(string(pack("news")))))
	for _, tt := range []struct {
		says string
		body []byte
		want string
		kind feeds.FailureKind
	}{
		{"deflate", []byte("news"), "news", ""},
		{"br", []byte("news"), "news", ""},
		{"zstd", []byte("\x28\xb5\x2f\xfd"), "\x28\xb5\x2f\xfd", ""},
		{"gzip", []byte("news"), "", feeds.FailBroken},
		{"gzip", three[:20], "", feeds.FailBroken},
		{"gzip, gzip", pack("news"), "news", ""},
		{"gzip", three, string(pack("news")), ""}, // twice is enough
		{"identity", pack("news"), "news", ""},
		{"\u00e9", []byte("news"), "news", ""},
	} {
		address := serve(t, func(w http.ResponseWriter, _ *http.Request) {
			w.Header().Set("Content-Encoding", tt.says)
			_, _ = w.Write(tt.body)
		})
		got, err := get(t, address)
		if tt.kind == "" && (err != nil || string(got.Body) != tt.want) || tt.kind != "" && kindOf(t, err) != tt.kind {
			t.Errorf("%s: got %q, %v", tt.says, got.Body, err)
		}
	}
}

// TestManyRedirects leads from address to address, up to as many as are
// followed, and beyond.
func TestManyRedirects(t *testing.T) {
	asked := 0
	h := http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		asked++
		var left int
		_, _ = fmt.Sscanf(r.URL.Path, "/%d", &left)
		if left == 0 {
			_, _ = io.WriteString(w, "news")
			return
		}
		scheme := []string{"http", "https"}[left%2]
		http.SetCookie(w, &http.Cookie{Name: fmt.Sprint("c", left), Value: strings.Repeat("x", 3000)})
		http.Redirect(w, r, fmt.Sprintf("%s://h%d.example/%d", scheme, left%3, left-1), http.StatusFound)
	})
	for _, tt := range []struct {
		redirects, asked int
		kind             feeds.FailureKind
	}{{10, 11, ""}, {11, 11, feeds.FailRedirects}, {100, 11, feeds.FailRedirects}} {
		asked = 0
		c := client(t, fetch.Options{Transport: fetch.Handler(h)})
		_, err := c.Get(t.Context(), fetch.Request{URL: fmt.Sprintf("http://h.example/%d", tt.redirects), Cookies: true})
		if tt.kind == "" && err != nil || tt.kind != "" && kindOf(t, err) != tt.kind || asked != tt.asked {
			t.Errorf("%d redirects: asked %d times, got %v", tt.redirects, asked, err)
		}
	}
}
