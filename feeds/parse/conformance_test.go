package parse_test

import (
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"dateline/feeds"
	"dateline/feeds/parse"
)

// conformance names the variable for a folder of odd feeds. What is expected of
// some stands in them, as the tests of feedparser write it.
const conformance = "DATELINE_CONFORMANCE"

var (
	expected = regexp.MustCompile(`entries\[0\]\['(\w+)'\] == u?(?:'([^'\\<&]*)'|"([^"\\<&]*)")`)
	ownWords = map[string]func(feeds.Item) string{
		"title":       func(it feeds.Item) string { return it.Title },
		"description": func(it feeds.Item) string { return it.Summary },
		"summary":     func(it feeds.Item) string { return it.Summary },
		"author":      func(it feeds.Item) string { return it.Byline },
		"language":    func(it feeds.Item) string { return strings.ToLower(it.Language) },
		"link":        func(it feeds.Item) string { return it.URL },
	}
)

func TestConformance(t *testing.T) {
	folder := os.Getenv(conformance)
	if folder == "" {
		t.Skipf("for odd feeds let %s name a folder of them", conformance)
	}
	files, err := filepath.Glob(filepath.Join(folder, "*.*"))
	if err != nil || len(files) == 0 {
		t.Fatalf("no files in %s, %v", folder, err)
	}
	checked, other := 0, 0
	for _, file := range files {
		body := read(t, file)
		r, _ := parse.Parse(body, source)
		checkItems(t, r.Items)
		all, err := parse.Document(body)
		if err != nil || len(all) == 0 {
			continue
		}
		for _, m := range expected.FindAllStringSubmatch(string(body), -1) {
			if own := ownWords[m[1]]; own != nil {
				checked++
				if got, want := own(all[0]), feeds.CleanText(m[2]+m[3], 2000); got != want {
					other++
					t.Logf("%s: %s is %q, feedparser has %q", filepath.Base(file), m[1], got, want)
				}
			}
		}
	}
	t.Logf("%d files, %d readings compared, %d differ", len(files), checked, other)
}
