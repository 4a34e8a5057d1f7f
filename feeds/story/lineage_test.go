package story_test

import (
	"testing"
	"time"
	"unicode/utf8"

	"dateline/feeds/story"
)

func TestTraceDatelines(t *testing.T) {
	first := time.Date(2026, 2, 1, 0, 0, 0, 0, time.UTC)
	for _, c := range []struct {
		text string
		want story.Lineage
	}{
		{"Beijing (AFP) Feb 1, 2026 - The minister spoke.", story.Lineage{"Beijing", "AFP", first}},
		{"Beijing (AFP) Feb 1, 2026\n\nThe minister spoke.", story.Lineage{"Beijing", "AFP", first}},
		{"by AFP Staff Writers Beijing (AFP) Feb 1, 2026 The minister spoke.", story.Lineage{"Beijing", "AFP", first}},
		{"Washington DC (UPI) Feb 01, 2026 The minister spoke.", story.Lineage{"Washington DC", "UPI", first}},
		{"WASHINGTON, Feb 1 (Reuters) - The minister spoke.", story.Lineage{"Washington", "Reuters", time.Time{}}},
		{"UNITED NATIONS, Feb. 1, 2026 (Xinhua) -- The minister spoke.", story.Lineage{"United Nations", "Xinhua", first}},
		{"DUBAI/WASHINGTON, Feb 1 - The minister spoke.", story.Lineage{"Dubai", "", time.Time{}}},
		{"Feb 1 (Reuters) - The minister spoke.", story.Lineage{"", "Reuters", time.Time{}}},
		{"(Reuters) - The minister spoke.", story.Lineage{"", "Reuters", time.Time{}}},
		{"BEIRUT (AP) — The minister spoke.", story.Lineage{"Beirut", "AP", time.Time{}}},
		{"Kyiv, Ukraine (AP) — The minister spoke.", story.Lineage{"Kyiv", "AP", time.Time{}}},
		{"Berlin (dpa) - The minister spoke.", story.Lineage{"Berlin", "dpa", time.Time{}}},
		{"MOSCOW, February 1. /TASS/. The minister spoke.", story.Lineage{"Moscow", "TASS", time.Time{}}},
		{"MOSCOW. Feb 1 (Interfax) - The minister spoke.", story.Lineage{"Moscow", "Interfax", time.Time{}}},
		{"SEOUL, Feb. 1 (Yonhap) -- The minister spoke.", story.Lineage{"Seoul", "Yonhap", time.Time{}}},
		{"TOKYO, Feb 1 (Kyodo) - The minister spoke.", story.Lineage{"Tokyo", "Kyodo", time.Time{}}},
		{"(ANSA) - ROME, FEB 1 - The minister spoke.", story.Lineage{"Rome", "ANSA", time.Time{}}},
		{"Madrid, 1 feb (EFE).- La ministra habló.", story.Lineage{"Madrid", "EFE", time.Time{}}},
		{"New Delhi [India], February 1 (ANI): The minister spoke.", story.Lineage{"New Delhi", "ANI", time.Time{}}},
		{"New Delhi, Feb 1 (IANS) The minister spoke.", story.Lineage{"New Delhi", "IANS", time.Time{}}},
		{"Mumbai, Feb 1 (PTI) The minister spoke.", story.Lineage{"Mumbai", "PTI", time.Time{}}},
		{"ANKARA (AA) - The minister spoke.", story.Lineage{"Ankara", "AA", time.Time{}}},
		{"Kyiv, 1 February 2026 (Ukrinform) - The minister spoke.", story.Lineage{"Kyiv", "Ukrinform", first}},
		{"DAVOS, Switzerland/COPENHAGEN/NUUK, Feb 1 (Reuters) - The minister spoke.", story.Lineage{"Davos", "Reuters", time.Time{}}},
		{"PARIS/TOKYO/LONDON/MOSCOW/BEIJING/MEXICO CITY, Feb 1 (Reuters) - The minister spoke.", story.Lineage{"Paris", "Reuters", time.Time{}}},
		{"LONDON, Feb 1 (Reuters Breakingviews) - The minister spoke.", story.Lineage{"London", "Reuters", time.Time{}}},
		{"MADRID, 1 (EUROPA PRESS) - La ministra habló.", story.Lineage{"Madrid", "Europa Press", time.Time{}}},
		{"Lisboa, 01 fev 2026 (Lusa) – A ministra falou.", story.Lineage{"Lisboa", "Lusa", time.Time{}}},
		{"Berlin, 1. Februar (dpa) - Die Ministerin sprach.", story.Lineage{"Berlin", "dpa", time.Time{}}},
		{"Paris, 1 févr. 2026 (AFP) - La ministre a parlé.", story.Lineage{"Paris", "AFP", time.Time{}}},
		{"МОСКВА, 1 фев — РИА Новости. Министр выступил.", story.Lineage{"Москва", "RIA Novosti", time.Time{}}},
		{"МОСКВА, 1 февраля. /ТАСС/. Министр выступил.", story.Lineage{"Москва", "TASS", time.Time{}}},
		{"Москва. 1 февраля. INTERFAX.RU - Министр выступил.", story.Lineage{"Москва", "Interfax", time.Time{}}},
		{"Киев. 1 февраля. Интерфакс-Украина - Министр выступил.", story.Lineage{"Киев", "Interfax-Ukraine", time.Time{}}},
		{"القاهرة (رويترز) - تحدث الوزير.", story.Lineage{"القاهرة", "Reuters", time.Time{}}},
		{"دبي 1 فبراير (أ ف ب) - تحدث الوزير.", story.Lineage{"دبي", "AFP", time.Time{}}},
		{"أبوظبي في 1 فبراير / وام / تحدث الوزير.", story.Lineage{"أبوظبي", "WAM", time.Time{}}},
		{"新华社北京2月1日电 部长发表讲话。", story.Lineage{"北京", "Xinhua", time.Time{}}},
		{"中新社莫斯科2月1日电 部长发表讲话。", story.Lineage{"莫斯科", "CNS", time.Time{}}},
		{"（中央社記者張三台北1日電）部長發表談話。", story.Lineage{"", "CNA", time.Time{}}},
		{"【ワシントン共同】大臣が演説した。", story.Lineage{"ワシントン", "Kyodo", time.Time{}}},
		{"【AFP=時事】大臣が演説した。", story.Lineage{"", "AFP", time.Time{}}},
		{"【北京時事】大臣が演説した。", story.Lineage{"北京", "Jiji", time.Time{}}},
		{"(서울=연합뉴스) 장관이 연설했다.", story.Lineage{"서울", "Yonhap", time.Time{}}},
		{"[서울=뉴시스] 장관이 연설했다.", story.Lineage{"서울", "Newsis", time.Time{}}},

		{"【速報】大臣が演説した。", story.Lineage{}},
		{"共同声明で大臣が演説した。", story.Lineage{}},
		{"Philadelphia (PA) - The minister spoke.", story.Lineage{}},
		{"The minister (AFP) spoke on Feb 1, 2026 - twice.", story.Lineage{}},
		{"Shares of Orion (ORN) fell on Feb 1 - again.", story.Lineage{}},
		{"On Monday, Feb 1 - a holiday - the minister spoke.", story.Lineage{}},
		{"The minister spoke.", story.Lineage{}},
		{"", story.Lineage{}},
	} {
		if got := story.Trace("A title", c.text, "", ""); got != c.want {
			t.Errorf("summary %q: %+v, want %+v", c.text, got, c.want)
		}
		if got := story.Trace("A title", "", c.text, ""); got != c.want {
			t.Errorf("text %q: %+v, want %+v", c.text, got, c.want)
		}
	}
}

func TestTraceCredits(t *testing.T) {
	for _, c := range []struct{ title, text, byline, want string }{
		{byline: "AFP Staff Writers", want: "AFP"},
		{byline: "by AFP Staff Writers", want: "AFP"},
		{byline: "Agence France-Presse", want: "AFP"},
		{byline: "The Associated Press", want: "AP"},
		{byline: "Jane Doe, Associated Press", want: "AP"},
		{byline: "Thomson Reuters", want: "Reuters"},
		{byline: "Interfax-Ukraine", want: "Interfax-Ukraine"},
		{byline: "AFP and Reuters", want: ""}, // somebody wrote one text from two
		{byline: "Jane Doe", want: ""},
		{byline: "Apolline Tassin", want: ""}, // no name within a word
		{text: "The minister spoke. © AFP", want: "AFP"},
		{text: "The minister spoke. © 2026 AFP. All rights reserved.", want: "AFP"},
		{text: "The minister spoke. Copyright 2026 The Associated Press. All rights reserved.", want: "AP"},
		{text: "The minister spoke. Source: Xinhua", want: "Xinhua"},
		{text: "The minister spoke. (AFP)", want: "AFP"},
		{text: "The minister spoke. — dpa", want: "dpa"},
		{text: "The minister spoke. (With inputs from ANI)", want: "ANI"},
		{text: "He spoke. (Reporting by Jane Doe in Paris; Editing by John Roe)", want: "Reuters"},
		{title: "Minister speaks in Paris (Reuters)", want: "Reuters"},
		{title: "Minister speaks in Paris - Reuters", want: "Reuters"},
		{title: "AFP reporter freed in Paris", want: ""},

		{byline: "By AFP", want: "AFP"},
		{byline: "AFP, Kyiv", want: "AFP"},
		{byline: "Reuters staff", want: "Reuters"},
		{byline: "Jane Doe and John Roe | AP", want: "AP"},
		{byline: "FRANCE 24 with Reuters", want: "Reuters"},
		{byline: "Jane Doe (with AFP)", want: "AFP"},
		{byline: "dpa-AFX", want: "dpa"},
		{byline: "PA Media", want: "PA"},
		{byline: "Le Ledger avec AFP", want: "AFP"},
		{byline: "Agencia EFE", want: "EFE"},
		{byline: "新华社记者 张三", want: "Xinhua"},
		{byline: "وكالات", want: ""},
		{byline: "with agencies", want: ""},
		{byline: "Agencias", want: ""},
		{byline: "AFP, Reuters", want: ""},
		{byline: "Ledger avec AFP et Reuters", want: ""},
		{byline: "Jane Doe, PA", want: ""},
		{byline: "Kapil Ap", want: ""},

		{text: "Habló la ministra. (con información de EFE)", want: "EFE"},
		{text: "La ministre a parlé.\n\nLe Ledger avec AFP", want: "AFP"},
		{text: "La ministre a parlé. (avec AFP)", want: "AFP"},
		{text: "Die Ministerin sprach. (mit Material von dpa)", want: "dpa"},
		{text: "Die Ministerin sprach.\n\nkle/dpa", want: "dpa"},
		{text: "Die Ministerin sprach. Quelle: dpa", want: "dpa"},
		{text: "A ministra falou. (com informações da AFP)", want: "AFP"},
		{text: "Bakan konuştu. (Kaynak: AA)", want: "AA"},
		{text: "Министр выступил. (по материалам РИА Новости)", want: "RIA Novosti"},
		{text: "Министр выступил. Источник: ТАСС", want: "TASS"},
		{text: "Міністр виступив. За матеріалами: Укрінформ", want: ""}, // in the sentence, no credit
		{text: "Міністр виступив.\n\nЗа матеріалами: Укрінформ", want: "Ukrinform"},
		{text: "部长发表讲话。（新华社）", want: "Xinhua"},
		{text: "部长发表讲话。（新华社记者张三）", want: "Xinhua"},
		{text: "部长发表讲话。 来源：新华社", want: "Xinhua"},
		{text: "大臣が演説した。（AFP時事）", want: "AFP"},
		{text: "大臣が演説した。（共同）", want: "Kyodo"},
		{text: "장관이 연설했다. 출처: 연합뉴스", want: "Yonhap"},
		{text: "تحدث الوزير. (أ ف ب)", want: "AFP"},
		{text: "تحدث الوزير. المصدر: رويترز", want: "Reuters"},
		{text: "تحدث الوزير.\n\nوكالات / وام", want: "WAM"},
		{text: "मंत्री बोले। (भाषा)", want: "PTI"},
		{text: "The minister spoke. (AFP/The Ledger)", want: "AFP"},
		{text: "The minister spoke. (With inputs from agencies)", want: ""},

		// Two agencies: the text was made of both and is nobody's.
		{text: "The minister spoke. (AFP, dpa, Reuters)", want: ""},
		{text: "The minister spoke. (with AFP and Reuters)", want: ""},
		{text: "تحدث الوزير.\n\nوكالات / أ ف ب / رويترز", want: ""},
		{text: "La ministre a parlé. (avec AFP et Reuters)", want: ""},

		{text: "The AFP and the army clashed with the rebels.", want: ""},
		{text: "The minister spoke, the AP reported that.", want: ""},
		{text: "“We do not know,” said AFP's editor.", want: ""},
		{text: "He told The Associated Press (AP).", want: ""}, // explains a name
		{text: "Fire broke out near the offices of the state agency (SANA)", want: ""},
		{text: "She was born in Scranton. (PA)", want: ""},
		{text: "The ministers spoke. (Photo: AFP)", want: ""},
		{text: "The ministers spoke. (AP Photo)", want: ""},
		{text: "The two sides work in common. （共同声明）", want: ""},
		{title: "Two killed in Kyiv – Interfax-Ukraine", want: ""}, // cited
	} {
		if got := story.Trace(c.title, "", c.text, c.byline); got.Wire != c.want {
			t.Errorf("%+v: wire %q", c, got.Wire)
		}
	}
}

func FuzzTrace(f *testing.F) {
	f.Add("Title", "Beijing (AFP) Feb 1, 2026 - x", "© AFP", "by AFP")
	f.Add("Title - Reuters", "МОСКВА, 1 фев (ТАСС) - x", "(", "/")
	f.Fuzz(func(t *testing.T, title, summary, text, byline string) {
		line := story.Trace(title, summary, text, byline)
		valid := utf8.ValidString(title) && utf8.ValidString(summary) && utf8.ValidString(text)
		if valid && !utf8.ValidString(line.Place) {
			t.Errorf("place %q is cut within a character", line.Place)
		}
		if got := story.StripPublisher(title); len(got) > len(title) || title != "" && got == "" {
			t.Errorf("StripPublisher(%q) = %q", title, got)
		}
	})
}
