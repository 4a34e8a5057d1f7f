// Package parse turns the bytes of a feed into items: RSS 0.9 to 2.0, RDF,
// Atom and JSON Feed, whole or broken. The bytes are mended first, so that one
// bad character costs one character; every field is cleaned here, once, so
// that nobody behind this door needs to. It fetches and stores nothing.
// feeds/load calls it, and it is the only room that knows gofeed.
package parse

import (
	"errors"
	"fmt"
	"strings"
	"time"

	"dateline/feeds"

	"github.com/mmcdole/gofeed"
)

// Source says where bytes came from.
type Source struct {
	Feed        feeds.Feed
	URL         string    // final address after redirects; relative links are resolved against it
	ContentType string    // of the answer; may be empty
	Now         time.Time // when the bytes came
}

// Result is what a feed said.
type Result struct {
	Title string        // what the feed calls itself, in one line; may be empty
	Items []feeds.Item  // in the feed's order; ID, Story, Tags, Place and Wire are left to others
	TTL   time.Duration // how long the feed asks to be left alone; 0 if it does not
	Rest  feeds.Rest    // when it asks not to be visited
}

// Parse reads a feed. The error is a *feeds.Failure: FailHTML for a web page,
// with the feeds that the page names as its own, FailEmpty for nothing,
// FailNotFeed for anything else that is none, FailMalformed for a feed of which
// nothing could be read. A feed that breaks off gives the items that came whole.
func Parse(body []byte, src Source) (Result, error) {
	feed, err := open(body, src)
	if err != nil {
		return Result{}, err
	}
	return Result{
		Title: feeds.Clean(plain(feed.Title), nameBytes),
		Items: items(feed, src),
		TTL:   ttl(feed),
		Rest:  rest(feed),
	}, nil
}

// Document returns the entries of a feed of which nothing else is known, as the
// document has them: an entry without a title has none here either, one that is
// there twice comes twice, and dates are not judged. It fails like Parse.
func Document(body []byte) ([]feeds.Item, error) {
	src := Source{Now: someDay}
	feed, err := open(body, src)
	if err != nil {
		return nil, err
	}
	all := entries(feed, src)
	setKeys(all)
	out := make([]feeds.Item, len(all))
	for i, e := range all {
		out[i] = e.Item
	}
	return out, nil
}

// someDay is so late that no date lies in the future.
var someDay = time.Date(2200, 1, 1, 0, 0, 0, 0, time.UTC)

// open mends what came and has it read.
func open(body []byte, src Source) (*gofeed.Feed, error) {
	text := decode(body, src.ContentType, src.Feed.Language)
	if strings.TrimSpace(text) == "" {
		return nil, &feeds.Failure{Kind: feeds.FailEmpty}
	}
	doc, err := mend(text)
	switch {
	case errors.Is(err, errPage):
		return nil, page(text, src)
	case errors.Is(err, errNoFeed):
		return nil, noFeed(text)
	case err != nil:
		return nil, err
	}
	feed, err := read(doc.text)
	if err != nil {
		return nil, malformed(err)
	}
	doc.putBack(feed)
	switch {
	case len(feed.Items) == 0 && doc.broken:
		return nil, malformed(errBreaksOff)
	case len(feed.Items) == 0 && strings.TrimSpace(feed.Title) == "":
		return nil, noFeed(text)
	}
	return feed, nil
}

var (
	errBreaksOff = errors.New("it breaks off before its first item is whole")
	errPage      = errors.New("it is a web page")
	errNoFeed    = errors.New("it is no feed")
)

// noFeed says of what came that it is no feed, and how it begins.
func noFeed(text string) *feeds.Failure {
	return &feeds.Failure{Kind: feeds.FailNotFeed, Detail: feeds.Clean(text[:min(len(text), 4*startBytes)], startBytes)}
}

func malformed(err error) *feeds.Failure {
	return &feeds.Failure{Kind: feeds.FailMalformed, Detail: feeds.Clean(err.Error(), detailBytes)}
}

// read hands a mended document to gofeed.
func read(text string) (feed *gofeed.Feed, err error) {
	// A panic on one feed must not take the other feeds and the screen along.
	defer func() {
		if p := recover(); p != nil {
			err = fmt.Errorf("read the feed: %v", p)
		}
	}()
	p := gofeed.NewParser()
	p.KeepOriginalFeed = true
	// Nobody here looks at images, and the search parses all HTML twice.
	p.RSSTranslator = &gofeed.DefaultRSSTranslator{DisableContentImageScan: true}
	return p.Parse(strings.NewReader(text))
}
