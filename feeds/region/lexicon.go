package region

import "slices"

// sense is what a name stands for.
type sense struct {
	codes []string // countries in capitals, areas as slugs
	rule  *rule
	terms []term // when a leader was in office
}

// spelling is how the words of a name must be written to be that name.
type spelling struct {
	shapes []shape   // one a word; every bit of it is needed
	end    byte      // '.' or '-' must follow; 0 for anything
	langs  languages // only in texts of these; 0 for all
	sure   bool      // only if the language of the text is known
	own    *sense    // what it stands for in these; nil for the plain sense of the name
}

// entry is one name with everything it can stand for.
type entry struct {
	spellings []spelling
	plain     sense     // what it stands for if no reading holds; may have no codes
	readings  []reading // in order
	late      bool      // a reading needs to know the other countries
	verdicts  []verdict // in an overlay: what the reader says, one for each spelling
}

// lexicon holds all names as a trie over words.
type lexicon struct {
	base    *lexicon // whose words an overlay knows too; nil for the tables
	words   map[string]word
	count   word             // the highest number of a word
	inNames word             // the highest number of a word of a name, not of a test
	stems   map[string]int32 // beginnings of words that change -> bends
	bends   []bend
	edges   map[uint64]int32 // node and word -> node
	entries []*entry         // by node, nil where no name ends

	given       map[word]bool // given names
	office      map[word]bool // words that may follow a country and are no family name
	abbreviated map[word]bool // words that a dot shortens
	small       []languages   // by word, for those by which a language is guessed
	languages   map[string]languages
	anyPlace    []reading // readings of every place name of one word
}

func edge(node int32, w word) uint64 { return uint64(node)<<32 | uint64(w) }

// lookup returns the number of a word as it is written, 0 if it is in no name.
func (l *lexicon) lookup(s string, buf []byte) word {
	if len(s) > maxWord {
		return 0
	}
	w, ok := l.words[string(folded(buf[:0], s))]
	if ok {
		return w
	}
	if rest, ok := bare(s); ok {
		return l.words[fold(rest)]
	}
	return 0
}

// known returns the number of a word or, in other scripts than the Latin one,
// of the word whose form it is: there it can be no English word.
func (l *lexicon) known(s string) word {
	var buf [2 * maxWord]byte
	w := l.lookup(s, buf[:0])
	if w == 0 && !isLatin(s) {
		w = l.bent(folded(buf[:0], s), anyLanguages)
	}
	return w
}

// step returns the node below node for w, which it makes if needed.
func (l *lexicon) step(node int32, w word) int32 {
	e := edge(node, w)
	next, ok := l.edges[e]
	if !ok {
		next = int32(len(l.entries))
		l.entries = append(l.entries, nil)
		l.edges[e] = next
	}
	return next
}

// find returns the entry of a name, nil if there is none.
func (l *lexicon) find(name string) *entry {
	node := int32(0)
	for start, end, ok := nextWord(name, 0); ok; start, end, ok = nextWord(name, end) {
		node = l.edges[edge(node, l.words[fold(name[start:end])])]
		if node == 0 {
			return nil
		}
	}
	return l.entries[node]
}

// name returns the entry of a name, made if needed, and adds the spelling. One
// that differs from an English name only in its letters (the Spanish china)
// needs a text whose language is known, and so does an acronym of two letters.
func (l *lexicon) name(name string, langs languages) *entry {
	sp := spelling{langs: langs}
	node := int32(0)
	for start, end, ok := nextWord(name, 0); ok; start, end, ok = nextWord(name, end) {
		s := name[start:end]
		w := l.numberOf(s)
		if rest, ok := bare(s); ok {
			if b := fold(rest); l.words[b] == 0 {
				l.words[b] = w
			}
		}
		sp.shapes = append(sp.shapes, shapeOf(s))
		node = l.step(node, w)
	}
	if last := name[len(name)-1]; last == '-' || last == '.' && sp.shapes[len(sp.shapes)-1]&dotted == 0 {
		sp.end = last
	}
	e := l.entries[node]
	if e == nil {
		e = &entry{}
		l.entries[node] = e
	}
	sp.sure = langs != 0 && (isTwoCapitals(name) || slices.ContainsFunc(e.spellings, func(o spelling) bool { return o.langs == 0 }))
	e.spellings = append(e.spellings, sp)
	return e
}

func isTwoCapitals(name string) bool { return len(name) == 2 && shapeOf(name)&capitals != 0 }

// numberOf returns the number of a word and gives it one if it is new.
func (l *lexicon) numberOf(s string) word {
	var buf [2 * maxWord]byte
	if l.base != nil {
		if w := l.base.known(s); w != 0 {
			return w
		}
	}
	key := folded(buf[:0], s)
	w, ok := l.words[string(key)]
	if !ok {
		l.count++
		w = l.count
		l.words[string(key)] = w
	}
	return w
}
