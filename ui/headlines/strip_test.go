package headlines

import (
	"fmt"
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"

	"dateline/feeds"
	"dateline/ui/pane"
	"dateline/ui/pane/panetest"
	"dateline/ui/theme"
)

// places are nine regions and all, as after a day in which the program was off
// from 20 to 12 hours ago.
func places() []Place {
	var out []Place
	for i, code := range strings.Fields("MDE RUE EUR EAS SEA SAS AFR LAT NAM") {
		p := Place{Command: fmt.Sprintf("region-%d", i+1), Key: fmt.Sprint(i + 1), Code: code, Hue: theme.Asia, Unread: 7 * i * i * i}
		for h := range 24 {
			p.Hours = append(p.Hours, feeds.Tally{Stories: h * i % 9, Observed: h < 4 || h >= 12})
		}
		out = append(out, p)
	}
	all := out[8]
	all.Command, all.Key, all.Code, all.Hue, all.Unread, all.On = "all-regions", "0", "all", theme.NoHue, 12345, true
	return append(out, all)
}

// shown returns the strip of a list of that size.
func shown(w, h int, places ...Place) string {
	p := list(nil, w, h)
	p.SetStrip(places...)
	return ansi.Strip(strings.Join(p.strip.lines, "\n"))
}

func TestStrip(t *testing.T) {
	var out strings.Builder
	for _, size := range [][2]int{{250, 40}, {130, 40}, {94, 47}, {60, 35}, {46, 30}, {94, 13}, {46, 14}, {46, 13}, {45, 40}, {94, 8}} {
		fmt.Fprintf(&out, "== %dx%d\n%s", size[0], size[1], panetest.Bare(shown(size[0], size[1], places()...)))
	}
	fmt.Fprintf(&out, "== three places, 60x35\n%s", panetest.Bare(shown(60, 35, places()[7:]...)))
	panetest.Golden(t, "strip", out.String())
}

func TestTheStripGivesWayToHeadlines(t *testing.T) {
	for w := range 260 {
		for h := range 80 {
			if s := shown(w, h, places()...); s != "" && strings.Count(s, "\n")+1 > max(1, h/stripPart) {
				t.Fatalf("%dx%d:\n%s", w, h, s)
			}
		}
	}
	for _, tt := range []struct {
		height int
		places []Place
	}{{stripFrom - 1, places()}, {stripFrom, nil}} {
		if got := shown(60, tt.height, tt.places...); got != "" {
			t.Errorf("%d places in %d lines: %q", len(tt.places), tt.height, got)
		}
	}
}

func TestCountsGrowInTheirPlace(t *testing.T) {
	few, many := places(), places()
	for i := range few {
		few[i].Unread, many[i].Unread = 0, 10*i*i*i*i
	}
	for _, w := range []int{46, 60, 94, 250} {
		a, b := shown(w, 40, few...), shown(w, 40, many...)
		if digits := func(s string) string {
			return strings.Map(func(r rune) rune {
				if r >= '0' && r <= '9' || r == 'k' {
					return ' '
				}
				return r
			}, s)
		}; digits(a) != digits(b) {
			t.Errorf("%d cells:\n%s\n%s", w, a, b)
		}
	}
}

func TestOneStoryIsNoEruption(t *testing.T) {
	quiet := places()[9]
	quiet.Hours = make(feeds.Activity, 24)
	for h := range quiet.Hours {
		quiet.Hours[h] = feeds.Tally{Stories: h / 23, Observed: true}
	}
	peak := theme.Fancy().Blocks
	if got := shown(60, 40, quiet); !strings.HasSuffix(strings.TrimSpace(got), peak[0]+peak[2]) {
		t.Errorf("got\n%s", got)
	}
}

func TestShortCounts(t *testing.T) {
	for n, want := range map[int]string{0: "0", 7: "7", 999: "999", 1000: "1k", 1999: "1k", 23456: "23k", 1 << 30: "99k"} {
		if got := short(n); got != want {
			t.Errorf("%d: %q, want %q", n, got, want)
		}
	}
}

func TestCodesKeepTheLastPlace(t *testing.T) {
	three := []Place{{Key: "1 ", Code: "AAA"}, {Key: "2 ", Code: "BBB"}, {Key: "0 ", Code: "all"}}
	for _, tt := range []struct {
		width int
		want  string
	}{
		{20, " 1 AAA 2 BBB 0 all"},
		{18, " 1 AAA 2 BBB 0 all"},
		{17, " 1 AAA … 0 all"},
		{14, " 1 AAA … 0 all"},
		{13, " … 0 all"},
		{4, " … 0"},
	} {
		if got := strings.TrimRight(shown(tt.width, stripFrom, three...), " "); got != tt.want {
			t.Errorf("%d cells: %q, want %q", tt.width, got, tt.want)
		}
	}
}

func TestTheStripIsClicked(t *testing.T) {
	for _, tt := range []struct {
		w, h, x, y int
		want       pane.Action
	}{
		{94, 47, 1, 0, pane.Run{Command: "region-1"}},
		{94, 47, 1, 1, pane.Run{Command: "region-1"}}, // its hours
		{94, 47, 9, 1, pane.Run{Command: "region-2"}},
		{94, 47, 88, 0, pane.Run{Command: "all-regions"}},
		{94, 47, 93, 0, pane.Handled{}}, // behind the last one
		{60, 35, 13, 2, pane.Run{Command: "region-7"}},
		{60, 35, 59, 3, pane.Run{Command: "all-regions"}},
		{20, 35, 6, 0, pane.Run{Command: "region-2"}},
		{20, 35, 11, 0, pane.Handled{}}, // the sign that there are more
		{20, 35, 14, 0, pane.Run{Command: "all-regions"}},
	} {
		p := list(numbered(5), tt.w, tt.h)
		p.SetStrip(places()...)
		if got := p.Click(tt.x, tt.y); got != tt.want {
			t.Errorf("%dx%d at %d, %d: %#v, want %#v", tt.w, tt.h, tt.x, tt.y, got, tt.want)
		}
	}
}
