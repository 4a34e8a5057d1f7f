package theme

import (
	"maps"
	"math"
	"reflect"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"
	"github.com/clipperhouse/displaywidth"
)

// paints returns every paint of a theme by its name.
func paints(t Theme) map[string]Paint {
	all := map[string]Paint{}
	v := reflect.ValueOf(t)
	for i := range v.NumField() {
		f := v.Type().Field(i)
		if f.Type == reflect.TypeFor[Paint]() {
			all[f.Name] = v.Field(i).Interface().(Paint)
		}
	}
	for h, p := range t.chips {
		all["chip "+string(h)] = p
	}
	return all
}

func themes() map[string]Theme {
	return map[string]Theme{"dark": New(true, false), "light": New(false, false), "ascii": New(true, true), "zero": {}}
}

func TestNoStyleStaysOpen(t *testing.T) {
	for name, th := range themes() {
		for style, p := range paints(th) {
			for _, s := range []string{"word", "two words", "日本", ""} {
				if got := p.Text(s); ansi.Strip(got) != s || open(got) {
					t.Errorf("%s %s: Text gave %q", name, style, got)
				}
				inner := "a" + th.Meta.Text(s) + th.Headline.Text("b") + "c"
				if got := p.Over(inner); ansi.Strip(got) != ansi.Strip(inner) || open(got) {
					t.Errorf("%s %s: Over gave %q", name, style, got)
				}
			}
		}
	}
}

// open says whether a style is in force at the end of s.
func open(s string) bool {
	return strings.LastIndex(s, "\x1b[") > strings.LastIndex(s, reset)
}

func TestOverGoesOnBehindAPaintedPart(t *testing.T) {
	th := New(true, false)
	got := th.Selected.Over("a" + th.Meta.Text("b") + "c")
	before, _, _ := strings.Cut(got, "c")
	if !open(before) {
		t.Errorf("the selection ends before the line does: %q", got)
	}
}

func TestEveryPaintButPlainShows(t *testing.T) {
	for _, name := range []string{"dark", "light", "ascii"} {
		for style, p := range paints(themes()[name]) {
			if shows := p.open != ""; shows != (style != "Plain") {
				t.Errorf("%s %s: shows %v", name, style, shows)
			}
		}
	}
}

func TestGlyphsAreOneCellWide(t *testing.T) {
	for name, g := range map[string]Glyphs{"fancy": Fancy(), "ascii": ASCII()} {
		for _, s := range signs(g) {
			if w := displaywidth.String(s); w != 1 {
				t.Errorf("%s: %q takes %d cells", name, s, w)
			}
		}
	}
}

func TestASCIISignsAreASCII(t *testing.T) {
	g := ASCII()
	for _, s := range append(signs(g), slices.Collect(maps.Values(g.Keys))...) {
		for _, r := range s {
			if r < ' ' || r > '~' {
				t.Errorf("%q is not ASCII", s)
			}
		}
	}
}

// signs returns every sign of a set but those of keys.
func signs(g Glyphs) []string {
	var all []string
	v := reflect.ValueOf(g)
	for i := range v.NumField() {
		f := v.Field(i)
		if f.Kind() == reflect.String {
			all = append(all, f.String())
		} else if f.Type() != reflect.TypeFor[map[string]string]() {
			for j := range f.Len() {
				all = append(all, f.Index(j).String())
			}
		}
	}
	return all
}

func TestTextStandsOutFromItsBackground(t *testing.T) {
	const least = 4.5 // WCAG 2.1, success criterion 1.4.3
	tests := []struct {
		name       string
		background string
		palette    palette
	}{
		{"dark", "#000000", dark},
		{"light", "#FFFFFF", light},
	}
	for _, tt := range tests {
		p := tt.palette
		text := map[string]string{"meta": p.meta, "accent": p.accent, "alert": p.alert, "link": p.link}
		for h, c := range p.chips {
			text["chip "+string(h)] = c
		}
		for name, colour := range text {
			for _, background := range []string{tt.background, p.selected} {
				if got := contrast(t, colour, background); got < least {
					t.Errorf("%s: %s %s on %s stands out by %.2f to 1, want %.1f", tt.name, name, colour, background, got, least)
				}
			}
		}
	}
}

func TestContrastIsMeasuredRight(t *testing.T) {
	tests := []struct {
		a, b string
		want float64
	}{
		{"#000000", "#FFFFFF", 21},
		{"#FFFFFF", "#000000", 21},
		{"#777777", "#FFFFFF", 4.48},
		{"#FF0000", "#FF0000", 1},
	}
	for _, tt := range tests {
		if got := contrast(t, tt.a, tt.b); math.Abs(got-tt.want) > 0.01 {
			t.Errorf("%s on %s: %.2f, want %.2f", tt.a, tt.b, got, tt.want)
		}
	}
}

// contrast returns the contrast ratio of two colours, 1 to 21 (WCAG 2.1).
func contrast(t *testing.T, a, b string) float64 {
	t.Helper()
	x, y := luminance(t, a), luminance(t, b)
	return (max(x, y) + 0.05) / (min(x, y) + 0.05)
}

func luminance(t *testing.T, colour string) float64 {
	t.Helper()
	sum := 0.0
	for i, share := range []float64{0.2126, 0.7152, 0.0722} {
		n, err := strconv.ParseUint(colour[1+2*i:3+2*i], 16, 8)
		if err != nil {
			t.Fatalf("%s is not a colour: %v", colour, err)
		}
		c := float64(n) / 255
		if c <= 0.04045 {
			c /= 12.92
		} else {
			c = math.Pow((c+0.055)/1.055, 2.4)
		}
		sum += share * c
	}
	return sum
}

func TestEveryContinentHasItsHue(t *testing.T) {
	for _, p := range []palette{dark, light} {
		for _, h := range []Hue{Americas, Europe, Africa, MidEast, Asia, Pacific} {
			if p.chips[h] == "" {
				t.Errorf("no colour for %s", h)
			}
		}
	}
	if got := New(true, false).Chip(NoHue).Text("WLD"); got != "WLD" {
		t.Errorf("a chip without a hue is painted: %q", got)
	}
}
