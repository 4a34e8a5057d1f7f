package config

import (
	"bytes"
	"cmp"
	"fmt"
	"regexp"
	"slices"
	"strings"
	"unicode/utf8"

	"dateline/feeds"

	"golang.org/x/net/html/charset"
)

// List returns the feeds of a file that is used instead of the pack: feeds.toml,
// OPML, or one address a line with a name after it. Which one it is, is told by
// what stands in the file. What the pack knows of an address or an id holds
// here too. Faults come as Faults; a file without a feed is an error.
func List(path string, atlas *feeds.Atlas) ([]feeds.Feed, error) {
	base, err := Pack(atlas)
	if err != nil {
		return nil, err
	}
	s, err := open(path, "name a feeds.toml, an OPML file or a list of addresses with --feeds")
	if err != nil {
		return nil, err
	}
	s.data = toUTF8(s.data)
	out := s.list(base, atlas)
	if err := s.err(); err != nil {
		return nil, err
	}
	if len(out) == 0 {
		return nil, fmt.Errorf("no feed in %s: want a feeds.toml, an OPML file or one address a line", path)
	}
	return out, nil
}

// list reads the feeds of a file of any of the three forms.
func (s *source) list(base []feeds.Feed, atlas *feeds.Atlas) []feeds.Feed {
	switch first := s.first(); {
	case strings.HasPrefix(first, "<"):
		g := gather(s, base)
		g.opml(atlas)
		return g.out
	case tomlLine.MatchString(first):
		blocks := s.blocks(base, atlas)
		s.unique(blocks, nil)
		return merge(nil, blocks)
	}
	g := gather(s, base)
	g.lines()
	return g.out
}

// tomlLine is what the first line of a TOML file looks like, and no address.
var tomlLine = regexp.MustCompile(`^(\[|[A-Za-z_."-]+\s*=)`)

// first returns the first line that says something.
func (s *source) first() string {
	for line := range strings.Lines(string(s.data)) {
		if line = strings.TrimSpace(line); line != "" && line[0] != '#' {
			return line
		}
	}
	return ""
}

var declared = regexp.MustCompile(`^\s*<\?xml[^>]{0,100}encoding=["']([A-Za-z0-9._-]+)["']`)

// toUTF8 converts a file from the encoding it declares, or seems to be in.
func toUTF8(data []byte) []byte {
	if utf8.Valid(data) {
		return data
	}
	contentType := "text/xml"
	if m := declared.FindSubmatch(data); m != nil {
		contentType += "; charset=" + string(m[1])
	}
	e, _, _ := charset.DetermineEncoding(data, contentType)
	out, err := e.NewDecoder().Bytes(data)
	if err != nil {
		out = data
	}
	return bytes.TrimPrefix(bytes.ToValidUTF8(out, []byte("\ufffd")), bom)
}

// gatherer collects feeds of which the file knows little but the address.
type gatherer struct {
	*source
	pack map[string]feeds.Feed // by addressKey
	have map[string]int        // addressKey -> index in out
	ids  map[feeds.FeedID]bool
	out  []feeds.Feed
	full bool // there were more
}

func gather(s *source, base []feeds.Feed) *gatherer {
	g := &gatherer{source: s, pack: map[string]feeds.Feed{}, have: map[string]int{}, ids: map[feeds.FeedID]bool{}}
	for _, f := range base {
		g.pack[addressKey(f.URL)] = f
	}
	return g
}

// tooMany notes that no further feed is taken.
func (s *source) tooMany(at int) {
	s.fault(at, "", "", fmt.Sprintf("want at most %d feeds in a file", maxFeeds))
}

// add takes over the address that stands at a byte offset, and what else f
// says of it. A second time, only tags are new.
func (g *gatherer) add(at int, address string, f feeds.Feed) {
	url, ok := feedAddress(address)
	if !ok {
		g.fault(at, "", "", fmt.Sprintf("%q: want %s", shown(address), wantAddress))
		return
	}
	key := addressKey(url)
	if i, twice := g.have[key]; twice {
		g.out[i].Tags = union(g.out[i].Tags, f.Tags)
		return
	}
	if g.full = len(g.out) == maxFeeds; g.full {
		g.tooMany(at)
		return
	}
	known := g.pack[key]
	known.URL, known.Off = url, false
	known.Name = cmp.Or(f.Name, known.Name)
	known.Language = cmp.Or(known.Language, f.Language)
	known.Tags = union(known.Tags, f.Tags)
	known = named(known, func(id feeds.FeedID) bool { return g.ids[id] })
	g.have[key], g.ids[known.ID] = len(g.out), true
	g.out = append(g.out, known)
}

// union adds what is new of more to list, which it leaves alone.
func union(list, more []string) []string {
	out := slices.Clone(list)
	for _, s := range more {
		if !slices.Contains(out, s) {
			out = append(out, s)
		}
	}
	return out
}

// lines reads one address a line; what follows it after a space or tab is the
// name. A # begins a comment.
func (g *gatherer) lines() {
	at := 0
	for line := range strings.Lines(string(g.data)) {
		if g.full {
			return
		}
		text := strings.TrimSpace(line)
		if text != "" && text[0] != '#' {
			address, name := text, ""
			if i := strings.IndexAny(text, " \t"); i > 0 {
				address, name = text[:i], text[i:]
			}
			g.add(at+strings.Index(line, text), address, feeds.Feed{Name: feeds.Clean(name, maxName)})
		}
		at += len(line)
	}
}

// maxName bounds the name of a feed, in bytes.
const maxName = 200
