package story

import (
	"cmp"
	"regexp"
	"slices"
	"strings"
	"sync"
	"time"
	"unicode"
	"unicode/utf8"
)

// Lineage says whose text an item is, from where and of which day, as far as
// the text itself says so. Every field may be empty.
type Lineage struct {
	Place string    // of the dateline: "Beijing"
	Wire  string    // the agency: "AFP"
	Date  time.Time // of the dateline, midnight UTC; zero when it gives no year
}

// Trace reads the lineage of an item from the dateline that opens its summary
// or text, then from its byline, then from a credit that closes its title,
// summary or text.
func Trace(title, summary, text, byline string) Lineage {
	line, _ := cutDateline(summary)
	if line == (Lineage{}) {
		line, _ = cutDateline(text)
	}
	line.Wire = cmp.Or(line.Wire, inByline(byline), closingTitle(title), closing(summary), closing(text))
	return line
}

// Pieces of datelines.
const (
	placeName = `(?P<place>\p{Lu}[\p{L}\p{M}.'’/ -]{1,70}?)(?:, \p{Lu}[\p{L}.'’/ ]{1,50}?)?(?: \[[\p{L} ]{2,30}\])?`
	monthName = `(?:(?i:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|` +
		`ene|abr|ago|dic|fev|fév|avr|mai|juin|juil|aoû|déc|mär|okt|dez|out|set|gen|mag|giu|lug|ott|` +
		`янв|фев|мар|апр|мая|май|июн|июл|авг|сен|окт|ноя|дек|січ|лют|бер|кві|тра|чер|лип|сер|вер|жов|лис|гру))\p{L}{0,8}\.?`
	dateForm   = `(?P<date>` + monthName + ` \d{1,2}(?:, \d{4})?|\d{1,2}\.? ` + monthName + `(?:,? \d{4})?)`
	dash       = `\s*(?:[-–—]+|:|\.-?)\s`
	dashOrNone = `(?:\s*[-–—:]+|\.-?)?\s`
	arabDate   = `(?: في)?(?: \d{1,2} [\p{Arabic} ]{3,20}(?: \d{4})?)?`
	hanDate    = `(?P<date>(?:\d{1,2}月)?\d{1,2}日)`
)

// datelines are the ways in which agencies open a text, the most telling
// first. Their names stand in brackets or between slashes.
var datelines = sync.OnceValue(func() []*regexp.Regexp {
	return compile(
		placeName+` \(`+wireForms+`\),? `+dateForm+dashOrNone,                                                          // Beijing (AFP) Feb 1, 2026 -
		placeName+`[,.]? `+dateForm+`\.?,? [(/]`+wireForms+`[)/]`+dashOrNone,                                           // WASHINGTON, Feb 1 (Reuters) -
		`\(`+wireForms+`\)(?:`+dash+`|\s)`+placeName+`, `+dateForm+dash,                                                // (ANSA) - ROME, FEB 1 -
		dateForm+` \(`+wireForms+`\)`+dash,                                                                             // Feb 1 (Reuters) -
		placeName+`,?(?: \d{1,2})? \(`+wireForms+`\)`+dash,                                                             // BEIRUT (AP) —
		`\(`+wireForms+`\)`+dash,                                                                                       // (Reuters) -
		`【(?P<place>[^【】=＝\d]{0,12}?)[=＝]?`+wireForms+`】`,                                                              // 【ワシントン共同】
		`[(\[（](?P<place>[^()（）\[\]=]{1,12})=`+wireForms+`[)\]）]`,                                                      // (서울=연합뉴스)
		`(?P<place>\p{Arabic}[\p{Arabic} ]{1,25}?)[,،]?`+arabDate+`\s?[-–—]?\s?[(/]\s?`+wireForms+`\s?[)/]`+dashOrNone, // دبي (رويترز) -
	)
})

// openDatelines name an agency without brackets.
var openDatelines = sync.OnceValue(func() []*regexp.Regexp {
	return compile(
		placeName+`[,.]? `+dateForm+`\.?\s*[-–—]\s*`+wireForms+`[.,]\s`,                       // МОСКВА, 1 фев — РИА Новости.
		placeName+`[,.] `+dateForm+`\. `+wireForms+dash,                                       // Москва. 1 февраля. ИНТЕРФАКС -
		`[（(【]?`+wireForms+`(?P<place>\p{Han}{2,8}?)`+hanDate+`(?:\p{Han}{0,2})?[电電讯訊][）)】]?`, // 新华社北京2月1日电
		`[（(]`+wireForms+`[^）)]{2,20}[电電][）)]`,                                                // （中央社記者張三台北1日電）
	)
})

// bareDatelines name no agency.
var bareDatelines = sync.OnceValue(func() []*regexp.Regexp {
	return compile(`(?P<place>\p{Lu}[\p{Lu}./ -]{2,40}), ` + dateForm + dash) // DUBAI/WASHINGTON, Jan 23 -
})

// layoutsOf returns the expressions that may fit the opening of a text. They are
// slow and most texts have no dateline, so that none fits most of them.
func layoutsOf(opening string) []*regexp.Regexp {
	switch {
	case bracketsWire(opening):
		return datelines()
	case opensWithWire(opening):
		return openDatelines()
	case opensInCapitals(opening):
		return bareDatelines()
	}
	return nil
}

// bracketsWire says whether an agency stands in brackets or between slashes
// in s.
func bracketsWire(s string) bool {
	for part := range strings.FieldsFuncSeq(s, isBracket) {
		if wireOf[strings.TrimSpace(part)] != "" {
			return true
		}
	}
	return strings.HasPrefix(s, "【")
}

func isBracket(r rune) bool {
	switch r {
	case '(', ')', '/', '=', '[', ']', '（', '）', '【', '】':
		return true
	}
	return false
}

// openWires stand in datelines without brackets.
var openWires = []string{"电", "電", "讯", "訊", "РИА", "Интерфакс", "ИНТЕРФАКС", "INTERFAX", "Інтерфакс"}

// opensWithWire says whether an agency may stand in a dateline without
// brackets.
func opensWithWire(s string) bool {
	return slices.ContainsFunc(openWires, func(w string) bool { return strings.Contains(s, w) })
}

// opensInCapitals says whether s may begin with a place in capitals.
func opensInCapitals(s string) bool {
	n := 0
	for _, r := range s {
		if !unicode.IsUpper(r) && (n == 0 || !strings.ContainsRune("./ -", r)) {
			return false
		}
		if n++; n == 3 {
			return true
		}
	}
	return false
}

// writers precede some datelines.
var writers = regexp.MustCompile(`^(?i:by [\p{L} -]{2,40} writers)\s+`)

// compile makes expressions that stand at the beginning of a text. It is called
// at the first use: the forms of the wires make them slow to build.
func compile(patterns ...string) []*regexp.Regexp {
	out := make([]*regexp.Regexp, len(patterns))
	for i, p := range patterns {
		out[i] = regexp.MustCompile(`^` + p)
	}
	return out
}

// longestDateline is where a dateline must have ended, in bytes.
const longestDateline = 200

// cutDateline reads the dateline that opens text and returns what follows it.
// Without one, text is returned as it is.
func cutDateline(text string) (Lineage, string) {
	rest := strings.TrimSpace(text)
	if by := "by "; len(rest) > len(by) && strings.EqualFold(rest[:len(by)], by) {
		rest = rest[len(writers.FindString(head(rest))):]
	}
	opening := head(rest)
	for _, re := range layoutsOf(opening) {
		m := re.FindStringSubmatch(opening)
		if m == nil || len(m[0]) >= len(rest) { // a dateline opens something
			continue
		}
		part := func(group string) string {
			if i := re.SubexpIndex(group); i >= 0 {
				return m[i]
			}
			return ""
		}
		line := Lineage{Place: place(part("place")), Wire: wireOf[part("wire")], Date: day(part("date"))}
		return line, strings.TrimLeft(rest[len(m[0]):], " -–—")
	}
	return Lineage{}, text
}

// head returns the part of s in which a dateline can stand.
func head(s string) string {
	if len(s) <= longestDateline {
		return s + " "
	}
	cut := longestDateline
	for !utf8.RuneStart(s[cut]) {
		cut--
	}
	return s[:cut]
}

// place writes the first of several places as a name: "DUBAI/WASHINGTON"
// becomes "Dubai".
func place(s string) string {
	s, _, _ = strings.Cut(s, "/")
	s = strings.TrimSpace(s)
	if strings.HasPrefix(s, "記者") || strings.HasPrefix(s, "记者") {
		return "" // the reporter, whose name ends nowhere
	}
	if strings.ToUpper(s) != s {
		return s
	}
	after := ' '
	return strings.Map(func(r rune) rune {
		if unicode.IsLetter(after) {
			after = r
			return unicode.ToLower(r)
		}
		after = r
		return r
	}, s)
}

// dayLayouts are the forms of a full date, once its month is cut to three
// letters and commas are gone.
var dayLayouts = []string{"Jan 2 2006", "2 Jan 2006"}

var longMonth = regexp.MustCompile(`\p{L}{3,}`)

func day(s string) time.Time {
	s = strings.ReplaceAll(s, ",", "")
	s = strings.ReplaceAll(s, ".", "")
	s = longMonth.ReplaceAllStringFunc(s, func(m string) string { return string([]rune(m)[:3]) })
	for _, layout := range dayLayouts {
		if t, err := time.Parse(layout, s); err == nil {
			return t
		}
	}
	return time.Time{}
}
