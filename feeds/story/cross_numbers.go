package story

import (
	"math"
	"strconv"
	"strings"
	"unicode/utf8"
)

// scales are the words that multiply the number before them, in the languages
// of the tables.
var scales = map[float64]string{
	1e3:  "thousand mil mille mila tausend tys тыс тысяч* тис тисяч* الف الاف هزار bin ribu 千 천 हजार हज़ार χιλιαδες אלף אלפים",
	1e4:  "万 만",
	1e5:  "लाख lakh",
	1e6:  "million* millón* milhao milhoes miljoen mln mio mn млн миллион* мільйон* مليون ملايين ميليون milyon juta 百万 백만 εκατ* εκ מיליון",
	1e7:  "करोड़ करोड crore",
	1e8:  "億 亿 억",
	1e9:  "billion* bn milliard* miliard* mld mrd milyar miliar млрд миллиард* мільярд* مليار ميليارد 十亿 십억 δισ* מיליארד अरब",
	1e12: "trillion* trn bilhoes трлн триллион* трильйон* تريليون 兆 조 τρισ*",
}

var scaleOf = func() map[string]float64 {
	out := map[string]float64{}
	for by, list := range scales {
		for w := range strings.FieldsSeq(list) {
			out[levelled(w)] = by
		}
	}
	return out
}()

// numbers returns the numbers of a bare text, at most limit, with the words
// behind them that scale them. Times, dates and the numbers of names such as
// F-16 are none.
func numbers(text string, limit int) []float64 {
	var out []float64
	for i := 0; i < len(text) && len(out) < limit; {
		if text[i] < '0' || text[i] > '9' {
			i++
			continue
		}
		end := numberEnd(text, i)
		if v, ok := readNumber(text[i:end]); ok && !partOfName(text[:i]) {
			out = append(out, v*scaleAt(text[end:]))
		}
		i = end
	}
	return out
}

// numberEnd returns the end of the digits that begin at i, with what stands
// between them.
func numberEnd(text string, i int) int {
	for i < len(text) {
		r, n := utf8.DecodeRuneInString(text[i:])
		switch {
		case '0' <= r && r <= '9':
		case strings.ContainsRune(".,:'’/", r) && isDigit(text, i+n):
		case (r == ' ' || r == '\u00a0' || r == '\u202f') && threeDigits(text[i+n:]):
		default:
			return i
		}
		i += n
	}
	return i
}

func isDigit(text string, i int) bool { return i < len(text) && '0' <= text[i] && text[i] <= '9' }

// threeDigits says whether s begins with a group of thousands.
func threeDigits(s string) bool {
	return isDigit(s, 0) && isDigit(s, 1) && isDigit(s, 2) && !isDigit(s, 3)
}

// readNumber reads digits with marks between them: groups of three are
// thousands, one shorter group at the end is a fraction.
func readNumber(s string) (float64, bool) {
	if strings.ContainsAny(s, ":/") {
		return 0, false
	}
	groups := strings.FieldsFunc(s, func(r rune) bool { return r < '0' || r > '9' })
	whole, fraction := groups, ""
	if last := groups[len(groups)-1]; len(groups) > 1 && len(last) != 3 {
		whole, fraction = groups[:len(groups)-1], last
	}
	for _, g := range whole[1:] {
		if len(g) != 3 {
			return 0, false
		}
	}
	v, err := strconv.ParseFloat(strings.Join(whole, "")+"."+fraction+"0", 64)
	return v, err == nil && v < math.MaxFloat32/1e12
}

// partOfName says whether what stands before a number makes it part of a name:
// a letter, or a hyphen behind one.
func partOfName(before string) bool {
	before, _ = strings.CutSuffix(before, "-")
	r, _ := utf8.DecodeLastRuneInString(before)
	return 'a' <= r && r <= 'z'
}

// scaleAt returns by how much the words at the begin of s multiply the number
// before them.
func scaleAt(s string) float64 {
	s = strings.TrimLeft(s, " \u00a0\u202f")
	first, size := utf8.DecodeRuneInString(s)
	if unspaced(first) || isHangul(first) {
		if by := scaleOf[s[:size]]; by != 0 {
			return by
		}
		return 1
	}
	for _, t := range unitsOf(s[:min(len(s), longestScale)], 1, newUnit) {
		for n := len(t.text); n > 0; n-- {
			if by := scaleOf[t.text[:n]]; by != 0 && n == len(t.text) {
				return by
			}
			if by := scaleOf[t.text[:n]+"*"]; by != 0 {
				return by
			}
		}
	}
	return 1
}

// longestScale bounds the bytes that are looked at for a word that scales.
const longestScale = 48

// numberWeight says how much it means that two texts give the number, 0 to 1:
// little for a year, a day of the month and a round number.
func numberWeight(v float64) float64 {
	switch {
	case v != math.Trunc(v):
		return 0.9
	case v >= 1900 && v < 2100:
		return 0.1
	case v <= 12:
		return 0.15
	case v <= 31:
		return 0.35
	}
	digits := strings.TrimRight(strconv.FormatFloat(v, 'f', 0, 64), "0")
	return min(1, 0.3+0.25*float64(len(digits)))
}
