package feeds

import (
	"maps"
	"slices"
	"strings"
)

// RegionKind says what sort of group of countries a Region is.
type RegionKind string

// The kinds of region.
const (
	Primary RegionKind = "region" // every country stands in exactly one
	Bloc    RegionKind = "bloc"   // an alliance or organisation
	Area    RegionKind = "geo"    // a stretch of the map across primary regions
	RollUp  RegionKind = "rollup" // a sum of primary regions
)

// World is the slug under which items without any country are found.
const World = "world"

// Region is a named group of countries.
type Region struct {
	Slug      string
	Code      string // three letters; Primary only
	Kind      RegionKind
	Label     string
	Countries []string // ISO 3166-1 alpha-2 or XK, roll-ups already resolved
}

// Atlas answers which regions there are and which countries they hold. The
// zero value knows none.
type Atlas struct {
	Regions []Region          // in the order of display
	Names   map[string]string // country code -> short English name

	bySlug  map[string]int
	primary map[string]int
	member  map[string]map[string]bool
}

// NewAtlas indexes regions and names.
func NewAtlas(regions []Region, names map[string]string) *Atlas {
	a := &Atlas{
		Regions: regions, Names: names,
		bySlug: map[string]int{}, primary: map[string]int{}, member: map[string]map[string]bool{},
	}
	for i, r := range regions {
		a.bySlug[r.Slug] = i
		set := map[string]bool{}
		for _, c := range r.Countries {
			set[c] = true
			if r.Kind == Primary {
				a.primary[c] = i
			}
		}
		a.member[r.Slug] = set
	}
	return a
}

// Region returns the region with that slug.
func (a *Atlas) Region(slug string) (Region, bool) {
	i, ok := a.bySlug[slug]
	if !ok {
		return Region{}, false
	}
	return a.Regions[i], true
}

// Of returns the primary region of a country.
func (a *Atlas) Of(country string) (Region, bool) {
	i, ok := a.primary[country]
	if !ok {
		return Region{}, false
	}
	return a.Regions[i], true
}

// Primaries returns the primary regions of countries in the order of the
// countries, each once; World if there is none.
func (a *Atlas) Primaries(countries []string) []Region {
	var out []Region
	for _, c := range countries {
		if r, ok := a.Of(c); ok && !slices.ContainsFunc(out, func(o Region) bool { return o.Slug == r.Slug }) {
			out = append(out, r)
		}
	}
	if len(out) == 0 {
		if w, ok := a.Region(World); ok {
			out = append(out, w)
		}
	}
	return out
}

// Match says whether tags pass a filter of region slugs or lower-case country
// codes: any of them is enough, and an empty filter lets everything pass. It
// fails closed: tags without a country match World and nothing else, and an
// unknown slug matches nothing.
func (a *Atlas) Match(slugs []string, tags Tags) bool {
	if len(slugs) == 0 {
		return true
	}
	for _, s := range slugs {
		if s == World {
			if len(tags.Countries) == 0 {
				return true
			}
			continue
		}
		set, known := a.member[s]
		if !known && len(s) == 2 {
			set = map[string]bool{strings.ToUpper(s): true}
		}
		if slices.ContainsFunc(tags.Countries, func(t Tag) bool { return set[t.Code] }) {
			return true
		}
		if slices.ContainsFunc(tags.Areas, func(t Tag) bool { return t.Code == s }) {
			return true
		}
	}
	return false
}

// Find returns the slug or lower-case country code that is meant by s: itself in
// any case, or the label or name it stands for.
func (a *Atlas) Find(s string) (string, bool) {
	low := strings.ToLower(strings.TrimSpace(s))
	if a.Known(low) {
		return low, true
	}
	for _, r := range a.Regions {
		if strings.ToLower(r.Label) == low {
			return r.Slug, true
		}
	}
	for code, name := range a.Names {
		if strings.ToLower(name) == low {
			return strings.ToLower(code), true
		}
	}
	return "", false
}

// Known says whether s is a slug or a lower-case country code of the atlas.
func (a *Atlas) Known(s string) bool {
	if _, ok := a.bySlug[s]; ok {
		return true
	}
	if len(s) != 2 {
		return false
	}
	_, ok := a.primary[strings.ToUpper(s)]
	return ok && s == strings.ToLower(s)
}

// Nearest returns the slug or lower-case country code that was meant by s: the
// one whose slug or name is closest by edit distance.
func (a *Atlas) Nearest(s string) string {
	meant := map[string]string{}
	var words []string
	add := func(word, slug string) {
		if _, taken := meant[word]; !taken {
			meant[word] = slug
			words = append(words, word)
		}
	}
	for _, r := range a.Regions {
		add(r.Slug, r.Slug)
		add(strings.ToLower(r.Label), r.Slug)
	}
	for _, code := range slices.Sorted(maps.Keys(a.Names)) {
		add(strings.ToLower(a.Names[code]), strings.ToLower(code))
	}
	return meant[Nearest(strings.ToLower(s), words)]
}
