package overview

import (
	"fmt"
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

func day() []Row {
	rows := []Row{
		{Slug: "middle-east", Label: "Middle East", Hue: theme.MidEast, Stories: 120, Unread: 97, Title: "Shipping firms turn back from the strait as insurers double what they ask for a passage", Sources: 6},
		{Slug: "west-africa", Label: "West Africa", Hue: theme.Africa, Stories: 1, Unread: 1, Title: "Parliament in Bamako puts off its vote", Sources: 1},
		{Slug: "east-asia", Label: "East Asia", Hue: theme.Asia, Stories: 14, Title: "欧盟与南方共同市场在布鲁塞尔恢复关于贸易协定的谈判", Sources: 12},
		{Slug: "oceania", Label: "Oceania and the islands of the wide Pacific", Hue: theme.Pacific},
	}
	for i := range rows {
		if rows[i].Title != "" {
			rows[i].Top = feeds.StoryID(i + 1)
		}
	}
	for h := range 24 {
		observed := h < 4 || h > 9
		for i, n := range []int{h % 9, h / 23, h / 8, 0} {
			rows[i].Hours = append(rows[i].Hours, feeds.Tally{Stories: n, Observed: observed})
		}
	}
	return rows
}

func open(rows []Row, w, h int) *Pane {
	p := New(theme.New(true, false), nil, rows)
	p.Resize(w, h)
	return p
}

func only(slug string) pane.Action { return pane.Filter{Terms: []string{slug}} }

func TestKeysAndActions(t *testing.T) {
	tests := []struct {
		keys string
		want pane.Action
	}{
		{"enter", only("middle-east")},
		{"o", pane.Open{Story: 1}},
		{"j", pane.Handled{}},
		{"j enter", only("west-africa")},
		{"j j o", pane.Open{Story: 3}},
		{"G enter", only("oceania")},
		{"G o", pane.Tell{Text: "Nothing came from Oceania and the islands of the wide Pacific in the last 24 hours."}},
		{"G g enter", only("middle-east")},
		{"space enter", only("east-asia")}, // two rows are in sight
		{"x", nil},
		{"esc", nil},
	}
	for _, tt := range tests {
		if diff := cmp.Diff(tt.want, panetest.Press(open(day(), 80, 5), tt.keys)); diff != "" {
			t.Errorf("%s, -want +got:\n%s", tt.keys, diff)
		}
	}
	empty := open(nil, 80, 5)
	for _, k := range empty.Keys() {
		if got := panetest.Press(empty, k.Keys()[0]); got != (pane.Handled{}) {
			t.Errorf("%s without regions: %#v", k.Name, got)
		}
	}
}

func TestTheMouse(t *testing.T) {
	p := open(day(), 80, 5)
	tests := []struct {
		y    int
		slug string
	}{{2, "west-africa"}, {3, "west-africa"}, {0, "middle-east"}, {4, "middle-east"}, {-1, "middle-east"}, {99, "middle-east"}}
	for _, tt := range tests {
		p.Click(5, tt.y)
		if diff := cmp.Diff(only(tt.slug), panetest.Press(p, "enter")); diff != "" {
			t.Errorf("line %d, -want +got:\n%s", tt.y, diff)
		}
	}
	for _, tt := range []struct {
		lines int
		first string
	}{{1, "West Africa"}, {3, "East Asia"}, {-1, "West Africa"}, {-100, "Middle East"}} {
		p.Scroll(tt.lines)
		if got := strings.TrimLeft(panetest.Bare(p.View()), " ▌"); !strings.HasPrefix(got, tt.first) {
			t.Errorf("scrolled by %d, %s is not on top:\n%s", tt.lines, tt.first, got)
		}
	}
	if diff := cmp.Diff(only("middle-east"), panetest.Press(p, "enter")); diff != "" {
		t.Errorf("the wheel moved the cursor, -want +got:\n%s", diff)
	}
}

func TestScreens(t *testing.T) {
	var out strings.Builder
	for _, w := range []int{120, 80, 60, 40} {
		p := open(day(), w, 9)
		panetest.Press(p, "j")
		fmt.Fprintf(&out, "== %d columns\n%s", w, panetest.Bare(p.View()))
	}
	panetest.Golden(t, "screens", out.String())
}

func TestPlainTerminal(t *testing.T) {
	p := New(theme.New(true, true), nil, day()[:2])
	p.Resize(90, 5)
	got := panetest.Bare(p.View())
	panetest.Golden(t, "ascii", got)
	panetest.ASCII(t, got)
}

func TestTheTitleSaysWhatABlankIs(t *testing.T) {
	watched := Row{Hours: feeds.Activity{{Observed: true}}}
	for want, rows := range map[string][]Row{
		"The last 24 hours":                       {watched},
		"The last 24 hours · blank: not observed": {watched, {Hours: feeds.Activity{{Observed: true}, {}}}},
	} {
		if got := open(rows, 80, 9).Title(); got != want {
			t.Errorf("got %q, want %q", got, want)
		}
	}
}

func TestNoSizeSpillsOrPanics(t *testing.T) {
	awkward := []Row{{}, {Label: strings.Repeat("東", 99), Stories: 123456, Unread: 99999, Top: 1, Title: strings.Repeat("x", 300), Sources: 12345}, day()[3]}
	for _, rows := range [][]Row{nil, day(), awkward} {
		p := open(rows, 0, 0)
		panetest.Sweep(t, p, panetest.Fills, func(_, h int) {
			panetest.Press(p, "j")
			p.Click(0, h/2)
			p.Scroll(1)
		})
	}
}
