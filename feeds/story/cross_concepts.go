package story

import (
	_ "embed"
	"slices"
	"strings"
)

var (
	//go:embed cross_concepts.tsv
	conceptRows string
	//go:embed cross_names.txt
	nameRows string
)

// phraseWord is one word of a phrase, or the begin of one.
type phraseWord struct {
	text   string
	prefix bool
	upper  bool // an abbreviation, which stands in capitals
}

// meaning is a row of words that means one thing in any language: a concept or
// a name.
type meaning struct {
	words []phraseWord
	lang  string // in which it means that; empty for all
	means int    // index into vocabulary.labels
}

// vocabulary knows the phrases of both tables by the first bytes of their first
// word.
type vocabulary struct {
	byHead map[string][]*meaning
	langs  map[string]bool // that have concepts
	labels []string        // in English; concepts first, then names
	names  int             // index of the first name
	marks  []mark          // of the names
}

// headBytes are the lengths of the keys of byHead, the longest first.
var headBytes = []int{6, 3, 2}

// newVocabulary reads both tables.
func newVocabulary(concepts, names string) *vocabulary {
	v := &vocabulary{byHead: map[string][]*meaning{}, langs: map[string]bool{}}
	var langs []string
	for row := range rowsOf(concepts) {
		cells := strings.Split(row, "\t")
		if langs == nil {
			langs = cells
			continue
		}
		v.labels = append(v.labels, cells[0])
		for i, forms := range cells[1:] {
			v.langs[langs[i+1]] = true
			v.addAll(langs[i+1], strings.Split(forms, "|"))
		}
	}
	v.names = len(v.labels)
	for row := range rowsOf(names) {
		label, forms, _ := strings.Cut(row, ":")
		v.labels = append(v.labels, label)
		v.addAll("", append(strings.Split(forms, ","), label))
		v.marks = append(v.marks, nameMark(skeleton(strings.ReplaceAll(levelled(label), " ", ""), "")))
	}
	return v
}

// mark is the mark of what a phrase means.
func (v *vocabulary) mark(m *meaning) mark {
	if m.means < v.names {
		return newMark(conceptSort, uint32(m.means))
	}
	return v.marks[m.means-v.names]
}

// rowsOf yields the rows of a table that are no remarks.
func rowsOf(table string) func(yield func(string) bool) {
	return func(yield func(string) bool) {
		for row := range strings.Lines(table) {
			if row = strings.TrimRight(row, "\n"); !strings.HasPrefix(row, "#") && !yield(row) {
				return
			}
		}
	}
}

// addAll adds the forms of the newest label in a language.
func (v *vocabulary) addAll(lang string, forms []string) {
	for _, form := range forms {
		m := newMeaning(form)
		if len(m.words) == 0 {
			continue
		}
		m.lang, m.means = lang, len(v.labels)-1
		v.add(m)
	}
}

func newMeaning(form string) *meaning {
	m := &meaning{}
	for part := range strings.FieldsSeq(form) {
		text, prefix := strings.CutSuffix(part, "*")
		for _, t := range unitsOf(text, titleWords, newUnit) {
			m.words = append(m.words, phraseWord{t.text, t.run, isUpper(t.surface)})
		}
		if n := len(m.words); prefix && n > 0 {
			m.words[n-1].prefix = true
		}
	}
	return m
}

func (v *vocabulary) add(m *meaning) {
	first := m.words[0].text
	for _, n := range headBytes {
		if len(first) >= n {
			v.byHead[first[:n]] = append(v.byHead[first[:n]], m)
			return
		}
	}
}

// isUpper says whether s is an abbreviation in capitals.
func isUpper(s string) bool { return len(s) > 1 && s == strings.ToUpper(s) && s != strings.ToLower(s) }

// beginning returns the phrases of all languages that begin with s, which is the
// word that stands so in a text, or its end.
func (v *vocabulary) beginning(s, surface string) []*meaning {
	var out []*meaning
	for _, n := range headBytes {
		if len(s) < n {
			continue
		}
		for _, m := range v.byHead[s[:n]] {
			if first := m.words[0]; first.is(s) && (!first.upper || isUpper(surface)) {
				out = append(out, m)
			}
		}
	}
	return out
}

// fits says whether ts, with whose first word the phrase begins, go on like it in
// a language; an empty one is any.
func (m *meaning) fits(lang string, ts []*unit) bool {
	if lang != "" && m.lang != "" && m.lang != lang || len(ts) < len(m.words) {
		return false
	}
	for i, w := range m.words[1:] {
		if !w.is(ts[i+1].text) {
			return false
		}
	}
	return true
}

func (w phraseWord) is(s string) bool {
	return s == w.text || w.prefix && strings.HasPrefix(s, w.text)
}

// joinedBefore are written joined with the word behind them.
var joinedBefore = []string{"وال", "بال", "كال", "فال", "لل", "ال", "و", "ب", "ل", "ف", "ה", "ו", "ב", "ל", "מ", "ש", "כ"}

// starts returns the places inside the word at which one of the table may
// begin: everywhere in a run, else behind joinedBefore.
func (t *unit) starts() []string {
	out := []string{t.text}
	if t.run {
		for i := range t.text {
			if i > 0 {
				out = append(out, t.text[i:])
			}
		}
		return out
	}
	if !t.uncased {
		return out
	}
	for _, p := range joinedBefore {
		if rest, ok := strings.CutPrefix(t.text, p); ok && len(rest) >= 4 && !slices.Contains(out, rest) {
			out = append(out, rest)
			if more, ok := strings.CutPrefix(rest, "ال"); ok && len(more) >= 4 {
				out = append(out, more)
			}
		}
	}
	return out
}
