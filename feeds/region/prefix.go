package region

import (
	"bytes"
	"strings"
	"unicode"
	"unicode/utf8"
)

// prefixes says which letters a script glues to the front of a name: "and",
// "in", "to", the article. They come in chains of up to three.
var prefixes = []struct {
	script *unicode.RangeTable
	parts  []string
}{
	{unicode.Arabic, strings.Fields("ال و ف ب ل ك")},
	{unicode.Hebrew, strings.Fields("ו ש כ ל ב מ ה")},
}

// takesPrefixes says whether word is in one of the scripts of prefixes, by the
// first byte of their letters.
func takesPrefixes(word string) bool { return word[0] >= 0xD7 && word[0] <= 0xDB }

const (
	longestChain = 3
	shortestRest = 2 // letters that must stay
)

// afterPrefixes returns the number of the word that a folded word, or a form of
// it, is when one prefix after the other is taken away; 0 if it is none.
func (l *lexicon) afterPrefixes(key []byte, langs languages) word {
	first, _ := utf8.DecodeRune(key)
	for _, p := range prefixes {
		if !unicode.Is(p.script, first) {
			continue
		}
		for range longestChain {
			rest, ok := cutAny(key, p.parts)
			if !ok || utf8.RuneCount(rest) < shortestRest {
				break
			}
			if w := l.bent(rest, langs); w != 0 {
				return w
			}
			if w := l.words[string(rest)]; w != 0 {
				return w
			}
			key = rest
		}
	}
	return 0
}

func cutAny(key []byte, prefixes []string) ([]byte, bool) {
	for _, p := range prefixes {
		if len(key) > len(p) && string(key[:len(p)]) == p {
			return key[len(p):], true
		}
	}
	return nil, false
}

// contractions are what an article becomes after prefixes that swallow it: the
// Arabic "to", and all of Hebrew.
var contractions = []struct {
	article []byte
	with    []string
}{
	{[]byte("ال"), strings.Fields("لل")},
	{[]byte("ה"), strings.Fields("ב ל כ")},
}

// contract enters the forms that a word with the article takes after such a
// prefix.
func (l *lexicon) contract(key []byte, w word) {
	for _, c := range contractions {
		rest, ok := bytes.CutPrefix(key, c.article)
		if !ok || utf8.RuneCount(rest) < shortestRest {
			continue
		}
		for _, prefix := range c.with {
			if form := prefix + string(rest); l.words[form] == 0 {
				l.words[form] = w
			}
		}
	}
}
