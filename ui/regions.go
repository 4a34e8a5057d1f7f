package ui

import (
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

// short returns the letters by which the strip shows a region or a country.
func short(a *feeds.Atlas, slug string) string {
	if r, ok := a.Region(slug); ok && r.Code != "" {
		return r.Code
	}
	letters := strings.ToUpper(strings.ReplaceAll(slug, "-", ""))
	return letters[:min(3, len(letters))]
}

// filterLabel words a filter: "All regions", "Sahel", "Middle East + China".
func filterLabel(a *feeds.Atlas, filter []string) string {
	if len(filter) == 0 {
		return "All regions"
	}
	names := make([]string, len(filter))
	for i, f := range filter {
		names[i] = placeName(a, f)
	}
	return strings.Join(names, " + ")
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

// named returns the short name of an area or a bloc as a text names it, and
// false for what is no chip of its own: regions and roll-ups.
func named(a *feeds.Atlas, slug string) (string, bool) {
	r, ok := a.Region(slug)
	if !ok || r.Kind != feeds.Area && r.Kind != feeds.Bloc {
		return "", false
	}
	const acronym = 6 // the longest slug that is one
	if r.Kind == feeds.Bloc && len(slug) <= acronym && !strings.Contains(slug, "-") {
		return strings.ToUpper(slug), true
	}
	words := strings.Split(slug, "-")
	for i, w := range words {
		if w != "of" && w != "" {
			words[i] = strings.ToUpper(w[:1]) + w[1:]
		}
	}
	return strings.Join(words, " "), true
}
