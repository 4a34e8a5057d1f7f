package article

import (
	"fmt"
	"slices"
	"strings"
	"time"

	"dateline/feeds"
)

// Markdown returns a as a CommonMark document with the tables of GitHub: what
// stands above the text, the lead image, the text. Whatever the page wrote is
// shown as it is; nothing in it is read as Markdown.
func Markdown(a feeds.Article) string {
	m := &marker{}
	m.put(escape(a.Kicker))
	if a.Title != "" {
		m.put("# " + headingText(escapeInner(a.Title)))
	}
	m.put(escape(byWord(a.Byline)))
	m.put(escape(datelineOf(a)))
	if a.URL != "" {
		m.put(link(escapeInner(firstOf(a.Site, a.URL)), a.URL))
	}
	m.image(a.Picture.URL, a.Picture.Alt, a.Picture.Caption)
	for _, b := range a.Blocks {
		m.block(b)
	}
	return m.out.String()
}

func byWord(byline string) string {
	if byline == "" {
		return ""
	}
	return "by " + byline
}

// datelineOf is the line "Beijing (AFP) Feb 1, 2026", with the day of
// publication if the text names none.
func datelineOf(a feeds.Article) string {
	var parts []string
	if a.Place != "" {
		parts = append(parts, a.Place)
	}
	if a.Wire != "" {
		parts = append(parts, "("+a.Wire+")")
	}
	for _, day := range []time.Time{a.Day, a.Date} {
		if !day.IsZero() {
			parts = append(parts, day.Format("Jan 2, 2006"))
			break
		}
	}
	return strings.Join(parts, " ")
}

// marker writes blocks one below the other.
type marker struct {
	out  strings.Builder
	last feeds.Block // the block that stands last; its kind is empty after others
	open []entry     // the entries of lists that the next one may stand in
}

// entry is an entry of a list: how far what stands in it is indented, and how
// its list numbers.
type entry struct {
	indent, number int
	stop           string // "." or ")" after a number, "-" without
}

// put writes a block that stands alone.
func (m *marker) put(text string) {
	if text == "" {
		return
	}
	m.part("\n\n", text)
	m.last, m.open = feeds.Block{}, nil
}

func (m *marker) part(between, text string) {
	if m.out.Len() > 0 {
		m.out.WriteString(between)
	}
	m.out.WriteString(text)
}

func (m *marker) block(b feeds.Block) {
	switch b.Kind {
	case feeds.Heading:
		m.put(strings.Repeat("#", min(6, max(2, b.Level))) + " " + headingText(inlineText(b.Spans)))
	case feeds.Quote:
		m.quote(b)
	case feeds.ListEntry:
		m.entry(b)
	case feeds.Table:
		m.put(tableText(b.Rows))
	case feeds.Code:
		m.put(fenced(b.Plain()))
	case feeds.Image:
		m.image(b.URL, b.Alt, plainSpans(b.Spans))
	case feeds.Embed:
		m.put(link(escapeInner(firstOf(b.Plain(), b.URL)), b.URL))
	case feeds.Paragraph:
		m.put(lineStart(inlineText(b.Spans)))
	}
}

// quote keeps paragraphs of one quotation in one.
func (m *marker) quote(b feeds.Block) {
	mark := strings.Repeat("> ", max(1, b.Level))
	text := lineStart(inlineText(b.Spans))
	if text == "" {
		return
	}
	if m.last.Kind != feeds.Quote || m.last.Level != b.Level {
		m.put(mark + text)
	} else {
		m.part("\n"+strings.TrimRight(mark, " ")+"\n", mark+text)
	}
	m.last = b
}

// entry writes an entry of a list below the one it belongs to. Numbers that do
// not follow on each other begin another list: the mark after them tells.
func (m *marker) entry(b feeds.Block) {
	text := lineStart(inlineText(b.Spans))
	if text == "" {
		return
	}
	depth := min(max(1, b.Level)-1, len(m.open))
	e := entry{number: b.Number, stop: "-"}
	if b.Number > 0 {
		e.stop = "."
	}
	if depth < len(m.open) {
		if was := m.open[depth]; b.Number > 0 && (was.stop == "." && b.Number != was.number+1 || was.stop == ")" && b.Number == was.number+1) {
			e.stop = ")"
		}
	}
	indent := 0
	if depth > 0 {
		indent = m.open[depth-1].indent
	}
	mark := "- "
	if b.Number > 0 {
		mark = fmt.Sprintf("%d%s ", b.Number, e.stop)
	}
	e.indent = indent + len(mark)
	between := "\n"
	if m.last.Kind != feeds.ListEntry || b.Number > 1 && depth == len(m.open) {
		between = "\n\n" // only a list that begins with 1 may follow a line of text
	}
	m.part(between, strings.Repeat(" ", indent)+mark+text)
	m.open = append(slices.Clone(m.open[:depth]), e)
	m.last = b
}

func (m *marker) image(address, alt, caption string) {
	if address != "" {
		m.put("!" + link(escapeInner(alt), address))
	}
	if caption != "" {
		m.put(inlineText([]feeds.Span{{Text: caption, Emph: true}}))
	}
}

// fenced is preformatted text between fences longer than any in it.
func fenced(text string) string {
	fence := "```"
	for strings.Contains(text, fence) {
		fence += "`"
	}
	return fence + "\n" + text + "\n" + fence
}

// tableText writes rows as wide as the widest, the first as their head.
func tableText(rows [][]string) string {
	width := 0
	for _, r := range rows {
		width = max(width, len(r))
	}
	if width == 0 {
		return ""
	}
	var out strings.Builder
	for i, r := range rows {
		for c := range width {
			cell := ""
			if c < len(r) {
				cell = escapeInner(r[c])
			}
			out.WriteString("| " + cell + " ")
		}
		out.WriteString("|\n")
		if i == 0 {
			out.WriteString(strings.Repeat("| --- ", width) + "|\n")
		}
	}
	return strings.TrimRight(out.String(), "\n")
}
