package region

import (
	"strings"
	"testing"
	"time"

	"dateline/feeds"
)

func TestStanding(t *testing.T) {
	twice := []term{{"2001-02-03", "2005-06-07"}, {"2010", ""}}
	for _, c := range []struct {
		terms     []term
		day, want string
	}{
		{twice, "2001-02-02", "later leader"},
		{twice, "2001-02-03", "leader"},
		{twice, "2005-06-07", "leader"},
		{twice, "2005-06-08", "former leader"},
		{twice, "2010-01-01", "leader"},
		{twice, "", "leader"},
		{[]term{{"2001", "2005"}}, "2005-12-31", "leader"},
		{[]term{{"2001", "2005"}}, "2006-01-01", "former leader"},
		{[]term{{"2001", "2005"}}, "", "former leader"},
		{[]term{{"", "2005-06-07"}}, "1950-01-01", "leader"},
		{[]term{{"2030", ""}}, "2029-12-31", "later leader"},
	} {
		if got := standing(c.terms, c.day).name; got != c.want {
			t.Errorf("%v on %q: %s, want %s", c.terms, c.day, got, c.want)
		}
	}
}

func TestTheDayOfATextSaysWhoIsInOffice(t *testing.T) {
	for _, c := range []struct {
		title, day, code, rule string
		about                  bool
	}{
		{"Merkel opens the trade fair", "2015-04-12", "DE", "leader", true},
		{"Merkel opens the trade fair", "2023-04-12", "DE", "former leader", false},
		{"Merkel opens the trade fair", "2001-04-12", "DE", "later leader", false},
		{"Merkel opens the trade fair", "", "DE", "former leader", false},
		{"Lula opens the dam", "2005-01-01", "BR", "leader", true},
		{"Lula opens the dam", "2015-01-01", "BR", "former leader", false},
		{"Lula opens the dam", "2024-01-01", "BR", "leader", true},
		{"Merkel opens the German trade fair", "2023-04-12", "DE", "former leader", true},
	} {
		at, _ := time.Parse(time.DateOnly, c.day)
		tags := shared().Tag(Text{Title: c.title, At: at})
		if len(tags.Countries) != 1 || tags.Countries[0].Code != c.code || tags.Countries[0].About != c.about {
			t.Errorf("%s on %q: %+v, want %s, about %v", c.title, c.day, tags.Countries, c.code, c.about)
			continue
		}
		if got := tags.Countries[0].Why[0]; got.Rule != c.rule || got.Field != feeds.FieldTitle {
			t.Errorf("%s on %q: %+v, want rule %q", c.title, c.day, got, c.rule)
		}
	}
}

func TestTheDayOfATextSaysWhoFoughtInAWar(t *testing.T) {
	for _, c := range []struct{ title, day, want string }{
		{"Grain prices in the shadow of the Ukraine war", "2023-04-12", "UA RU"},
		{"Grain prices in the shadow of the Ukraine war", "", "UA RU"},
		{"A novel about the war in Ukraine", "1995-04-12", "UA"},
		{"A memoir of the Korean War", "1951-04-12", "KP KR"},
		{"Oil rises on the Middle East war", "1973-10-12", "middle-east"},
	} {
		at, _ := time.Parse(time.DateOnly, c.day)
		tags := shared().Tag(Text{Title: c.title, At: at})
		got := strings.Join(append(feeds.Codes(tags.Countries), feeds.Codes(tags.Areas)...), " ")
		if got != c.want {
			t.Errorf("%s on %q: %s, want %s", c.title, c.day, got, c.want)
		}
	}
}
