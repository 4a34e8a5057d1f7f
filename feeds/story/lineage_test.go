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
		{text: "The AFP and the army clashed with the rebels.", want: ""},
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
