package article

import (
	"bytes"
	"html"
	"strings"
)

// typedText is the media type of text without any marks.
const typedText = "text/plain"

// setPlain makes a page of plain text, as some ministries and agencies publish
// it: blank lines part its paragraphs, and what stands in columns stays as it
// is. HTML under that name is left alone.
func setPlain(text []byte) []byte {
	start := bytes.ToLower(bytes.TrimSpace(text[:min(len(text), sniffed)]))
	if bytes.HasPrefix(start, []byte("<!doctype html")) || bytes.HasPrefix(start, []byte("<html")) {
		return text
	}
	var out bytes.Buffer
	var lines []string
	for line := range strings.Lines(string(text)) {
		if line = strings.TrimRight(line, " \t\r\n\f"); line != "" {
			lines = append(lines, html.EscapeString(line))
			continue
		}
		writePlain(&out, lines)
		lines = nil
	}
	writePlain(&out, lines)
	return out.Bytes()
}

// writePlain writes the lines of one paragraph.
func writePlain(out *bytes.Buffer, lines []string) {
	if len(lines) == 0 {
		return
	}
	columns, listed, longest := false, true, 0
	for _, l := range lines {
		columns = columns || strings.ContainsRune(l, '\t') || strings.Contains(strings.TrimSpace(l), "   ")
		listed = listed && strings.HasPrefix(strings.TrimSpace(l), "- ")
		longest = max(longest, len(l))
	}
	switch {
	case columns:
		out.WriteString("<pre>" + strings.Join(lines, "\n") + "</pre>\n")
	case listed:
		for _, l := range lines {
			out.WriteString("<li>" + strings.TrimPrefix(strings.TrimSpace(l), "- ") + "</li>\n")
		}
	case longest < minTypedLine: // an address, a verse
		out.WriteString("<p>" + strings.Join(lines, "<br>") + "</p>\n")
	default:
		out.WriteString("<p>" + strings.Join(lines, "\n") + "</p>\n")
	}
}
