package region

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// word is the number of a folded word in the vocabulary; 0 is any unknown one.
type word uint32

// shape says how the letters of a word are written.
type shape uint8

const (
	capital  shape = 1 << iota // the first letter is a capital, or its script has none
	capitals                   // at least two capitals and no small letter but at the end
	dotted                     // letters parted by dots: U.S.
	joined                     // a Hangul syllable after another one, or after a middle dot
	inside                     // a Hangul syllable that begins no word
)

// gap says what stands between a word and the one before.
type gap uint8

const (
	space  gap = iota // blanks, nothing, a dot after an abbreviation, an apostrophe
	hyphen            // a hyphen or dash without blanks
	comma             // a comma and a blank
	breach            // any other punctuation: no name goes across it
	stop              // the end of a sentence
)

// token is one word of a text.
type token struct {
	start, end int32 // bytes into the text of the part
	part       int32
	word       word
	mine       word // number in the reader's own names, if in no other
	other      word // that it is when letters glued to it are taken away; 0 for none
	shape      shape
	before     gap
	name       bool // a name begins here
	zone       zone
}

// kind says which characters make a word together.
type kind uint8

const (
	none   kind = iota
	letter      // letters, digits and marks of scripts with spaces
	kana        // a run of Katakana
	single      // Han, Hangul and Thai: every character is a word
)

func kindOf(r rune) kind {
	switch {
	case r < utf8.RuneSelf:
		if 'a' <= r && r <= 'z' || 'A' <= r && r <= 'Z' || '0' <= r && r <= '9' {
			return letter
		}
		return none
	case 'А' <= r && r <= 'я':
		return letter
	case r == '・' || r == 'ㆍ':
		return none
	case r == 'ー' || unicode.Is(unicode.Katakana, r):
		return kana
	case unicode.In(r, unicode.Han, unicode.Hangul, unicode.Thai):
		return single
	case unicode.IsLetter(r) || unicode.IsMark(r) || unicode.IsDigit(r):
		return letter
	}
	return none
}

// nextWord returns the bounds of the first word of s at or after i, or false.
func nextWord(s string, i int) (start, end int, ok bool) {
	var k kind
	for start = i; ; {
		if start >= len(s) {
			return 0, 0, false
		}
		r, n := utf8.DecodeRuneInString(s[start:])
		if k = kindOf(r); k != none {
			end = start + n
			break
		}
		start += n
	}
	if k == single {
		return start, end, true
	}
	for end < len(s) {
		if k == letter && s[end] < utf8.RuneSelf && s[end] != '"' && s[end] != '\'' { // these stand in Hebrew words, too
			if kindOf(rune(s[end])) != letter {
				break
			}
			end++
			continue
		}
		r, n := utf8.DecodeRuneInString(s[end:])
		if kindOf(r) != k && (k != letter || !unicode.IsMark(r) && !gershayim(s[start:], end-start)) {
			break
		}
		end += n
	}
	if n := acronym(s[start:]); n > end-start {
		end = start + n
	}
	return start, end, true
}

// hebrewMarks are the marks that Hebrew writes inside a word, to shorten a name
// or to soften a letter, and the quotation marks that stand for them.
const hebrewMarks = "\"'”’״׳"

// gershayim says whether the mark at i of s, which begins with the word, stands
// inside a Hebrew word.
func gershayim(s string, i int) bool {
	r, n := utf8.DecodeRuneInString(s[i:])
	return strings.ContainsRune(hebrewMarks, r) && isHebrew(s) && isHebrew(s[i+n:])
}

// isHebrew says whether s begins with a Hebrew letter.
func isHebrew(s string) bool {
	r := firstRune(s)
	return 'א' <= r && r <= 'ת'
}

func firstRune(s string) rune {
	r, _ := utf8.DecodeRuneInString(s)
	return r
}

// acronym returns the length of the single letters parted by dots at the start
// of s, with the last dot if there is one; 0 if there are less than two.
func acronym(s string) int {
	n := 0
	for n+1 < len(s) && isASCIILetter(s[n]) && s[n+1] == '.' {
		n += 2
	}
	if n > 0 && n < len(s) && isASCIILetter(s[n]) && (n+1 == len(s) || kindOf(rune(s[n+1])) == none) {
		n++
	}
	if n < 3 {
		return 0
	}
	return n
}

func isASCIILetter(c byte) bool { return 'a' <= c && c <= 'z' || 'A' <= c && c <= 'Z' }

// shapeOf returns the shape of a word as it is written.
func shapeOf(s string) shape {
	var sh shape
	upper := 0
	first := true
	for _, r := range s {
		switch {
		case r == '.':
			sh |= dotted
			continue
		case isUpper(r):
			upper++
		}
		if first && !isLower(r) {
			sh |= capital
		}
		first = false
	}
	if upper > 1 {
		sh |= capitals
	}
	return sh
}

// isUpper is unicode.IsUpper without a look into the tables for common letters.
func isUpper(r rune) bool {
	switch {
	case r < utf8.RuneSelf:
		return 'A' <= r && r <= 'Z'
	case 'А' <= r && r <= 'я':
		return r <= 'Я'
	case 'א' <= r && r <= 'ۿ' || '一' <= r && r <= '힣':
		return false
	}
	return unicode.IsUpper(r)
}

// isLower is unicode.IsLower in the same way.
func isLower(r rune) bool {
	switch {
	case r < utf8.RuneSelf:
		return 'a' <= r && r <= 'z'
	case 'А' <= r && r <= 'я':
		return r >= 'а'
	case 'א' <= r && r <= 'ۿ' || '一' <= r && r <= '힣':
		return false
	}
	return unicode.IsLower(r)
}

// gapOf classifies what stands between two words. short says that a dot after
// the first one more likely shortens it than ends a sentence.
func gapOf(between string, short bool) gap {
	switch between {
	case "", " ", "'", "’", "‘", "\u00a0", "\u200c":
		return space
	case "-", "–", "‑", "/", "・", "·", "‧", "ㆍ":
		return hyphen
	case ", ":
		return comma
	case ".", ". ":
		if short {
			return space
		}
		return stop
	}
	if strings.TrimSpace(between) == "" {
		return space
	}
	if strings.ContainsAny(between, ".!?\n。！？؟۔।") {
		return stop
	}
	return breach
}
