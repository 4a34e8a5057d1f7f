package parse

import (
	"cmp"
	"iter"
	"slices"
	"strings"
	"time"

	"dateline/feeds"

	"github.com/mmcdole/gofeed"
	"github.com/mmcdole/gofeed/atom"
	"github.com/mmcdole/gofeed/rss"
)

// entry is what a feed says at one place of its list.
type entry struct {
	feeds.Item
	id        identity
	enclosure string // address of what is attached
}

// items returns the entries of feed as ours, each once, with a headline and an
// address if anything gives them. What has nothing to make a headline of says
// nothing and goes.
func items(feed *gofeed.Feed, src Source) []feeds.Item {
	all := entries(feed, src)
	kept := all[:0]
	for _, e := range all {
		e.URL = cmp.Or(e.URL, e.enclosure)
		e.Title = cmp.Or(e.Title, headline(e.Item))
		e.id.title = e.Title
		if e.Title != "" {
			kept = append(kept, e)
		}
	}
	return distinct(kept)
}

// entries returns the entries of feed one by one as they are, whatever they
// lack.
func entries(feed *gofeed.Feed, src Source) []entry {
	list := feed.Items[:min(len(feed.Items), maxItems)]
	out, base, original := make([]entry, 0, len(list)), baseOf(src, feed), feed.OriginalFeed()
	for i, item := range list {
		e := entryReader{Item: item, base: base}
		switch origin := original.(type) {
		case *rss.Feed:
			e.rss = origin.Items[i]
		case *atom.Feed:
			e.atom = origin.Entries[i]
		}
		it := e.item(feed, src)
		id := identity{strings.TrimSpace(item.GUID), strings.TrimSpace(item.Link), it.Title, it.Summary}
		out = append(out, entry{it, id, e.enclosure()})
	}
	return out
}

// entryReader is one entry on its way to an item.
type entryReader struct {
	*gofeed.Item
	rss  *rss.Item   // as an RSS feed had it; nil in other formats
	atom *atom.Entry // likewise
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
	it.Title = e.title()
	// They may be parts of the whole document, which would stay as long as they do.
	it.Title, it.Summary, it.Text = strings.Clone(it.Title), strings.Clone(it.Summary), strings.Clone(it.Text)
	it.Published, it.Date = e.published(now)
	return it
}

// title returns the title that the entry gives.
func (e entryReader) title() string {
	for _, t := range []string{e.Title, e.media("title")} {
		if t = feeds.Clean(plain(t), titleBytes); t != "" {
			return t
		}
	}
	return ""
}

// headline makes a headline for an item without one: of the first words it
// has, else of its address.
func headline(it feeds.Item) string {
	head, _, more := strings.Cut(it.Summary, "\n\n")
	cut := feeds.Clean(head, headBytes)
	if i := strings.LastIndexByte(cut, ' '); i > 0 && len(cut) < len(head) {
		cut, more = cut[:i], true
	}
	switch {
	case cut == "":
		return feeds.Clean(it.URL, titleBytes)
	case more:
		return cut + "…"
	}
	return cut
}

// texts returns the short and the full text; the full one is empty where it
// would only repeat the short one.
func (e entryReader) texts() (summary, text string) {
	short, long := plain(e.short()), plain(e.full())
	if strings.TrimSpace(short) == "" {
		summary = feeds.CleanText(long, leadBytes)
	} else {
		summary = feeds.CleanText(short, summaryBytes)
	}
	if len(short) > len(long) {
		if long = short; len(short) <= summaryBytes/longerInNFC {
			return summary, "" // all of it
		}
	}
	if text = feeds.CleanText(long, textBytes); len(text) <= len(summary) {
		text = ""
	}
	return summary, text
}

// longerInNFC is how many times as long NFC can make a text (Unicode Standard
// Annex 15, table 8).
const longerInNFC = 3

// short returns the source of the entry's short description.
func (e entryReader) short() string {
	if e.Description != "" || e.full() != "" {
		return e.Description
	}
	return e.media("description")
}

// full returns the source of the entry's full text, also by names that were
// given up before RSS 2.0.
func (e entryReader) full() string {
	return cmp.Or(e.Content, e.Custom["body"], e.Custom["fullitem"])
}

// media returns what a media extension says of the entry, directly or in its
// group.
func (e entryReader) media(name string) string {
	if groups := e.Extensions["media"]["group"]; e.said("media", name) == "" && len(groups) > 0 {
		if found := groups[0].Children[name]; len(found) > 0 {
			return found[0].Value
		}
	}
	return e.said("media", name)
}

// said returns the first value that an extension of the given vocabulary has.
func (e entryReader) said(vocabulary, name string) string {
	if found := e.Extensions[vocabulary][name]; len(found) > 0 {
		return found[0].Value
	}
	return ""
}

// published returns when the entry came out, and how far that can be trusted.
func (e entryReader) published(now time.Time) (time.Time, feeds.DateMark) {
	mark := feeds.DateMissing
	for s := range e.dates() {
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

// dates walks over what the entry says of its time, best first.
func (e entryReader) dates() iter.Seq[string] {
	return func(yield func(string) bool) {
		if !yield(e.Published) || !yield(e.Updated) {
			return
		}
		for _, name := range []string{"created", "issued", "modified"} {
			for _, d := range e.Extensions["dcterms"][name] {
				if !yield(d.Value) {
					return
				}
			}
		}
		for _, name := range []string{"date", "published", "updated", "modified", "lastmodified", "created", "issued"} {
			if !yield(e.custom(name)) {
				return
			}
		}
	}
}

// custom returns what an element says that no format knows, by its name in lower
// case.
func (e entryReader) custom(name string) string {
	for key, value := range e.Custom {
		if strings.EqualFold(key, name) {
			return value
		}
	}
	return ""
}

// categories returns the distinct categories of the entry.
func (e entryReader) categories() []string {
	var out []string
	for _, c := range e.Categories {
		c = feeds.Clean(plain(c), categoryBytes)
		if c == "" || slices.Contains(out, c) {
			continue
		}
		if out = append(out, c); len(out) == maxCategories {
			break
		}
	}
	return out
}

// language returns the language the entry names, else its feed, else the list
// of feeds.
func (e entryReader) language(feed *gofeed.Feed, known string) string {
	for _, tag := range []string{e.said("dc", "language"), feed.Language} {
		if tag = languageTag(tag); tag != "" {
			return tag
		}
	}
	return known
}
