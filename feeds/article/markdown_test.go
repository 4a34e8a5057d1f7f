package article_test

import (
	"os"
	"regexp"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"dateline/feeds"
	"dateline/feeds/article"
)

func words(text string) []feeds.Span { return []feeds.Span{{Text: text}} }

func TestMarkdown(t *testing.T) {
	for _, c := range []struct {
		name   string
		blocks []feeds.Block
		want   string
	}{
		{
			"marks in a paragraph",
			[]feeds.Block{{Kind: feeds.Paragraph, Spans: words("a *b* _c_ [d](e) `f` <g> &amp; h|i ~~j~~ \\k AT&T")}},
			"a \\*b\\* \\_c\\_ \\[d\\](e) \\`f\\` \\<g\\> \\&amp; h\\|i \\~\\~j\\~\\~ \\\\k AT&T",
		},
		{"marks at the start of a line", []feeds.Block{
			{Kind: feeds.Paragraph, Spans: words("# one")},
			{Kind: feeds.Paragraph, Spans: words("- two")},
			{Kind: feeds.Paragraph, Spans: words("+ three")},
			{Kind: feeds.Paragraph, Spans: words("2026. Four")},
			{Kind: feeds.Paragraph, Spans: words("5) five")},
			{Kind: feeds.Paragraph, Spans: words("---")},
			{Kind: feeds.Paragraph, Spans: words("===")},
			{Kind: feeds.Paragraph, Spans: words("> six")},
		}, "\\# one\n\n\\- two\n\n\\+ three\n\n2026\\. Four\n\n5\\) five\n\n\\---\n\n\\===\n\n\\> six"},
		{"emphasis", []feeds.Block{{Kind: feeds.Paragraph, Spans: []feeds.Span{
			{Text: "a "}, {Text: "strong ", Strong: true}, {Text: "and"}, {Text: " soft", Emph: true}, {Text: " and "}, {Text: "both", Strong: true, Emph: true}, {Text: "."},
		}}}, "a **strong** and *soft* and ***both***."},
		{"emphasis that cannot be read is left out", []feeds.Block{{Kind: feeds.Paragraph, Spans: []feeds.Span{
			{Text: "a"}, {Text: "(b)", Emph: true}, {Text: "c "}, {Text: "d", Strong: true}, {Text: "e", Emph: true},
		}}}, "a(b)c **d**e"},
		{"links", []feeds.Block{{Kind: feeds.Paragraph, Spans: []feeds.Span{
			{Text: "Look!"}, {Text: "the [report]", Link: "https://a.example/x_(y)?a=1&copy;=2"}, {Text: " and "}, {Text: "more", Link: "https://a.example/", Strong: true},
		}}}, "Look\\![the \\[report\\]](https://a.example/x_\\(y\\)?a=1\\&copy;=2) and [**more**](https://a.example/)"},
		{"headings", []feeds.Block{{Kind: feeds.Heading, Level: 1, Spans: words("# One #")}, {Kind: feeds.Heading, Level: 6, Spans: words("Six")}}, "## \\# One \\#\n\n###### Six"},
		{
			"quotes",
			[]feeds.Block{{Kind: feeds.Quote, Level: 1, Spans: words("One.")}, {Kind: feeds.Quote, Level: 1, Spans: words("- two")}, {Kind: feeds.Quote, Level: 2, Spans: words("Three.")}},
			"> One.\n>\n> \\- two\n\n> > Three.",
		},
		{"lists", []feeds.Block{
			{Kind: feeds.ListEntry, Level: 1, Spans: words("one")},
			{Kind: feeds.ListEntry, Level: 2, Number: 3, Spans: words("three")},
			{Kind: feeds.ListEntry, Level: 2, Number: 4, Spans: words("four")},
			{Kind: feeds.ListEntry, Level: 1, Spans: words("+ two")},
			{Kind: feeds.Paragraph, Spans: words("End.")},
		}, "- one\n\n  3. three\n  4. four\n- \\+ two\n\nEnd."},
		{"numbers that leap", []feeds.Block{
			{Kind: feeds.ListEntry, Level: 1, Number: 9, Spans: words("nine")},
			{Kind: feeds.ListEntry, Level: 1, Number: 10, Spans: words("ten")},
			{Kind: feeds.ListEntry, Level: 1, Number: 12, Spans: words("twelve")},
			{Kind: feeds.ListEntry, Level: 1, Number: 13, Spans: words("thirteen")},
		}, "9. nine\n10. ten\n12) twelve\n13) thirteen"},
		{"a table", []feeds.Block{{Kind: feeds.Table, Rows: [][]string{{"a|b", "c"}, {"d"}}}}, "| a\\|b | c |\n| --- | --- |\n| d |  |"},
		{"code", []feeds.Block{{Kind: feeds.Code, Spans: words("```\n  *x*\n````")}}, "`````\n```\n  *x*\n````\n`````"},
		{"an image", []feeds.Block{{Kind: feeds.Image, URL: "https://a.example/i.jpg", Alt: "a [b]", Spans: words("Cranes.")}}, "![a \\[b\\]](https://a.example/i.jpg)\n\n*Cranes.*"},
		{"a post", []feeds.Block{{Kind: feeds.Embed, URL: "https://x.example/1", Spans: words("x.example")}}, "[x.example](https://x.example/1)"},
		{"marks for the breaking of lines", []feeds.Block{{Kind: feeds.Paragraph, Spans: words("10\u00a0000 Bundes\u00adtage")}}, "10 000 Bundestage"},
		{"emphasis before spans without text", []feeds.Block{{Kind: feeds.Paragraph, Spans: []feeds.Span{{Text: "a ("}, {Text: "b)", Strong: true}, {Text: "", Emph: true}, {Text: "c"}}}}, "a (b)c"},
		{"nothing", []feeds.Block{{Kind: feeds.Paragraph}, {Kind: feeds.Table}, {Kind: feeds.Quote}, {Kind: feeds.ListEntry}}, ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			if diff := cmp.Diff(c.want, article.Markdown(feeds.Article{Blocks: c.blocks})); diff != "" {
				t.Error(diff)
			}
		})
	}
}

func TestMarkdownHead(t *testing.T) {
	day := time.Date(2026, 2, 1, 0, 0, 0, 0, time.UTC)
	a := feeds.Article{
		URL: "https://gazette.example/1", Site: "The Gazette", Kicker: "GREAT GAMES", Title: "1. Talks 'turn a page' #2", Byline: "AFP Staff Writers",
		Place: "Port Aral", Wire: "AFP", Day: day, Picture: feeds.Picture{URL: "https://gazette.example/i.jpg", Alt: "Two hands", Caption: "The two on Sunday."},
		Blocks: []feeds.Block{{Kind: feeds.Paragraph, Spans: words("The envoy spoke.")}},
	}
	want := "GREAT GAMES\n\n# 1. Talks 'turn a page' \\#2\n\nby AFP Staff Writers\n\nPort Aral (AFP) Feb 1, 2026\n\n[The Gazette](https://gazette.example/1)\n\n" +
		"![Two hands](https://gazette.example/i.jpg)\n\n*The two on Sunday.*\n\nThe envoy spoke."
	if diff := cmp.Diff(want, article.Markdown(a)); diff != "" {
		t.Error(diff)
	}
}

// TestMarkdownOfAPage is the golden of a page that has every kind of block.
func TestMarkdownOfAPage(t *testing.T) {
	for _, name := range []string{"kinds", "model", "wordpress"} {
		page, err := os.ReadFile("testdata/" + name + ".html")
		if err != nil {
			t.Fatal(err)
		}
		a, err := article.Extract(page, "", address)
		if err != nil {
			t.Fatal(err)
		}
		got, golden := article.Markdown(a)+"\n", "testdata/"+name+".md"
		if *update {
			if err := os.WriteFile(golden, []byte(got), 0o600); err != nil {
				t.Fatal(err)
			}
		}
		want, err := os.ReadFile(golden)
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(string(want), got); diff != "" {
			t.Errorf("%s: %s", name, diff)
		}
	}
}

var (
	escaped = regexp.MustCompile("\\\\[!-/:-@\\[-`{-~]")
	active  = regexp.MustCompile("[*_`\\[\\]<>~|\\\\]|&(?:#[0-9]+|#[xX][0-9a-fA-F]+|[A-Za-z][A-Za-z0-9]*);|^[-+#=]|^\\d+[.)]|\n")
)

// FuzzMarkdownText proves of any text that its Markdown holds no mark that is
// not escaped, and is the text again without its backslashes.
func FuzzMarkdownText(f *testing.F) {
	for _, s := range []string{"a *b* [c](d)", "1. x", "- - -", "\\*", "&amp;&#35;", "<b>", "a | b", "~~~", "Ünï 三 *", "#\t#", "a\\", "  - x", "\u00a0# x", "&\u00adamp;", "&&A;"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		s = feeds.Clean(s, 1000)
		md := article.Markdown(feeds.Article{Blocks: []feeds.Block{{Kind: feeds.Paragraph, Spans: words(s)}}})
		// What was escaped stands for a sign that does nothing: only what is left may act.
		if left := escaped.ReplaceAllString(md, "€"); active.MatchString(left) {
			t.Errorf("%q: %q is active", s, md)
		}
		shown := escaped.ReplaceAllStringFunc(md, func(e string) string { return e[1:] })
		if shown != strings.Join(strings.Fields(s), " ") {
			t.Errorf("%q shows as %q", s, shown)
		}
	})
}
