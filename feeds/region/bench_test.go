package region

import (
	"fmt"
	"runtime"
	"strings"
	"testing"
)

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

// BenchmarkTables says how long the first text waits, and the first one in the
// letters that Europe does not write.
func BenchmarkTables(b *testing.B) {
	for name, eastern := range map[string]bool{"first": false, "all": true} {
		b.Run(name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				buildLexicon(eastern)
			}
		})
	}
}

// BenchmarkMegabyte reads texts of two sizes: the second must take four times
// as long as the first, and no longer.
func BenchmarkMegabyte(b *testing.B) {
	for name, unit := range hostile {
		for _, size := range []int{1 << 18, 1 << 20} {
			b.Run(fmt.Sprintf("%s/%dKB", name, size>>10), func(b *testing.B) {
				text := Text{Title: unit, Body: strings.Repeat(unit, size/len(unit))}
				b.SetBytes(int64(size))
				for b.Loop() {
					shared().Tag(text)
				}
			})
		}
	}
}

// BenchmarkHeap says what the tables hold once they are built.
func BenchmarkHeap(b *testing.B) {
	heap := func() uint64 {
		var m runtime.MemStats
		runtime.GC()
		runtime.ReadMemStats(&m)
		return m.HeapAlloc
	}
	for b.Loop() {
		before := heap()
		l := buildLexicon(true)
		b.ReportMetric(float64(heap()-before)/(1<<20), "MB")
		runtime.KeepAlive(l)
	}
}
