package article

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"dateline/feeds"
)

// entity is a reference that Markdown would read as a character.
var entity = lazy(`&(?:#[0-9]+|#[xX][0-9a-fA-F]+|[A-Za-z][A-Za-z0-9]*);`)

// marks are the characters that Markdown reads wherever they stand. "!" is one
// of them only before a link.
const marks = "\\`*_[]<>~|"

// escapeInner returns text that shows as it is within a line of Markdown.
func escapeInner(text string) string {
	text = strings.Join(strings.Fields(plainBreaks(text)), " ")
	var out strings.Builder
	for _, r := range text {
		if strings.ContainsRune(marks, r) {
			out.WriteByte('\\')
		}
		out.WriteRune(r)
	}
	return entity().ReplaceAllStringFunc(out.String(), func(e string) string { return `\` + e })
}

// plainBreaks drops the marks for the breaking of lines.
func plainBreaks(text string) string { return feeds.Span{Text: text}.Plain() }

// escape returns text that shows as it is as a paragraph of its own.
func escape(text string) string { return lineStart(escapeInner(text)) }

// lineMark is what makes a line more than a paragraph: the marks of headings,
// lists, rules and the lines below headings.
var lineMark = lazy(`^(?:[-+=#:]|\d{1,9}[.)])`)

// lineStart escapes what Markdown reads at the start of a line only.
func lineStart(line string) string {
	line = strings.TrimSpace(line)
	m := lineMark().FindString(line)
	if m == "" {
		return line
	}
	return line[:len(m)-1] + `\` + line[len(m)-1:]
}

// headingText escapes the marks that would end a heading.
func headingText(line string) string {
	return strings.ReplaceAll(strings.TrimSpace(line), "#", `\#`)
}

// link returns a link, or its text where there is no address. Addresses hold
// no spaces and no angle brackets: SafeURL made them.
func link(text, address string) string {
	if address == "" {
		return text
	}
	address = strings.NewReplacer(`\`, `%5C`, `(`, `\(`, `)`, `\)`, ` `, `%20`, "\n", "", `<`, `%3C`, `>`, `%3E`).Replace(address)
	address = entity().ReplaceAllStringFunc(address, func(e string) string { return `\` + e })
	return "[" + text + "](" + address + ")"
}

// inlineText sets spans with their emphasis and their links.
func inlineText(spans []feeds.Span) string {
	var out strings.Builder
	after := followers(spans)
	for i, s := range spans {
		text := strings.ReplaceAll(s.Plain(), "\n", " ")
		inner := escapeInner(text)
		if inner == "" {
			out.WriteString(spaceOf(text))
			continue
		}
		if text[0] == ' ' {
			out.WriteByte(' ')
		}
		next := after[i]
		if strings.HasSuffix(text, " ") {
			next = follower{first: ' '}
		}
		out.WriteString(styled(s, inner, lastRune(out.String()), next))
		if strings.HasSuffix(text, " ") {
			out.WriteByte(' ')
		}
	}
	return strings.TrimSpace(out.String())
}

// styled sets one span between what stands before and after it.
func styled(s feeds.Span, inner string, before rune, after follower) string {
	mark := strings.Repeat("*", stars(s))
	switch {
	case s.Link != "":
		return link(mark+inner+mark, s.Link)
	case mark != "" && flanks(before, inner, after.first):
		return mark + inner + mark
	case after.linked && strings.HasSuffix(inner, "!"):
		return strings.TrimSuffix(inner, "!") + `\!` // a picture otherwise
	}
	return inner
}

// follower is what follows a span: its first character, and whether it leads
// somewhere.
type follower struct {
	first  rune
	linked bool
}

// followers tells of each span what follows it.
func followers(spans []feeds.Span) []follower {
	out := make([]follower, len(spans))
	next := follower{first: ' '}
	for i, s := range slices.Backward(spans) {
		out[i] = next
		if text := s.Plain(); text != "" {
			first, _ := utf8.DecodeRuneInString(text)
			next = follower{first, s.Link != ""}
		}
	}
	return out
}

func spaceOf(text string) string {
	if text == "" {
		return ""
	}
	return " "
}

func stars(s feeds.Span) int {
	n := 0
	if s.Emph {
		n++
	}
	if s.Strong {
		n += 2
	}
	return n
}

func lastRune(s string) rune {
	if s == "" {
		return ' '
	}
	r, _ := utf8.DecodeLastRuneInString(s)
	return r
}

// flanks says whether stars around inner are read as emphasis, by the rules of
// CommonMark for runs of delimiters: none beside another run, and where inner
// begins or ends with punctuation, space or punctuation must stand outside.
func flanks(before rune, inner string, after rune) bool {
	first, _ := utf8.DecodeRuneInString(inner)
	last, _ := utf8.DecodeLastRuneInString(inner)
	return before != '*' && after != '*' && (!isPunct(first) || isEdge(before)) && (!isPunct(last) || isEdge(after))
}

func isPunct(r rune) bool { return unicode.IsPunct(r) || unicode.IsSymbol(r) }

func isEdge(r rune) bool { return unicode.IsSpace(r) || isPunct(r) }
