package why

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"dateline/feeds"
	"dateline/ui/pane"
	"dateline/ui/pane/panetest"
	"dateline/ui/theme"
)

var _ interface {
	pane.Pane
	pane.Clicker
} = (*Pane)(nil)

var names = map[string]string{"ML": "Mali", "FR": "France", "NE": "Niger", "GE": "Georgia", "sahel": "Sahel"}

func facts() Facts {
	word := func(words string, f feeds.Field, rule string) feeds.Evidence {
		return feeds.Evidence{Words: words, Field: f, Rule: rule}
	}
	return Facts{
		Story: feeds.Story{ID: 7, Items: []feeds.Item{
			{ID: 7, Feed: "ledger", Title: "Parliament in Bamako votes"},
			{ID: 8, Feed: "soir", Join: feeds.Join{With: 7, Score: 0.9, Words: []string{"Bamako", "parliament", "vote"}}},
			{ID: 9, Feed: "nippo", Join: feeds.Join{With: 7, Score: 1, Kind: feeds.JoinCopy}},
		}},
		Tags: feeds.Tags{
			Countries: []feeds.Tag{
				{Code: "ML", About: true, Why: []feeds.Evidence{
					word("Bamako", feeds.FieldTitle, "capital"), word("Bamako", feeds.FieldTitle, "capital"),
					word("Malian", feeds.FieldSummary, "demonym"), word("Mali", feeds.FieldText, "country name"),
				}},
				{Code: "FR", Why: []feeds.Evidence{word("FR", feeds.FieldFeed, "feed's own country")}},
				{Code: "NE", Why: []feeds.Evidence{word("this story", feeds.FieldUser, "your correction")}},
			},
			Areas: []feeds.Tag{{Code: "sahel", About: true, Why: []feeds.Evidence{word("Sahel", feeds.FieldCategory, "area name")}}},
		},
		Denied: []feeds.Tag{{Code: "GE", Why: []feeds.Evidence{
			word("Georgia", feeds.FieldTitle, "country name"), word("this feed", feeds.FieldUser, "your correction"),
		}}},
		Place: func(code string) string { return names[code] },
		Feed:  func(id feeds.FeedID) feeds.Feed { return feeds.Feed{ID: id, Name: "The " + string(id)} },
		Now:   noon,
	}
}

func open(f Facts, w, h int) *Pane {
	p := New(theme.New(true, false), nil)
	p.Resize(w, h)
	p.Set(f)
	return p
}

func TestKeysAndActions(t *testing.T) {
	wrong := func(country string) pane.Action {
		return pane.Correct{Country: country}
	}
	tests := []struct {
		keys string
		want pane.Action
	}{
		{"-", wrong("ML")},
		{"j", pane.Handled{}},
		{"j -", wrong("FR")},
		{"j j -", wrong("NE")},
		{"j j j j j -", wrong("NE")},
		{"j j k -", wrong("FR")},
		{"k -", wrong("ML")},
		{"G -", wrong("ML")},
		{"+", pane.Run{Command: "add-tag"}},
		{"x", nil},
		{"esc", nil},
	}
	for _, tt := range tests {
		if diff := cmp.Diff(tt.want, panetest.Press(open(facts(), 80, 8), tt.keys)); diff != "" {
			t.Errorf("%s, -want +got:\n%s", tt.keys, diff)
		}
	}
	none := facts()
	none.Tags = feeds.Tags{}
	if _, told := panetest.Press(open(none, 80, 8), "j -").(pane.Tell); !told {
		t.Error("without countries there is one to take away")
	}
}

// marked returns the country whose line has the bar, "" if it is out of sight.
func marked(p *Pane) string {
	for l := range strings.SplitSeq(panetest.Bare(p.View()), "\n") {
		if rest, ok := strings.CutPrefix(l, "▌ "); ok {
			return rest[:2]
		}
	}
	return ""
}

func TestMovingGoesOnThroughTheReasons(t *testing.T) {
	p := open(facts(), 80, 5)
	for i, want := range []string{"ML", "FR", "NE", "NE"} {
		if got := marked(p); got != want {
			t.Errorf("after %d keys down the bar is on %q, want %q:\n%s", i, got, want, panetest.Bare(p.View()))
		}
		panetest.Press(p, "j")
	}
	for range 20 {
		panetest.Press(p, "j")
	}
	if got := panetest.Bare(p.View()); !strings.Contains(got, "the same text") {
		t.Errorf("the last reason is not reached:\n%s", got)
	}
	if panetest.Press(p, "k"); marked(p) != "" {
		t.Errorf("one key up leads from the end to\n%s", panetest.Bare(p.View()))
	}
	for range 20 {
		panetest.Press(p, "k")
	}
	if got := panetest.Bare(p.View()); marked(p) != "ML" || !strings.HasPrefix(got, " COUNTRIES") {
		t.Errorf("not back at the top:\n%s", got)
	}
}

func TestTheCursorStaysInBoundsAfterACorrection(t *testing.T) {
	p := open(facts(), 80, 20)
	panetest.Press(p, "j j")
	f := facts()
	f.Tags.Countries = slices.Delete(f.Tags.Countries, 2, 3)
	p.Set(f)
	if got := marked(p); got != "FR" {
		t.Errorf("the bar is on %q", got)
	}
	f.Tags.Countries = nil
	p.Set(f)
	if got := panetest.Bare(p.View()); marked(p) != "" || !strings.Contains(got, "Your corrections leave no country") {
		t.Errorf("without countries:\n%s", got)
	}
	f.Denied = nil
	p.Set(f)
	if got := panetest.Bare(p.View()); marked(p) != "" || !strings.Contains(got, "No country was found") {
		t.Errorf("without countries and corrections:\n%s", got)
	}
}

func TestTheMouse(t *testing.T) {
	p := open(facts(), 80, 8)
	for y, want := range []string{"ML", "ML", "ML", "ML", "ML", "FR", "FR", "NE"} {
		if p.Click(3, y); marked(p) != want {
			t.Errorf("a click on line %d leads to %s, want %s", y, marked(p), want)
		}
	}
	p.Click(3, -1)
	p.Click(3, 8)
	p.Scroll(100)
	if got := panetest.Press(p, "-").(pane.Correct).Country; got != "NE" {
		t.Errorf("the wheel went to %s", got)
	}
}

func TestReasons(t *testing.T) {
	f := facts()
	f.Tags = feeds.Tags{Countries: []feeds.Tag{{Code: "ML"}}}
	for i := range 9 {
		f.Tags.Countries[0].Why = append(f.Tags.Countries[0].Why, feeds.Evidence{Words: fmt.Sprint("word", i), Field: feeds.FieldTitle, Rule: "city"})
	}
	got := panetest.Bare(open(f, 80, 30).View())
	if !strings.Contains(got, `"word5" in the title, city`) || strings.Contains(got, "word6") || !strings.Contains(got, "and 3 more reasons") {
		t.Errorf("nine reasons:\n%s", got)
	}
	for _, field := range []feeds.Field{
		feeds.FieldTitle, feeds.FieldSummary, feeds.FieldCategory, feeds.FieldDateline, feeds.FieldText, feeds.FieldFeed, feeds.FieldUser,
	} {
		if places[field].where == "" {
			t.Errorf("nothing is said of evidence in %q", field)
		}
	}
}

func TestOneOutlet(t *testing.T) {
	f := facts()
	f.Story.Items = f.Story.Items[:1]
	if got := panetest.Bare(open(f, 80, 30).View()); !strings.Contains(got, "one outlet tells it") || strings.Contains(got, "The ledger") {
		t.Errorf("one item:\n%s", got)
	}
}

func TestScreens(t *testing.T) {
	var out strings.Builder
	for _, w := range []int{120, 80, 40} {
		p := open(facts(), w, 24)
		panetest.Press(p, "j")
		fmt.Fprintf(&out, "== %d columns\n%s", w, panetest.Bare(p.View()))
	}
	panetest.Golden(t, "screens", out.String())
}

func TestOwnKeysAreTold(t *testing.T) {
	p := New(theme.New(true, true), pane.Remap{"remove-tag": {"delete"}, "add-tag": {}})
	p.Resize(80, 3)
	p.Set(facts())
	got := panetest.Bare(p.View())
	if !strings.Contains(got, "delete this country is wrong\n") {
		t.Errorf("the reader's own key is not told:\n%s", got)
	}
	panetest.ASCII(t, got)
}

func TestNoSizeSpillsOrPanics(t *testing.T) {
	long := facts()
	long.Place = func(string) string { return strings.Repeat("東", 200) }
	long.Feed = func(feeds.FeedID) feeds.Feed { return feeds.Feed{Name: strings.Repeat("x", 300)} }
	long.Tags.Countries[0].Why[0].Words = strings.Repeat("العربية ", 50)
	fresh := New(theme.New(true, false), nil)
	for _, p := range []*Pane{open(facts(), 0, 0), open(long, 0, 0), fresh} {
		panetest.Sweep(t, p, panetest.Fills, func(_, h int) {
			panetest.Press(p, "j j space")
			p.Click(0, h/2)
			p.Scroll(1)
		})
	}
}
