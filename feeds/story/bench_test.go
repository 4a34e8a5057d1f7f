package story

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"dateline/feeds"
)

// testItem makes an item whose text depends on n: invented words, a few names
// that many share, numbers.
func testItem(id, n int) *feeds.Item {
	syllables := []string{"ka", "ro", "mi", "ten", "sul", "var", "lo", "des", "pri", "gan"}
	word := func(k int) string {
		return syllables[k%10] + syllables[k/10%10] + syllables[k/100%10]
	}
	var text []string
	for i := range 40 {
		text = append(text, word((n*7+i*i*31)%1000))
	}
	return &feeds.Item{
		ID: feeds.ItemID(id), Feed: feeds.FeedID(fmt.Sprint("feed", n%50)),
		Title:   "Minister of Kenya and " + strings.Join(text[:8], " "),
		Summary: strings.Join(text, " "), Published: time.Unix(1_770_000_000+int64(n)*30, 0).UTC(),
	}
}

func filled(b *testing.B, n int) *Index {
	b.Helper()
	x := New(Options{})
	for i := range n {
		it := testItem(i+1, i)
		it.Story = feeds.StoryID(i + 1)
		x.Restore(*it)
	}
	b.ResetTimer()
	return x
}

func BenchmarkAdd(b *testing.B) {
	for _, n := range []int{1_000, 10_000, 50_000} {
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			x := filled(b, n)
			for i := range b.N {
				it := testItem(n+1, n+i)
				x.Add(it)
				x.Remove(it.ID)
			}
		})
	}
}

func BenchmarkRelated(b *testing.B) {
	x := filled(b, 10_000)
	for i := range b.N {
		x.Related(feeds.ItemID(1+i%10_000), 5)
	}
}

func BenchmarkTrace(b *testing.B) {
	for b.Loop() {
		trace = Trace("Minister speaks", "WASHINGTON, Feb 1 (Reuters) - The minister spoke to parliament.", "", "Jane Doe")
	}
}

var trace Lineage
