package parse_test

import (
	"runtime"
	"strings"
	"testing"

	"dateline/feeds/parse"
)

// TestCrowds feeds documents that are made of nothing but marks. They break off
// where no feed goes on, with the items that came whole, and take no more memory
// than a few times their length.
func TestCrowds(t *testing.T) {
	const (
		length = 4 << 20
		most   = 16 // times as much is allocated, all in all
	)
	tests := []struct{ name, before, again, after string }{
		{"elements", "<rss><channel><item><title>Ferry</title></item><item><title>x</title>", "<a/>", "</item></channel></rss>"},
		{"extensions", "<rss><channel><item><title>Ferry</title></item><item><title>x</title>", "<dc:a/>", "</item></channel></rss>"},
		{"extensions in extensions", "<rss><channel><item><title>Ferry</title></item><item><title>x</title>", "<m:a><m:b/></m:a>", "</item></channel></rss>"},
		{"attributes", "<rss><channel><item><title>Ferry</title></item><item><title>x</title>", `<m:a a="" b="" c="" d="" e="" f="" g=""/>`, "</item></channel></rss>"},
		{"links", "<feed><entry><title>Ferry</title></entry><entry><title>x</title>", `<link href="a"/>`, "</entry></feed>"},
		{"text in tags", "<rss><channel><item><title>Ferry</title><description>", "<p>" + strings.Repeat("ferry ", 20) + "</p>", "</description></item></channel></rss>"},
		{"lists", `{"items":[{"title":"Ferry"},{"title":"x","tags":[""`, `,[]`, "]}]}"},
		{"numbers", `{"items":[{"title":"Ferry"}],"x":[1`, `,1`, "]}"},
		{"controls", `{"items":[{"title":"Ferry","summary":"`, "\x01\x1b", `"}]}`},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			body := []byte(tt.before + strings.Repeat(tt.again, length/len(tt.again)) + tt.after)
			var before, after runtime.MemStats
			runtime.ReadMemStats(&before)
			r, err := parse.Parse(body, source)
			runtime.ReadMemStats(&after)
			if err != nil || len(r.Items) != 1 || r.Items[0].Title != "Ferry" {
				t.Errorf("%d items, %v", len(r.Items), err)
			}
			if times := (after.TotalAlloc - before.TotalAlloc) / length; times > most {
				t.Errorf("took %d times the length of the document", times)
			}
		})
	}
}

func TestControlsInJSON(t *testing.T) {
	it := one(t, "{\"items\": [{\"title\": \"Ferry\x01 \x1b[31mback\\\x02\\ \x0b\tto\\\nnday\"}]}")
	if want := `Ferry back\ to day`; it.Title != want {
		t.Errorf("got %q, want %q", it.Title, want)
	}
}
