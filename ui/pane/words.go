package pane

import (
	"strings"

	"dateline/feeds"
	"dateline/ui/theme"
)

// Standing returns who can tell the outlet what to write, and where it is
// based: "independent, AU". What is not known is left out.
func Standing(f feeds.Feed) string { return list(", ", string(f.Affiliation), f.Country) }

// Dotted joins what there is to say by dots: "The North Post · 14m". Empty
// parts are left out.
func Dotted(g theme.Glyphs, parts ...string) string { return list(" "+g.Dot+" ", parts...) }

// Quote sets words of a text in quotes, as they stand.
func Quote(words string) string { return `"` + words + `"` }

func list(between string, parts ...string) string {
	said := make([]string, 0, len(parts))
	for _, s := range parts {
		if s != "" {
			said = append(said, s)
		}
	}
	return strings.Join(said, between)
}

// CopyLink copies the address of an item, or says that it has none.
func CopyLink(it feeds.Item) Action {
	if it.URL == "" {
		return Tell{Text: "This item has no address to copy."}
	}
	return Copy{Text: it.URL, What: "link"}
}

// Carries says whether an outlet carries the text of a wire, and is not that
// wire itself.
func Carries(f feeds.Feed, wire string) bool {
	return wire != "" && !f.IsOf(wire)
}
