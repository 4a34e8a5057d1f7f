package article

import (
	"context"
	"errors"
	"mime"
	"time"

	"dateline/feeds"
	"dateline/feeds/fetch"
)

// accept is the Accept header of a request for a page.
const accept = "text/html, application/xhtml+xml;q=0.9, */*;q=0.1"

// Reader reads pages that a reader asked for. Get and Now must be set.
type Reader struct {
	Get  func(context.Context, fetch.Request) (fetch.Response, error)
	Now  func() time.Time
	From string // the feed or page that names what is asked for; empty if the reader does
}

// Read asks for the one page at address and returns its article, marked with
// the time of the visit. Of a page that is nothing but a way to another one,
// that one is read instead, once. The error is a *feeds.Failure that says what
// keeps the page away, or ctx.Err().
func (r Reader) Read(ctx context.Context, address string) (feeds.Article, error) {
	named, _ := isAggregator(address)
	asked := firstOf(named, address)
	a, on, err := r.visit(ctx, asked)
	if on.to != "" {
		r.From = on.from
		a, _, err = r.visit(ctx, on.to)
	}
	if err != nil {
		return feeds.Article{}, failed(asked, err)
	}
	a.Fetched = r.Now().UTC()
	notAfter(&a, a.Fetched)
	return a, nil
}

// What is asked for and taken of an image.
const (
	acceptImage = "image/webp, image/jpeg, image/png, image/gif"
	maxImage    = 8 << 20 // bytes
)

// Picture asks for the one image at address and returns its bytes as they came.
// The error is a *feeds.Failure, or ctx.Err().
func (r Reader) Picture(ctx context.Context, address string) ([]byte, error) {
	got, err := r.Get(ctx, fetch.Request{URL: address, From: r.From, Accept: acceptImage, Limit: maxImage})
	return got.Body, err
}

// way leads from a page to the one that it stands for.
type way struct{ from, to string }

// visit asks for one page. With it comes the way on, if it says little but that
// it leads on.
func (r Reader) visit(ctx context.Context, address string) (a feeds.Article, on way, err error) {
	got, err := r.Get(ctx, fetch.Request{URL: address, From: r.From, Accept: accept, Limit: maxPage})
	if err != nil {
		return feeds.Article{}, way{}, err
	}
	from := firstOf(got.URL, address)
	switch {
	case got.NotModified:
		return feeds.Article{}, way{}, &feeds.Failure{Kind: feeds.FailStatus, Status: got.Status}
	case isConsent(address, from):
		return feeds.Article{}, way{}, &feeds.Failure{Kind: feeds.FailConsent, Detail: host(from)}
	case isHome(from) && !isHome(address):
		return feeds.Article{}, way{}, &feeds.Failure{Kind: feeds.FailGone, Detail: "it leads to the front page"}
	}
	a, err = Extract(got.Body, got.ContentType, from)
	var f *feeds.Failure
	switch {
	case errors.As(err, &f) && stubs[f.Kind]:
		on = way{from, firstOf(onward(got.Body, got.ContentType, from))}
	case err == nil && size(a.Blocks) <= maxStub:
		refresh, _ := onward(got.Body, got.ContentType, from)
		on = way{from, refresh}
	}
	return a, on, err
}

// maxStub is the bytes of text on a page that only says where it leads.
const maxStub = 300

// stubs are what a page that only leads on to another is taken for.
var stubs = map[feeds.FailureKind]bool{feeds.FailNoText: true, feeds.FailScript: true}

// unresolved are the failures that say of an aggregator's link that it leads
// no further.
var unresolved = map[feeds.FailureKind]bool{
	feeds.FailNoText: true, feeds.FailScript: true, feeds.FailConsent: true, feeds.FailGone: true, feeds.FailBlocked: true, feeds.FailRobots: true,
}

// notFound is the HTTP status of a feed that may come back, but of a page that
// does not.
const notFound = 404

// failed names an error by what it says of the page at the address asked for.
func failed(asked string, err error) error {
	var f *feeds.Failure
	if !errors.As(err, &f) {
		return err
	}
	_, aggregator := isAggregator(asked)
	switch what := tooLargeFor(f); {
	case aggregator && unresolved[f.Kind]:
		return &feeds.Failure{Kind: feeds.FailAggregator, Status: f.Status, Detail: host(asked)}
	case f.Status == notFound:
		return &feeds.Failure{Kind: feeds.FailGone, Status: f.Status, Detail: f.Detail}
	case what != "":
		return &feeds.Failure{Kind: feeds.FailNotHTML, Detail: what}
	}
	return err
}

// tooLargeFor says what the answer is that was too large, if it is no page.
func tooLargeFor(f *feeds.Failure) string {
	media, _, err := mime.ParseMediaType(f.Detail)
	if f.Kind != feeds.FailTooLarge || err != nil {
		return ""
	}
	return foreignType(media)
}
