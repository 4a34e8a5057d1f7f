package config

import (
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"slices"
	"strconv"
	"strings"
	"unicode"

	"dateline/feeds"
)

// Corrections reads corrections.tsv, the reader's word against the tags. No such
// file is no error. Faults come as Faults, all at once.
func Corrections(p Paths, atlas *feeds.Atlas) (feeds.Corrections, error) {
	s, err := open(p.Corrections, "make it readable, or move it away to go without")
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	all := corrections(s.lines(atlas))
	return all, s.err()
}

func corrections(lines []line) feeds.Corrections {
	var all feeds.Corrections
	for _, l := range lines {
		all = append(all, l.says)
	}
	return all
}

// line is one correction of the file and where it stands.
type line struct {
	span
	says feeds.Correction
}

// lines reads the corrections that are well formed, and notes what is wrong
// with the others.
func (s *source) lines(atlas *feeds.Atlas) []line {
	var out []line
	for _, rec := range s.records("scope", "subject", "correction", "made", "note") {
		l := line{span: rec.span}
		if (reader{rec, atlas}).read(&l.says) {
			out = append(out, l)
		}
	}
	return out
}

// The columns of a line. The last two may be missing.
const (
	scopeColumn = iota
	subjectColumn
	markColumn
	madeColumn
	noteColumn
	columns
)

// reader reads one line.
type reader struct {
	record
	atlas *feeds.Atlas
}

// read takes the line over and says whether it is well formed.
func (r reader) read(c *feeds.Correction) bool {
	if n := len(r.cells); n <= markColumn || n > columns {
		r.fault(r.cells[0].at, "", "", "want scope, subject and correction, a day and a note after them if you like, parted by tabs")
		return false
	}
	scope, subject, mark, made := r.scope(c), r.subject(c), r.mark(c), r.made(c)
	c.Note = feeds.Clean(r.get(noteColumn).text, maxNote)
	return scope && subject && mark && made
}

// The most of a cell that counts, in bytes.
const maxSubject, maxNote = 4096, 300

func (r reader) scope(c *feeds.Correction) bool {
	text := r.get(scopeColumn).text
	if c.Scope = feeds.Scope(text); slices.Contains(feeds.Scopes(), c.Scope) {
		return true
	}
	known := make([]string, len(feeds.Scopes()))
	for i, s := range feeds.Scopes() {
		known[i] = string(s)
	}
	return r.wrong(scopeColumn, fmt.Sprintf("want one of %s; did you mean %q?", joined(known), feeds.Nearest(strings.ToLower(text), known)))
}

// subjects says what the subject of each scope looks like.
var subjects = map[feeds.Scope]struct {
	read func(string) (subject string, ok bool)
	want string
}{
	feeds.ScopeStory: {asItem, `want the address of a page, such as "https://example.org/news/7"`},
	feeds.ScopeAlias: {asWords, "want words with a letter in them"},
	feeds.ScopeFeed:  {asFeed, `want the id of a feed, such as "bbc-world"`},
}

func (r reader) subject(c *feeds.Correction) bool {
	kind, known := subjects[c.Scope]
	if !known {
		return false // the scope is told to be wrong
	}
	var ok bool
	if c.Subject, ok = kind.read(feeds.Clean(r.get(subjectColumn).text, maxSubject)); !ok {
		return r.wrong(subjectColumn, kind.want)
	}
	return true
}

// asItem reads the address of a page, or a feed and a key.
func asItem(s string) (string, bool) {
	if strings.Contains(s, "://") {
		return feeds.SafeURL(s)
	}
	feed, key, ok := strings.Cut(s, " ")
	return s, ok && isID(feed) && key != ""
}

func asWords(s string) (string, bool) { return s, strings.ContainsFunc(s, unicode.IsLetter) }
func asFeed(s string) (string, bool)  { return s, isID(s) }

func (r reader) mark(c *feeds.Correction) bool {
	const want = `want + or - and a country code, such as "+GE"`
	text := r.get(markColumn).text
	if text == "" || text[0] != '+' && text[0] != '-' {
		return r.wrong(markColumn, want)
	}
	c.Add, c.Country = text[0] == '+', strings.ToUpper(text[1:])
	if _, known := r.atlas.Of(c.Country); known {
		return true
	}
	return r.wrong(markColumn, want+"; did you mean "+countriesLike(r.atlas, text[1:])+"?")
}

// usual are codes that are in use and not ISO's.
var usual = map[string]string{"UK": "GB", "EL": "GR"}

// countriesLike lists the codes and names of the countries that s may have
// meant, the nearest first.
func countriesLike(atlas *feeds.Atlas, s string) string {
	const most = 3
	named := func(code string) string {
		if name := atlas.Names[code]; name != "" {
			return fmt.Sprintf("%q (%s)", code, name)
		}
		return strconv.Quote(code)
	}
	if code, ok := usual[strings.ToUpper(s)]; ok {
		return named(code)
	}
	meant := map[string]string{}
	for _, r := range atlas.Regions {
		for _, code := range r.Countries {
			meant[strings.ToLower(code)] = code
			if name := atlas.Names[code]; name != "" {
				meant[strings.ToLower(name)] = code
			}
		}
	}
	known := slices.Sorted(maps.Keys(meant))
	var out []string
	for len(out) < most && len(known) > 0 {
		code := meant[feeds.Nearest(strings.ToLower(s), known)]
		out = append(out, named(code))
		known = slices.DeleteFunc(known, func(w string) bool { return meant[w] == code })
	}
	last := len(out) - 1
	if last < 1 {
		return strings.Join(out, "")
	}
	return strings.Join(out[:last], ", ") + " or " + out[last]
}

func (r reader) made(c *feeds.Correction) (ok bool) {
	c.Made, ok = r.day(madeColumn)
	return ok
}
