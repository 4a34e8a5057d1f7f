package parse

import (
	"bytes"
	"regexp"
	"strings"
	"unicode/utf8"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
	"golang.org/x/text/encoding/charmap"
)

// plain returns the text of s, which may be plain or HTML, once or twice
// escaped. Paragraphs are parted by blank lines. The result is not yet clean.
func plain(s string) string {
	s = flatten(bringBack(s))
	if isMarkup(s) {
		s = flatten(s)
	}
	return decodeOnce(s)
}

// decodeOnce undoes the commonest fault of publishing programs: UTF-8 that was
// taken for windows-1252 and written as UTF-8 again. Such text gives itself
// away, for it is valid UTF-8 once more when written in windows-1252.
func decodeOnce(s string) string {
	first := 0
	for first < len(s) && s[first] < utf8.RuneSelf {
		first++
	}
	if r, _ := utf8.DecodeRuneInString(s[first:]); r < 0xc2 || r > 0xf4 {
		return s // no first byte of a character: what most text has is a quotation mark, or nothing
	}
	b := make([]byte, 0, len(s))
	latin := true // nothing but Latin-1
	for _, r := range s {
		c, ok := charmap.Windows1252.EncodeRune(r)
		if !ok {
			if r > 0x9f {
				return s
			}
			c = byte(r) // the five bytes that windows-1252 leaves open
		}
		latin = latin && r <= 0xff
		b = append(b, c)
	}
	// One pair alone may be a capital with a quotation mark or an ellipsis.
	twice := utf8.RuneCount(b) <= utf8.RuneCountInString(s)-2
	if utf8.Valid(b) && (latin || twice) {
		return string(b)
	}
	return s
}

// isMarkup says whether what should have been gone after one reading stands in
// s: it was escaped twice.
func isMarkup(s string) bool {
	for {
		i := strings.IndexAny(s, "&<")
		if i < 0 {
			return false
		}
		if markup.MatchString(piece(s[i:])) {
			return true
		}
		s = s[i+1:]
	}
}

// piece returns as much of s, which begins with one of the marks of markup, as
// may belong to it.
func piece(s string) string {
	if s[0] == '&' {
		return s[:min(len(s), longestReference)]
	}
	end := strings.IndexAny(s[1:], "<>")
	return s[:min(len(s), end+2)]
}

const longestReference = 10

// markup is a reference, or a tag of running text.
var markup = regexp.MustCompile(`^(?:&(?:#\d{2,6}|#[xX][0-9a-fA-F]{2,5}|[a-zA-Z]{2,8});|</?(?:p|br|a|b|i|em|strong|div|span|ul|li|img|h[1-6])(?:\s[^<>]*)?/?>)`)

// laidOut says whether s has tags that say where lines break, so that the line
// breaks of the source say nothing.
func laidOut(s string) bool {
	_, tags, _ := strings.Cut(s, "<")
	for part := range strings.SplitSeq(tags, "<") {
		name := strings.ToLower(part[:nameLength(part)])
		if strings.HasPrefix(gaps[name], "\n") {
			return true
		}
	}
	return false
}

// flatten reads s as HTML. It goes by tokens, not by a tree, so that no depth
// and no disorder of tags can cost more than the length of s.
func flatten(s string) string {
	switch {
	case strings.Contains(s, "<"):
		f := flattener{source: s, breaks: !laidOut(s)}
		return f.flatten()
	case strings.Contains(s, "&"):
		return html.UnescapeString(s)
	}
	return s
}

type flattener struct {
	source  string
	pos     int // bytes of it that were read
	out     strings.Builder
	lastEnd map[string]int // where each element ends for the last time, so far as was asked
	hidden  string         // the element whose content is not text, while in it
	breaks  bool           // line breaks of the source are kept
	tags    bool           // there was one
}

func (f *flattener) flatten() string {
	f.out.Grow(len(f.source))
	z := html.NewTokenizer(strings.NewReader(f.source))
	for {
		kind, from := z.Next(), f.pos
		f.pos += len(z.Raw())
		switch kind {
		case html.ErrorToken:
			f.rest(f.source[from:])
			return f.out.String()
		case html.TextToken:
			f.text(z.Text())
		case html.StartTagToken, html.SelfClosingTagToken:
			name, attrs := z.TagName()
			f.tags = true
			f.start(name, f.source[from:f.pos], attrs)
		case html.EndTagToken:
			name, _ := z.TagName()
			f.tags = true
			f.end(name)
		case html.CommentToken, html.DoctypeToken:
		}
	}
}

// text writes s, which it may change.
func (f *flattener) text(s []byte) {
	if f.hidden != "" {
		return
	}
	if !f.breaks {
		for i, c := range s {
			if c == '\n' || c == '\r' {
				s[i] = ' '
			}
		}
	}
	f.out.Write(s)
}

// rest reads what ends before it is a tag. Of HTML that was cut off it is the
// beginning of one; where nothing else is HTML, it is text: "A<B".
func (f *flattener) rest(s string) {
	if !f.tags && !strings.Contains(s, "=") {
		f.text([]byte(html.UnescapeString(s)))
	}
}

func (f *flattener) start(name []byte, raw string, attrs bool) {
	switch {
	case f.hidden != "":
	case hiddenTags[string(name)] && !strings.HasSuffix(raw, "/>") && f.ends(string(name)):
		f.hidden = string(name)
	case !attrs && atom.Lookup(name) == 0 && !bytes.ContainsAny(name, ":-/"):
		f.text([]byte(raw)) // no tag, but text in angle brackets
	default:
		f.out.WriteString(gaps[string(name)])
	}
}

// ends says whether an element that was opened is closed further on. What is
// left open hides no text, but for programs and styles, of which none is text.
func (f *flattener) ends(name string) bool {
	if name == "script" || name == "style" {
		return true
	}
	last, known := f.lastEnd[name]
	if !known {
		if f.lastEnd == nil {
			f.lastEnd = map[string]int{}
		}
		last = strings.LastIndex(strings.ToLower(f.source), "</"+name)
		f.lastEnd[name] = last
	}
	return last >= f.pos
}

func (f *flattener) end(name []byte) {
	switch {
	case f.hidden == string(name):
		f.hidden = ""
	case f.hidden == "" && string(name) != "br":
		f.out.WriteString(gaps[string(name)])
	}
}

// hiddenTags hold no text to read.
var hiddenTags = map[string]bool{
	"script": true, "style": true, "noscript": true, "iframe": true, "object": true, "svg": true, "template": true,
	"audio": true, "video": true, "textarea": true, "select": true, "button": true,
}

// gaps is what stands where a tag stood; a tag that is not here leaves none.
var gaps = func() map[string]string {
	m := map[string]string{"br": "\n", "td": " ", "th": " ", "option": " ", "img": " "}
	for name := range strings.FieldsSeq(`address article aside blockquote body caption center dd details dir div dl dt
		fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr html li main menu nav ol p pre section
		summary table tr ul`) {
		m[name] = "\n\n"
	}
	return m
}()
