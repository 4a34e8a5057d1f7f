package fetch

import (
	"net/url"
	"testing"
)

// TestWhoIsAskedThroughAProxy: the environment says for which hosts there is
// one, and this computer never has one.
func TestWhoIsAskedThroughAProxy(t *testing.T) {
	t.Setenv("HTTP_PROXY", "http://open.example:3128")
	t.Setenv("HTTPS_PROXY", "socks5://closed.example:1080")
	t.Setenv("NO_PROXY", "near.example,10.0.0.0/8")
	g := newGuard(nil, nil, 1)
	defer g.close()
	for address, want := range map[string]string{
		"http://news.example/": "http://open.example:3128", "https://news.example/": "socks5://closed.example:1080",
		"https://near.example/": "", "https://sub.near.example/": "", "http://10.1.2.3/": "", "http://127.0.0.1/": "",
	} {
		u, err := url.Parse(address)
		if err != nil {
			t.Fatal(err)
		}
		got := ""
		if through, err := g.proxy(u); err == nil && through != nil {
			got = through.String()
		}
		if got != want {
			t.Errorf("%s through %q, want %q", address, got, want)
		}
	}
}
