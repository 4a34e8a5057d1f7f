package typeset

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/clipperhouse/uax29/v2/graphemes"

	"dateline/ui/pane"
	"dateline/ui/theme"
)

// text is what is said in one string for breaking into lines, white space made
// single spaces, with the styles of its stretches. It holds the marks of a span
// that say where a line may break; they are taken out when it is painted.
type text struct {
	said strings.Builder
	runs []run
	at   int  // bytes of the block's plain text so far
	gap  bool // white space has come since the last character
}

// run is a stretch of one style that ends at a byte of the text.
type run struct {
	end   int
	from  int  // where it begins in the plain text of the block
	added bool // it is ours, and stands for nothing there
	style style
}

func plain(s string) *text {
	t := &text{}
	t.add(s, style{})
	return t
}

// add appends words of the block in a style. White space at their edges is in
// no style, so that a link is not underlined there.
func (t *text) add(s string, st style) {
	edge := true
	for i := 0; i < len(s); {
		n, space := stretch(s[i:])
		switch {
		case space:
			t.gap = true
		default:
			t.space(st, edge)
			t.write(s[i:i+n], st, t.at)
			edge = false
		}
		t.at += plainLen(s[i : i+n])
		i += n
	}
}

// between appends words of the block with a mark on both sides, for terminals
// that do not show the style.
func (t *text) between(mark, s string, st style) {
	words := strings.TrimSpace(s)
	if words == "" {
		t.add(s, st)
		return
	}
	before, after, _ := strings.Cut(s, words)
	t.add(before, st)
	t.space(st, true)
	t.note(mark, st)
	t.add(words, st)
	t.note(mark, st)
	t.add(after, st)
}

// space writes the one space that stands for a gap.
func (t *text) space(st style, edge bool) {
	if t.gap && t.said.Len() > 0 {
		if edge {
			st = style{}
		}
		t.write(" ", st, t.at-1)
	}
	t.gap = false
}

// note appends words of our own, which stand for nothing in the block. They
// stand at the word before them, also if white space has come.
func (t *text) note(s string, st style) {
	if s == "" {
		return
	}
	from := t.at
	if t.gap {
		from-- // the space that stands for it comes after
	}
	t.said.WriteString(s)
	t.runs = append(t.runs, run{end: t.said.Len(), from: from, added: true, style: st})
}

// write appends s, which begins at a byte of the block's plain text.
func (t *text) write(s string, st style, from int) {
	start := t.said.Len()
	t.said.WriteString(s)
	if last := len(t.runs) - 1; last >= 0 {
		r, begin := &t.runs[last], t.begin(last)
		if !r.added && r.style == st && r.from+start-begin == from {
			r.end = t.said.Len()
			return
		}
	}
	t.runs = append(t.runs, run{end: t.said.Len(), from: from, style: st})
}

// begin returns where run i begins.
func (t *text) begin(i int) int {
	if i == 0 {
		return 0
	}
	return t.runs[i-1].end
}

// stretch returns the length of the white space that s begins with, or else
// of what comes before white space and marks. A mark stands alone.
func stretch(s string) (n int, space bool) {
	for i, r := range s {
		_, mark := breakMark(r)
		blank := !mark && unicode.IsSpace(r)
		switch {
		case i == 0 && mark:
			return utf8.RuneLen(r), false
		case i == 0:
			space = blank
		case blank != space || mark:
			return i, space
		}
	}
	return len(s), space
}

// breakMark says whether r is a mark of a span that says where a line may
// break, and the bytes that it takes in the plain text of a block.
func breakMark(r rune) (n int, is bool) {
	switch r {
	case '\u00ad', '\u200b', '\u2060':
		return 0, true
	case '\u00a0', '\u202f':
		return 1, true
	}
	return 0, false
}

// plainLen returns the bytes that a stretch takes in the plain text of a block.
func plainLen(s string) int {
	r, _ := utf8.DecodeRuneInString(s)
	if n, mark := breakMark(r); mark {
		return n
	}
	return len(s)
}

// place returns the bytes into the plain text of the block at which a byte of
// the text stands.
func (t *text) place(at int) int {
	i := t.run(at)
	if i == len(t.runs) {
		return t.at
	}
	r, next := t.runs[i], t.at
	if i+1 < len(t.runs) {
		next = t.runs[i+1].from
	}
	if r.added {
		return r.from
	}
	return min(r.from+at-t.begin(i), next) // a tab takes more cells than bytes
}

// run returns the index of the run that holds a byte of the text.
func (t *text) run(at int) int {
	i, _ := slices.BinarySearchFunc(t.runs, at+1, func(r run, at int) int { return r.end - at })
	return i
}

// whole returns end, or the end of the character in whose midst that is. A
// character begins at byte at.
func whole(said string, at, end int) int {
	if end == len(said) || said[end] < utf8.RuneSelf {
		return end
	}
	for g := graphemes.FromString(said[at:]); g.Next(); {
		if at+g.End() >= end {
			return at + g.End()
		}
	}
	return end
}

// cells returns the cells that a stretch of the text takes.
func (t *text) cells(l pane.Line) int {
	return pane.Width(l.Of(t.said.String()))
}

// painted returns a stretch of the text with its styles. Every style that is
// opened in it also ends in it.
func (t *text) painted(th theme.Theme, l pane.Line) string {
	var out strings.Builder
	said := t.said.String()
	for at := l.Start; at < l.End; {
		i := t.run(at)
		st := t.runs[i].style
		for i+1 < len(t.runs) && t.runs[i+1].style == st {
			i++
		}
		end := min(whole(said, at, t.runs[i].end), l.End)
		part := pane.Line{Start: at, End: end, Hyphen: l.Hyphen && end == l.End}
		if words := part.Of(said); words != "" {
			out.WriteString(st.paint(th, words))
		}
		at = end
	}
	return out.String()
}
