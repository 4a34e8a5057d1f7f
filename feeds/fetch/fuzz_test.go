package fetch

import (
	"net/http"
	"net/netip"
	"net/url"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"golang.org/x/net/idna"

	"dateline/feeds"
	"dateline/feeds/spoilt"
)

// FuzzWaits holds what servers wish to the bounds within which they are
// believed, and to what they say where that is plain.
func FuzzWaits(f *testing.F) {
	for _, s := range spoilt.Of(500,
		"120", "max-age=600", `private, max-age="600", no-cache`, "Sun, 01 Feb 2026 10:00:00 GMT", "-1", "99999999999999999999",
		"max-age=", "=", ",,,", "no-store,max-age=1", "Thursday, 01-Jan-70 00:00:00 GMT", "\x00", "１２０",
	) {
		f.Add(s, s, s, "10")
	}
	now := time.Date(2026, 2, 1, 10, 0, 0, 0, time.UTC)
	f.Fuzz(func(t *testing.T, control, expires, retry, age string) {
		h := http.Header{"Cache-Control": {control}, "Expires": {expires}, "Retry-After": {retry}, "Age": {age}}
		for name, wait := range map[string]time.Duration{"fresh": fresh(h, now), "retry": retryAfter(h, now)} {
			if wait < 0 || wait > maxWait {
				t.Errorf("%s of %v: %s", name, h, wait)
			}
		}
		if n, err := strconv.ParseUint(retry, 10, 16); err == nil && retryAfter(h, now) != time.Duration(n)*time.Second {
			t.Errorf("retry of %q: %s", retry, retryAfter(h, now))
		}
		if strings.HasPrefix(control, "no-store,") && fresh(h, now) != 0 {
			t.Errorf("fresh of %q: %s", control, fresh(h, now))
		}
	})
}

// FuzzGuard asks for any host. One that is let through stands, in no spelling
// that a resolver may read, for an address of the reader's own network.
func FuzzGuard(f *testing.F) {
	seeds := []string{
		"127.0.0.1", "127.1", "2130706433", "0x7f000001", "0177.0.0.1", "127.0.0.1.", "１２７.0.0.1", "ｌｏｃａｌｈｏｓｔ", "127。0。0。1", "①②⑦.0.0.1", "0x7f.1", "127.0.0.0x1", "1.0x7f", "010.0.0.1",
		"[::1]", "[::ffff:127.0.0.1]", "[64:ff9b::7f00:1]", "[64:ff9b:1::7f00:1]", "[2002:7f00:1::]", "[2001:0:7f00:1::80ff:fffe]", "[fe80::1%25lo]", "[::127.0.0.1]", "[fec0::1]",
		"10.1.2.3", "172.16.0.1", "192.168.1.1", "169.254.169.254", "100.64.0.1", "224.0.0.1", "255.255.255.255", "198.18.0.1",
		"user:pass@127.0.0.1#@news.example", "news.example", "9.9.9.9", "[2620:fe::fe]", "a.localhost", "x.local:80", "news.example.:8080", "xn--80ak6aa92e.example", "1.1.1.1.in-addr.example",
	}
	for _, s := range spoilt.Of(3000, seeds...) {
		f.Add(s)
	}
	g := newGuard(nil, http.NewFileTransport(http.Dir("")), 1)
	f.Fuzz(func(t *testing.T, host string) {
		address, ok := feeds.SafeURL("http://" + host + "/")
		if !ok {
			return
		}
		u, err := url.Parse(address)
		if err != nil {
			t.Fatal(err)
		}
		for _, ip := range readings(u.Hostname()) {
			if !isWithin(ip) {
				continue
			}
			if _, err := g.way(u, u); err == nil {
				t.Errorf("%q may be asked, which is %s", u.Host, ip)
			}
			if err := publicOnly(t.Context(), "tcp", netip.AddrPortFrom(ip, 80).String(), nil); err == nil {
				t.Errorf("%s may be dialled", ip)
			}
		}
	})
}

// readings are the addresses that a host may be read as by some resolver.
func readings(host string) (all []netip.Addr) {
	names := []string{host}
	for _, p := range []*idna.Profile{idna.Punycode, idna.Lookup, idna.Display} {
		if name, err := p.ToASCII(host); err == nil {
			names = append(names, name)
		}
	}
	for _, name := range names {
		name = strings.TrimRight(strings.ToLower(name), ".")
		if ip, err := netip.ParseAddr(name); err == nil {
			all = append(all, ip.WithZone(""))
		}
		if ip, ok := numbers(name); ok {
			all = append(all, ip)
		}
	}
	return all
}

// numbers reads an address as inet_aton does: of one to four numbers, each
// decimal, octal or hexadecimal, the last one for all that is left.
func numbers(s string) (netip.Addr, bool) {
	parts := strings.Split(s, ".")
	if len(parts) > 4 {
		return netip.Addr{}, false
	}
	var out uint64
	for i, part := range parts {
		n, err := strconv.ParseUint(part, 0, 32)
		bits := 8
		if i == len(parts)-1 {
			bits = 32 - 8*i
		}
		if foreign := strings.HasPrefix(part, "0b") || strings.HasPrefix(part, "0o"); err != nil || foreign || n>>bits != 0 {
			return netip.Addr{}, false
		}
		out = out<<bits | n
	}
	return netip.AddrFrom4([4]byte{byte(out >> 24), byte(out >> 16), byte(out >> 8), byte(out)}), true
}

// isWithin says whether an address is none of the internet, by a list of our
// own, or stands for one that is not.
func isWithin(ip netip.Addr) bool {
	within := func(prefixes ...string) bool {
		return slices.ContainsFunc(prefixes, func(p string) bool { return netip.MustParsePrefix(p).Contains(ip) })
	}
	if ip.Is4() {
		return within("0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12", "192.0.2.0/24", "192.168.0.0/16", "198.18.0.0/15", "224.0.0.0/3")
	}
	b := ip.As16()
	four := func(i int) bool { return isWithin(netip.AddrFrom4([4]byte(b[i : i+4]))) }
	switch {
	case within("::ffff:0:0/96"):
		return isWithin(ip.Unmap())
	case within("::/96", "64:ff9b::/96", "64:ff9b:1::/48"):
		return four(12)
	case within("2002::/16"):
		return four(2)
	case within("2001::/32"): // the address of a Teredo host is written inverted
		return isWithin(netip.AddrFrom4([4]byte{^b[12], ^b[13], ^b[14], ^b[15]}))
	}
	return within("fc00::/7", "fe80::/10", "fec0::/10", "ff00::/8", "2001:db8::/32", "100::/64")
}
