package store

import (
	"iter"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
	"golang.org/x/text/unicode/rangetable"
)

// The tokenizer of the index parts words at spaces. In scripts that have none,
// a word is looked for as its overlapping pairs of characters; the last
// character stands alone too, so that each character begins a token and can
// be found by itself. Hangul is spaced, but its words carry their particles.

// dense holds the scripts whose runs are cut into pairs.
var dense = rangetable.Merge(
	unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Hangul, unicode.Bopomofo, unicode.Thai, unicode.Lao,
	unicode.Khmer, unicode.Myanmar,
	rangetable.New('ー'), // in no script, but within Katakana words
)

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
func runs(s string) iter.Seq[run] {
	return func(yield func(run) bool) {
		start, was := 0, classNone
		for i, r := range s {
			c := class(r, was)
			if c == was {
				continue
			}
			if was != classNone && !yield(run{s[start:i], was == classDense}) {
				return
			}
			start, was = i, c
		}
		if was != classNone {
			yield(run{s[start:], was == classDense})
		}
	}
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
	case unicode.Is(dense, r):
		return classDense
	case unicode.IsMark(r) && was != classNone:
		return was // a mark goes with its letter
	case unicode.IsLetter(r) || unicode.IsNumber(r):
		return classSpaced
	}
	return classNone
}

// tokens returns a run as the index knows it.
func (r run) tokens() iter.Seq[string] {
	return func(yield func(string) bool) {
		if !r.dense {
			yield(r.text)
			return
		}
		first, width := 0, 0
		for i, c := range r.text {
			if i > 0 && !yield(r.text[first:i+utf8.RuneLen(c)]) {
				return
			}
			first, width = i, utf8.RuneLen(c)
		}
		yield(r.text[first : first+width])
	}
}

// tokens returns s as the index knows it.
func tokens(s string) []string {
	var out []string
	for r := range runs(s) {
		out = slices.AppendSeq(out, r.tokens())
	}
	return out
}

// words makes of a text what the index takes in.
func words(s string) string {
	var out strings.Builder
	for r := range runs(norm.NFKC.String(s)) {
		for token := range r.tokens() {
			if out.Len() == 0 {
				out.Grow(len(s))
			} else {
				out.WriteByte(' ')
			}
			out.WriteString(token)
		}
	}
	return out.String()
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
	all := slices.Collect(runs(s))
	if len(all) == 0 {
		return ""
	}
	seq := tokens(s)
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
