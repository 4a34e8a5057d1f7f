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
	line.Wire = cmp.Or(line.Wire, inByline(byline), closing(title), closing(summary), closing(text))
	return line
}

// Pieces of datelines.
const (
	placeName  = `(?P<place>\p{Lu}[\p{L}\p{M}.'’/ -]{1,40}?)(?:, \p{Lu}[\p{L}.'’ ]{1,24}?)?(?: \[[\p{L} ]{2,30}\])?`
	monthName  = `(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec|JAN|FEB|MAR|APR|MAY|JUN|JUL|AUG|SEP|OCT|NOV|DEC|ene|feb|mar|abr|may|jun|jul|ago|sep|oct|nov|dic)\p{L}{0,6}\.?`
	dateForm   = `(?P<date>` + monthName + ` \d{1,2}(?:, \d{4})?|\d{1,2} ` + monthName + `(?:,? \d{4})?)`
	dash       = `\s*(?:[-–—]+|:|\.-?)\s`
	dashOrNone = `(?:\s*[-–—:]+|\.-?)?\s`
)

// datelines are the ways in which agencies open a text, the most telling
// first.
var datelines = sync.OnceValue(func() []*regexp.Regexp {
	return compile(`^`,
		placeName+` \(`+wireForms+`\),? `+dateForm+dashOrNone,                // Beijing (AFP) Feb 1, 2026 -
		placeName+`[,.]? `+dateForm+`\.?,? [(/]`+wireForms+`[)/]`+dashOrNone, // WASHINGTON, Feb 1 (Reuters) -
		`\(`+wireForms+`\)(?:`+dash+`|\s)`+placeName+`, `+dateForm+dash,      // (ANSA) - ROME, FEB 1 -
		placeName+`,? \(`+wireForms+`\)`+dash,                                // BEIRUT (AP) —
		dateForm+` \(`+wireForms+`\)`+dash,                                   // Feb 1 (Reuters) -
		`\(`+wireForms+`\)`+dash,                                             // (Reuters) -
	)
})

// bareDatelines name no agency.
var bareDatelines = sync.OnceValue(func() []*regexp.Regexp {
	return compile(`^`, `(?P<place>\p{Lu}[\p{Lu}./ -]{2,40}), `+dateForm+dash) // DUBAI/WASHINGTON, Jan 23 -
})

// bracketsWire says whether an agency stands in brackets or between slashes
// in s. It is asked of every text, so that few go through all expressions.
func bracketsWire(s string) bool {
	parts := strings.FieldsFunc(s, func(r rune) bool { return r == '(' || r == ')' || r == '/' })
	return slices.ContainsFunc(parts, func(p string) bool { return wireOf[p] != "" })
}

// writers precede some datelines.
var writers = regexp.MustCompile(`^(?i:by [\p{L} -]{2,40} writers)\s+`)

// compile makes expressions of patterns that all begin with prefix. It is
// called at the first use: the forms of the wires make them slow to build.
func compile(prefix string, patterns ...string) []*regexp.Regexp {
	out := make([]*regexp.Regexp, len(patterns))
	for i, p := range patterns {
		out[i] = regexp.MustCompile(prefix + p)
	}
	return out
}

// longestDateline is where a dateline must have ended, in bytes.
const longestDateline = 200

// cutDateline reads the dateline that opens text and returns what follows it.
// Without one, text is returned as it is.
func cutDateline(text string) (Lineage, string) {
	rest := strings.TrimSpace(text)
	rest = rest[len(writers.FindString(head(rest))):]
	opening := head(rest)
	layouts := bareDatelines()
	if bracketsWire(opening) {
		layouts = datelines()
	}
	for _, re := range layouts {
		m := re.FindStringSubmatch(opening)
		if m == nil {
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

var longMonth = regexp.MustCompile(`\p{L}{3,}\.?`)

func day(s string) time.Time {
	s = strings.ReplaceAll(s, ",", "")
	s = longMonth.ReplaceAllStringFunc(s, func(m string) string { return string([]rune(m)[:3]) })
	for _, layout := range dayLayouts {
		if t, err := time.Parse(layout, s); err == nil {
			return t
		}
	}
	return time.Time{}
}

var bylineWire = sync.OnceValue(func() *regexp.Regexp {
	return compile(`(?:^|[\s,/(])`, wireForms+`(?:$|[\s,/).])`)[0]
})

// inByline returns the only agency that a byline names. Two agencies mean that
// somebody else wrote the text from theirs.
func inByline(byline string) string {
	var found []string
	for _, m := range bylineWire().FindAllStringSubmatch(byline, -1) {
		if w := wireOf[m[1]]; !slices.Contains(found, w) {
			found = append(found, w)
		}
	}
	if len(found) != 1 {
		return ""
	}
	return found[0]
}

// endCredits are the ways in which a text names its agency as its last word.
var endCredits = sync.OnceValue(func() []*regexp.Regexp {
	return compile(``,
		`\(`+wireForms+`\)[.\s]*$`,
		`(?:Source|Agency|Fuente|Quelle|Fonte)\s*:\s*`+wireForms+`[.\s]*$`,
		`(?:^|\s)[-–—]+\s*`+wireForms+`[.\s]*$`,
		`\((?:With|with) (?:inputs?|reporting) (?:from|by) `+wireForms+`\)[.\s]*$`,
	)
})

var copyright = sync.OnceValue(func() *regexp.Regexp {
	return compile(`(?:©|\([cC]\)|Copyright)\s*(?:\d{4}\s*)?(?:The )?`, wireForms+`(?:[\s.,]|$)`)[0]
})

// reporters is how Reuters closes its texts.
var reporters = regexp.MustCompile(`\((?:Additional )?[Rr]eporting by [^()]{3,200}[Ee]diting by [^()]{3,200}\)`)

// longestCredit is how far before the end of a text a credit may begin, in
// bytes.
const longestCredit = 500

func closing(s string) string {
	if len(s) > longestCredit {
		s = strings.ToValidUTF8(s[len(s)-longestCredit:], "")
	}
	if endsInWire(s) {
		for _, re := range endCredits() {
			if m := re.FindStringSubmatch(s); m != nil {
				return wireOf[m[1]]
			}
		}
	}
	if mayClaim(s) {
		if m := copyright().FindStringSubmatch(s); m != nil {
			return wireOf[m[1]]
		}
	}
	if strings.Contains(s, "diting by ") && reporters.MatchString(s) {
		return "Reuters"
	}
	return ""
}

// mayClaim says whether s holds a sign of copyright: most texts do not, and
// the expression is slow.
func mayClaim(s string) bool {
	return strings.Contains(s, "©") || strings.Contains(s, "(c)") || strings.Contains(s, "(C)") || strings.Contains(s, "Copyright")
}

// endsInWire says whether the last word of s could be that of an agency's name.
func endsInWire(s string) bool {
	s = strings.TrimRight(s, ". \t\n)")
	i := strings.LastIndexFunc(s, func(r rune) bool { return strings.ContainsRune(" \t\n(:-–—©", r) })
	if i >= 0 {
		_, size := utf8.DecodeRuneInString(s[i:])
		s = s[i+size:]
	}
	return lastWords()[s]
}

// lastWords are the last words of all forms of the agencies' names.
var lastWords = sync.OnceValue(func() map[string]bool {
	out := map[string]bool{}
	for form := range wireOf {
		out[form[strings.LastIndexAny(form, " -")+1:]] = true
	}
	return out
})
