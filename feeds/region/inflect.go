package region

import (
	"slices"
	"strings"
	"unicode/utf8"
)

// ending is how words with an end change.
type ending struct {
	instead []string // what takes the place of the end, folded
	after   []string // what follows the word, folded
}

// ends holds rows of endings.tsv by the end of the word.
type ends map[string]*ending

// endings holds the rows of endings.tsv by language and rule; no rule is for
// the names of all rules.
type endings map[[2]string]ends

// In letters: the longest end in endings.tsv, and the longest form.
const (
	longestEnd  = 5
	longestForm = 6
)

func readEndings() endings {
	all := endings{}
	for r := range readTable("endings") {
		e := &ending{}
		for _, f := range r.list("forms") {
			if rest, ok := strings.CutPrefix(f, "+"); ok {
				e.after = append(e.after, fold(rest))
			} else {
				e.instead = append(e.instead, fold(f))
			}
		}
		for lang := range strings.FieldsSeq(r.get("languages")) {
			for rule := range strings.SplitSeq(r.get("rules"), "|") {
				all.add([2]string{lang, rule}, r.get("ends"), e)
			}
		}
	}
	return all
}

func (es endings) add(key [2]string, list string, e *ending) {
	if es[key] == nil {
		es[key] = ends{}
	}
	for end := range strings.FieldsSeq(list) {
		es[key][strings.TrimPrefix(end, "-")] = e
	}
}

// grammar says how names of a rule change in a language.
type grammar struct {
	langs    languages
	own, all ends // of names of the rule, and of all names
}

// grammars returns those of the languages in a list that change such names.
func (l *lexicon) grammars(es endings, rule, list string) []grammar {
	var gs []grammar
	for lang := range strings.FieldsSeq(list) {
		g := grammar{l.languagesOf(lang), es[[2]string{lang, rule}], es[[2]string{lang, ""}]}
		if g.own != nil || g.all != nil {
			gs = append(gs, g)
		}
	}
	return gs
}

// of returns the stem of a word and how it changes: by the longest end that
// names of the rule have, else by that of all names.
func (g grammar) of(word string) (string, *ending) {
	if stem, e := g.own.of(word); e != nil {
		return stem, e
	}
	return g.all.of(word)
}

// of returns the stem, which has two letters at least, and the ending.
func (all ends) of(word string) (stem string, found *ending) {
	if all == nil {
		return "", nil
	}
	at := len(word)
	for range longestEnd {
		_, n := utf8.DecodeLastRuneInString(word[:at])
		if at -= n; at < 2*n {
			break
		}
		if e := all[word[at:]]; e != nil {
			stem, found = word[:at], e
		}
	}
	return stem, found
}

// bend says that a stem with one of the forms counts as a word.
type bend struct {
	word  word
	langs languages // in texts of these
	forms []string
	next  int32 // another bend of the same stem; 0 for none
}

// inflect enters how the words of the name that was entered last change.
// Acronyms do not, nor do words that are forms of others, like that of the
// Ukrainian Сектор Гази.
func (l *lexicon) inflect(name string, gs []grammar) {
	if len(gs) == 0 {
		return
	}
	var buf [2 * maxWord]byte
	start, end := 0, 0
	for _, w := range l.numbers {
		start, end, _ = nextWord(name, end)
		s := name[start:end]
		if shapeOf(s)&capitals != 0 || len(s) < len(name) && l.bent(folded(buf[:0], s), anyLanguages) == w {
			continue
		}
		for _, g := range gs {
			if stem, e := g.of(s); e != nil {
				l.addBend(stem, bend{word: w, langs: g.langs, forms: e.instead})
				l.addBend(s, bend{word: w, langs: g.langs, forms: e.after})
			}
		}
	}
}

func (l *lexicon) addBend(stem string, b bend) {
	if b.forms == nil {
		return
	}
	var buf [2 * maxWord]byte
	key := folded(buf[:0], stem)
	b.next = l.stems[string(key)]
	l.stems[string(key)] = int32(len(l.bends))
	l.bends = append(l.bends, b)
}

// addAdjectives enters those forms of names in small letters that are words of
// other names, and so are never looked up as forms: the Spanish siria is the
// feminine of sirio.
func (l *lexicon) addAdjectives(names []localName) {
	for _, n := range names {
		for _, g := range n.grammars {
			if stem, e := g.of(n.name); e != nil {
				l.addKnown(fold(stem), e.instead, n)
				l.addKnown(fold(n.name), e.after, n)
			}
		}
	}
}

func (l *lexicon) addKnown(stem string, forms []string, n localName) {
	for _, f := range forms {
		w := l.words[stem+f]
		if w == 0 || int(w) < len(l.small) {
			continue
		}
		if e := l.entries[l.next(0, w)]; e == nil || slices.Equal(e.plain.codes, n.codes) {
			l.add(stem+f, n.codes, n.rule, n.langs)
		}
	}
}

// unbend gives the words of d that are in no name, though they may stand in a
// test beside one, the number of the word whose form they are. A word that may
// have letters glued to it is looked at in any case: what is a name in Farsi may
// be the form of another one in Arabic.
func (d *document) unbend() {
	var buf [2 * maxWord]byte
	for i := range d.tokens {
		t := &d.tokens[i]
		s := d.written(i)
		named := t.word != 0 && t.word <= d.lex.inNames
		if len(s) > maxWord || named && !takesPrefixes(s) {
			continue
		}
		w := d.lex.form(folded(buf[:0], s), d.langs)
		switch {
		case w == 0 || w == t.word:
		case named:
			t.other, d.forms = w, true
		default:
			t.word = w
		}
	}
}

// form returns the word of which key is a form in one of the languages, with or
// without letters glued to its front.
func (l *lexicon) form(key []byte, langs languages) word {
	if w := l.bent(key, langs); w != 0 {
		return w
	}
	return l.afterPrefixes(key, langs)
}

// bent returns the word of which key is a form in one of the languages, by the
// longest stem.
func (l *lexicon) bent(key []byte, langs languages) word {
	at := len(key)
	for range longestForm + 1 {
		for b := l.stems[string(key[:at])]; b != 0; b = l.bends[b].next {
			if l.bends[b].langs&langs != 0 && slices.Contains(l.bends[b].forms, string(key[at:])) {
				return l.bends[b].word
			}
		}
		_, n := utf8.DecodeLastRune(key[:at])
		if at -= n; at < 2 {
			break
		}
	}
	return 0
}
