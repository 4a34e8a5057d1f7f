package article

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"dateline/feeds"
)

// cleanByline returns the names of a byline without what leads up to them, or
// "" if it holds none.
func cleanByline(s string) string {
	s = feeds.Clean(s, maxField)
	for range 2 {
		m := bylineStart().FindStringSubmatchIndex(s)
		if m == nil {
			break
		}
		s = s[m[2]:]
	}
	if len(s) > len("by ") && strings.EqualFold(s[:len("by ")], "by ") {
		s = s[len("by "):] // a name that is written small
	}
	s = bylineEnd().ReplaceAllString(s, "")
	if strings.Contains(s, "://") || strings.HasSuffix(s, ":") || said().MatchString(s) || asks().MatchString(s) || company().MatchString(s) {
		return ""
	}
	var names []string
	for part := range strings.FieldsFuncSeq(s, func(r rune) bool { return r == ',' || r == ';' || r == '、' || r == '，' || r == '|' }) {
		names = appendName(names, part)
	}
	if s = feeds.Clean(strings.Join(names, ", "), maxField); len(s) > maxLabel || strings.ContainsFunc(s, unicode.IsNumber) && !strings.ContainsFunc(s, unicode.IsUpper) {
		return ""
	}
	return s
}

// appendName adds a part of a byline if it is a name that is not there yet.
func appendName(names []string, part string) []string {
	part = strings.TrimLeft(strings.TrimRight(part, " :-–—/&"), " .:-–—/&")
	if initial := strings.LastIndexByte(part, ' '); len(part)-initial > 4 || strings.Count(part, ".") == 1 && len(part)-initial > 3 {
		part = strings.TrimRight(part, ".")
	}
	part = strings.TrimSuffix(part, " and")
	if by, handle, ok := strings.Cut(part, " "); ok && !strings.Contains(handle, " ") && label().MatchString(by) {
		part = handle // of a system whose names are small
	}
	folded := fold(part)
	switch {
	case folded == "" || notNames[folded] || strings.HasPrefix(part, "@"):
		return names
	case len(names) > 0 && roles().MatchString(part):
		return names
	case slices.ContainsFunc(names, func(n string) bool { return strings.HasSuffix(folded, fold(n)) }): // or "About" her
		return names
	}
	return append(names, part)
}

// maxNameWords is how many words one byline has at most; a longer one is a
// sentence.
const maxNameWords = 24

// firstByline returns the first of the lines that names somebody else than
// the outlet itself, and is not of the headline. Where a later one says the
// same and more, that one.
func firstByline(lines, sites []string, title string) string {
	best := ""
	for _, line := range lines {
		line = namesOf(line, sites, title)
		if best == "" || isFuller(line, best) {
			best = line
		}
	}
	return best
}

// namesOf returns who a line of a page names as its authors.
func namesOf(line string, sites []string, title string) string {
	var names []string
	for name := range strings.SplitSeq(cleanByline(line), ", ") {
		if name == "" || isSite(sites, name) || isOfTitle(name, title) {
			continue
		}
		if name = withoutSite(name, sites); !notNames[fold(name)] {
			names = append(names, name)
		}
	}
	if line = feeds.Clean(strings.Join(names, ", "), maxField); strings.Count(line, " ") < maxNameWords {
		return line
	}
	return ""
}

// isOfTitle says whether a name is the headline, or words with which it
// begins; it may begin with the author's name.
func isOfTitle(name, title string) bool {
	person := isFullName(name) && isNamed(name)
	return fold(name) == fold(title) || !person && len(name) >= minLinkText && strings.HasPrefix(fold(title), fold(name))
}

// maxAuthors is how many authors may be more than one: a longer list is of
// other things.
const maxAuthors = 4

// isFuller says whether a byline names whom best names, and the others with
// them, or the whole of a first name.
func isFuller(line, best string) bool {
	names := strings.Split(line, ", ")
	if len(names) > maxAuthors || !slices.ContainsFunc(names, isFullName) || !isNamed(line) {
		return false
	}
	if !strings.Contains(best, " ") {
		return len(names) == 1 && strings.HasPrefix(line, best+" ")
	}
	return len(names) > 1 && !strings.Contains(best, ", ") && fold(names[0]) == fold(best) && !slices.ContainsFunc(names, isNoFullName)
}

// maxParts is how many words the name of one person has.
const maxParts = 4

// isFullName says whether a name has a first and a last part, and few more.
func isFullName(name string) bool {
	parts := strings.Fields(name)
	return len(parts) > 1 && len(parts) <= maxParts && !slices.ContainsFunc(parts, func(p string) bool { return !opensWithWord(p) })
}

func isNoFullName(name string) bool { return !isFullName(name) }

// particles are the words that names write small.
var particles = set("van von der den de del della di da do dos das du la le el al bin ben ibn y e et und and og och en i und zu zum ter ten te af av und of the for & mit with und")

// isNamed says whether a byline that is known by its words only is made of
// names: in scripts that tell, each word has its capital.
func isNamed(s string) bool {
	for w := range strings.FieldsSeq(s) {
		first, _ := utf8.DecodeRuneInString(strings.TrimLeft(w, `"'“„«(`))
		if unicode.IsLower(first) && !particles[strings.Trim(w, ",.")] {
			return false
		}
	}
	return strings.Count(s, " ") < maxNameWords/2
}
