package load_test

import (
	"fmt"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
	"time"

	"dateline/feeds"
	"dateline/feeds/load"
	"dateline/feeds/store"
	"dateline/feeds/story"
)

// BenchmarkRecall100000 fills the index at the start with 100,000 stored items
// of 20,000 stories. It reports what the index then holds.
func BenchmarkRecall100000(b *testing.B) {
	s, err := store.Open(b.Context(), filepath.Join(b.TempDir(), "dateline.db"))
	if err != nil {
		b.Fatal(err)
	}
	defer func() { _ = s.Close() }()
	for n := range 100 {
		if _, _, err := s.Save(b.Context(), []store.Visit{wordy(n, 1000)}, fives{}); err != nil {
			b.Fatal(err)
		}
	}
	for b.Loop() {
		before := heap()
		x := story.New(story.Options{})
		if err := load.NewStories(s, x).Recall(b.Context(), nil); err != nil {
			b.Fatal(err)
		}
		b.ReportMetric(float64(heap()-before)/1e6, "MB")
		runtime.KeepAlive(x)
	}
}

// fives puts five items in a row into one story.
type fives struct{ alone }

func (fives) Add(it *feeds.Item) { it.Story = feeds.StoryID((it.ID+4)/5*5 - 4) }

// wordy is the nth visit of so many items, one every ten seconds, with titles of
// about 80 and summaries of about 300 bytes.
func wordy(n, items int) store.Visit {
	v := store.Visit{Health: feeds.Health{Feed: feeds.FeedID(fmt.Sprint("feed", n))}}
	why := []feeds.Evidence{{Words: "French", Field: feeds.FieldTitle, Rule: "demonym"}}
	for k := n * items; k < (n+1)*items; k++ {
		at := time.Now().Add(-time.Duration(k) * 10 * time.Second)
		v.Items = append(v.Items, feeds.Item{
			Feed: v.Health.Feed, Key: fmt.Sprint(k), Title: coined(k, 12), Summary: coined(k*7, 45), Language: "en",
			URL: fmt.Sprintf("https://ledger.example/%d", k), Published: at, Seen: at,
			Tags: feeds.Tags{Countries: []feeds.Tag{{Code: "FR", Weight: 3, About: true, Why: why}, {Code: "DE", Weight: 2, Why: why}}},
		})
	}
	return v
}

// coined returns n of 10,000 words.
func coined(k, n int) string {
	const sounds = "kamireto"
	out := make([]string, n)
	for i := range out {
		w := (k*31 + i*i*977) % 10_000
		for range 6 {
			out[i] += sounds[w%4*2 : w%4*2+2]
			w /= 4
		}
	}
	return strings.Join(out, " ")
}

func heap() int64 {
	var m runtime.MemStats
	runtime.GC()
	runtime.ReadMemStats(&m)
	return int64(m.HeapAlloc)
}
