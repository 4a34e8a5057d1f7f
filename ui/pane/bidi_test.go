package pane

import (
	"slices"
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"
	"github.com/google/go-cmp/cmp"

	"dateline/feeds"
	"dateline/ui/theme"
)

func TestVisual(t *testing.T) {
	tests := []struct{ name, line, want string }{
		{"nothing to turn", "Talks resume (again)", "Talks resume (again)"},
		{"Hebrew", "שלום עולם", "םלוע םולש"},
		{"Arabic", "قال الوزير", "ريزولا لاق"},
		{"marks stay on their letters", "שָׁלוֹם", "םוֹלשָׁ"},
		{"number", "يوم 45 قال", "لاق 45 موي"},
		{"number with a point", "עלה 3.5% היום", "םויה 3.5% הלע"},
		{"Latin in Hebrew", "אמר NATO היום", "םויה NATO רמא"},
		{"Hebrew in Latin", "the word שלום means peace", "the word םולש means peace"},
		{"two words in Latin", "he said שלום עולם twice", "he said םלוע םולש twice"},
		{"a line that begins with a name", "NATO אמר היום כי", "יכ םויה רמא NATO"},
		{"brackets", "אמר (היום) כי", "יכ (םויה) רמא"},
		{"quotes of another facing", "قال «نعم» اليوم", "مويلا «معن» لاق"},
		{"full stop", "שלום.", ".םולש"},
		{"cut", "שלום עו…", "…וע םולש"},
		{"row", "● 3m  MDE IL   שלום עולם  ", "● 3m  MDE IL   םלוע םולש  "},
		{"spaces at both ends", " שלום ", " םולש "},
		{"bar", "▌שלום", "▌םולש"},
		{"facts", "קול · 14m · שלום עולם", "לוק · 14m · םלוע םולש"},
		{"typed behind a sign", " /שלום עולם", " /םלוע םולש"},
		{"typed behind a sign and a space", " > שלום", " > םולש"},
		{"columns", "שלום  עולם", "םולש  םלוע"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if got := Visual(tt.line); got != tt.want {
				t.Errorf("Visual(%q) = %q, want %q", tt.line, got, tt.want)
			}
		})
	}
}

func TestVisualKeepsStylesAndLinksOnTheirCharacters(t *testing.T) {
	bold, dim := "\x1b[1m", "\x1b[2m"
	tests := []struct{ name, line, want string }{
		{"one style", bold + "שלום" + "\x1b[m", bold + "םולש" + "\x1b[m"},
		{"a styled word", "אמר " + bold + "שלום" + "\x1b[m" + " היום", "םויה " + bold + "םולש" + "\x1b[m" + " רמא"},
		{"two styles", bold + "אב" + "\x1b[m" + dim + "גד" + "\x1b[m", dim + "דג" + "\x1b[m" + bold + "בא" + "\x1b[m"},
		{"a link", "אמר " + link("https://news.example/", "שלום"), link("https://news.example/", "םולש") + " רמא"},
		{"a styled link", bold + link("https://news.example/", "אב") + "\x1b[m" + " ג", "ג " + bold + link("https://news.example/", "בא") + "\x1b[m"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if diff := cmp.Diff(tt.want, Visual(tt.line)); diff != "" {
				t.Errorf("-want +got:\n%s", diff)
			}
		})
	}
}

func TestLevels(t *testing.T) {
	// From the examples and cases of the Unicode standard's own test.
	tests := []struct {
		line      string
		fromRight bool
		want      []int
	}{
		{"אב(גד[&ef].)gh", false, []int{1, 1, 0, 1, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0}},
		{"אב(גד[&ef].)gh", true, []int{1, 1, 1, 1, 1, 1, 1, 2, 2, 1, 1, 1, 2, 2}},
		{"abc (def ابج) אבג", true, []int{2, 2, 2, 1, 1, 2, 2, 2, 1, 1, 1, 1, 1, 1, 1, 1, 1}},
		{"ابج book(s)", true, []int{1, 1, 1, 1, 2, 2, 2, 2, 2, 2, 2}},
		{"א 12 b", false, []int{1, 1, 2, 2, 0, 0}},
		{"ا 1+2", true, []int{1, 1, 2, 1, 2}},
	}
	for _, tt := range tests {
		if got := levelsOf(strings.Split(tt.line, ""), tt.fromRight); !slices.Equal(got, tt.want) {
			t.Errorf("%q: levels %v, want %v", tt.line, got, tt.want)
		}
	}
}

func FuzzVisual(f *testing.F) {
	for _, s := range append(scripts, "אב(גד[&ef].)gh", "قال «نعم» 45%", "▌שלום · 3m  x", "‹א› 1,2 ٣٤") {
		f.Add(s, s)
	}
	th := theme.New(true, false)
	f.Fuzz(func(t *testing.T, a, b string) {
		a, b = feeds.Clean(a, 200), feeds.Clean(b, 200) // all text is clean before it gets here
		line := FitLine(th.Accent.Text(a)+" "+link("https://news.example/", th.Meta.Text(b)), 40)
		got := Visual(line)
		if w := PaintedWidth(got); w != 40 {
			t.Errorf("%q became %q of %d cells", line, got, w)
		}
		if x, y := letters(line), letters(got); x != y {
			t.Errorf("%q became %q, with other characters", line, got)
		}
	})
}

// letters returns the characters of a line in an order of their own, mirrored
// ones as one.
func letters(s string) string {
	rs := []rune(ansi.Strip(s))
	for i, r := range rs {
		if other, opening := counterpart(mirrors, r); other != 0 && !opening {
			rs[i] = other
		}
	}
	slices.Sort(rs)
	return string(rs)
}

func BenchmarkVisual(b *testing.B) {
	th := theme.New(true, false)
	for name, s := range map[string]string{
		"latin":  th.Headline.Text("Ministers of both sides meet on Tuesday") + "  " + th.Meta.Text("4 src · RU UA"),
		"arabic": th.Headline.Text("السودان: الجيش والدعم السريع يوقعان هدنة لمدة 45 يومًا") + "  " + th.Meta.Text("4 src · SD"),
	} {
		b.Run(name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				Visual(s)
			}
		})
	}
}
