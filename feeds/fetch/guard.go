package fetch

import (
	"context"
	"net"
	"net/http"
	"net/netip"
	"net/url"
	"strings"
	"syscall"

	"code.dny.dev/ssrf"
	"golang.org/x/net/http/httpproxy"
	"golang.org/x/net/idna"

	"dateline/feeds"
)

// guard keeps what comes from a feed, a page, a redirect or a name server from
// reaching into the reader's own network. Only an address that the reader
// listed may lie there.
type guard struct {
	listed map[string]bool // endpoints
	// open dials any address, guarded only public ones, proxied the proxy. They
	// share no connection.
	open, guarded, proxied http.RoundTripper
	proxy                  func(*url.URL) (*url.URL, error) // of the environment; nil for none
}

// newGuard returns the guard before transport, or before the network if that is
// nil.
func newGuard(listed []string, transport http.RoundTripper, perHost int) *guard {
	g := &guard{listed: map[string]bool{}, open: transport, guarded: transport}
	for _, address := range listed {
		if u, err := url.Parse(address); err == nil {
			g.listed[endpoint(u)] = true
		}
	}
	if transport == nil {
		g.proxy = httpproxy.FromEnvironment().ProxyFunc()
		g.open = network(perHost, net.Dialer{Timeout: dialTimeout})
		g.guarded = network(perHost, net.Dialer{Timeout: dialTimeout, ControlContext: publicOnly})
		through := network(0, net.Dialer{Timeout: dialTimeout}) // for all servers the host that is dialled is one
		through.Proxy = func(r *http.Request) (*url.URL, error) { return g.proxy(r.URL) }
		g.proxied = through
	}
	return g
}

// way returns the transport for a hop to u that origin led to, by redirects or
// as a link. The word of the reader goes for the address listed, not for where
// it leads. A proxy may stand anywhere and looks up names itself, so what it is
// asked for is judged by its name alone.
func (g *guard) way(origin, u *url.URL) (http.RoundTripper, error) {
	at := endpoint(u)
	listed := g.listed[at] && at == endpoint(origin)
	if !listed && isInside(u.Hostname()) {
		return nil, private(u.Host)
	}
	if g.proxy != nil {
		if through, err := g.proxy(u); err != nil || through != nil {
			return g.proxied, nil // which words the error
		}
	}
	if listed {
		return g.open, nil
	}
	return g.guarded, nil
}

// ways are all of them; nil stands for one that is not needed.
func (g *guard) ways() []http.RoundTripper {
	return []http.RoundTripper{g.open, g.guarded, g.proxied}
}

func (g *guard) close() {
	for _, t := range g.ways() {
		if t, ok := t.(interface{ CloseIdleConnections() }); ok {
			t.CloseIdleConnections()
		}
	}
}

// endpoint is the host and port that u leads to.
func endpoint(u *url.URL) string {
	port := u.Port()
	if port == "" {
		port = map[string]string{"http": "80", "https": "443"}[strings.ToLower(u.Scheme)]
	}
	return net.JoinHostPort(plainHost(u.Hostname()), port)
}

// ServerOf names the server that u leads to, however its address is written: by
// its host, and by its port if that is not a usual one.
func ServerOf(u *url.URL) string {
	name := plainHost(u.Hostname())
	if port := u.Port(); port != "" && port != "80" && port != "443" {
		return net.JoinHostPort(name, port)
	}
	return name
}

// plainHost is a host as it is looked up: in ASCII, in lower case, without the
// dot of the root.
func plainHost(host string) string {
	if ascii, err := idna.Lookup.ToASCII(host); err == nil {
		host = ascii
	}
	return strings.TrimSuffix(strings.ToLower(host), ".")
}

// insideNames are the top of names that are looked up in the reader's own
// network only.
var insideNames = map[string]string{
	"localhost": "RFC 6761, 6.3",
	"local":     "RFC 6762, 3",
	"home.arpa": "RFC 8375, 3",
	"internal":  "ICANN, 29 July 2024",
}

// isInside says whether a host is an address of the reader's own network, or a
// name that can stand only for one: a reserved name, a name without a dot, or a
// number that is no address, since some resolvers take 127.1 and 2130706433 for
// 127.0.0.1.
func isInside(host string) bool {
	host = plainHost(host)
	if ip, err := netip.ParseAddr(host); err == nil {
		return !isPublic(ip)
	}
	for name := range insideNames {
		if host == name || strings.HasSuffix(host, "."+name) {
			return true
		}
	}
	dot := strings.LastIndexByte(host, '.')
	last := host[dot+1:]
	return dot < 0 || last == "" || strings.HasPrefix(last, "0x") || strings.Trim(last, "0123456789") == ""
}

// publicOnly refuses to dial what a name has led to if that is not public. It
// is called after each look-up, so that no name can change its mind in between.
func publicOnly(_ context.Context, _, address string, _ syscall.RawConn) error {
	if at, err := netip.ParseAddrPort(address); err != nil || !isPublic(at.Addr()) {
		return private(address)
	}
	return nil
}

// registry knows the special-purpose addresses of IANA's registries.
var registry = ssrf.New(ssrf.WithAnyPort())

// isPublic says whether ip is a host of the internet. An IPv4 address that an
// IPv6 address stands for is judged itself (RFC 4291, 2.5.5.2; RFC 6052, 2.1).
func isPublic(ip netip.Addr) bool {
	ip = ip.Unmap()
	if ssrf.IPv6NAT64Prefix.Contains(ip) {
		all := ip.As16()
		ip = netip.AddrFrom4([4]byte(all[12:]))
	}
	return registry.SafeAddr(ip) == nil
}

func private(where string) *feeds.Failure {
	return &feeds.Failure{Kind: feeds.FailPrivate, Detail: detail(where)}
}
