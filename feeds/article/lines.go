package article

import (
	"strings"

	"dateline/feeds"
)

// lineRule knows lines that news pages leave among the paragraphs of a text.
type lineRule struct {
	what  string // names the rule where it is tested
	like  pattern
	limit int // bytes; a longer line is text whatever it begins with
}

// like compiles the phrases of a rule. \W in them is what is no letter and no
// digit of any script.
func like(before string, phrases []string, after string) pattern {
	expr := before + `(?:` + strings.Join(phrases, "|") + `)` + after
	return lazy(`(?i)` + strings.ReplaceAll(expr, `\W`, `[^\pL\pN]`))
}

// whole returns a rule for lines that are one of the phrases, give or take
// punctuation.
func whole(what string, limit int, phrases ...string) lineRule {
	return lineRule{what, like(`^\W*`, phrases, `\W*$`), limit}
}

// begins returns a rule for lines that begin with one of the phrases.
func begins(what string, limit int, phrases ...string) lineRule {
	return lineRule{what, like(`^\W*`, phrases, ``), limit}
}

// ends returns a rule for lines that end with one of the phrases.
func ends(what string, limit int, phrases ...string) lineRule {
	return lineRule{what, like(``, phrases, `\W*$`), limit}
}

// isClutter says whether a rule knows text, and nothing says that it is kept.
func isClutter(rules []lineRule, text string) bool {
	return matches(rules, text) && !matches(keptLines, text)
}

func matches(rules []lineRule, text string) bool {
	for i := range rules {
		if len(text) <= rules[i].limit && rules[i].like().MatchString(text) {
			return true
		}
	}
	return false
}

// sentenceEnd is what a sentence ends with; a line that does is rarely a label.
var sentenceEnd = lazy(`[.!?。！？؟।…]["'”’»」』)\]]*$`)

// isProse says whether b is set from sentences, so that rules for lines may
// judge it.
func isProse(b feeds.Block) bool {
	return b.Kind != feeds.Image && b.Kind != feeds.Embed && b.Kind != feeds.Table && b.Kind != feeds.Code
}

// isSentence says whether b is so long, or ends so, that it is text.
func isSentence(b feeds.Block) bool {
	text := b.Plain()
	return isProse(b) && !matches(headLines, text) && (len(text) > maxLabel || len(text) > maxLabel/3 && sentenceEnd().MatchString(text))
}

// isLabel says whether b only announces what follows it.
func isLabel(b feeds.Block) bool {
	text := b.Plain()
	return b.Kind == feeds.Heading || isProse(b) && len(text) < maxLabel && (strings.HasSuffix(text, ":") || matches(tailHeads, text))
}

// isHeadline says whether b is nothing but a link with a headline's worth of
// words.
func isHeadline(b feeds.Block) bool {
	text := b.Plain()
	return isProse(b) && len(text) >= minLinkText && linked(b) >= len(text)-2 && strings.Count(text, " ") >= 2
}

// linked returns the bytes of b that are links.
func linked(b feeds.Block) int {
	n := 0
	for _, s := range b.Spans {
		if s.Link != "" {
			n += len(s.Plain())
		}
	}
	return n
}
