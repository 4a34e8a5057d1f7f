package pane

import (
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"github.com/clipperhouse/uax29/v2/graphemes"
	"github.com/google/go-cmp/cmp"
)

func TestWrap(t *testing.T) {
	tests := []struct {
		name  string
		text  string
		width int
		want  []string
	}{
		{"nothing", "", 10, []string{}},
		{"only spaces", " \n\t ", 10, []string{}},
		{"no room", "word", 0, []string{}},
		{"fits", "one line", 8, []string{"one line"}},
		{"at spaces", "the talks broke off", 9, []string{"the talks", "broke off"}},
		{"spaces are one", "  the \n\n talks  ", 9, []string{"the talks"}},
		{"space at the edge", "four word", 4, []string{"four", "word"}},
		{"a long word is split", "unbelievably so", 5, []string{"unbel", "ievab", "ly so"}},
		{"a word is not split to fill a line", "to unbelievable", 12, []string{"to", "unbelievable"}},
		{"after a hyphen", "the Moscow-backed side", 12, []string{"the Moscow-", "backed side"}},
		{"not before digits", "an F-16 jet", 5, []string{"an", "F-16", "jet"}},
		{"French marks stay", "il dit « non » hier", 9, []string{"il dit", "« non »", "hier"}},
		{"French question", "est-ce vrai ?", 12, []string{"est-ce", "vrai ?"}},
		{"Chinese", "外交部长星期二在首都会见代表。", 10, []string{"外交部长星", "期二在首都", "会见代表。"}},
		{"no closing mark first", "外交部长会见。", 12, []string{"外交部长会", "见。"}},
		{"no opening mark last", "部长说「是的」", 8, []string{"部长说", "「是的」"}},
		{"no closing bracket first", "他说「是」", 8, []string{"他说", "「是」"}},
		{"Japanese", "首相はきょう、「合意した」と語った", 14, []string{"首相はきょう、", "「合意した」と", "語った"}},
		{"Latin in Chinese", "与NATO会谈", 5, []string{"与", "NATO", "会谈"}},
		{"Thai", "นายกรัฐมนตรีไทย", 8, []string{"นายกรัฐมน", "ตรีไทย"}},
		{"Thai vowel before its letter", "กกกเกก", 4, []string{"กกก", "เกก"}},
		{"Korean breaks at spaces", "외교 장관 회담", 5, []string{"외교", "장관", "회담"}},
		{"Arabic", "قال الوزير إن المحادثات", 11, []string{"قال الوزير", "إن", "المحادثات"}},
		{"Devanagari marks stay", "प्रधानमंत्री", 4, []string{"प्रधा", "नमं", "त्री"}},
		{"too wide for the column", "a字b", 1, []string{"a", "b"}},
		{"emoji stay whole", "👩‍🚀👩‍🚀", 4, []string{"👩‍🚀", "👩‍🚀"}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if diff := cmp.Diff(tt.want, Wrap(tt.text, tt.width)); diff != "" {
				t.Errorf("Wrap(%q, %d), -want +got:\n%s", tt.text, tt.width, diff)
			}
		})
	}
}

func TestBreakNamesTheBytes(t *testing.T) {
	const text = "  one two  three "
	var got []string
	for _, l := range Break(text, 8) {
		got = append(got, text[l.Start:l.End])
	}
	if diff := cmp.Diff([]string{"one two", "three"}, got); diff != "" {
		t.Error(diff)
	}
}

func FuzzWrap(f *testing.F) {
	for _, s := range []string{
		"plain words", "« non »  !", "外交部长「是的」。", "เกาะ ไทย", "a\u0301\u0301 é", "👩‍🚀🇺🇳", "\xff\x00\x1b[31m", "קול־אחד", "字", "ー", "...",
	} {
		for _, w := range []int{0, 1, 2, 7, 40} {
			f.Add(s, w)
		}
	}
	f.Fuzz(func(t *testing.T, text string, width int) {
		if width > 200 || len(text) > 2000 {
			t.Skip()
		}
		lines := Wrap(text, width)
		if !utf8.ValidString(text) {
			return // nothing is promised but an end
		}
		for _, l := range lines {
			if w := Width(l); w > width {
				t.Fatalf("line %q takes %d cells, not %d", l, w, width)
			}
			if l == "" || strings.HasSuffix(l, " ") || strings.ContainsAny(l, "\n\r\t") {
				t.Fatalf("line %q is empty or has white space to lose", l)
			}
		}
		if width >= widest(text) {
			same(t, text, lines)
		}
	})
}

// widest returns the cells of the widest character of text.
func widest(text string) int {
	w := 2
	for g := graphemes.FromString(text); g.Next(); {
		w = max(w, Width(g.Value()))
	}
	return w
}

// same fails unless lines hold the characters of text, spaces aside, whole.
func same(t *testing.T, text string, lines []string) {
	t.Helper()
	text = strings.Join(strings.Fields(text), " ")
	if got := bare(strings.Join(lines, " ")); got != bare(text) {
		t.Fatalf("characters were lost or added: %q became %q", text, got)
	}
	at := map[int]bool{len(text): true}
	for g := graphemes.FromString(text); g.Next(); {
		at[g.Start()] = true
	}
	for _, l := range Break(text, 2) {
		if !at[l.Start] || !at[l.End] {
			t.Fatalf("a character of %q is split at %v", text, l)
		}
	}
}

func bare(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) {
			return -1
		}
		return r
	}, s)
}

func BenchmarkWrap(b *testing.B) {
	text := strings.Repeat("The ministers of both sides met on Tuesday and broke off in the night. ", 10)
	b.ReportAllocs()
	for b.Loop() {
		Wrap(text, 76)
	}
}
