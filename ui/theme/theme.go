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

	// Graphemes says that the terminal draws a character of several code
	// points as one (mode 2027), and does not add up their cells.
	Graphemes bool

	// Hyperlinks says that the terminal takes links (OSC 8).
	Hyperlinks bool

	// EmphMark stands on both sides of words in lighter emphasis where the
	// terminal may have no italics; it is empty elsewhere.
	EmphMark string
}

// Chip returns the paint of region chips of a hue.
func (t Theme) Chip(h Hue) Paint { return t.chips[h] }

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
		t.EmphMark = "_"
	}
	return t
}
