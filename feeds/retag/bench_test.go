package retag_test

import (
	"fmt"
	"testing"
	"time"

	"dateline/feeds"
	"dateline/feeds/store"
)

// fill stores n more items with titles of about 80 and summaries of about 300
// bytes.
func (d *desk) fill(n int) {
	d.t.Helper()
	const each = 1000
	places := []string{"Norway", "Georgia", "Kolkheti", "Berlin", "the harbour", "Kyiv", "Vienna", "the valley"}
	place := func(i int) string { return places[i%len(places)] }
	for from := 0; from < n; from += each {
		v := store.Visit{Health: feeds.Health{Feed: "ledger"}}
		for i := from; i < from+each; i++ {
			it := feeds.Item{
				Feed: "ledger", Key: fmt.Sprint("key ", i), URL: fmt.Sprintf("https://ledger.example/%d/", i), Language: "en",
				Title: fmt.Sprintf("Ministers of %s and %s meet over the question of grain at summit %d", place(i), place(i/3), i),
				Summary: "The ministers said on Monday that the talks about " + place(i/7) + " would go on. Officials close to the delegation " +
					"told reporters that no date was set, and that " + place(i/11) + " would be asked to host the next meeting. Analysts " +
					"expect little before the vote, which comes in the autumn.",
				Published: time.Date(2026, 11, 14, 12, 0, 0, 0, time.UTC), Seen: time.Date(2026, 11, 14, 12, 0, 0, 0, time.UTC),
			}
			d.Tag(&it)
			v.Items = append(v.Items, it)
		}
		if _, _, err := d.store.Save(d.t.Context(), []store.Visit{v}, nil); err != nil {
			d.t.Fatal(err)
		}
	}
}

// BenchmarkPreview asks what words, a story and a feed would change among
// 100,000 stored items.
func BenchmarkPreview(b *testing.B) {
	d := newDesk(b)
	d.fill(100_000)
	choices := [][]feeds.Correction{
		rows("story https://ledger.example/7/ +GE"), rows("alias Kolkheti +GE"), rows("alias Valletta -MT"), rows("feed courier -UY"),
	}
	for b.Loop() {
		if told, err := d.Preview(b.Context(), choices); err != nil || told[1].Items == 0 {
			b.Fatal(told, err)
		}
	}
}

// BenchmarkCatchUp tags 100,000 stored items anew.
func BenchmarkCatchUp(b *testing.B) {
	d := newDesk(b)
	d.fill(100_000)
	for i := 0; b.Loop(); i++ {
		d.file = rows([]string{"alias Kolkheti +GE", ""}[i%2])
		d.start("1")
		if d.catchUp() == 0 {
			b.Fatal("nothing was tagged anew")
		}
	}
}
