package pane

import (
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"

	"dateline/feeds"
	"dateline/feeds/spoilt"
	"dateline/ui/theme"
)

func TestCutAndPad(t *testing.T) {
	tests := []struct {
		name     string
		s        string
		width    int
		cut, pad string
	}{
		{"fits", "Kyiv", 4, "Kyiv", "Kyiv"},
		{"shorter", "Kyiv", 6, "Kyiv", "Kyiv  "},
		{"cut", "Nairobi", 4, "Nai…", "Nai…"},
		{"one cell", "Nairobi", 1, "…", "…"},
		{"no cell", "Nairobi", 0, "", ""},
		{"less than none", "Nairobi", -3, "", ""},
		{"empty", "", 2, "", "  "},
		{"wide", "東京会談", 8, "東京会談", "東京会談"},
		{"half of a wide one", "東京会談", 6, "東京…", "東京… "},
		{"marks stay on their letter", "e\u0301e\u0301e\u0301", 2, "e\u0301…", "e\u0301…"},
		{"a family is one", "👩‍👩‍👧‍👦 signs", 10, "👩‍👩‍👧‍👦 …", "👩‍👩‍👧‍👦 …"},
		{"a flag is one", "🇯🇵🇯🇵", 3, "🇯🇵…", "🇯🇵…"},
		{"right to left", "محادثات السلام", 6, "محادث…", "محادث…"},
		{"vowel signs", "हिन्दी समाचार", 8, "हिन्दी स…", "हिन्दी स…"},
	}
	for _, tt := range tests {
		if got := Cut(tt.s, tt.width, "…"); got != tt.cut {
			t.Errorf("%s: Cut gives %q, want %q", tt.name, got, tt.cut)
		}
		if got := Pad(tt.s, tt.width, "…"); got != tt.pad {
			t.Errorf("%s: Pad gives %q, want %q", tt.name, got, tt.pad)
		}
	}
}

func TestFitLineKeepsStylesClosed(t *testing.T) {
	th := theme.New(true, false)
	line := th.Headline.Text("Kyiv opens") + " " + th.Meta.Text("3 src")
	for w := range 20 {
		got := FitLine(line, w)
		if PaintedWidth(got) != w {
			t.Errorf("%d cells: %q takes %d", w, got, PaintedWidth(got))
		}
		if want := Pad("Kyiv opens 3 src", w, ""); ansi.Strip(got) != want {
			t.Errorf("%d cells: %q, want %q", w, ansi.Strip(got), want)
		}
		if last := strings.LastIndex(got, "\x1b["); last >= 0 && !strings.HasPrefix(got[last:], "\x1b[m") {
			t.Errorf("%d cells: a style is open at the end of %q", w, got)
		}
	}
}

func TestFit(t *testing.T) {
	got := Fit([]string{"one", "seventeen", "x"}, 5, 4)
	want := []string{"one  ", "seven", "x    ", "     "}
	if strings.Join(got, "|") != strings.Join(want, "|") {
		t.Errorf("got %q, want %q", got, want)
	}
	if got := Fit([]string{"one"}, -1, -1); len(got) != 0 {
		t.Errorf("no room gave %q", got)
	}
}

func TestSides(t *testing.T) {
	tests := []struct {
		width int
		want  string
	}{
		{12, "left   right"},
		{10, "left right"},
		{9, "left     "},
		{3, "lef"},
		{0, ""},
	}
	for _, tt := range tests {
		if got := Sides("left", "right", tt.width); got != tt.want {
			t.Errorf("%d cells: %q, want %q", tt.width, got, tt.want)
		}
	}
}

func TestPlural(t *testing.T) {
	for n, want := range map[int]string{0: "stories", 1: "story", 2: "stories"} {
		if got := Plural(n, "story", "stories"); got != want {
			t.Errorf("%d %s", n, got)
		}
	}
}

// awkward are texts that break columns if anything does.
var awkward = []string{
	"", "plain", "東京", "e\u0301", "\u0301", "👩‍👩‍👧‍👦", "🇯🇵🇯", "\u0600", "a\u0600", "ൎ", "हिन्दी", "عربي", "1️⃣❤️", "\u200b", "\u3000", "ก็", "\U00011F02", "각",
}

func FuzzText(f *testing.F) {
	for _, s := range spoilt.Of(1000, awkward...) {
		f.Add(s, 7, true)
		f.Add(s+s, 3, false)
	}
	th := theme.New(true, false)
	f.Fuzz(func(t *testing.T, s string, width int, ascii bool) {
		s = feeds.Clean(s, 400) // all text is clean before it gets here
		width %= 300
		room := max(0, width)
		ellipsis := theme.Fancy().Ellipsis
		if ascii {
			ellipsis = theme.ASCII().Ellipsis
		}
		cut := Cut(s, width, ellipsis)
		if Width(cut) > room {
			t.Errorf("Cut(%q, %d) takes %d cells: %q", s, width, Width(cut), cut)
		}
		if head := strings.TrimSuffix(cut, ellipsis); cut != s && !strings.HasPrefix(s, head) {
			t.Errorf("Cut(%q, %d) is another text: %q", s, width, cut)
		}
		for name, got := range map[string]string{
			"Pad":             Pad(s, width, ellipsis),
			"FitLine":         FitLine(s, width),
			"FitLine painted": FitLine(th.Accent.Text(s)+" "+th.Meta.Text(s), width),
			"FitLine over":    FitLine(th.Selected.Over(s+th.Meta.Text(s)+s), width),
			"Sides":           Sides(s, th.Accent.Text(s), width),
		} {
			if w := PaintedWidth(got); w != room {
				t.Errorf("%s(%q, %d) takes %d cells: %q", name, s, width, w, got)
			}
			if ansi.Strip(got) != got && !strings.Contains(got, "\x1b[m") {
				t.Errorf("%s(%q, %d) leaves a style open: %q", name, s, width, got)
			}
		}
	})
}
