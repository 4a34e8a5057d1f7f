package pane

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// The rules by which a line may end between two characters. They follow the
// Unicode line breaking algorithm (UAX #14), reduced to the scripts that news
// are written in and stricter where a reader is used to more care.

// rank says how good a place is to end a line.
type rank int

const (
	rare     rank = iota // only within what is longer than a line
	syllable             // within a word, in scripts without spaces between words
	free
	ranks
	never = ranks
)

// rank returns how good it is to end the line before text[i].
func (b *breaker) rank(i int) rank {
	switch b.between {
	case ' ':
		return b.atSpace(i)
	case noBreakSpace:
		return rare
	case wordJoiner:
		return never
	case zeroWidthSpace, softHyphen:
		return free
	}
	last, size := utf8.DecodeLastRuneInString(b.text[:i])
	next, _ := utf8.DecodeRuneInString(b.text[i:])
	switch {
	case last < 0xe00 && next < 0xe00: // where the first script without spaces begins
		return withinWord(b.text[:i-size], last, next, b.text[i:])
	case syllabic(last) || syllabic(next):
		return b.betweenSyllables(i, last, next)
	case isHangul(last) || isHangul(next) || !unspaced(last) && !unspaced(next):
		return withinWord(b.text[:i-size], last, next, b.text[i:])
	case opens(last) || closes(next):
		return never
	}
	return free
}

// atSpace is rank where a space stands before text[i].
func (b *breaker) atSpace(i int) rank {
	last, n := utf8.DecodeLastRuneInString(b.text[:b.gap])
	next, m := utf8.DecodeRuneInString(b.text[i:])
	if isLetter(last) && isLetter(next) {
		return free
	}
	before, _ := utf8.DecodeLastRuneInString(b.text[:b.gap-n])
	after, _ := utf8.DecodeRuneInString(b.text[i+m:])
	switch {
	case strings.ContainsRune("»›!?:;…", next) && !isWord(after): // French sets them off; German opens with »
		return rare
	case strings.ContainsRune("«‹", last) && (b.gap == n || unicode.IsSpace(before) || opens(before)):
		return rare
	case strings.ContainsRune(dashes, next) && unicode.IsSpace(after):
		return rare
	case strings.ContainsRune("§№¶", last) && unicode.IsDigit(next):
		return rare
	case unicode.IsDigit(last) && (b.thousands(i) || units[wordAt(b.text[i:])]):
		return rare
	}
	return free
}

// thousands says whether the digits before and at text[i] are one number that
// is set in groups of three.
func (b *breaker) thousands(i int) bool {
	head := strings.TrimRight(b.text[:b.gap], "0123456789")
	tail := strings.TrimLeft(b.text[i:], "0123456789")
	return b.gap-len(head) <= 3 && len(b.text)-i-len(tail) == 3
}

// units are what a number is read with.
var units = setOf(strings.Fields(`% ‰ $ € £ ¥ ₽ ₴ ₺ ₹ °C °F ° mm cm m km m² km² m³ ha g kg t l s min h kn mph kW MW GW kWh MWh GWh kV Mbit
	мм см м км кг т га л ч мин`)...)

// wordAt returns what stands in s up to a space or a mark, if it is short.
func wordAt(s string) string {
	const longest = 8 // bytes of a unit
	if i := strings.IndexFunc(s, func(r rune) bool { return gapOf(r) != 0 || strings.ContainsRune(".,;:!?)", r) }); i >= 0 {
		s = s[:i]
	}
	if len(s) > longest {
		return ""
	}
	return s
}

const (
	dashes  = "–—―-‐"
	hyphens = "-‐֊־"
	// A line may end after each of these.
	wordEnds = "་།፡።"
	// Addresses and names of files are made of words and these.
	addressMarks = "/?&=-._~%#+,;:|@"
)

// withinWord is rank within what spaces part: between last, which head stands
// before, and next, which tail begins with.
func withinWord(head string, last, next rune, tail string) rank {
	if isLetter(last) || isLetter(last) == isLetter(next) && unicode.IsDigit(last) {
		return never
	}
	switch {
	case strings.ContainsRune("–—―", last):
		before, _ := utf8.DecodeLastRuneInString(head)
		if !closes(next) && !strings.ContainsRune(dashes, next) && (!unicode.IsDigit(before) || !unicode.IsDigit(next)) {
			return free
		}
	case !isWord(next):
		return never
	case strings.ContainsRune(hyphens, last) && isLetter(next) && hyphenated(head, tail):
		return free
	case strings.ContainsRune(wordEnds, last):
		return free
	case strings.ContainsRune(addressMarks, last):
		return rare
	}
	return never
}

// hyphenated says whether head and tail are words that a hyphen joins: no
// single letters, x-ray stays whole, and no parts of an address. Two hyphens
// are a dash.
func hyphenated(head, tail string) bool {
	if strings.HasSuffix(head, "-") {
		return true
	}
	r, n := utf8.DecodeLastRuneInString(head)
	before, _ := utf8.DecodeLastRuneInString(head[:len(head)-n])
	_, m := utf8.DecodeRuneInString(tail)
	after, _ := utf8.DecodeRuneInString(tail[m:])
	address := strings.ContainsAny(head[strings.LastIndexByte(head, ' ')+1:], "/@=_")
	return (isLetter(r) || r == '.') && isWord(before) && isWord(after) && !address
}

// Characters beside which no line ends in scripts without spaces, apart from
// the brackets and quotation marks that Unicode knows as such.
var (
	noStart = setOf([]rune(`!%,.:;?"'·…‥‼⁇⁈⁉‰°′″℃、。々〻〜゠ー・ヽヾゝゞぁぃぅぇぉっゃゅょゎゕゖァィゥェォッャュョヮヵヶ` +
		`ㇰㇱㇲㇳㇴㇵㇶㇷㇸㇹㇺㇻㇼㇽㇾㇿ！％，．：；？～｡､･ｧｨｩｪｫｬｭｮｯｰﾞﾟ។៕៖ៗ၊။ະາຳຽໆຯะาำๅๆฯ`)...)
	noEnd = setOf([]rune(`$£¥€#№"'＃＄￡￥`)...)
)

// closes says whether r never begins a line.
func closes(r rune) bool {
	return !isIdeograph(r) && (noStart[r] || unicode.In(r, unicode.Pe, unicode.Pf))
}

// opens says whether r never ends a line.
func opens(r rune) bool {
	return !isIdeograph(r) && (noEnd[r] || unicode.In(r, unicode.Ps, unicode.Pi))
}

// unspaced says whether r belongs to Chinese, Japanese or Yi, or to their
// punctuation.
func unspaced(r rune) bool {
	return 0x2e80 <= r && r <= 0xa4cf || 0xf900 <= r && r <= 0xfaff || 0xff01 <= r && r <= 0xff9f || 0x1b000 <= r && r <= 0x1b16f ||
		0x20000 <= r && r <= 0x3ffff
}

func isIdeograph(r rune) bool { return 0x4e00 <= r && r <= 0x9fff }

// isHangul says whether r is Korean, which has spaces between words.
func isHangul(r rune) bool {
	return 0xac00 <= r && r <= 0xd7a3 || 0x1100 <= r && r <= 0x11ff || 0x3130 <= r && r <= 0x318f
}

func isLetter(r rune) bool {
	return 'a' <= r && r <= 'z' || r >= utf8.RuneSelf && (unicode.IsLetter(r) || unicode.IsMark(r)) || 'A' <= r && r <= 'Z'
}

func isWord(r rune) bool { return r != utf8.RuneError && (isLetter(r) || unicode.IsDigit(r)) }

func setOf[T comparable](all ...T) map[T]bool {
	set := make(map[T]bool, len(all))
	for _, v := range all {
		set[v] = true
	}
	return set
}
