package article

import (
	"hash/maphash"
	"net/url"
	"slices"
	"strings"
	"unicode"

	readability "codeberg.org/readeck/go-readability/v2"
	"golang.org/x/net/html"

	"dateline/feeds"
)

// reading is one way to read a page, and what speaks for it.
type reading struct {
	blocks    []feeds.Block
	prose     int     // bytes in blocks of sentences
	clutter   int     // bytes in labels, links and what else is no sentence
	agreement float64 // which part of what the page says its text is stands in it, 0 to 1
}

// worth is what one reading is compared with another by.
func (r reading) worth() float64 {
	return float64(max(1, r.prose-r.clutter)) * (1 + r.agreement/2)
}

// add counts what blocks hold. A heading above text and the points of a list
// are neither.
func (r *reading) add(blocks []feeds.Block) {
	for i, b := range blocks {
		switch {
		case isText(b):
			r.prose += len(b.Plain())
		case isPoint(b) || b.Kind == feeds.Heading && i+1 < len(blocks) && isText(blocks[i+1]):
		case isProse(b):
			r.clutter += len(b.Plain())
		}
	}
}

// How much more another reading must be worth than that of readability, which
// knows best where a text ends, to be taken instead of it.
const (
	markedGain = 1.6 // of what the page marks as its text
	pageGain   = 3.0 // of all that is left of the page
)

// A text of wholeText bytes is no fragment: what holds so many times more than
// it is the text and its comments, or several texts.
const (
	wholeText = 1000
	most      = 3
)

// poorShare is the part of the declared text that must stand in the text found
// for it to be trusted.
const poorShare = 0.6

// finder judges the readings of one page against each other.
type finder struct {
	doc, body *html.Node
	base      *url.URL
	d         declared
	head      head
	about     string // what the page says its text is, or the beginning of it
}

// findBody returns the blocks of the text of a pruned page, and the byline
// that stood in it.
func (f *finder) findBody() (blocks []feeds.Block, byline string) {
	f.about = firstOf(f.d.body, description(f.doc))
	page := toBlocks(f.body, f.base)
	read, byline := readable(f.doc, f.base)
	wide := widen(page, read)
	if !f.disputed(page, wide) {
		return f.trusted(wide), byline
	}
	best := f.weigh(wide)
	best = f.better(best, markedGain, f.marked()...)
	best = f.better(best, pageGain, page)
	return f.trusted(best.blocks), byline
}

// disputed says whether the page holds enough text for any other reading of it
// to be worth more; on most pages it does not, and nothing need be weighed.
func (f *finder) disputed(page, wide []feeds.Block) bool {
	mine := reading{agreement: share(f.about, plainText(wide))}
	mine.add(wide)
	all := reading{prose: prose(page), agreement: 1}
	return all.worth() > mine.worth()*markedGain
}

// better returns the first of others that is worth so many times more than
// best, made better by every one that is.
func (f *finder) better(best reading, gain float64, others ...[]feeds.Block) reading {
	for _, blocks := range others {
		if float64(prose(blocks))*(1+poorShare) < best.worth()*gain {
			continue // whatever is left of it when it is tidy
		}
		r := f.weigh(blocks)
		if r.worth() > best.worth()*gain && (best.prose < wholeText || r.prose < best.prose*most) {
			best = r
		}
	}
	return best
}

// weigh reads blocks as they will be shown.
func (f *finder) weigh(blocks []feeds.Block) reading {
	r := reading{blocks: blocks}
	shown, _ := tidy(slices.Clone(blocks), f.head.title, f.head.kicker)
	r.add(shown)
	r.agreement = share(f.about, plainText(shown))
	return r
}

// trusted returns what was found, unless most of the text that the page
// declares is missing there: then the declared text.
func (f *finder) trusted(found []feeds.Block) []feeds.Block {
	want := f.d.body
	if len(want) < minBody || 2*len(want) < size(found) || share(want, plainText(found)) >= poorShare {
		return found
	}
	for _, blocks := range f.marked() {
		if share(want, plainText(blocks)) >= poorShare {
			return blocks
		}
	}
	return paragraphs(want, f.base)
}

// description is what a page says in a sentence or two of its text.
func description(doc *html.Node) string {
	long := ""
	each(doc, func(n *html.Node) bool {
		if isElement(n, "meta") && (attr(n, "property") == "og:description" || attr(n, "name") == "description") && len(attr(n, "content")) > len(long) {
			long = attr(n, "content")
		}
		return !isElement(n, "body")
	})
	return long
}

// readable returns what the scoring of readability takes for the text. It would
// parse each <noscript> as a page: those of the body are gone, and in the head
// they hold no text.
func readable(doc *html.Node, base *url.URL) ([]feeds.Block, string) {
	var noscripts []*html.Node
	each(doc, func(n *html.Node) bool {
		if isElement(n, "noscript") {
			noscripts = append(noscripts, n)
		}
		return !isElement(n, "body")
	})
	for _, n := range noscripts {
		n.Parent.RemoveChild(n)
	}
	p := readability.NewParser()
	p.KeepClasses = true
	p.DisableJSONLD = true
	got, err := p.ParseDocument(doc, base)
	if err != nil || got.Node == nil {
		return nil, got.Byline()
	}
	return toBlocks(got.Node, base), got.Byline()
}

// markings are the ways in which pages mark their text, surest first.
var markings = []func(*html.Node) bool{
	func(n *html.Node) bool { return strings.Contains(attr(n, "itemprop"), "articleBody") },
	func(n *html.Node) bool { _, ok := proofNames.named(marksOf(n)); return ok },
	func(n *html.Node) bool { return n.Data == "article" },
	func(n *html.Node) bool { return n.Data == "main" || attr(n, "role") == "main" },
}

// marked returns the text of what is marked in each way: all that is
// marked as a text or part of one, else the element with most text.
func (f *finder) marked() [][]feeds.Block {
	var all [][]feeds.Block
	for i, fits := range markings {
		var blocks []feeds.Block
		each(f.body, func(n *html.Node) bool {
			if n.Type != html.ElementNode || !fits(n) {
				return true
			}
			part := toBlocks(n, f.base)
			if i < 2 {
				blocks = append(blocks, part...)
			} else if prose(part) > prose(blocks) {
				blocks = part
			}
			return false
		})
		if len(blocks) > 0 {
			all = append(all, blocks)
		}
	}
	return all
}

// paragraphs sets a text that JSON-LD holds: marked up, or plain lines.
func paragraphs(text string, base *url.URL) []feeds.Block {
	if strings.Contains(text, "</p>") || strings.Contains(text, "<br") {
		if doc, _, err := parse([]byte(text)); err == nil {
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
