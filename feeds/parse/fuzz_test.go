package parse

import (
	"encoding/xml"
	"errors"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// fuzzSeeds are the feeds of testdata, whole and cut in half.
func fuzzSeeds(f *testing.F) {
	f.Helper()
	for _, pattern := range []string{"testdata/*.xml", "testdata/*.json"} {
		files, err := filepath.Glob(pattern)
		if err != nil || len(files) == 0 {
			f.Fatalf("no fixtures like %s, %v", pattern, err)
		}
		for _, file := range files {
			b, err := os.ReadFile(file)
			if err != nil {
				f.Fatal(err)
			}
			f.Add(string(b))
			f.Add(string(b[:len(b)/2]))
		}
	}
}

// FuzzMend holds the mender to its promise: what it makes an XML reader reads
// to the end, and what is mended needs no mending.
func FuzzMend(f *testing.F) {
	fuzzSeeds(f)
	f.Fuzz(func(t *testing.T, s string) {
		doc, err := mend(decode([]byte(s), "", ""))
		if err != nil || strings.HasPrefix(doc.text, "{") {
			return
		}
		d := xml.NewDecoder(strings.NewReader(doc.text))
		d.Strict = false
		for err == nil {
			_, err = d.Token()
		}
		if !errors.Is(err, io.EOF) {
			t.Fatalf("%v in %q", err, doc.text)
		}
		again, err := mend(doc.text)
		if err != nil || again.broken || again.text != doc.text {
			t.Errorf("%v\nonce  %q\nagain %q", err, doc.text, again.text)
		}
	})
}
