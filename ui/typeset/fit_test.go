package typeset_test

import (
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"

	"dateline/feeds"
	"dateline/ui/pane"
	"dateline/ui/theme"
	"dateline/ui/typeset"
)

// fits checks what every line promises, with and without marks.
func fits(t *testing.T, o typeset.Options, marks ...typeset.Mark) {
	t.Helper()
	var last typeset.Place
	for i, l := range set(o) {
		if got := l.Marked(marks, 0); ansi.Strip(got) != ansi.Strip(l.Text) {
			t.Fatalf("%d columns: marked %q is %q", o.Width, l.Text, got)
		}
		l.Text = l.Marked(marks, 0)
		if w := pane.PaintedWidth(l.Text); w > o.Width {
			t.Fatalf("%d columns: %q takes %d cells", o.Width, l.Text, w)
		}
		if strings.LastIndex(l.Text, "\x1b[") != strings.LastIndex(l.Text, "\x1b[m") {
			t.Fatalf("%d columns: a style is open at the end of %q", o.Width, l.Text)
		}
		if at := strings.LastIndex(l.Text, "\x1b]8;"); at >= 0 && !strings.HasPrefix(l.Text[at:], "\x1b]8;;\x1b\\") {
			t.Fatalf("%d columns: a link is open at the end of %q", o.Width, l.Text)
		}
		if i > 0 && l.Place.Compare(last) < 0 {
			t.Fatalf("%d columns: %q stands at %v, the line before it at %v", o.Width, l.Text, l.Place, last)
		}
		last = l.Place
	}
}

func TestEveryWidthFits(t *testing.T) {
	for _, s := range scripts {
		for w := 0; w <= 200; w += 1 + w/20 {
			fits(t, typeset.Options{Theme: theme.New(true, w%2 == 0), Width: w, Article: s.article()})
		}
	}
}

// hard are pieces of text that take cells in other ways than they seem to.
var hard = []string{
	"a", "word", " ", "  ", "\t", "\n", "-", "“", "”", "«", "»", "「", "」", "。", "、", "字", "한", "ก", "กำ", "เ", "क्षि", "ि", "é", "e\u0301\u0302",
	"👩‍🚀", "👨‍👩‍👧‍👦", "🇺🇳", "🇺", "👍🏽", "❤️", "☎︎", "1️⃣", "\u00a0", "\u202f", "\u00ad", "\u200b", "\u2060", "\u200d", "ta\u00adlk", "a\u200bb", "a\u2060b", "ـ", "ש", "לָ", "ع", "ﷺ", "﷽",
	"１２", "‥", "…", "—", "https://example.org/a/very/long/address?with=more", "unbelievablylongwordwithoutanyend", "[", "]", "12.", "\u0e33",
}

func random(r *rand.Rand, n int) string {
	var b strings.Builder
	for range n {
		b.WriteString(hard[r.IntN(len(hard))])
	}
	return b.String()
}

func TestTextOfEveryKindFits(t *testing.T) {
	kinds := []feeds.BlockKind{feeds.Paragraph, feeds.Heading, feeds.Quote, feeds.ListEntry, feeds.Table, feeds.Code, feeds.Image, feeds.Embed}
	r := rand.New(rand.NewPCG(1, 2))
	for range 150 {
		a := feeds.Article{Title: random(r, 8), Picture: feeds.Picture{Alt: random(r, 5)}}
		for range 1 + r.IntN(5) {
			b := feeds.Block{
				Kind: kinds[r.IntN(len(kinds))], Level: r.IntN(6), Number: r.IntN(3) * r.IntN(1000),
				Spans: []feeds.Span{{Text: random(r, 9), Emph: true}, {Text: random(r, 9), Link: river, Strong: true}, {Text: random(r, 9)}},
			}
			if b.Kind == feeds.Table {
				b.Spans, b.Rows = nil, [][]string{{random(r, 2), random(r, 2)}, {random(r, 3), random(r, 4), random(r, 1)}, {}, {random(r, 2)}}
			}
			a.Blocks = append(a.Blocks, b)
		}
		th := theme.New(true, r.IntN(2) == 0)
		th.Hyperlinks = r.IntN(2) == 0
		marks := []typeset.Mark{{Block: 0, From: r.IntN(9), To: 9 + r.IntN(30)}, {Block: 0, From: 40, To: 41}}
		for _, w := range []int{1, 2, 3, 7, 13, 40, 100, r.IntN(200)} {
			fits(t, typeset.Options{Theme: th, Width: w, Article: a}, marks...)
		}
	}
}
