package feeds_test

import (
	"slices"
	"testing"

	"dateline/feeds"
)

// titled makes an item of an outlet with a headline.
func titled(id int, feed, title string) feeds.Item {
	it := told(id, feed, id, "")
	it.Title = title
	return it
}

func TestLeadIsTheBestHeadline(t *testing.T) {
	const good = "Minsk and Vilnius reopen their border after talks"
	for _, c := range []struct {
		name  string
		items []feeds.Item
		want  feeds.ItemID
	}{
		{"the only one", []feeds.Item{titled(1, "organ", "LIVE: what now?")}, 1},
		{"the earliest of equals", []feeds.Item{titled(2, "ledger", good), titled(1, "courier", good)}, 1},
		{"no live blog", []feeds.Item{titled(1, "ledger", "Live updates: Minsk and Vilnius reopen border"), titled(2, "courier", good)}, 2},
		{"none of a war", []feeds.Item{titled(1, "ledger", "Border war live: Minsk and Vilnius reopen border"), titled(2, "courier", good)}, 2},
		{"no label without a colon", []feeds.Item{titled(1, "ledger", "LIVE Minsk and Vilnius reopen their border"), titled(2, "courier", good)}, 2},
		{"no clip", []feeds.Item{titled(1, "ledger", "Minsk and Vilnius reopen their border – video"), titled(2, "courier", good)}, 2},
		{"no opinion", []feeds.Item{titled(1, "ledger", "Minsk and Vilnius reopen their border | Opinion"), titled(2, "courier", good)}, 2},
		{"no shout of an agency", []feeds.Item{titled(1, "ledger", "【速報】 Minsk and Vilnius reopen their border"), titled(2, "courier", good)}, 2},
		{"not cut off", []feeds.Item{titled(1, "ledger", "Minsk and Vilnius reopen their border after…"), titled(2, "courier", good)}, 2},
		{"not cut off by dots", []feeds.Item{titled(1, "ledger", "Minsk and Vilnius reopen their border..."), titled(2, "courier", good)}, 2},
		{"state media only if nobody else tells it", []feeds.Item{titled(1, "organ", good), titled(2, "courier", "Minsk, Vilnius open border again, both say")}, 2},
		{"better state media than a live blog", []feeds.Item{titled(2, "organ", good), titled(1, "courier", "Live: Minsk and Vilnius open border")}, 2},
		{"no question", []feeds.Item{titled(1, "ledger", "Will Minsk and Vilnius reopen their border?"), titled(2, "courier", good)}, 2},
		{"no quoted question", []feeds.Item{titled(1, "ledger", "Minsk asks Vilnius: ‘Why is the border shut?’"), titled(2, "courier", good)}, 2},
		{"no capitals", []feeds.Item{titled(1, "ledger", "MINSK AND VILNIUS REOPEN THEIR BORDER"), titled(2, "courier", good)}, 2},
		{"names in capitals are none", []feeds.Item{titled(1, "ledger", "NATO, EU and OSCE see Minsk border reopened"), titled(2, "courier", good)}, 1},
		{"no scrap", []feeds.Item{titled(1, "ledger", "Border reopened"), titled(2, "courier", good)}, 2},
		{
			"no paragraph",
			[]feeds.Item{titled(1, "ledger", "Minsk and Vilnius reopen the border that has been shut for two years and three months after long talks in Riga"), titled(2, "courier", good)},
			2,
		},
		{"the text of one's own", []feeds.Item{copied(9, titled(1, "ledger", good)), titled(2, "courier", good)}, 2},
		{
			"what the others say",
			[]feeds.Item{titled(1, "ledger", "Two neighbours make up at long last"), titled(2, "courier", "Minsk, Vilnius reopen border after talks"), titled(3, "bbc-world", good)},
			2,
		},
		{
			"one family that says it often is one voice",
			[]feeds.Item{
				titled(1, "bbc-world", "Frontier thaw between the two neighbours"), titled(2, "bbc-africa", "Frontier thaw between the two neighbours"),
				titled(3, "ledger", good), titled(4, "courier", "Minsk, Vilnius reopen border after talks"),
			},
			4,
		},
		{
			"the language of most",
			[]feeds.Item{titled(1, "ledger", good), titled(2, "abroad", "Мінск і Вільня зноў адкрылі мяжу пасля перамоў"), titled(3, "gazette", "Мінск і Вільня адкрылі мяжу пасля перамоў")},
			2,
		},
		{
			"of two languages that of most feeds",
			[]feeds.Item{titled(1, "abroad", "Мінск і Вільня зноў адкрылі мяжу пасля перамоў"), titled(2, "organ", good)},
			2,
		},
		{"characters are counted where no spaces are", []feeds.Item{titled(1, "ledger", "边境重开"), titled(2, "courier", "明斯克与维尔纽斯会谈后重开边境")}, 2},
	} {
		if got := storyOf(c.items...).Lead(press).ID; got != c.want {
			t.Errorf("%s: item %d leads, want %d", c.name, got, c.want)
		}
	}
}

func TestLeadDoesNotDependOnTheOrderOfItems(t *testing.T) {
	for _, c := range []struct {
		name  string
		items []feeds.Item
		press map[feeds.FeedID]feeds.Feed
	}{
		{"most in one language", []feeds.Item{
			titled(1, "ledger", "Minsk opens border"), titled(2, "courier", "Vilnius opens border"), titled(3, "bbc-world", "Border is open"),
			titled(4, "organ", "Minsk opens its border again"), titled(5, "gazette", "Мяжа адкрыта"),
		}, press},
		{"half in one language, half in another, and as many feeds in each", []feeds.Item{
			titled(1, "ledger", "Minsk and Vilnius reopen their border after talks"), titled(2, "courier", "Minsk, Vilnius reopen border after talks"),
			titled(3, "abroad", "Мінск і Вільня зноў адкрылі мяжу пасля перамоў"), titled(4, "gazette", "Мінск і Вільня адкрылі мяжу пасля перамоў"),
		}, nil},
	} {
		want := storyOf(c.items...).Lead(c.press).ID
		for i := range c.items {
			turned := feeds.Story{Items: slices.Concat(c.items[i:], c.items[:i])}
			if got := turned.Lead(c.press).ID; got != want {
				t.Errorf("%s, turned by %d: item %d leads, want %d", c.name, i, got, want)
			}
		}
	}
}
