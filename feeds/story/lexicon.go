package story

import (
	"math"
	"slices"
)

// lexeme is one word that items of the index hold.
type lexeme struct {
	id      wordID
	lines   float32 // in how many lines of the background it stands
	key     string
	surface string  // as the newest text has it
	items   posting // that hold the word
}

// wordID is the number of a lexeme and, in its lowest bits, its kind: so two
// items are compared without a look at any lexeme.
type wordID uint32

const kindBits = 3

func (id wordID) kind() wordKind { return wordKind(id & (1<<kindBits - 1)) }
func (id wordID) number() int    { return int(id >> kindBits) }

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

// names says whether the word names somebody or a place.
func (k wordKind) names() bool { return k == name || k == country }

// counts says whether the word is a number.
func (k wordKind) counts() bool { return k == number || k == small }

// named says whether the word stands for one thing in the world: a name, or a
// number that few texts hold.
func (k wordKind) named() bool { return k.names() || k == number }

// posting holds the numbers of entries, the oldest first.
type posting []uint32

// without takes n out. What leaves an index is mostly the oldest, so that it is
// found at once and the rest need not move.
func (p posting) without(n uint32) posting {
	switch i := slices.Index(p, n); i {
	case -1:
		return p
	case 0:
		return p[1:]
	default:
		return slices.Delete(p, i, i+1)
	}
}

// newest returns the last n.
func (p posting) newest(n int) posting { return p[max(0, len(p)-n):] }

// lexicon holds the words of the items in the index.
type lexicon struct {
	background background
	words      map[string]*lexeme
	lexemes    []slot           // by number
	free       []int            // numbers of lexemes that were forgotten
	items      map[string]int   // by language: how many items of the index
	about      map[code]posting // by country: the items that are about it
	spellings  *memo[*spelling] // of the words that came lately
	round      uint32           // counts the items that were read
	weighed    []weighed        // room for the words of the item that is being read, ...
	reading    []*word          // ... and all of them, as they stand in it
}

// slot is a place for one lexeme.
type slot struct {
	*lexeme        // nil where the number is free
	round   uint32 // of the item that had it last
}

// spelling is what is known of a word as it is written: in its language, and in
// any. Each is worked out when it is asked for.
type spelling struct {
	surface string
	word    *word
	unit    *unit
}

func newLexicon() *lexicon {
	return &lexicon{
		background: loadBackground(), words: map[string]*lexeme{}, items: map[string]int{}, about: map[code]posting{},
		spellings: newMemo(func(s string) *spelling { return &spelling{surface: s} }),
	}
}

// wordsOf returns the words and phrases of text in reading order, made of at
// most limit words. They are shared, and must not be changed.
func (l *lexicon) wordsOf(text string, limit int) []*word { return l.appendWords(nil, text, limit) }

// appendWords appends what wordsOf returns to out.
func (l *lexicon) appendWords(out []*word, text string, limit int) []*word {
	before := len(out)
	out = split(out, text, limit, l.word)
	return out[:before+len(joinPhrases(out[before:], l.background.phrases))]
}

func (l *lexicon) word(s string) *word {
	as := l.spellings.get(s)
	if as.word == nil {
		as.word = spaced(as.surface)
		as.word.leads = l.background.leads[as.word.key]
	}
	return as.word
}

// of returns the lexeme of a word that is kept.
func (l *lexicon) of(id wordID) *lexeme { return l.lexemes[id.number()].lexeme }

// find returns the lexeme of w in a text of the language. A new one has no number
// before it is kept.
func (l *lexicon) find(w *word, lang string) *lexeme {
	if w.lexeme == nil || !l.keeps(w.lexeme) {
		w.lexeme = l.words[w.key]
	}
	if w.lexeme == nil {
		return l.newLexeme(w, lang)
	}
	return w.lexeme
}

func (l *lexicon) newLexeme(w *word, lang string) *lexeme {
	k := l.background.words[w.key]
	// Of English the background holds the common words: what it does not know is a
	// name also where every word has a capital.
	capital := w.capital && (lang == english || !w.opening)
	kind := w.kind
	if world.code[w.key] != "" {
		kind = country
	} else if kind == plain && (k.name || k.lines == 0 && capital) {
		kind = name
	}
	return &lexeme{id: wordID(kind), key: w.key, lines: float32(k.lines)}
}

// keep gives lex a number, unless it has one, and the surface that a new text
// shows.
func (l *lexicon) keep(lex *lexeme, surface string) {
	lex.surface = surface
	if l.keeps(lex) {
		return
	}
	n := len(l.lexemes)
	if last := len(l.free) - 1; last >= 0 {
		n, l.free = l.free[last], l.free[:last]
		l.lexemes[n] = slot{lexeme: lex}
	} else {
		l.lexemes = append(l.lexemes, slot{lexeme: lex})
	}
	lex.id = wordID(n)<<kindBits | lex.id
	l.words[lex.key] = lex
}

// keeps says whether lex has a number.
func (l *lexicon) keeps(lex *lexeme) bool {
	n := lex.id.number()
	return n < len(l.lexemes) && l.lexemes[n].lexeme == lex
}

// again says whether lex came before in the item that is being read, whose words
// so far are all.
func (l *lexicon) again(lex *lexeme, all []weighed) bool {
	if !l.keeps(lex) {
		return slices.ContainsFunc(all, func(w weighed) bool { return w.key == lex.key })
	}
	s := &l.lexemes[lex.id.number()]
	again := s.round == l.round
	s.round = l.round
	return again
}

const (
	liveShare = 5.0  // an item of the index counts as much as so many lines of the background
	foreign   = 3000 // lines of background supposed for a language that has none
)

// weight says how much it means that two items share the word: 0 to 1 by its
// rarity in the background and in the index, times the factor of its kind.
func (l *lexicon) weight(lex *lexeme, lang string) float64 {
	lines, total := float64(lex.lines), l.background.lines
	if lang != english && lines == 0 {
		total = foreign
	}
	lines += 1 + liveShare*float64(len(lex.items))
	total += liveShare * float64(l.items[lang])
	return kindFactor[lex.id.kind()] * math.Log(total/min(lines, total)) / l.background.log
}

// post makes e findable by its words and countries.
func (l *lexicon) post(e *entry, s *seats) {
	l.items[e.lang.Value()]++
	for _, t := range e.terms {
		lex := l.of(t.word)
		lex.items = s.insert(lex.items, e.number)
	}
	l.place(e, e.countries, s)
}

// place makes e findable by countries.
func (l *lexicon) place(e *entry, countries []code, s *seats) {
	for _, code := range countries {
		l.about[code] = s.insert(l.about[code], e.number)
	}
}

// drop undoes post. A word that no item holds is forgotten.
func (l *lexicon) drop(e *entry) {
	l.items[e.lang.Value()]--
	for _, t := range e.terms {
		lex := l.of(t.word)
		if lex.items = lex.items.without(e.number); len(lex.items) == 0 {
			delete(l.words, lex.key)
			l.lexemes[t.word.number()] = slot{}
			l.free = append(l.free, t.word.number())
		}
	}
	l.displace(e, e.countries)
}

// displace undoes place.
func (l *lexicon) displace(e *entry, countries []code) {
	for _, code := range countries {
		if l.about[code] = l.about[code].without(e.number); len(l.about[code]) == 0 {
			delete(l.about, code)
		}
	}
}
