package region

import (
	"slices"
	"strings"
)

// span is a name found in the text.
type span struct {
	first, last int // tokens
	entry       *entry
	sense       sense
	own         []verdict // what the reader says of these words
	denied      []string  // codes that they would tell, were it not for that
}

// docPart is a part of the document and what is known of its style.
type docPart struct {
	part
	titled  bool // nearly every word has a capital
	capital bool // no small letter at all
}

// document is a text while it is tagged.
type document struct {
	lex    *lexicon
	own    *own // nil if nothing was corrected
	source []part
	parts  []docPart
	tokens []token
	spans  []span
	langs  languages // that it may be in
	told   languages // those of them that something tells
	long   bool      // a part of it is a long text
	forms  bool      // some words may be forms of others
	home   string
	day    string // of the text, as in the tables; empty if unknown

	found []string          // countries found for certain
	asked bool              // anywhere was
	near  map[*reading]bool // its answers
	seen  vocabulary        // the words of the text, once it was
}

// reset leaves of d the room that it took.
func (d *document) reset() {
	clear(d.source)
	clear(d.parts)
	clear(d.spans)
	*d = document{
		source: d.source[:0], parts: d.parts[:0], tokens: d.tokens[:0], spans: d.spans[:0], found: d.found[:0], near: d.near, seen: d.seen,
	}
}

// read splits the source into words.
func (d *document) read(text Text, o *own) {
	d.own, d.home = o, text.Home
	size := 0
	for _, p := range d.source {
		size += len(p.text)
	}
	d.tokens = slices.Grow(d.tokens, size/wordBytes)
	for _, p := range d.source {
		if p.text != "" {
			d.readPart(p)
		}
	}
	if d.langs, d.told = d.detect(text.Language); d.langs != english {
		d.unbend()
	}
}

// wordBytes is less than a word and its space take on the average.
const wordBytes = 5

func (d *document) readPart(p part) {
	n := int32(len(d.parts))
	first := len(d.tokens)
	z := zoneWalk{part: p, zone: p.zone}
	if p.prose && p.zone == lead {
		z.head = datelineLength(p.text)
	}
	var buf [maxWord * 2]byte
	before, prevEnd := stop, 0
	for start, end, ok := nextWord(p.text, 0); ok; start, end, ok = nextWord(p.text, end) {
		s := p.text[start:end]
		key, sh := foldedAndShape(buf[:0], s)
		if len(d.tokens) > first {
			last := d.tokens[len(d.tokens)-1]
			if before = space; p.text[prevEnd:start] != " " {
				before = gapOf(p.text[prevEnd:start], d.lex.shortens(last))
			}
			sh |= junction(p.text, prevEnd, start)
		}
		t := token{
			start: int32(start), end: int32(end), part: n, word: d.lex.words[string(key)], shape: sh, before: before, zone: z.at(start, before),
		}
		if t.word == 0 && d.own.hasNames() {
			t.mine = d.own.names.words[string(key)]
		}
		d.tokens = append(d.tokens, t)
		prevEnd = end
	}
	d.parts = append(d.parts, style(p, d.tokens[first:]))
	d.long = d.long || p.prose && len(p.text) >= longBytes
}

// shortens says whether a dot after t more likely shortens it than ends a
// sentence.
func (l *lexicon) shortens(t token) bool {
	return t.end-t.start <= 2 || t.shape&dotted != 0 || l.abbreviated[t.word]
}

// style finds out how the words of p are capitalised, those of scripts that have
// capitals.
func style(p part, tokens []token) docPart {
	big, all := 0, 0
	for _, t := range tokens {
		if t.end-t.start > 3 && p.text[t.start] < caseless {
			all++
			if t.shape&capital != 0 {
				big++
			}
		}
	}
	dp := docPart{part: p, titled: all > 2 && big*10 >= all*8}
	dp.capital = dp.titled && strings.ToUpper(p.text) == p.text
	return dp
}

// caseless is the first byte of the Hebrew letters; from there on, no script in
// the tables has capitals.
const caseless = 0xD6

// zoneWalk gives each word of a part its zone.
type zoneWalk struct {
	part
	zone  zone
	head  int  // end of the dateline
	begun bool // a word after the dateline was seen
}

func (z *zoneWalk) at(start int, before gap) zone {
	if start < z.head {
		return dateline
	}
	if z.prose && z.zone == lead && (z.begun && before == stop || start > z.head+leadBytes) {
		z.zone = early
	}
	if z.prose && z.zone == early && start > z.head+earlyBytes {
		z.zone = late
	}
	z.begun = true
	return z.zone
}

// datelineLength returns the length of the place and wire at the start of a text:
// "BEIJING, Feb 1 (Reuters) - " or "Beijing (AFP) "; 0 if there are none.
func datelineLength(s string) int {
	head := s
	if len(head) > 90 {
		head = head[:90]
	}
	end := -1
	for _, mark := range []string{" - ", " — ", " – ", " -- ", " (AP) ", " (AFP) ", "(Reuters) "} {
		if i := strings.Index(head, mark); i > 0 && (end < 0 || i < end) {
			end = i + len(mark)
		}
	}
	if end < 0 {
		return 0
	}
	head = head[:end]
	if strings.Contains(head, "(") {
		return end
	}
	place, _, _ := strings.Cut(head, ",")
	if place = strings.TrimRight(place, " -—–"); len(place) > 2 && strings.ToUpper(place) == place {
		return end
	}
	return 0
}
