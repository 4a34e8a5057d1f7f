package headlines

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/charmbracelet/x/ansi"

	"dateline/feeds"
	"dateline/ui/pane"
	"dateline/ui/pane/panetest"
	"dateline/ui/theme"
)

// day is a list as it looks on an ordinary day.
func day() []*Row {
	at := func(d time.Duration) time.Time { return noon.Add(-d) }
	rows := []*Row{
		{
			Title: "Shipping firms turn back from the strait as insurers double what they ask for a passage and two ports close to tankers",
			At:    at(3 * time.Minute), Chips: []Chip{{"MDE", theme.MidEast}, {"EAS", theme.Asia}, {"WEU", theme.Europe}},
			Coverage: parts("6 src · WIRE ×3 · 1 state · IR OM CN GB"), Sources: 6, Unread: true,
		},
		{
			Title: "Parliament in Bamako puts off its vote", At: at(21 * time.Minute), Chips: []Chip{{"WAF", theme.Africa}},
			Coverage: parts("Harbour Ledger · ML"), Sources: 1, Unread: true, Starred: true,
		},
		{
			Title: "欧盟与南方共同市场在布鲁塞尔恢复关于贸易协定的谈判，农业仍是最大的分歧", At: at(2 * time.Hour),
			Chips: []Chip{{"WEU", theme.Europe}, {"SAM", theme.Americas}}, Coverage: parts("2 src · BE BR"), Sources: 2,
		},
		{
			Title: "المحادثات تستأنف في العاصمة بعد أسبوع من الصمت", At: at(26 * time.Hour), Guessed: true,
			Chips: []Chip{{"NAF", theme.Africa}}, Coverage: parts("Courier du Soir · public · TN"), Sources: 1,
		},
		{Title: "A treaty on the high seas", At: at(50 * time.Minute), Guessed: true, Chips: []Chip{{"WLD", theme.NoHue}}, Coverage: parts("12 src"), Sources: 12, Unread: true},
	}
	for i, r := range rows {
		r.Story = feeds.StoryID(i + 1)
	}
	return rows
}

// awkward are rows that break columns if anything does.
func awkward() []*Row {
	return []*Row{
		{},
		{Title: strings.Repeat("long ", 100), Coverage: []Part{{strings.Repeat("wide 東京 ", 30)}}, Unread: true, Starred: true, Guessed: true, Sources: 1234567},
		{Title: strings.Repeat("東", 200), Chips: []Chip{{"A", theme.Asia}, {"TOOLONG", theme.Asia}, {}, {}}, Coverage: parts("x")},
		{Title: "👩‍👩‍👧‍👦🇯🇵 e\u0301\u0302 ❤️ 1️⃣ \u0301", Chips: make([]Chip, 300)},
		{
			Title: "x", News: 1234567, Why: strings.Repeat("why 東京 ", 30), Below: strings.Repeat("held 東京 ", 30), Sources: 2,
			Coverage: []Part{{"2 src"}, {"東京", "東京"}, {}}, Changed: noon, Starred: true,
		},
		{News: 3, Below: "x", Moved: true, Coverage: []Part{{strings.Repeat("wide 東京 ", 30)}}},
		{Title: strings.Repeat("x", 300), Chips: []Chip{{"東", theme.Asia}}, At: noon.Add(time.Hour)},
	}
}

func screens(p *Pane) string {
	var out strings.Builder
	for _, w := range []int{120, 80, 40} {
		for _, dense := range []bool{false, true} {
			p.Resize(w, 18)
			fmt.Fprintf(&out, "== %d columns, dense %v\n%s", w, dense, panetest.Bare(p.View()))
			p.ToggleDense()
		}
	}
	return out.String()
}

func TestScreens(t *testing.T) {
	p := list(day(), 0, 0)
	p.SetStrip(places()...)
	p.SetFresh(12)
	panetest.Press(p, "j")
	panetest.Golden(t, "screens", screens(p))
}

func TestPlainTerminal(t *testing.T) {
	th := theme.New(false, true)
	p := New(th, nil, clock, false)
	rows := without(day(), 1, 3, 4) // those are not ASCII by themselves
	rows[0].Coverage = parts("Harbour Ledger · ML")
	p.Show(rows)
	p.SetStrip(places()...)
	p.SetFresh(12)
	got := screens(p)
	panetest.Golden(t, "ascii", got)
	panetest.ASCII(t, got)
}

func TestStyledRows(t *testing.T) {
	p := list(day()[:2], 80, 6)
	var out strings.Builder
	for _, focused := range []bool{true, false} {
		p.Focus(focused)
		fmt.Fprintf(&out, "== focused %v\n%s\n", focused, strings.ReplaceAll(p.View(), "\x1b", "␛"))
	}
	panetest.Golden(t, "styled", out.String())
}

func TestEmptyList(t *testing.T) {
	p := list(nil, 50, 12)
	p.SetEmpty("No feed could be reached, and nothing is stored yet. e shows why for each feed.", "dateline --demo shows the program without a network.")
	panetest.Golden(t, "empty", panetest.Bare(p.View()))
}

func TestColumnsAlign(t *testing.T) {
	p := list(nil, 80, 40)
	tests := []struct {
		name string
		row  Row
		want string // the cells before the headline
	}{
		{"plain", Row{At: noon.Add(-3 * time.Minute)}, "    3m          "},
		{"unread", Row{At: noon.Add(-59 * time.Minute), Unread: true}, "●  59m          "},
		{"starred", Row{At: noon, Starred: true, Unread: true}, "●★ now          "},
		{"guessed", Row{At: noon.Add(-21 * time.Minute), Guessed: true}, "  ~21m          "},
		{"guessed now", Row{At: noon, Guessed: true, Starred: true}, " ★~now          "},
		{"years", Row{At: noon.Add(-40 * 365 * 24 * time.Hour)}, "   40y          "},
		{"one chip", Row{At: noon, Chips: chips(1)}, "   now C00      "},
		{"two chips", Row{At: noon, Chips: chips(2)}, "   now C00 C01  "},
		{"three chips", Row{At: noon, Chips: chips(3)}, "   now C00 +2   "},
		{"many chips", Row{At: noon, Chips: chips(13)}, "   now C00 +12  "},
		{"far too many", Row{At: noon, Chips: chips(300)}, "   now C00 +99  "},
		{"odd codes", Row{At: noon, Chips: []Chip{{"EU", theme.Europe}, {"東京", theme.Asia}}}, "   now EU  東   "},
	}
	for _, tt := range tests {
		tt.row.Title = "x"
		p.Show([]*Row{&tt.row})
		before, _, _ := strings.Cut(ansi.Strip(p.lines(0)[0]), "x")
		if before != tt.want {
			t.Errorf("%s: %q, want %q", tt.name, before, tt.want)
		}
	}
}

func chips(n int) []Chip {
	out := make([]Chip, n)
	for i := range out {
		out[i].Code = fmt.Sprintf("C%02d", i)
	}
	return out
}

func TestAHeadlineWrapsBeforeItIsCut(t *testing.T) {
	tests := []struct {
		title string
		want  []string
	}{
		{"Short", []string{"Short"}},
		{"A headline of which a part does not fit beside chips", []string{"A headline of which a part does", "not fit beside chips"}},
		{strings.Repeat("many words ", 20), []string{"many words many words many words", "many words many words many words many wor…"}},
		{"", []string{""}},
	}
	for _, tt := range tests {
		p := list([]*Row{{Title: strings.TrimSpace(tt.title), At: noon, Chips: chips(1)}}, 50, 8)
		var got []string
		for i, l := range p.lines(0) {
			skip := indent
			if i == 0 {
				skip += 2*(codeCells+1) + 1
			}
			got = append(got, strings.TrimSpace(string([]rune(ansi.Strip(l))[skip:])))
		}
		if strings.Join(got, "|") != strings.Join(tt.want, "|") {
			t.Errorf("%.20q is set as %q, want %q", tt.title, got, tt.want)
		}
	}
}

func TestRowsAreDrawnAnewWhenTheyChange(t *testing.T) {
	now := noon
	r := &Row{Title: "Before", At: noon}
	p := New(theme.New(true, false), nil, func() time.Time { return now }, false)
	p.Resize(60, 3)
	p.Show([]*Row{r})
	sees := func(words string) {
		t.Helper()
		if got := panetest.Bare(p.View()); !strings.Contains(got, words) {
			t.Errorf("%q is not shown:\n%s", words, got)
		}
	}
	sees("now      ")
	now = now.Add(9 * time.Minute)
	sees(" 9m      ")
	r.Title = "After"
	p.Touch(r)
	sees("After")
	p.SetTheme(theme.New(true, true))
	sees(">")
}

func TestTheLineOfWhatIsNew(t *testing.T) {
	tests := []struct {
		name  string
		remap pane.Remap
		width int
		want  string
	}{
		{"default", nil, 40, "  ── 12 new · press . ──"},
		{"own key", pane.Remap{"bring-in": {"ctrl+n"}}, 40, "  ── 12 new · press ctrl+n ──"},
		{"no key", pane.Remap{"bring-in": {}}, 40, "  ── 12 new ──"},
		{"narrow", nil, 12, "  ── 12 new…"},
	}
	for _, tt := range tests {
		p := New(theme.New(true, false), tt.remap, clock, false)
		p.Resize(tt.width, 4)
		p.SetFresh(12)
		lines := strings.Split(panetest.Bare(p.View()), "\n")
		if got := lines[3]; got != tt.want {
			t.Errorf("%s: %q, want %q", tt.name, got, tt.want)
		}
	}
}

// parts makes the parts of a coverage line; what has two capitals is a country.
func parts(line string) []Part {
	var out []Part
	for _, p := range strings.Split(line, " · ") {
		part := Part{p}
		if words := strings.Fields(p); len(words[0]) == 2 && words[0] == strings.ToUpper(words[0]) {
			part = words
		}
		out = append(out, part)
	}
	return out
}
