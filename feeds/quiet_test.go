package feeds_test

import (
	"testing"
	"time"

	"dateline/feeds"
)

func TestQuietInWords(t *testing.T) {
	now := time.Date(2026, 11, 14, 12, 30, 0, 0, time.FixedZone("", 3600))
	ago := func(h float64) time.Time { return now.Add(-time.Duration(h * float64(time.Hour))).UTC() }
	silent := func(hours, unseen, longest int) feeds.Silence {
		return feeds.Silence{Rhythm: feeds.Silent, Hours: hours, Unseen: unseen, Longest: longest, Observed: 100}
	}
	usual := feeds.Silence{Rhythm: feeds.Usual, Hours: 1, Observed: 100}
	unsure := feeds.Silence{Rhythm: feeds.Unsure, Hours: 60, Unseen: 10, Observed: 9}
	tests := []struct {
		quiet feeds.Quiet
		words string // empty if nothing is told
		brief string
	}{
		{feeds.Quiet{Silence: usual, Newest: ago(1.5), Feeds: 3, Failing: 2}, "", ""},
		{feeds.Quiet{Silence: silent(9, 0, 0), Newest: ago(9.9), Feeds: 3, Failing: 2}, "nothing for 9 h, 2 of 3 feeds failing", "silent for 9 h"},
		{feeds.Quiet{Silence: silent(9, 6, 0), Newest: ago(9.9), Feeds: 1}, "nothing for 9 h, 6 of them not observed, its only feed answers", "silent for 9 h"},
		{feeds.Quiet{Silence: silent(9, 0, 4), Newest: ago(9.9), Feeds: 3}, "nothing for 9 h, all 3 feeds answer, before at most 4 h", "silent for 9 h"},
		{feeds.Quiet{Silence: silent(9, 0, 4), Newest: ago(9.9)}, "nothing for 9 h, no feed of its own, before at most 4 h", "silent for 9 h"},
		{
			feeds.Quiet{Silence: silent(9, 0, 0), Newest: ago(9.9), Feeds: 3, Failing: 3, Down: ago(9)},
			"nothing for 9 h, all 3 feeds failing since 03:30", "all 3 feeds failing",
		},
		{
			feeds.Quiet{Silence: usual, Newest: ago(2.2), Feeds: 3, Failing: 3, Down: ago(6)},
			"all 3 feeds failing since 06:30, newest story 2 h old", "all 3 feeds failing",
		},
		{
			feeds.Quiet{Silence: usual, Newest: ago(.2), Feeds: 1, Failing: 1, Down: ago(13)},
			"its only feed failing since 13 Nov 23:30, newest story 12 min old", "its only feed failing",
		},
		{feeds.Quiet{Silence: unsure, Feeds: 2, Failing: 2}, "both feeds failing from the first, no story known", "both feeds failing"},
		{
			feeds.Quiet{Silence: unsure, Newest: ago(61), Feeds: 2},
			"nothing for 61 h, 10 of them not observed, both feeds answer, too little observed before to say whether that is usual", "silent for 61 h",
		},
		{feeds.Quiet{Silence: feeds.Silence{Rhythm: feeds.Unsure, Hours: 57, Unseen: 10}, Newest: ago(58)}, "", ""}, // not even two days
		{feeds.Quiet{Silence: unsure}, "", ""}, // nobody ever told of it
	}
	for _, tt := range tests {
		words, brief := "", ""
		if tt.quiet.Told() {
			words, brief = tt.quiet.Words(now), tt.quiet.Brief(now)
		}
		if words != tt.words || brief != tt.brief {
			t.Errorf("%+v\n got %q, %q\nwant %q, %q", tt.quiet, words, brief, tt.words, tt.brief)
		}
	}
}

func TestAFeedIsHeardOrNot(t *testing.T) {
	at := func(h int) time.Time { return time.Date(2026, 11, 14, h, 0, 0, 0, time.UTC) }
	down := &feeds.Failure{Kind: feeds.FailTimeout}
	var q feeds.Quiet
	for _, step := range []struct {
		health feeds.Health
		want   feeds.Quiet
		deaf   bool
	}{
		{feeds.Health{LastGood: at(3), Failure: down}, feeds.Quiet{Feeds: 1, Failing: 1, Down: at(3)}, true},
		{feeds.Health{Failure: down}, feeds.Quiet{Feeds: 2, Failing: 2, Down: at(3)}, true},
		{feeds.Health{LastGood: at(6), Failure: down}, feeds.Quiet{Feeds: 3, Failing: 3, Down: at(6)}, true},
		{feeds.Health{LastGood: at(5), Failure: down}, feeds.Quiet{Feeds: 4, Failing: 4, Down: at(6)}, true},
		{feeds.Health{LastGood: at(8)}, feeds.Quiet{Feeds: 5, Failing: 4, Down: at(6)}, false},
		{feeds.Health{}, feeds.Quiet{Feeds: 6, Failing: 4, Down: at(6)}, false}, // not asked yet
	} {
		q.Hear(step.health)
		if q != step.want || q.Deaf() != step.deaf {
			t.Errorf("got %+v, deaf %v, want %+v, %v", q, q.Deaf(), step.want, step.deaf)
		}
	}
	if (feeds.Quiet{}).Deaf() {
		t.Error("without feeds there is nobody who fails")
	}
}

func TestAFeedCoversARegion(t *testing.T) {
	a := feeds.NewAtlas([]feeds.Region{
		{Slug: "west-africa", Kind: feeds.Primary, Countries: []string{"ML", "NE", "NG", "GH"}},
		{Slug: "central-africa", Kind: feeds.Primary, Countries: []string{"TD", "CF", "CM"}},
		{Slug: "middle-east", Kind: feeds.Primary, Countries: []string{"TR", "IQ", "JO", "SY"}},
		{Slug: "western-europe", Kind: feeds.Primary, Countries: []string{"FR", "DE", "GB"}},
		{Slug: "world", Kind: feeds.Primary},
		{Slug: "sahel", Kind: feeds.Area, Countries: []string{"ML", "NE", "NG", "TD"}},
		{Slug: "nato", Kind: feeds.Bloc, Countries: []string{"TR", "FR", "DE", "GB"}},
		{Slug: "africa", Kind: feeds.RollUp, Countries: []string{"ML", "NE", "NG", "GH", "TD", "CF", "CM"}},
	}, map[string]string{"ML": "Mali", "NE": "Niger"})
	covers := func(filter feeds.Filter, tags ...string) bool {
		return len(a.Covering([]feeds.Feed{{ID: "f", Tags: tags}}, filter)) == 1
	}
	tests := []struct {
		feed, region string
		want         bool
	}{
		{"west-africa", "west-africa", true},
		{"ml", "west-africa", true},
		{"ml", "ml", true},
		{"ml", "ne", false},
		{"west-africa", "ml", true}, // it would tell
		{"africa", "sahel", true},
		{"sahel", "africa", true},
		{"sahel", "west-africa", true}, // three of four
		{"sahel", "central-africa", false},
		{"nato", "middle-east", false},
		{"nato", "western-europe", true},
		{"nato", "nato", true},
		{"world", "west-africa", false},
		{"atlantis", "west-africa", false},
		{"west-africa", "atlantis", false},
	}
	for _, tt := range tests {
		if got := covers(a.Only(tt.region), tt.feed); got != tt.want {
			t.Errorf("a feed on %s covers %s: %v", tt.feed, tt.region, got)
		}
	}
	sahel := a.Only("sahel")
	if !covers(sahel, "fr", "ml", "ne") || covers(sahel) {
		t.Error("half of a feed is enough, a feed about the world is not")
	}
	if !covers(sahel, "fr", "ml") {
		t.Error("a feed of which one of two countries is in the region covers it")
	}
	if len(a.Covering([]feeds.Feed{{Tags: []string{"sahel"}, Off: true}}, sahel)) > 0 {
		t.Error("a feed that is not asked covers nothing")
	}
	named, err := feeds.NewGrammar(a, nil).Parse("tag:nato")
	if err != nil {
		t.Fatal(err)
	}
	if !covers(named, "nato") || covers(named, "fr") {
		t.Error("NATO by name is covered by a feed on NATO and by no other")
	}
}
