package status

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
	"time"

	"dateline/ui/pane"
	"dateline/ui/theme"
)

// Facts is what the header shows.
type Facts struct {
	Filter   string // the filter in force, in words
	Brief    string // the same in less room
	Filtered bool   // whether it leaves anything out
	Search   string // the search in force, empty if none
	Sort     string // the order, empty for the usual one
	Stories  int
	Held     int // stories that loud sources tell beyond their quota, not among Stories
	Unread   int
	Done     int    // feeds asked in the round that is going on
	Total    int    // feeds of that round; zero between rounds
	Failing  int    // feeds whose last visit failed
	Quiet    string // that the filter is silent or not heard, in a few words; empty if it is not
	Demo     bool
	Offline  bool
	Away     bool // the network is
	Clock    time.Time
}

// rank says which parts of the header get room first.
type rank int

// The ranks, the most important first.
const (
	filterRank rank = iota
	demoRank
	searchRank
	offlineRank
	failingRank
	quietRank
	progressRank
	sortRank
	countsRank
	everywhereRank // the filter, if it leaves nothing out
	heldRank
	nameRank
	clockRank
	ranks // how many there are
)

// part is a piece of the header.
type part struct {
	rank  rank
	right bool // stands at the right end
	text  string
	paint theme.Paint
}

// The blanks that go with a part at each end of the line.
const (
	leftGap  = "  "
	rightGap = "   "
)

// cells returns the room that a part takes with its gap.
func (p part) cells() int {
	if p.right {
		return pane.Width(p.text) + len(rightGap)
	}
	return pane.Width(p.text) + len(leftGap)
}

// Header draws the top line in exactly width cells. The parts get room from
// the most important on; one that does not fit is left out.
func (b *Bar) Header(f Facts, width int) string {
	parts := b.parts(f, width)
	var shown [ranks]bool
	room := width
	for _, p := range slices.SortedFunc(slices.Values(parts), func(x, y part) int { return cmp.Compare(x.rank, y.rank) }) {
		if p.cells() <= room {
			shown[p.rank] = true
			room -= p.cells()
		}
	}
	var left, right []string
	for _, p := range parts {
		switch text := p.paint.Text(p.text); {
		case !shown[p.rank]:
		case p.right:
			right = append(right, text)
		default:
			left = append(left, text)
		}
	}
	return pane.Sides(" "+strings.Join(left, leftGap), strings.Join(right, rightGap)+" ", width)
}

// The cells that a filter and a search have before they are cut, if the line is
// that long; on long lines a filter has two fifths of them and a search a third.
const (
	filterLeast = 30
	wordsLeast  = 24
)

// parts lists what there is to say, in the order in which it is drawn.
func (b *Bar) parts(f Facts, width int) []part {
	g, room := b.th.Glyphs, min(max(wordsLeast, width/3), width-5)
	words, filterRoom := f.Filter, min(max(filterLeast, 2*width/5), width-5)
	if pane.Width(words) > filterRoom {
		words = cmp.Or(f.Brief, f.Filter)
	}
	filter, filterPaint := everywhereRank, b.th.Plain
	if f.Filtered {
		filter, filterPaint = filterRank, b.th.Accent
	}
	counts := pane.Dotted(g, fmt.Sprintf("%d %s", f.Stories, pane.Plural(f.Stories, "story", "stories")), fmt.Sprintf("%d unread", f.Unread))
	all := []struct {
		part
		said bool
	}{
		{part{nameRank, false, "dateline", b.th.Headline}, true},
		{part{demoRank, false, "DEMO", b.th.Accent}, f.Demo},
		{part{offlineRank, false, "OFFLINE", b.th.Accent}, f.Offline},
		{part{offlineRank, false, "NO NETWORK", b.th.Alert}, f.Away},
		{part{filter, false, pane.Cut(words, filterRoom, g.Ellipsis) + " " + g.Down, filterPaint}, true},
		{part{searchRank, false, "/" + pane.Cut(f.Search, room, g.Ellipsis), b.th.Accent}, f.Search != ""},
		{part{countsRank, false, counts, b.th.Meta}, true},
		{part{heldRank, false, fmt.Sprintf("%d held back", f.Held), b.th.Meta}, f.Held > 0},
		{part{quietRank, false, f.Quiet, b.th.Alert}, f.Quiet != ""},
		{part{sortRank, false, f.Sort, b.th.Accent}, f.Sort != ""},
		{part{progressRank, true, fmt.Sprintf("%s %d/%d", g.Refresh, f.Done, f.Total), b.th.Accent}, f.Total > 0},
		{part{failingRank, true, fmt.Sprintf("%d failing", f.Failing), b.th.Alert}, f.Failing > 0},
		{part{clockRank, true, f.Clock.Format("15:04"), b.th.Meta}, true},
	}
	var said []part
	for _, p := range all {
		if p.said {
			said = append(said, p.part)
		}
	}
	return said
}
