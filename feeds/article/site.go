package article

import (
	"net/url"
	"slices"
	"strings"

	"golang.org/x/net/publicsuffix"

	"dateline/feeds"
)

// siteNames returns the names that an outlet goes by, folded: those it
// declares, and those in the address of its host: gazette of
// www.gazette.example.
func siteNames(base *url.URL, declared []string) []string {
	var out []string
	add := func(name string) {
		if name = fold(name); name != "" && len(name) <= maxLabel && !slices.Contains(out, name) {
			out = append(out, name)
		}
	}
	addShort := func(name string) {
		if strings.Count(name, " ") < maxSiteWords { // and no headline before the name
			add(name)
		}
	}
	for _, name := range declared {
		if strings.Contains(name, "://") {
			continue
		}
		name = feeds.Clean(strings.TrimPrefix(name, "@"), maxField)
		add(name)
		if before, _, ok := strings.Cut(name, " ("); ok {
			add(before) // its address, or its country
		}
		for _, sep := range titleParts[:4] {
			if before, after, ok := strings.Cut(name, sep); ok {
				addShort(before)
				addShort(after)
			}
		}
	}
	full := strings.TrimPrefix(base.Hostname(), "www.")
	add(full)
	if suffix, _ := publicsuffix.PublicSuffix(full); suffix != full {
		own := strings.TrimSuffix(full, "."+suffix)
		add(own)
		add(own[strings.LastIndexByte(own, '.')+1:])
	}
	return out
}

// shortSite is the name of an outlet without the words it adds about itself.
func shortSite(name string) string {
	name = feeds.Clean(name, maxField)
	for _, sep := range titleParts[:4] {
		if before, _, ok := strings.Cut(name, sep); ok && len(before) >= 3 {
			return before
		}
	}
	return name
}

// siteTails are what a name of an outlet may add to another one of it.
var siteTails = set("news online com net org de fr co uk co.uk tv the www media magazine newspaper")

// isSite says whether text is one of the names of an outlet, give or take a
// word such as News or .com.
func isSite(names []string, text string) bool {
	text = fold(text)
	return text != "" && slices.ContainsFunc(names, func(name string) bool {
		return text == name || tailed(text, name) || tailed(name, text)
	})
}

func tailed(long, short string) bool {
	if len(short) < 3 {
		return false
	}
	rest, after := strings.CutPrefix(long, short)
	front, before := strings.CutSuffix(long, short)
	return after && siteTails[rest] || before && siteTails[front]
}

// titleParts are what stands between a headline and the name of a site or
// section. A colon is part of many headlines; it parts only a site's name.
var titleParts = []string{" | ", " - ", " – ", " — ", " :: ", " : ", " » ", " « ", " · ", " • ", " ‹ ", " › ", " ~ ", "|", "_", ": "}

// withoutSite takes the names of the outlet off both ends of a title.
func withoutSite(title string, sites []string) string {
	for range 4 {
		short := withoutOne(title, sites)
		if short == title {
			break
		}
		title = short
	}
	return title
}

func withoutOne(title string, sites []string) string {
	for _, sep := range titleParts {
		if i := strings.LastIndex(title, sep); i > 0 && isSite(sites, title[i+len(sep):]) {
			return strings.TrimSpace(title[:i])
		}
		if i := strings.Index(title, sep); i > 0 && isSite(sites, title[:i]) {
			return strings.TrimSpace(title[i+len(sep):])
		}
	}
	return title
}
