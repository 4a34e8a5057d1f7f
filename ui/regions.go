package ui

import (
	"cmp"
	"strings"

	"dateline/feeds"
	"dateline/ui/theme"
)

// hues gives every primary region and roll-up the quiet colour of its
// continent.
var hues = map[string]theme.Hue{
	"north-america": theme.Americas, "central-america-caribbean": theme.Americas, "south-america": theme.Americas,
	"western-europe": theme.Europe, "central-eastern-europe": theme.Europe, "russia-ukraine": theme.Europe,
	"caucasus-central-asia": theme.Asia, "middle-east": theme.MidEast, "north-africa": theme.Africa,
	"west-africa": theme.Africa, "east-africa": theme.Africa, "central-southern-africa": theme.Africa,
	"south-asia": theme.Asia, "southeast-asia": theme.Asia, "east-asia": theme.Asia, "oceania": theme.Pacific,
	"mena": theme.MidEast, "africa": theme.Africa, "sub-saharan-africa": theme.Africa, "latam": theme.Americas,
	"americas": theme.Americas, "europe": theme.Europe, "asia": theme.Asia, "asia-pacific": theme.Pacific,
}

func hue(slug string) theme.Hue { return hues[slug] }

// short returns the letters by which the strip shows a filter: the code or the
// first letters of its name, of its region, of its country, or of the first
// place that it takes away, with a minus.
func short(a *feeds.Atlas, f feeds.Filter) string {
	if r, ok := a.Region(f.First()); ok && r.Code != "" && f.Name() == "" {
		return r.Code
	}
	sign, name := "", cmp.Or(f.Name(), f.First())
	if name == "" {
		_, away, _ := strings.Cut(f.String(), ":")
		sign = "-"
		name, _, _ = strings.Cut(away, ",")
	}
	letters := strings.ToUpper(strings.ReplaceAll(name, "-", ""))
	return sign + letters[:min(3, len(letters))]
}

func placeName(a *feeds.Atlas, slug string) string {
	if r, ok := a.Region(slug); ok {
		return r.Label
	}
	if n := a.Names[strings.ToUpper(slug)]; n != "" {
		return n
	}
	return slug
}
