package article

import (
	"net/url"
	"strings"
	"testing"

	"golang.org/x/net/html"

	"dateline/feeds"
)

// tells makes a paragraph of at least a prose run's length.
func tells(name string) feeds.Block {
	return feeds.Block{Kind: feeds.Paragraph, Spans: plain(name + " said that the river was low, and that nobody had seen the stones of the quay for a century. ")}
}

func short(text string) feeds.Block {
	return feeds.Block{Kind: feeds.Paragraph, Spans: plain(text)}
}

func TestWiden(t *testing.T) {
	a, b, c, d, e, f := tells("Ann"), tells("Ben"), tells("Cai"), tells("Dan"), tells("Eve"), tells("Fay")
	for _, x := range []struct {
		name             string
		page, read, want []feeds.Block
	}{
		{"nothing is missing", []feeds.Block{a, b}, []feeds.Block{a, b}, []feeds.Block{a, b}},
		{"a paragraph within", []feeds.Block{a, b, c}, []feeds.Block{a, c}, []feeds.Block{a, b, c}},
		{"a label within stays out", []feeds.Block{a, short("Share"), b}, []feeds.Block{a, b}, []feeds.Block{a, b}},
		{"one paragraph after stays out", []feeds.Block{a, b, c}, []feeds.Block{a, b}, []feeds.Block{a, b}},
		{"the other half", []feeds.Block{a, b, c, d, e}, []feeds.Block{a, b, c}, []feeds.Block{a, b, c, d, e}},
		{"behind a label it is another text", []feeds.Block{a, b, short("More"), d, e, f}, []feeds.Block{a, b}, []feeds.Block{a, b}},
		{"another text is no part of it", []feeds.Block{a, b}, []feeds.Block{c, d}, []feeds.Block{c, d}},
	} {
		if got, want := plainText(widen(x.page, x.read)), plainText(x.want); got != want {
			t.Errorf("%s:\n%s\nwant:\n%s", x.name, got, want)
		}
	}
}

// TestMarks shows which marks a part of a page loses to what it holds.
func TestMarks(t *testing.T) {
	prose := "<p>" + strings.Repeat("The river is low, and nobody has seen the stones of the quay for a century. ", 3) + "</p>"
	long := strings.Repeat(prose, 20)
	for _, c := range []struct {
		name, part string
		kept       bool
	}{
		{"a share bar", `<div class="share-bar"><p>Send it on</p></div>`, false},
		{"prose in a weak mark", `<div class="ads">` + prose + `</div>`, true},
		{"prose in a strong mark", `<div class="newsletter">` + prose + `</div>`, false},
		{"what a part has is not what it is", `<div class="has-newsletter">` + prose + `</div>`, true},
		{"what a page is about", `<div class="tag-newsletter category-comments">` + prose + `</div>`, true},
		{"a variant of a part", `<div class="rail rail--trending">` + prose + `</div>`, false},
		{"a teaser that leads on", `<div class="teaser"><a href="/x">The bells</a>` + prose + `</div>`, false},
		{"a teaser that leads nowhere", `<div class="teaser">` + prose + `</div>`, true},
		{"a heading named after its words", `<h2 id="comments-on-the-river">Comments on the river</h2>`, true},
		{"a part of the text", `<div class="article-body related-width">` + prose + `</div>`, true},
		{"a tool beside the text", `<div class="article-newsletter">` + prose + `</div>`, false},
	} {
		doc, _, err := parse([]byte("<body>" + long + `<section id="it">` + c.part + "</section>" + long))
		if err != nil {
			t.Fatal(err)
		}
		body := doc.FirstChild.LastChild
		prune(body, &url.URL{Scheme: "https", Host: "gazette.example"}, nil)
		it := find(body, func(n *html.Node) bool { return attr(n, "id") == "it" })
		if kept := it != nil && it.FirstChild != nil; kept != c.kept {
			t.Errorf("%s: kept %v", c.name, kept)
		}
	}
}

func TestNamesThatLeaveNothing(t *testing.T) {
	paragraph := `<div class="related"><p>` + strings.Repeat("The keeper counted the barges twice, and wrote the number down. ", 4) + "</p></div>"
	page := "<html><body><h1>The lock is open</h1>" + strings.Repeat(paragraph, 12)
	a, err := Extract([]byte(page), "text/html", "https://gazette.example/lock")
	if err != nil || len(a.Blocks) != 12 {
		t.Errorf("%d blocks, %v; want the 12 that are there", len(a.Blocks), err)
	}
}
