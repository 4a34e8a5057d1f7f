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
	Coverage string    // "4 src · AFP ×3 · CN RU"
	Sources  int       // independent of each other
	Unread   bool
	Starred  bool
}

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
	countFrom = 24               // cells of a headline beside which a dense row counts its sources
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
	if p.dense != (p.width < narrow) {
		return p.oneLine(r, first)
	}
	return p.severalLines(r, first)
}

// oneLine sets a row as its first cells, the headline and, if there is room,
// how many sources tell the story.
func (p *Pane) oneLine(r *Row, first string) []string {
	width := max(0, p.width-1)
	room := width - pane.PaintedWidth(first)
	count := ""
	if r.Sources > 1 && room > countFrom {
		count = fmt.Sprintf(" %d src", r.Sources)
	}
	title := p.titlePaint(r).Text(pane.Pad(r.Title, room-len(count), p.th.Glyphs.Ellipsis))
	return []string{pane.FitLine(first+title+p.th.Meta.Text(count), width)}
}

// severalLines sets a row with its headline in up to two lines, the second one
// below the chips, and its coverage in another.
func (p *Pane) severalLines(r *Row, first string) []string {
	width := max(0, p.width-1)
	begin, rest := splitTitle(r.Title, width-pane.PaintedWidth(first))
	title, ellipsis := p.titlePaint(r), p.th.Glyphs.Ellipsis
	margin := strings.Repeat(" ", indent)
	out := []string{pane.FitLine(first+title.Text(begin), width)}
	if rest != "" {
		out = append(out, pane.FitLine(margin+title.Text(pane.Cut(rest, width-indent, ellipsis)), width))
	}
	if r.Coverage != "" {
		out = append(out, pane.FitLine(margin+p.th.Meta.Text(pane.Cut(r.Coverage, width-indent, ellipsis)), width))
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
