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

	bySlug    map[string]int
	primary   map[string]int
	member    map[string]map[string]bool
	byName    map[string]int    // what regions are called -> index
	byCountry map[string]string // what countries are called -> code
	also      map[string][]string
}

// NewAtlas indexes regions and names.
func NewAtlas(regions []Region, names map[string]string) *Atlas {
	a := &Atlas{
		Regions: regions, Names: names,
		bySlug: map[string]int{}, primary: map[string]int{}, member: map[string]map[string]bool{},
		byName: map[string]int{}, byCountry: make(map[string]string, 2*len(names)), also: map[string][]string{},
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
		for _, name := range []string{r.Slug, r.Label, r.Name(), r.Code} {
			if _, taken := a.byName[key(name)]; !taken && name != "" {
				a.byName[key(name)] = i
			}
		}
	}
	for code, name := range names {
		a.byCountry[key(code)], a.byCountry[key(name)] = code, code
	}
	return a
}

// Also lets countries be called by further names, code -> names, and returns
// the atlas. A name that is taken stays with its place.
func (a *Atlas) Also(names map[string][]string) *Atlas {
	for _, code := range slices.Sorted(maps.Keys(names)) {
		for _, name := range names[code] {
			if _, taken := a.place(name); !taken {
				a.byCountry[key(name)] = code
				a.also[code] = append(a.also[code], name)
			}
		}
	}
	return a
}

// AlsoCalled returns the further names of a country.
func (a *Atlas) AlsoCalled(code string) []string { return a.also[code] }

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
	near, _ := a.near(s)
	if len(near) == 0 {
		return ""
	}
	return near[0].code
}

// near returns the region or the country that was most likely meant by a wrong
// word, and how far from it: both only if none of them is nearer than the other.
func (a *Atlas) near(word string) (out []guess, distance int) {
	word = key(Clean(word, longestName))
	region, far := nearest(word, slices.Sorted(maps.Keys(a.byName)))
	country, further := nearest(word, slices.Sorted(maps.Keys(a.byCountry)))
	if region != "" && (far <= further || country == "") {
		out = append(out, guess{code: a.Regions[a.byName[region]].Slug})
	}
	if country != "" && (further <= far || region == "") {
		code := a.byCountry[country]
		out = append(out, guess{code: strings.ToLower(code), name: a.Names[code], country: true})
	}
	return out, min(far, further)
}

// nearest is Nearest with the distance, which is zero for names that begin
// with the word: it is only not finished. Names that are no more than a code
// are left out unless the word is one: to a few letters everything is near.
func nearest(word string, names []string) (string, int) {
	const code = 3 // the letters of the longest one
	names = slices.DeleteFunc(names, func(n string) bool { return len(n) <= code && len(word) > code })
	begun := slices.DeleteFunc(slices.Clone(names), func(n string) bool { return word == "" || !strings.HasPrefix(n, word) })
	if len(begun) > 0 {
		return Nearest(word, begun), 0
	}
	name := Nearest(word, names)
	return name, distance(word, name)
}
