package headlines

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

var noon = time.Date(2026, 11, 14, 12, 0, 0, 0, time.UTC)

func clock() time.Time { return noon }

// numbered makes rows 1 to n, each of one to three lines at 80 columns and
// each a minute older than the one before.
func numbered(n int) []*Row {
	rows := make([]*Row, n)
	for i := range rows {
		rows[i] = &Row{
			Story: feeds.StoryID(i + 1), Title: fmt.Sprintf("Story %d", i+1), Unread: true,
			At: noon.Add(-time.Duration(i) * time.Minute), Chips: []Chip{{"EAS", theme.Asia}},
		}
		if i%3 > 0 {
			rows[i].Coverage = parts("Harbour Ledger")
		}
		if i%3 > 1 {
			rows[i].Title += strings.Repeat(" is told at length", 5)
		}
	}
	return rows
}

// list opens a list on rows at a size.
func list(rows []*Row, w, h int) *Pane {
	p := New(theme.New(true, false), nil, clock, false)
	p.Resize(w, h)
	p.Focus(true)
	p.Show(rows)
	return p
}

// on returns the story under the cursor.
func on(p *Pane) feeds.StoryID {
	if r := p.Current(); r != nil {
		return r.Story
	}
	return 0
}

// inSight returns the stories whose first line can be seen.
func inSight(p *Pane) []feeds.StoryID {
	var ids []feeds.StoryID
	view := panetest.Bare(p.View())
	for _, r := range p.rows {
		if strings.Contains(view, fmt.Sprintf("Story %d\n", r.Story)) || strings.Contains(view, fmt.Sprintf("Story %d ", r.Story)) {
			ids = append(ids, r.Story)
		}
	}
	return ids
}

func TestKeysAndActions(t *testing.T) {
	tests := []struct {
		keys string
		want pane.Action
		on   feeds.StoryID
	}{
		{"j", pane.Select{Story: 2}, 2},
		{"down j", pane.Select{Story: 3}, 3},
		{"k", pane.Handled{}, 1},
		{"j k", pane.Select{Story: 1}, 1},
		{"G", pane.Select{Story: 20}, 20},
		{"G j", pane.Handled{}, 20},
		{"end home", pane.Select{Story: 1}, 1},
		{"space", pane.Select{Story: 6}, 6}, // five whole rows are in sight
		{"pgdown pgup", pane.Select{Story: 1}, 1},
		{"ctrl+d", pane.Select{Story: 3}, 3},
		{"ctrl+d ctrl+u", pane.Select{Story: 1}, 1},
		{"j enter", pane.Open{Story: 2}, 2},
		{"m", nil, 1},
		{".", nil, 1},
	}
	for _, tt := range tests {
		p := list(numbered(20), 80, 11)
		if diff := cmp.Diff(tt.want, panetest.Press(p, tt.keys)); diff != "" {
			t.Errorf("%s, -want +got:\n%s", tt.keys, diff)
		}
		if on(p) != tt.on {
			t.Errorf("%s leads to story %d, want %d", tt.keys, on(p), tt.on)
		}
		if !slices.Contains(inSight(p), tt.on) {
			t.Errorf("after %s the cursor is out of sight:\n%s", tt.keys, panetest.Bare(p.View()))
		}
	}
}

func TestAnEmptyListAnswersItsKeys(t *testing.T) {
	p := list(nil, 80, 10)
	for _, k := range p.Keys() {
		for _, name := range k.Keys() {
			if got := panetest.Press(p, name); got != (pane.Handled{}) {
				t.Errorf("%s: %#v", name, got)
			}
		}
	}
	if p.Current() != nil || p.Step(1) || p.StepUnread(1) || p.Go(1) {
		t.Error("the cursor moves in an empty list")
	}
	p.Scroll(3)
	for y := range 10 {
		if got := p.Click(3, y); got != (pane.Handled{}) {
			t.Errorf("a click on line %d: %#v", y, got)
		}
	}
}

func TestSteps(t *testing.T) {
	rows := numbered(6)
	for i, r := range rows {
		r.Unread = i == 1 || i == 4
	}
	p := list(rows, 80, 10)
	tests := []struct {
		what string
		step func() bool
		done bool
		on   feeds.StoryID
	}{
		{"next unread", func() bool { return p.StepUnread(1) }, true, 2},
		{"next unread", func() bool { return p.StepUnread(1) }, true, 5},
		{"no next unread", func() bool { return p.StepUnread(1) }, false, 5},
		{"previous unread", func() bool { return p.StepUnread(-1) }, true, 2},
		{"no previous unread", func() bool { return p.StepUnread(-1) }, false, 2},
		{"next", func() bool { return p.Step(1) }, true, 3},
		{"to the top", func() bool { return p.Step(-100) }, true, 1},
		{"before the top", func() bool { return p.Step(-1) }, false, 1},
		{"to a story", func() bool { return p.Go(6) }, true, 6},
		{"to no story", func() bool { return p.Go(7) }, false, 6},
	}
	for _, tt := range tests {
		if done := tt.step(); done != tt.done || on(p) != tt.on {
			t.Errorf("%s: %v, on story %d", tt.what, done, on(p))
		}
	}
}

func TestClicks(t *testing.T) {
	p := list(numbered(20), 80, 12)
	p.SetStrip(places()[:3]...)
	p.SetFresh(3)
	tests := []struct {
		y    int
		want pane.Action
	}{
		{0, pane.Run{Command: "region-1"}}, // the strip
		{1, pane.Open{Story: 1}},           // under the cursor
		{2, pane.Select{Story: 2}},         // its headline
		{3, pane.Open{Story: 2}},           // its coverage
		{4, pane.Select{Story: 3}},         // three lines
		{6, pane.Open{Story: 3}},           //
		{7, pane.Select{Story: 4}},         //
		{11, pane.Run{Command: bringIn}},   // what is new
		{12, pane.Handled{}},               // below the pane
		{-1, pane.Handled{}},               //
		{10, pane.Select{Story: 6}},        // a row that is seen in part
	}
	for _, tt := range tests {
		if got := p.Click(10, tt.y); got != tt.want {
			t.Errorf("line %d: %#v, want %#v", tt.y, got, tt.want)
		}
	}
}

func TestOnlyRowsThatAreSeenAreDrawn(t *testing.T) {
	const height = 40
	p := list(numbered(10000), 80, height)
	for _, keys := range []string{"j", "G", "k", "g", "space", "ctrl+d", "ctrl+u", "pgup"} {
		clear(p.drawn)
		panetest.Press(p, keys)
		p.View()
		if n := len(p.drawn); n > 2*height {
			t.Errorf("%s draws %d rows", keys, n)
		}
	}
	clear(p.drawn)
	p.Scroll(3)
	p.SetFresh(9)
	p.Show(p.Rows())
	p.View()
	if n := len(p.drawn); n > 2*height {
		t.Errorf("new rows draw %d of them", n)
	}
}

func BenchmarkView(b *testing.B) {
	p := list(numbered(10000), 100, 48)
	b.ReportAllocs()
	for b.Loop() {
		p.View()
	}
}

func BenchmarkPress(b *testing.B) {
	for _, n := range []int{100, 10000} {
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			p := list(numbered(n), 100, 48)
			down, top := pane.Keystroke("j"), pane.Keystroke("g")
			b.ReportAllocs()
			for b.Loop() {
				if p.Press(down) == (pane.Handled{}) {
					p.Press(top)
				}
			}
		})
	}
}
