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

// dropped says whether w tells nothing in lang.
func dropped(w word, lang string) bool {
	return isDull[w.folded] || slices.Contains(languagesOf()[w.folded], lang)
}
