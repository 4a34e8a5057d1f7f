package fetch

import (
	"net"
	"net/http"
	"time"
)

// Every bound of a request.
const (
	perHost       = 2                // requests at once to one server, and connections
	totalTimeout  = 30 * time.Second // one Get, redirects and body included
	dialTimeout   = 10 * time.Second
	tlsTimeout    = 10 * time.Second
	headerTimeout = 20 * time.Second // from the request to the first line of the answer
	stallTimeout  = 10 * time.Second // from one part of a body to the next
	idleTimeout   = 60 * time.Second // of a connection nobody uses
	idleConns     = 128
	maxRedirects  = 10
	maxBody       = 10 << 20  // bytes, decompressed
	usualBody     = 512 << 10 // bytes; a larger one asks whether there is room
	maxHeader     = 256 << 10 // bytes of all header fields
	maxDrain      = 64 << 10  // bytes read of an answer nobody wants, to keep its connection
	maxField      = 1024      // bytes of one header value worth keeping
	maxDetail     = 200       // bytes of what a failure says
	maxWait       = 7 * 24 * time.Hour
)

// What a request says when the caller says nothing.
const (
	agentName  = "Dateline (terminal news reader)"
	acceptFeed = "application/rss+xml, application/atom+xml, application/feed+json, application/xml;q=0.9, text/xml;q=0.9, application/json;q=0.8, */*;q=0.5"
)

// network is a transport to the world, with so many connections to one host, 0
// for any number. It asks for gzip and undoes it by itself as long as nobody sets
// Accept-Encoding.
func network(perHost int, d net.Dialer) *http.Transport {
	return &http.Transport{
		DialContext:            d.DialContext,
		ForceAttemptHTTP2:      true,
		TLSHandshakeTimeout:    tlsTimeout,
		ResponseHeaderTimeout:  headerTimeout,
		IdleConnTimeout:        idleTimeout,
		MaxIdleConns:           idleConns,
		MaxIdleConnsPerHost:    perHost,
		MaxConnsPerHost:        perHost,
		MaxResponseHeaderBytes: maxHeader,
	}
}
