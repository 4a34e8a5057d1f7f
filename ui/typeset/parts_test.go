package typeset_test

import (
	"regexp"
	"strings"
	"testing"
	"unicode"

	"github.com/google/go-cmp/cmp"

	"dateline/feeds"
	"dateline/ui/theme"
	"dateline/ui/typeset"
)

// numbers are those of links, and of entries of a list that stand at the right.
var numbers = regexp.MustCompile(`(?m)\[\d+\]|  \.\d+$`)

// joined returns text without white space and without what the setting adds.
func joined(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) || strings.ContainsRune("│↳•-", r) {
			return -1
		}
		return r
	}, numbers.ReplaceAllString(s, ""))
}

func TestNothingIsLost(t *testing.T) {
	for _, s := range scripts {
		a := s.article()
		for _, w := range []int{14, 25, 40, 90} {
			got := joined(bare(set(typeset.Options{Theme: theme.New(true, false), Width: w, Article: a})))
			for _, b := range a.Blocks {
				for part := range strings.FieldsFuncSeq(b.Plain(), func(r rune) bool { return b.Kind == feeds.Table && (r == '\t' || r == '\n') }) {
					narrowTable := b.Kind == feeds.Table && w > 14 // cells are broken side by side
					if !narrowTable && !strings.Contains(got, joined(part)) {
						t.Errorf("%s, %d columns: %q is lost", s.name, w, part)
					}
				}
			}
		}
	}
}

// sheet sets blocks and returns what the lines say, the first blank one aside.
func sheet(width int, blocks ...feeds.Block) []string {
	pg := typeset.New(typeset.Options{Theme: theme.New(true, false), Width: width, Article: feeds.Article{Blocks: blocks}})
	pg.Body()
	return strings.Split(strings.TrimRight(bare(pg.Lines()), "\n"), "\n")[1:]
}

func TestTables(t *testing.T) {
	wide := [][]string{{"Who", "What was said"}, {"North", "that the river is a border"}, {"South", "that it is not"}}
	tests := []struct {
		name  string
		width int
		rows  [][]string
		want  []string
	}{
		{"columns", 40, [][]string{{"Side", "Days"}, {"North", "10"}, {"South", "1,120"}}, []string{
			" Side    Days", " ────────────", " North     10", " South  1,120",
		}},
		{"numbers with gaps", 40, [][]string{{"Side", "Days"}, {"North", "–"}, {"South", "+5 %"}, {"Both"}}, []string{
			" Side   Days", " ───────────", " North     –", " South  +5 %", " Both",
		}},
		{"broken cells", 25, wide, []string{
			" Who    What was said", " ───────────────────────", " North  that the river", "        is a border", "", " South  that it is not",
		}},
		{"records", 13, wide, []string{
			" Who: North", " What was", " said: that", " the river", " is a border", "", " Who: South", " What was", " said: that", " it is not",
		}},
		{"one row has no head", 40, [][]string{{"North", "ceasefire"}}, []string{" North", " ceasefire"}},
		{"one column", 40, [][]string{{"Side"}, {"North"}}, []string{" Side: North"}},
	}
	for _, tt := range tests {
		got := sheet(tt.width, feeds.Block{Kind: feeds.Table, Rows: tt.rows})
		if diff := cmp.Diff(tt.want, got); diff != "" {
			t.Errorf("%s, -want +got:\n%s", tt.name, diff)
		}
	}
}

func TestLists(t *testing.T) {
	entry := func(level, number int, s string) feeds.Block {
		return feeds.Block{Kind: feeds.ListEntry, Level: level, Number: number, Spans: said(s)}
	}
	got := sheet(20,
		entry(1, 9, "nine"), entry(2, 0, "within nine"), entry(1, 10, "ten and more of it"),
		entry(1, 0, "another list"), para("End."),
		entry(1, 0, strings.Repeat("long ", 12)), entry(1, 0, strings.Repeat("long ", 10)))
	want := []string{
		"  9. nine", "     • within nine", " 10. ten and more", "     of it", "", " • another list", "", " End.", "",
		" • long long long", "   long long long", "   long long long", "   long long long", "",
		" • long long long", "   long long long", "   long long long", "   long",
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

func TestQuotationMarksHang(t *testing.T) {
	quote := func(s string) feeds.Block { return feeds.Block{Kind: feeds.Quote, Level: 1, Spans: said(s)} }
	tests := []struct {
		name  string
		width int
		block feeds.Block
		want  string
	}{
		{"in the margin", 80, para("“Yes”"), "   “Yes”"},
		{"not without one", 40, para("“Yes”"), " “Yes”"},
		{"two cells wide", 90, para("「空の椅子」"), "         「空の椅子」"},
		{"two of them", 80, para("“‘Yes’”"), "  “‘Yes’”"},
		{"with its space", 80, para("« Oui »"), "  « Oui »"},
		{"beside a bar", 40, quote("“Yes”"), " │“Yes”"},
		{"no room beside a bar", 40, quote("「空」"), " │ 「空」"},
		{"from the right", 80, para("«نعم»"), strings.Repeat(" ", 72) + "«نعم»"},
		{"alone", 80, para("“"), "    “"},
	}
	for _, tt := range tests {
		if got := sheet(tt.width, tt.block); len(got) != 1 || got[0] != tt.want {
			t.Errorf("%s: got %q, want %q", tt.name, got, tt.want)
		}
	}
}

func TestCodeIsKept(t *testing.T) {
	got := sheet(20, feeds.Block{Kind: feeds.Code, Spans: said("if x {\n\treturn  y\n}\n\nabcdefghijklmnopqrstuvwxyz\na flag --with another")})
	want := []string{"   if x {", "       return  y", "   }", "", "   abcdefghijklmnop", "   ↳ qrstuvwxyz", "   a flag --with", "   ↳ another"}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

func TestGroupsSayNothingTwice(t *testing.T) {
	link := func(name string) feeds.Link { return feeds.Link{Text: name, URL: "https://north-post.example/" + name} }
	a := feeds.Article{
		Blocks:  []feeds.Block{{Kind: feeds.Paragraph, Spans: []feeds.Span{{Text: "words", Link: link("text").URL}}}},
		Related: []feeds.Link{link("text"), link("a"), link("b"), link("c"), link("alone"), link("d"), link("e")},
		Groups: []feeds.LinkGroup{
			{Label: "Related Links", Links: []feeds.Link{link("a")}},
			{Label: "Empty"},
			{Label: "Rivers", Lead: link("b"), Wire: "AFP", Teaser: "How it begins.", Links: []feeds.Link{link("a"), link("c")}},
			{Label: "Rivers", Links: []feeds.Link{link("d")}},
			{Label: "Seen", Lead: link("a"), Teaser: "Not again.", Links: []feeds.Link{link("d")}},
			{Links: []feeds.Link{link("e")}},
			{Label: "Unknown", Links: []feeds.Link{link("not of the page")}},
		},
	}
	pg := typeset.New(typeset.Options{Theme: theme.New(true, false), Width: 60, Article: a})
	pg.Links()
	pg.Groups()
	want := `
 Links
 1 words
   https://north-post.example/text

 Related links
 2 a

 RIVERS
 3 b
   (AFP)
   How it begins.
 4 c

 5 d

 RELATED LINKS
 6 e

 ALSO ON THE PAGE
 7 alone
`
	if diff := cmp.Diff(want, bare(pg.Lines())); diff != "" {
		t.Error(diff)
	}
	a.Groups, a.Related = nil, a.Related[:2]
	pg = typeset.New(typeset.Options{Theme: theme.New(true, false), Width: 60, Article: a})
	pg.Groups()
	if diff := cmp.Diff("\n Related links\n 2 a\n", bare(pg.Lines())); diff != "" {
		t.Error(diff)
	}
}
