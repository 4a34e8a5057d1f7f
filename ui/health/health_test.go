package health

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

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

var noon = time.Date(2026, 11, 14, 12, 0, 0, 0, time.FixedZone("", 3600))

func clock() time.Time { return noon }

var directory = map[feeds.FeedID]feeds.Feed{
	"ledger": {
		ID: "ledger", Name: "Harbour Ledger", URL: "https://ledger.example/world/feed.xml", Country: "GB", Language: "en",
		Affiliation: feeds.Independent,
	},
	"soir":   {ID: "soir", Name: "Courier du Soir", URL: "https://soir.example/rss", Country: "FR", Language: "fr", Affiliation: feeds.Public},
	"nippo":  {ID: "nippo", Name: "北日本日報", URL: "https://nippo.example/rss", Country: "JP", Language: "ja"},
	"gazeta": {ID: "gazeta", Name: "Gazeta of the Three Rivers and the Mountains Beyond", URL: "https://gazeta.example/" + strings.Repeat("x", 300)},
	"off":    {ID: "off", Name: "Almanac", Off: true},
}

func feed(id feeds.FeedID) feeds.Feed {
	if f, ok := directory[id]; ok {
		return f
	}
	return feeds.Feed{ID: id}
}

func state() []feeds.Health {
	ago := func(d time.Duration) time.Time { return noon.Add(-d) }
	return []feeds.Health{
		{Feed: "ledger", LastTry: ago(time.Minute), LastGood: ago(3 * time.Minute), NextTry: noon.Add(20 * time.Minute), Newest: ago(time.Hour), Items: 1204},
		{Feed: "nippo", LastTry: ago(time.Minute), LastGood: ago(26 * time.Hour), Items: 1},
		{Feed: "off"},
		{Feed: "new"},
		{
			Feed: "gazeta", LastTry: ago(time.Minute), Items: 30, Failures: 4,
			Failure: &feeds.Failure{Kind: feeds.FailMalformed, Detail: "line 31: unclosed element"},
		},
		{Feed: "soir", LastTry: ago(time.Minute), LastGood: ago(9 * 24 * time.Hour), Failures: 1, Failure: &feeds.Failure{Kind: feeds.FailBlocked, Status: 403}},
		{Feed: "quiet", LastTry: ago(time.Minute), LastGood: ago(time.Minute)},
		{
			Feed: "slow", LastTry: ago(time.Minute), LastGood: ago(time.Minute), NextTry: noon.Add(time.Hour), Wait: feeds.WaitSeldom,
			Every: time.Hour, Publish: 30 * time.Hour, Newest: ago(time.Hour), Items: 40, Carried: 20, Undated: 3, Usual: 14 * time.Second, Hours: 600,
		},
	}
}

func open(rows []feeds.Health, w, h int) *Pane {
	p := New(theme.New(true, false), nil, clock, feed)
	p.Resize(w, h)
	p.Set(rows)
	return p
}

func TestKeysAndActions(t *testing.T) {
	tests := []struct {
		keys string
		want pane.Action
	}{
		{"r", pane.Refresh{Feed: "soir"}}, // the failing ones by name, then the others
		{"enter", pane.Handled{}},
		{"enter r", pane.Refresh{Feed: "soir"}},
		{"enter j r", pane.Refresh{Feed: "soir"}}, // the page scrolls
		{"enter esc j r", pane.Refresh{Feed: "gazeta"}},
		{"enter enter j r", pane.Refresh{Feed: "gazeta"}},
		{"enter esc esc", nil},
		{"a", pane.Tell{Text: "No other address is known for Courier du Soir that could be taken."}},
		{"j", pane.Handled{}},
		{"j r", pane.Refresh{Feed: "gazeta"}},
		{"j j r", pane.Refresh{Feed: "quiet"}},
		{"j j j r", pane.Refresh{Feed: "slow"}},
		{"j j j j r", pane.Refresh{Feed: "new"}},
		{"j j j j j r", pane.Refresh{Feed: "ledger"}},
		{"G r", pane.Refresh{Feed: "off"}},
		{"G k r", pane.Refresh{Feed: "nippo"}},
		{"G g r", pane.Refresh{Feed: "soir"}},
		{"x", nil},
		{"esc", nil},
	}
	for _, tt := range tests {
		if diff := cmp.Diff(tt.want, panetest.Press(open(state(), 80, 20), tt.keys)); diff != "" {
			t.Errorf("%s, -want +got:\n%s", tt.keys, diff)
		}
	}
	if got := panetest.Press(open(nil, 80, 20), "j r"); got != (pane.Handled{}) {
		t.Errorf("without feeds: %#v", got)
	}
}

func TestTheCursorStaysOnItsFeed(t *testing.T) {
	p := open(state(), 80, 20)
	panetest.Press(p, "j j j j j")
	rows := state()
	rows[0].Failure = &feeds.Failure{Kind: feeds.FailTimeout}
	p.Set(rows)
	if got := panetest.Press(p, "r"); got != (pane.Refresh{Feed: "ledger"}) {
		t.Errorf("the cursor went to %#v", got)
	}
	p.Set(slices.DeleteFunc(state(), func(h feeds.Health) bool { return h.Feed == "ledger" }))
	if got := panetest.Press(p, "r"); got != (pane.Refresh{Feed: "quiet"}) {
		t.Errorf("its feed gone, the cursor went to %#v", got)
	}
	p.Set(state()[:1])
	if got := panetest.Press(p, "r"); got != (pane.Refresh{Feed: "ledger"}) {
		t.Errorf("on one feed, the cursor went to %#v", got)
	}
	p.Set(nil)
	if got := panetest.Bare(p.View()); !strings.Contains(got, "No feed is configured.") {
		t.Errorf("without feeds:\n%s", got)
	}
}

func TestTheMouse(t *testing.T) {
	p := open(state(), 80, 14)
	p.Click(5, 4) // two lines tell of the regions
	if got := panetest.Press(p, "r"); got != (pane.Refresh{Feed: "quiet"}) {
		t.Errorf("a click selects %#v", got)
	}
	for _, y := range []int{-1, 0, 1, 11, 13, 100} { // the parts that tell of regions and of one feed, and outside
		p.Click(5, y)
	}
	large := open(state(), 120, 26)
	large.Click(5, 5) // below the names of the columns
	if got := panetest.Press(large, "r"); got != (pane.Refresh{Feed: "quiet"}) {
		t.Errorf("in a large pane a click selects %#v", got)
	}
	p.Scroll(100)
	if got := panetest.Press(p, "r"); got != (pane.Refresh{Feed: "quiet"}) {
		t.Errorf("the wheel selects %#v", got)
	}
}

func TestTitle(t *testing.T) {
	if got, want := open(state(), 80, 20).Title(), "Feeds · 2 of 8 failing"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}

func TestScreens(t *testing.T) {
	var out strings.Builder
	for _, size := range [][2]int{{120, 26}, {80, 18}, {40, 18}} {
		for _, keys := range []string{"", "j", "j j j", "G"} {
			p := open(state(), size[0], size[1])
			panetest.Press(p, keys)
			fmt.Fprintf(&out, "== %d columns %s\n%s", size[0], keys, panetest.Bare(p.View()))
		}
	}
	panetest.Golden(t, "screens", out.String())
}

func TestNoSizeSpillsOrPanics(t *testing.T) {
	for i, rows := range [][]feeds.Health{nil, found(), slices.Repeat(state(), 20)} {
		p := open(rows, 0, 0)
		p.SetRegions(slices.Repeat(quiet(), 5*i), feeds.EnoughHours*i)
		panetest.Sweep(t, p, panetest.Fills, func(_, h int) {
			for _, keys := range []string{"j", "enter", "j a", "enter a"} {
				panetest.Press(p, keys)
				panetest.Fills(t, p.View(), p.width, h)
			}
			p.Click(0, h/2)
			p.Scroll(1)
		})
	}
}

// found has the feed under the cursor answered by a page that names others.
func found() []feeds.Health {
	rows := state()
	rows[5].Failure = &feeds.Failure{
		Kind: feeds.FailHTML, Detail: "Courier du Soir, le journal", Found: "https://soir.example/monde/rss.xml",
		Others: []string{"https://soir.example/sport/rss.xml", "https://xn--soir-8ua.example/a"},
	}
	return rows
}

func TestAnAddressIsOfferedWhereOneWasFound(t *testing.T) {
	offers := func(p *Pane) bool {
		return slices.ContainsFunc(p.Keys(), func(k pane.Key) bool { return k.Name == takeAddress })
	}
	p := open(found(), 80, 20)
	if !offers(p) {
		t.Error("the address that was found is not offered")
	}
	if panetest.Press(p, "j"); offers(p) {
		t.Error("an address is offered where none was found")
	}
	if !offers(open(nil, 80, 20)) {
		t.Error("without feeds, as the help lists it, the key is missing")
	}
	panetest.Press(p, "k")
	panetest.Press(p, "enter")
	if slices.ContainsFunc(p.Keys(), func(k pane.Key) bool { return k.Name == moreOfFeed }) {
		t.Error("on its page more of the feed is offered")
	}
	panetest.Press(p, "a")
	if got := p.Keys(); len(got) != 1 || got[0].Name != "pick" {
		t.Errorf("under the question stand the keys %v", got)
	}
}

func TestTheReaderTakesAnAddress(t *testing.T) {
	take := pane.Take{Feed: "soir", Address: "https://soir.example/monde/rss.xml"}
	for _, tt := range []struct {
		keys string
		want pane.Action
	}{
		{"a", pane.Handled{}},
		{"a enter", take},
		{"a esc", pane.Handled{}},
		{"a a", pane.Handled{}},
		{"a j enter", pane.Handled{}}, // any other key says no
		{"enter a enter", take},
		{"a enter r", pane.Refresh{Feed: "soir"}},
	} {
		if diff := cmp.Diff(tt.want, panetest.Press(open(found(), 80, 20), tt.keys)); diff != "" {
			t.Errorf("%s, -want +got:\n%s", tt.keys, diff)
		}
	}
}

func TestTheQuestionIsOnTheScreenAtEverySize(t *testing.T) {
	var out strings.Builder
	for _, size := range [][2]int{{120, 20}, {76, 18}, {38, 10}} {
		p := open(found(), size[0], size[1])
		panetest.Press(p, "a")
		view := panetest.Bare(p.View())
		fmt.Fprintf(&out, "== %dx%d\n%s", size[0], size[1], view)
		if !strings.Contains(view, "soir.example") || !strings.Contains(view, "esc") {
			t.Errorf("%v: the question is not whole", size)
		}
	}
	panetest.Golden(t, "question", out.String())
}

// visits are thirty days of a feed that had a bad week.
func visits() []feeds.Visited {
	var out []feeds.Visited
	for i := range 25 {
		at := noon.AddDate(0, 0, -i)
		out = append(out, feeds.Visited{Feed: "soir", At: at, Visits: 20 + i, New: i * i % 13})
		switch {
		case i == 4 || i == 5:
			out[len(out)-1].Kind, out[len(out)-1].Status = feeds.FailBlocked, 403
		case i%11 == 9:
			out = append(out, feeds.Visited{Feed: "soir", At: at, Visits: 1, Kind: feeds.FailUntrusted})
		}
	}
	return out
}

func TestThePast(t *testing.T) {
	var out strings.Builder
	for _, size := range [][3]int{{120, 50}, {76, 50}, {38, 60}, {38, 60}} {
		p := open(found(), size[0], size[1])
		if strings.Contains(out.String(), "== 38") {
			p.th = theme.New(true, true)
		}
		if id, ok := p.Wants(); id != "soir" || !ok {
			t.Fatalf("wants %q, %v", id, ok)
		}
		p.SetPast("soir", visits())
		panetest.Press(p, "enter")
		fmt.Fprintf(&out, "== %d columns\n%s", size[0], panetest.Bare(p.View()))
	}
	panetest.Golden(t, "past", out.String())
}

func TestThePastIsAskedForOnceAVisit(t *testing.T) {
	p := open(found(), 80, 30)
	asked := func() string {
		id, _ := p.Wants()
		return string(id)
	}
	for _, step := range []struct{ do, want string }{{"", "soir"}, {"", ""}, {"j", "gazeta"}, {"k", "soir"}} {
		panetest.Press(p, step.do)
		if got := asked(); got != step.want {
			t.Errorf("after %q: %q, want %q", step.do, got, step.want)
		}
	}
	p.SetPast("gazeta", visits())
	if strings.Contains(panetest.Bare(p.View()), "failed on") {
		t.Error("the past of another feed is shown")
	}
	rows := found()
	rows[5].LastTry = noon
	p.Set(rows)
	if got := asked(); got != "soir" {
		t.Errorf("after a visit: %q", got)
	}
}
