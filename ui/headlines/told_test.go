package headlines

import (
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/charmbracelet/x/ansi"

	"dateline/ui/pane/panetest"
	"dateline/ui/theme"
)

// followed are rows of stories that the list has more to say of.
func followed() []*Row {
	rows := day()[:2]
	rows[0].Unread, rows[0].News, rows[0].Changed = false, 2, noon.Add(-4*time.Minute)
	rows[1].Changed, rows[1].Below = noon.Add(-30*time.Hour), "H shows 34 more by Harbour Ledger alone"
	return append(rows,
		&Row{
			Title: "Two ports close to tankers", At: noon.Add(-time.Hour), Chips: chips(1), Sources: 4, Unread: true,
			Why: "3 new src in 3 h, before 1 in 5 h", Coverage: parts("4 src · WIRE ×3 · IR OM"),
		},
		&Row{Title: "Council in Bamako", At: noon.Add(-time.Hour), Chips: chips(1), Moved: true, Coverage: parts("now told with: Parliament in Bamako puts off its vote")},
	)
}

func TestWhatRowsSayMore(t *testing.T) {
	panetest.Golden(t, "told", screens(list(followed(), 0, 0)))
	p := New(theme.New(true, true), nil, clock, false)
	p.Show(slices.DeleteFunc(followed(), func(r *Row) bool { return r.Sources > 1 })) // those are not ASCII by themselves
	p.Resize(60, 8)
	p.rows[0].News = 2
	panetest.ASCII(t, panetest.Bare(p.View()))
}

func TestWhatDoesNotFitIsLeftOutFromTheEnd(t *testing.T) {
	r := &Row{Coverage: parts("4 src · WIRE ×3 · 2 state · CN RU QA"), Changed: noon.Add(-time.Hour), News: 2}
	for room, want := range map[int]string{
		80: "+2 new · 4 src · changed 11:00 · WIRE ×3 · 2 state · CN RU QA",
		61: "+2 new · 4 src · changed 11:00 · WIRE ×3 · 2 state · CN RU QA",
		60: "+2 new · 4 src · changed 11:00 · WIRE ×3 · 2 state · CN RU …",
		48: "+2 new · 4 src · changed 11:00 · WIRE ×3 · …",
		42: "+2 new · 4 src · changed 11:00 · …",
		40: "+2 new · 4 src · changed 11:00 · …",
		36: "+2 new · 4 src · changed 11:00 · …",
		18: "+2 new · 4 src · …",
		17: "+2 new · 4 src ·…",
		9:  "+2 new · ",
		6:  "+2 new",
		4:  "+2 …",
		0:  "",
	} {
		p := list([]*Row{r}, 80, 4)
		if got := ansi.Strip(p.told(r, room)); got != want {
			t.Errorf("in %d cells: %q, want %q", room, got, want)
		}
	}
}

func TestAreasAreToldWhereThereIsRoom(t *testing.T) {
	r := &Row{Coverage: parts("4 src · CN RU"), Areas: []string{"South China Sea", "EU"}, Changed: noon.Add(-time.Hour)}
	for room, want := range map[int]string{
		80: "4 src · changed 11:00 · CN RU · South China Sea · EU",
		46: "4 src · changed 11:00 · CN RU · EU",
		30: "4 src · changed 11:00 · CN RU",
		28: "4 src · changed 11:00 · CN …",
	} {
		p := list([]*Row{r}, 80, 4)
		if got := ansi.Strip(p.told(r, room)); got != want {
			t.Errorf("in %d cells: %q, want %q", room, got, want)
		}
	}
}

func TestOnlyWhatWasNotReadIsVisited(t *testing.T) {
	for _, tt := range []struct {
		row Row
		due bool
	}{{Row{}, false}, {Row{Unread: true}, true}, {Row{News: 1}, true}, {Row{Starred: true, Moved: true}, false}} {
		if tt.row.Due() != tt.due {
			t.Errorf("%+v is due: %v", tt.row, !tt.due)
		}
	}
}

func TestTheCursorStaysOnOneOfTwoRowsOfAStory(t *testing.T) {
	rows := numbered(4)
	rows[2].Story = rows[0].Story
	p := list(rows, 80, 20)
	panetest.Press(p, "j j")
	if !p.Go(1) || p.Current() != rows[2] {
		t.Errorf("the cursor left its row for %+v", p.Current())
	}
	by := &Row{Story: 9, Title: "By", Coverage: parts("1 src")}
	p.Replace(rows[2], by)
	p.Replace(&Row{}, rows[0])
	if p.Current() != by || !strings.Contains(panetest.Bare(p.View()), "By") {
		t.Errorf("the row was not replaced: %+v", p.Current())
	}
}
