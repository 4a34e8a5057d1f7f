package feeds

import (
	"cmp"
	"slices"
	"strings"
)

// Filter says which stories are wanted. It is a value that never changes: a
// Grammar reads it from text, and String writes it back. The zero Filter lets
// everything pass.
//
// It fails closed: what has no country is found under World and nowhere else.
type Filter struct {
	want [filterKinds][]choice // of each kind that is not empty, one must hold
	not  [filterKinds][]choice // none may hold
	name string                // by which the reader knows it; empty if it has none
}

// filterKind is what a filter looks at. Kinds narrow each other.
type filterKind int

const (
	byRegion  filterKind = iota // where: about a country of it, or it is named itself
	byCountry                   // about the country
	byTag                       // the text names the area or the bloc
	filterKinds
)

var kindWords = [filterKinds]string{"region", "country", "tag"}

// choice is one thing that a filter wants or takes away.
type choice struct {
	code    string // slug of a region, or code of a country in lower case
	label   string
	country bool
	wide    bool            // of a tag: or any member; else also where the country is only mentioned
	members map[string]bool // countries by code
}

// Empty says whether everything passes.
func (f Filter) Empty() bool {
	for k := range filterKinds {
		if len(f.want[k])+len(f.not[k]) > 0 {
			return false
		}
	}
	return true
}

// Equal says whether both let the same pass, by what they are made of. Names
// do not count.
func (f Filter) Equal(other Filter) bool { return f.String() == other.String() }

// Match says whether what is tagged so passes.
func (f Filter) Match(tags Tags) bool {
	subjects := tags.Subjects()
	for k := range filterKinds {
		holds := func(c choice) bool { return c.holds(k, tags, subjects) }
		if len(f.want[k]) > 0 && !slices.ContainsFunc(f.want[k], holds) || slices.ContainsFunc(f.not[k], holds) {
			return false
		}
	}
	return true
}

func (c choice) holds(k filterKind, tags Tags, subjects []Tag) bool {
	if c.code == World {
		return len(tags.Countries) == 0
	}
	if !c.country && slices.ContainsFunc(tags.Areas, func(t Tag) bool { return t.Code == c.code }) {
		return true
	}
	if k == byTag && !c.wide {
		return false
	}
	among := subjects
	if k != byTag && c.wide {
		among = tags.Countries
	}
	return slices.ContainsFunc(among, func(t Tag) bool { return c.members[t.Code] })
}

// String returns the filter as a Grammar reads it. Equal filters have the same
// text.
func (f Filter) String() string {
	var terms []string
	for _, side := range []struct {
		sign string
		of   [filterKinds][]choice
	}{{"", f.want}, {"-", f.not}} {
		for k, choices := range side.of {
			if len(choices) == 0 {
				continue
			}
			words := make([]string, len(choices))
			for i, c := range choices {
				words[i] = c.text(filterKind(k))
			}
			terms = append(terms, side.sign+kindWords[k]+":"+strings.Join(words, ","))
		}
	}
	return strings.Join(terms, " ")
}

func (c choice) text(k filterKind) string {
	switch {
	case c.wide && k == byTag:
		return c.code + "/*"
	case c.wide:
		return "~" + c.code
	default:
		return c.code
	}
}

// Named returns the filter under a name of the reader's.
func (f Filter) Named(name string) Filter {
	f.name = name
	return f
}

// Name returns the name of a filter of the reader's own, empty for any other.
func (f Filter) Name() string { return f.name }

// Codes returns what is wanted, slugs and lower-case country codes, if the
// filter says no more than that any of them is enough; else ok is false.
func (f Filter) Codes() (codes []string, ok bool) {
	plain := f
	plain.want[byRegion], plain.want[byCountry] = nil, nil
	if !plain.Empty() || len(f.want[byRegion]) > 0 && len(f.want[byCountry]) > 0 {
		return nil, false
	}
	for _, c := range slices.Concat(f.want[byRegion], f.want[byCountry]) {
		if c.wide {
			return nil, false
		}
		codes = append(codes, c.code)
	}
	return codes, true
}

// First returns the slug or lower-case country code that stands first in what
// is wanted, empty if the filter only takes away.
func (f Filter) First() string {
	for _, choices := range f.want {
		if len(choices) > 0 {
			return choices[0].code
		}
	}
	return ""
}

// settle puts the filter into the one form that all equal filters share.
func (f Filter) settle() Filter {
	onlyCountries := !slices.ContainsFunc(f.want[byRegion], func(c choice) bool { return !c.country })
	if onlyCountries && len(f.want[byCountry]) == 0 {
		f.want[byRegion], f.want[byCountry] = nil, f.want[byRegion]
	}
	for k := range filterKinds {
		f.want[k], f.not[k] = inOrder(f.want[k]), inOrder(f.not[k])
	}
	return f
}

// inOrder sorts choices, regions first, and keeps each code once, the wide one
// before the other: it holds whenever that does.
func inOrder(choices []choice) []choice {
	rank := map[bool]int{true: 1}
	out := slices.Clone(choices)
	slices.SortFunc(out, func(a, b choice) int {
		return cmp.Or(rank[a.country]-rank[b.country], cmp.Compare(a.code, b.code), rank[b.wide]-rank[a.wide])
	})
	return slices.CompactFunc(out, func(a, b choice) bool { return a.code == b.code })
}
