package fetch

import (
	"context"
	"fmt"
	"net/http"
	"net/http/cookiejar"
	"net/url"
	"slices"
	"time"

	"dateline/feeds"
)

// visit is one Get on its way from address to address.
type visit struct {
	client  *Client
	request Request
	first   *url.URL       // the address asked for
	origin  *url.URL       // what the reader's own word for a host is measured by
	at      string         // the address now
	led     bool           // there, by a redirect
	moved   string         // the address reached by permanent redirects alone
	jar     http.CookieJar // some feeds redirect in a circle until a cookie comes back; nil for no cookies
	clock   clock          // of all hops, without waiting for their turns
	roomy   bool           // there is room for a large answer
}

func (c *Client) visit(r Request, address string) (*visit, error) {
	first, err := url.Parse(address)
	if err != nil {
		return nil, &feeds.Failure{Kind: feeds.FailAddress, Detail: detail(address)}
	}
	v := &visit{client: c, request: r, first: first, origin: first, at: address, clock: clock{limit: c.timeout}}
	if r.From != "" {
		if v.origin, err = url.Parse(r.From); err != nil {
			return nil, &feeds.Failure{Kind: feeds.FailAddress, Detail: detail(r.From)}
		}
	}
	if r.Cookies {
		v.jar, _ = cookiejar.New(nil) // never fails without options
	}
	return v, nil
}

// follow makes hop after hop until one is not a redirect.
func (v *visit) follow(ctx context.Context) (Response, error) {
	permanent := true
	for range maxRedirects + 1 {
		out, next, err := v.hop(ctx)
		if err != nil || next == "" {
			return out, err
		}
		if permanent = permanent && isPermanent(out.Status); permanent {
			v.moved = next
		}
		v.at, v.led = next, true
	}
	return Response{}, &feeds.Failure{Kind: feeds.FailRedirects, Detail: detail(v.at)}
}

// hop waits for its turn and asks once. A redirect comes back as the next
// address and the status that named it.
func (v *visit) hop(ctx context.Context) (Response, string, error) {
	u, err := url.Parse(v.at)
	if err != nil {
		return Response{}, "", &feeds.Failure{Kind: feeds.FailAddress, Detail: detail(v.at)}
	}
	if v.led && v.request.Closed != nil {
		if err := v.request.Closed(ServerOf(u)); err != nil {
			return Response{}, "", err
		}
	}
	leave, err := v.client.gate.enter(ctx, ServerOf(u))
	if err != nil {
		return Response{}, "", err
	}
	defer leave()
	out, next, err := v.exchange(ctx, u)
	out.Took = v.clock.took()
	return out, next, v.timed(err)
}

// timed returns err as what it is when the time is up.
func (v *visit) timed(err error) error {
	if err != nil && v.clock.over() {
		return &feeds.Failure{Kind: feeds.FailTimeout, Detail: "the time for one answer is up"}
	}
	return err
}

// exchange asks u once and reads what is wanted of the answer.
func (v *visit) exchange(ctx context.Context, u *url.URL) (Response, string, error) {
	outer := ctx
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	v.clock.start(cancel)
	defer v.clock.stop()
	resp, err := v.ask(ctx, u)
	if err != nil {
		return Response{}, "", err
	}
	resp.Body = patient{resp.Body, cancel}
	defer resp.Body.Close() //nolint:errcheck // nothing is lost: what was wanted has been read
	if location := resp.Header.Get("Location"); isRedirect(resp.StatusCode) && location != "" {
		drain(resp.Body)
		next, err := resolve(u, location)
		return Response{Status: resp.StatusCode}, next, err
	}
	out, err := v.answer(resp, func() error {
		if v.roomy || v.request.Large == nil {
			return nil
		}
		v.clock.stop()
		defer v.clock.start(cancel)
		err := v.request.Large(outer)
		v.roomy = err == nil
		return err
	})
	return out, "", err
}

// ask sends the request to u and returns the answer, redirect or not.
func (v *visit) ask(ctx context.Context, u *url.URL) (*http.Response, error) {
	req, err := http.NewRequestWithContext(ctx, http.MethodGet, u.String(), nil)
	if err != nil {
		return nil, &feeds.Failure{Kind: feeds.FailAddress, Detail: detail(v.at)}
	}
	req.Header.Set("User-Agent", or(v.request.Agent, v.client.agent))
	req.Header.Set("Accept", or(v.request.Accept, acceptFeed))
	set(req.Header, "If-None-Match", v.request.ETag)
	set(req.Header, "If-Modified-Since", v.request.LastModified)
	if v.first.Host == u.Host && (u.Scheme == v.first.Scheme || u.Scheme == "https") {
		for name, value := range v.request.Header {
			req.Header.Set(name, value)
		}
	}
	way, err := v.client.guard.way(v.origin, u)
	if err != nil {
		return nil, err
	}
	if v.jar == nil {
		return way.RoundTrip(req)
	}
	for _, c := range v.jar.Cookies(u) {
		req.AddCookie(c)
	}
	resp, err := way.RoundTrip(req)
	if err != nil {
		return nil, err
	}
	v.jar.SetCookies(u, resp.Cookies())
	return resp, nil
}

// answer turns a response that is no redirect into ours; large is called when
// its body is.
func (v *visit) answer(resp *http.Response, large func() error) (Response, error) {
	notModified := resp.StatusCode == http.StatusNotModified
	if !notModified && (resp.StatusCode/100 != 2 || checksForRobots(resp.Header)) {
		drain(resp.Body)
		return Response{}, refusal(resp, time.Now())
	}
	out := Response{
		Status:       resp.StatusCode,
		NotModified:  notModified,
		URL:          v.at,
		ContentType:  keep(resp.Header, "Content-Type"),
		ETag:         keep(resp.Header, "ETag"),
		LastModified: keep(resp.Header, "Last-Modified"),
		Fresh:        fresh(resp.Header, time.Now()),
		Moved:        v.moved,
	}
	if !notModified {
		body, err := readBody(resp, or(v.request.Limit, maxBody), large)
		switch {
		case err == nil:
		case v.request.Partial && len(body) > 0:
			out.Cut = failure(v.timed(err))
		default:
			return Response{}, err
		}
		out.Body = body
	}
	return out, nil
}

func isRedirect(status int) bool {
	return slices.Contains([]int{
		http.StatusMovedPermanently, http.StatusFound, http.StatusSeeOther,
		http.StatusTemporaryRedirect, http.StatusPermanentRedirect,
	}, status)
}

func isPermanent(status int) bool {
	return status == http.StatusMovedPermanently || status == http.StatusPermanentRedirect
}

// resolve returns where a redirect from base leads.
func resolve(base *url.URL, location string) (string, error) {
	u, err := base.Parse(location)
	if err != nil {
		return "", &feeds.Failure{Kind: feeds.FailAddress, Detail: detail(location)}
	}
	next, ok := feeds.SafeURL(u.String())
	if !ok {
		return "", &feeds.Failure{Kind: feeds.FailAddress, Detail: detail(fmt.Sprintf("redirect to %s", location))}
	}
	return next, nil
}

func set(h http.Header, name, value string) {
	if value != "" {
		h.Set(name, value)
	}
}

// keep returns a header value if it is one that may be stored and sent back.
func keep(h http.Header, name string) string {
	value := h.Get(name)
	if feeds.Clean(value, maxField) != value {
		return ""
	}
	return value
}
