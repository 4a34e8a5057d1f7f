package fetch_test

import (
	"errors"
	"strings"
	"testing"
	"time"

	"dateline/feeds"
	"dateline/feeds/fetch"
)

// TestHostileServers: what no server should say is a failure with a name, or is
// read past; it is never waited for longer than allowed.
func TestHostileServers(t *testing.T) {
	const ok, good = "HTTP/1.1 200 OK\r\n", "Content-Length: 4\r\n\r\nnews"
	to := func(where string) string {
		return "HTTP/1.1 302 Found\r\nLocation: " + where + "\r\nContent-Length: 0\r\n\r\n"
	}
	for _, tt := range []struct {
		name, says string
		want       feeds.FailureKind
	}{
		{"many fields", ok + strings.Repeat("X-A: b\r\n", 10_000) + good, ""},
		{"too many fields", ok + strings.Repeat("X-A: b\r\n", 100_000) + good, feeds.FailBroken},
		{"a long field", ok + "X-A: " + strings.Repeat("b", 1<<20) + "\r\n" + good, feeds.FailBroken},
		{"a long status", "HTTP/1.1 200 " + strings.Repeat("OK", 1<<20) + "\r\n" + good, feeds.FailBroken},
		{"a controlling status", "HTTP/1.1 500 \x1b]0;x\x07\u009b1m\u202e\r\n\r\n", feeds.FailServer},
		{"a status of letters", "HTTP/1.1 abc OK\r\n" + good, feeds.FailBroken},
		{"a status below zero", "HTTP/1.1 -20 OK\r\n" + good, feeds.FailBroken},
		{"a controlling field", ok + "ETag: \x1b]0;x\x07\r\n" + good, feeds.FailBroken},
		{"news of the answer without end", strings.Repeat("HTTP/1.1 103 Early Hints\r\nLink: x\r\n\r\n", 20_000), feeds.FailBroken},
		{"a length below zero", ok + "Content-Length: -1\r\n\r\nnews", feeds.FailBroken},
		{"a length beyond numbers", ok + "Content-Length: 99999999999999999999\r\n\r\nnews", feeds.FailBroken},
		{"two lengths", ok + "Content-Length: 4\r\nContent-Length: 5\r\n\r\nnews", feeds.FailBroken},
		{"less than said", ok + "Content-Length: 900\r\n\r\nnews", feeds.FailBroken},
		{"more than said", ok + "Content-Length: 4\r\n\r\nnews and more", ""},
		{"more than is taken", ok + "Content-Length: 99999999999\r\n\r\nnews", feeds.FailTooLarge},
		{"a chunk below zero", ok + "Transfer-Encoding: chunked\r\n\r\n-4\r\nnews\r\n0\r\n\r\n", feeds.FailBroken},
		{"a chunk beyond numbers", ok + "Transfer-Encoding: chunked\r\n\r\nfffffffffffffffff\r\nnews", feeds.FailBroken},
		{"chunks of one byte", ok + "Transfer-Encoding: chunked\r\n\r\n" + strings.Repeat("1;"+strings.Repeat("x", 4000)+"\r\na\r\n", 1000), feeds.FailBroken},
		{"a long trailer", ok + "Transfer-Encoding: chunked\r\n\r\n4\r\nnews\r\n0\r\nX-A: " + strings.Repeat("b", 1<<20) + "\r\n\r\n", feeds.FailBroken},
		{"packed in an unknown way", ok + "Content-Encoding: br\r\n" + good, ""},
		{"redirect to a script", to("javascript:alert(1)"), feeds.FailAddress},
		{"redirect to data", to("data:text/xml,<rss>"), feeds.FailAddress},
		{"redirect to FTP", to("ftp://news.example/feed"), feeds.FailAddress},
		{"redirect to a file without a host", to("file:/etc/hosts"), feeds.FailAddress},
		{"redirect to a socket", to("unix:///run/docker.sock"), feeds.FailAddress},
		{"redirect to an opaque address", to("http:news.example"), feeds.FailAddress},
		{"redirect without a scheme to one inside", to("//127.0.0.1:1/"), feeds.FailPrivate},
		{"redirect with a name", to("http://news.example@[::1]:1/"), feeds.FailPrivate},
		{"redirect with a backslash", to(`http:\\127.0.0.1:1\`), feeds.FailAddress},
		{"redirect with a tab", to("http://127.0.0.1\t.example:1/"), feeds.FailAddress},
		{"redirect to a number", to("http://2130706433:1/"), feeds.FailPrivate},
		{"redirect to octal numbers", to("http://0177.0.0.01:1/"), feeds.FailPrivate},
		{"redirect to a mapped address", to("http://[::ffff:7f00:1]:1/"), feeds.FailPrivate},
		{"redirect to an address with a zone", to("http://[fe80::1%25lo]:1/"), feeds.FailAddress},
		{"redirect to a name for loopback", to("http://x.localhost:1/"), feeds.FailPrivate},
		{"redirect to a port that is none", to("http://news.example:99999999/"), feeds.FailConnect},
		{"redirect to a long address", to("http://news.example/" + strings.Repeat("a", 5000)), feeds.FailAddress},
	} {
		t.Run(tt.name, func(t *testing.T) {
			address := raw(t, tt.says, false)
			c := client(t, fetch.Options{Listed: []string{address}, Timeout: 5 * time.Second})
			_, err := c.Get(t.Context(), fetch.Request{URL: address})
			if tt.want == "" && err != nil || tt.want != "" && kindOf(t, err) != tt.want {
				t.Errorf("got %v, want %q", err, tt.want)
			}
			if f, is := errors.AsType[*feeds.Failure](err); is && f.Detail != feeds.Clean(f.Detail, 200) {
				t.Errorf("detail %q", f.Detail)
			}
		})
	}
}
