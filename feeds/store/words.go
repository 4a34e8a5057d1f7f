package store

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// The tokenizer of the index parts words at spaces. In scripts that have none,
// a word is looked for as its overlapping pairs of characters; the last
// character stands alone too, so that each character begins a token and can
// be found by itself. Hangul is spaced, but its words carry their particles.

// dense holds the scripts whose runs are cut into pairs.
var dense = []*unicode.RangeTable{
	unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Hangul, unicode.Bopomofo, unicode.Thai, unicode.Lao,
	unicode.Khmer, unicode.Myanmar,
	{R16: []unicode.Range16{{Lo: 'ー', Hi: 'ー', Stride: 1}}}, // in no script, but within Katakana words
}

const (
	queryLimit = 256 // characters of a query that are looked at
	termLimit  = 24  // words of a query that must match
)

// run is a stretch of letters, digits and marks of one density.
type run struct {
	text  string
	dense bool
}

// runs cuts s where a letter meets something else, or one density the other.
func runs(s string) []run {
	var out []run
	start, was := 0, classNone
	end := func(at int) {
		if was != classNone {
			out = append(out, run{s[start:at], was == classDense})
		}
	}
	for i, r := range s {
		if c := class(r, was); c != was {
			end(i)
			start, was = i, c
		}
	}
	end(len(s))
	return out
}

const (
	classNone = iota
	classSpaced
	classDense
)

// class tells to which sort of run r belongs after a run of the sort was.
func class(r rune, was int) int {
	switch {
	case r < utf8.RuneSelf:
		if 'a' <= r && r <= 'z' || 'A' <= r && r <= 'Z' || '0' <= r && r <= '9' {
			return classSpaced
		}
		return classNone
	case unicode.In(r, dense...):
		return classDense
	case unicode.IsMark(r) && was != classNone:
		return was // a mark goes with its letter
	case unicode.IsLetter(r) || unicode.IsNumber(r):
		return classSpaced
	}
	return classNone
}

// tokens returns the runs as the index knows them.
func tokens(all []run) []string {
	out := make([]string, 0, len(all))
	for _, r := range all {
		if !r.dense {
			out = append(out, r.text)
			continue
		}
		first, width := 0, 0
		for i, c := range r.text {
			if i > 0 {
				out = append(out, r.text[first:i+utf8.RuneLen(c)])
			}
			first, width = i, utf8.RuneLen(c)
		}
		out = append(out, r.text[first:first+width])
	}
	return out
}

// words makes of a text what the index takes in.
func words(s string) string {
	return strings.Join(tokens(runs(norm.NFKC.String(s))), " ")
}

// match makes of what a person typed a query for the index, "" if there is
// nothing to look for. Words must all match, the last one as a beginning;
// what stands between quotes must match as it stands.
func match(typed string) string {
	if r := []rune(typed); len(r) > queryLimit {
		typed = string(r[:queryLimit])
	}
	var terms []string
	parts := strings.Split(norm.NFKC.String(strings.ToValidUTF8(typed, " ")), `"`)
	for i, part := range parts {
		last := i == len(parts)-1
		if i%2 == 1 {
			terms = append(terms, phrase(part, last))
			continue
		}
		fields := strings.Fields(part)
		for j, word := range fields {
			// A space after the last word does not end it: people type
			// it and wait.
			terms = append(terms, phrase(word, last && j == len(fields)-1))
		}
	}
	terms = slices.DeleteFunc(terms, func(t string) bool { return t == "" })
	return strings.Join(terms[:min(len(terms), termLimit)], " AND ")
}

// phrase returns the query for the tokens of s in a row, "" if it has none.
// An open phrase may go on in the middle of its last word.
func phrase(s string, open bool) string {
	all := runs(s)
	if len(all) == 0 {
		return ""
	}
	seq := tokens(all)
	if last := all[len(all)-1]; last.dense {
		open = utf8.RuneCountInString(last.text) == 1
		if !open {
			seq = seq[:len(seq)-1] // its pairs already say that it is there
		}
	}
	if open {
		return `"` + strings.Join(seq, " ") + `" *`
	}
	return `"` + strings.Join(seq, " ") + `"`
}
