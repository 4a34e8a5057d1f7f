package parse

import (
	"strings"
	"testing"
	"unicode/utf8"
)

// TestIsLegal: the walk by bytes says of every character what legal says of it.
func TestIsLegal(t *testing.T) {
	for r := rune(0); r <= utf8.MaxRune; r++ {
		if !utf8.ValidRune(r) {
			continue
		}
		if got, want := isLegal("a"+string(r)+"b"), legal(r); got != want {
			t.Errorf("%U: %t, want %t", r, got, want)
		}
	}
}

// TestIsMarkup: pieces of markup are found wherever they begin, and nothing else.
func TestIsMarkup(t *testing.T) {
	for _, s := range []string{"&amp;", "&#8217;", "&#x2019;", "<p>", "</p>", "<br/>", `<a href="x">`, "<h2>"} {
		for _, before := range []string{"", "a", "a & b <c ", "<<", "&&"} {
			if !isMarkup(before + s + " b") {
				t.Errorf("%q is markup", before+s)
			}
		}
	}
	for _, s := range []string{"", "&", "<", "a < b > c", "A&B", "&;", "&#;", "<p", "<person>", "AT&T; more", "&" + strings.Repeat("a", 20) + ";"} {
		if isMarkup(s) {
			t.Errorf("%q is no markup", s)
		}
	}
}
