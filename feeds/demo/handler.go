package demo

import (
	"bytes"
	"cmp"
	"crypto/sha256"
	"fmt"
	"net/http"
	"strings"
	"sync"
	"time"
)

// slowness is how long the slow feed takes to answer, silence how long the page
// that never comes.
const (
	slowness = 3 * time.Second
	silence  = time.Hour
)

const utf8 = "; charset=utf-8"

// answer is what one address says.
type answer struct {
	kind   string // media type
	wait   time.Duration
	status int // an error to answer with instead; zero for none
	body   func() []byte
	again  func() []byte // for who was here before; nil if that is the body too
}

// refusals are the answers of pages that cannot be had, by the word for them in
// data/pages. Others are had and hold no text: they have a layout of their own.
var refusals = map[string]answer{
	"blocked": {status: http.StatusForbidden},
	"gone":    {status: http.StatusGone},
	"large":   {kind: "text/html" + utf8, body: func() []byte { return bytes.Repeat([]byte("<p>Scan of a page.</p>\n"), 240_000) }},
	"pdf":     {kind: "application/pdf", body: func() []byte { return []byte("%PDF-1.7\n%%EOF\n") }},
	"silent":  {wait: silence, body: func() []byte { return nil }},
}

// Handler answers requests for the feeds and articles of the demo by host and
// path. The time of an item is start less its recorded age, so equal starts
// give equal bytes. A feed gives its second edition to whoever sends
// If-None-Match, which is honoured, and its first one to all others. Unknown
// addresses are 404; what is slow waits but not beyond its request's context;
// the failing feed answers 503, and a few pages refuse, each in its own way.
func Handler(start time.Time) http.Handler {
	answers := world().answers(start.UTC().Truncate(time.Second))
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		a, ok := answers[cmp.Or(r.Host, r.URL.Host)+r.URL.Path]
		switch {
		case !ok:
			http.NotFound(w, r)
		case a.status != 0:
			http.Error(w, http.StatusText(a.status), a.status)
		case waited(r, a.wait):
			send(w, r, a)
		}
	})
}

// waited waits d and says whether the request is still wanted.
func waited(r *http.Request, d time.Duration) bool {
	if d == 0 {
		return true
	}
	select {
	case <-time.After(d):
		return true
	case <-r.Context().Done():
		return false
	}
}

func send(w http.ResponseWriter, r *http.Request, a answer) {
	body := a.body
	if a.again != nil && r.Header.Get("If-None-Match") != "" {
		body = a.again
	}
	text := body()
	w.Header().Set("Content-Type", a.kind)
	w.Header().Set("ETag", fmt.Sprintf(`"%x"`, sha256.Sum256(text)))
	http.ServeContent(w, r, "", time.Time{}, bytes.NewReader(text))
}

// answers lists every address of the demo: host and path.
func (c *corpus) answers(start time.Time) map[string]answer {
	out := map[string]answer{}
	for _, o := range c.outlets {
		a := answer{
			kind:  formats[o.format] + utf8,
			body:  func() []byte { return c.renderFeed(o, start, first) },
			again: func() []byte { return c.renderFeed(o, start, second) },
		}
		switch o.trait {
		case "slow":
			a.wait = slowness
		case "failing":
			a.status = http.StatusServiceUnavailable
		case "hostile":
			out[o.host+"/news/harbour-lights"] = answer{
				kind: "text/html" + utf8, body: func() []byte { return hostileFile("data/hostile.html", start) },
			}
		}
		out[strings.TrimPrefix(o.URL, "https://")] = a
	}
	for _, it := range c.items {
		out[strings.TrimPrefix(it.link(), "https://")] = c.pageAnswer(it, start)
		if c.pageOf(it).picture != "" {
			out[strings.TrimPrefix(it.picture(), "https://")] = answer{kind: "image/png", body: sync.OnceValue(func() []byte { return paint(it.slug) })}
		}
	}
	return out
}

// pageAnswer is what the address of it says: its page, or a refusal.
func (c *corpus) pageAnswer(it *item, start time.Time) answer {
	if refused, ok := refusals[c.pageOf(it).refusal]; ok {
		return refused
	}
	return answer{kind: "text/html" + utf8, body: func() []byte { return c.renderPage(it, start) }}
}
