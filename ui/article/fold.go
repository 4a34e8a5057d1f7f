package article

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"dateline/feeds"
	"dateline/ui/typeset"
)

// folded is a text without what a reader who looks for words does not type:
// case, accents, the forms of quotes and dashes, the kinds of white space. It
// is what the search of all stored text folds, too.
type folded struct {
	text string
	from []int // where the character of each byte begins in the text as it was, and where that ends
}

// signs maps punctuation to the forms that keyboards have.
var signs = map[rune]string{
	'“': `"`, '”': `"`, '„': `"`, '‟': `"`, '«': `"`, '»': `"`, '‘': "'", '’': "'", '‚': "'", '‛': "'", '‹': "'", '›': "'",
	'‐': "-", '‑': "-", '‒': "-", '–': "-", '—': "-", '―': "-", '−': "-",
}

// unwritten are marks that many writers leave out: accents, and the vowels of
// Hebrew and Arabic.
var unwritten = &unicode.RangeTable{R16: []unicode.Range16{
	{Lo: 0x0300, Hi: 0x036f, Stride: 1},
	{Lo: 0x0591, Hi: 0x05bd, Stride: 1},
	{Lo: 0x05bf, Hi: 0x05bf, Stride: 1},
	{Lo: 0x05c1, Hi: 0x05c2, Stride: 1},
	{Lo: 0x0640, Hi: 0x0640, Stride: 1},
	{Lo: 0x064b, Hi: 0x0652, Stride: 1},
	{Lo: 0x0670, Hi: 0x0670, Stride: 1},
}}

func fold(s string) folded {
	var out strings.Builder
	from := make([]int, 0, len(s)+1)
	gap := false
	for i, r := range s {
		space := unicode.IsSpace(r)
		if space && gap {
			continue
		}
		gap = space
		out.WriteString(foldRune(r, space))
		for len(from) < out.Len() {
			from = append(from, i)
		}
	}
	return folded{out.String(), append(from, len(s))}
}

func foldRune(r rune, space bool) string {
	switch {
	case space:
		return " "
	case r < utf8.RuneSelf:
		return string(unicode.ToLower(r))
	case signs[r] != "":
		return signs[r]
	}
	bare := strings.Map(func(r rune) rune {
		if unicode.Is(unwritten, r) {
			return -1
		}
		return unicode.ToLower(unicode.ToUpper(r)) // ς is σ
	}, norm.NFKD.String(string(r)))
	return norm.NFC.String(bare)
}

// all returns where words, which are folded, stand in the text as it was. No two
// of the stretches overlap.
func (f folded) all(words string) (out [][2]int) {
	for i := 0; words != ""; {
		n := strings.Index(f.text[i:], words)
		if n < 0 {
			break
		}
		i += n + len(words)
		end := i
		for end < len(f.text) && f.from[end] == f.from[i-1] {
			end++ // the rest of a character that is several here
		}
		out = append(out, [2]int{f.from[i-len(words)], f.from[end]})
	}
	return out
}

// part is a block of what is looked through.
type part struct {
	block int
	folded
}

// read takes in what is looked through: a headline and the text below it.
func (f *finder) read(headline string, blocks []feeds.Block) {
	f.parts = []part{{typeset.Headline, fold(feeds.Span{Text: headline}.Plain())}}
	for i, b := range blocks {
		f.parts = append(f.parts, part{i, fold(b.Plain())})
	}
	f.mark()
	f.at = min(f.at, max(0, len(f.marks)-1))
}

// mark finds what was typed.
func (f *finder) mark() {
	words := fold(f.in.Text()).text
	f.marks = nil
	for _, part := range f.parts {
		for _, m := range part.all(words) {
			f.marks = append(f.marks, typeset.Mark{Block: part.block, From: m[0], To: m[1]})
		}
	}
}
