package article

import (
	"strings"
	"unicode"

	"golang.org/x/text/language"
)

// scripts are the scripts that text is told by, each with the language that
// most pages in it are of, and the letters that only others write.
var scripts = []struct {
	table  *unicode.RangeTable
	code   string // ISO 15924
	tag    string
	others []struct{ letters, tag string }
}{
	{unicode.Hangul, "Kore", "ko", nil},
	{unicode.Hiragana, "Jpan", "ja", nil},
	{unicode.Katakana, "Jpan", "ja", nil},
	{unicode.Han, "Hans", "zh", nil},
	{unicode.Cyrillic, "Cyrl", "ru", letterRows("ў be", "іїєґ uk", "ђћџ sr", "ѓќѕ mk", "әғқңөұүһ kk")},
	{unicode.Arabic, "Arab", "ar", letterRows("ٹڈڑےں ur", "پچژگ fa")},
	{unicode.Hebrew, "Hebr", "he", nil},
	{unicode.Greek, "Grek", "el", nil},
	{unicode.Devanagari, "Deva", "hi", nil},
	{unicode.Bengali, "Beng", "bn", nil},
	{unicode.Thai, "Thai", "th", nil},
	{unicode.Georgian, "Geor", "ka", nil},
	{unicode.Armenian, "Armn", "hy", nil},
	{unicode.Tamil, "Taml", "ta", nil},
	{unicode.Telugu, "Telu", "te", nil},
	{unicode.Myanmar, "Mymr", "my", nil},
	{unicode.Khmer, "Khmr", "km", nil},
	{unicode.Ethiopic, "Ethi", "am", nil},
	{unicode.Latin, "Latn", "", nil},
}

func letterRows(rows ...string) (out []struct{ letters, tag string }) {
	for _, row := range rows {
		letters, tag, _ := strings.Cut(row, " ")
		out = append(out, struct{ letters, tag string }{letters, tag})
	}
	return out
}

// languageOf returns what a page declares, unless its text is written in
// another script; then the language that this script is most used for.
func languageOf(declared, text string) string {
	const enough = 4000 // bytes
	text = text[:min(len(text), enough)]
	counts, letters := make([]int, len(scripts)), 0
	for _, r := range text {
		if !unicode.IsLetter(r) {
			continue
		}
		letters++
		for i := range scripts {
			if unicode.Is(scripts[i].table, r) {
				counts[i]++
				break
			}
		}
	}
	best := mostUsed(counts, letters)
	if best < 0 || sameScript(declared, scripts[best].code) {
		return declared
	}
	for _, o := range scripts[best].others {
		if n := strings.Count(strings.Map(only(o.letters), text), ""); 100*(n-1) > letters {
			return o.tag
		}
	}
	return scripts[best].tag
}

// mostUsed returns the script of most letters, -1 if none has more than half.
// Japanese is mixed of three: a tenth of kana makes it so.
func mostUsed(counts []int, letters int) int {
	best := -1
	for i, n := range counts {
		if 2*n > letters {
			best = i
		}
	}
	for i := range scripts {
		if scripts[i].code == "Jpan" && 10*counts[i] > letters {
			return i
		}
	}
	return best
}

// sameScript says whether a language is written in a script.
func sameScript(tag, code string) bool {
	t, err := language.Parse(tag)
	if err != nil || tag == "" {
		return false
	}
	s, sure := t.Script()
	if s.String() == "Hant" || s.String() == "Hani" {
		return code == "Hans"
	}
	return sure == language.No || s.String() == code
}

// only returns a mapping that drops all but some letters.
func only(letters string) func(rune) rune {
	return func(r rune) rune {
		if strings.ContainsRune(letters, unicode.ToLower(r)) {
			return r
		}
		return -1
	}
}
