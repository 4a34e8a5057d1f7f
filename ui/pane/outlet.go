package pane

import (
	"cmp"
	"strings"

	"dateline/feeds"
)

// Outlet returns the name of a feed for readers: its slug if it has no name.
func Outlet(f feeds.Feed) string { return cmp.Or(f.Name, string(f.ID)) }

// Standing returns who can tell the outlet what to write, and where it is
// based: "independent, AU". What is not known is left out.
func Standing(f feeds.Feed) string {
	words := []string{}
	for _, w := range []string{string(f.Affiliation), f.Country} {
		if w != "" {
			words = append(words, w)
		}
	}
	return strings.Join(words, ", ")
}
