package article

import (
	"slices"
	"strings"
	"unicode"

	"dateline/feeds"
)

// tidier takes out of set blocks what only reading them shows to be no text.
type tidier struct {
	title  string // folded, to tell its repetition, as is the kicker
	kicker string
	blocks []feeds.Block
	left   []feeds.Link
}

// tidy returns the text of blocks, and the links of what it left out.
func tidy(blocks []feeds.Block, title, kicker string) ([]feeds.Block, []feeds.Link) {
	t := &tidier{title: fold(title), kicker: fold(kicker), blocks: blocks}
	t.dropNoise()
	t.dropLinkLists()
	t.cutTail()
	t.trimHead()
	t.trimTail()
	return t.blocks, t.left
}

// offer keeps the links of what is left out.
func (t *tidier) offer(blocks ...feeds.Block) {
	for _, b := range blocks {
		for _, s := range b.Spans {
			if text := strings.TrimSpace(s.Plain()); s.Link != "" && len(text) >= minLinkText && len(t.left) < maxRelated {
				t.left = append(t.left, feeds.Link{Text: text, URL: s.Link})
			}
		}
	}
}

// dropNoise leaves out lines that are no text wherever they stand, the words
// of a picture said a second time, and the headline.
func (t *tidier) dropNoise() {
	if len(t.blocks) > 0 && t.kicker != "" && fold(t.blocks[0].Plain()) == t.kicker {
		t.blocks = t.blocks[1:]
	}
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
		if matches(leadLines, text) && (linked(b) > 0 || !sentenceEnd().MatchString(text)) {
			t.offer(b)
			return true
		}
		folded := fold(text)
		return folded == "" || captions[folded] || isClutter(noiseLines, text) || b.Kind == feeds.Heading && folded == t.title
	})
}

// dropLinkLists leaves out lists of headlines and the label above them.
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

// cutTail ends the text at the first line in its latter half that opens what
// follows a text.
func (t *tidier) cutTail() {
	total, before := size(t.blocks), 0
	for i, b := range t.blocks {
		text := b.Plain()
		if before*2 > total && isProse(b) && matches(tailHeads, text) && !sentenceEnd().MatchString(text) {
			t.offer(t.blocks[i:]...)
			t.blocks = t.blocks[:i]
			return
		}
		before += len(text)
	}
}

// trimHead leaves out what stands above the first sentence, and the byline and
// date of a text that begins with a standfirst.
func (t *tidier) trimHead() {
	end := slices.IndexFunc(t.blocks, isSentence)
	if end < 0 {
		return
	}
	head := slices.DeleteFunc(slices.Clone(t.blocks[:end]), func(b feeds.Block) bool {
		return isProse(b) && (isClutter(headLines, b.Plain()) || fold(b.Plain()) == t.title)
	})
	top := max(end, min(headBlocks, len(t.blocks)))
	rest := slices.DeleteFunc(slices.Clone(t.blocks[end:top]), func(b feeds.Block) bool {
		return b.Kind == feeds.Paragraph && matches(headLines, b.Plain())
	})
	t.blocks = slices.Concat(head, rest, t.blocks[top:])
}

// trimTail leaves out what stands below the last sentence.
func (t *tidier) trimTail() {
	for n := len(t.blocks) - 1; n >= 0; n-- {
		b := t.blocks[n]
		if !isProse(b) || b.Kind != feeds.Heading && !isClutter(tailLines, b.Plain()) && !isHeadline(b) {
			return
		}
		t.offer(b)
		t.blocks = t.blocks[:n]
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

// fold reduces text to its letters and digits in lower case.
func fold(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsNumber(r) {
			return unicode.ToLower(r)
		}
		return -1
	}, s)
}
