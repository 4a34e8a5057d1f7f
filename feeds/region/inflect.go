package region

import (
	"slices"
	"strings"
	"unicode/utf8"
)

// ending is how words with an end change.
type ending struct {
	rules   []string // only names of these; empty for all
	instead []string // what takes the place of the end, folded
	after   []string // what follows the word, folded
}

// endings holds the rows of endings.tsv by language and by the end of the word.
type endings map[string]map[string][]*ending

// In letters: the longest end in endings.tsv, and the longest form.
const (
	longestEnd  = 5
	longestForm = 6
)

func readEndings() endings {
	all := endings{}
	for r := range readTable("endings") {
		e := &ending{rules: r.list("rules")}
		for _, f := range r.list("forms") {
			if rest, ok := strings.CutPrefix(f, "+"); ok {
				e.after = append(e.after, fold(rest))
			} else {
				e.instead = append(e.instead, fold(f))
			}
		}
		for lang := range strings.FieldsSeq(r.get("languages")) {
			if all[lang] == nil {
				all[lang] = map[string][]*ending{}
			}
			for end := range strings.FieldsSeq(r.get("ends")) {
				all[lang][end[1:]] = append(all[lang][end[1:]], e)
			}
		}
	}
	return all
}

// of returns the stem of a word in a language and how it changes: by the
// longest end that names of the rule have, else by that of all names. The stem
// has two letters at least.
func (es endings) of(lang, rule, word string) (string, *ending) {
	var own, all *ending
	var ownStem, allStem string
	ends, at := es[lang], len(word)
	for range longestEnd {
		_, n := utf8.DecodeLastRuneInString(word[:at])
		if at -= n; at < 2 || at < 2*n {
			break
		}
		for _, e := range ends[word[at:]] {
			switch {
			case e.rules == nil:
				allStem, all = word[:at], e
			case slices.Contains(e.rules, rule):
				ownStem, own = word[:at], e
			}
		}
	}
	if own != nil {
		return ownStem, own
	}
	return allStem, all
}

// bend says that a stem with one of the forms counts as a word.
type bend struct {
	word  word
	langs languages // in texts of these
	forms []string
	next  int32 // another bend of the same stem; 0 for none
}

// inflect enters how the words of a name change in the languages of its row.
// Acronyms do not.
func (l *lexicon) inflect(es endings, n localName) {
	for lang := range strings.FieldsSeq(n.list) {
		if es[lang] == nil {
			continue
		}
		for start, end, ok := nextWord(n.name, 0); ok; start, end, ok = nextWord(n.name, end) {
			s := n.name[start:end]
			stem, e := es.of(lang, n.rule, s)
			if e == nil || shapeOf(s)&capitals != 0 {
				continue
			}
			b := bend{word: l.numberOf(s), langs: l.languagesOf(lang)}
			l.addBend(stem, e.instead, b)
			l.addBend(s, e.after, b)
		}
	}
}

func (l *lexicon) addBend(stem string, forms []string, b bend) {
	if forms == nil {
		return
	}
	stem = fold(stem)
	b.forms, b.next = forms, l.stems[stem]
	l.stems[stem] = int32(len(l.bends))
	l.bends = append(l.bends, b)
}

// adopt makes those words of a name that are forms of another name's words count
// as these: the России of a Russian ministry is Россия.
func (l *lexicon) adopt(name string) {
	var buf [2 * maxWord]byte
	for start, end, ok := nextWord(name, 0); ok; start, end, ok = nextWord(name, end) {
		key := folded(buf[:0], name[start:end])
		if _, known := l.words[string(key)]; known {
			continue
		}
		if w := l.bent(key, anyLanguages); w != 0 {
			l.words[string(key)] = w
		}
	}
}

// addAdjectives enters those forms of names in small letters that are words of
// other names, and so are never looked up as forms: the Spanish siria is the
// feminine of sirio.
func (l *lexicon) addAdjectives(es endings, names []localName) {
	for _, n := range names {
		for lang := range strings.FieldsSeq(n.list) {
			stem, e := es.of(lang, n.rule, n.name)
			if e == nil {
				continue
			}
			l.addKnown(fold(stem), e.instead, n)
			l.addKnown(fold(n.name), e.after, n)
		}
	}
}

func (l *lexicon) addKnown(stem string, forms []string, n localName) {
	for _, f := range forms {
		w := l.words[stem+f]
		if w == 0 || int(w) < len(l.small) {
			continue
		}
		if e := l.entries[l.edges[edge(0, w)]]; e == nil || slices.Equal(e.plain.codes, n.codes) {
			l.add(stem+f, n.codes, n.rule, n.langs)
		}
	}
}

// unbend gives the words of d that are in no name, though they may stand in a
// test beside one, the number of the word whose form they are.
func (d *document) unbend() {
	var buf [2 * maxWord]byte
	for i := range d.tokens {
		t := &d.tokens[i]
		if t.word != 0 && t.word <= d.lex.inNames || t.end-t.start > maxWord {
			continue
		}
		s := d.parts[t.part].text[t.start:t.end]
		if w := d.lex.bent(folded(buf[:0], s), d.langs); w != 0 {
			t.word = w
		}
	}
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
