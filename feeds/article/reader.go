package article

import (
	"context"
	"time"

	"dateline/feeds"
	"dateline/feeds/fetch"
)

// accept is the Accept header of a request for a page.
const accept = "text/html, application/xhtml+xml;q=0.9, */*;q=0.1"

// Reader reads pages that a reader asked for. Both fields must be set.
type Reader struct {
	Get func(context.Context, fetch.Request) (fetch.Response, error)
	Now func() time.Time
}

// Read asks for the one page at address and returns its article, marked with
// the time of the visit. The error is that of Get or of Extract.
func (r Reader) Read(ctx context.Context, address string) (feeds.Article, error) {
	got, err := r.Get(ctx, fetch.Request{URL: address, Accept: accept, Limit: maxPage})
	if err != nil {
		return feeds.Article{}, err
	}
	a, err := Extract(got.Body, got.ContentType, firstOf(got.URL, address))
	if err != nil {
		return feeds.Article{}, err
	}
	a.Fetched = r.Now().UTC()
	return a, nil
}
