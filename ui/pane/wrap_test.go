package pane

import (
	"strings"
	"testing"
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
		{"small kana", "きょうチェックした", 12, []string{"きょうチェッ", "クした"}},
		{"small kana do not begin a line", "きょうチェックした", 10, []string{"きょう", "チェックし", "た"}},
		{"long vowel", "ニュースサービス", 6, []string{"ニュー", "スサー", "ビス"}},
		{"iteration mark", "各国の人々が", 8, []string{"各国の", "人々が"}},
		{"number in Chinese", "增长3.5%以上", 6, []string{"增长", "3.5%以", "上"}},
		{"price in Japanese", "値段は￥100だ", 8, []string{"値段は", "￥100だ"}},
		{"name in Chinese", "弗拉基米尔·普京", 10, []string{"弗拉基米", "尔·普京"}},
		{"dashes of Chinese", "他说——是的", 5, []string{"他说", "——是", "的"}},
		{"Korean beside brackets", "그는 「외교」를 말했다", 10, []string{"그는", "「외교」를", "말했다"}},
		{"Latin in Chinese", "与NATO会谈", 5, []string{"与", "NATO", "会谈"}},
		{"Thai", "นายกรัฐมนตรีไทย", 8, []string{"นายกรัฐมน", "ตรีไทย"}},
		{"Thai silent letter", "ศาสตร์ศาสตร์", 6, []string{"ศาสตร์", "ศาสตร์"}},
		{"Thai phrases", "การประชุม ระหว่างประเทศ", 10, []string{"การประชุม", "ระหว่างประ", "เทศ"}},
		{"Thai beside digits", "ในปี2024ที่", 6, []string{"ในปี", "2024ที่"}},
		{"Lao", "ປະເທດລາວ", 5, []string{"ປະເທດ", "ລາວ"}},
		{"Khmer letters below", "ប្រទេសកម្ពុជា", 8, []string{"ប្រទេសកម្ពុ", "ជា"}},
		{"Burmese finals", "မြန်မာနိုင်ငံ", 6, []string{"မြန်မာ", "နိုင်ငံ"}},
		{"Tibetan", "བོད་ཡིག་གི་", 3, []string{"བོད་", "ཡིག་", "གི་"}},
		{"Thai vowel before its letter", "กกกเกก", 4, []string{"กกก", "เกก"}},
		{"Korean breaks at spaces", "외교장관 회담", 10, []string{"외교장관", "회담"}},
		{"a long Korean word", "외교장관회담이", 6, []string{"외교장", "관회담", "이"}},
		{"a short hyphenated word", "the x-ray image", 6, []string{"the", "x-ray", "image"}},
		{"a number before a hyphen", "a 20-year-old man", 11, []string{"a 20-year-", "old man"}},
		{"a number keeps its word", "sign 45-day truce", 9, []string{"sign", "45-day", "truce"}},
		{"initials before a hyphen", "the U.S.-led side", 12, []string{"the U.S.-led", "side"}},
		{"initials", "the U.S. troops", 7, []string{"the", "U.S.", "troops"}},
		{"a range", "pages 10–12 and 3-4", 9, []string{"pages", "10–12 and", "3-4"}},
		{"after a dash, not before", "the talks—they said—broke", 12, []string{"the talks—", "they said—", "broke"}},
		{"a typed dash", "the talks--they said", 12, []string{"the talks--", "they said"}},
		{"a dash stays with what it follows", "the talks – they said", 11, []string{"the talks –", "they said"}},
		{"not before a dash", "the talks – they said", 9, []string{"the", "talks –", "they said"}},
		{"a dash at the start", "– Non, dit-il", 8, []string{"– Non,", "dit-il"}},
		{"German quotes", "er rief »ja« und »nein«", 8, []string{"er rief", "»ja« und", "»nein«"}},
		{"French quotes with their marks", "a dit : « non » !", 9, []string{"a dit :", "« non » !"}},
		{"a closing quote", "he said “no” twice", 11, []string{"he said", "“no” twice"}},
		{"ellipsis", "wait for it … or go", 12, []string{"wait for", "it … or go"}},
		{"three points", "wait for it... or", 12, []string{"wait for", "it... or"}},
		{"thousands", "about 10 000 people", 8, []string{"about", "10 000", "people"}},
		{"years are no thousands", "in 2024 500 men", 7, []string{"in 2024", "500 men"}},
		{"a unit", "it fell 5 km away", 9, []string{"it fell", "5 km away"}},
		{"a share", "it is 5 % or so", 7, []string{"it is", "5 % or", "so"}},
		{"a section", "under § 4 of it", 8, []string{"under", "§ 4 of", "it"}},
		{"an alternative", "the town and/or city", 16, []string{"the town and/or", "city"}},
		{"an address moves before it is cut", "see news.example/a-story now", 20, []string{"see", "news.example/a-story", "now"}},
		{"a long address", "see https://news.example/politics/a-long-story?id=12&x=3", 24, []string{
			"see", "https://news.example/", "politics/a-long-story?", "id=12&x=3",
		}},
		{"no-break space", "about 10\u00a0000\u202fkm away", 12, []string{"about", "10 000 km", "away"}},
		{"all of it no-break spaces", "one\u00a0two\u00a0three\u00a0four", 9, []string{"one two", "three", "four"}},
		{"word joiner", "a either\u2060-\u2060or b", 10, []string{"a", "either-or", "b"}},
		{"zero-width space", "either\u200bor\u200bneither", 9, []string{"eitheror", "neither"}},
		{"soft hyphen", "the Bundes\u00adtags\u00adwahl", 11, []string{"the Bundes-", "tagswahl"}},
		{"no room for the hyphen", "the Bundes\u00adtag", 10, []string{"the", "Bundestag"}},
		{"soft hyphens not needed", "Bun\u00addes\u00adtag", 9, []string{"Bundestag"}},
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
		"plain words", "« non »  !", "外交部长「是的」。", "เกาะ ไทย", "a\u0301\u0301 é", "👩‍🚀🇺🇳", "\xff\x00\x1b[31m", "קול־אחד", "字", "ー", "...", "a\u00adb\u200bc\u2060d\u00a0e", "\u00ad \u200b", "ကျွန်ုပ်", "ប្រទេស", "部长و\u0738\u0605\u0704「是」", "\u06040\u0604 0",
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
			if strings.ContainsAny(l, "\u00ad\u200b\u2060") {
				t.Fatalf("line %q shows marks", l)
			}
			if l == "" || endsInSpace(l) || strings.ContainsAny(l, "\n\r\t") {
				t.Fatalf("line %q is empty or has white space to lose", l)
			}
		}
		if width >= widest(text) {
			same(t, text, width)
		}
	})
}

// endsInSpace says whether the last character of l is a space. One that an
// Arabic number sign before it has taken in is a part of that.
func endsInSpace(l string) bool {
	last := ""
	for g := graphemes.FromString(l); g.Next(); {
		last = g.Value()
	}
	return last == " "
}

// widest returns the cells of the widest character of text.
func widest(text string) int {
	w := 2
	for g := graphemes.FromString(text); g.Next(); {
		w = max(w, Width(g.Value()))
	}
	return w
}

// same fails unless the lines of text hold its characters, spaces and marks
// aside, whole.
func same(t *testing.T, text string, width int) {
	t.Helper()
	at := map[int]bool{len(text): true}
	for g := graphemes.FromString(text); g.Next(); {
		at[g.Start()] = true
	}
	var got strings.Builder
	for _, l := range Break(text, width) {
		got.WriteString(text[l.Start:l.End])
		if !at[l.Start] || !at[l.End] {
			t.Fatalf("a character of %q is split at %v", text, l)
		}
		if w := Width(l.Of(text)); w > width {
			t.Fatalf("line %q takes %d cells, not %d", l.Of(text), w, width)
		}
	}
	if got := bare(got.String()); got != bare(text) {
		t.Fatalf("characters were lost or added: %q became %q", text, got)
	}
}

func bare(s string) string {
	return strings.Map(func(r rune) rune {
		if gapOf(r) != 0 {
			return -1
		}
		return r
	}, s)
}

func BenchmarkBreak(b *testing.B) {
	for _, tt := range []struct{ name, sentence string }{
		{"english", "The ministers of both sides met on Tuesday and broke off in the night. "},
		{"russian", "Министры обеих сторон встретились во вторник и прервали переговоры. "},
		{"arabic", "التقى وزيرا الجانبين يوم الثلاثاء وقطعا المحادثات في الليل. "},
		{"chinese", "外交部长星期二在首都会见代表，谈判在夜间破裂。"},
		{"japanese", "両国の外相は火曜日に首都で会談し、夜になって協議は決裂した。"},
		{"thai", "รัฐมนตรีของทั้งสองฝ่ายพบกันเมื่อวันอังคารและยุติการเจรจาในตอนกลางคืน "},
		{"hindi", "दोनों पक्षों के मंत्री मंगलवार को मिले और रात में बातचीत टूट गई। "},
	} {
		text := strings.TrimSpace(strings.Repeat(tt.sentence, 10))
		b.Run(tt.name, func(b *testing.B) {
			b.SetBytes(int64(len(text)))
			b.ReportAllocs()
			for b.Loop() {
				Break(text, 76)
			}
		})
	}
}
