package related

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/charmbracelet/x/ansi"
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

var widths = []int{40, 66, 80, 120}

// screen returns the view without styles.
func screen(p *Pane) string { return panetest.Bare(p.View()) }

func TestScreens(t *testing.T) {
	var out strings.Builder
	for _, w := range widths {
		for _, h := range []int{40, 24, 12} {
			fmt.Fprintf(&out, "== %dx%d\n%s", w, h, screen(loaded(river(), w, h)))
		}
	}
	panetest.Golden(t, "screens", out.String())
}

func TestScripts(t *testing.T) {
	for _, s := range scripts {
		var out strings.Builder
		for _, w := range widths {
			fmt.Fprintf(&out, "== %d columns\n%s", w, screen(loaded(inScript(s.title, s.summary, s.bare), w, 9)))
		}
		panetest.Golden(t, s.name, out.String())
	}
}

func TestPlainTerminal(t *testing.T) {
	p := loaded(river(), 66, 40)
	p.SetTheme(theme.New(false, true))
	got := screen(p)
	panetest.Golden(t, "ascii", got)
	panetest.ASCII(t, got)
}

func TestStatesAndStrip(t *testing.T) {
	waiting := New(theme.New(true, false), nil, clock, outlet)
	waiting.Resize(60, 2)
	waiting.Loading(feeds.Item{ID: 1})
	none := New(theme.New(true, false), nil, clock, outlet)
	none.Resize(60, 2)
	tests := []struct {
		name        string
		pane        *Pane
		view, strip string
	}{
		{"no story", none, "No story is open.", "No story is open."},
		{"waiting", waiting, "Looking for related stories…", "Looking for related stories…"},
		{"nothing", loaded(feeds.Related{Item: 1}, 60, 2), "Nothing related yet.", "Nothing related yet."},
		{"empty groups", loaded(feeds.Related{Item: 1, Groups: make([]feeds.RelatedGroup, 2)}, 60, 2), "Nothing related yet.", "Nothing related yet."},
		{"some", loaded(river(), 60, 2), "SAME EVENT  6 more · 2 independent", "Related: 6 more of this event · 6 earlier · Russia + China · Russia"},
	}
	for _, tt := range tests {
		if got := screen(tt.pane); !strings.Contains(got, tt.view) {
			t.Errorf("%s: the view is\n%s", tt.name, got)
		}
		if got := ansi.Strip(tt.pane.Strip(80)); got != tt.strip {
			t.Errorf("%s: the strip is %q, want %q", tt.name, got, tt.strip)
		}
		for w := range 80 {
			if got := pane.PaintedWidth(tt.pane.Strip(w)); got > w {
				t.Errorf("%s: the strip takes %d of %d cells", tt.name, got, w)
			}
		}
	}
}

func TestHeadingsNeverRepeat(t *testing.T) {
	r := feeds.Related{Item: 1}
	for i := range 3 {
		r.Groups = append(r.Groups, feeds.RelatedGroup{
			Kind: feeds.SameCountry, Label: "Russia", Entries: []feeds.RelatedEntry{entry(feeds.ItemID(10+i), "council", 5, fmt.Sprintf("Headline %d", i), "")},
		})
	}
	got := screen(loaded(r, 60, 20))
	if n := strings.Count(got, "RUSSIA"); n != 1 || !strings.Contains(got, "Headline 2") {
		t.Errorf("%d headings:\n%s", n, got)
	}
}

func TestEverySizeFits(t *testing.T) {
	all := []feeds.Related{river(), {Item: 1}}
	for _, s := range scripts {
		all = append(all, inScript(s.title, s.summary, s.bare))
	}
	for _, r := range all {
		p := loaded(r, 0, 0)
		panetest.Sweep(t, p, panetest.Fits, func(int, int) { panetest.Press(p, "j") })
	}
}

func TestKeysMoveAndAnswer(t *testing.T) {
	const url = "https://outlet.example/"
	tests := []struct {
		keys string
		want pane.Action
	}{
		{"enter", pane.Open{Story: 102, Item: 2}},
		{"j enter", pane.Open{Story: 103, Item: 3}},
		{"j down k up k enter", pane.Open{Story: 102, Item: 2}},
		{"G enter", pane.Open{Story: 112, Item: 12}},
		{"G j enter", pane.Open{Story: 112, Item: 12}},
		{"end home enter", pane.Open{Story: 102, Item: 2}},
		{"ctrl+d enter", pane.Open{Story: 107, Item: 7}},
		{"ctrl+d ctrl+u enter", pane.Open{Story: 102, Item: 2}},
		{"j o", pane.Browse{URL: url + "north-post"}},
		{"j y", pane.Copy{Text: url + "north-post", What: "link"}},
		{"j", pane.Handled{}},
		{"m", nil},
	}
	for _, tt := range tests {
		p := loaded(river(), 60, 60)
		if diff := cmp.Diff(tt.want, panetest.Press(p, tt.keys)); diff != "" {
			t.Errorf("%s, -want +got:\n%s", tt.keys, diff)
		}
	}
}

func TestEveryKeyIsAnsweredAlsoWithoutEntries(t *testing.T) {
	empty, some := loaded(feeds.Related{Item: 1}, 60, 20), loaded(river(), 60, 20)
	for _, k := range some.Keys() {
		for _, press := range k.Keys() {
			if got := empty.Press(pane.Keystroke(press)); got != (pane.Handled{}) {
				t.Errorf("%s without entries: %#v", press, got)
			}
			if some.Press(pane.Keystroke(press)) == nil {
				t.Errorf("%s is not answered", press)
			}
		}
	}
}

// selected returns the text of the rows that carry the selection bar.
func selected(p *Pane) string {
	var out []string
	for l := range strings.SplitSeq(ansi.Strip(p.View()), "\n") {
		if rest, ok := strings.CutPrefix(l, "▌"); ok {
			out = append(out, strings.TrimSpace(rest))
		}
	}
	return strings.Join(out, "\n")
}

func TestTheCursorStaysInSight(t *testing.T) {
	for _, h := range []int{1, 3, 6, 12} {
		p := loaded(river(), 60, h)
		for _, k := range []string{"j", "k"} {
			for range p.entries {
				if selected(p) == "" && h > 3 {
					t.Fatalf("height %d, entry %d is out of sight:\n%s", h, p.cursor, screen(p))
				}
				p.Press(pane.Keystroke(k))
			}
		}
		if got := screen(p); !strings.HasPrefix(got, " SAME EVENT") {
			t.Errorf("height %d: at the top the heading is out of sight:\n%s", h, got)
		}
	}
}

func TestTheWheelMovesOnlyTheView(t *testing.T) {
	p := loaded(river(), 60, 6)
	p.Scroll(100)
	if got := selected(p); got != "" {
		t.Errorf("still in sight: %q", got)
	}
	if got := p.Press(pane.Keystroke("enter")); got != (pane.Open{Story: 102, Item: 2}) {
		t.Errorf("the wheel moved the cursor: %#v", got)
	}
	p.Scroll(-1000)
	if got := screen(p); !strings.HasPrefix(got, " SAME EVENT") {
		t.Errorf("not back at the top:\n%s", got)
	}
}

func TestClicks(t *testing.T) {
	p := loaded(river(), 60, 20)
	at := func(words string) int {
		for y, l := range strings.Split(screen(p), "\n") {
			if strings.Contains(l, words) {
				return y
			}
		}
		t.Fatalf("%q is not on the screen", words)
		return 0
	}
	tests := []struct {
		y    int
		want pane.Action
	}{
		{at("EARLIER"), pane.Handled{}},
		{at("River talks"), pane.Handled{}},
		{at("River talks"), pane.Open{Story: 104, Item: 4}},
		{at("Radio Sud"), pane.Handled{}},
		{at("Ministers part"), pane.Open{Story: 102, Item: 2}},
		{-1, pane.Handled{}},
		{500, pane.Handled{}},
		{20, pane.Handled{}}, // below the pane, though there are more rows
		{at("Ministers part"), pane.Open{Story: 102, Item: 2}},
	}
	for i, tt := range tests {
		if got := p.Click(5, tt.y); got != tt.want {
			t.Errorf("click %d on line %d: %#v, want %#v", i, tt.y, got, tt.want)
		}
	}
}

func TestAnswersForOtherItemsAreDropped(t *testing.T) {
	p := loaded(river(), 60, 20)
	p.Loading(feeds.Item{ID: 2})
	p.Set(river())
	if got := screen(p); !strings.Contains(got, "Looking for related stories…") {
		t.Errorf("the answer for item 1 is shown for item 2:\n%s", got)
	}
}

func TestTheCursorStaysOnItsEntry(t *testing.T) {
	p := loaded(river(), 60, 60)
	p.Press(pane.Keystroke("j"))
	p.Loading(feeds.Item{ID: 1})
	r := river()
	r.Groups[0].Entries = append([]feeds.RelatedEntry{entry(40, "council", 1, "New on top", "")}, r.Groups[0].Entries...)
	p.Set(r)
	if got := p.Press(pane.Keystroke("enter")); got != (pane.Open{Story: 103, Item: 3}) {
		t.Errorf("the cursor went to %#v", got)
	}
	r.Groups = r.Groups[2:]
	p.Set(r)
	if got := p.Press(pane.Keystroke("enter")); got != (pane.Open{Story: 111, Item: 11}) {
		t.Errorf("its entry gone, the cursor went to %#v", got)
	}
}

// TestNothingMovesWhenRelatedStoriesComeAnew: the cursor's entry keeps its line,
// the top stays the top, and who has turned the wheel stays where he reads.
func TestNothingMovesWhenRelatedStoriesComeAnew(t *testing.T) {
	more := river()
	more.Groups[0].Entries = slices.Concat(more.Groups[0].Entries[:1], []feeds.RelatedEntry{entry(40, "council", 1, "New in between", "")}, more.Groups[0].Entries[1:])
	tests := []struct {
		name string
		do   func(*Pane)
	}{
		{"at the top", func(*Pane) {}},
		{"further down", func(p *Pane) { p.Press(pane.Keystroke("G")) }},
		{"by the wheel", func(p *Pane) { p.Scroll(6) }},
	}
	for _, tt := range tests {
		p := loaded(river(), 60, 8)
		tt.do(p)
		before := screen(p)
		p.Set(river())
		if diff := cmp.Diff(before, screen(p)); diff != "" {
			t.Errorf("%s: the same comes again (-want +got):\n%s", tt.name, diff)
		}
		line, top := p.line(), p.top
		p.Set(more)
		if p.line() != line || top == 0 && p.top != 0 {
			t.Errorf("%s: the cursor was on line %d and is on line %d below %d:\n%s", tt.name, line, p.line(), p.top, screen(p))
		}
	}
}

func TestTheReaderComesBackToHisPlace(t *testing.T) {
	p := loaded(river(), 60, 12)
	for range 7 {
		p.Press(pane.Keystroke("j"))
	}
	place, before := p.Place(), screen(p)
	p.Loading(feeds.Item{ID: 2})
	p.Set(feeds.Related{Item: 2, Groups: river().Groups[2:]})
	p.Loading(feeds.Item{ID: 1})
	p.Return(place)
	p.Set(river())
	if diff := cmp.Diff(before, screen(p)); diff != "" {
		t.Errorf("after a way there and back (-want +got):\n%s", diff)
	}
	p.Loading(feeds.Item{ID: 3})
	p.Set(feeds.Related{Item: 3, Groups: river().Groups})
	if got := screen(p); !strings.HasPrefix(got, " SAME EVENT") {
		t.Errorf("another story does not begin at the top:\n%s", got)
	}
}

func TestAHeadlineTellsAllUnderTheCursor(t *testing.T) {
	p := loaded(river(), 60, 40)
	p.Press(pane.Keystroke("j"))
	if got := selected(p); !strings.Contains(got, "Talks on the river break off") || !strings.Contains(got, "The North Post (independent, NO) · same words") || strings.Count(got, "1h") != 1 {
		t.Errorf("selected: %q", got)
	}
	p.Focus(false)
	if got := selected(p); strings.Contains(got, "independent, NO") {
		t.Errorf("selected without focus: %q", got)
	}
}

func TestTheTitleNamesWhatIsOutOfSight(t *testing.T) {
	for height, want := range map[int]string{60: "Related", 12: "Related: 6 more of this event · 6 earlier · Russia + China · Russia"} {
		if got := loaded(river(), 60, height).Title(); got != want {
			t.Errorf("height %d: %q, want %q", height, got, want)
		}
	}
}

func TestTheEntryStaysInSightAtEverySize(t *testing.T) {
	p := loaded(river(), 60, 40)
	p.Press(pane.Keystroke("G"))
	for _, h := range []int{12, 5, 3, 20, 4} {
		if p.Resize(60, h); !p.sighted() {
			t.Errorf("at %d lines the entry is out of sight:\n%s", h, screen(p))
		}
	}
}

func TestAgesAreToldAnew(t *testing.T) {
	now := noon
	p := New(theme.New(true, false), nil, func() time.Time { return now }, outlet)
	p.Resize(60, 20)
	p.Loading(feeds.Item{ID: 1})
	p.Set(river())
	if got := screen(p); !strings.Contains(got, "FR) · 14m") {
		t.Fatal(got)
	}
	now = now.Add(time.Minute)
	if got := screen(p); !strings.Contains(got, "FR) · 15m") {
		t.Error(got)
	}
}

func BenchmarkView(b *testing.B) {
	p := loaded(river(), 60, 20)
	b.ReportAllocs()
	for b.Loop() {
		_ = p.View()
	}
}
