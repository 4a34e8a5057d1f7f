package launch

import (
	"bytes"
	"regexp"
	"strconv"
	"strings"

	"dateline/feeds"
)

// entry is how a line begins that is an entry of a list; the number is its own.
var entry = regexp.MustCompile(`^\s{0,8}(?:[-*•–]|(\d{1,3})[.)])\s+`)

// Blocks makes clean blocks of what a command printed: paragraphs are parted by
// blank lines, entries of a list begin lines of their own. Output that is not
// text gives none.
func Blocks(output []byte) []feeds.Block {
	if bytes.IndexByte(output, 0) >= 0 {
		return nil
	}
	var out []feeds.Block
	var open []string // lines of the block that is being read
	text := strings.ReplaceAll(strings.ReplaceAll(string(output), "\r\n", "\n"), "\r", "\n")
	for line := range strings.SplitSeq(text+"\n", "\n") {
		if strings.TrimSpace(line) == "" || entry.MatchString(line) {
			if b, ok := block(strings.Join(open, "\n")); ok {
				out = append(out, b)
			}
			open = nil
		}
		open = append(open, line)
	}
	return out
}

// block makes one block of its lines, if anything can be read in them.
func block(lines string) (feeds.Block, bool) {
	b := feeds.Block{Kind: feeds.Paragraph}
	if mark := entry.FindStringSubmatch(lines); mark != nil {
		b.Kind, b.Level = feeds.ListEntry, 1
		b.Number, _ = strconv.Atoi(mark[1])
		lines = lines[len(mark[0]):]
	}
	text := feeds.Clean(lines, maxOutput)
	b.Spans = []feeds.Span{{Text: text}}
	return b, text != ""
}
