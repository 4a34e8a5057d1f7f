// Package region says which countries, areas and blocs a text is about, and
// which words say so. It knows names and the words around them; it does not
// know events, does no I/O and learns nothing. The loader tags every item with
// it before storing, and the command line tags texts from elsewhere.
package region

import (
	"sync"
	"time"

	"dateline/feeds"
)

// Text is what is known of an item before it is tagged. Every field may be
// empty.
type Text struct {
	Title      string
	Summary    string // may begin with a dateline, may be a whole article
	Body       string
	Categories []string
	Place      string // place of the dateline
	URL        string // of its page: the words in the path of an address are often the editor's
	Language   string // BCP 47 tag; empty if unknown
	Home       string // country code of the feed, used when the text tells none
	Subject    string // by which corrections know the item, see feeds.SubjectOf
	Feed       feeds.FeedID
	At         time.Time // when it was published, for who was in office; zero if unknown
}

// Tagger tags texts. It is safe for concurrent use.
type Tagger struct {
	lexicons *lexicons
	own      func() *own
}

// New returns a tagger at once. Its tables are built when the first texts come,
// so that a program can start before.
func New() *Tagger {
	return &Tagger{&lexicons{}, func() *own { return nil }}
}

// With returns a tagger that makes these corrections, and no others. It shares
// the tables of t, so that it costs next to nothing.
func (t *Tagger) With(all feeds.Corrections) *Tagger {
	return &Tagger{t.lexicons, sync.OnceValue(func() *own { return learn(t.lexicons.all, all) })}
}

// Corrects says whether a correction is about text: without one, the tags are
// the same with the corrections and without.
func (t *Tagger) Corrects(text Text) bool {
	o := t.own()
	if o == nil || o.touches(text) {
		return o != nil
	}
	if !o.hasNames() {
		return false
	}
	d := t.read(text)
	defer t.lexicons.drop(d)
	return d.hasCorrected()
}

// Tag returns the countries and areas of t, each with its evidence. Countries
// are in order of weight. A country with firm evidence in the title or the
// first sentence is what the item is about; the others are mentions.
func (t *Tagger) Tag(text Text) feeds.Tags {
	d := t.read(text)
	defer t.lexicons.drop(d)
	if !text.At.IsZero() {
		d.day = text.At.Format(time.DateOnly)
	}
	d.match()
	d.absorb()
	d.resolve()
	tags := d.tags()
	if d.own != nil {
		d.own.apply(&tags, text)
	}
	return tags
}

// TagLoose tags an item of no feed, by its Title, Summary, URL and Published.
func (t *Tagger) TagLoose(it feeds.Item) feeds.Tags {
	return t.Tag(Text{Title: it.Title, Summary: it.Summary, URL: it.URL, At: it.Published})
}

// read splits text into words, by the names that the corrections know if words
// were corrected. The caller drops the document.
func (t *Tagger) read(text Text) *document {
	d, o := t.lexicons.document(text), t.own()
	if d.lex = t.lexicons.of(d.source); o.hasNames() {
		d.lex = o.names.base
	}
	d.read(text, o)
	return d
}
