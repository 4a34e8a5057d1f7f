package feeds

import (
	"slices"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// anywhere is the kind of a place that stands alone: a region or a country.
const anywhere = filterKinds

// value reads one place of a kind: in quotes, or the longest name that begins
// here, which may hold blanks.
func (r *termReader) value(k filterKind) (choice, *FilterFault) {
	mentions := r.next() == '~' && (k == byCountry || k == byRegion || k == anywhere)
	if mentions {
		r.at++
	}
	name, fault := r.name(k)
	if fault != nil {
		return choice{}, fault
	}
	c, ok := r.grammar.choice(k, name)
	if !ok {
		return choice{}, r.unknown(k, name)
	}
	c.wide = c.wide || mentions && c.code != World
	return c, nil
}

// name takes the name that begins here. If none is known, it takes nothing and
// returns the word.
func (r *termReader) name(k filterKind) (string, *FilterFault) {
	start := r.at
	if r.next() == '"' {
		i := strings.IndexByte(r.text[start+1:], '"')
		if i < 0 {
			return "", r.fault(start, "", "the quote is not closed")
		}
		name := r.text[start+1 : start+1+i]
		if _, ok := r.grammar.choice(k, name); ok {
			r.at = start + i + 2
		}
		return name, nil
	}
	ends := r.ends(start)
	for _, end := range slices.Backward(ends) {
		if _, ok := r.grammar.choice(k, r.text[start:end]); ok {
			r.at = end
			return r.text[start:end], nil
		}
	}
	if ends[0] == start {
		return "", r.missing(k)
	}
	return r.text[start:ends[0]], nil
}

// nameWords is the most words that the name of a place has.
const nameWords = 8

// ends returns where a name that begins at start may end: behind each word, as
// far as no comma and no other term comes.
func (r *termReader) ends(start int) []int {
	end := r.wordEnd(start)
	ends := []int{end}
	for end > start && len(ends) < nameWords && end < len(r.text) && r.text[end] != ',' {
		next := skipBlanks(r.text, end)
		if next == len(r.text) || strings.IndexByte(`-~"`, r.text[next]) >= 0 || kindWord(r.text[next:]) != "" {
			break
		}
		end = r.wordEnd(next)
		ends = append(ends, end)
	}
	return ends
}

// wordEnd returns the end of the word at start: a blank, a comma or the end.
func (r *termReader) wordEnd(start int) int {
	if i := strings.IndexFunc(r.text[start:], func(c rune) bool { return c == ',' || unicode.IsSpace(c) }); i >= 0 {
		return start + i
	}
	return len(r.text)
}

func blankAfter(s string, at int) int {
	if i := strings.IndexFunc(s[at:], unicode.IsSpace); i >= 0 {
		return at + i
	}
	return len(s)
}

func skipBlanks(s string, at int) int {
	return len(s) - len(strings.TrimLeftFunc(s[at:], unicode.IsSpace))
}

// choice returns the place that a name means to a kind.
func (g *Grammar) choice(k filterKind, name string) (choice, bool) {
	if k == byCountry {
		return g.atlas.country(name)
	}
	wide := false
	if k == byTag {
		name, wide = strings.CutSuffix(name, "/*")
	}
	c, ok := g.atlas.place(name)
	if k == byTag && (c.country || c.code == World) {
		return choice{}, false
	}
	c.wide = wide
	return c, ok
}

// place returns the region, else the country, that a name means.
func (a *Atlas) place(name string) (choice, bool) {
	if i, ok := a.byName[key(name)]; ok {
		r := a.Regions[i]
		return choice{code: r.Slug, label: r.Name(), members: a.member[r.Slug]}, true
	}
	return a.country(name)
}

// country returns the country that a code or a name means.
func (a *Atlas) country(name string) (choice, bool) {
	code, ok := a.byCountry[key(name)]
	if !ok {
		return choice{}, false
	}
	return choice{code: strings.ToLower(code), label: a.Names[code], country: true, members: map[string]bool{code: true}}, true
}

// Only returns the filter of one region or country, by its slug or lower-case
// code. An unknown one lets nothing pass.
func (a *Atlas) Only(code string) Filter {
	c, ok := a.place(code)
	if !ok {
		c = choice{code: code, label: code}
	}
	var f Filter
	f.want[byRegion] = []choice{c}
	return f.settle()
}

// longestName bounds the bytes of a name that is looked up.
const longestName = 100

// key is a name as it is looked up: letters and digits without case and
// accents, and a hyphen for what a name may have between them.
func key(name string) string {
	if len(name) > longestName {
		return name // is none
	}
	var b strings.Builder
	for _, c := range norm.NFD.String(name) {
		switch {
		case unicode.Is(unicode.Mn, c):
		case unicode.IsSpace(c), strings.ContainsRune("-_'’&.,;()", c):
			c = '-'
			if b.Len() == 0 || strings.HasSuffix(b.String(), "-") {
				continue
			}
			b.WriteRune(c)
		default:
			b.WriteRune(unicode.ToLower(c))
		}
	}
	return strings.TrimSuffix(b.String(), "-")
}
