package feeds

import (
	"cmp"
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
	FailLogin       FailureKind = "login"   // the password for it could not be had
	FailUnsaved     FailureKind = "unsaved" // an answer whose items could not be stored
)

// failureWords is the one place where failures are worded for people: what
// happened, and what to do about a feed, and about a page where that differs.
// named is said instead of says when Detail names what came.
var failureWords = map[FailureKind]struct{ says, todo, page, named string }{
	FailDNS:         {says: "the host name is not known", todo: "check the address or your network"},
	FailConnect:     {says: "the server does not answer", todo: "it will be tried again", page: "the site may be down"},
	FailTLS:         {says: "the server's certificate is not valid", todo: "check the address and your clock"},
	FailTimeout:     {says: "no full answer in time", todo: "it will be tried again", page: "the site may be busy"},
	FailStatus:      {says: "the server answered with an error", todo: "check the address", page: "try it in the browser"},
	FailBlocked:     {says: "the server refuses this program", todo: "try it in the browser"},
	FailGone:        {says: "nothing is at this address any more", todo: "remove the feed or change its address", page: "look for the headline on the outlet's site"},
	FailRateLimited: {says: "the server asked us to wait", todo: "it will be tried again when the server allows it", page: "give it a few minutes"},
	FailServer:      {says: "the server has a fault", todo: "it will be tried again", page: "the site may mend it soon"},
	FailTooLarge:    {says: "the answer is larger than allowed", todo: "it was not read", page: "try it in the browser"},
	FailRedirects:   {says: "the address leads in a circle", todo: "check the address", page: "try it in the browser"},
	FailAddress:     {says: "this is not an http or https address", todo: "correct the address", page: "search for the headline instead"},
	FailNotFeed:     {says: "the answer is not a feed", todo: "check the address"},
	FailHTML:        {says: "a web page came instead of a feed", todo: "look for the feed's address on that page"},
	FailMalformed:   {says: "the feed is broken and could not be read", todo: "what it gave before is kept"},
	FailNotHTML:     {says: "the page is not a text page", todo: "try it in the browser", named: "the page is %s, not text to read here"},
	FailNoText:      {says: "no readable text was found on the page", todo: "try it in the browser"},
	FailPaywall:     {says: "the page is behind a paywall", todo: "open it in the browser if you have a subscription"},
	FailConsent:     {says: "the page asks for consent first", todo: "answer it in the browser"},
	FailScript:      {says: "the page shows its text by script only", todo: "try it in the browser"},
	FailAggregator:  {says: "the link belongs to an aggregator that does not give the article's address", todo: "try it in the browser"},
	FailPrivate:     {says: "the address lies within your own network", todo: "list a feed of that host and port if you trust it"},
	FailOffline:     {says: "Dateline was started with --offline", todo: "start it without --offline to fetch"},
	FailLogin:       {says: "the password for this feed could not be had", todo: "try its password_command in a terminal, or set its password_env"},
	FailUnsaved:     {says: "its items could not be stored", todo: "free some space on the disk; the feed will be asked again"},
	FailBroken:      {says: "the connection broke off", todo: "it will be tried again", page: "the network may be weak"},
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
	Found  string        `json:"found,omitempty"`  // address of a feed that the page names which came instead (FailHTML)
}

// Error returns the sentence for people.
func (f *Failure) Error() string {
	words := failureWords[f.Kind]
	switch {
	case words.named != "" && f.Detail != "":
		return fmt.Sprintf(words.named, f.Detail)
	case f.Status != 0:
		return fmt.Sprintf("%s (HTTP %d)", words.says, f.Status)
	}
	return words.says
}

// Todo returns what the reader can do about a feed, or what the program will
// do.
func (f *Failure) Todo() string { return failureWords[f.Kind].todo }

// PageTodo returns what the reader can do about a page. The program does
// nothing by itself.
func (f *Failure) PageTodo() string {
	words := failureWords[f.Kind]
	return cmp.Or(words.page, words.todo)
}
