package story

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// ending is what a language adds to a name: a name that ends so may be the name
// without it.
type ending struct {
	langs []string
	tails []string
}

var endings = []ending{
	{[]string{"ru", "uk", "bg", "sr", "be"}, []string{"ого", "его", "ому", "ему", "ыми", "ими", "ами", "ями", "ым", "им", "ом", "ем", "єм", "їм", "ах", "ях", "ові", "еві", "ов", "ів", "ия", "ский", "ским", "ского", "скому"}},
	{[]string{"pl", "cs", "sk", "hr", "sl"}, []string{"iego", "ego", "emu", "iem", "em", "ami", "ach", "owi", "ovi", "om", "im", "ym", "ow"}},
	{[]string{"de", "nl", "sv", "el"}, []string{"s", "σ", "er"}},
	{[]string{"tr"}, []string{"'nin", "'nun", "'in", "'un", "'da", "'de", "'ta", "'te", "'dan", "'den", "'ya", "'ye", "'yi", "'yu", "'a", "'e", "'i", "'u", "'la", "'le", "'yla", "'yle"}},
	{[]string{"ko"}, []string{"은", "는", "이", "가", "을", "를", "의", "에", "에서", "와", "과", "도", "로", "으로", "에게", "측", "서"}},
	{[]string{"fr", "it"}, []string{"'"}},
}

// prefixes are written joined with a name in languages whose scripts have no
// capitals.
var prefixes = map[string][]string{
	"ar": {"وال", "بال", "لل", "ال", "و", "ب", "ل", "ف"},
	"he": {"ה", "ו", "ב", "ל", "מ", "ש", "כ"},
}

// name adds the skeletons that a name may have.
func (r *reader) name(s string) {
	for _, m := range nameMarks(s, r.tongue) {
		r.add(m)
	}
}

// named adds those of a word, which remembers them for the language in which it
// was read last.
func (r *reader) named(t *unit) {
	if t.marks == nil || t.tongue != r.tongue {
		t.marks, t.tongue = nameMarks(t.text, r.tongue), r.tongue
	}
	for _, m := range t.marks {
		r.add(m)
	}
}

// nameMarks returns the skeletons that a name may have in a language: its own,
// that of the language's rules, those without what the language adds to names.
func nameMarks(s, tongue string) []mark {
	if i := strings.IndexByte(s, '\''); i > 0 && i <= 2 { // l'Ukraine, d'Orsay
		s = s[i+1:]
	}
	forms := []string{s}
	for _, e := range endings {
		if slices.Contains(e.langs, tongue) {
			forms = append(forms, e.without(s)...)
		}
	}
	for _, p := range prefixes[tongue] {
		if rest, ok := strings.CutPrefix(s, p); ok && utf8.RuneCountInString(rest) >= shortestForm {
			forms = append(forms, rest)
		}
	}
	out := make([]mark, 0, 2)
	for _, f := range forms[:min(len(forms), mostForms)] {
		m := nameMark(skeleton(f, ""))
		out = append(out, m)
		if own := nameMark(skeleton(f, tongue)); own != m {
			out = append(out, own)
		}
	}
	return out
}

const (
	shortestForm = 3 // characters of a name without what is added
	mostForms    = 3
)

// without returns s without the longest tail that fits.
func (e ending) without(s string) []string {
	best := s
	for _, t := range e.tails {
		if rest, ok := strings.CutSuffix(s, t); ok && len(rest) < len(best) && utf8.RuneCountInString(rest) >= shortestForm {
			best = rest
		}
	}
	if best == s {
		return nil
	}
	return []string{best}
}

// foreign adds the foreign names inside a run of a script without spaces.
func (r *reader) foreign(t *unit) {
	if r.tongue == "ko" {
		r.name(t.text)
		return
	}
	for part := range strings.FieldsFuncSeq(t.text, func(c rune) bool { return !unicode.Is(unicode.Katakana, c) && c != 'ー' }) {
		if utf8.RuneCountInString(part) >= shortestForm && !r.v.knows(part) {
			r.next()
			r.name(part)
		}
	}
	if r.tongue == "zh" {
		for part := range strings.FieldsFuncSeq(t.text, func(c rune) bool { _, ok := soundAt(string(c), ""); return !ok || !unicode.Is(unicode.Han, c) }) {
			r.next()
			r.transcribed(part)
		}
	}
}

// knows says whether a phrase of the tables begins s.
func (v *vocabulary) knows(s string) bool {
	return slices.ContainsFunc(v.beginning(s, ""), func(m *meaning) bool { return m.fits("ja", []*unit{nil}) })
}

// transcribed adds the name that a run of Chinese characters sounds like, if
// one of them hardly writes anything else. Characters at its ends that are
// common words may not belong to it.
func (r *reader) transcribed(s string) {
	chars := []rune(s)
	foreign := func(c rune) bool { row, _ := soundAt(string(c), ""); return row.foreign }
	first := slices.IndexFunc(chars, foreign)
	if first < 0 || len(chars) < 2 {
		return
	}
	last := len(chars) - 1
	for !foreign(chars[last]) {
		last--
	}
	r.name(s)
	if rest := len(chars) - 1 - last; first > 0 && rest > 0 {
		r.name(string(chars[first:]))
		r.name(string(chars[:last+1]))
	}
	if core := chars[first : last+1]; len(core) >= 2 && len(core) < len(chars) {
		r.name(string(core))
	}
}
