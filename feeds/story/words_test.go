package story

import (
	"bytes"
	"compress/gzip"
	"slices"
	"testing"

	"dateline/feeds"
)

func keys(ws []*word) []string {
	var out []string
	for _, w := range ws {
		out = append(out, w.key)
	}
	return out
}

func TestSplit(t *testing.T) {
	for text, want := range map[string][]string{
		"Strikes, striking; STRIKE!": {"strik", "strik", "strik"},
		"The planned plan":           {"the", "plan", "plan"},
		"China's Chinese":            {"china", "china"},
		"U.S. US American":           {"america", "america", "america"},
		"tell us":                    {"tell", "us"},
		"Orbán Orban":                {"orban", "orban"},
		"1,200 and 10.5":             {"1200", "and", "10.5"},
		"東京都で":                       {"東京", "京都", "都で"},
		"東":                          {"東"},
		"대통령은 서울에서":                  {"대통", "통령", "령은", "서울", "울에", "에서"},
		"Москва Москвы Москвой":            {"моск", "моск", "моск"},
		"القاهرة والقاهرة":                 {"قاهرة", "قاهرة"},
		"":                                 nil,
		"— … !":                            nil,
		"\u0e01\u0e23\u0e38\u0e07\u0e40 x": {"กร", "รุ", "ุง", "งเ", "x"},
	} {
		if got := keys(split(nil, text, 100, spaced)); !slices.Equal(got, want) {
			t.Errorf("split(%q) = %q, want %q", text, got, want)
		}
	}
}

func TestSplitStopsAtTheLimit(t *testing.T) {
	if got := split(nil, "one two three four", 2, spaced); len(got) != 2 {
		t.Errorf("%d words, want 2", len(got))
	}
}

func TestPhrasesAreOneWord(t *testing.T) {
	l := newLexicon()
	for text, want := range map[string][]string{
		"War in the Middle East":          {"war", "in", "the", "middl east"},
		"United States, North Korean":     {"america", "north korea"},
		"Saudi minister of Saudi Arabia":  {"saudi arabia", "minister", "of", "saudi arabia"},
		"The middle of the east of Korea": {"the", "middl", "of", "the", "east", "of", "korea"},
	} {
		if got := keys(l.wordsOf(text, 100)); !slices.Equal(got, want) {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
	}
}

func TestLanguageOf(t *testing.T) {
	for text, want := range map[string]string{
		"The minister of Norway speaks on fish":          "en",
		"Norway fish quota":                              "en",
		"El ministro de la pesca habla en el congreso":   "es",
		"Le ministre de la pêche parle dans une réunion": "fr",
		"Der Minister und die Fischer in der Krise":      "de",
		"Министр не был на заседании":                    "ru",
		"Міністр не був на засіданні та поїхав до Києва": "uk",
		"外相が会談":  "Han",
		"วันนี้": "Thai",
		"2026":   "",
	} {
		if got := languageOf(split(nil, text, 100, spaced)); got != want {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
	}
}

func TestBackground(t *testing.T) {
	b := loadBackground()
	if b.lines < 100_000 || len(b.words) < 20_000 {
		t.Fatalf("%v lines, %d words", b.lines, len(b.words))
	}
	if president, hormuz := b.words["president"], b.words["hormuz"]; president.lines < 50*hormuz.lines {
		t.Errorf("president in %v lines, Hormuz in %v", president.lines, hormuz.lines)
	}
	if !b.words["hormuz"].name || b.words["bridg"].name {
		t.Error("Hormuz is a name, a bridge is none")
	}
	if size := len(packedIDF); size > 150_000 {
		t.Errorf("the table is %d bytes", size)
	}
}

func TestBrokenBackground(t *testing.T) {
	pack := func(s string) []byte {
		var buf bytes.Buffer
		z := gzip.NewWriter(&buf)
		if _, err := z.Write([]byte(s)); err != nil {
			t.Fatal(err)
		}
		if err := z.Close(); err != nil {
			t.Fatal(err)
		}
		return buf.Bytes()
	}
	for _, packed := range [][]byte{nil, []byte("no gzip"), pack("# lines many\n"), pack("=x\n")} {
		if _, err := readBackground(packed); err == nil {
			t.Errorf("%q was read without an error", packed)
		}
	}
}

func TestForgottenWordsLeaveTheLexicon(t *testing.T) {
	l := newLexicon()
	e, s := &entry{lang: inEnglish, terms: l.terms(l.wordsOf("Norway fishing treaty", 10), 3, english)}, &seats{}
	s.take(e)
	l.post(e, s)
	if len(l.words) != 3 || l.items[english] != 1 {
		t.Fatalf("%d words of %d items, want 3 of 1", len(l.words), l.items[english])
	}
	l.drop(e)
	if len(l.words) != 0 || l.items[english] != 0 {
		t.Errorf("%d words of %d items stay", len(l.words), l.items[english])
	}
}

func TestForgottenWordsAreReadAnew(t *testing.T) {
	l, s := newLexicon(), &seats{}
	read := func(text string) *entry {
		return &entry{lang: inEnglish, terms: l.terms(l.wordsOf(text, 10), 3, english)}
	}
	e := read("Kasserat floods")
	s.take(e)
	l.post(e, s)
	if again := read("kasserat floods"); again.terms[0].kind() != e.terms[0].kind() {
		t.Fatal("one word has two kinds")
	}
	l.drop(e)
	for text, want := range map[string]wordKind{"kasserat": plain, "Kasserat": name} {
		if got := l.find(l.wordsOf(text, 1)[0], english).id.kind(); got != want {
			t.Errorf("%q is of kind %d, want %d", text, got, want)
		}
	}
}

func TestCountryRows(t *testing.T) {
	for _, w := range split(nil, "Chinese China's", 20, spaced) {
		if got := world.code[w.key]; got != "CN" {
			t.Errorf("%q is of %q", w.surface, got)
		}
	}
	for code, name := range world.name {
		if len(code) != 2 || name == "" {
			t.Errorf("row %q %q", code, name)
		}
	}
	if world.label("RU") != "Russia" || world.label("QQ") != "QQ" {
		t.Errorf("labels %q, %q", world.label("RU"), world.label("QQ"))
	}
}

func TestAnIndexStaysBounded(t *testing.T) {
	x := New(Options{Most: 10})
	for i, it := range invented(5000) {
		it.ID = feeds.ItemID(1 + i%20)
		x.Restore(it)
	}
	if len(x.entries) != 10 || len(x.ages) != 10 {
		t.Errorf("%d items, %d ages are kept", len(x.entries), len(x.ages))
	}
}
