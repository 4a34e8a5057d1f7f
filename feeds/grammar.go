package feeds

import (
	"slices"
	"strings"
)

// Grammar reads filters: one language for the command line, the configuration,
// the picker and the search.
//
// Blanks part terms. region:sahel, country:cd,rw and tag:nato name what is
// wanted, tag:nato/* also takes in the members, ~ before a country also takes
// in what only mentions it, and - before a term takes away. Of one kind any
// place is enough; every kind must have its say. A place alone is enough where
// the whole text is a filter: sahel, "south sudan", ua. There, several of them
// are one kind.
type Grammar struct {
	atlas *Atlas
	named []Filter
}

// NewGrammar returns the grammar of the places of atlas and the reader's own
// filters, each of which has a name.
func NewGrammar(atlas *Atlas, named []Filter) *Grammar { return &Grammar{atlas, named} }

// Named returns the reader's own filters.
func (g *Grammar) Named() []Filter { return g.named }

// Parse reads texts of which each is a filter or a part of one. What is wrong
// is a FilterFault. Nothing, and the word all, let everything pass.
func (g *Grammar) Parse(texts ...string) (Filter, error) {
	d := draft{}
	for _, text := range texts {
		r := termReader{grammar: g, text: text, draft: &d}
		if fault := r.terms(); fault != nil {
			return Filter{}, fault
		}
	}
	f := d.filter().settle()
	for _, own := range g.named {
		if own.Equal(f) {
			return f.Named(own.name), nil
		}
	}
	return f, nil
}

// Split reads what stands in a search: terms with a kind before a colon, and ~
// before a country, make the filter, all else are words to search.
func (g *Grammar) Split(query string) (f Filter, words string, err error) {
	d := draft{}
	r := termReader{grammar: g, text: query, draft: &d, search: true}
	if fault := r.terms(); fault != nil {
		return Filter{}, "", fault
	}
	return d.filter().settle(), strings.Join(r.words, " "), nil
}

// Reserved says whether a word means something by itself, so that no filter
// can have it for a name.
func (g *Grammar) Reserved(name string) bool {
	_, place := g.atlas.place(name)
	return place || name == everything || slices.Contains(kindWords[:], name)
}

// everything is the word for no filter.
const everything = "all"

// draft collects the terms of a filter.
type draft struct {
	f    Filter
	bare []choice // places without a kind: one kind among themselves
}

func (d *draft) add(k filterKind, minus bool, choices ...choice) {
	for _, c := range choices {
		switch {
		case !minus:
			d.f.want[k] = append(d.f.want[k], c)
		case k == byRegion && c.country:
			d.f.not[byCountry] = append(d.f.not[byCountry], c)
		default:
			d.f.not[k] = append(d.f.not[k], c)
		}
	}
}

// filter gives the bare places their kind: countries if all are.
func (d *draft) filter() Filter {
	k := byCountry
	if slices.ContainsFunc(d.bare, func(c choice) bool { return !c.country }) {
		k = byRegion
	}
	d.add(k, false, d.bare...)
	d.bare = nil
	return d.f
}

// include takes over the terms of one of the reader's own filters. If it only
// lists places, they are places without a kind here as well.
func (d *draft) include(own Filter) {
	if _, ok := own.Codes(); ok {
		d.bare = slices.Concat(d.bare, own.want[byRegion], own.want[byCountry])
		return
	}
	for k := range filterKinds {
		d.f.want[k] = append(d.f.want[k], own.want[k]...)
		d.f.not[k] = append(d.f.not[k], own.not[k]...)
	}
}
