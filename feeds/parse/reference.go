package parse

import (
	"html"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"
)

// head returns the beginning of a text: as much as is read of it.
func head(s string) string {
	if len(s) <= sourceBytes {
		return s
	}
	end := sourceBytes
	for end > 0 && !utf8.RuneStart(s[end]) {
		end--
	}
	return s[:end]
}

// writeText writes character data: illegal characters go, every ampersand
// begins a reference that an XML reader knows, and the characters of escape
// become references.
func writeText(b *strings.Builder, s, escape string) {
	for s != "" {
		i := strings.IndexAny(s, "&"+escape)
		if i < 0 {
			writeLegal(b, s)
			return
		}
		writeLegal(b, s[:i])
		n := 1
		if s[i] == '&' {
			n = writeReference(b, s[i:])
		} else {
			b.WriteString(html.EscapeString(s[i : i+1]))
		}
		s = s[i+n:]
	}
}

// writeReference writes what the reference at the start of s stands for, and
// returns its length.
func writeReference(b *strings.Builder, s string) int {
	value, n := readReference(s)
	if len(value) == 1 && value[0] <= ' ' { // a reader would take the character for one that says nothing
		b.WriteString("&#" + strconv.Itoa(int(value[0])) + ";")
	} else {
		b.WriteString(html.EscapeString(value))
	}
	return n
}

// readReference returns what the reference at the start of s stands for, and its
// length. An ampersand that begins none stands for itself, as does a reference
// that is unknown.
func readReference(s string) (value string, n int) {
	if strings.HasPrefix(s, "&#") {
		return readNumbered(s)
	}
	n = nameLength(s[1:])
	if n == 0 || n > 32 || !strings.HasPrefix(s[1+n:], ";") {
		return "&", 1
	}
	ref := s[:n+2]
	if value = html.UnescapeString(ref); strings.HasSuffix(value, ";") && value != ";" {
		return ref, len(ref) // known in part at most
	}
	return value, len(ref)
}

// readNumbered is readReference for a number. One that stands for no character
// goes without a trace.
func readNumbered(s string) (value string, n int) {
	digits, base, start := "0123456789", 10, 2
	if len(s) > 2 && s[2]|0x20 == 'x' {
		digits, base, start = "0123456789abcdefABCDEF", 16, 3
	}
	end := start
	for end < len(s) && strings.IndexByte(digits, s[end]) >= 0 {
		end++
	}
	if end == start {
		return "&", 1
	}
	code, err := strconv.ParseInt(s[start:end], base, 32)
	if strings.HasPrefix(s[end:], ";") {
		end++
	}
	switch {
	case err != nil || !legal(rune(code)):
		return standIns[rune(code)], end
	case 0x80 <= code && code <= 0x9f: // meant in windows-1252, as every browser reads it
		return html.UnescapeString("&#" + strconv.Itoa(int(code)) + ";"), end
	}
	return string(rune(code)), end
}

// A sequence of controls can only be dropped whole where it is seen whole, and
// no XML reader lets its first character pass. So stand-ins of the private use
// area carry the two that matter through, and restore brings them back.
var (
	standIns = map[rune]string{0x1b: "\ue01b", 0x07: "\ue007"}
	restore  = strings.NewReplacer("\ue01b", "\x1b", "\ue007", "\x07")
)

// standInStart is how each of them begins.
const standInStart = "\xee\x80"

// bringBack puts in place of stand-ins what they stand for.
func bringBack(s string) string {
	if !strings.Contains(s, standInStart) { // nearly always, and a replacer is slow
		return s
	}
	return restore.Replace(s)
}

// legalText returns s without the characters that are not legal.
func legalText(s string) string {
	if isLegal(s) {
		return s
	}
	var b strings.Builder
	writeLegal(&b, s)
	return b.String()
}

// isLegal says whether all of s is legal. It goes by bytes, as every text comes
// this way; those of a half of a pair of UTF-16 are no character in a string.
func isLegal(s string) bool {
	for i := range len(s) {
		switch c := s[i]; {
		case c < ' ' && !legal(rune(c)):
			return false
		case c == 0xef && slices.ContainsFunc(neverSent, func(r string) bool { return strings.HasPrefix(s[i:], r) }):
			return false
		}
	}
	return true
}

// neverSent are what is not legal of the characters that begin with the byte ef.
var neverSent = []string{"\ufffe", "\uffff", asideStart}

// writeLegal writes s without the characters that are not legal.
func writeLegal(b *strings.Builder, s string) {
	if isLegal(s) {
		b.WriteString(s)
		return
	}
	start := 0
	for i, r := range s {
		if legal(r) {
			continue
		}
		b.WriteString(s[start:i])
		b.WriteString(standIns[r])
		start = i + utf8.RuneLen(r)
	}
	b.WriteString(s[start:])
}

// legal says whether XML 1.0 allows r (section 2.2), and r begins no stand-in.
func legal(r rune) bool {
	switch {
	case r < ' ':
		return r == '\t' || r == '\n' || r == '\r'
	case r > 0xd7ff && r < 0xe000:
		return false
	}
	return r != 0xfffe && r != 0xffff && r <= utf8.MaxRune && r != asideMark
}
