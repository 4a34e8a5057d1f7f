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

func BenchmarkTables(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		buildLexicon()
	}
}
