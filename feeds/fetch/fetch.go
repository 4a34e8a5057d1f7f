// Package fetch makes one polite HTTP GET: conditional, bounded in size and
// time, a few at once at one server, never into the reader's own network unless
// the reader listed the host, with every way to fail named. It knows nothing of
// feeds or articles, keeps no state but open connections, and never asks twice:
// when to ask again, and how many at once, is the loader's business. feeds/load
// and feeds/article call it; it is the only room with an HTTP client.
package fetch

import (
	"context"
	"net/http"
	"time"

	"dateline/feeds"
)

// Request says what to get.
type Request struct {
	URL          string
	From         string            // the feed or page that names URL; empty if the reader does
	ETag         string            // as an earlier Response gave it; the server may then answer "not modified"
	LastModified string            // likewise
	Agent        string            // the User-Agent sent; empty means that of the Client
	Accept       string            // media types wanted; empty means feeds
	Header       map[string]string // sent to the host of URL only, not to where it redirects
	Limit        int64             // bytes of decompressed body; 0 means 10 MB
	Partial      bool              // half an answer is better than none; see Response.Cut
	Cookies      bool              // give cookies back on the way from redirect to redirect of this one Get

	// Large is called, at most once, when the answer is about to take more
	// memory than usual ones; nothing more is read before it returns, and how
	// long that takes is not held against the server. Its error ends the Get.
	// Nil means that there is room.
	Large func(context.Context) error
	// Closed says whether the server of a redirect, as ServerOf names it, is
	// not to be asked now. Nil means that all may be.
	Closed func(server string) error
}

// Response is a good answer: the body, or word that it has not changed.
type Response struct {
	Status       int
	NotModified  bool
	Body         []byte
	URL          string // final address after redirects
	ContentType  string
	ETag         string
	LastModified string
	Fresh        time.Duration  // how long the server holds the answer good; 0 if it does not say
	Cut          *feeds.Failure // why Body breaks off, if it does and the request took that; nil if it is whole
	Moved        string         // where the address has moved for good; empty if it has not
	Took         time.Duration  // from the first byte sent to the last read, without waiting for a turn
}

// Options set up a Client. The zero value is ready for use.
type Options struct {
	Agent     string            // the User-Agent sent; empty means the program's name
	PerHost   int               // requests at once to one server; 0 means 2
	Timeout   time.Duration     // for one Get with all its redirects; 0 means 30 s
	Transport http.RoundTripper // nil means the network
	Offline   bool              // refuse every request
	// Listed are addresses that the reader has written down. Their hosts, at
	// their ports, may lie in the reader's own network; no other may, nor may
	// those on the word of another host.
	Listed []string
}

// Client makes requests. It is safe for use by many goroutines.
type Client struct {
	agent   string
	timeout time.Duration
	offline bool
	guard   *guard
	gate    *gate
}

// New returns a client. Close it when no more requests are to come.
func New(o Options) *Client {
	return &Client{
		agent:   or(o.Agent, agentName),
		timeout: or(o.Timeout, totalTimeout),
		offline: o.Offline,
		guard:   newGuard(o.Listed, o.Transport, or(o.PerHost, perHost)),
		gate:    newGate(or(o.PerHost, perHost)),
	}
}

// Close drops the connections kept open for later requests.
func (c *Client) Close() { c.guard.close() }

// Reconnect has later requests open connections of their own: those kept open
// may be dead, which is found out by waiting in vain.
func (c *Client) Reconnect() { c.guard.close() }

// Get fetches one address, following redirects. The error is a
// *feeds.Failure, or ctx.Err() if ctx ended first.
func (c *Client) Get(ctx context.Context, r Request) (Response, error) {
	if c.offline {
		return Response{}, &feeds.Failure{Kind: feeds.FailOffline}
	}
	address, ok := feeds.SafeURL(r.URL)
	if !ok {
		return Response{}, &feeds.Failure{Kind: feeds.FailAddress, Detail: detail(r.URL)}
	}
	v, err := c.visit(r, address)
	if err != nil {
		return Response{}, err
	}
	out, err := v.follow(ctx)
	if err == nil {
		return out, nil
	}
	if ctx.Err() != nil {
		return Response{}, ctx.Err()
	}
	return Response{}, failure(err)
}

func or[T comparable](v, otherwise T) T {
	var zero T
	if v == zero {
		return otherwise
	}
	return v
}
