package pane

import (
	"net/url"
	"strings"

	"golang.org/x/net/idna"

	"dateline/feeds"
)

// Host returns where an address leads, without the www that says nothing. A name
// that is not plain ASCII, or stands for one that is not, is spelled in ASCII
// first and then as it is read: letters of two scripts may look the same.
func Host(address string) string {
	u, err := url.Parse(address)
	if err != nil {
		return ""
	}
	host := strings.TrimPrefix(u.Hostname(), "www.")
	ascii, read := spellings(host)
	if ascii == read {
		return ascii
	}
	return ascii + " (" + read + ")"
}

// Spelled returns an address with its host in ASCII.
func Spelled(address string) string {
	u, err := url.Parse(address)
	if err != nil {
		return address
	}
	ascii, _ := spellings(u.Hostname())
	return strings.Replace(address, u.Hostname(), ascii, 1)
}

// spellings returns a host in ASCII and as it is read, each as far as it can be
// converted.
func spellings(host string) (ascii, read string) {
	ascii, _ = idna.Punycode.ToASCII(host)
	if read, _ = idna.Punycode.ToUnicode(host); read != "" {
		read = feeds.Clean(read, len(read))
	}
	if ascii == "" {
		ascii = host
	}
	return ascii, read
}
