package article

import (
	"strings"
	"testing"
	"unicode/utf8"

	"golang.org/x/net/html"
)

func TestNamesAreShort(t *testing.T) {
	long := strings.Repeat("é ", maxNames)
	doc, _, err := parse([]byte(`<p class="` + long + `" data-qa="` + long + `" title="` + long + `" id=a>x`))
	if err != nil {
		t.Fatal(err)
	}
	p := find(doc, func(n *html.Node) bool { return isElement(n, "p") })
	for key, want := range map[string]int{"class": maxNames, "data-qa": maxNames, "title": len(long), "id": 1} {
		if got := attr(p, key); len(got) > want || len(got) < want-utf8.UTFMax || !utf8.ValidString(got) {
			t.Errorf("%s has %d bytes, want %d", key, len(got), want)
		}
	}
}

func TestBounded(t *testing.T) {
	tags := func(n int, tag string) string { return strings.Repeat(tag, n) }
	for _, c := range []struct {
		name, page string
		cut        bool
	}{
		{"text", strings.Repeat("word ", maxTree), false},
		{"a page's worth of tags", tags(maxTree/10, "<p class=a>text</p>"), false},
		{"a long text", "<p>" + tags(maxText/2, "ä") + "<p>", false},
		{"too long a text", "<p>x" + tags(maxText/2, "ä") + "<p>", true},
		{"a long script", "<script>" + tags(maxText/50, "var it = '<p>text of a page that a script will write, or not';") + "</script><p>text", false},
		{"nodes", tags(maxTree, "<p>") + "<p>", true},
		{"texts between tags", tags(maxTree/2+1, "<br>x"), true},
		{"attributes", tags(maxTree/10, "<p a b c d e f g h i j>"), true},
		{"many words in one attribute", `<p class="` + tags(maxTree, "a ") + `">`, false},
		{"formatting closed", tags(maxTree/4, "<b>x</b>"), false},
		{"formatting within each other", tags(maxTree/4, "<b><i>"), false},
		{"formatting in capitals never closed", tags(500, "<FONT size=1>") + tags(maxTree/100, "<p>"), true},
	} {
		t.Run(c.name, func(t *testing.T) {
			part, cut := bounded([]byte(c.page))
			if cut != c.cut || cut == (len(part) == len(c.page)) || !utf8.Valid(part) {
				t.Errorf("cut %v, %d of %d bytes left", cut, len(part), len(c.page))
			}
		})
	}
}
