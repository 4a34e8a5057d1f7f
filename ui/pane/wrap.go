package pane

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"dateline/feeds"
)

// Wrap sets plain text in lines of at most width cells. Every stretch of white
// space counts as one space. See Break for where lines end.
func Wrap(text string, width int) []string {
	text = strings.Join(strings.Fields(text), " ")
	lines := Break(text, width)
	out := make([]string, len(lines))
	for i, l := range lines {
		out[i] = l.Of(text)
	}
	return out
}

// Line is a stretch of a text that fits one row, in bytes.
type Line struct {
	Start, End int
	Hyphen     bool // it ends within a word, at a soft hyphen, and shows one
}

// Of returns what the line of that text shows: the marks for breaking left
// out, the hyphen drawn.
func (l Line) Of(text string) string {
	s := text[l.Start:l.End]
	if strings.IndexByte(s, 0xc2) >= 0 || strings.IndexByte(s, 0xe2) >= 0 { // with which the marks begin in UTF-8
		s = feeds.Span{Text: s}.Plain()
	}
	if l.Hyphen {
		s += "-"
	}
	return s
}

// Break says where plain text breaks into lines of at most width cells, spaces
// at both ends of a line left out. The marks of a feeds.Span are obeyed and
// take no cells; Line.Of leaves them out. Lines end at spaces and after
// hyphens and dashes; in Chinese and Japanese between any two characters, but
// never before closing or after opening punctuation; in Thai, Lao, Khmer and
// Burmese between syllables. What belongs together stays so as long as it
// fits a line: numbers and their units, French marks, parts of an address.
// Words are split, between whole characters, only if they are longer than a
// line. A character wider than width is left out; a width below 1 gives no
// lines. The text must be valid UTF-8.
func Break(text string, width int) []Line {
	if width <= 0 {
		return nil
	}
	b := breaker{text: text, width: width}
	for i := 0; i < len(text); {
		if n := b.word(i); n > 0 {
			i += n
			continue
		}
		n, cells := character(text[i:])
		b.put(i, i+n, cells)
		i += n
	}
	b.emit(Line{Start: b.start, End: b.gap})
	return b.lines
}

// breaker fills one line after the other.
type breaker struct {
	text  string
	width int
	lines []Line

	start, used int  // the line being filled, and its cells
	gap         int  // where its last character ended
	between     rune // the space or mark that stands behind that, or 0
	places      [ranks]place
}

// place is where the line being filled may end.
type place struct {
	line  Line
	next  int // where the next line would start
	cells int // of the line up to there
}

// word takes the simple letters and digits that stand at text[i:], if the line
// has room for them, and returns how many bytes they are.
func (b *breaker) word(i int) int {
	n, cells, size := 0, 0, 0
	for i+n < len(b.text) {
		r, m := utf8.DecodeRuneInString(b.text[i+n:])
		if !plainLetter(r) {
			if cells > 0 && r >= utf8.RuneSelf && simple(r) == 0 { // it may be a mark on the last one
				n, cells = n-size, cells-1
			}
			break
		}
		n, cells, size = n+m, cells+1, m
	}
	if n == 0 || b.used+cells > b.width {
		return 0
	}
	b.take(i, i+n, cells)
	return n
}

// put adds the character at text[i:j].
func (b *breaker) put(i, j, cells int) {
	gap := gapAt(b.text[i:j])
	switch {
	case gap != 0 && i == b.start:
		b.restart(j)
	case gap != 0:
		b.used += cells
		if b.between != ' ' {
			b.between = gap
		}
	case cells > b.width:
		b.emit(Line{Start: b.start, End: b.gap})
		b.restart(j)
	default:
		b.take(i, j, cells)
	}
}

// take adds text[i:j], within which no line ends.
func (b *breaker) take(i, j, cells int) {
	if i > b.start {
		b.mark(i)
	}
	for b.used+cells > b.width {
		b.cut(i)
	}
	b.used += cells
	b.gap, b.between = j, 0
}

// mark notes that the line may end before text[i], if it may.
func (b *breaker) mark(i int) {
	r := b.rank(i)
	hyphen := b.between == softHyphen
	if r == never || hyphen && b.used >= b.width {
		return
	}
	b.places[r] = place{Line{b.start, b.gap, hyphen}, i, b.used}
}

// cut ends the line at the best place, or else before text[i].
func (b *breaker) cut(i int) {
	p := b.best()
	if p.next <= b.start {
		p = place{Line{Start: b.start, End: b.gap}, i, b.used}
	}
	b.emit(p.line)
	b.start = p.next
	b.used -= p.cells
	for r := range b.places {
		b.places[r].line.Start = p.next
		b.places[r].cells -= p.cells
	}
}

// best returns the place to end the line. A space is a better one than the
// end of a syllable, but not for a line that would be left half empty.
func (b *breaker) best() place {
	p, s := b.places[free], b.places[syllable]
	if s.next > p.next && (p.next <= b.start || 3*p.cells < 2*b.width) {
		p = s
	}
	if p.next <= b.start {
		p = b.places[rare]
	}
	return p
}

// restart leaves out what came so far.
func (b *breaker) restart(at int) {
	b.start, b.gap, b.used, b.between = at, at, 0, 0
}

func (b *breaker) emit(l Line) {
	if l.End > l.Start {
		b.lines = append(b.lines, l)
	}
}

// gapAt returns what the character c means if it is a space or a mark that
// stands between others, else 0.
func gapAt(c string) rune {
	r, size := utf8.DecodeRuneInString(c)
	if size == len(c) || strings.TrimSpace(c) == "" { // a mark may stand on a space
		return gapOf(r)
	}
	return 0
}

// The marks for the breaking of lines.
const (
	softHyphen     = '\u00ad'
	zeroWidthSpace = '\u200b'
	wordJoiner     = '\u2060'
	noBreakSpace   = '\u00a0'
)

func gapOf(r rune) rune {
	switch {
	case 0x20 < r && r < 0x7f:
		return 0
	case r == softHyphen, r == zeroWidthSpace, r == wordJoiner, r == noBreakSpace:
		return r
	case r == '\u202f':
		return noBreakSpace
	case unicode.IsSpace(r):
		return ' '
	}
	return 0
}
