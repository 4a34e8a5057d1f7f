package story

import (
	"bufio"
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"os"
	"runtime"
	"slices"
	"strings"
	"testing"
	"time"

	"dateline/feeds"
)

// full is how many items the index is promised to hold at its speed.
const full = 100_000

// realTexts names a file of JSON Lines {title, body}: the benchmarks then run
// with its texts as well.
const realTexts = "DATELINE_TEXTS"

// found returns n items made of real texts: each text again and again, half of
// its words exchanged for those of others.
func found(b *testing.B, n int) []feeds.Item {
	b.Helper()
	path := os.Getenv(realTexts)
	if path == "" {
		b.Skip("set " + realTexts + " to a file of JSON Lines {title, body} to measure with real texts")
	}
	f, err := os.Open(path)
	if err != nil {
		b.Fatal(err)
	}
	defer func() { _ = f.Close() }()
	var rows [][2][]string
	lines := bufio.NewScanner(f)
	lines.Buffer(nil, 1<<22)
	for lines.Scan() {
		var row struct{ Title, Body string }
		if err := json.Unmarshal(lines.Bytes(), &row); err != nil {
			b.Fatal(err)
		}
		rows = append(rows, [2][]string{strings.Fields(row.Title), strings.Fields(row.Body[:min(len(row.Body), 300)])})
	}
	r, out := rand.New(rand.NewPCG(3, 4)), make([]feeds.Item, n)
	mixed := func(i, part int) string {
		words := slices.Clone(rows[i%len(rows)][part])
		for j := range words {
			if other := rows[r.IntN(len(rows))][part]; i >= len(rows) && len(other) > 0 && r.IntN(2) == 0 {
				words[j] = other[r.IntN(len(other))]
			}
		}
		return strings.Join(words, " ")
	}
	for i := range out {
		out[i] = feeds.Item{
			ID: feeds.ItemID(i + 1), Feed: feeds.FeedID(fmt.Sprint("feed", r.IntN(500))),
			Title: mixed(i, 0), Summary: mixed(i, 1), Published: at(i),
		}
	}
	return out
}

// each runs f with invented and with real texts: items that fill an index and
// more to come.
func each(b *testing.B, f func(b *testing.B, items, more []feeds.Item)) {
	const more = 10_000
	b.Run("invented", func(b *testing.B) {
		items := invented(full + more)
		f(b, items[:full], unheard(items[full:]))
	})
	b.Run("real", func(b *testing.B) {
		items := found(b, full+more)
		f(b, items[:full], unheard(items[full:]))
	})
}

// unheard takes the stories off items that are to find them.
func unheard(items []feeds.Item) []feeds.Item {
	for i := range items {
		items[i].Story = 0
	}
	return items
}

// filled returns an index that holds items.
func filled(items []feeds.Item) *Index {
	x := New(Options{})
	for _, it := range items {
		x.Restore(it)
	}
	return x
}

// percentiles reports how long the calls of f took that b asked for.
func percentiles(b *testing.B, f func(i int)) {
	var took []time.Duration
	for i := 0; b.Loop(); i++ {
		start := time.Now()
		f(i)
		took = append(took, time.Since(start))
	}
	slices.Sort(took)
	for _, p := range []int{50, 99, 100} {
		b.ReportMetric(float64(took[(len(took)-1)*p/100].Microseconds())/1000, fmt.Sprintf("ms-p%d", p))
	}
}

// BenchmarkAdd adds items to a full index, with all that follows from each.
func BenchmarkAdd(b *testing.B) {
	each(b, func(b *testing.B, items, more []feeds.Item) {
		x := filled(items)
		percentiles(b, func(i int) {
			x.Add(&more[i%len(more)])
			x.Move(x.Moves())
		})
	})
}

// BenchmarkAddTo adds items to an index that holds few or many and lets the
// oldest go.
func BenchmarkAddTo(b *testing.B) {
	for _, held := range []int{3_000, 30_000} {
		b.Run(fmt.Sprint(held), func(b *testing.B) {
			items := invented(2 * held)
			x, more := New(Options{Most: held}), unheard(items[held:])
			for _, it := range items[:held] {
				x.Restore(it)
			}
			b.ReportAllocs()
			for i := 0; b.Loop(); i++ {
				x.Add(&more[i%held])
				x.Move(x.Moves())
			}
		})
	}
}

func BenchmarkRelated(b *testing.B) {
	each(b, func(b *testing.B, items, _ []feeds.Item) {
		x := filled(items)
		percentiles(b, func(i int) { x.Related(items[i*7919%len(items)], 5) })
	})
}

// BenchmarkRestore fills an index with what an earlier run has grouped.
func BenchmarkRestore(b *testing.B) {
	each(b, func(b *testing.B, items, _ []feeds.Item) {
		loadBackground()
		for b.Loop() {
			before := heap()
			x := filled(items)
			b.ReportMetric(float64(heap()-before)/1e6, "MB")
			runtime.KeepAlive(x)
		}
	})
}

func heap() int64 {
	var m runtime.MemStats
	runtime.GC()
	runtime.ReadMemStats(&m)
	return int64(m.HeapAlloc)
}

func BenchmarkTrace(b *testing.B) {
	for b.Loop() {
		trace = Trace("Minister speaks", "WASHINGTON, Feb 1 (Reuters) - The minister spoke to parliament.", "", "Jane Doe")
	}
}

var trace Lineage
