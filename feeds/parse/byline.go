package parse

import (
	"regexp"
	"slices"
	"strings"

	"dateline/feeds"
)

// byline returns who wrote the entry, without "by" and without addresses.
func (e entryReader) byline() string {
	var names []string
	for _, raw := range e.authors() {
		name := person(raw)
		if name == "" || slices.Contains(names, name) {
			continue
		}
		if names = append(names, name); len(names) == maxAuthors {
			break
		}
	}
	return feeds.Clean(strings.Join(names, ", "), bylineBytes)
}

// authors lists the authors as the feed wrote them: gofeed loses an RSS author
// with a remark in parentheses, and all names of Dublin Core but the first.
func (e entryReader) authors() []string {
	var out []string
	if e.rss != nil && e.rss.Author != "" {
		out = append(out, e.rss.Author)
	}
	if dc := e.DublinCoreExt; dc != nil && len(out) == 0 {
		out = append(out, dc.Creator...)
	}
	if len(out) > 0 {
		return out
	}
	for _, a := range e.Authors {
		if a != nil {
			out = append(out, a.Name)
		}
	}
	return out
}

var (
	email    = regexp.MustCompile(`(?i)(?:mailto:)?[^\s@<>()]+@[^\s@<>()]+`)
	byPrefix = regexp.MustCompile(`(?i)^by:?\s+`)
	brackets = regexp.MustCompile(`^\(([^()]*)\)$`)
)

// person returns the name in an author field such as "jane@example.org (Jane
// Doe)".
func person(raw string) string {
	if _, name, ok := strings.Cut(raw, "<name>"); ok { // as Atom has it, in RSS
		raw, _, _ = strings.Cut(name, "</name>")
	}
	s := feeds.Clean(plain(raw), bylineBytes)
	if strings.HasPrefix(s, "http://") || strings.HasPrefix(s, "https://") {
		return ""
	}
	if strings.Contains(s, "@") {
		s = email.ReplaceAllString(s, "")
	}
	s = strings.ReplaceAll(strings.ReplaceAll(s, "<>", ""), "()", "")
	s = strings.Trim(s, " ,;")
	if m := brackets.FindStringSubmatch(s); m != nil {
		s = m[1]
	}
	return strings.TrimSpace(s[len(byPrefix.FindString(s)):])
}

var tagForm = regexp.MustCompile(`^[a-zA-Z]{2,3}(-[a-zA-Z0-9]{2,8}){0,3}$`)

// languageTag returns s as a BCP 47 tag in its usual case, or "".
func languageTag(s string) string {
	s = strings.ReplaceAll(strings.TrimSpace(s), "_", "-")
	if !tagForm.MatchString(s) {
		return ""
	}
	parts := strings.Split(strings.ToLower(s), "-")
	for i, p := range parts[1:] {
		switch len(p) {
		case 2:
			parts[i+1] = strings.ToUpper(p)
		case 4:
			parts[i+1] = strings.ToUpper(p[:1]) + p[1:]
		}
	}
	return strings.Join(parts, "-")
}
