package feeds

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// What one cluster of characters may hold. Real scripts stay below; what is
// above is a stack made to spill over the lines around it.
const (
	maxMarks = 6 // marks on one base
	maxJoins = 4 // joiners in a row of joined characters
	rawMarks = 12
)

// Clean makes one safe line of text that came from outside: it keeps what is
// meant to be read and drops what a terminal would obey. Escape sequences go
// whole; controls, bidi overrides, invisible and unassigned characters go one
// by one; spaces of all kinds become single ones. The result is in NFC, at
// most limit bytes long and cut between characters. Cleaning twice changes
// nothing.
func Clean(s string, limit int) string {
	s, _ = clean(s, limit)
	return s
}

// CleanText is Clean for text of several paragraphs: blank lines are kept as
// "\n\n", single line breaks become spaces.
func CleanText(s string, limit int) string {
	var out strings.Builder
	for _, p := range paragraphs(s) {
		gap := 0
		if out.Len() > 0 {
			gap = len("\n\n")
		}
		p, cut := clean(p, limit-out.Len()-gap)
		if p != "" {
			out.WriteString("\n\n"[:gap])
			out.WriteString(p)
		}
		if cut {
			break
		}
	}
	return out.String()
}

// paragraphs splits s where a line holds nothing but space.
func paragraphs(s string) []string {
	s = strings.ReplaceAll(strings.ReplaceAll(s, "\r\n", "\n"), "\r", "\n")
	if !strings.Contains(s, "\n") {
		return []string{s}
	}
	var out []string
	start, end := 0, 0
	for line := range strings.Lines(s) {
		end += len(line)
		if strings.TrimSpace(line) == "" {
			out = append(out, s[start:end])
			start = end
		}
	}
	return append(out, s[start:])
}

// clean returns the safe line, and whether limit cut something off.
func clean(s string, limit int) (string, bool) {
	limit = max(limit, 0)
	if plain(s) {
		if len(s) <= limit {
			return s, false
		}
		return strings.TrimRight(s[:limit], " "), true
	}
	return compose(norm.NFC.String(strip(s, limit)), limit)
}

// plain says whether s is printable ASCII with single spaces between words:
// most text is, and is then already clean.
func plain(s string) bool {
	space := true
	for i := range len(s) {
		c := s[i]
		if c < ' ' || c > '~' || c == ' ' && space {
			return false
		}
		space = c == ' '
	}
	return !space || s == ""
}

// strip drops escape sequences and all that is never meant to be seen,
// whatever stands beside it. It stops when it has more than compose can use.
func strip(s string, limit int) string {
	var b strings.Builder
	enough := 4*limit + 64
	b.Grow(min(len(s), enough))
	marks, last, prev := 0, rune(0), rune(0)
	for i := 0; i < len(s) && b.Len() < enough; {
		if c := s[i]; ' ' < c && c <= '~' {
			b.WriteByte(c)
			marks, last, prev = 0, rune(c), rune(c)
			i++
			continue
		}
		r, size := utf8.DecodeRuneInString(s[i:])
		bad := r == utf8.RuneError && size == 1
		if bad {
			r = rune(s[i]) // a stray byte may still be a C1 control
		}
		if n := escape(s[i:], r, size, prev); n > 0 {
			i += n
			prev = 0
			continue
		}
		i, prev = i+size, r
		switch {
		case isSpace(r) && !bad:
			r = ' '
		case bad || !isJoiner(r) && !visible(r):
			continue
		}
		if (r == ' ' || isJoiner(r)) && r == last {
			continue
		}
		if last = r; !unicode.IsMark(r) {
			marks = 0
		} else if marks++; marks > rawMarks {
			continue
		}
		b.WriteRune(r)
	}
	return b.String()
}

// isSpace says whether r shows as nothing but width.
func isSpace(r rune) bool {
	return unicode.IsSpace(r) || r == '\u2800' // the braille cell without dots
}

func isJoiner(r rune) bool { return r == '\u200c' || r == '\u200d' }

// invisible are characters that Unicode counts as letters, marks or symbols
// although they show nothing by themselves.
var invisible = &unicode.RangeTable{R16: []unicode.Range16{
	{0x034f, 0x034f, 1},
	{0x115f, 0x1160, 1},
	{0x17b4, 0x17b5, 1},
	{0x180b, 0x180f, 1},
	{0x3164, 0x3164, 1},
	{0xffa0, 0xffa0, 1},
	{0xfffc, 0xfffc, 1},
}}

// visible is the allow-list: letters, marks, numbers, punctuation, symbols.
func visible(r rune) bool {
	if r < utf8.RuneSelf {
		return ' ' <= r && r <= '~'
	}
	return unicode.IsPrint(r) && !unicode.Is(invisible, r)
}

// compose puts stripped text together again, cluster by cluster: a mark needs
// a base, a joiner needs something to join on both sides, and neither may pile
// up.
func compose(s string, limit int) (string, bool) {
	c := composer{limit: limit}
	c.out.Grow(min(len(s), limit))
	for _, r := range s {
		if !c.add(r) {
			return strings.TrimRight(c.out.String()[:c.start], " "), true
		}
	}
	return c.out.String(), false
}

type composer struct {
	out     strings.Builder
	limit   int
	start   int  // where the cluster being written begins
	base    rune // of that cluster; 0 after a space or at the start
	joiner  rune // waiting for the other side
	cut     bool // a joiner of this cluster was dropped, so its marks go too
	pair    bool // the cluster is one regional indicator that wants another
	space   bool // waiting for a word
	marks   int
	joins   int
	scratch [2 * utf8.UTFMax]byte
}

// add takes the next character and reports whether there was room for it.
func (c *composer) add(r rune) bool {
	switch {
	case r == ' ':
		c.space, c.base, c.joiner, c.pair = c.out.Len() > 0, 0, 0, false
		return true
	case isJoiner(r):
		c.hold(r)
		return true
	case r >= utf8.RuneSelf && unicode.IsMark(r):
		if c.base == 0 || c.cut || c.marks == maxMarks {
			return true
		}
		c.marks++
		return c.write(r)
	}
	return c.begin(r)
}

// hold keeps a joiner until it is known what follows.
func (c *composer) hold(r rune) {
	switch {
	case !joinable(c.base):
		c.cut = true
	case c.joiner == 0:
		c.joiner = r
	}
}

// begin writes a base: in the running cluster if it is joined to it, else as
// a cluster of its own.
func (c *composer) begin(r rune) bool {
	joined := c.joiner != 0 && joinable(r) && c.joins < maxJoins
	if joined {
		c.joins++
	} else {
		c.joiner, c.joins = 0, 0
	}
	flag := isRegional(r)
	follows := joined || isSkinTone(r) && c.base != 0 || flag && c.pair
	c.pair = flag && !c.pair
	if !follows {
		c.start = c.out.Len()
	}
	c.base, c.marks, c.cut = r, 0, false
	return c.write(r)
}

// write appends what waits and then r, or reports that it does not fit.
func (c *composer) write(r rune) bool {
	b := c.scratch[:0]
	if c.space {
		b = append(b, ' ')
	}
	if c.joiner != 0 {
		b = utf8.AppendRune(b, c.joiner)
	}
	b = utf8.AppendRune(b, r)
	c.space, c.joiner = false, 0
	if c.out.Len()+len(b) > c.limit {
		return false
	}
	c.out.Write(b)
	return true
}

// joinable says whether a zero-width joiner or non-joiner beside r can mean
// something: in scripts that join their letters, and between emoji.
func joinable(r rune) bool {
	switch {
	case r < 0x0590:
		return false
	case unicode.IsLetter(r):
		return !unicode.In(r, unicode.Latin, unicode.Greek, unicode.Cyrillic)
	case r == '\u2194' || r == '\u2195': // arrows of the nodding and shaking heads
		return true
	}
	return unicode.Is(unicode.So, r) || isSkinTone(r)
}

func isSkinTone(r rune) bool { return 0x1f3fb <= r && r <= 0x1f3ff }

func isRegional(r rune) bool { return 0x1f1e6 <= r && r <= 0x1f1ff }

// unspaced says whether r belongs to a script that is written without spaces
// between words.
func unspaced(r rune) bool {
	return unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Thai, unicode.Lao, unicode.Khmer, unicode.Myanmar)
}
