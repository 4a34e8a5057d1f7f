package story

import (
	"cmp"
	"slices"
	"strconv"
)

// crossWords returns what two entries of different languages share, as the
// reader can understand it, strongest first, at most limit: names in Latin
// letters if one of the two has them so, numbers, concepts in English.
func (x *Index) crossWords(e, o *entry, limit int) []string {
	type said struct {
		word   string
		weight float64
	}
	var all []said
	together(e.marks, o.marks, func(m, _ mark) {
		if word := x.wordOf(m, e, o); word != "" && !slices.ContainsFunc(all, func(s said) bool { return s.word == word }) {
			all = append(all, said{word, x.crossing.weight(m)})
		}
	})
	slices.SortStableFunc(all, func(a, b said) int { return cmp.Compare(b.weight, a.weight) })
	var out []string
	for _, s := range all[:min(limit, len(all))] {
		out = append(out, s.word)
	}
	return out
}

// wordOf returns the word for a mark that both e and o have.
func (x *Index) wordOf(m mark, e, o *entry) string {
	switch m.sort() {
	case numberSort:
		return strconv.FormatFloat(m.number(), 'g', 5, 64)
	case conceptSort:
		return x.crossing.vocabulary.labels[m.value()]
	case nameSort:
	}
	if label := x.crossing.vocabulary.label(m); label != "" {
		return label
	}
	word := ""
	for _, of := range []*entry{o, e} {
		for _, t := range of.terms {
			lex := x.lexicon.of(t.word)
			if s := levelled(lex.surface); !hasMark(s, of.tongue.Value(), m) {
				continue
			}
			if word == "" || isLatin(lex.surface) {
				word = lex.surface
			}
		}
	}
	return word
}

// hasMark says whether a bare word is the name of m.
func hasMark(s, tongue string, m mark) bool {
	r := reader{tongue: tongue}
	r.name(s)
	return slices.ContainsFunc(r.found, func(o mark) bool { return o.key() == m.key() })
}

func isLatin(s string) bool { return scriptOf(s) == "Latin" }

// label is the Latin name of a mark that the table of names has, or empty.
func (v *vocabulary) label(m mark) string {
	if i := slices.Index(v.marks, m); i >= 0 {
		return v.labels[v.names+i]
	}
	return ""
}
