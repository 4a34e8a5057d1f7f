package typeset_test

import (
	"strings"
	"testing"

	"dateline/feeds"
	"dateline/ui/theme"
	"dateline/ui/typeset"
)

// painted returns the lines of a paragraph.
func painted(o typeset.Options, spans ...feeds.Span) string { return marked(o, nil, 0, spans...) }

// marked is painted with what is found.
func marked(o typeset.Options, marks []typeset.Mark, current int, spans ...feeds.Span) string {
	o.Article.Blocks = []feeds.Block{{Kind: feeds.Paragraph, Spans: spans}}
	pg := typeset.New(o)
	pg.Body()
	var out []string
	for _, l := range pg.Lines()[1:] {
		out = append(out, strings.TrimLeft(l.Marked(marks, current), " "))
	}
	return strings.Join(out, "\n")
}

func TestStylesOfSpans(t *testing.T) {
	th, ascii := theme.New(true, false), theme.New(true, true)
	tests := []struct {
		name  string
		th    theme.Theme
		width int
		spans []feeds.Span
		want  string
	}{
		{"plain", th, 80, []feeds.Span{{Text: "The talks"}}, "The talks"},
		{"strong", th, 80, []feeds.Span{{Text: "The "}, {Text: "talks", Strong: true}}, "The " + th.Strong.Text("talks")},
		{"emphasis", th, 80, []feeds.Span{{Text: "The "}, {Text: "talks", Emph: true}, {Text: "."}}, "The " + th.Emph.Text("talks") + "."},
		{"both", th, 80, []feeds.Span{{Text: "talks", Emph: true, Strong: true}}, th.Strong.Over(th.Emph.Text("talks"))},
		{
			"emphasis in ASCII", ascii, 80,
			[]feeds.Span{{Text: "The"}, {Text: " long talks ", Emph: true}, {Text: "end"}},
			"The " + ascii.Emph.Text("_long talks_") + " end",
		},
		{
			"a link", th, 80,
			[]feeds.Span{{Text: "The "}, {Text: "talks ", Link: river}, {Text: "end"}},
			"The " + th.Link.Text("talks") + th.Meta.Text("[1]") + " end",
		},
		{
			"emphasis in a link", th, 80,
			[]feeds.Span{{Text: "talks", Link: river, Emph: true}},
			th.Emph.Over(th.Link.Text("talks")) + th.Meta.Text("[1]"),
		},
		{"nothing but white space", ascii, 80, []feeds.Span{{Text: "The"}, {Text: " ", Emph: true}, {Text: "talks"}}, "The talks"},
		{
			"a link over two lines", th, 12,
			[]feeds.Span{{Text: "long talks", Link: river}},
			th.Link.Text("long") + "\n" + th.Link.Text("talks") + th.Meta.Text("[1]"),
		},
		{
			"a link of several styles", th, 80,
			[]feeds.Span{{Text: "the long ", Link: river}, {Text: "river", Link: river, Strong: true}, {Text: " talks"}},
			th.Link.Text("the long") + " " + th.Strong.Over(th.Link.Text("river")) + th.Meta.Text("[1]") + " talks",
		},
		{"a soft hyphen", th, 12, []feeds.Span{{Text: "The "}, {Text: "longest\u00adtalks", Strong: true}}, "The\n" + th.Strong.Text("longest-") + "\n" + th.Strong.Text("talks")},
		{"marks for breaking", th, 80, []feeds.Span{{Text: "ta\u00adlks\u200b at 9\u00a0km"}}, "talks at 9 km"},
	}
	for _, tt := range tests {
		if got := painted(typeset.Options{Theme: tt.th, Width: tt.width}, tt.spans...); got != tt.want {
			t.Errorf("%s: got %q, want %q", tt.name, got, tt.want)
		}
	}
}

func TestWhatIsFoundIsMarked(t *testing.T) {
	th := theme.New(true, false)
	spans := []feeds.Span{{Text: "The  ta\u00adlks about "}, {Text: "talks", Link: river}, {Text: " and te\u0301a"}}
	// What is found is said of the plain text: "The  talks about talks and téa".
	tests := []struct {
		name    string
		current int
		marks   []typeset.Mark
		want    string
	}{
		{"nothing", 0, nil, "The talks about " + th.Link.Text("talks") + th.Meta.Text("[1]") + " and te\u0301a"},
		{"behind a soft hyphen and two spaces", -1, []typeset.Mark{{From: 5, To: 10}}, "The " + th.Match.Text("talks") + " about " + th.Link.Text("talks") + th.Meta.Text("[1]") + " and te\u0301a"},
		{
			"in a link, here", 0,
			[]typeset.Mark{{From: 17, To: 20}},
			"The talks about " + th.Match.Over(th.Strong.Over(th.Link.Text("tal"))) + th.Link.Text("ks") + th.Meta.Text("[1]") + " and te\u0301a",
		},
		{
			"half a character", -1,
			[]typeset.Mark{{From: 28, To: 29}},
			"The talks about " + th.Link.Text("talks") + th.Meta.Text("[1]") + " and t" + th.Match.Text("e\u0301") + "a",
		},
	}
	for _, tt := range tests {
		if got := marked(typeset.Options{Theme: th, Width: 80}, tt.marks, tt.current, spans...); got != tt.want {
			t.Errorf("%s: got %q, want %q", tt.name, got, tt.want)
		}
	}
}

func TestLinksOfTheTerminal(t *testing.T) {
	th := theme.New(true, false)
	th.Hyperlinks = true
	link := func(target, words string) string {
		return "\x1b]8;id=1;" + target + "\x1b\\" + th.Link.Text(words) + "\x1b]8;;\x1b\\" +
			"\x1b]8;id=1;" + target + "\x1b\\" + th.Meta.Text("[1]") + "\x1b]8;;\x1b\\"
	}
	bare := th.Link.Text("talks") + th.Meta.Text("[1]")
	tests := []struct{ name, url, want string }{
		{"usual", river, link(river, "talks")},
		{"other characters", "https://north-post.example/fluß", link("https://north-post.example/flu%C3%9F", "talks")},
		{"controls", "https://north-post.example/\x1b\\\x07", link("https://north-post.example/%1B%5C%07", "talks")},
		{"no web address", "file:///etc/passwd", bare},
		{"a script", "javascript:alert(1)", bare},
		{"too long", river + "?" + strings.Repeat("q", 2000), bare},
	}
	for _, tt := range tests {
		got := painted(typeset.Options{Theme: th, Width: 80}, feeds.Span{Text: "talks", Link: tt.url})
		if got != tt.want {
			t.Errorf("%s: got %q, want %q", tt.name, got, tt.want)
		}
	}
	th.Hyperlinks = false
	if got := painted(typeset.Options{Theme: th, Width: 80}, feeds.Span{Text: "talks", Link: river}); got != bare {
		t.Errorf("on a terminal without links: %q", got)
	}
}
