package pane

import (
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"github.com/rivo/uniseg"
)

// prose is text as agencies write it, without words longer than a line.
var prose = []string{
	`The U.S.-led talks (the third since 2019) broke off at 3:45 p.m. on Tuesday; "nothing more to say," a 62-year-old envoy said—twice.`,
	`Oil rose 3.5% to $84.20 a barrel, and/or 10 000 barrels/day; see pp. 10–12 … or not? “Yes!” it's AT&T, C++, F-16s and COVID-19.`,
	`« Rien n’est décidé », a-t-il dit : « on verra bien ! » L’Union européenne, elle, attend 12,5 millions d’euros (soit 5 %).`,
	`„Nichts ist entschieden“, sagte der Außenminister; »wir warten«. Die EU-Kommission prüft §5 und Art. 7 – wie immer.`,
	`Министры встретились во вторник — и прервали переговоры: «Ничего не решено», — сказал посол. Погибли 10 человек (5%).`,
	`قال الوزير إن المحادثات "انتهت" يوم الثلاثاء؛ وأضاف: لا جديد (حتى الآن)، 45 يومًا!`,
	`השר אמר: "השיחות הסתיימו" ביום שלישי; בית-המשפט דן ב-12 עתירות (לפחות).`,
	`外交部长星期二在首都会见代表，谈判在夜间破裂。“我们走了这么远，”他说，“不是为了3.5%。”NATO没有派代表参加长达9小时的会谈……`,
	`両国の外相は火曜日に首都で会談し、「合意した」と語った。ニュースサービスによると、各国の人々が￥1,000を（約100人で）寄付した！`,
	`외교장관은 화요일 "합의했다"고 말했다. 유엔(UN) 대표단 45명은 3.5% 인상안을 검토했다.`,
	`दोनों पक्षों के मंत्री मंगलवार को मिले। "कुछ तय नहीं हुआ," राजदूत ने कहा; 45 दिन बाकी हैं (कम से कम)।`,
}

// Where a line of prose ends here, it may also end by the line breaking
// algorithm of Unicode 15, as another library has it. The exceptions are
// places that Unicode 16 has added.
func TestLinesEndWhereUnicodeAllows(t *testing.T) {
	for _, text := range prose {
		allowed := map[int]bool{}
		for rest, state := text, -1; rest != ""; {
			_, rest, _, state = uniseg.FirstLineSegmentInString(rest, state)
			allowed[len(text)-len(rest)] = true
		}
		for width := 24; width < 90; width++ {
			for _, l := range Break(text, width) {
				if l.Start > 0 && !allowed[l.Start] && !added(text[:l.Start]) {
					t.Errorf("%d cells: %q begins a line", width, text[l.Start:])
				}
			}
		}
	}
}

// added says whether a line may end after s though Unicode 15 knew no such
// place: quotation marks in Chinese, and Hebrew words with a hyphen.
func added(s string) bool {
	last, n := utf8.DecodeLastRuneInString(s)
	before, _ := utf8.DecodeLastRuneInString(s[:len(s)-n])
	return strings.ContainsRune("，。”", last) || last == '-' && unicode.Is(unicode.Hebrew, before)
}
