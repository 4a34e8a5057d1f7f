package feeds

import "strings"

// The escape sequences of ECMA-48 as terminals read them. A sequence begins
// with ESC and a character, or with one C1 control that means the same.
const (
	esc = 0x1b
	bel = 0x07
)

// introducers maps the character after ESC, and the C1 control that stands for
// both, to what measures the rest: its length, and whether it came to its end.
var introducers = map[rune]func(string) (int, bool){
	'[': measureControl, 0x9b: measureControl,
	']': measureString, 0x9d: measureString, // OSC
	'P': measureString, 0x90: measureString, // DCS
	'X': measureString, 0x98: measureString, // SOS
	'^': measureString, 0x9e: measureString, // PM
	'_': measureString, 0x9f: measureString, // APC
}

// escape returns the length of the escape sequence that s begins with, or 0.
// r is the first character of s, size its length, prev the one before it.
func escape(s string, r rune, size int, prev rune) int {
	switch {
	case r == esc:
		return afterEscape(s)
	case r < 0x80 || r > 0x9f || 0x80 <= prev && prev <= 0xff:
		// Text that was decoded twice is full of C1 characters behind other
		// high ones; to read them as introducers would drop what follows.
		return 0
	}
	if measure, ok := introducers[r]; ok {
		if n, done := measure(s[size:]); done {
			return size + n
		}
	}
	return 0
}

// afterEscape returns the length of the sequence that begins with the ESC at
// the start of s, complete or not. An ESC that opens nothing is a sequence of
// one byte, so it takes no letter with it.
func afterEscape(s string) int {
	if len(s) < 2 {
		return len(s)
	}
	if measure, ok := introducers[rune(s[1])]; ok && s[1] < 0x80 {
		n, _ := measure(s[2:])
		return 2 + n
	}
	// Designation of a character set and its kin: ESC ( B.
	if len(s) > 2 && strings.IndexByte("()*+-./#%", s[1]) >= 0 && '0' <= s[2] && s[2] <= '~' {
		return 3
	}
	return 1
}

// measureControl reads the rest of a CSI: parameters, intermediates, one
// final byte. It ends before whatever does not belong.
func measureControl(s string) (int, bool) {
	for i := range len(s) {
		switch c := s[i]; {
		case '@' <= c && c <= '~':
			return i + 1, true
		case c < ' ' || c > '?':
			return i, false
		}
	}
	return len(s), false
}

// measureString reads the rest of a control string: up to its terminator or,
// if it has none, to the end of the line.
func measureString(s string) (int, bool) {
	for i := range len(s) {
		switch rest := s[i+1:]; s[i] {
		case bel:
			return i + 1, true
		case '\n', '\r':
			return i, false
		case esc:
			if strings.HasPrefix(rest, `\`) {
				return i + 2, true
			}
			return i, false
		case 0xc2: // U+009C, the terminator as one character
			if strings.HasPrefix(rest, "\x9c") {
				return i + 2, true
			}
		}
	}
	return len(s), false
}
