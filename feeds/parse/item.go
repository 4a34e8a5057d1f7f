package parse

import (
	"strings"
	"time"

	"dateline/feeds"

	"github.com/mmcdole/gofeed"
	"github.com/mmcdole/gofeed/rss"
)

// items returns the entries of feed as ours, each once.
func items(feed *gofeed.Feed, src Source) []feeds.Item {
	origin, _ := feed.OriginalFeed().(*rss.Feed)
	var out []feeds.Item
	var ids []identity
	for i, entry := range feed.Items[:min(len(feed.Items), maxItems)] {
		e := entryReader{Item: entry, base: baseOf(src, feed)}
		if origin != nil && i < len(origin.Items) {
			e.rss = origin.Items[i]
		}
		it := e.item(feed, src)
		if it.Title == "" {
			continue // it says nothing
		}
		out = append(out, it)
		ids = append(ids, identity{strings.TrimSpace(entry.GUID), strings.TrimSpace(entry.Link), it.Title, it.Summary})
	}
	return distinct(out, ids)
}

// entryReader is one entry on its way to an item.
type entryReader struct {
	*gofeed.Item
	rss  *rss.Item // as an RSS feed had it; nil in other formats
	base string
}

func (e entryReader) item(feed *gofeed.Feed, src Source) feeds.Item {
	now := src.Now.UTC()
	it := feeds.Item{
		Feed:       src.Feed.ID,
		URL:        e.link(),
		Byline:     e.byline(),
		Categories: e.categories(),
		Language:   e.language(feed, src.Feed.Language),
		Seen:       now,
	}
	it.Summary, it.Text = e.texts()
	it.Title = e.title(it)
	it.Published, it.Date = e.published(now)
	return it
}

// title returns the entry's title or, failing that, the first words it has.
func (e entryReader) title(it feeds.Item) string {
	for _, t := range []string{e.Title, e.media("title")} {
		if t = feeds.Clean(plain(t), titleBytes); t != "" {
			return t
		}
	}
	head, _, more := strings.Cut(it.Summary, "\n\n")
	cut := feeds.Clean(head, headBytes)
	if i := strings.LastIndexByte(cut, ' '); i > 0 && len(cut) < len(head) {
		cut, more = cut[:i], true
	}
	if cut != "" && more {
		cut += "…"
	}
	if cut == "" {
		return feeds.Clean(it.URL, titleBytes)
	}
	return cut
}

// texts returns the short and the full text; the full one is empty where it
// would only repeat the short one.
func (e entryReader) texts() (summary, text string) {
	short, long := plain(e.short()), plain(e.Content)
	if strings.TrimSpace(short) == "" {
		summary = feeds.CleanText(long, leadBytes)
	} else {
		summary = feeds.CleanText(short, summaryBytes)
	}
	if len(short) > len(long) {
		long = short
	}
	if text = feeds.CleanText(long, textBytes); len(text) <= len(summary) {
		text = ""
	}
	return summary, text
}

// short returns the source of the entry's short description.
func (e entryReader) short() string {
	if e.Description != "" || e.Content != "" {
		return e.Description
	}
	return e.media("description")
}

// media returns what a media extension says of the entry, directly or in its
// group.
func (e entryReader) media(name string) string {
	media := e.Extensions["media"]
	found := media[name]
	if groups := media["group"]; len(found) == 0 && len(groups) > 0 {
		found = groups[0].Children[name]
	}
	if len(found) == 0 {
		return ""
	}
	return found[0].Value
}

// published returns when the entry came out, and how far that can be trusted.
func (e entryReader) published(now time.Time) (time.Time, feeds.DateMark) {
	mark := feeds.DateMissing
	for _, s := range e.dates() {
		t, ok := readDate(s)
		if !ok {
			continue
		}
		if t.Year() >= earliest && !t.After(now.Add(maxAhead)) {
			return t, feeds.DateGiven
		}
		mark = feeds.DateAbsurd
	}
	if t := e.PublishedParsed; mark == feeds.DateMissing && t != nil && t.Year() >= earliest && !t.After(now.Add(maxAhead)) {
		return t.UTC(), feeds.DateGiven
	}
	return now, mark
}

// dates lists what the entry says of its time, best first.
func (e entryReader) dates() []string {
	out := []string{e.Published, e.Updated}
	for _, name := range []string{"created", "issued", "modified"} {
		for _, d := range e.Extensions["dcterms"][name] {
			out = append(out, d.Value)
		}
	}
	return append(out, e.Custom["date"], e.Custom["published"])
}

// categories returns the distinct categories of the entry.
func (e entryReader) categories() []string {
	var out []string
	seen := map[string]bool{}
	for _, c := range e.Categories {
		c = feeds.Clean(plain(c), categoryBytes)
		if c == "" || seen[c] {
			continue
		}
		seen[c] = true
		if out = append(out, c); len(out) == maxCategories {
			break
		}
	}
	return out
}

// language returns the language the entry names, else its feed, else the list
// of feeds.
func (e entryReader) language(feed *gofeed.Feed, known string) string {
	own := ""
	if dc := e.DublinCoreExt; dc != nil && len(dc.Language) > 0 {
		own = dc.Language[0]
	}
	for _, tag := range []string{own, feed.Language} {
		if tag = languageTag(tag); tag != "" {
			return tag
		}
	}
	return known
}
