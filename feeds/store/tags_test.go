package store_test

import (
	"testing"

	"dateline/feeds"
	"dateline/feeds/store"
)

// sources returns what the tags of the items of q come from.
func sources(t *testing.T, s *store.Store, q store.Query) []feeds.Item {
	t.Helper()
	var out []feeds.Item
	err := s.Sources(t.Context(), q, func(it feeds.Item) error {
		out = append(out, it)
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return out
}

func TestSourcesSayWhatTagsComeFrom(t *testing.T) {
	s := open(t)
	full := item("a", "Envoys meet in Vienna")
	full.Summary, full.Text, full.Categories, full.Place = "They met.", "They met for long.", []string{"world"}, "Vienna"
	full.Language, full.Tags = "en", feeds.Tags{Countries: []feeds.Tag{{Code: "AT", Weight: 3, About: true}}}
	bare := item("b", "Rain")
	bare.URL = "https://gazette.example/other"
	save(t, s, nil, full, bare)
	same(t, "the first", sources(t, s, store.Query{Limit: 1}), []feeds.Item{{
		ID: 1, Feed: full.Feed, Key: "a", Title: full.Title, Summary: full.Summary, Text: full.Text, URL: full.URL,
		Categories: full.Categories, Language: "en", Published: full.Published, Place: "Vienna", Tags: full.Tags,
	}})
	for name, q := range map[string]store.Query{"above": {Above: 1}, "address": {URLs: []string{bare.URL}}} {
		if got := sources(t, s, q); len(got) != 1 || got[0].Key != "b" {
			t.Errorf("%s: %+v", name, got)
		}
	}
}

func TestSetTags(t *testing.T) {
	s := open(t)
	save(t, s, nil, item("a", "Envoys meet in Vienna"), item("b", "Rain"), item("c", "Wind"))
	read := sources(t, s, store.Query{Above: 1})
	edited := item("b", "Rain falls")
	edited.Seen = edited.Seen.Add(1e9)
	save(t, s, nil, edited)
	for i := range read {
		read[i].Tags.Countries = []feeds.Tag{{Code: "AT", Weight: 1, About: true}}
	}
	set, err := s.SetTags(t.Context(), append(read, feeds.Item{ID: 99}))
	if err != nil || len(set) != 1 || set[0].Key != "c" {
		t.Errorf("set %+v, %v; want only the item that did not change meanwhile", set, err)
	}
	for _, it := range items(t, s, store.Query{}) {
		if tagged := len(it.Tags.Countries) > 0; tagged != (it.Key == "c") {
			t.Errorf("item %q has the tags %+v", it.Key, it.Tags)
		}
	}
}
