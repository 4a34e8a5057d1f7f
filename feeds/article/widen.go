package article

import (
	"slices"
	"strings"

	"dateline/feeds"
)

// widen puts back what readability threw away of a text: what stands between
// its first and its last paragraph and is text, and what goes on before or
// after them if it is so much that half an article was lost. page is all that
// stands on the page.
func widen(page, read []feeds.Block) []feeds.Block {
	kept := mapOf(page, read)
	first, last := bounds(page, kept)
	if first < 0 || covered(page[first:last+1], kept[first:last+1])*10 < size(read)*9 {
		return read
	}
	from, to := reachUp(page, first), reachDown(page, last)
	if !isHalf(page[from:first], read) {
		from = first
	}
	if !isHalf(page[last+1:to+1], read) {
		to = last
	}
	out := slices.Clone(pointsAbove(page[:from]))
	for i := from; i <= to; i++ {
		if !kept[i] && page[i].Kind == feeds.Heading && size(out)*2 > size(read) && matches(tailHeads, page[i].Plain()) {
			break
		}
		inside := i >= first && i <= last
		if kept[i] || !inside || isCaptioned(page[i]) || isText(page[i]) {
			out = append(out, page[i])
		}
	}
	return out
}

// A list of minPoints sentences that stands no more than aside blocks above a
// text sums it up; what stands between may count its readers.
const (
	minPoints = 2
	aside     = 2
)

// pointsAbove returns the list that sums up the text below head, and its
// heading; nothing if there is none.
func pointsAbove(head []feeds.Block) []feeds.Block {
	end := len(head)
	for end > 0 && len(head)-end < aside && !isPoint(head[end-1]) {
		end--
	}
	start := end
	for start > 0 && isPoint(head[start-1]) {
		start--
	}
	if end-start < minPoints {
		return nil
	}
	if start > 0 && head[start-1].Kind == feeds.Heading {
		start--
	}
	return head[start:end]
}

// isPoint says whether b is a sentence of a list.
func isPoint(b feeds.Block) bool {
	text := b.Plain()
	return b.Kind == feeds.ListEntry && linked(b) == 0 && len(text) >= minLinkText && strings.Count(text, " ") >= 3
}

// isHalf says whether outer, which stands before or after a text, is so much
// that it may be the other half of it: a single paragraph is what sites say of
// themselves.
func isHalf(outer, read []feeds.Block) bool {
	texts := 0
	for _, b := range outer {
		if isText(b) {
			texts++
		}
	}
	return texts >= 2 && prose(outer)*3 >= prose(read)
}

// mapOf says which blocks of page stand in read.
func mapOf(page, read []feeds.Block) []bool {
	have := map[string]int{}
	for _, b := range read {
		have[keyOf(b)]++
	}
	kept := make([]bool, len(page))
	for i, b := range page {
		if k := keyOf(b); have[k] > 0 {
			kept[i] = true
		}
	}
	return kept
}

func keyOf(b feeds.Block) string {
	if b.Kind == feeds.Image || b.Kind == feeds.Embed {
		return b.URL
	}
	return fold(b.Plain())
}

// bounds is where the kept text begins and ends.
func bounds(page []feeds.Block, kept []bool) (first, last int) {
	first, last = -1, -1
	for i, k := range kept {
		if k && isText(page[i]) {
			if first < 0 {
				first = i
			}
			last = i
		}
	}
	for first > 0 && kept[first-1] {
		first--
	}
	for i := last + 1; last >= 0 && i < len(page) && (kept[i] || isCaptioned(page[i])); i++ {
		if kept[i] {
			last = i
		}
	}
	return first, last
}

// isCaptioned says whether b is a picture that the text has words for.
func isCaptioned(b feeds.Block) bool { return b.Kind == feeds.Image && len(b.Spans) > 0 }

func covered(page []feeds.Block, kept []bool) int {
	n := 0
	for i, k := range kept {
		if k {
			n += len(page[i].Plain())
		}
	}
	return n
}

func reachUp(page []feeds.Block, from int) int {
	at := from
	for i := from - 1; i >= 0 && from-i < maxBlocks; i-- {
		switch {
		case isText(page[i]):
			at = i
		case !passable(page[i]) || at-i > 2:
			return at
		}
	}
	return at
}

func reachDown(page []feeds.Block, from int) int {
	at := from
	for i := from + 1; i < len(page); i++ {
		switch {
		case isText(page[i]):
			at = i
		case !passable(page[i]) || i-at > 2:
			return at
		}
	}
	return at
}

func passable(b feeds.Block) bool {
	return !isProse(b) || b.Kind == feeds.Heading && !matches(tailHeads, b.Plain()) || b.Kind == feeds.ListEntry && linked(b) == 0
}

// prose is the bytes of blocks that are text.
func prose(blocks []feeds.Block) int {
	n := 0
	for _, b := range blocks {
		if isText(b) {
			n += len(b.Plain())
		}
	}
	return n
}

// isText says whether b is of sentences, more words than links.
func isText(b feeds.Block) bool {
	if !isProse(b) || b.Kind == feeds.Heading {
		return false
	}
	text := b.Plain()
	return linked(b)*2 < len(text) && (len(text) >= minRun && strings.ContainsAny(text, ".!?。！？؟।") || len(text) >= minLongRun)
}
