package region

import (
	"slices"
	"testing"
)

func TestWords(t *testing.T) {
	for text, want := range map[string][]string{
		"":                        nil,
		"U.S.-China talks":        {"U.S.", "China", "talks"},
		"N'Djamena’s mayor":       {"N", "Djamena", "s", "mayor"},
		"J.Smith met A. B. Jones": {"J", "Smith", "met", "A", "B", "Jones"},
		"in the E.U":              {"in", "the", "E.U"},
		"日本とロシア":                  {"日", "本", "と", "ロシア"},
		"EU와 한국":                  {"EU", "와", "한", "국"},
		`ארה"ב וצ׳כיה "כן"`:       {`ארה"ב`, "וצ׳כיה", "כן"},
		"イスラエル・イラン":               {"イスラエル", "イラン"},
		"Co\u0302te\xffd":         {"Co\u0302te", "d"},
	} {
		var got []string
		for start, end, ok := nextWord(text, 0); ok; start, end, ok = nextWord(text, end) {
			got = append(got, text[start:end])
		}
		if !slices.Equal(got, want) {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
	}
}

func TestFold(t *testing.T) {
	for word, want := range map[string]string{
		"Türkiye": "turkiye", "U.S.": "us", "Łódź": "lodz", "Tromsø": "tromso", "Straße": "strasse", "الأردن": "الاردن", "中": "中",
		"رُوسِيَا": "روسيا", "ترکیہ": "تركيه", "फ़्रांस": "फ्रांस", "रूस": "रूस", "ＥＵ": "eu", `ארה״ב`: "ארהב",
	} {
		if got := fold(word); got != want {
			t.Errorf("%s: %q, want %q", word, got, want)
		}
	}
}

func TestDatelines(t *testing.T) {
	for text, want := range map[string]string{
		"OSLO, May 4 (Wire) - Ships":        "OSLO, May 4 (Wire) - ",
		"Beijing (AFP) Feb 1, 2026 - Envoy": "Beijing (AFP) ",
		"ST. PETERSBURG — Rain":             "ST. PETERSBURG — ",
		"NAIROBI (Reuters) Rain":            "NAIROBI (Reuters) ",
		"Rain fell - as it does - all day":  "",
		"UN envoy leaves":                   "",
	} {
		if got := text[:datelineLength(text)]; got != want {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
	}
}
