package feeds

import (
	"fmt"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// termReader reads the terms of one text.
type termReader struct {
	grammar *Grammar
	draft   *draft
	text    string
	at      int
	search  bool     // bare words are words
	words   []string // of a search
}

func (r *termReader) terms() *FilterFault {
	for r.blanks(); r.at < len(r.text); r.blanks() {
		if r.search && !r.filters() {
			r.words = append(r.words, r.word())
			continue
		}
		if fault := r.term(); fault != nil {
			return fault
		}
	}
	return nil
}

// filters says whether the term that begins here is one of the filter, right or
// wrong, and not a word of the search.
func (r *termReader) filters() bool {
	rest := strings.TrimPrefix(r.text[r.at:], "-")
	if after, ok := strings.CutPrefix(rest, "~"); ok {
		first, _ := utf8.DecodeRuneInString(after)
		return unicode.IsLetter(first)
	}
	word := strings.ToLower(kindWord(rest))
	return slices.ContainsFunc(kindWords[:], func(kind string) bool { return distance(word, kind) <= slip(kind) })
}

// slip is how many letters of a kind may be wrong for it to be meant: it is then
// a fault, and no word of the search. tag is too short for that.
func slip(kind string) int { return (len(kind) - 1) / 3 }

// term reads one term.
func (r *termReader) term() *FilterFault {
	minus := r.next() == '-'
	if minus {
		r.at++
	}
	word := kindWord(r.text[r.at:])
	if word == "" {
		return r.bare(minus)
	}
	k, known := kindOf(word)
	if !known {
		return r.unknownKind(word)
	}
	r.at += len(word) + 1
	r.blanks()
	choices, fault := r.list(k)
	r.draft.add(k, minus, choices...)
	return fault
}

// bare reads places without a kind, or the name of a filter.
func (r *termReader) bare(minus bool) *FilterFault {
	switch {
	case minus && r.owned() != nil:
		return r.fault(r.at, r.text[r.at:r.wordEnd(r.at)], fmt.Sprintf("the filter %q cannot be taken away", r.owned().name))
	case minus:
		choices, fault := r.list(anywhere)
		r.draft.add(byRegion, true, choices...)
		return fault
	case r.next() == '~':
		choices, fault := r.list(byCountry)
		r.draft.add(byCountry, false, choices...)
		return fault
	case r.include():
	default:
		c, fault := r.value(anywhere)
		if fault != nil {
			return fault
		}
		r.draft.bare = append(r.draft.bare, c)
	}
	if r.next() == ',' {
		r.at++ // parts them as a blank does
	}
	return nil
}

// include takes over the filter whose name stands here.
func (r *termReader) include() bool {
	end := r.wordEnd(r.at)
	if own := r.owned(); own != nil {
		r.draft.include(*own)
	} else if strings.ToLower(r.text[r.at:end]) != everything {
		return false
	}
	r.at = end
	return true
}

// owned returns the reader's own filter whose name stands here.
func (r *termReader) owned() *Filter {
	name := strings.ToLower(r.text[r.at:r.wordEnd(r.at)])
	i := slices.IndexFunc(r.grammar.named, func(f Filter) bool { return f.name == name })
	if i < 0 {
		return nil
	}
	return &r.grammar.named[i]
}

// list reads places of a kind, parted by commas.
func (r *termReader) list(k filterKind) ([]choice, *FilterFault) {
	var out []choice
	for {
		c, fault := r.value(k)
		if fault != nil {
			return nil, fault
		}
		out = append(out, c)
		if r.next() != ',' {
			return out, nil
		}
		r.at++
		r.blanks()
	}
}

// next returns the byte that stands here, zero at the end.
func (r *termReader) next() byte {
	if r.at == len(r.text) {
		return 0
	}
	return r.text[r.at]
}

func (r *termReader) blanks() { r.at = skipBlanks(r.text, r.at) }

// word takes the word of a search that begins here; words in quotes are one.
func (r *termReader) word() string {
	start := r.at
	if r.text[start] == '"' {
		if i := strings.IndexByte(r.text[start+1:], '"'); i >= 0 {
			r.at = start + 1 + i + 1
			return r.text[start:r.at]
		}
	}
	r.at = blankAfter(r.text, start)
	return r.text[start:r.at]
}

// kindWord returns the word that stands before a colon at the beginning of s.
func kindWord(s string) string {
	i := strings.IndexFunc(s, func(c rune) bool { return !unicode.IsLetter(c) })
	if i <= 0 || s[i] != ':' {
		return ""
	}
	return s[:i]
}

func kindOf(word string) (filterKind, bool) {
	i := slices.Index(kindWords[:], strings.ToLower(word))
	return filterKind(i), i >= 0
}
