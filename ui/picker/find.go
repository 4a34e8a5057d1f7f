package picker

import (
	"slices"
	"strconv"
	"strings"
	"unicode"

	"github.com/sahilm/fuzzy"
	"golang.org/x/text/unicode/norm"
)

// words is how an entry is found: all in lower case and without accents.
type words struct {
	number string // empty if entries are not numbered
	label  string
	all    string // number, label and further words
}

func wordsOf(entries []Entry, digits bool) []words {
	out := make([]words, len(entries))
	for i, e := range entries {
		out[i].label = fold(e.Label)
		if digits {
			out[i].number = strconv.Itoa(i + 1)
		}
		out[i].all = strings.TrimSpace(out[i].number + " " + out[i].label + " " + fold(e.Also))
	}
	return out
}

// fold drops case and accents, so that "cote" finds Côte d'Ivoire.
func fold(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.Is(unicode.Mn, r) {
			return -1
		}
		return unicode.ToLower(r)
	}, norm.NFD.String(s))
}

// find returns the indexes of what query finds, best first: entries that hold
// every word of it, or if there are none and it may be loose, those that hold
// the letters of it in their label, in order.
func find(all []words, query string, loose bool) []int {
	query = fold(query)
	var found []int
	for i, w := range all {
		if w.hold(strings.Fields(query)) {
			found = append(found, i)
		}
	}
	if len(found) > 0 || !loose {
		slices.SortStableFunc(found, func(a, b int) int { return all[a].rank(query) - all[b].rank(query) })
		return found
	}
	for _, m := range fuzzy.FindFrom(query, source(all)) {
		found = append(found, m.Index)
	}
	return found
}

func (w words) hold(query []string) bool {
	return !slices.ContainsFunc(query, func(q string) bool { return !strings.Contains(w.all, q) })
}

// rank orders what was found: the number that was typed, labels that begin
// with the query, those in which a word does, the others.
func (w words) rank(query string) int {
	switch {
	case query != "" && w.number == query:
		return 0
	case strings.HasPrefix(w.label, query):
		return 1
	case strings.Contains(w.label, " "+query):
		return 2
	default:
		return 3
	}
}

// source lets fuzzy look through labels.
type source []words

func (s source) String(i int) string { return s[i].label }
func (s source) Len() int            { return len(s) }
