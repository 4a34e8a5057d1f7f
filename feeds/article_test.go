package feeds_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"dateline/feeds"
)

func TestWordsAndLinksOfAnArticle(t *testing.T) {
	a := feeds.Article{
		Blocks: []feeds.Block{
			{Kind: feeds.Paragraph, Spans: []feeds.Span{{Text: "Two words and "}, {Text: "a link", Link: "https://a.example/"}}},
			{Kind: feeds.Table, Rows: [][]string{{"Party", "Seats"}, {"Reds", "12"}}},
			{Kind: feeds.Paragraph, Spans: []feeds.Span{{Text: "外交部发言"}, {Text: "again", Link: "https://a.example/"}}},
			{Kind: feeds.Embed, URL: "https://b.example/post", Spans: []feeds.Span{{Text: "a post"}}},
		},
		Related: []feeds.Link{{Text: "more", URL: "https://c.example/"}},
	}
	if got := a.Words(); got != 5+4+2+1+2 {
		t.Errorf("%d words", got)
	}
	want := []feeds.Link{{"a link", "https://a.example/"}, {"a post", "https://b.example/post"}, {"more", "https://c.example/"}}
	if diff := cmp.Diff(want, a.Links()); diff != "" {
		t.Errorf("links (-want +got):\n%s", diff)
	}
	b, c, d := feeds.Link{"b", "https://b.example/"}, feeds.Link{"c", "https://c.example/"}, feeds.Link{"d", "https://d.example/"}
	grouped := feeds.Article{
		Related: []feeds.Link{b, c, d, {"e", "https://e.example/"}},
		Groups:  []feeds.LinkGroup{{Lead: d, Links: []feeds.Link{b}}, {Links: []feeds.Link{c, d}}},
	}
	if diff := cmp.Diff([]feeds.Link{d, b, c, {"e", "https://e.example/"}}, grouped.Links()); diff != "" {
		t.Errorf("links of groups (-want +got):\n%s", diff)
	}
	if got := a.Blocks[1].Plain(); got != "Party\tSeats\nReds\t12" {
		t.Errorf("table is %q", got)
	}
}

func TestTextArticleKeepsParagraphs(t *testing.T) {
	a := feeds.TextArticle(feeds.Item{ID: 7, Title: "T"}, "One.\n\n\n\nTwo.")
	if len(a.Blocks) != 2 || a.Blocks[1].Plain() != "Two." || a.Item != 7 || !a.Fetched.IsZero() {
		t.Errorf("got %+v", a)
	}
}
