package pane

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// The scripts of South-East Asia are written without spaces between words.
// To find words takes a dictionary; these rules find places where a syllable
// ends for certain, and leave out those where one only may.

// syllabic says whether r is Thai, Lao, Burmese or Khmer.
func syllabic(r rune) bool {
	return 0x0e00 <= r && r <= 0x0eff || 0x1000 <= r && r <= 0x109f || 0x1780 <= r && r <= 0x17ff || 0xaa60 <= r && r <= 0xaa7f
}

// betweenSyllables is rank where such a script stands on one side at least.
func (b *breaker) betweenSyllables(i int, last, next rune) rank {
	switch {
	case syllabic(last) && syllabic(next):
		if !noStart[next] && endsSyllable(last) && (strings.ContainsRune(syllableEnds, last) || b.startsSyllable(i, last, next)) {
			return syllable
		}
		return never
	case opens(last) || closes(next):
		return never
	case isWord(last) && isWord(next) || closes(last):
		return free
	}
	return never
}

const (
	leadingVowels = "เแโใไເແໂໃໄ"   // written before the consonant that they are read after
	syllableEnds  = "ะำະຳ"         // nothing of the syllable follows
	stackers      = "\u17d2\u1039" // the next consonant stands below
	silencer      = '\u0e4c'       // its consonant is not read
	killer        = '\u103a'       // its consonant ends a syllable
)

// endsSyllable says whether nothing of its syllable must follow r.
func endsSyllable(r rune) bool {
	return !strings.ContainsRune(leadingVowels, r) && !strings.ContainsRune(stackers, r)
}

// startsSyllable says whether a syllable starts with next, at text[i].
func (b *breaker) startsSyllable(i int, last, next rune) bool {
	if strings.ContainsRune(leadingVowels, next) {
		return true
	}
	if !unicode.Is(unicode.Lo, next) {
		return false
	}
	rest := b.text[i+utf8.RuneLen(next):]
	if next >= 0x1000 && next < 0x1100 {
		return !strings.HasPrefix(rest, string(killer)) && !strings.HasPrefix(rest, "\u1039")
	}
	second, n := utf8.DecodeRuneInString(rest)
	third, _ := utf8.DecodeRuneInString(rest[n:])
	return hasVowel(second) && !joined(last, next) || joined(next, second) && hasVowel(third)
}

// hasVowel says whether the consonant before r carries a vowel or a tone.
func hasVowel(r rune) bool {
	return r != silencer && !strings.ContainsRune(stackers, r) && syllabic(r) && (unicode.IsMark(r) || strings.ContainsRune("ะาำະາຳ", r))
}

// onsets are pairs of Thai consonants that may begin a syllable together.
var onsets = []struct{ first, second string }{
	{"กขคตปผพ", "รลว"},
	{"ห", "งญนมยรลว"},
}

// joined says whether two consonants may begin a syllable together.
func joined(first, second rune) bool {
	for _, o := range onsets {
		if strings.ContainsRune(o.first, first) && strings.ContainsRune(o.second, second) {
			return true
		}
	}
	return false
}
