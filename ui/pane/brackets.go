package pane

import (
	"slices"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/unicode/bidi"
)

// mirrors are the characters that face the other way from right to left, in
// pairs; those before the gap are brackets, whose directions go together.
const (
	paired  = "()[]{}〈〉《》「」『』【】〔〕⟨⟩（）［］"
	mirrors = paired + "<>«»‹›≤≥"
)

// mirror returns char as it is shown from right to left.
func mirror(char string) string {
	r, n := utf8.DecodeRuneInString(char)
	if other, _ := counterpart(mirrors, r); other != 0 {
		return string(other) + char[n:]
	}
	return char
}

// counterpart returns the other one of a pair, and whether r opens it.
func counterpart(pairs string, r rune) (other rune, opening bool) {
	i := strings.IndexRune(pairs, r)
	if i < 0 {
		return 0, false
	}
	if utf8.RuneCountInString(pairs[:i])%2 == 0 {
		other, _ = utf8.DecodeRuneInString(pairs[i+utf8.RuneLen(r):])
		return other, true
	}
	other, _ = utf8.DecodeLastRuneInString(pairs[:i])
	return other, false
}

// maxBrackets is how deep brackets are followed.
const maxBrackets = 63

// brackets applies N0: a pair of brackets runs as what is between them, or
// else as what is before them.
func (r *resolver) brackets() {
	for _, p := range r.bracketPairs() {
		if d := r.between(p[0], p[1]); d != bidi.ON {
			r.classes[p[0]], r.classes[p[1]] = d, d
		}
	}
}

// bracketPairs returns where brackets open and close, in the order in which
// they open.
func (r *resolver) bracketPairs() [][2]int {
	type open struct {
		closes rune
		at     int
	}
	var stack []open
	var pairs [][2]int
	for i, char := range r.chars {
		b, _ := utf8.DecodeRuneInString(char)
		other, opening := counterpart(paired, b)
		switch {
		case other == 0 || r.classes[i] != bidi.ON:
		case opening && len(stack) == maxBrackets:
			return nil
		case opening:
			stack = append(stack, open{other, i})
		default:
			for j := len(stack) - 1; j >= 0; j-- {
				if stack[j].closes == b {
					pairs = append(pairs, [2]int{stack[j].at, i})
					stack = stack[:j]
					break
				}
			}
		}
	}
	slices.SortFunc(pairs, func(a, b [2]int) int { return a[0] - b[0] })
	return pairs
}

// between returns the direction of the brackets at i and j, or ON if nothing
// says it.
func (r *resolver) between(i, j int) bidi.Class {
	found := bidi.ON
	for _, c := range r.classes[i+1 : j] {
		d := direction(c)
		if d == r.base {
			return d
		}
		if d != bidi.ON {
			found = d
		}
	}
	if found == bidi.ON {
		return found
	}
	for k := i - 1; k >= 0; k-- {
		if d := direction(r.classes[k]); d != bidi.ON {
			return d
		}
	}
	return r.base
}
