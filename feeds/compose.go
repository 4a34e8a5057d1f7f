package feeds

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// What one cluster of characters may hold. Real scripts stay below; what is
// above is a stack made to spill over the lines around it.
const (
	maxMarks = 6  // marks on one base
	maxJoins = 4  // joiners in a row of joined characters
	rawMarks = 12 // before composing; more would make NFC add characters of its own
)

// compose puts stripped text together again, cluster by cluster: a mark needs
// a base, a joiner needs something to join on both sides, and neither may pile
// up. What stands between two characters stays at the ends too if s is marked.
func compose(s string, limit int, marked bool) (string, bool) {
	c := composer{limit: limit, marked: marked}
	c.out.Grow(min(len(s), limit))
	for i := 0; i < len(s); {
		r, size := utf8.DecodeRuneInString(s[i:])
		i += size
		n := word(s[i-size:]) - size // what is left of a word of ASCII
		if !c.add(r) || n > 0 && !c.addWord(s[i:i+n]) {
			return strings.TrimRight(c.out.String()[:c.start], " "), true
		}
		i += max(n, 0)
	}
	if marked && c.gap != 0 && c.out.Len()+utf8.RuneLen(c.gap) <= limit {
		c.out.WriteRune(c.gap)
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
	gap     rune // a space or a mark for breaking that waits for a character
	marked  bool // it may stand at the start
	marks   int
	joins   int
	scratch [3 * utf8.UTFMax]byte
}

// add takes the next character and reports whether there was room for it.
func (c *composer) add(r rune) bool {
	rank := breakRank(r)
	switch {
	case rank > 0:
		c.part(r)
		if rank >= firstSpace {
			c.base, c.joiner, c.pair = 0, 0, false
		}
		return true
	case isJoiner(r):
		c.hold(r)
		return true
	case r >= utf8.RuneSelf && unicode.IsMark(r):
		if c.base == 0 || c.cut || c.marks == maxMarks {
			return true
		}
		c.marks++
		c.gap = 0
		return c.write(r)
	}
	return c.begin(r)
}

// part notes what stands between two characters.
func (c *composer) part(gap rune) {
	if c.out.Len() > 0 || c.marked {
		c.gap = stronger(c.gap, gap)
	}
}

// addWord is add for the rest of a word of ASCII.
func (c *composer) addWord(s string) bool {
	room := min(c.limit-c.out.Len(), len(s))
	c.out.WriteString(s[:room])
	c.start, c.base = c.out.Len(), rune(s[len(s)-1])
	if room < len(s) {
		return false
	}
	c.start--
	return true
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
	if follows {
		c.gap = 0
	} else {
		c.start = c.out.Len()
	}
	c.base, c.marks, c.cut = r, 0, false
	return c.write(r)
}

// write appends what waits and then r, or reports that it does not fit.
func (c *composer) write(r rune) bool {
	b := c.scratch[:0]
	if c.gap != 0 {
		b = utf8.AppendRune(b, c.gap)
	}
	if c.joiner != 0 {
		b = utf8.AppendRune(b, c.joiner)
	}
	b = utf8.AppendRune(b, r)
	c.gap, c.joiner = 0, 0
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
