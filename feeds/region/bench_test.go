package region

import "testing"

func BenchmarkTag(b *testing.B) {
	tagger := shared()
	text := Text{
		Title: "Georgia and Armenia reopen rail link as Turkey lifts border ban",
		Summary: "TBILISI, May 4 (Wire) - The first train in thirty years left for Yerevan on Monday, officials said. " +
			"Ankara is expected to follow once the European Union releases funds for the line.",
	}
	b.ReportAllocs()
	for b.Loop() {
		tagger.Tag(text)
	}
}

func BenchmarkCorrects(b *testing.B) {
	tagger := with("alias Kolkheti +GE; alias Tbilisi -GE")
	text := Text{
		Title:   "Norway and Denmark reopen rail link as Sweden lifts border ban",
		Summary: "OSLO, May 4 (Wire) - The first train in thirty years left for Copenhagen on Monday, officials said.",
	}
	b.ReportAllocs()
	for b.Loop() {
		if tagger.Corrects(text) {
			b.Fatal("nothing was corrected here")
		}
	}
}

// BenchmarkWith is the price of one more correction: the tables are not built
// again.
func BenchmarkWith(b *testing.B) {
	shared().Tag(Text{})
	b.ReportAllocs()
	for b.Loop() {
		with("alias Kolkheti +GE; alias Tbilisi -GE").Tag(Text{})
	}
}

func BenchmarkTables(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		buildLexicon()
	}
}
