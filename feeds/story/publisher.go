package story

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// separators stand between a headline and the name of its publisher.
var separators = []string{" | ", " - ", " – ", " — ", " :: ", " · "}

const (
	longestPublisher = 5 // words
	leastHeadline    = 4 // words that must be left
)

// StripPublisher takes the name of the publisher off the end of a headline, as
// aggregators add it: "… - The Outlet", "… | Outlet". It does so only where
// the end looks like a name and a headline is left; in doubt nothing is cut.
func StripPublisher(title string) string {
	at, size := -1, 0
	for _, sep := range separators {
		if i := strings.LastIndex(title, sep); i > at {
			at, size = i, len(sep)
		}
	}
	if at < 0 {
		return title
	}
	sep := title[at : at+size]
	headline, name := strings.TrimSpace(title[:at]), strings.TrimSpace(title[at+size:])
	if strings.ContainsAny(sep, "–—") && !strings.Contains(name, " ") {
		return title // "… – Smith": who said it
	}
	if long(headline) && isName(name) {
		return headline
	}
	return title
}

// long says whether s is enough of a headline to stand alone.
func long(s string) bool {
	if strings.Contains(s, " ") {
		return len(strings.Fields(s)) >= leastHeadline
	}
	return utf8.RuneCountInString(s) >= 2*leastHeadline && !isASCII(s) // written without spaces
}

// small words may stand in a name without a capital.
var inNames = map[string]bool{"of": true, "the": true, "and": true, "de": true, "la": true, "el": true, "in": true, "für": true, "du": true, "&": true}

// notNames end a headline after a dash without being a publisher: who said it,
// or of what kind it is.
var notNames = map[string]bool{
	"report": true, "reports": true, "official": true, "officials": true, "minister": true, "ministry": true,
	"police": true, "says": true, "said": true, "sources": true, "source": true, "spokesman": true,
	"spokesperson": true, "envoy": true, "president": true, "pm": true, "army": true, "military": true,
	"study": true, "poll": true, "survey": true, "un": true, "who": true, "court": true, "government": true,
}

// isName says whether s looks like the name of an outlet: few words, each with
// a capital (or a web address), no number, no end of a sentence.
func isName(s string) bool {
	fields := strings.Fields(s)
	if len(fields) == 0 || len(fields) > longestPublisher || strings.ContainsAny(s, "?!:;,\"“”'‘’") {
		return false
	}
	if len(fields) == 1 && strings.Contains(s, ".") && !strings.HasSuffix(s, ".") {
		return true // example.com
	}
	for _, f := range fields {
		first, _ := utf8.DecodeRuneInString(f)
		switch {
		case notNames[strings.ToLower(f)]:
			return false
		case inNames[f], unicode.IsUpper(first):
		case !cased(first) && unicode.IsLetter(first):
		case unicode.IsDigit(first) && len(fields) > 1: // France 24
		default:
			return false
		}
	}
	return world.code[nameKey(s)] == "" // "… - Iran" ends a headline
}
