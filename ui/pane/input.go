package pane

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"charm.land/bubbles/v2/textinput"
	tea "charm.land/bubbletea/v2"
	"github.com/clipperhouse/uax29/v2/graphemes"

	"dateline/feeds"
	"dateline/ui/theme"
)

// The most that a reader can type into one line.
const (
	inputLimit = 200            // characters
	inputBytes = 4 * inputLimit // enough for them
)

// Input is one line that the reader types: a search, the narrowing of a
// picker. It holds only what is safe to print.
type Input struct{ field textinput.Model }

// NewInput returns an empty, focused line.
func NewInput() *Input {
	in := &Input{field: textinput.New()}
	in.field.CharLimit = inputLimit
	in.field.Prompt = ""
	in.field.SetVirtualCursor(false)
	in.field.Focus()
	return in
}

// Type hands a key press or a paste to the line and says whether the text
// changed. Of pasted text, line breaks become spaces.
func (in *Input) Type(msg tea.Msg) bool {
	switch m := msg.(type) {
	case tea.KeyPressMsg:
		if m.Text != "" && strings.Map(printable, m.Text) == "" {
			return false
		}
		m.Text = strings.Map(printable, m.Text)
		msg = m
	case tea.PasteMsg:
		m.Content = strings.Map(printable, feeds.Clean(m.Content, inputBytes))
		msg = m
	}
	before := in.field.Value()
	in.field, _ = in.field.Update(msg)
	return in.field.Value() != before
}

// printable keeps characters with a shape, and the joiners that some scripts
// are spelled with.
func printable(r rune) rune {
	if unicode.IsGraphic(r) && r != utf8.RuneError || r == '\u200c' || r == '\u200d' {
		return r
	}
	return -1
}

// Text returns what was typed as one clean line, without spaces at its ends.
func (in *Input) Text() string { return feeds.Clean(in.field.Value(), inputBytes) }

// Empty says whether there is nothing to take away with backspace.
func (in *Input) Empty() bool { return in.field.Value() == "" }

// Set replaces the text and puts the cursor behind it.
func (in *Input) Set(s string) {
	in.field.SetValue(strings.Map(printable, feeds.Clean(s, inputBytes)))
	in.field.CursorEnd()
}

// View draws the line with its cursor in at most width cells. What does not
// fit is cut at both ends; the cursor stays in sight.
func (in *Input) View(th theme.Theme, width int) string {
	if width < 1 {
		return ""
	}
	before, under, after := in.split()
	if w := Width(under); w < 1 || w > width {
		under = " "
	}
	before = cutFront(before, width-Width(under))
	after = Cut(after, width-Width(before)-Width(under), "")
	return before + th.Match.Text(under) + after
}

// split returns the character under the cursor, and what stands before and
// behind it.
func (in *Input) split() (before, under, after string) {
	value := in.field.Value()
	at := len(string([]rune(value)[:in.field.Position()]))
	for g := graphemes.FromString(value); g.Next(); {
		if g.End() > at {
			return value[:g.Start()], g.Value(), value[g.End():]
		}
	}
	return value, "", ""
}

// cutFront returns the end of s that takes at most width cells.
func cutFront(s string, width int) string {
	for g := graphemes.FromString(s); Width(s) > width && g.Next(); {
		s = s[len(g.Value()):]
	}
	return s
}
