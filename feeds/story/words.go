package story

import (
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/clipperhouse/uax29/v2/words"
	"golang.org/x/text/unicode/norm"
)

// word is one unit of text that can be shared by two items: a word, a number,
// or two neighbouring characters of a script written without spaces.
type word struct {
	surface string     // as the text has it, for the reader
	folded  string     // without case and accents
	key     string     // folded and stemmed: equal keys are the same word
	langs   []language // in which it carries a sentence and tells nothing
	kind    wordKind
	capital bool    // begins with a capital letter, or its script has none
	opening bool    // begins a sentence, where every word has a capital
	dull    bool    // tells when or in which form something is told
	leads   bool    // a phrase may begin with it
	lexeme  *lexeme // that it was when it came last; see lexicon.find
}

// wordBytes is less than a word and its space take on the average.
const wordBytes = 5

// split appends the words of text to out in reading order, at most limit of them.
// Those of scripts that part words by spaces are made by read.
func split(out []*word, text string, limit int, read func(string) *word) []*word {
	out = slices.Grow(out, min(limit, len(text)/wordBytes+1))
	limit += len(out)
	run := "" // characters of an unspaced script, not yet paired
	flush := func() {
		out = append(out, pairs(run)...)
		run = ""
	}
	opening := true
	tokens := words.FromString(text)
	for len(out) < limit && tokens.Next() {
		s := tokens.Value()
		first, _ := utf8.DecodeRuneInString(s)
		switch {
		case unspaced(first):
			run += s
			continue
		case unicode.Is(unicode.Hangul, first):
			flush()
			out = append(out, pairs(s)...)
		case unicode.IsLetter(first) || unicode.IsNumber(first):
			flush()
			w := read(s)
			if opening && cased(first) {
				w = w.asOpening()
			}
			out, opening = append(out, w), false
		default:
			flush()
			opening = opening || strings.ContainsAny(s, ".!?…")
		}
	}
	flush()
	return out[:min(len(out), limit)]
}

// asOpening returns a copy of w that begins a sentence.
func (w *word) asOpening() *word {
	c := *w
	c.opening = true
	return &c
}

// unspaced says whether r belongs to a script that is written without spaces
// between words.
func unspaced(r rune) bool {
	if r < 0x0E00 || 0x2000 <= r && r < 0x2E80 { // quotation marks and dashes too: asked of every character
		return false
	}
	return unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Thai, unicode.Lao, unicode.Khmer, unicode.Myanmar)
}

// pairs returns every two neighbouring characters of run, or run itself when
// it is a single one.
func pairs(run string) []*word {
	if run == "" {
		return nil
	}
	chars := []rune(run)
	if len(chars) == 1 {
		return []*word{paired(run)}
	}
	out := make([]*word, 0, len(chars)-1)
	for i := range len(chars) - 1 {
		out = append(out, paired(string(chars[i:i+2])))
	}
	return out
}

func paired(s string) *word { return &word{surface: s, folded: s, key: s, kind: pair} }

// spaced makes a word of one token of a script that parts words by spaces.
func spaced(s string) *word {
	first, _ := utf8.DecodeRuneInString(s)
	w := &word{surface: bare(s), folded: fold(s), capital: unicode.IsUpper(first) || !cased(first)}
	w.langs, w.dull = languagesOf()[w.folded], isDull[w.folded]
	if unicode.IsNumber(first) {
		w.key = strings.ReplaceAll(w.folded, ",", "")
		w.kind = numberKind(w.key)
		return w
	}
	w.key = stem(w.folded)
	if s == "US" || s == "U.S" || s == "U.S." {
		w.key = usa // not the pronoun
	}
	if same, ok := world.same[w.key]; ok {
		w.key = same
	}
	return w
}

// bare takes the mark of the genitive off.
func bare(s string) string {
	return strings.TrimSuffix(strings.TrimSuffix(s, "'s"), "’s")
}

var usa = nameKey("America")

// numberKind tells numbers that many texts hold by chance, days of the month
// and years, from those that say something.
func numberKind(key string) wordKind {
	n, err := strconv.Atoi(key)
	if err == nil && (n <= 31 || n >= 1900 && n < 2100) {
		return small
	}
	return number
}

// phrase makes one word of two.
func phrase(a, b *word) *word {
	w := &word{surface: a.surface + " " + b.surface, folded: a.folded + " " + b.folded, key: a.key, capital: a.capital}
	if !strings.HasSuffix(a.key, " "+b.key) { // "Saudi" stands for "Saudi Arabia" already
		w.key += " " + b.key
	}
	if same, ok := world.same[w.key]; ok {
		w.key = same
	}
	return w
}

// joinPhrases makes one word of each two neighbours that are a phrase.
func joinPhrases(ws []*word, phrases map[string]bool) []*word {
	out := ws[:0]
	for i := 0; i < len(ws); i++ {
		if i+1 < len(ws) && ws[i].leads && phrases[ws[i].key+" "+ws[i+1].key] {
			out = append(out, phrase(ws[i], ws[i+1]))
			i++
			continue
		}
		out = append(out, ws[i])
	}
	return out
}

// uncased reads a title without capital letters, as the words of an address
// are: there a small letter says nothing.
func uncased(title []*word) []*word {
	if slices.ContainsFunc(title, func(w *word) bool { return w.capital }) {
		return title
	}
	out := make([]*word, len(title))
	for i, w := range title {
		as := *w
		as.capital = true
		out[i] = &as
	}
	return out
}

func cased(r rune) bool { return unicode.IsUpper(r) || unicode.IsLower(r) }

// fold removes what differs between two spellings of one word: case, accents,
// vowel signs, width, dots of abbreviations.
func fold(s string) string {
	if !isASCII(s) {
		s = strings.Map(func(r rune) rune {
			if unicode.Is(unicode.Mn, r) || r == 'ـ' {
				return -1
			}
			return r
		}, norm.NFKD.String(strings.ReplaceAll(s, "’", "'")))
	}
	s = strings.ToLower(s)
	if strings.Contains(s, ".") && strings.IndexFunc(s, unicode.IsNumber) < 0 {
		s = strings.ReplaceAll(s, ".", "")
	}
	return s
}

func isASCII(s string) bool {
	for i := range len(s) {
		if s[i] >= utf8.RuneSelf {
			return false
		}
	}
	return true
}
