package article

import (
	"cmp"
	"strings"

	"dateline/feeds"
	"dateline/ui/pane"
)

const citationLayout = "2 January 2006, 15:04 MST"

// citation returns the item on show in one line, as a source is cited: what the
// feed did not say the page may.
func (p *Pane) citation() string {
	v := p.versions[p.at]
	it, outlet := v.Item, v.Feed.Outlet()
	if wire := cmp.Or(it.Wire, p.article.Wire); pane.Carries(v.Feed, wire) {
		outlet += " (" + wire + ")"
	}
	address := it.URL
	if p.of == pageText {
		address = cmp.Or(p.article.URL, it.URL)
	}
	var said []string
	for _, s := range []string{outlet, cmp.Or(it.Byline, p.article.Byline), "“" + it.Title + "”", p.dated(it), address} {
		if s != "" {
			said = append(said, s)
		}
	}
	return strings.Join(said, ", ") + " (seen " + it.Seen.UTC().Format(citationLayout) + ")"
}

// dated returns when an item was published, for readers in any zone.
func (p *Pane) dated(it feeds.Item) string {
	switch {
	case it.Date == feeds.DateGiven:
		return it.Published.UTC().Format(citationLayout)
	case p.of == pageText && !p.article.Date.IsZero():
		return p.article.Date.UTC().Format(citationLayout)
	}
	return "undated"
}
