package region

import (
	"slices"
	"strings"
)

// cue is a word that a reading looks for. A cue with a capital does not match
// the word in small letters.
type cue struct {
	word    word
	capital bool
}

// reading is one meaning of an ambiguous name and the tests that prove it; any
// test is enough, and a reading without tests always holds. One for some
// languages holds in no others.
type reading struct {
	codes      []string // nil: no place
	near       []cue    // anywhere in the text
	phrases    []string // the same in scripts without blanks
	next, prev []cue    // the word beside the name
	list       []cue    // the word before it, with a comma between
	head       []cue    // the word after the name, if nothing is glued to its front
	with       []string // a country found by other words, or the feed's own
	alone      bool     // no other country was found, and the feed has none of its own
	person     bool     // looks like a part of a person's name
	given      bool     // a given name stands before it
	dateline   bool     // it is the place of a dateline
	apart      bool     // punctuation or nothing is on both sides of it
	always     bool
	langs      languages // only in texts of these; 0 for all
}

// parseReading reads the tests of a row of contexts.tsv.
func (l *lexicon) parseReading(when string) reading {
	var r reading
	tests := strings.Fields(when)
	for _, test := range tests {
		kind, list, _ := strings.Cut(test, ":")
		switch kind {
		case "near":
			r.near, r.phrases = l.anywhere(list)
		case "next":
			r.next = l.cues(list)
		case "prev":
			r.prev = l.cues(list)
		case "list":
			r.list = l.cues(list)
		case "head":
			r.head = l.cues(list)
		case "with":
			r.with = strings.Split(list, "|")
		case "in":
			r.langs = l.languagesOf(strings.ReplaceAll(list, "|", " "))
		case "alone":
			r.alone = true
		case "name":
			r.person = true
		case "given":
			r.given = true
		case "dateline":
			r.dateline = true
		case "apart":
			r.apart = true
		}
	}
	r.always = len(tests) == 0 || len(tests) == 1 && r.langs != 0
	return r
}

// anywhere parts a list into words and what is longer than a word.
func (l *lexicon) anywhere(list string) (near []cue, phrases []string) {
	for s := range strings.SplitSeq(list, "|") {
		if _, end, _ := nextWord(s, 0); end < len(s) && isUnmarked(firstRune(s)) {
			phrases = append(phrases, s)
			continue
		}
		near = append(near, l.cues(s)...)
	}
	return near, phrases
}

func (l *lexicon) cues(list string) []cue {
	var out []cue
	for s := range strings.SplitSeq(list, "|") {
		out = append(out, cue{l.numberOf(s), shapeOf(s)&capital != 0})
	}
	return out
}

func (c cue) is(t token) bool {
	return c.word == t.word && (!c.capital || t.shape&capital != 0)
}

// holds says whether r is the meaning of the name at s.
func (d *document) holds(r *reading, s span) bool {
	if r.langs != 0 && r.langs&d.told == 0 {
		return false
	}
	return r.always ||
		r.given && d.afterGiven(s) ||
		r.dateline && d.tokens[s.first].zone == dateline ||
		r.person && d.inPersonName(s) ||
		r.apart && d.apart(s) ||
		d.beside(r.prev, s.first-1, s.first) ||
		d.listed(r.list, s.first) ||
		d.beside(r.next, s.last+1, s.last+1) ||
		!d.glued(s.first) && d.beside(r.head, s.last+1, s.last+1) ||
		d.anywhere(r) ||
		slices.ContainsFunc(r.with, d.knows) ||
		r.alone && len(d.found) == 0 && (d.home == "" || slices.Contains(r.codes, d.home))
}

// knows says whether other words tell the country, or the feed is its own.
func (d *document) knows(country string) bool {
	return country == d.home || slices.Contains(d.found, country)
}

// beside says whether the word at is one of cues, with nothing but a blank or
// a hyphen before the word joint.
func (d *document) beside(cues []cue, at, joint int) bool {
	if len(cues) == 0 || at < 0 || joint >= len(d.tokens) || d.tokens[joint].before > hyphen {
		return false
	}
	return slices.ContainsFunc(cues, func(c cue) bool { return c.is(d.tokens[at]) })
}

// listed says whether one of cues and a comma stand before the word at.
func (d *document) listed(cues []cue, at int) bool {
	if len(cues) == 0 || at == 0 || d.tokens[at].before != comma {
		return false
	}
	return slices.ContainsFunc(cues, func(c cue) bool { return c.is(d.tokens[at-1]) })
}

// anywhere says whether one of the near words of r is in the text. The answer
// is the same for the whole text and found only once.
func (d *document) anywhere(r *reading) bool {
	if r.near == nil && r.phrases == nil {
		return false
	}
	if !d.asked {
		d.index()
	}
	known, ok := d.near[r]
	if !ok {
		known = slices.ContainsFunc(r.near, d.seen.has) || slices.ContainsFunc(r.phrases, d.says)
		d.near[r] = known
	}
	return known
}

// glued says whether nothing parts token i from the one before.
func (d *document) glued(i int) bool {
	return i > 0 && d.tokens[i-1].part == d.tokens[i].part && d.tokens[i-1].end == d.tokens[i].start
}

// says says whether phrase stands in the text.
func (d *document) says(phrase string) bool {
	return slices.ContainsFunc(d.parts, func(p docPart) bool { return strings.Contains(p.text, phrase) })
}

// apart says whether s stands by itself, between punctuation.
func (d *document) apart(s span) bool {
	n := s.last + 1
	return d.tokens[s.first].before > hyphen && (n >= len(d.tokens) || d.tokens[n].before > hyphen)
}

// index notes which words the text has.
func (d *document) index() {
	d.asked = true
	if d.near == nil {
		d.near = map[*reading]bool{}
	}
	clear(d.near)
	d.seen.empty(d.lex.count)
	for _, t := range d.tokens {
		d.seen.add(t)
	}
}

// vocabulary is a set of words: a bit for each that occurs, and one for each
// that occurs with a capital.
type vocabulary struct{ all, capital []uint64 }

// empty makes v an empty set of words up to the number last.
func (v *vocabulary) empty(last word) {
	if n := int(last/64 + 1); len(v.all) != n {
		v.all, v.capital = make([]uint64, n), make([]uint64, n)
	}
	clear(v.all)
	clear(v.capital)
}

func (v vocabulary) add(t token) {
	v.all[t.word/64] |= 1 << (t.word % 64)
	if t.shape&capital != 0 {
		v.capital[t.word/64] |= 1 << (t.word % 64)
	}
}

func (v vocabulary) has(c cue) bool {
	set := v.all
	if c.capital {
		set = v.capital
	}
	return set[c.word/64]&(1<<(c.word%64)) != 0
}

// afterGiven says whether a given name stands directly before s.
func (d *document) afterGiven(s span) bool {
	if s.first == 0 || d.tokens[s.first].before != space {
		return false
	}
	p := d.tokens[s.first-1]
	return p.shape&capital != 0 && d.lex.given[p.word]
}

// inPersonName says whether s looks like a part of a person's name: a given
// name before it, or a capitalised word after it that is no name of ours and no
// office. The second sign is none in a title in which every word has a capital.
func (d *document) inPersonName(s span) bool {
	if d.afterGiven(s) {
		return true
	}
	n := s.last + 1
	if n >= len(d.tokens) || d.parts[d.tokens[n].part].titled {
		return false
	}
	t := d.tokens[n]
	return t.before == space && t.shape&capital != 0 && t.shape&(capitals|dotted) == 0 &&
		!d.lex.office[t.word] && !t.name
}
