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

// press invents news: words as rare and as common as in real text, some of
// them names, stories of 1 to 30 items told over ten days.
type press struct {
	*rand.Rand
	zipf *rand.Zipf
	next feeds.ItemID
	open []told // stories that go on
}

type told struct {
	story feeds.StoryID
	words []string
	left  int // items to come
}

func newPress() *press {
	r := rand.New(rand.NewPCG(1, 2))
	return &press{Rand: r, zipf: rand.NewZipf(r, 1.07, 12, 60_000)}
}

var (
	syllables = strings.Fields("ka ro mi ten sul var lo des pri gan ber tu ni sha mor el dor fi ger wan po ris")
	glue      = strings.Fields("the of to in and a for on with that as by at is from was has after be over its not will")
	lands     = strings.Fields("Kenya Chile Norway China Russia Peru Ghana Iran Japan India France Germany Egypt Sudan")
)

// coined returns the k-th commonest word: every fourth is a name.
func coined(k uint64) string {
	var s strings.Builder
	for n := k + 500; n > 0; n /= uint64(len(syllables)) {
		s.WriteString(syllables[n%uint64(len(syllables))])
	}
	if k%4 == 0 {
		return strings.ToUpper(s.String()[:1]) + s.String()[1:]
	}
	return s.String()
}

// text returns n words: topical, common ones, and what holds a sentence together.
func (p *press) text(n int, topic []string) string {
	out := make([]string, n)
	for i := range out {
		switch k := p.IntN(10); {
		case k < 3:
			out[i] = glue[p.IntN(len(glue))]
		case k < 6:
			out[i] = topic[p.IntN(len(topic))]
		default:
			out[i] = coined(p.zipf.Uint64())
		}
	}
	return strings.Join(out, " ")
}

// item returns the next item, of a story that goes on or of a new one.
func (p *press) item() feeds.Item {
	if len(p.open) < 400 {
		topic := []string{lands[p.IntN(len(lands))]}
		for range 11 {
			topic = append(topic, coined(p.zipf.Uint64()))
		}
		p.open = append(p.open, told{feeds.StoryID(p.next + 1), topic, 1 + int(30*p.Float64()*p.Float64()*p.Float64())})
	}
	k := p.IntN(len(p.open))
	s := &p.open[k]
	p.next++
	it := feeds.Item{
		ID: p.next, Feed: feeds.FeedID(fmt.Sprint("feed", p.IntN(500))),
		Title: p.text(10, s.words), Summary: p.text(50, s.words), Published: at(int(p.next)), Story: s.story,
	}
	if s.left--; s.left == 0 {
		p.open = slices.Delete(p.open, k, k+1)
	}
	return it
}

// at spreads a full index over ten days.
func at(n int) time.Time {
	return time.Date(2026, 2, 1, 0, 0, 0, 0, time.UTC).Add(time.Duration(n) * 10 * 24 * time.Hour / full)
}

// invented returns n items of a press.
func invented(n int) []feeds.Item {
	p, out := newPress(), make([]feeds.Item, n)
	for i := range out {
		out[i] = p.item()
	}
	return out
}

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
		f(b, items[:full], items[full:])
	})
	b.Run("real", func(b *testing.B) {
		items := found(b, full+more)
		f(b, items[:full], items[full:])
	})
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

func BenchmarkAdd(b *testing.B) {
	each(b, func(b *testing.B, items, more []feeds.Item) {
		x := filled(items)
		percentiles(b, func(i int) { x.Add(&more[i%len(more)]) })
	})
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
