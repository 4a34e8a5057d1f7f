package article

import (
	"strings"
	"unicode"

	"golang.org/x/net/html"

	"dateline/feeds"
)

// preformatted sets text whose lines the page has broken: one that was typed
// for print as the paragraphs it has, all else as it stands.
func (s *setter) preformatted(n *html.Node) {
	var lines []string
	for l := range strings.SplitSeq(strings.ReplaceAll(rawText(n), "\t", "    "), "\n") {
		words := strings.Split(l, " ")
		for i, w := range words {
			words[i] = feeds.Clean(w, maxBlock)
		}
		lines = append(lines, strings.TrimRight(strings.Join(words, " "), " "))
	}
	if isTyped(lines) {
		s.typed(lines)
		return
	}
	text := strings.Trim(strings.Join(lines, "\n"), "\n")
	if text = text[:min(len(text), maxBlock)]; strings.TrimSpace(text) != "" {
		s.put(feeds.Block{Kind: feeds.Code, Spans: []feeds.Span{{Text: strings.ToValidUTF8(text, "")}}})
	}
}

// A line of typed prose is so many bytes long; fewer typed lines make no text.
const (
	minTypedLine  = 45
	maxTypedLine  = 100
	minTypedLines = 5
)

// isTyped says whether lines are prose as a typewriter sets it, and not code or
// columns: most text stands in lines as long as the page is wide, of words with
// single spaces between them.
func isTyped(lines []string) bool {
	typed, prose, other := 0, 0, 0
	for _, l := range lines {
		l = strings.TrimSpace(l)
		switch {
		case strings.ContainsAny(l, "{}<>=;|\\") || strings.Contains(l, "   "):
			other += maxTypedLine
		case len(l) >= minTypedLine && len(l) <= maxTypedLine && strings.Count(l, " ") >= 4:
			typed++
			prose += len(l)
		default:
			other += len(l)
		}
	}
	return typed >= minTypedLines && prose > other
}

// typed sets the paragraphs that blank lines part, and the entries of lists.
// What is no word is a mark of the end.
func (s *setter) typed(lines []string) {
	var paragraph []string
	end := func() {
		text := strings.Join(paragraph, " ")
		paragraph = nil
		if strings.ContainsFunc(text, unicode.IsLetter) {
			s.put(feeds.Block{Kind: feeds.Paragraph, Spans: plain(text)})
		}
	}
	for _, l := range lines {
		l = strings.TrimSpace(l)
		entry, listed := strings.CutPrefix(l, "- ")
		switch {
		case l == "":
			end()
		case listed:
			end()
			s.put(feeds.Block{Kind: feeds.ListEntry, Level: 1, Spans: plain(entry)})
		default:
			paragraph = append(paragraph, l)
		}
	}
	end()
}

// rawText is the text of preformatted elements, with its line breaks.
func rawText(n *html.Node) string {
	var out strings.Builder
	each(n, func(c *html.Node) bool {
		switch {
		case c.Type == html.TextNode:
			out.WriteString(c.Data)
		case isElement(c, "br"):
			out.WriteByte('\n')
		}
		return !isElement(c, "script", "style")
	})
	return out.String()
}
