package story

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// stem cuts what inflection adds to a folded word. It is light on purpose: two
// forms of one word should meet, two words never.
func stem(s string) string {
	first, _ := utf8.DecodeRuneInString(s)
	switch {
	case unicode.Is(unicode.Cyrillic, first):
		return cutTail(s, "аеёиоуыэюяйьмхів", 4, 3)
	case unicode.Is(unicode.Greek, first):
		return cutTail(s, "αεηιουωσςν", 4, 2)
	case unicode.Is(unicode.Arabic, first):
		return cutArticle(s)
	case first < 0x0250:
		return stemLatin(s)
	}
	return s
}

// cutTail removes up to most trailing characters of set, leaving at least keep.
func cutTail(s, set string, keep, most int) string {
	chars := []rune(s)
	for n := 0; n < most && len(chars) > keep && strings.ContainsRune(set, chars[len(chars)-1]); n++ {
		chars = chars[:len(chars)-1]
	}
	return string(chars)
}

// arabicArticles are the article and the particles that are written joined
// with it, longest first.
var arabicArticles = []string{"وال", "بال", "كال", "فال", "لل", "ال"}

func cutArticle(s string) string {
	for _, a := range arabicArticles {
		if rest, ok := strings.CutPrefix(s, a); ok && utf8.RuneCountInString(rest) >= 3 {
			return rest
		}
	}
	return s
}

// latinTails are the endings of English that carry no meaning of their own,
// with what takes their place; the first that fits is used.
var latinTails = []struct {
	tail, by string
	keep     int // bytes that must be left before the tail
}{
	{"'s", "", 1},
	{"s'", "s", 2},
	{"sses", "ss", 2},
	{"xes", "x", 2},
	{"ches", "ch", 2},
	{"shes", "sh", 2},
	{"ies", "y", 3},
	{"ss", "ss", 1},
	{"us", "us", 1},
	{"is", "is", 1},
	{"s", "", 3},
}

// verbTails are the endings of English verbs; a doubled consonant or a final
// "e" before them is levelled, so that "plan", "planned", "strike" and
// "striking" each meet.
var verbTails = []string{"ing", "ed"}

func stemLatin(s string) string {
	s = strings.TrimSuffix(s, "'s")
	for _, t := range latinTails {
		if strings.HasSuffix(s, t.tail) && len(s)-len(t.tail) >= t.keep {
			s = s[:len(s)-len(t.tail)] + t.by
			break
		}
	}
	for _, t := range verbTails {
		if rest, ok := strings.CutSuffix(s, t); ok && len(rest) >= 3 && strings.ContainsAny(rest, "aeiouy") {
			return level(rest)
		}
	}
	return level(s)
}

// level drops a final "e" and one of two equal final consonants.
func level(s string) string {
	n := len(s)
	if n > 4 && s[n-1] == 'e' {
		return s[:n-1]
	}
	if n > 4 && s[n-1] == s[n-2] && !strings.ContainsRune("lse", rune(s[n-1])) {
		return s[:n-1]
	}
	return s
}
