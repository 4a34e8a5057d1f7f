package store_test

import (
	"context"
	"fmt"
	"path/filepath"
	"slices"
	"sync"
	"testing"
	"time"

	"dateline/feeds"
	"dateline/feeds/store"
)

// visit makes a visit of n items with titles of about 80 and summaries of
// about 300 bytes.
func visitOf(feed, n, from int) store.Visit {
	v := store.Visit{URL: fmt.Sprintf("https://feed%d.example/rss", feed), ETag: `"1"`}
	v.Health = feeds.Health{Feed: feeds.FeedID(fmt.Sprintf("feed-%d", feed)), LastTry: start, LastGood: start}
	for i := from; i < from+n; i++ {
		at := start.Add(-time.Duration(i*97+feed) * time.Minute)
		v.Items = append(v.Items, feeds.Item{
			Feed: v.Health.Feed, Key: fmt.Sprintf("key-%d", i),
			Title: fmt.Sprintf("Ministers of %s and %s meet over the %s question at summit %d", noun(i), noun(i*7+feed), noun(i/3), i),
			Summary: fmt.Sprintf("The ministers of %s said on Monday that the talks about %s would go on. Officials close to the delegation of %s "+
				"told reporters that no date was set, and that %s would be asked to host the next meeting. Analysts expect little "+
				"before the vote in %s, which comes in the autumn.", noun(i+1), noun(i+feed), noun(i*3), noun(i*5), noun(i+9)),
			URL: fmt.Sprintf("https://feed%d.example/%d", feed, i), Published: at, Seen: start, Language: "en",
			Tags: feeds.Tags{Countries: []feeds.Tag{
				{Code: "FR", Weight: 3, About: true, Why: []feeds.Evidence{{Words: "French", Field: feeds.FieldTitle, Rule: "demonym"}}},
				{Code: "DE", Weight: 2, About: true, Why: []feeds.Evidence{{Words: "Berlin", Field: feeds.FieldSummary, Offset: 12, Rule: "capital"}}},
			}},
		})
	}
	return v
}

// noun makes one of 4,000 words.
func noun(i int) string {
	const c, v = "bdfgklmnprstvz", "aeiou"
	i = i % 4000
	return string([]byte{c[i%14], v[i/14%5], c[i/70%14], v[i/980%5], 'n'})
}

type oneStory struct{}

func (oneStory) Add(it *feeds.Item) { it.Story = feeds.StoryID(it.ID) }
func (oneStory) Remove(feeds.ItemID) {
}

func BenchmarkSave3000InOneTransaction(b *testing.B) {
	benchSave(b, 100)
}

func BenchmarkSave3000InTenTransactions(b *testing.B) {
	benchSave(b, 10)
}

func benchSave(b *testing.B, group int) {
	ctx := context.Background()
	for range b.N {
		b.StopTimer()
		s, err := store.Open(ctx, filepath.Join(b.TempDir(), "dateline.db"))
		if err != nil {
			b.Fatal(err)
		}
		b.StartTimer()
		for f := 0; f < 100; f += group {
			var visits []store.Visit
			for i := range group {
				visits = append(visits, visitOf(f+i, 30, 0))
			}
			if _, _, err := s.Save(ctx, visits, oneStory{}); err != nil {
				b.Fatal(err)
			}
		}
		b.StopTimer()
		_ = s.Close()
	}
}

func BenchmarkOf30000(b *testing.B) {
	ctx := context.Background()
	path := filepath.Join(b.TempDir(), "dateline.db")
	s, err := store.Open(ctx, path)
	if err != nil {
		b.Fatal(err)
	}
	defer func() { _ = s.Close() }()
	for f := range 100 {
		if _, _, err := s.Save(ctx, []store.Visit{visitOf(f, 300, 0)}, oneStory{}); err != nil {
			b.Fatal(err)
		}
	}
	ids := []feeds.ItemID{100, 2000, 30000}
	stories := make([]feeds.StoryID, 200)
	for i := range stories {
		stories[i] = feeds.StoryID(1 + i*149)
	}
	for _, c := range []struct {
		name string
		do   func() error
	}{
		{"Open", func() error {
			s, err := store.Open(ctx, path)
			if err == nil {
				err = s.Close()
			}
			return err
		}},
		{"Items500", func() error { _, err := s.Items(ctx, store.Query{Limit: 500}); return err }},
		{"Items500Unread", func() error { _, err := s.Items(ctx, store.Query{Limit: 500, Unread: true}); return err }},
		{"ItemsOf200Stories", func() error { _, err := s.Items(ctx, store.Query{Stories: stories}); return err }},
		{"ItemsUngroupedNone", func() error { _, err := s.Items(ctx, store.Query{Ungrouped: true}); return err }},
		{"SaveUnchanged300", func() error { _, _, err := s.Save(ctx, []store.Visit{visitOf(3, 300, 0)}, nil); return err }},
		{"SearchRare", func() error { _, err := s.Search(ctx, "summit 299 bab", 200); return err }},
		{"SearchWord", func() error { _, err := s.Search(ctx, "lobin", 200); return err }},
		{"SearchLetter", func() error { _, err := s.Search(ctx, "l", 200); return err }},
		{"SearchAll", func() error { _, err := s.Search(ctx, "ministers of", 200); return err }},
		{"SetRead", func() error { return s.SetRead(ctx, ids, true) }},
		{"Story", func() error { _, _, err := s.Story(ctx, 2000); return err }},
		{"Visits", func() error { _, err := s.Visits(ctx); return err }},
		{"Count", func() error { _, err := s.Count(ctx); return err }},
	} {
		b.Run(c.name, func(b *testing.B) {
			for range b.N {
				if err := c.do(); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

// BenchmarkSweepOf30000 lets go of items among 30,000, and tells the longest step,
// and for how long a reader waits who sets mark after mark.
func BenchmarkSweepOf30000(b *testing.B) {
	b.Run("AFifth", func(b *testing.B) { benchSweep(b, store.Retention{Items: 24000}) })
	b.Run("NearlyAll", func(b *testing.B) { benchSweep(b, store.Retention{Days: 30}) })
}

func benchSweep(b *testing.B, keep store.Retention) {
	ctx := b.Context()
	now := start.AddDate(2, 0, 0)
	for range b.N {
		b.StopTimer()
		s := openAt(b, filepath.Join(b.TempDir(), "dateline.db"))
		for f := range 30 {
			if _, _, err := s.Save(ctx, []store.Visit{visitOf(f, 1000, 0)}, oneStory{}); err != nil {
				b.Fatal(err)
			}
		}
		for h := range 24 {
			v := store.Visit{Health: feeds.Health{Feed: "feed-0", LastTry: now.Add(-time.Duration(h) * time.Hour)}}
			if _, _, err := s.Save(ctx, []store.Visit{v}, nil); err != nil {
				b.Fatal(err)
			}
		}
		stop := make(chan struct{})
		var reader sync.WaitGroup
		var marks []time.Duration
		reader.Go(func() {
			for on := true; ; on = !on {
				select {
				case <-stop:
					return
				case <-time.After(10 * time.Millisecond):
				}
				began := time.Now()
				if err := s.SetRead(ctx, []feeds.ItemID{30000}, on); err != nil {
					b.Error(err)
				}
				marks = append(marks, time.Since(began))
			}
		})
		b.StartTimer()
		w, err := s.Sweep(ctx, keep, now)
		var steps, shrinks []time.Duration
		for more := true; more && err == nil; {
			began := time.Now()
			_, more, err = w.Step(ctx, func(feeds.StoryID) bool { return false })
			steps = append(steps, time.Since(began))
		}
		for more := true; more && err == nil; {
			began := time.Now()
			more, err = s.Shrink(ctx)
			shrinks = append(shrinks, time.Since(began))
		}
		close(stop)
		reader.Wait()
		if err != nil {
			b.Fatal(err)
		}
		longest(b, "step", steps)
		longest(b, "shrink", shrinks)
		longest(b, "mark", marks)
		began := time.Now()
		if err := s.Check(ctx); err != nil {
			b.Fatal(err)
		}
		b.ReportMetric(float64(time.Since(began).Milliseconds()), "ms/check")
	}
}

// longest reports how many there were, how long 99 of 100 took at most, and the
// longest.
func longest(b *testing.B, of string, took []time.Duration) {
	b.Helper()
	slices.Sort(took)
	ms := func(d time.Duration) float64 { return float64(d.Microseconds()) / 1000 }
	b.ReportMetric(float64(len(took)), of+"s")
	b.ReportMetric(ms(took[len(took)*99/100]), "ms/"+of+"-p99")
	b.ReportMetric(ms(took[len(took)-1]), "ms/"+of+"-max")
}
