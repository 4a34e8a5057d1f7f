// Package status draws the two lines that are always there: the header, which
// says what is listed and how the feeds are doing, and the footer, which says
// what happened last, or which keys help here. It knows no stories and keeps
// no state but its message; ui hands it the facts.
package status

import (
	"dateline/feeds"
	"dateline/ui/pane"
	"dateline/ui/theme"
)

// Bar draws header and footer.
type Bar struct {
	th      theme.Theme
	message string
	alert   bool
	waits   bool // message tells of something that goes on
}

// New makes a bar without a message.
func New(th theme.Theme) *Bar { return &Bar{th: th} }

// SetTheme changes the look.
func (b *Bar) SetTheme(th theme.Theme) { b.th = th }

// Tell puts a sentence into the footer until Clear.
func (b *Bar) Tell(text string) { b.message, b.alert, b.waits = clean(text), false, false }

// Wait puts a sentence on what goes on into the footer until Clear or Done.
func (b *Bar) Wait(text string) { b.message, b.alert, b.waits = clean(text), false, true }

// Done takes the message of Wait away, if it still stands.
func (b *Bar) Done() {
	if b.waits {
		b.Clear()
	}
}

// Alert puts a failure into the footer until Clear.
func (b *Bar) Alert(text string) { b.message, b.alert, b.waits = clean(text), true, false }

// Clear takes the message away.
func (b *Bar) Clear() { b.message = "" }

// clean makes a message safe to print: an error may quote what a server said.
func clean(text string) string { return feeds.Clean(text, 1000) }

// Footer draws the bottom line in exactly width cells: the message, else as
// many key hints as fit.
func (b *Bar) Footer(hints []pane.Key, width int) string {
	if b.message == "" {
		return b.hints(hints, width)
	}
	p := b.th.Accent
	if b.alert {
		p = b.th.Alert
	}
	return pane.FitLine(" "+p.Text(pane.Cut(b.message, width-2, b.th.Glyphs.Ellipsis)), width)
}

// hints draws the first of each key with its help, as many as fit. The last of
// them has its place before the others: it leads to all that is left out.
func (b *Bar) hints(keys []pane.Key, width int) string {
	var said []string
	for _, k := range keys {
		if shown := k.First(b.th.Glyphs); shown != "" {
			said = append(said, " "+b.th.Accent.Text(shown)+" "+b.th.Meta.Text(k.Help().Desc)+" ")
		}
	}
	if len(said) == 0 {
		return pane.FitLine("", width)
	}
	line, last := "", said[len(said)-1]
	for _, h := range said[:len(said)-1] {
		if pane.PaintedWidth(line+h+last) > width {
			break
		}
		line += h
	}
	return pane.FitLine(line+last, width)
}

// promptLeast is the cells a search is typed in before the note gives way.
const promptLeast = 10

// Prompt draws the line in which the reader types a search, with found, a note
// on what it found, at the right end.
func (b *Bar) Prompt(in *pane.Input, found string, width int) string {
	room := width - 2
	if left := room - pane.Width(found) - 2; left >= promptLeast {
		room = left
	} else {
		found = ""
	}
	return pane.Sides(" "+b.th.Accent.Text("/")+in.View(b.th, room), b.th.Meta.Text(found)+" ", width)
}
