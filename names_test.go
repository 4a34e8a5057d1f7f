package main

import (
	"bytes"
	"fmt"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// TestAFeedWithoutANameIsListedAsItCallsItself takes a plain list of addresses
// from the file to the lines that a command prints.
func TestAFeedWithoutANameIsListedAsItCallsItself(t *testing.T) {
	titles := map[string]string{"/a": "Harbour  &amp; Ledger", "/b": "Reuters World", "/c": "RSS", "/d": "Courier"}
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		fmt.Fprintf(w, `<rss version="2.0"><channel><title>%s</title><item><title>Dispatch %s</title><link>%s</link><pubDate>%s</pubDate></item></channel></rss>`,
			titles[r.URL.Path], r.URL.Path, r.URL.Path, time.Now().Format(time.RFC1123Z))
	}))
	defer server.Close()
	dir := t.TempDir()
	list := fmt.Sprintf("%[1]s/a\n%[1]s/b\n%[1]s/c\n%[1]s/d\tMy paper\n", server.URL)
	for name, text := range map[string]string{"feeds.txt": list, "config.toml": ""} {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	does := func(command ...string) string {
		var out, errs bytes.Buffer
		args := append([]string{"--data", dir, "--config", filepath.Join(dir, "config.toml"), "--feeds", filepath.Join(dir, "feeds.txt")}, command...)
		if code := run(args, nil, &out, &errs); code != 0 {
			t.Fatalf("%v ends with %d: %s", command, code, errs.String())
		}
		return out.String()
	}
	does("refresh")
	for _, command := range [][]string{{"list"}, {"list", "--json"}, {"list", "--items", "--json"}, {"doctor", "--json"}} {
		out := strings.ReplaceAll(does(command...), `\u0026`, "&")
		for _, name := range []string{"Harbour & Ledger", "127.0.0.1: Reuters World", "127.0.0.1", "My paper"} {
			if !strings.Contains(out, name) {
				t.Errorf("%v does not name %q:\n%s", command, name, out)
			}
		}
	}
}
