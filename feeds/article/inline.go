package article

import (
	"strings"
	"unicode"
	"unicode/utf8"

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
	space bool // white space stands between what is there and what comes
	size  int  // bytes
}

func (l *line) add(text string, st style) {
	clean := feeds.Clean(text, max(0, maxBlock-l.size))
	if clean == "" {
		l.space = l.space || text != ""
		return
	}
	first, _ := utf8.DecodeRuneInString(text)
	if (l.space || unicode.IsSpace(first)) && len(l.spans) > 0 {
		l.gap(st)
	}
	l.put(clean, st)
	last, _ := utf8.DecodeLastRuneInString(text)
	l.space = unicode.IsSpace(last)
}

// gap adds a space where no link is: to the text before, else to the text
// that comes, else as a span of its own.
func (l *line) gap(next style) {
	if last := &l.spans[len(l.spans)-1]; last.Link == "" {
		last.Text += " "
		return
	}
	next.link = ""
	l.put(" ", next)
}

func (l *line) put(text string, st style) {
	l.size += len(text)
	if n := len(l.spans); n > 0 {
		if last := &l.spans[n-1]; last.Link == st.link && last.Strong == st.strong && last.Emph == st.emph {
			last.Text += text
			return
		}
	}
	l.spans = append(l.spans, feeds.Span{Text: text, Link: st.link, Strong: st.strong, Emph: st.emph})
}

// take returns the spans and empties the line.
func (l *line) take() []feeds.Span {
	spans := l.spans
	if n := len(spans); n > 0 {
		if spans[n-1].Text = strings.TrimRight(spans[n-1].Text, " "); spans[n-1].Text == "" {
			spans = spans[:n-1]
		}
	}
	*l = line{}
	return spans
}

// plain is a block's worth of text in one style.
func plain(text string) []feeds.Span {
	var l line
	l.add(text, style{})
	return l.take()
}
