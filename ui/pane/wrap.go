package pane

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/clipperhouse/uax29/v2/graphemes"
)

// Wrap sets plain text in lines of at most width cells. Every stretch of white
// space counts as one space. See Break for where lines end.
func Wrap(text string, width int) []string {
	text = strings.Join(strings.Fields(text), " ")
	lines := Break(text, width)
	out := make([]string, len(lines))
	for i, l := range lines {
		out[i] = text[l.Start:l.End]
	}
	return out
}

// Line is a stretch of a text that fits one row, in bytes.
type Line struct{ Start, End int }

// Break says where plain text breaks into lines of at most width cells, spaces
// at both ends of a line left out. Lines end at spaces and after hyphens; in
// scripts that are written without spaces they end between any two characters,
// but never before closing or after opening punctuation. Words are split, between whole
// characters, only if they are longer than a line. A character wider than
// width is left out; a width below 1 gives no lines. The text must be valid
// UTF-8.
func Break(text string, width int) []Line {
	if width <= 0 {
		return nil
	}
	b := breaker{text: text, width: width}
	for g := graphemes.FromString(text); g.Next(); {
		b.put(g.Start(), g.End())
	}
	b.emit(b.start, b.gap)
	return b.lines
}

// breaker fills one line after the other.
type breaker struct {
	text  string
	width int
	lines []Line

	start, used  int  // the line being filled, and its cells
	gap          int  // where its last character ended, spaces not counted
	end, next    int  // the last place to break it: where it would end, where the next would start
	before, last rune // the last two characters; a space stands for the start
}

// put adds the character at text[i:j].
func (b *breaker) put(i, j int) {
	r, _ := utf8.DecodeRuneInString(b.text[i:j])
	w := Width(b.text[i:j])
	space := strings.TrimSpace(b.text[i:j]) == "" // a mark may stand on a space
	switch {
	case space && i == b.start, w > b.width:
		b.emit(b.start, b.gap)
		b.start, b.used, b.gap = j, 0, j
	case space:
		b.used += w
	default:
		b.mark(r, i)
		for b.used+w > b.width {
			b.cut(i)
		}
		b.used += w
		b.gap = j
	}
	b.before, b.last = b.last, r
}

// mark notes a place to break before r, which stands at text[i], if it is one.
func (b *breaker) mark(r rune, i int) {
	free := mayBreak(b.before, b.last, r)
	if b.gap < i {
		free = !strings.ContainsRune(closesAfterSpace, r) && !b.opens()
	}
	if free && i > b.start {
		b.end, b.next = b.gap, i
	}
}

// opens says whether the line so far ends with a quotation mark that is set
// off by a space from what it opens.
func (b *breaker) opens() bool {
	r, _ := utf8.DecodeLastRuneInString(b.text[b.start:b.gap])
	return strings.ContainsRune(opensBeforeSpace, r)
}

// cut ends the line at the last place to break it, or else before text[i].
func (b *breaker) cut(i int) {
	if b.next <= b.start {
		b.end, b.next = b.gap, i
	}
	b.emit(b.start, b.end)
	b.start = b.next
	b.used = Width(b.text[b.start:i])
}

func (b *breaker) emit(start, end int) {
	if end > start {
		b.lines = append(b.lines, Line{start, end})
	}
}

// Characters that keep a line from ending beside them. The last two rows are
// for French, which sets such marks off by a space.
const (
	noStart          = "!%,.:;?·…‥‼⁇⁈⁉、。々〻ゝゞーヽヾ・ぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮヵヶ！％，．：；？～ะาำๅๆฯ។៖၊။"
	noEnd            = "$£¥€#＃＄￡￥เแโใไເແໂໃໄ"
	hyphens          = "-‐–—/־"
	closesAfterSpace = "»›!?:;%"
	opensBeforeSpace = "«‹"
)

// mayBreak says whether a line may end between last and next, which no space
// parts; before is the character before last.
func mayBreak(before, last, next rune) bool {
	switch {
	case unicode.IsLetter(last) && next < utf8.RuneSelf && last < utf8.RuneSelf:
		return false
	case strings.ContainsRune(noStart, next) || unicode.In(next, unicode.Pe, unicode.Pf):
		return false
	case strings.ContainsRune(noEnd, last) || unicode.In(last, unicode.Ps, unicode.Pi):
		return false
	case unspaced(last) || unspaced(next):
		return true
	}
	return strings.ContainsRune(hyphens, last) && unicode.IsLetter(before) && unicode.IsLetter(next)
}

// unspaced says whether r belongs to a script without spaces between words,
// or to the punctuation of one.
func unspaced(r rune) bool {
	switch {
	case r < 0x0E00: // Thai is the first of them
		return false
	case 0x3000 <= r && r <= 0x30FF, 0xFF01 <= r && r <= 0xFF9F:
		return true
	}
	return unicode.In(r, unicode.Han, unicode.Thai, unicode.Lao, unicode.Khmer, unicode.Myanmar, unicode.Bopomofo, unicode.Yi)
}
