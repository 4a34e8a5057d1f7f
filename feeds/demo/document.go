package demo

import (
	"bytes"
	"cmp"
	"encoding/json"
	"encoding/xml"
	"html"
	"io"
	"regexp"
	"strconv"
	"strings"
	"text/template"
	"time"
)

// entry is an item as a document shows it: with its time, and its texts filled
// in for that time.
type entry struct {
	Title, Link, Byline string
	Summary             []string
	Content             string // HTML of the full text, in feeds that give it
	Categories          []string
	Time                time.Time
	Undated             bool
}

func newEntry(it *item, start time.Time) entry {
	e := entry{
		Title: it.title, Link: it.link(), Byline: it.byline, Categories: it.categories,
		Time: start.Add(-it.age), Undated: it.undated,
	}
	for _, s := range it.summary {
		e.Summary = append(e.Summary, expand(s, e.Time))
	}
	return e
}

var token = regexp.MustCompile(`\{(day|date)([+-]\d+)?\}`)

// expand fills in what depends on the time of an item: {day} is the weekday,
// {date} the date, {day-2} the weekday two days before.
func expand(s string, t time.Time) string {
	return token.ReplaceAllStringFunc(s, func(m string) string {
		part := token.FindStringSubmatch(m)
		n, _ := strconv.Atoi(part[2]) // "" is today
		day := t.AddDate(0, 0, n)
		if part[1] == "day" {
			return day.Format("Monday")
		}
		return day.Format("Jan 2, 2006")
	})
}

// formats names the media type of each feed format.
var formats = map[string]string{
	"rss": "application/rss+xml", "atom": "application/atom+xml",
	"rdf": "application/rdf+xml", "json": "application/feed+json",
}

// feedView is what a feed template is filled with.
type feedView struct {
	*outlet
	Home    string
	Built   time.Time
	Entries []entry
}

// edition is how often the feeds have gone to print.
type edition int

const (
	first  edition = 1
	second edition = 2
)

func (c *corpus) renderFeed(o *outlet, start time.Time, n edition) []byte {
	if o.trait == "hostile" {
		return hostileFile("data/hostile.xml", start)
	}
	v := feedView{outlet: o, Home: "https://" + o.host + "/", Built: start}
	for _, it := range o.items {
		if it.later && n < second {
			continue
		}
		e := newEntry(it, start)
		if n == second {
			e.Title = cmp.Or(it.then, it.title)
		}
		if o.trait == "full" {
			text := pageView{Blocks: expandBlocks(c.pageOf(it).blocks, e.Time)}
			e.Content = string(render(layouts, "blocks", text))
		}
		v.Entries = append(v.Entries, e)
	}
	return render(documents, o.format+".feed", v)
}

var documents = template.Must(template.New("").Funcs(template.FuncMap{
	"xml": escapeXML, "json": encodeJSON, "paragraphs": paragraphs,
}).ParseFS(files, "data/layouts/*.feed"))

// executor is what text and HTML templates have in common.
type executor interface {
	ExecuteTemplate(w io.Writer, name string, data any) error
}

// render fills a template of the corpus. A template that fails is a fault of
// the build: the tests render every document there is.
func render(t executor, name string, data any) []byte {
	var b bytes.Buffer
	if err := t.ExecuteTemplate(&b, name, data); err != nil {
		panic(err)
	}
	return b.Bytes()
}

func escapeXML(s string) (string, error) {
	var b strings.Builder
	err := xml.EscapeText(&b, []byte(s))
	return b.String(), err
}

func encodeJSON(v any) (string, error) {
	b, err := json.Marshal(v)
	return string(b), err
}

// paragraphs makes the HTML of a description: bare text if it is one paragraph.
func paragraphs(text []string) string {
	if len(text) == 1 {
		return html.EscapeString(text[0])
	}
	var b strings.Builder
	for _, p := range text {
		b.WriteString("<p>" + html.EscapeString(p) + "</p>")
	}
	return b.String()
}

var ageToken = regexp.MustCompile(`\{ago ([0-9dhm]+)\}`)

// hostileFile returns a file that is broken on purpose: nothing in it is
// escaped or checked, only its dates are moved to start.
func hostileFile(name string, start time.Time) []byte {
	b, err := files.ReadFile(name)
	if err != nil {
		panic(err) // embedded
	}
	return ageToken.ReplaceAllFunc(b, func(m []byte) []byte {
		d, err := parseAge(string(ageToken.FindSubmatch(m)[1]))
		if err != nil {
			return m
		}
		return []byte(start.Add(-d).Format(time.RFC1123Z))
	})
}
