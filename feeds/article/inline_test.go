package article

import (
	"net/url"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/net/html"

	"dateline/feeds"
)

func TestSpansKeepBreakMarks(t *testing.T) {
	tests := []struct {
		name, page string
		want       []feeds.Span
	}{
		{"soft hyphens", "<p>Bundes&shy;tag</p>", []feeds.Span{{Text: "Bundes\u00adtag"}}},
		{"a place to break", "<p>either<wbr>or <wbr> not<wbr></p>", []feeds.Span{{Text: "either\u200bor not"}}},
		{"no-break space", "<p>&nbsp;10&nbsp;000 &nbsp; km&nbsp;</p>", []feeds.Span{{Text: "10\u00a0000 km"}}},
		{"between styles", "<p>10&nbsp;<b>km</b>, 5<b>&nbsp;km</b></p>", []feeds.Span{
			{Text: "10\u00a0"}, {Text: "km", Strong: true}, {Text: ", 5\u00a0"}, {Text: "km", Strong: true},
		}},
		{"not in links", `<p><a href="/a">one&nbsp;</a><a href="/b">two</a></p>`, []feeds.Span{
			{Text: "one", Link: "https://news.example/a"}, {Text: "\u00a0"}, {Text: "two", Link: "https://news.example/b"},
		}},
		{"how a word is read aloud", "<p>稚内<ruby>市<rp>（</rp><rt>し</rt><rp>）</rp></ruby>の港</p>", []feeds.Span{{Text: "稚内市の港"}}},
		{"a space beside a mark", "<p>one <b>&nbsp;two</b></p>", []feeds.Span{{Text: "one "}, {Text: "two", Strong: true}}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			doc, err := html.Parse(strings.NewReader(tt.page))
			if err != nil {
				t.Fatal(err)
			}
			blocks := toBlocks(doc, &url.URL{Scheme: "https", Host: "news.example", Path: "/"})
			if diff := cmp.Diff([]feeds.Block{{Kind: feeds.Paragraph, Spans: tt.want}}, blocks); diff != "" {
				t.Errorf("blocks (-want +got):\n%s", diff)
			}
		})
	}
}
