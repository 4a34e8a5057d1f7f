package fetch_test

import (
	"bufio"
	"crypto/x509"
	"fmt"
	"io"
	"net"
	"net/http"
	"net/http/httptest"
	"net/url"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"testing/synctest"
	"time"

	"dateline/feeds"
	"dateline/feeds/fetch"
)

// inside are hosts of the reader's own network, each in a form of its own.
var inside = []string{
	"127.0.0.1", "127.9.9.9", "0.0.0.0", "10.1.2.3", "172.16.0.1", "192.168.1.1", "169.254.169.254", "100.64.0.1", "100.100.100.200",
	"224.0.0.1", "255.255.255.255", "198.18.0.1", "192.0.2.7",
	"[::]", "[::1]", "[fe80::1]", "[fc00::1]", "[fd00:ec2::254]", "[ff02::1]", "[::ffff:127.0.0.1]", "[::ffff:a00:1]", "[::127.0.0.1]",
	"[64:ff9b::7f00:1]", "[64:ff9b::10.0.0.1]", "[64:ff9b:1::1]", "[2002:7f00:1::]", "[2001:db8::1]",
	"localhost", "LocalHost.", "a.localhost", "printer.local", "metadata.google.internal", "router.home.arpa", "intranet",
	"127.1", "2130706433", "0x7f000001", "0177.0.0.1", "127.0.0.1.", "１２７.0.0.1", "ｌｏｃａｌｈｏｓｔ",
}

// TestNothingInsideIsAsked asks for hosts of the reader's own network, at once
// and by a redirect. The transport would answer.
func TestNothingInsideIsAsked(t *testing.T) {
	h := http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.Host == "news.example" {
			w.Header().Set("Location", "http://"+r.URL.Query().Get("to")+"/")
			w.WriteHeader(http.StatusFound)
			return
		}
		t.Errorf("%s was asked", r.Host)
	})
	c := client(t, fetch.Options{Transport: fetch.Handler(h)})
	for _, host := range inside {
		there := "http://news.example/?to=" + url.QueryEscape(host)
		if _, err := c.Get(t.Context(), fetch.Request{URL: there}); kindOf(t, err) != feeds.FailPrivate && kindOf(t, err) != feeds.FailAddress {
			t.Errorf("redirect to %s: got %v", host, err)
		}
		for _, address := range []string{"http://" + host + "/", "https://" + host + ":8443/x"} {
			if _, err := c.Get(t.Context(), fetch.Request{URL: address}); kindOf(t, err) != feeds.FailPrivate {
				t.Errorf("%s: got %v", address, err)
			}
		}
	}
}

func TestPublicHostsAreAsked(t *testing.T) {
	c := client(t, fetch.Options{Transport: fetch.Handler(http.HandlerFunc(func(http.ResponseWriter, *http.Request) {}))})
	for _, host := range []string{
		"news.example", "9.9.9.9", "172.32.0.1", "100.128.0.1", "[2620:fe::fe]", "[64:ff9b::909:909]", "[::ffff:9.9.9.9]",
		"local.example", "localhost.example", "xn--80ak6aa92e.example", "новости.example", "1st.example", "news.example.",
	} {
		if _, err := c.Get(t.Context(), fetch.Request{URL: "http://" + host + "/"}); err != nil {
			t.Errorf("%s: %v", host, err)
		}
	}
}

// TestOnlyWhatIsListedIsDialled asks servers on loopback, where the address is
// seen only when it is dialled.
func TestOnlyWhatIsListedIsDialled(t *testing.T) {
	other := serve(t, func(http.ResponseWriter, *http.Request) { t.Error("the other host was asked") })
	feed := serve(t, func(w http.ResponseWriter, r *http.Request) {
		switch r.URL.Path {
		case "/away":
			http.Redirect(w, r, other, http.StatusFound)
		case "/here":
			http.Redirect(w, r, "/feed", http.StatusFound)
		}
	})
	for _, tt := range []struct {
		name, ask string
		listed    []string
		want      feeds.FailureKind
		from      string
	}{
		{name: "nothing listed", ask: feed + "/feed", want: feeds.FailPrivate},
		{name: "another port listed", ask: feed + "/feed", listed: []string{other}, want: feeds.FailPrivate},
		{name: "listed", ask: feed + "/feed", listed: []string{"HTTP" + strings.TrimPrefix(feed, "http") + "/any"}},
		{name: "led on within it", ask: feed + "/here", listed: []string{feed}},
		{name: "led to a host that is not listed", ask: feed + "/away", listed: []string{feed}, want: feeds.FailPrivate},
		{name: "led to a host that is listed for itself", ask: feed + "/away", listed: []string{feed, other}, want: feeds.FailPrivate},
		{name: "named by its own feed", ask: feed + "/page", listed: []string{feed}, from: feed + "/feed"},
		{name: "named by another host", ask: feed + "/page", listed: []string{feed}, from: "https://news.example/feed", want: feeds.FailPrivate},
		{name: "named by another port", ask: feed + "/page", listed: []string{feed, other}, from: other, want: feeds.FailPrivate},
		{name: "named by nobody known", ask: feed + "/page", listed: []string{feed}, from: "feed:gone", want: feeds.FailPrivate},
		{name: "led back to a host that did not name it", ask: feed + "/here", listed: []string{feed}, from: "https://news.example", want: feeds.FailPrivate},
	} {
		t.Run(tt.name, func(t *testing.T) {
			_, err := client(t, fetch.Options{Listed: tt.listed}).Get(t.Context(), fetch.Request{URL: tt.ask, From: tt.from})
			if tt.want == "" && err != nil || tt.want != "" && kindOf(t, err) != tt.want {
				t.Errorf("got %v, want %q", err, tt.want)
			}
		})
	}
}

// TestAProxyMayStandInside sends requests through a proxy on loopback: it is
// asked for public names, never for what lies inside.
func TestAProxyMayStandInside(t *testing.T) {
	proxy := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		_, _ = io.WriteString(w, "asked for "+r.URL.Host)
	}))
	t.Cleanup(proxy.Close)
	t.Setenv("HTTP_PROXY", proxy.URL)
	t.Setenv("NO_PROXY", "")
	c := client(t, fetch.Options{})
	got, err := c.Get(t.Context(), fetch.Request{URL: "http://news.example/"})
	if err != nil || string(got.Body) != "asked for news.example" {
		t.Errorf("got %q, %v", got.Body, err)
	}
	for _, host := range append(inside, strings.TrimPrefix(proxy.URL, "http://")) {
		if _, err := c.Get(t.Context(), fetch.Request{URL: "http://" + host + "/"}); kindOf(t, err) != feeds.FailPrivate {
			t.Errorf("%s: got %v", host, err)
		}
	}
}

// TestAProxyServesManyServersAtOnce has more servers asked through a proxy than
// one server is asked at once; the proxy answers when it has heard of all.
func TestAProxyServesManyServersAtOnce(t *testing.T) {
	const servers = 6
	var came atomic.Int64
	all := make(chan struct{})
	proxy := httptest.NewServer(http.HandlerFunc(func(_ http.ResponseWriter, r *http.Request) {
		if came.Add(1) == servers {
			close(all)
		}
		select {
		case <-all:
		case <-r.Context().Done():
		}
	}))
	t.Cleanup(proxy.Close)
	t.Setenv("HTTP_PROXY", proxy.URL)
	t.Setenv("NO_PROXY", "")
	c := client(t, fetch.Options{Timeout: 5 * time.Second})
	var asked sync.WaitGroup
	for i := range servers {
		asked.Go(func() {
			if _, err := c.Get(t.Context(), fetch.Request{URL: fmt.Sprintf("http://news%d.example/", i)}); err != nil {
				t.Error(err)
			}
		})
	}
	asked.Wait()
}

// TestSlowBodies reads bodies of which nothing more comes, or only a little
// now and then.
func TestSlowBodies(t *testing.T) {
	for _, tt := range []struct {
		name    string
		pause   time.Duration
		timeout time.Duration
		after   time.Duration
	}{
		{"stops midway", time.Hour, 0, 10 * time.Second},
		{"a byte a second", time.Second, 0, 30 * time.Second},
		{"just in time, for long", 9 * time.Second, time.Minute, time.Minute},
	} {
		t.Run(tt.name, func(t *testing.T) {
			synctest.Test(t, func(t *testing.T) {
				h := http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
					for r.Context().Err() == nil {
						_, _ = io.WriteString(w, ".")
						select {
						case <-time.After(tt.pause):
						case <-r.Context().Done():
						}
					}
				})
				start := time.Now()
				c := fetch.New(fetch.Options{Transport: fetch.Handler(h), Timeout: tt.timeout})
				_, err := c.Get(t.Context(), fetch.Request{URL: "http://news.example/"})
				if took := time.Since(start); kindOf(t, err) != feeds.FailTimeout || took != tt.after {
					t.Errorf("got %v after %s, want it after %s", err, took, tt.after)
				}
			})
		})
	}
}

// TestProxies sends requests by the ways that the environment names.
func TestProxies(t *testing.T) {
	target := httptest.NewUnstartedServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		_, _ = io.WriteString(w, r.Host)
	}))
	target.StartTLS()
	t.Cleanup(target.Close)
	tunnel := dialled(t, func(c net.Conn) bool {
		r, err := http.ReadRequest(bufio.NewReader(c))
		_, _ = io.WriteString(c, "HTTP/1.1 200 OK\r\n\r\n")
		return err == nil && r.Method == http.MethodConnect && r.Host == "example.com:443"
	}, target.Listener.Addr().String())
	socks := dialled(t, func(c net.Conn) bool { // RFC 1928, 3 to 6
		hello, asked := make([]byte, 3), make([]byte, 4+1+len("example.com")+2)
		_, first := io.ReadFull(c, hello)
		_, _ = c.Write([]byte{5, 0})
		_, second := io.ReadFull(c, asked)
		_, _ = c.Write([]byte{5, 0, 0, 1, 0, 0, 0, 0, 0, 0})
		return first == nil && second == nil && strings.Contains(string(asked), "example.com")
	}, target.Listener.Addr().String())
	roots := x509.NewCertPool()
	roots.AddCert(target.Certificate())
	for _, tt := range []struct {
		name, proxy string
		want        feeds.FailureKind
	}{
		{"a tunnel", "http://" + tunnel, ""},
		{"SOCKS", "socks5://" + socks, ""},
		{"nobody there", closedPort(t), feeds.FailConnect},
	} {
		t.Run(tt.name, func(t *testing.T) {
			t.Setenv("HTTPS_PROXY", tt.proxy)
			t.Setenv("NO_PROXY", "")
			c := client(t, fetch.Options{})
			fetch.Trust(c, roots)
			got, err := c.Get(t.Context(), fetch.Request{URL: "https://example.com/"}) // as the certificate of the tests says
			if tt.want == "" && (err != nil || string(got.Body) != "example.com") || tt.want != "" && kindOf(t, err) != tt.want {
				t.Errorf("got %q, %v", got.Body, err)
			}
		})
	}
}

// dialled takes connections, lets greet settle where they are to go, and leads
// them to a server.
func dialled(t *testing.T, greet func(net.Conn) bool, to string) string {
	t.Helper()
	return accepting(t, func(c net.Conn) {
		there, err := net.Dial("tcp", to) //nolint:noctx // ends with the server
		if err != nil || !greet(c) {
			return
		}
		defer func() { _ = there.Close() }()
		go func() { _, _ = io.Copy(there, c) }()
		_, _ = io.Copy(c, there)
	})
}
