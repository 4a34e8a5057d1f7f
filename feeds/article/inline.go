package article

import (
	"strings"

	"dateline/feeds"
)

// style is how a run of text is set.
type style struct {
	link         string
	strong, emph bool
}

// line gathers runs of text into the spans of one block: every run cleaned,
// white space as one space between words, neighbours of one style joined.
type line struct {
	spans []feeds.Span
	last  strings.Builder // the text of the last span, which may grow
	gap   string          // the space or break mark between what is there and what comes
	size  int             // bytes
}

// gaps are the space and the break marks that feeds.CleanSpan may leave at the
// ends of a run.
const gaps = " \u00a0\u202f\u00ad\u200b\u2060"

func (l *line) add(text string, st style) {
	clean := feeds.CleanSpan(l.gap+text, max(0, maxBlock-l.size))
	words := strings.TrimLeft(clean, gaps)
	if words == "" {
		l.gap = clean
		return
	}
	if gap := clean[:len(clean)-len(words)]; gap != "" && len(l.spans) > 0 {
		l.part(gap, st)
	}
	said := strings.TrimRight(words, gaps)
	l.put(said, st)
	l.gap = words[len(said):]
}

// part adds a gap where no link is: to the text before, else to the text that
// comes, else as a span of its own.
func (l *line) part(gap string, next style) {
	if l.spans[len(l.spans)-1].Link == "" {
		l.last.WriteString(gap)
		return
	}
	next.link = ""
	l.put(gap, next)
}

func (l *line) put(text string, st style) {
	l.size += len(text)
	span := feeds.Span{Link: st.link, Strong: st.strong, Emph: st.emph}
	if n := len(l.spans); n == 0 || l.spans[n-1] != span {
		l.end()
		l.spans = append(l.spans, span)
	}
	l.last.WriteString(text)
}

// end writes the text of the last span.
func (l *line) end() {
	if n := len(l.spans); n > 0 {
		l.spans[n-1].Text = l.last.String()
	}
	l.last.Reset()
}

// take returns the spans and empties the line.
func (l *line) take() []feeds.Span {
	l.end()
	spans := l.spans
	l.spans, l.gap, l.size = nil, "", 0
	return spans
}

// plain is a block's worth of text in one style.
func plain(text string) []feeds.Span {
	var l line
	l.add(text, style{})
	return l.take()
}
