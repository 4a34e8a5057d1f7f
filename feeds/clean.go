package feeds

import (
	"net/url"
	"strings"
	"unicode"
)

// unspaced says whether r belongs to a script that is written without spaces
// between words.
func unspaced(r rune) bool {
	return unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Thai, unicode.Lao, unicode.Khmer, unicode.Myanmar)
}

// Clean makes one safe line of text that came from outside: it keeps what is
// meant to be read and drops what a terminal would obey. The result is at most
// limit bytes long, cut between characters.
func Clean(s string, limit int) string {
	return strings.Join(strings.Fields(clean(s, limit)), " ")
}

// CleanText is Clean for text of several paragraphs: blank lines are kept as
// "\n\n", single line breaks become spaces.
func CleanText(s string, limit int) string {
	var out []string
	for p := range strings.SplitSeq(strings.ReplaceAll(s, "\r", "\n"), "\n\n") {
		if p = Clean(p, limit); p != "" {
			out = append(out, p)
		}
	}
	return strings.Join(out, "\n\n")
}

func clean(s string, limit int) string {
	if len(s) > limit {
		s = s[:limit]
	}
	return strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) {
			return ' '
		}
		if !unicode.IsPrint(r) {
			return -1
		}
		return r
	}, strings.ToValidUTF8(s, ""))
}

// SafeURL returns s as an absolute http or https address without credentials
// or control characters, and whether it is one.
func SafeURL(s string) (string, bool) {
	u, err := url.Parse(strings.TrimSpace(s))
	if err != nil || u.Host == "" || (u.Scheme != "http" && u.Scheme != "https") {
		return "", false
	}
	u.User = nil
	return u.String(), true
}
