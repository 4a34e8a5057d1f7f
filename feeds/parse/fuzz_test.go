package parse

import (
	"encoding/xml"
	"errors"
	"fmt"
	"html"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strconv"
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
		once := spelledOut(doc)
		again, err := mend(once)
		if err != nil || again.broken || !slices.Equal(piecesOf(t, spelledOut(again)), piecesOf(t, once)) {
			t.Errorf("%v\nonce  %q\nagain %q", err, once, spelledOut(again))
		}
	})
}

// spelledOut returns a document with what was laid aside.
func spelledOut(d document) string {
	var b strings.Builder
	rest := d.text
	for i, text := range d.aside {
		before, after, ok := strings.Cut(rest, asideStart+strconv.Itoa(i)+"<")
		if !ok {
			break // the item that it was of has gone
		}
		b.WriteString(before)
		writeText(&b, html.EscapeString(text), "")
		rest = "<" + after
	}
	return b.String() + rest
}

// piecesOf returns the tags and texts of a document, as an XML reader reads them,
// without space at their ends.
func piecesOf(t *testing.T, document string) (out []string) {
	t.Helper()
	d := xml.NewDecoder(strings.NewReader(document))
	d.Strict = false
	text := ""
	for {
		token, err := d.Token()
		if errors.Is(err, io.EOF) {
			return out
		}
		if err != nil {
			t.Fatalf("%v in %q", err, document)
		}
		if s, ok := token.(xml.CharData); ok {
			text += string(s)
			continue
		}
		out = append(out, strings.TrimSpace(text), fmt.Sprint(token))
		text = ""
	}
}
