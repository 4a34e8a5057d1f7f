package story

import (
	"math"
	"slices"
)

// lexeme is one word that items of the index hold.
type lexeme struct {
	id      uint32
	key     string
	surface string // as the newest text has it
	kind    wordKind
	lines   float64  // in how many lines of the background it stands
	items   []*entry // that hold the word, in the order of arrival
}

// wordKind says how much the sharing of a word can mean beyond its rarity.
type wordKind uint8

const (
	plain wordKind = iota
	name
	country
	number
	small // a number that many texts hold by chance
	pair  // two characters of a script without spaces: half a word
)

// kindFactor makes names and numbers weigh more than other words of their
// rarity. Neighbouring pairs overlap, so each weighs less.
var kindFactor = [...]float64{plain: 1, name: 1.15, country: 1.15, number: 1.15, small: 0.5, pair: 0.6}

// named says whether the word names something: such words are compared once
// more by themselves.
func (lex *lexeme) named() bool {
	return lex.kind == name || lex.kind == country || lex.kind == number
}

// lexicon holds the words of the items in the index.
type lexicon struct {
	background background
	words      map[string]*lexeme
	next       uint32
	items      map[string]int // by language: how many items of the index
}

func newLexicon() *lexicon {
	return &lexicon{background: loadBackground(), words: map[string]*lexeme{}, items: map[string]int{}}
}

// find returns the lexeme of w. It is not kept before an item posts it.
func (l *lexicon) find(w word) *lexeme {
	if lex := l.words[w.key]; lex != nil {
		return lex
	}
	k := l.background.words[w.key]
	kind := w.kind
	if world.code[w.key] != "" {
		kind = country
	} else if kind == plain && (k.name || k.lines == 0 && w.capital) {
		kind = name
	}
	l.next++
	return &lexeme{id: l.next, key: w.key, kind: kind, lines: k.lines}
}

const (
	liveShare = 10.0 // an item of the index counts as much as so many lines of the background
	foreign   = 3000 // lines of background supposed for a language that has none
)

// weight says how much it means that two items share the word: 0 to 1 by its
// rarity in the background and in the index, times the factor of its kind.
func (l *lexicon) weight(lex *lexeme, lang string) float64 {
	lines, total := lex.lines, l.background.lines
	if lang != english && lines == 0 {
		total = foreign
	}
	lines += 1 + liveShare*float64(len(lex.items))
	total += liveShare * float64(l.items[lang])
	return kindFactor[lex.kind] * math.Log(total/min(lines, total)) / math.Log(l.background.lines)
}

// post makes e findable by its words.
func (l *lexicon) post(e *entry) {
	l.items[e.lang]++
	for _, t := range e.terms {
		l.words[t.key] = t.lexeme
		t.items = append(t.items, e)
	}
}

// drop undoes post. A word that no item holds is forgotten.
func (l *lexicon) drop(e *entry) {
	l.items[e.lang]--
	for _, t := range e.terms {
		if i := slices.Index(t.items, e); i >= 0 {
			t.items = slices.Delete(t.items, i, i+1)
		}
		if len(t.items) == 0 {
			delete(l.words, t.key)
		}
	}
}
