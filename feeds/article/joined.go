package article

import (
	"slices"

	"dateline/feeds"
)

// joinGroups makes of what stands below single labels what a reader sees as
// groups: a lead and the headlines below the same label are one; entries of a
// list that each have a label of their own are one list, under the label
// above them.
func joinGroups(all []group) []feeds.LinkGroup {
	var out []feeds.LinkGroup
	above := "" // the label of what holds nothing by itself
	for i := 0; i < len(all) && len(out) < maxGroups; i++ {
		g := all[i]
		if g.count == 0 {
			above = ""
			if g.over {
				above = g.Label
			}
			continue
		}
		if n := singles(all[i:]); n > 1 && above != "" {
			g = asList(above, all[i:i+n])
			i += n - 1
		} else if i+1 < len(all) && g.count == 1 && !g.bare() && all[i+1].Label == g.Label && all[i+1].bare() {
			i++
			g.Links, g.count = all[i].headlines(), g.count+all[i].count
		}
		above = ""
		if g.count < 2 && !standsAlone(g.LinkGroup) {
			continue
		}
		if g.bare() {
			g.Links, g.Lead = g.headlines(), feeds.Link{}
		}
		out = append(out, g.LinkGroup)
	}
	return out
}

// standsAlone says whether the lead of a group needs no others: one that is
// dated, or below words that say that it leads on.
func standsAlone(g feeds.LinkGroup) bool {
	return g.Teaser != "" && (!g.Day.IsZero() || isAnnouncement(g.Label))
}

func (g *group) headlines() []feeds.Link {
	if g.Lead.URL == "" {
		return g.Links
	}
	return append([]feeds.Link{g.Lead}, g.Links...)
}

// singles counts the groups of one headline at the start, while their labels
// differ from the next one's.
func singles(all []group) int {
	n := 0
	for n < len(all) && all[n].count == 1 && (n+1 == len(all) || all[n+1].Label != all[n].Label || all[n+1].count == 1) {
		n++
	}
	return n
}

func asList(label string, all []group) group {
	g := all[0]
	g.Label = label
	for _, o := range all[1:] {
		if g.count++; len(g.Links) < maxInGroup && !g.has(o.Lead.URL) {
			g.Links = append(g.Links, o.Lead)
		}
	}
	return g
}

// ofPage drops from groups what stands in the text of a, leads to itself, or
// was offered before, and groups that have too little left.
func ofPage(a feeds.Article, groups []feeds.LinkGroup) []feeds.LinkGroup {
	seen := map[string]bool{a.URL: true}
	for _, l := range a.Links() {
		seen[l.URL] = true
	}
	var out []feeds.LinkGroup
	for _, g := range groups {
		if seen[g.Lead.URL] {
			g = feeds.LinkGroup{Label: g.Label, Links: g.Links}
		}
		fresh := func(l feeds.Link) bool { old := seen[l.URL]; seen[l.URL] = true; return !old }
		lead := g.Lead.URL != "" && fresh(g.Lead)
		g.Links = slices.DeleteFunc(slices.Clone(g.Links), func(l feeds.Link) bool { return !fresh(l) })
		if n := len(linksOf([]feeds.LinkGroup{g})); n < 2 && (!lead || !standsAlone(g)) {
			continue
		}
		if fold(g.Label) == fold(a.Title) {
			continue
		}
		out = append(out, g)
	}
	return out
}

// linksOf lists the links of groups.
func linksOf(groups []feeds.LinkGroup) []feeds.Link {
	var out []feeds.Link
	for _, g := range groups {
		if g.Lead.URL != "" {
			out = append(out, g.Lead)
		}
		out = append(out, g.Links...)
	}
	return out
}
