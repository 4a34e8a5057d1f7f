package panetest_test

import (
	"fmt"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"

	"dateline/ui/pane"
	"dateline/ui/pane/panetest"
)

// verdict is a test that notes its failures instead of failing.
type verdict struct {
	testing.TB
	said []string
}

func (v *verdict) Helper() {}
func (v *verdict) Errorf(format string, args ...any) {
	v.said = append(v.said, fmt.Sprintf(format, args...))
}
func (v *verdict) Fatalf(format string, args ...any) { v.Errorf(format, args...) }

func TestViewsAreMeasured(t *testing.T) {
	tests := []struct {
		name, view    string
		width, height int
		fits, fills   bool
	}{
		{"full", "ab\ncd", 2, 2, true, true},
		{"styled", "\x1b[1mab\x1b[m", 2, 1, true, true},
		{"of wide characters", "東京", 4, 1, true, true},
		{"short", "ab\nc", 2, 2, true, false},
		{"wide", "ab\ncde", 2, 2, false, false},
		{"high", "ab\ncd\nef", 2, 2, false, false},
		{"low", "ab", 2, 2, false, false},
		{"nothing", "", 2, 0, true, true},
	}
	for _, tt := range tests {
		fits, fills := &verdict{TB: t}, &verdict{TB: t}
		panetest.Fits(fits, tt.view, tt.width, tt.height)
		panetest.Fills(fills, tt.view, tt.width, tt.height)
		if (fits.said == nil) != tt.fits || (fills.said == nil) != tt.fills {
			t.Errorf("a view that is %s: fits %q, fills %q", tt.name, fits.said, fills.said)
		}
	}
}

func TestASCIIFindsOtherSigns(t *testing.T) {
	for view, want := range map[string]int{"plain ~\n": 0, "… cut": 1} {
		v := &verdict{TB: t}
		if panetest.ASCII(v, view); len(v.said) != want {
			t.Errorf("%q: %q", view, v.said)
		}
	}
}

func TestBareLeavesTheWords(t *testing.T) {
	if got, want := panetest.Bare("\x1b[1m a \x1b[m  \nb"), " a\nb\n"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}

// spill is a pane that is one cell too wide from a width on.
type spill struct {
	from, width, height int
	pressed             []string
}

func (s *spill) Resize(w, h int)  { s.width, s.height = w, h }
func (s *spill) Focus(bool)       {}
func (s *spill) Keys() []pane.Key { return nil }

func (s *spill) Press(k tea.KeyPressMsg) pane.Action {
	s.pressed = append(s.pressed, k.String())
	return pane.Tell{Text: k.String()}
}

func (s *spill) View() string {
	width := s.width
	if width >= s.from {
		width++
	}
	line := strings.Repeat(" ", width)
	return line + strings.Repeat("\n"+line, max(1, s.height)-1)
}

func TestASweepFindsTheSizeThatSpills(t *testing.T) {
	for from, found := range map[int]bool{190: true, 1000: false} {
		v, played := &verdict{TB: t}, 0
		panetest.Sweep(v, &spill{from: from}, panetest.Fits, func(int, int) { played++ })
		if (v.said != nil) != found || played < 100 {
			t.Errorf("too wide from %d cells on: %d sizes played, told %d times", from, played, len(v.said))
		}
	}
}

func TestPressReturnsTheLastAnswer(t *testing.T) {
	p := &spill{}
	if got := panetest.Press(p, "j ctrl+d enter"); got != (pane.Tell{Text: "enter"}) || strings.Join(p.pressed, ",") != "j,ctrl+d,enter" {
		t.Errorf("%#v after %v", got, p.pressed)
	}
}
