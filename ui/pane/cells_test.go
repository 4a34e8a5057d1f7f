package pane

import (
	"strings"
	"testing"
	"unicode"

	"github.com/charmbracelet/x/ansi"
	"github.com/clipperhouse/displaywidth"
	"github.com/clipperhouse/uax29/v2/graphemes"
)

var scripts = []string{
	"plain", "北京", "ไทยน้ำ", "हिन्दी समाचार", "বাংলা", "தமிழ்", "שָׁלוֹם", "العَرَبِيَّة", "👩‍👩‍👧‍👦 signs", "❤️ 1️⃣ 🇯🇵", "e\u0301\u0302", "한국어", "",
}

func TestWidthIsEnoughForEitherKindOfTerminal(t *testing.T) {
	for _, s := range scripts {
		w := Width(s)
		if one, sum := displaywidth.String(s), ansi.StringWidthWc(s); w < one || w < sum {
			t.Errorf("%q: %d cells, but terminals take %d or %d", s, w, one, sum)
		}
		if got := PaintedWidth("\x1b[1m" + s + "\x1b[m"); got != w {
			t.Errorf("%q painted: %d cells, want %d", s, got, w)
		}
	}
}

func TestWhatJoinsACharacterIsEnoughForEitherToo(t *testing.T) {
	for r := rune(0x300); r < 0x2_0000; r++ {
		for _, base := range []string{"a", "ｶ", "한"} {
			s := base + string(r)
			if w, one, sum := Width(s), displaywidth.String(s), ansi.StringWidthWc(s); w < one || w < sum {
				t.Errorf("%U behind %s: %d cells, but terminals take %d or %d", r, base, w, one, sum)
			}
		}
	}
}

func TestSimpleCharactersTakeTheirCellsOnEveryTerminal(t *testing.T) {
	for r := rune(0); r < 0x3_0000; r++ {
		want := simple(r)
		if want == 0 {
			continue
		}
		if one, sum := displaywidth.String(string(r)), ansi.StringWidthWc(string(r)); one != want || sum != want || stacks(r) {
			t.Errorf("%U: %d cells, but terminals take %d or %d", r, want, one, sum)
		}
	}
}

func TestLinksTakeNoCells(t *testing.T) {
	for _, s := range scripts {
		linked := "\x1b[1m" + link("https://news.example/am", s) + "\x1b[m"
		if got, want := PaintedWidth(linked), Width(s); got != want {
			t.Errorf("%q linked: %d cells, want %d", s, got, want)
		}
		for _, asOne := range []bool{false, true} {
			if got := ShownWidth(Settle(FitLine(linked, 24), 24, asOne), asOne); got != 24 {
				t.Errorf("%q linked, as one %v: %d cells, want 24", s, asOne, got)
			}
		}
	}
}

// link returns s as a link, written as terminals read it.
func link(url, s string) string { return "\x1b]8;;" + url + "\x1b\\" + s + "\x1b]8;;\x1b\\" }

func TestSettledLinesAreExactOnEitherKindOfTerminal(t *testing.T) {
	for _, s := range scripts {
		line := FitLine("\x1b[1m"+s+"\x1b[m", 24)
		for _, asOne := range []bool{false, true} {
			if got := ShownWidth(Settle(line, 24, asOne), asOne); got != 24 {
				t.Errorf("%q, as one %v: %d cells, want 24", s, asOne, got)
			}
		}
	}
}

// TestWidthIsThatOfTheCharacters puts every letter and sign beside others.
func TestWidthIsThatOfTheCharacters(t *testing.T) {
	for r := rune(0xa0); r <= unicode.MaxRune; r++ {
		if !unicode.IsPrint(r) {
			continue
		}
		for _, s := range []string{string(r) + "1", string([]rune{r, r})} {
			want := 0
			for g := graphemes.FromString(s); g.Next(); {
				want += clusterWidth(g.Value())
			}
			if got := Width(s); got != want {
				t.Errorf("%U in %q: %d cells, want %d", r, s, got, want)
			}
		}
	}
}

func FuzzCells(f *testing.F) {
	for _, s := range append(scripts, "\u0618\u06040") {
		f.Add(s, 5)
		f.Add(s, 0)
	}
	f.Fuzz(func(t *testing.T, s string, width int) {
		s = strings.Map(func(r rune) rune {
			if r < ' ' || r >= 0x7f && r < 0xa0 {
				return -1
			}
			return r
		}, strings.ToValidUTF8(s, ""))
		width = min(max(width, 0), 300)
		line := FitLine("\x1b[1m"+link("https://news.example/am", s)+"\x1b[m", width)
		if got := PaintedWidth(line); got != width {
			t.Errorf("%q in %d cells takes %d", s, width, got)
		}
		if !strings.HasSuffix(strings.TrimRight(line, " "), "\x1b]8;;\x1b\\\x1b[m") {
			t.Errorf("%q leaves its style or link open: %q", s, line)
		}
		if plain := strings.TrimRight(ansi.Strip(line), " "); !strings.HasPrefix(s+" ", plain) && width > 0 {
			t.Errorf("%q in %d cells says %q", s, width, plain)
		}
	})
}
