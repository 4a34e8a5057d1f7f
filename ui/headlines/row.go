package headlines

import (
	"fmt"
	"strings"
	"time"

	"dateline/feeds"
	"dateline/ui/pane"
	"dateline/ui/theme"
)

// Row is one story as the list shows it.
type Row struct {
	Story    feeds.StoryID
	Title    string
	At       time.Time // newest item
	Guessed  bool      // At is when it was first seen: the feed gave no date
	Chips    []Chip    // regions, strongest first
	Coverage []Part    // who tells it, the most important first: "4 src", "AFP ×3", "CN RU"
	Areas    []string  // the areas and blocs that it names, told where there is room
	Changed  time.Time // when the outlet changed the headline; zero if it never did
	Sources  int       // independent of each other
	News     int       // what came since it was read
	Why      string    // why it stands here; empty if the order says that by itself
	Below    string    // said in a line of its own below the row
	Moved    bool      // it only says that its story is now part of that of another row
	Unread   bool
	Starred  bool
}

// Part is one thing said of a story, in pieces that have room or have not: a
// count and its noun are one piece, each of several countries is its own.
type Part []string

// Due says whether there is something in the story that was not read.
func (r *Row) Due() bool { return r.Unread || r.News > 0 }

// Chip is the short code of a region in the hue of its continent.
type Chip struct {
	Code string // three letters
	Hue  theme.Hue
}

// The columns of a row behind the selection bar, in cells.
const (
	ageCells  = 4 // three, and the mark of a guess before them
	codeCells = 3
	indent    = 2 + ageCells + 1 // unread mark, star, age, blank: later lines start here
	narrow    = 46               // below this a row has one chip and, unless dense is toggled, one line
)

// guess stands before an age that the feed did not give.
const guess = "~"

// drawn is a row as finished lines, each one cell narrower than the pane: the
// selection bar goes before them.
type drawn struct {
	width int
	age   string
	lines []string
}

// lines draws row i, or returns it as it was drawn before.
func (p *Pane) lines(i int) []string {
	r := p.rows[i]
	age := pane.Age(p.now().Sub(r.At))
	if d, ok := p.drawn[r]; ok && d.width == p.width && d.age == age {
		return d.lines
	}
	lines := p.draw(r, age)
	p.drawn[r] = drawn{width: p.width, age: age, lines: lines}
	return lines
}

// rowHeight counts the lines of row i; they do not depend on its age.
func (p *Pane) rowHeight(i int) int {
	if d, ok := p.drawn[p.rows[i]]; ok && d.width == p.width {
		return len(d.lines)
	}
	return len(p.lines(i))
}

func (p *Pane) draw(r *Row, age string) []string {
	chips := 2
	if p.width < narrow {
		chips = 1
	}
	first := p.marks(r) + p.age(age, r.Guessed) + " " + p.chips(r.Chips, chips)
	out := p.severalLines
	if p.dense != (p.width < narrow) {
		out = p.oneLine
	}
	lines := out(r, first)
	if r.Below != "" {
		rule := strings.Repeat(p.th.Glyphs.Rule, 2)
		lines = append(lines, p.later(p.th.Meta.Text(pane.Cut(rule+" "+r.Below, p.width-1-indent, p.th.Glyphs.Ellipsis))))
	}
	return lines
}

// later sets a painted line of a row that is not its first.
func (p *Pane) later(text string) string {
	return pane.FitLine(strings.Repeat(" ", indent)+text, max(0, p.width-1))
}

// oneLine sets a row as its first cells, the headline and, if there is room,
// what is to be said of its coverage.
func (p *Pane) oneLine(r *Row, first string) []string {
	width := max(0, p.width-1)
	room := width - pane.PaintedWidth(first)
	end := p.end(r, room)
	title := p.titlePaint(r).Text(pane.Pad(r.Title, room-pane.PaintedWidth(end), p.th.Glyphs.Ellipsis))
	return []string{pane.FitLine(first+title+end, width)}
}

// severalLines sets a row with its headline in up to two lines, the second one
// below the chips, and its coverage in another.
func (p *Pane) severalLines(r *Row, first string) []string {
	width := max(0, p.width-1)
	begin, rest := splitTitle(r.Title, width-pane.PaintedWidth(first))
	title := p.titlePaint(r)
	out := []string{pane.FitLine(first+title.Text(begin), width)}
	if rest != "" {
		out = append(out, p.later(title.Text(pane.Cut(rest, width-indent, p.th.Glyphs.Ellipsis))))
	}
	if told := p.told(r, width-indent); told != "" {
		out = append(out, p.later(told))
	}
	return out
}

// splitTitle breaks a headline where its first line of width cells ends.
func splitTitle(title string, width int) (begin, rest string) {
	lines := pane.Break(title, max(1, width))
	if len(lines) < 2 {
		return title, ""
	}
	return title[lines[0].Start:lines[0].End], title[lines[1].Start:]
}

func (p *Pane) titlePaint(r *Row) theme.Paint {
	if r.Unread {
		return p.th.Headline
	}
	return p.th.Plain
}

func (p *Pane) marks(r *Row) string {
	unread, star := " ", " "
	if r.Unread {
		unread = p.th.Accent.Text(p.th.Glyphs.Unread)
	}
	if r.Starred {
		star = p.th.Accent.Text(p.th.Glyphs.Star)
	}
	return unread + star
}

func (p *Pane) age(age string, guessed bool) string {
	if guessed {
		age = guess + age
	}
	return p.th.Meta.Text(fmt.Sprintf("%*s", ageCells, age))
}

// chips sets the codes of n regions and the blanks behind them. If there are
// more, the last place counts them, unless it is the only one.
func (p *Pane) chips(all []Chip, n int) string {
	var b strings.Builder
	for i := range n {
		switch {
		case i >= len(all):
			b.WriteString(strings.Repeat(" ", codeCells))
		case i > 0 && i == n-1 && len(all) > n:
			b.WriteString(p.th.Meta.Text(fmt.Sprintf("+%-*d", codeCells-1, min(99, len(all)-i))))
		default:
			b.WriteString(p.th.Chip(all[i].Hue).Text(pane.Pad(all[i].Code, codeCells, "")))
		}
		b.WriteByte(' ')
	}
	return b.String() + " "
}
