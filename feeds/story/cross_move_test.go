package story

import (
	"testing"
	"time"

	"dateline/feeds"
)

// TestTwoStoriesInTwoLanguages is of two stories that stand apart already when
// another item comes to the first.
func TestTwoStoriesInTwoLanguages(t *testing.T) {
	at := time.Date(2026, 2, 1, 12, 0, 0, 0, time.UTC)
	told := func(id feeds.ItemID, lang, title, country string) feeds.Item {
		return feeds.Item{
			ID: id, Feed: feeds.FeedID(lang + title), Language: lang, Title: title, Published: at.Add(time.Duration(id) * time.Hour),
			Tags: feeds.Tags{Countries: []feeds.Tag{{Code: country, About: true}}},
		}
	}
	const deal = "Каримов подписал в Ташкенте газовое соглашение на 347 млн"
	for _, c := range []struct {
		name, country string
		titles        []string
		one           bool
	}{
		{"the same names and numbers", "UZ", []string{deal, "Каримов и Багамойо подписали соглашение о газе"}, true},
		{"one item", "UZ", []string{deal}, true},
		{"another country", "KE", []string{deal}, false},
		{"another number", "UZ", []string{deal, "Газовое соглашение на 912 млн"}, false},
		{"a country and what happened", "UZ", []string{"Газовое соглашение подписано", "Соглашение о газе: что известно"}, false},
		{"one of two agrees", "UZ", []string{deal, "Выборы в парламент пройдут весной"}, false},
	} {
		x := New(Options{})
		x.Restore(told(1, "en", "Karimov and Bagamoyo sign 347 million gas deal in Tashkent", "UZ"))
		for i, title := range c.titles {
			it := told(feeds.ItemID(i+2), "ru", title, c.country)
			it.Story = 2
			x.Restore(it)
		}
		next := told(4, "en", "Gas deal of 347 million signed in Tashkent by Karimov, Bagamoyo", "UZ")
		if x.Add(&next); next.Story != 1 {
			t.Fatalf("%s: the next item is in story %d", c.name, next.Story)
		}
		moves := x.Moves()
		if one := len(moves) == len(c.titles); one != c.one || !one && len(moves) > 0 {
			t.Errorf("%s: moves %+v, want to be one %v", c.name, moves, c.one)
		}
		for _, m := range moves {
			if m.Story != 1 || m.Item == 2 && (m.Join.Kind != feeds.JoinLanguage || m.Join.With == 3 || len(m.Join.Words) == 0) {
				t.Errorf("%s: move %+v", c.name, m)
			}
		}
		x.Move(moves)
		if again := x.Moves(); len(again) > 0 {
			t.Errorf("%s: then %+v", c.name, again)
		}
	}
}
