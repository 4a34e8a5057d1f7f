package feeds

import (
	"fmt"
	"time"
)

// FailureKind says why a page or feed could not be had.
type FailureKind string

// The ways in which a request fails.
const (
	FailDNS         FailureKind = "dns"
	FailConnect     FailureKind = "connect"
	FailTLS         FailureKind = "tls"
	FailTimeout     FailureKind = "timeout"
	FailStatus      FailureKind = "status" // any other HTTP status; see Failure.Status
	FailBlocked     FailureKind = "blocked"
	FailGone        FailureKind = "gone"
	FailRateLimited FailureKind = "rate-limited"
	FailServer      FailureKind = "server"
	FailTooLarge    FailureKind = "too-large"
	FailRedirects   FailureKind = "redirects"
	FailAddress     FailureKind = "address"   // not an http or https address
	FailNotFeed     FailureKind = "not-feed"  // an answer, but no feed in it
	FailHTML        FailureKind = "html"      // a web page where a feed should be
	FailMalformed   FailureKind = "malformed" // a feed that breaks off or cannot be read
	FailNotHTML     FailureKind = "not-html"  // a page that is a PDF, a video ...
	FailNoText      FailureKind = "no-text"   // a page without readable text
	FailPaywall     FailureKind = "paywall"
	FailConsent     FailureKind = "consent"
	FailScript      FailureKind = "script"     // text that only a script would fetch
	FailAggregator  FailureKind = "aggregator" // a page that leads on to the article by script only
	FailPrivate     FailureKind = "private"    // an address within the reader's own network
	FailOffline     FailureKind = "offline"
	FailBroken      FailureKind = "broken"  // the connection broke off
	FailUnsaved     FailureKind = "unsaved" // an answer whose items could not be stored
)

// failureWords is the one place where failures are worded for people: what
// happened, and what to do.
var failureWords = map[FailureKind]struct{ says, todo string }{
	FailDNS:         {"the host name is not known", "check the address or your network"},
	FailConnect:     {"the server does not answer", "it will be tried again"},
	FailTLS:         {"the server's certificate is not valid", "check the address and your clock"},
	FailTimeout:     {"no full answer in time", "it will be tried again"},
	FailStatus:      {"the server answered with an error", "check the address"},
	FailBlocked:     {"the server refuses this program", "try it in the browser"},
	FailGone:        {"nothing is at this address any more", "remove the feed or change its address"},
	FailRateLimited: {"the server asked us to wait", "it will be tried again when the server allows it"},
	FailServer:      {"the server has a fault", "it will be tried again"},
	FailTooLarge:    {"the answer is larger than allowed", "it was not read"},
	FailRedirects:   {"the address leads in a circle", "check the address"},
	FailAddress:     {"this is not an http or https address", "correct the address"},
	FailNotFeed:     {"the answer is not a feed", "check the address"},
	FailHTML:        {"a web page came instead of a feed", "look for the feed's address on that page"},
	FailMalformed:   {"the feed is broken and could not be read", "what it gave before is kept"},
	FailNotHTML:     {"the page is not a text page", "try it in the browser"},
	FailNoText:      {"no readable text was found on the page", "try it in the browser"},
	FailPaywall:     {"the page is behind a paywall", "try it in the browser"},
	FailConsent:     {"the page asks for consent first", "try it in the browser"},
	FailScript:      {"the page shows its text by script only", "try it in the browser"},
	FailAggregator:  {"the link belongs to an aggregator that does not give the article's address", "try it in the browser"},
	FailPrivate:     {"the address lies within your own network", "list a feed of that host if you trust it"},
	FailOffline:     {"Dateline was started with --offline", "start it without --offline to fetch"},
	FailUnsaved:     {"its items could not be stored", "free some space on the disk; the feed will be asked again"},
	FailBroken:      {"the connection broke off", "it will be tried again"},
}

// FailureKinds lists every kind that has words.
func FailureKinds() []FailureKind {
	out := make([]FailureKind, 0, len(failureWords))
	for k := range failureWords {
		out = append(out, k)
	}
	return out
}

// Failure is the error of a request that did not bring what was asked for.
type Failure struct {
	Kind   FailureKind   `json:"kind"`
	Status int           `json:"status,omitempty"` // HTTP status, if one came
	Retry  time.Duration `json:"retry,omitempty"`  // the server's own word on when to ask again; zero if none
	Detail string        `json:"detail,omitempty"` // cleaned, for the curious
}

// Error returns the sentence for people.
func (f *Failure) Error() string {
	if f.Status != 0 {
		return fmt.Sprintf("%s (HTTP %d)", failureWords[f.Kind].says, f.Status)
	}
	return failureWords[f.Kind].says
}

// Todo returns what the reader can do, or what the program will do.
func (f *Failure) Todo() string { return failureWords[f.Kind].todo }
