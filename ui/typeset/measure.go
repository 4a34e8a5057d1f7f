package typeset

import (
	"unicode/utf8"

	"dateline/feeds"
	"dateline/ui/pane"
)

const (
	measure     = 72  // cells; a line of about 66 letters is read with the least effort, and some are ragged
	wideMeasure = 68  // cells of a script with wide characters: 34 of them
	marginFrom  = 12  // width from which there is a blank column on each side
	sample      = 200 // bytes of a text that tell its script
)

// Measure returns the left margin and the width of the text on a page of width
// cells. The text stands in the middle.
func Measure(width int, a feeds.Article) (margin, text int) {
	most := measure
	if wide(a) {
		most = wideMeasure
	}
	if width < marginFrom {
		return 0, max(0, width)
	}
	text = min(most, width-2)
	return (width - text) / 2, text
}

// wide says whether most of an article's characters take two cells, as far as
// its first paragraph tells.
func wide(a feeds.Article) bool {
	s := a.Title
	for _, b := range a.Blocks {
		if b.Kind == feeds.Paragraph {
			s = b.Plain()
			break
		}
	}
	s = pane.Cut(s, sample, "")
	return 2*pane.Width(s) > 3*utf8.RuneCountInString(s)
}
