package feeds

import (
	"cmp"
	"fmt"
	"strings"
	"time"
)

// FailureKind says why a page or feed could not be had.
type FailureKind string

// The ways in which a request fails.
const (
	FailDNS         FailureKind = "dns"
	FailConnect     FailureKind = "connect"
	FailTLS         FailureKind = "tls"           // no safe connection, for another reason than the next four
	FailExpired     FailureKind = "tls-expired"   // Detail: since when
	FailEarly       FailureKind = "tls-early"     // Detail: from when on the certificate holds
	FailOtherHost   FailureKind = "tls-host"      // Detail: whose certificate it is
	FailUntrusted   FailureKind = "tls-untrusted" // Detail: who signed the certificate
	FailTimeout     FailureKind = "timeout"
	FailStatus      FailureKind = "status" // any other HTTP status; see Failure.Status
	FailBlocked     FailureKind = "blocked"
	FailRobots      FailureKind = "robots" // a check that only a person in a browser passes
	FailGone        FailureKind = "gone"
	FailRateLimited FailureKind = "rate-limited"
	FailServer      FailureKind = "server"
	FailTooLarge    FailureKind = "too-large"
	FailRedirects   FailureKind = "redirects"
	FailAddress     FailureKind = "address"   // not an http or https address
	FailEmpty       FailureKind = "empty"     // an answer with nothing in it
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

// words are what is said of a failure: what happened, and what to do about a
// feed, and about a page where that differs. named is said instead of says when
// Detail names what came; aside puts Detail into words.
type words struct{ says, todo, page, named, aside string }

// again is what to do about a failure that passes by itself.
const again = "it will be tried again"

// failureWords and statusWords are the one place where failures are worded for
// people.
var failureWords = map[FailureKind]words{
	FailDNS:         {says: "the host name could not be found", todo: "check the address or your network"},
	FailConnect:     {says: "the server does not answer", todo: again, page: "the site may be down"},
	FailTLS:         {says: "the server offers no safe connection", todo: "check the address and your clock"},
	FailExpired:     {says: "the server's certificate has expired", named: "the server's certificate expired on %s", todo: "the outlet has to renew it; if that day is not over, set your clock"},
	FailEarly:       {says: "the server's certificate does not hold yet", named: "the server's certificate holds only from %s on", todo: "check your clock"},
	FailOtherHost:   {says: "the server shows the certificate of another host", named: "the server shows the certificate of another host (%s)", todo: "check the address, and whether your network wants you to sign in"},
	FailUntrusted:   {says: "the server's certificate is signed by nobody whom this computer trusts", named: "the server's certificate is signed by %s, whom this computer does not trust", todo: "look whether your network stands in between; the outlet may have forgotten a part of it"},
	FailTimeout:     {says: "no full answer in time", todo: again, page: "the site may be busy"},
	FailStatus:      {says: "the server answered with an error", todo: "check the address", page: "try it in the browser"},
	FailBlocked:     {says: "the server refuses this program", todo: "try it in the browser; some servers want a user_agent or headers of the feed's own in feeds.toml", page: "try it in the browser"},
	FailRobots:      {says: "the server wants to see a person, not a program", todo: "open the outlet's site in the browser, or ask the outlet to let feed readers in", page: "open it in the browser"},
	FailGone:        {says: "nothing is at this address any more", todo: "change its address in feeds.toml or switch it off there", page: "look for the headline on the outlet's site"},
	FailRateLimited: {says: "the server asked us to wait", todo: "it will be tried again when the server allows it", page: "give it a few minutes"},
	FailServer:      {says: "the server has a fault", todo: again, page: "the site may mend it soon"},
	FailTooLarge:    {says: "the answer is larger than allowed", todo: "look whether the outlet has a smaller feed", page: "try it in the browser"},
	FailRedirects:   {says: "the address leads in a circle", todo: "check the address", page: "try it in the browser"},
	FailAddress:     {says: "this is not an http or https address", todo: "correct the address", page: "search for the headline instead"},
	FailEmpty:       {says: "the server answers, but with nothing", todo: "look at the address: the feed may have been given up", page: "try it in the browser"},
	FailNotFeed:     {says: "the answer is not a feed", aside: "it begins \"%s\"", todo: "look at the address: the feed may have been given up"},
	FailHTML:        {says: "a web page came instead of a feed", aside: "its title is \"%s\"", todo: "look for the feed's address on that page"},
	FailMalformed:   {says: "the feed is broken and could not be read", todo: "what it gave before is kept; the outlet has to mend it"},
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
	FailBroken:      {says: "the connection broke off", todo: again, page: "the network may be weak"},
}

// statusWords are those of an HTTP status that says more than its kind.
var statusWords = map[int]words{
	401: {says: "the server wants a name and a password", todo: "set user, and password_command or password_env, of the feed in feeds.toml", page: "log in with the browser"},
	404: {says: "nothing is at this address", todo: "look for the feed on the outlet's site and change its address in feeds.toml"},
	511: {says: "your network wants you to sign in first", todo: "open any page in the browser", page: "open it in the browser"},
	451: {says: "the server may not show it where you are", todo: "there is nothing to do here but to switch the feed off", page: "there is nothing to do here"},
}

// said returns the words of f: those of its status where they say more.
func (f *Failure) said() words {
	w, of := failureWords[f.Kind], statusWords[f.Status]
	return words{says: cmp.Or(of.says, w.says), todo: cmp.Or(of.todo, w.todo), page: cmp.Or(of.page, w.page, of.todo, w.todo), named: w.named, aside: w.aside}
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
	Server string        `json:"server,omitempty"` // whose word Retry is: the host, and the port if it is not a usual one
	Detail string        `json:"detail,omitempty"` // cleaned, for the curious
	Found  string        `json:"found,omitempty"`  // address of a feed that the page names which came instead (FailHTML)
	Others []string      `json:"others,omitempty"` // those of other feeds that it names
	By     string        `json:"by,omitempty"`     // the host that answered in the place of the one asked; empty if none did
}

// Error returns the sentence for people.
func (f *Failure) Error() string {
	said := f.said()
	switch {
	case said.named != "" && f.Detail != "":
		return fmt.Sprintf(said.named, f.Detail)
	case f.Status != 0:
		return fmt.Sprintf("%s (HTTP %d)", said.says, f.Status)
	}
	return said.says
}

// Aside returns what there is to say for the curious beside Error; empty if
// nothing.
func (f *Failure) Aside() string {
	said := f.said()
	switch {
	case f.Detail == "" || said.named != "" || f.Status != 0 && strings.HasPrefix(f.Detail, fmt.Sprint(f.Status)):
		return ""
	case said.aside != "":
		return fmt.Sprintf(said.aside, f.Detail)
	}
	return f.Detail
}

// Todo returns what the reader can do about a feed, or what the program will
// do.
func (f *Failure) Todo() string {
	if f.Found != "" {
		return "it names a feed at " + Spelled(f.Found)
	}
	return f.said().todo
}

// PageTodo returns what the reader can do about a page. The program does
// nothing by itself.
func (f *Failure) PageTodo() string { return f.said().page }

// Passing says that the failure is one that ends by itself as a rule.
func (f *Failure) Passing() bool { return passing[f.Kind] }

// passing are the failures that end by themselves as a rule.
var passing = map[FailureKind]bool{
	FailConnect: true, FailTimeout: true, FailBroken: true, FailServer: true, FailRateLimited: true, FailOffline: true,
}
