package region

import (
	"bytes"
	"strings"
)

const (
	longestAddress = 512 // of an address is read, in bytes
	slugWords      = 3   // words from which a part of a path was written for the page; shorter ones are desks
)

// slug returns the words that the path of an address has of its page, written
// as in a title, since a path has no capitals. All else becomes bars, so that
// every word stands where it stands in the address.
func slug(address string) string {
	address = address[:min(len(address), longestAddress)]
	scheme := strings.Index(address, "://")
	if scheme < 0 {
		return ""
	}
	out := bytes.Repeat([]byte("|"), len(address))
	path, _, _ := strings.Cut(address, "?")
	path, _, _ = strings.Cut(path, "#")
	at := scheme + len("://")
	host := at
	for part := range strings.SplitSeq(path[at:], "/") {
		if at > host && strings.Count(part, "-")+strings.Count(part, "_") >= slugWords-1 {
			capitalise(out[at:at+len(part)], part)
		}
		at += len(part) + len("/")
	}
	return string(out)
}

// capitalise writes part to out, each word with a capital.
func capitalise(out []byte, part string) {
	begins := true
	for i := range len(part) {
		c := part[i]
		switch {
		case strings.IndexByte("-_+", c) >= 0:
			c = ' '
		case begins && 'a' <= c && c <= 'z':
			c -= 'a' - 'A'
		}
		out[i], begins = c, c == ' '
	}
}
