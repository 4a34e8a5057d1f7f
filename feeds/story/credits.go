package story

import (
	"regexp"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"
)

// joiners part the names of one credit, beside the marks in partMarks: they
// stand between two of them, or before the first. "France 24 avec AFP" credits
// AFP, "AFP and Reuters" nobody: somebody made one text of two.
var joiners = sync.OnceValue(func() *regexp.Regexp {
	var words []string
	for _, w := range []struct{ language, words string }{
		{"en", `with (?:additional )?(?:inputs?|reporting|material|files|information|agency inputs?)(?: from| by)?|with|and|by|from|source|sources|agency`},
		{"es", `con informaci[oó]n de(?: la agencia)?|con datos de|con|y|e|fuente|por|vía`},
		{"fr", `avec|et|par|source`},
		{"de", `mit Material (?:von|der)|mit Informationen (?:von|der)|mit|und|von|Quelle`},
		{"it", `con informazioni (?:di|da)|con|ed|e|di|fonte`},
		{"pt", `com informações (?:da|de|do)(?: agência)?|com agência|com|e|da|fonte`},
		{"nl, pl, sv", `met|bron|źródło|za|oraz|i|källa|och|med`},
		{"ru", `по (?:материалам|данным|сообщению|информации|сообщениям)|и|с|источник`},
		{"uk", `за (?:матеріалами|даними|повідомленням|інформацією)|та|і|з|джерело`},
		{"tr", `kaynak|ve|ile`},
		{"ar, fa", `المصدر|وكالات|وكالة|منبع|مع|نقلا عن|عن|و`},
		{"hi, he", `स्रोत|और|इनपुट|מקור|עם`},
		{"zh, ja, ko", `来源|來源|综合|綜合|據|据|提供|출처`},
	} {
		words = append(words, w.words)
	}
	return regexp.MustCompile(`(?i)(?:^|[\s/,:：])(?:` + strings.Join(words, "|") + `)(?:[\s:：]|$)`)
})

// pictures say that a credit is that of a picture.
var pictures = regexp.MustCompile(`(?i)photo|foto|image|imagen|picture|bild:|video|vídeo|фото|صور|图|圖|写真|사진|चित्र|תמונ`)

// partMarks part the names of one credit.
const partMarks = "/,;|、，；:：·+&=()（）©\n"

// agencyIn returns the only agency that a credit names, or "". Other names may
// stand beside it.
func agencyIn(credit string) string {
	if !namesWire(credit) {
		return "" // most credits: the expressions are slow
	}
	if pictures.MatchString(credit) {
		return ""
	}
	for i := 0; i < 2; i++ { // a joiner takes the blank that the next one begins with
		credit = joiners().ReplaceAllString(credit, "/")
	}
	found := ""
	for part := range strings.FieldsFuncSeq(credit, func(r rune) bool { return strings.ContainsRune(partMarks, r) }) {
		switch wire := agencyOf(part); {
		case wire == "" || wire == found:
		case found != "":
			return ""
		default:
			found = wire
		}
	}
	return found
}

// agencyOf returns the agency that a part of a credit names. In Chinese and
// Japanese more may follow on the name without a space: 新华社记者张三.
func agencyOf(part string) string {
	part = strings.Trim(part, " .·-–—*\t\"'")
	if wire := wireOf[part]; wire != "" {
		return wire
	}
	const shortest = 3 // characters: 共同 stands for "together" as well
	if first, _ := utf8.DecodeRuneInString(part); !unicode.Is(unicode.Han, first) {
		return ""
	}
	chars := []rune(part)
	for n := min(len(chars), 2*shortest); n >= shortest; n-- {
		if wire := wireOf[string(chars[:n])]; wire != "" {
			return wire
		}
	}
	return ""
}

// officeWords follow on the name of an agency in bylines.
var officeWords = regexp.MustCompile(`(?i)\s+(?:staff(?: writers?| reporters?)?|news agency|correspondents?|writers?|team|desk|bureau|agency|news service)$`)

// longestByline is that of a text with many authors; a longer one is none. In
// bytes.
const longestByline = 300

// bylineMarks part the names of a byline, beside partMarks.
var bylineMarks = strings.NewReplacer(" - ", "/", " – ", "/", " in ", "/", " for ", "/", "<", "/", ">", "/", "@", "/")

// inByline returns the only agency that a byline names.
func inByline(byline string) string {
	if len(byline) > longestByline || !namesWire(byline) {
		return ""
	}
	byline = bylineMarks.Replace(byline)
	parts := strings.FieldsFunc(byline, func(r rune) bool { return strings.ContainsRune(partMarks, r) })
	for i, p := range parts {
		parts[i] = officeWords.ReplaceAllString(strings.TrimSpace(p), "")
	}
	return agencyIn(strings.Join(parts, "/"))
}

// longestCredit is how far before the end of a text a credit may begin, in
// bytes; a credit itself is no longer than longestNames.
const (
	longestCredit = 500
	longestNames  = 120
)

// closing returns the agency that is credited at the end of a text.
func closing(s string) string {
	if len(s) > longestCredit {
		s = strings.ToValidUTF8(s[len(s)-longestCredit:], "")
	}
	if strings.Contains(s, "diting by ") && reporters.MatchString(s) {
		return "Reuters"
	}
	if !namesWire(s) {
		return "" // most texts
	}
	s = strings.TrimRight(s, " .。\t\n")
	for _, last := range []func(string) (string, bool){bracketed, sourced, dashed, lastLine} {
		if credit, ok := last(s); ok && len(credit) <= longestNames {
			if wire := agencyIn(credit); wire != "" {
				return wire
			}
		}
	}
	return claimed(s)
}

// closingTitle returns the agency that a headline credits: behind a hyphen or
// in brackets. Behind a dash it is only cited.
func closingTitle(s string) string {
	if i := strings.LastIndex(s, " - "); i >= 0 {
		return wireOf[strings.TrimSpace(s[i+3:])]
	}
	if strings.HasSuffix(s, ")") || strings.HasSuffix(s, "）") {
		if i := strings.LastIndexAny(s, "(（"); i >= 0 {
			return agencyIn(s[i:])
		}
	}
	return ""
}

// bracketed returns what stands in brackets behind the last sentence. Within a
// sentence brackets explain a name: "told the state agency (SANA)".
func bracketed(s string) (string, bool) {
	if !strings.HasSuffix(s, ")") && !strings.HasSuffix(s, "）") && !strings.HasSuffix(s, "]") {
		return "", false
	}
	i := strings.LastIndexAny(s, "(（[")
	if i < 0 || !endsSentence(s[:i]) {
		return "", false
	}
	_, size := utf8.DecodeRuneInString(s[i:])
	return strings.TrimRight(s[i+size:], ")）]"), true
}

// endsSentence says whether a sentence, or a line, ends where s does.
func endsSentence(s string) bool {
	if trimmed := strings.TrimRight(s, " \t"); strings.HasSuffix(trimmed, "\n") || trimmed == "" {
		return true
	}
	last, _ := utf8.DecodeLastRuneInString(strings.TrimSpace(s))
	return strings.ContainsRune(`.!?…"”»“’')]。！？」』।۔؟`, last)
}

// sourceWords introduce a credit without brackets.
var sourceWords = []string{
	"Source:", "Sources:", "Agency:", "Fuente:", "Quelle:", "Fonte:", "Bron:", "Kaynak:", "Źródło:", "Källa:", "Источник:", "Джерело:", "المصدر:", "منبع:",
	"来源：", "來源：", "来源:", "來源:", "출처:", "出典：", "स्रोत:", "מקור:", "Source :",
}

// sourced returns what follows, in the last sentence, on a word that introduces
// a source.
func sourced(s string) (string, bool) {
	last := s[max(0, strings.LastIndexFunc(s, func(r rune) bool { return r == '.' || r == '。' || r == '\n' })):]
	if !strings.Contains(last, ":") && !strings.Contains(last, "：") {
		return "", false
	}
	for _, w := range sourceWords {
		if i := strings.LastIndex(last, w); i >= 0 {
			return last[i+len(w):], true
		}
	}
	return "", false
}

// dashed returns what follows on a dash behind the last sentence.
func dashed(s string) (string, bool) {
	i := strings.LastIndexFunc(s, func(r rune) bool { return r == '–' || r == '—' })
	if j := strings.LastIndex(s, " - "); j > i {
		i = j + 1
	}
	if i < 0 || !endsSentence(s[:i]) {
		return "", false
	}
	return strings.TrimLeft(s[i:], "-–— "), true
}

// lastLine returns the last line if it stands under others.
func lastLine(s string) (string, bool) {
	i := strings.LastIndexByte(s, '\n')
	return s[i+1:], i >= 0
}

// reporters is how Reuters closes its texts.
var reporters = regexp.MustCompile(`\((?:Additional )?[Rr]eporting by [^()]{3,200}[Ee]diting by [^()]{3,200}\)`)

var claim = regexp.MustCompile(`(?:©|\([cC]\)|Copyright)\s*(?:\d{4}\s*)?([^.,©\n]{2,40})`)

// claimed returns the agency that claims the text as its own.
func claimed(s string) string {
	if !strings.Contains(s, "©") && !strings.Contains(s, "(c)") && !strings.Contains(s, "(C)") && !strings.Contains(s, "Copyright") {
		return "" // most texts: the expression is slow
	}
	m := claim.FindStringSubmatch(s)
	if m == nil {
		return ""
	}
	words := strings.Fields(m[1])
	for n := min(len(words), 3); n > 0; n-- {
		if wire := wireOf[strings.Join(words[:n], " ")]; wire != "" {
			return wire
		}
	}
	return ""
}
