package region

import (
	"slices"
	"strings"
)

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

// roomyEntry is an entry and its first spelling.
type roomyEntry struct {
	entry
	room [1]spelling
}

// lexicon holds all names as a trie over words.
type lexicon struct {
	base     *lexicon // whose words an overlay knows too; nil for the tables
	words    map[string]word
	eastern  bool             // has the names in other letters than Latin and Greek ones
	count    word             // the highest number of a word
	inNames  word             // the highest number of a word of a name, not of a test
	keys     strings.Builder  // the words, one behind the other
	adopting bool             // forms of words that are known count as these
	stems    map[string]int32 // beginnings of words that change -> bends
	bends    []bend
	first    []int32          // word -> node of the names that begin with it; not in an overlay
	edges    map[uint64]int32 // node and further word -> node
	entries  []*entry         // by node, nil where no name ends
	spare    []roomyEntry     // entries to be used
	shapes   []shape          // of all spellings
	numbers  []word           // of the words of the last name

	given       map[word]bool // given names
	office      map[word]bool // words that may follow a country and are no family name
	abbreviated map[word]bool // words that a dot shortens
	small       []languages   // by word, for those by which a language is guessed
	languages   map[string]languages
	codes       map[string][]string // by their list
	signed      languages           // those told by their letters
	anyPlace    []reading           // readings of every place name of one word
}

func edge(node int32, w word) uint64 { return uint64(node)<<32 | uint64(w) }

// lookup returns the number of a word as it is written, 0 if it is in no name.
func (l *lexicon) lookup(s string, buf []byte) word {
	if len(s) > maxWord {
		return 0
	}
	return l.words[string(folded(buf[:0], s))]
}

// known returns the number of a word or, in other scripts than the Latin one,
// of the word whose form it is: there it can be no English word.
func (l *lexicon) known(s string) word {
	var buf [2 * maxWord]byte
	w := l.lookup(s, buf[:0])
	if w == 0 && !isLatin(s) {
		w = l.form(folded(buf[:0], s), anyLanguages)
	}
	return w
}

// next returns the node below node for w, 0 if there is none.
func (l *lexicon) next(node int32, w word) int32 {
	switch {
	case node != 0 || l.base != nil:
		return l.edges[edge(node, w)]
	case int(w) < len(l.first):
		return l.first[w]
	}
	return 0
}

// step returns the node below node for w, which it makes if needed.
func (l *lexicon) step(node int32, w word) int32 {
	next := l.next(node, w)
	if next != 0 {
		return next
	}
	next = int32(len(l.entries))
	l.entries = append(l.entries, nil)
	if node != 0 || l.base != nil {
		l.edges[edge(node, w)] = next
		return next
	}
	for len(l.first) <= int(w) {
		l.first = append(l.first, 0)
	}
	l.first[w] = next
	return next
}

// find returns the entry of a name, nil if there is none.
func (l *lexicon) find(name string) *entry {
	node := int32(0)
	for start, end, ok := nextWord(name, 0); ok; start, end, ok = nextWord(name, end) {
		if node = l.next(node, l.words[fold(name[start:end])]); node == 0 {
			return nil
		}
	}
	return l.entries[node]
}

// name returns the entry of a name, made if needed, and adds the spelling. One
// that differs from an English name only in its letters (the Spanish china)
// needs a text whose language is known, and so does an acronym of two letters.
func (l *lexicon) name(name string, langs languages) *entry {
	node, first, before := int32(0), len(l.shapes), 0
	l.numbers = l.numbers[:0]
	for start, end, ok := nextWord(name, 0); ok; start, end, ok = nextWord(name, end) {
		s := name[start:end]
		l.shapes = append(l.shapes, shapeOf(s)|junction(name, before, start)&joined)
		w := l.numberOf(s)
		l.numbers = append(l.numbers, w)
		node = l.step(node, w)
		before = end
	}
	sp := spelling{langs: langs, shapes: l.shapes[first:len(l.shapes):len(l.shapes)]}
	if last := name[len(name)-1]; last == '-' || last == '.' && sp.shapes[len(sp.shapes)-1]&dotted == 0 {
		sp.end = last
	}
	e := l.entries[node]
	if e == nil {
		e = l.newEntry()
		l.entries[node] = e
	}
	sp.sure = langs != 0 && (isTwoCapitals(name) || slices.ContainsFunc(e.spellings, func(o spelling) bool { return o.langs == 0 }))
	e.spellings = append(e.spellings, sp)
	return e
}

// newEntry makes an entry with room for one spelling. It makes them by the
// hundred, as there are so many.
func (l *lexicon) newEntry() *entry {
	if len(l.spare) == 0 {
		n := 256
		if l.base != nil {
			n = 1
		}
		l.spare = make([]roomyEntry, n)
	}
	e := &l.spare[0]
	l.spare = l.spare[1:]
	e.spellings = e.room[:0]
	return &e.entry
}

func isTwoCapitals(name string) bool { return len(name) == 2 && shapeOf(name)&capitals != 0 }

// numberOf returns the number of a word and gives it one if it is new. The form
// of another word counts as that: the России of a Russian ministry is Россия.
func (l *lexicon) numberOf(s string) word {
	var buf [2 * maxWord]byte
	if l.base != nil {
		if w := l.base.known(s); w != 0 {
			return w
		}
	}
	key := folded(buf[:0], s)
	w, ok := l.words[string(key)]
	if ok {
		return w
	}
	if l.adopting {
		w = l.bent(key, anyLanguages)
	}
	if w == 0 {
		l.count++
		w = l.count
		l.contract(key, w)
	}
	l.words[l.kept(key)] = w
	return w
}

// kept returns key as a string. All of them stand in one place, as there are so
// many.
func (l *lexicon) kept(key []byte) string {
	at := l.keys.Len()
	l.keys.Write(key)
	return l.keys.String()[at:]
}
