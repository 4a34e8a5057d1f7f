package article

import (
	"strings"
	"testing"
	"unicode/utf8"
)

func TestWordsAreFoundAsTheyAreTyped(t *testing.T) {
	tests := []struct{ name, text, typed, want string }{
		{"case", "NATO and Nato", "nato", "NATO|Nato"},
		{"accents", "Côte d’Ivoire, cote", "cote", "Côte|cote"},
		{"accents are typed", "Cote", "côte", "Cote"},
		{"accents of their own", "Cote\u0301s", "cotes", "Cote\u0301s"},
		{"quotes and dashes", "the “no–fly” zone", `"no-fly"`, "“no–fly”"},
		{"white space", "broke \n\t off", "broke off", "broke \n\t off"},
		{"final sigma", "Τσίπρας", "τσιπρασ", "Τσίπρας"},
		{"dots", "wait…", "t..", "t…"},
		{"ligatures", "ofﬁce", "ffic", "fﬁc"},
		{"half a ligature", "ﬁne", "f", "ﬁ"},
		{"Chinese", "外交部长会见外长", "外长", "外长"},
		{"full width", "ＮＡＴＯ会谈", "nato会", "ＮＡＴＯ会"},
		{"Japanese keeps its voice", "かがみ", "か", "か"},
		{"Hangul", "외교 장관", "장", "장"},
		{"Arabic without vowels", "مُحَمَّد", "محمد", "مُحَمَّد"},
		{"Hebrew without vowels", "שָׁלוֹם", "שלום", "שָׁלוֹם"},
		{"Thai", "รัฐมนตรี", "มนตรี", "มนตรี"},
		{"Devanagari keeps its vowels", "नदी नद", "नद", "नद|नद"},
		{"not over each other", "aaaa", "aa", "aa|aa"},
		{"nothing", "a", "", ""},
		{"Turkish", "İstanbul", "istanbul", "İstanbul"},
	}
	for _, tt := range tests {
		f := fold(tt.text)
		var got []string
		for _, m := range f.all(fold(tt.typed).text) {
			got = append(got, tt.text[m[0]:m[1]])
		}
		if strings.Join(got, "|") != strings.TrimSuffix(tt.want, "|") {
			t.Errorf("%s: %q in %q found %q, want %q", tt.name, tt.typed, tt.text, got, tt.want)
		}
	}
}

func FuzzFold(f *testing.F) {
	for _, s := range []string{"Côte", "“a” – b", "e\u0301\u0301", "ﬁ…", "外交 部", "\xff\x00", "İıς", "각"} {
		f.Add(s, "a")
		f.Add(s+s, s)
	}
	f.Fuzz(func(t *testing.T, s, words string) {
		if !utf8.ValidString(s) {
			t.Skip() // all text is clean before it gets here
		}
		text := fold(s)
		last := 0
		for _, m := range text.all(fold(words).text) {
			if m[0] < last || m[1] <= m[0] || m[1] > len(s) {
				t.Fatalf("%q in %q: %v behind %d", words, s, m, last)
			}
			if !utf8.ValidString(s[m[0]:m[1]]) {
				t.Fatalf("%q in %q: %v cuts a character", words, s, m)
			}
			last = m[0]
		}
		if s != "" && text.text != "" && len(text.all(text.text)) == 0 {
			t.Fatalf("%q does not find itself", s)
		}
	})
}
