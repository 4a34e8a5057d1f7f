package article

import (
	"hash/maphash"
	"net/url"
	"strings"
	"unicode"

	readability "codeberg.org/readeck/go-readability/v2"
	"golang.org/x/net/html"

	"dateline/feeds"
)

// poorShare is the part of the declared text that must stand in the text found
// for it to be trusted.
const poorShare = 0.6

// findBody returns the blocks of the text of a pruned page, and the byline
// that stood in it. What readability finds is held against what the page
// declares to be its text; where most of that is missing, the declared text
// is taken.
func findBody(doc *html.Node, d declared, base *url.URL) (blocks []feeds.Block, byline string) {
	marked := markedBody(doc, base)
	blocks, byline = readable(doc, base)
	want := firstOf(d.body, plainText(marked))
	if len(want) < minBody || 2*len(want) < size(blocks) || share(want, plainText(blocks)) >= poorShare {
		return blocks, byline
	}
	if share(want, plainText(marked)) >= poorShare {
		return marked, byline
	}
	return paragraphs(d.body, base), byline
}

// readable returns what the scoring of readability takes for the text.
func readable(doc *html.Node, base *url.URL) ([]feeds.Block, string) {
	p := readability.NewParser()
	p.KeepClasses = true
	p.DisableJSONLD = true
	got, err := p.ParseDocument(doc, base)
	if err != nil || got.Node == nil {
		return nil, got.Byline()
	}
	return toBlocks(got.Node, base), got.Byline()
}

// markedBody returns the blocks of what microdata marks as the text.
func markedBody(doc *html.Node, base *url.URL) []feeds.Block {
	var blocks []feeds.Block
	each(doc, func(n *html.Node) bool {
		if n.Type != html.ElementNode || !strings.Contains(attr(n, "itemprop"), "articleBody") {
			return true
		}
		blocks = append(blocks, toBlocks(n, base)...)
		return false
	})
	return blocks
}

// paragraphs sets a text that JSON-LD holds: marked up, or plain lines.
func paragraphs(text string, base *url.URL) []feeds.Block {
	if strings.Contains(text, "</p>") || strings.Contains(text, "<br") {
		if doc, err := parse(text); err == nil {
			return toBlocks(doc, base)
		}
	}
	s := &setter{base: base, place: place{kind: feeds.Paragraph}}
	for l := range strings.SplitSeq(text, "\n") {
		s.line.add(l, style{})
		s.flush()
	}
	return s.blocks
}

func plainText(blocks []feeds.Block) string { return Text(feeds.Article{Blocks: blocks}) }

// share returns which part of the word triples of want stand in text, 0 to 1.
func share(want, text string) float64 {
	seed := maphash.MakeSeed()
	have := map[uint64]bool{}
	triples(seed, text, func(h uint64) { have[h] = true })
	all, found := 0, 0
	triples(seed, want, func(h uint64) {
		all++
		if have[h] {
			found++
		}
	})
	return float64(found) / float64(max(1, all))
}

// triples calls fn with a hash of every three words in a row. Where a script
// has no spaces, a character counts as a word.
func triples(seed maphash.Seed, text string, fn func(uint64)) {
	var last [3]uint64
	word := func(w string) {
		if w != "" {
			last = [3]uint64{last[1], last[2], maphash.String(seed, w)}
			fn(last[0]*31*31 + last[1]*31 + last[2])
		}
	}
	start := 0
	for i, r := range text {
		switch {
		case unicode.Is(unicode.Han, r) || unicode.Is(unicode.Hiragana, r) || unicode.Is(unicode.Katakana, r) || unicode.Is(unicode.Thai, r):
			word(text[start:i])
			word(string(r))
		case unicode.IsLetter(r) || unicode.IsNumber(r) || unicode.IsMark(r):
			continue
		default:
			word(text[start:i])
		}
		start = i + len(string(r))
	}
	word(text[start:])
}
