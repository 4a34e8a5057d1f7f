package article

import (
	"slices"
	"strings"
	"unicode"

	"dateline/feeds"
)

// tidier takes out of set blocks what only reading them shows to be no text.
type tidier struct {
	title   string // folded, to tell its repetition
	blocks  []feeds.Block
	related []feeds.Link
}

// tidy returns the text of blocks, and the links of what it left out.
func tidy(blocks []feeds.Block, title string) ([]feeds.Block, []feeds.Link) {
	t := &tidier{title: fold(title), blocks: blocks}
	t.dropNoise()
	t.dropLinkLists()
	t.cutTail()
	t.trimHead()
	t.trimTail()
	return t.blocks, t.related
}

// isProse says whether b is set from sentences, so that rules for lines may
// judge it.
func isProse(b feeds.Block) bool {
	return b.Kind != feeds.Image && b.Kind != feeds.Embed && b.Kind != feeds.Table && b.Kind != feeds.Code
}

func (t *tidier) dropNoise() {
	captions := map[string]bool{}
	for _, b := range t.blocks {
		if b.Kind == feeds.Image {
			captions[fold(b.Plain())] = true
		}
	}
	t.blocks = slices.DeleteFunc(t.blocks, func(b feeds.Block) bool {
		if !isProse(b) {
			return false
		}
		text := b.Plain()
		folded := fold(text)
		if matches(leadLines, text) && (linked(b) > 0 || len(text) < maxLabel) {
			t.offer(b)
			return true
		}
		return folded == "" || captions[folded] || matches(noiseLines, text) || b.Kind == feeds.Heading && folded == t.title
	})
}

// offer keeps the links of what is left out.
func (t *tidier) offer(blocks ...feeds.Block) {
	for _, b := range blocks {
		for _, s := range b.Spans {
			if text := strings.TrimSpace(s.Text); s.Link != "" && len(text) >= minLinkText && len(t.related) < maxRelated {
				t.related = append(t.related, feeds.Link{Text: text, URL: s.Link})
			}
		}
	}
}

// linked returns the bytes of b that are links.
func linked(b feeds.Block) int {
	n := 0
	for _, s := range b.Spans {
		if s.Link != "" {
			n += len(s.Text)
		}
	}
	return n
}

// isHeadline says whether b is nothing but a link with a headline's worth of
// words.
func isHeadline(b feeds.Block) bool {
	text := b.Plain()
	return isProse(b) && len(text) >= minLinkText && linked(b) >= len(text)-2 && strings.Count(text, " ") >= 2
}

// dropLinkLists leaves out lists of headlines and the heading above them.
func (t *tidier) dropLinkLists() {
	var out []feeds.Block
	for i := 0; i < len(t.blocks); {
		n := i
		for n < len(t.blocks) && t.blocks[n].Kind == feeds.ListEntry && isHeadline(t.blocks[n]) {
			n++
		}
		if n-i < 2 {
			out = append(out, t.blocks[i])
			i++
			continue
		}
		t.offer(t.blocks[i:n]...)
		if last := len(out) - 1; last >= 0 && isLabel(out[last]) {
			out = out[:last]
		}
		i = n
	}
	t.blocks = out
}

// isLabel says whether b only announces what follows it.
func isLabel(b feeds.Block) bool {
	text := b.Plain()
	return b.Kind == feeds.Heading || isProse(b) && len(text) < maxLabel && (strings.HasSuffix(text, ":") || matches(tailHeads, text))
}

// cutTail ends the text at the first line in its latter half that opens what
// follows a text.
func (t *tidier) cutTail() {
	total := size(t.blocks)
	before := 0
	for i, b := range t.blocks {
		if before*2 > total && isProse(b) && matches(tailHeads, b.Plain()) {
			t.offer(t.blocks[i:]...)
			t.blocks = t.blocks[:i]
			return
		}
		before += len(b.Plain())
	}
}

// size is the text of blocks in bytes.
func size(blocks []feeds.Block) int {
	n := 0
	for _, b := range blocks {
		n += len(b.Plain())
	}
	return n
}

// trimHead leaves out what stands above the first sentence.
func (t *tidier) trimHead() {
	end := slices.IndexFunc(t.blocks, isSentence)
	i := -1
	t.blocks = slices.DeleteFunc(t.blocks, func(b feeds.Block) bool {
		i++
		text := b.Plain()
		return i < end && isProse(b) && (matches(headLines, text) || fold(text) == t.title)
	})
}

// isSentence says whether b is so long, or ends so, that it is text.
func isSentence(b feeds.Block) bool {
	text := b.Plain()
	return isProse(b) && (len(text) > maxLabel || len(text) > maxLabel/3 && strings.ContainsAny(text[len(text)-4:], ".!?\"”»。！？؟।")) && !matches(headLines, text)
}

// trimTail leaves out what stands below the last sentence.
func (t *tidier) trimTail() {
	for n := len(t.blocks) - 1; n >= 0; n-- {
		b := t.blocks[n]
		if !isProse(b) || b.Kind != feeds.Heading && !matches(tailLines, b.Plain()) && !isHeadline(b) {
			return
		}
		t.offer(b)
		t.blocks = t.blocks[:n]
	}
}

// fold reduces text to its letters and digits in lower case.
func fold(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsNumber(r) {
			return unicode.ToLower(r)
		}
		return -1
	}, s)
}
