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
	ascii := feeds.SpelledHost(host)
	read, _ := idna.Punycode.ToUnicode(host) // as far as it can be converted
	if read = feeds.Clean(read, len(read)); ascii == read {
		return ascii
	}
	return ascii + " (" + read + ")"
}
