package parse

import (
	"net/url"
	"strings"

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
	offers := append([]string{e.Link}, e.Links...)
	for _, l := range e.Extensions["atom"]["link"] {
		offers = append(offers, l.Attrs["href"])
	}
	if e.permalink() {
		offers = append(offers, e.GUID)
	}
	for _, enc := range e.Enclosures {
		offers = append(offers, enc.URL)
	}
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
	ref = strings.ReplaceAll(strings.Join(strings.Fields(ref), "%20"), "&amp;", "&")
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
