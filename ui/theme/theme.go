// Package theme holds the look of the screen: a few meanings, each with one
// style. It knows nothing of panes or of the words; every room of ui draws
// with it. Nothing is told by colour alone, so a theme without colours loses
// nothing.
package theme

import (
	"strings"

	"charm.land/lipgloss/v2"
)

// Paint puts the escape codes of one style around text. Its codes are made
// once, so a row costs two string joins.
type Paint struct{ open, end string }

// Text returns s in the style. s must be one line without escape codes.
func (p Paint) Text(s string) string {
	if p.open == "" || s == "" {
		return s
	}
	return p.open + s + p.end
}

// Over returns s in the style, also where s holds painted parts: their ends
// do not end the style.
func (p Paint) Over(s string) string {
	if p.open == "" {
		return s
	}
	return p.open + strings.ReplaceAll(s, reset, reset+p.open) + p.end
}

const reset = "\x1b[m"

func paint(s lipgloss.Style) Paint {
	const mark = "x"
	open, _, found := strings.Cut(s.Render(mark), mark)
	if !found || open == "" {
		return Paint{}
	}
	return Paint{open: open, end: reset}
}

// Hue names the quiet colour that region chips of one continent share.
type Hue string

// The hues, one a continent.
const (
	Americas Hue = "americas"
	Europe   Hue = "europe"
	Africa   Hue = "africa"
	MidEast  Hue = "mideast"
	Asia     Hue = "asia"
	Pacific  Hue = "pacific"
	NoHue    Hue = ""
)

// Theme is a set of paints, by what they mean.
type Theme struct {
	Headline Paint // a headline not yet read
	Plain    Paint // body text, a headline that was read
	Meta     Paint // age, outlet, counts
	Accent   Paint // focus, selection bar, the filter in force, what is new
	Strong   Paint // emphasis in body text
	Emph     Paint // lighter emphasis in body text
	Link     Paint // a link in body text
	Alert    Paint // failures
	Selected Paint // laid over the selected row of the focused pane
	Match    Paint // found words
	Frame    Paint // frame of a pane without focus
	FrameOn  Paint // frame of the focused pane
	chips    map[Hue]Paint
	Glyphs   Glyphs
}

// Chip returns the paint of region chips of a hue.
func (t Theme) Chip(h Hue) Paint { return t.chips[h] }

// Glyphs are the signs that are not letters, with their plain stand-ins for
// terminals that only know ASCII.
type Glyphs struct {
	Unread, Star, Bar, Dot, Ellipsis, Refresh, Down, New, Rule, Times, Bullet string
	Corner                                                                    [4]string // top left, top right, bottom left, bottom right
	Horizontal, Vertical                                                      string
	Blocks                                                                    []string // rising bars of a chart, lowest first
}

// Fancy are the signs of a Unicode terminal; all are one cell wide.
func Fancy() Glyphs {
	return Glyphs{
		Unread: "●", Star: "★", Bar: "▌", Dot: "·", Ellipsis: "…", Refresh: "⟳", Down: "▾", New: "─", Rule: "─",
		Times: "×", Bullet: "•",
		Corner: [4]string{"╭", "╮", "╰", "╯"}, Horizontal: "─", Vertical: "│",
		Blocks: []string{"▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"},
	}
}

// ASCII are the signs of a terminal that knows no others.
func ASCII() Glyphs {
	return Glyphs{
		Unread: "*", Star: "+", Bar: ">", Dot: "-", Ellipsis: "~", Refresh: "@", Down: "v", New: "-", Rule: "-",
		Times: "x", Bullet: "-",
		Corner: [4]string{"+", "+", "+", "+"}, Horizontal: "-", Vertical: "|",
		Blocks: []string{".", ".", ":", ":", "|", "|", "#", "#"},
	}
}

// palette is the colours of one background.
type palette struct {
	meta, accent, alert, frame, selected, link string
	chips                                      map[Hue]string
}

var dark = palette{
	meta: "#8A8F98", accent: "#E0A458", alert: "#E06C75", frame: "#4A4F58", selected: "#2A2E36", link: "#8FB4D8",
	chips: map[Hue]string{
		Americas: "#9FB58A", Europe: "#8FA8C8", Africa: "#C8A070",
		MidEast: "#C89090", Asia: "#B49AC0", Pacific: "#80B4B0",
	},
}

var light = palette{
	meta: "#60656E", accent: "#9A5B00", alert: "#B02A37", frame: "#B4B8C0", selected: "#E6E8EC", link: "#205493",
	chips: map[Hue]string{
		Americas: "#4A6B2F", Europe: "#2F5480", Africa: "#7A4E12",
		MidEast: "#8A3636", Asia: "#6A4478", Pacific: "#1F6B66",
	},
}

// New makes the theme for a dark or light background, with ASCII signs only
// if ascii is set. Colours a terminal does not have are left out by the
// renderer, not here.
func New(isDark, ascii bool) Theme {
	p := light
	if isDark {
		p = dark
	}
	base := lipgloss.NewStyle()
	fg := func(c string) lipgloss.Style { return base.Foreground(lipgloss.Color(c)) }
	t := Theme{
		Headline: paint(base.Bold(true)),
		Meta:     paint(fg(p.meta)),
		Accent:   paint(fg(p.accent)),
		Strong:   paint(base.Bold(true)),
		Emph:     paint(base.Italic(true)),
		Link:     paint(fg(p.link).Underline(true)),
		Alert:    paint(fg(p.alert)),
		Selected: paint(base.Background(lipgloss.Color(p.selected))),
		Match:    paint(base.Reverse(true)),
		Frame:    paint(fg(p.frame)),
		FrameOn:  paint(fg(p.accent)),
		chips:    map[Hue]Paint{},
		Glyphs:   Fancy(),
	}
	for h, c := range p.chips {
		t.chips[h] = paint(fg(c))
	}
	if ascii {
		t.Glyphs = ASCII()
	}
	return t
}
