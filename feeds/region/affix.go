package region

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// affix says which letters a language glues to a name. A word that is not known
// is looked up again without them.
type affix struct {
	script   *unicode.RangeTable
	prefixes string // longest first
	suffixes string // longest first
}

// affixes has one row a script, or a language where the script is its own.
var affixes = []affix{
	{unicode.Arabic, "وال بال فال كال ولل لل ال و ب ل ف ك", ""},
	{unicode.Hebrew, "וב ול ומ וה שב של ב ל מ ה ו ש כ", ""},
	{unicode.Hangul, "", "에서 으로 은 는 이 가 을 를 의 에 와 과 도 로"},
}

// bare returns word without the letters its script glues to names, and
// whether there were any; what stays is no single letter.
func bare(word string) (string, bool) {
	first, _ := utf8.DecodeRuneInString(word)
	if first < utf8.RuneSelf {
		return "", false
	}
	for _, a := range affixes {
		if !unicode.Is(a.script, first) {
			continue
		}
		for p := range strings.FieldsSeq(a.prefixes) {
			if rest, ok := strings.CutPrefix(word, p); ok && utf8.RuneCountInString(rest) > 2 {
				return rest, true
			}
		}
		for s := range strings.FieldsSeq(a.suffixes) {
			if rest, ok := strings.CutSuffix(word, s); ok && utf8.RuneCountInString(rest) > 1 {
				return rest, true
			}
		}
	}
	return "", false
}
