package parse

import (
	"net/url"
	"strings"
	"unicode"

	"dateline/feeds"

	"github.com/mmcdole/gofeed"
)

// baseOf returns the address that relative links of feed start from.
func baseOf(src Source, feed *gofeed.Feed) string {
	for _, base := range []string{src.URL, src.Feed.URL, feed.FeedLink, feed.Link} {
		if base, ok := feeds.SafeURL(base); ok {
			return base
		}
	}
	return ""
}

// link returns the address of the entry's page: the first of what the entry
// offers that is one.
func (e entryReader) link() string {
	offers := append(e.alternates(), e.Link)
	if e.permalink() {
		offers = append(offers, e.GUID)
	}
	offers = append(offers, e.Custom["about"])
	offers = append(offers, e.Links...) // the entry's own address in the feed among them
	return e.first(offers)
}

// alternates lists the pages that tell the entry, those in HTML first.
func (e entryReader) alternates() []string {
	var pages, other []string
	offer := func(rel, kind, address string) {
		switch {
		case rel != "" && !strings.EqualFold(rel, "alternate"):
		case kind == "" || strings.Contains(strings.ToLower(kind), "html"):
			pages = append(pages, address)
		default:
			other = append(other, address)
		}
	}
	if e.atom != nil {
		for _, l := range e.atom.Links {
			offer(l.Rel, l.Type, l.Href)
		}
	}
	if e.rss != nil {
		pages = append(pages, e.rss.Links...) // gofeed keeps the last one apart
	}
	for _, l := range e.Extensions["atom"]["link"] {
		offer(l.Attrs["rel"], l.Attrs["type"], l.Attrs["href"])
	}
	return append(pages, other...)
}

// enclosure returns the address of the first thing attached to the entry.
func (e entryReader) enclosure() string {
	var offers []string
	for _, enc := range e.Enclosures {
		offers = append(offers, enc.URL)
	}
	return e.first(offers)
}

func (e entryReader) first(offers []string) string {
	for _, o := range offers {
		if address := resolve(e.base, o); address != "" {
			return address
		}
	}
	return ""
}

// permalink says whether the identifier of the entry is an address as well.
func (e entryReader) permalink() bool {
	if e.rss != nil && e.rss.GUID != nil && strings.EqualFold(e.rss.GUID.IsPermalink, "false") {
		return false
	}
	return strings.Contains(e.GUID, "://")
}

// resolve returns ref as an absolute address, or "" if it is none for a
// browser. An address that is absolute already keeps its spelling.
func resolve(base, ref string) string {
	if strings.ContainsFunc(ref, unicode.IsSpace) {
		ref = strings.Join(strings.Fields(ref), "%20")
	}
	ref = strings.ReplaceAll(ref, "&amp;", "&")
	switch {
	case ref == "":
		return ""
	case strings.HasPrefix(ref, "www."):
		ref = "http://" + ref
	}
	if address, ok := feeds.SafeURL(ref); ok {
		return address
	}
	from, err := url.Parse(base)
	if err != nil || base == "" {
		return ""
	}
	to, err := from.Parse(ref)
	if err != nil {
		return ""
	}
	address, _ := feeds.SafeURL(to.String())
	return address
}
