package region

import (
	"strings"

	"dateline/feeds"
)

// Atlas builds the taxonomy: every region with its countries, and the short
// English name of every country. Callers keep it.
func Atlas() *feeds.Atlas {
	var regions []feeds.Region
	primary := map[string][]string{}
	for r := range readTable("regions") {
		g := feeds.Region{
			Slug: r.get("slug"), Code: r.get("code"), Kind: feeds.RegionKind(r.get("kind")), Label: r.get("label"),
		}
		for _, m := range strings.Fields(r.get("members")) {
			if slug, ok := strings.CutPrefix(m, "@"); ok {
				g.Countries = append(g.Countries, primary[slug]...)
				continue
			}
			g.Countries = append(g.Countries, m)
		}
		if g.Kind == feeds.Primary {
			primary[g.Slug] = g.Countries
		}
		regions = append(regions, g)
	}
	names, variants := map[string]string{}, map[string][]string{}
	for r := range readTable("countries") {
		names[r.get("code")] = r.get("name")
		variants[r.get("code")] = r.list("variants")
	}
	return feeds.NewAtlas(regions, names).Also(variants)
}
