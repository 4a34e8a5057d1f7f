package store_test

import (
	"testing"
	"time"

	"dateline/feeds"
	"dateline/feeds/store"
)

func TestOldHeadlinesAreKept(t *testing.T) {
	for _, c := range []struct {
		name   string
		titles []string // an hour apart
		until  []string // the hour and the title of each edit
	}{
		{"never changed", []string{"One", "One"}, nil},
		{"changed, and its summary alone", []string{"One", "Two", "Two", "Three"}, []string{"1 One", "3 Two"}},
		{"back and forth", []string{"One", "Two", "One"}, []string{"1 One", "2 Two"}},
		{"capitals", []string{"Talks in Vienna", "TALKS IN VIENNA"}, []string{"1 Talks in Vienna"}},
		{"spaces only", []string{"Talks  in\u00a0Vienna", "Talks in Vienna "}, nil},
		{"other quotes only", []string{`Envoy: "it's over"`, "Envoy: “it’s over”", "Envoy: «it's over»"}, nil},
		{"other dashes and dots only", []string{"Talks - at last...", "Talks — at last…"}, nil},
		{"a quote that comes", []string{"Envoy calls it over", "Envoy calls it 'over'"}, []string{"1 Envoy calls it over"}},
		{"set otherwise, then changed", []string{"It's on", "It’s on", "It’s off"}, []string{"2 It’s on"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			s, it := open(t), item("k", "")
			save(t, s, nil, item("other", "Never changed"))
			for i, title := range c.titles {
				it.Title, it.Summary, it.Seen = title, string(rune('a'+i)), start.Add(time.Duration(i)*time.Hour)
				save(t, s, nil, it)
			}
			edits, err := s.Edits(t.Context(), []feeds.ItemID{1, 2, 3})
			if err != nil {
				t.Fatal(err)
			}
			want, last := map[feeds.ItemID][]feeds.Edit{}, time.Time{}
			for _, u := range c.until {
				last = start.Add(time.Duration(u[0]-'0') * time.Hour)
				want[2] = append(want[2], feeds.Edit{At: last, Title: u[2:]})
			}
			same(t, "edits", edits, want)
			got := items(t, s, store.Query{IDs: []feeds.ItemID{2}})[0]
			same(t, "headline of now", got.Title, it.Title)
			same(t, "retitled", got.Retitled, last)
		})
	}
}
