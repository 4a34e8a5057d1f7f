package main

import (
	"encoding/base64"
	"fmt"
	"regexp"
	"strconv"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"dateline/feeds"
)

// forms are all that Dateline writes for a terminal to obey. What a form
// captures is checked further.
var forms = []struct {
	like *regexp.Regexp
	ours func(payload string) bool
}{
	{regexp.MustCompile(`^\x1b\[([0-9:;]*)m`), isStyle},
	{regexp.MustCompile(`^\x1b\[([0-9;]*)[A-HJKLMPSTXZ@abdfr]`), isSmall}, // the cursor, and what is erased
	{regexp.MustCompile(`^\x1b\[\?([0-9;]*)(?:[hlWu]|\$p)`), isMode},
	{regexp.MustCompile(`^\x1b\[[<=>]([0-9;]*)[mu]`), isSmall}, // keyboards
	{regexp.MustCompile(`^\x1b\[(?:>0?q|0?c)()`), isEmpty},     // who the terminal is
	{regexp.MustCompile(`^\x1b\]2;(?:dateline)?()\x07`), isEmpty},
	{regexp.MustCompile(`^\x1b\]1[0-2];\?()\x07`), isEmpty},
	{regexp.MustCompile(`^\x1b\]8;id=[0-9]+;([!-~]+)(?:\x07|\x1b\\)`), isAddress},
	{regexp.MustCompile(`^\x1b\]8;;()(?:\x07|\x1b\\)`), isEmpty},
	{regexp.MustCompile(`^\x1b\]52;c;([A-Za-z0-9+/=]*)\x07`), isCopy},
	{regexp.MustCompile(`^\x1b[78M]()`), isEmpty},
	{regexp.MustCompile(`^[\n\r\t\x08]()`), isEmpty},
}

func isEmpty(s string) bool { return s == "" }

// isStyle says whether the parameters are those of colours and fonts.
func isStyle(s string) bool { return numbersBelow(s, 256) }

// isSmall says whether the parameters fit a screen; those of the tests do not.
func isSmall(s string) bool { return numbersBelow(s, 1000) }

func isMode(s string) bool { return numbersBelow(s, 3000) }

func numbersBelow(s string, limit int) bool {
	for _, n := range strings.FieldsFunc(s, func(r rune) bool { return r == ';' || r == ':' }) {
		if v, err := strconv.Atoi(n); err != nil || v >= limit {
			return false
		}
	}
	return true
}

func isAddress(s string) bool {
	safe, ok := feeds.SafeURL(s)
	return ok && safe == s
}

// isCopy says whether a clipboard gets one clean line.
func isCopy(s string) bool {
	text, err := base64.StdEncoding.DecodeString(s)
	return err == nil && len(text) <= 4000 && feeds.Clean(string(text), len(text)) == string(text)
}

// brokenOff is what the end of a program may leave of a sequence.
var brokenOff = regexp.MustCompile(`\x1b(?:\[[0-9:;<=>?]*|\][^\x07\x1b]*)?$`)

// foreign returns what a terminal was given that it may obey, or that may
// mislead who reads, and that Dateline does not write.
func foreign(out string) []string {
	var found []string
	for out = strings.TrimSuffix(out, brokenOff.FindString(out)); out != ""; {
		n := form(out)
		if n == 0 {
			r, size := utf8.DecodeRuneInString(out)
			if n = size; r == utf8.RuneError && size == 1 || obeyed(r) {
				found = append(found, fmt.Sprintf("%.60s", out))
			}
		}
		out = out[n:]
	}
	return found
}

// form returns the length of what out begins with if that is ours, else 0.
func form(out string) int {
	if ' ' <= out[0] && out[0] <= '~' {
		return 1
	}
	for _, f := range forms {
		if m := f.like.FindStringSubmatch(out); m != nil {
			if f.ours(m[1]) {
				return len(m[0])
			}
			return 0
		}
	}
	return 0
}

// obeyed says whether r does something to a terminal or to the order in which
// text is seen, or hides in it.
func obeyed(r rune) bool {
	joiner := r == '\u200c' || r == '\u200d'
	return unicode.IsControl(r) || unicode.In(r, unicode.Cf, unicode.Co, unicode.Zl, unicode.Zp) && !joiner
}

func TestForeign(t *testing.T) {
	for _, s := range []string{
		"plain", "北京 \u0645\u200c\u0645 👩\u200d🚀", "\x1b[1;38;2;0;1;255mx\x1b[m", "\x1b]8;id=3;https://a.example/%1B\x07x\x1b]8;;\x07", "\x1b]2;dateline\x07",
		"\x1b]52;c;aGVsbG8=\x07", "\x1b[?2026h\x1b[?2026$p\x1b[>4;2m\x1b[?u", "broken off \x1b[3",
	} {
		if f := foreign(s); len(f) > 0 {
			t.Errorf("%q: %q", s, f)
		}
	}
	for _, s := range []string{
		"\x1b]0;owned\x07", "\x1b]2;owned\x07", "\x1b[7331m", "\x1b[7331;1H", "\x1b[?7331h", "a\x07", "\u009b31m", "\x9b31m", "\u202eabc", "\u2066", "\u200b", "\xff",
		"\x1b]8;id=1;javascript:alert(1)\x07", "\x1b]52;c;GzEK\x07", "\x1b]52;p;aGVsbG8=\x07", "\x1bPq#0\x1b\\", "\U000e0041", "\u2028",
		"\x1b[5n", "\x1bc", "\x00",
	} {
		if len(foreign(s)) == 0 {
			t.Errorf("%q passes", s)
		}
	}
}
