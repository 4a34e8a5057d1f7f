package story

import "testing"

func BenchmarkSigns(b *testing.B) {
	ts, err := tellings()
	if err != nil {
		b.Fatal(err)
	}
	l := newLexicon()
	loadNames()
	b.ResetTimer()
	for i := range b.N {
		it := &ts[i%len(ts)].item
		l.marks(it, it.Title, it.Summary, english)
	}
}
