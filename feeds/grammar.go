package feeds

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Grammar reads filters: one language for the command line, the configuration,
// the picker and the search.
//
// Blanks part terms. region:sahel, country:cd,rw and tag:nato name what is
// wanted, tag:nato/* also takes in the members, ~ before a country also takes
// in what only mentions it, and - before a term takes away. Of one kind any
// place is enough; every kind must have its say. A place alone is enough where
// the whole text is a filter: sahel, "south sudan", ua. There, several of them
// are one kind.
type Grammar struct {
	atlas *Atlas
	named []Filter
}

// NewGrammar returns the grammar of the places of atlas and the reader's own
// filters, each of which has a name.
func NewGrammar(atlas *Atlas, named []Filter) *Grammar { return &Grammar{atlas, named} }

// Named returns the reader's own filters.
func (g *Grammar) Named() []Filter { return g.named }

// Parse reads texts of which each is a filter or a part of one. What is wrong
// is a FilterFault. Nothing, and the word all, let everything pass.
func (g *Grammar) Parse(texts ...string) (Filter, error) {
	d := draft{}
	for _, text := range texts {
		r := termReader{grammar: g, text: text, draft: &d}
		if fault := r.terms(); fault != nil {
			return Filter{}, fault
		}
	}
	f := d.filter().settle()
	for _, own := range g.named {
		if own.Equal(f) {
			return f.Named(own.name), nil
		}
	}
	return f, nil
}

// Split reads what stands in a search: terms with a kind before a colon, and ~
// before a country, make the filter, all else are words to search.
func (g *Grammar) Split(query string) (f Filter, words string, err error) {
	d := draft{}
	r := termReader{grammar: g, text: query, draft: &d, search: true}
	if fault := r.terms(); fault != nil {
		return Filter{}, "", fault
	}
	return d.filter().settle(), strings.Join(r.words, " "), nil
}

// Reserved says whether a word means something by itself, so that no filter
// can have it for a name.
func (g *Grammar) Reserved(name string) bool {
	_, place := g.atlas.place(name)
	return place || name == everything || slices.Contains(kindWords[:], name)
}

// everything is the word for no filter.
const everything = "all"

// draft collects the terms of a filter.
type draft struct {
	f    Filter
	bare []choice // places without a kind: one kind among themselves
}

func (d *draft) add(k filterKind, minus bool, choices ...choice) {
	for _, c := range choices {
		switch {
		case !minus:
			d.f.want[k] = append(d.f.want[k], c)
		case k == byRegion && c.country:
			d.f.not[byCountry] = append(d.f.not[byCountry], c)
		default:
			d.f.not[k] = append(d.f.not[k], c)
		}
	}
}

// filter gives the bare places their kind: countries if all are.
func (d *draft) filter() Filter {
	k := byCountry
	if slices.ContainsFunc(d.bare, func(c choice) bool { return !c.country }) {
		k = byRegion
	}
	d.add(k, false, d.bare...)
	d.bare = nil
	return d.f
}

// include takes over the terms of one of the reader's own filters. If it only
// lists places, they are places without a kind here as well.
func (d *draft) include(own Filter) {
	if _, ok := own.Codes(); ok {
		d.bare = slices.Concat(d.bare, own.want[byRegion], own.want[byCountry])
		return
	}
	for k := range filterKinds {
		d.f.want[k] = append(d.f.want[k], own.want[k]...)
		d.f.not[k] = append(d.f.not[k], own.not[k]...)
	}
}

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

// filters says whether the term that begins here is one of the filter and not
// a word of the search.
func (r *termReader) filters() bool {
	rest := strings.TrimPrefix(r.text[r.at:], "-")
	if after, ok := strings.CutPrefix(rest, "~"); ok {
		first, _ := utf8.DecodeRuneInString(after)
		return unicode.IsLetter(first)
	}
	_, known := kindOf(kindWord(rest))
	return known
}

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
	word := r.text[r.at:r.wordEnd(r.at)]
	i := slices.IndexFunc(r.grammar.named, func(f Filter) bool { return f.name == strings.ToLower(word) })
	switch {
	case i >= 0:
		r.draft.include(r.grammar.named[i])
	case strings.ToLower(word) != everything:
		return false
	}
	r.at += len(word)
	return true
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
