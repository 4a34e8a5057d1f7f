package article_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"dateline/feeds"
	"dateline/feeds/article"
)

func TestPlainText(t *testing.T) {
	line := strings.TrimSpace(sentence)
	for _, c := range []struct{ name, contentType, text, want string }{
		{"paragraphs", "text/plain", line + "\r\n" + line + "\r\n \r\n" + line + "\n\n" + line + "\n", "p " + line + " " + line + "|p " + line + "|p " + line},
		{"marks are words", "text/plain; charset=utf-8", line + " a < b & <b>c</b>\n\n" + line + "\n\n" + line, "p " + line + " a < b & <b>c</b>|p " + line + "|p " + line},
		{"a table stays", "text/plain", line + "\n\n" + line + "\n\nRice     12\nWheat     9\n\n" + line, "p " + line + "|p " + line + "|code Rice     12\nWheat     9|p " + line},
		{"a list", "text/plain", line + "\n\n- one reason\n- one more\n\n" + line + "\n\n" + line, "p " + line + "|li one reason|li one more|p " + line + "|p " + line},
		{"in the charset of the header", "text/plain; charset=iso-8859-1", "Der Pr\xe4sident. " + line + "\n\n" + line, "p Der Präsident. " + line + "|p " + line},
		{"HTML all the same", "text/plain", "\n<!DOCTYPE html><title>x</title><p>" + line + "<p>" + line, "p " + line + "|p " + line},
	} {
		t.Run(c.name, func(t *testing.T) {
			a, err := article.Extract([]byte(c.text), c.contentType, address)
			if err != nil {
				t.Fatal(err)
			}
			check(t, a)
			var got []string
			for _, b := range a.Blocks {
				got = append(got, string(b.Kind)+" "+b.Plain())
			}
			if diff := cmp.Diff(c.want, strings.Join(got, "|")); diff != "" {
				t.Error(diff)
			}
		})
	}
	if got := failure(t, []byte("User-agent: *\n"), "text/plain"); got != feeds.FailNoText {
		t.Errorf("a line is %q", got)
	}
}
