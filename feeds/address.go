package feeds

import (
	"cmp"
	"net/url"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/net/idna"
)

// maxURL is the length in bytes beyond which an address is no address.
const maxURL = 4096

// SafeURL returns s as an absolute http or https address and whether it is
// one. Credentials are dropped; spaces, controls, quotes and whatever else
// does not print as itself are percent-encoded. Other scripts stay readable.
func SafeURL(s string) (string, bool) {
	s = strings.TrimSpace(s)
	scheme, rest, ok := strings.Cut(s, "://")
	scheme = strings.ToLower(scheme)
	if !ok || len(s) > maxURL || scheme != "http" && scheme != "https" {
		return "", false
	}
	cut := strings.IndexAny(rest, "/?#")
	if cut < 0 {
		cut = len(rest)
	}
	host, tail := rest[:cut], encode(rest[cut:])
	host = host[strings.LastIndexByte(host, '@')+1:]
	if !hostIsPlain(host) {
		return "", false
	}
	out := scheme + "://" + host + tail
	if u, err := url.Parse(out); err != nil || u.Hostname() == "" || len(out) > maxURL {
		return "", false
	}
	return out, true
}

// Spelled returns an address with its host in ASCII: letters of two scripts may
// look the same.
func Spelled(address string) string {
	u, err := url.Parse(address)
	if err != nil {
		return address
	}
	return strings.Replace(address, u.Hostname(), SpelledHost(u.Hostname()), 1)
}

// SpelledHost returns a host in ASCII, as far as it can be converted.
func SpelledHost(host string) string {
	ascii, _ := idna.Punycode.ToASCII(host)
	return cmp.Or(ascii, host)
}

// sameHost says whether two addresses lead to one host and port.
func sameHost(a, b string) bool {
	u, err := url.Parse(a)
	v, bad := url.Parse(b)
	return err == nil && bad == nil && strings.EqualFold(u.Host, v.Host)
}

// hostIsPlain says whether host is made of nothing but letters, digits and
// the marks of addresses and ports.
func hostIsPlain(host string) bool {
	for _, r := range host {
		if r == utf8.RuneError || !strings.ContainsRune("-._:[]", r) && !unicode.IsLetter(r) && !unicode.IsDigit(r) && !unicode.IsMark(r) {
			return false
		}
	}
	return host != ""
}

// encode percent-encodes what may not stand in an address as it is.
func encode(s string) string {
	if strings.IndexFunc(s, func(r rune) bool { return !inAddress(r) || r == '%' }) < 0 {
		return s
	}
	var b strings.Builder
	for i := 0; i < len(s); {
		r, size := utf8.DecodeRuneInString(s[i:])
		whole := r != utf8.RuneError || size > 1
		if whole && inAddress(r) && (r != '%' || isEncoded(s[i:])) {
			b.WriteString(s[i : i+size])
		} else {
			for _, c := range []byte(s[i : i+size]) {
				b.WriteByte('%')
				b.WriteByte(hexDigits[c>>4])
				b.WriteByte(hexDigits[c&15])
			}
		}
		i += size
	}
	return b.String()
}

const hexDigits = "0123456789ABCDEF"

// inAddress says whether r may stand in an address as it is.
func inAddress(r rune) bool {
	if r < utf8.RuneSelf {
		return '!' <= r && r <= '~' && !strings.ContainsRune("\"<>\\^`{|}", r)
	}
	return r != utf8.RuneError && visible(r)
}

func isEncoded(s string) bool {
	return len(s) > 2 && isHex(s[1]) && isHex(s[2])
}

func isHex(c byte) bool {
	return '0' <= c && c <= '9' || 'a' <= c && c <= 'f' || 'A' <= c && c <= 'F'
}
