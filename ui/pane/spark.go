package pane

import (
	"strings"

	"dateline/feeds"
	"dateline/ui/theme"
)

// Spark draws an activity as a bar a cell; most is the number of stories that
// takes the highest. A cell that was not observed is blank, one that was and
// had no story is the lowest bar: "nothing came" and "nobody looked" must not
// be taken for each other.
func Spark(g theme.Glyphs, a feeds.Activity, most int) string {
	var b strings.Builder
	top := len(g.Blocks) - 1
	for _, t := range a {
		switch {
		case !t.Observed:
			b.WriteByte(' ')
		case t.Stories <= 0:
			b.WriteString(g.Blocks[0])
		default:
			b.WriteString(g.Blocks[min(top, 1+(t.Stories*top-1)/max(1, most))])
		}
	}
	return b.String()
}

// Most returns the most stories that a cell of a has.
func Most(a feeds.Activity) int {
	most := 0
	for _, t := range a {
		most = max(most, t.Stories)
	}
	return most
}
