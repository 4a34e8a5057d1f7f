package story

import (
	"slices"
	"strings"
)

// dullWords tell when or in which form something is told, never what: they
// are no evidence that two items tell one event. Folded.
const dullWords = `
monday tuesday wednesday thursday friday saturday sunday today tonight yesterday tomorrow
mon tue tues wed thu thur thurs fri sat sun
january february march april may june july august september october november december
jan feb mar apr jun jul aug sept sep oct nov dec
morning afternoon evening night midday daily weekly monthly weekend
live update updates updated breaking exclusive latest developing blog liveblog
news headline headlines briefing brief briefs bulletin digest roundup recap recaps newsletter podcast
watch video videos audio photo photos picture pictures gallery cartoon cartoons quiz crossword
opinion editorial analysis explainer explained factbox timeline interview transcript review
am pm gmt utc est edt cet http https www com
`

var isDull = func() map[string]bool {
	out := map[string]bool{}
	for w := range strings.FieldsSeq(dullWords) {
		out[w] = true
	}
	return out
}()

const (
	longestLabel    = 4 // words
	leastUnderneath = 3 // words that must follow a label
)

// label returns a hash of the name of a column that stands before a headline,
// as in "Morning markets: ..." or "War in the east, live: ...", or zero. A label
// that names somebody or a place, "Kenya: ...", says of whom the headline is and
// makes no column, unless it says as well in which form it is told.
func (l *lexicon) label(title string) uint64 {
	before, after, found := strings.Cut(title, ": ")
	if !found || len(strings.Fields(after)) < leastUnderneath {
		return 0
	}
	ws := l.wordsOf(before, longestLabel+1)
	form := slices.ContainsFunc(ws, func(w *word) bool { return w.dull })
	named := slices.ContainsFunc(ws, func(w *word) bool { return l.find(w, english).id.kind().names() })
	if len(ws) == 0 || len(ws) > longestLabel || named && !form {
		return 0
	}
	return hash(fold(before))
}
