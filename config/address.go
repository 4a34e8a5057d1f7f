package config

import (
	"fmt"
	"hash/fnv"
	"net/url"
	"slices"
	"strings"

	"dateline/feeds"

	"golang.org/x/net/publicsuffix"
)

// feedAddress returns s as the address of a feed, and whether it is one. Names
// and passwords in it are refused, for they would be stored and shown.
func feedAddress(s string) (string, bool) {
	s = strings.TrimSpace(s)
	if u, err := url.Parse(s); err != nil || u.User != nil || u.Hostname() == "" {
		return "", false
	}
	return feeds.SafeURL(s)
}

// addressKey is the same for two spellings of one address.
func addressKey(address string) string {
	_, rest, _ := strings.Cut(address, "://")
	host, path, _ := strings.Cut(rest, "/")
	return strings.TrimPrefix(strings.ToLower(host), "www.") + "/" + strings.TrimSuffix(path, "/")
}

// hostOf returns the host of an address as readers would name the site.
func hostOf(address string) string {
	u, err := url.Parse(address)
	if err != nil {
		return address
	}
	host := strings.ToLower(u.Hostname())
	for _, p := range []string{"www.", "feeds.", "feed.", "rss."} {
		if rest, ok := strings.CutPrefix(host, p); ok && strings.Contains(rest, ".") {
			return rest
		}
	}
	return host
}

// lodgers are sites that carry feeds of many publishers.
var lodgers = []string{"feedburner.com", "google.com", "medium.com", "rsshub.app"}

// familyOf guesses the publisher family of a feed from its address: the site
// that owns the host, or the feed alone if its site only houses it.
func familyOf(id feeds.FeedID, address string) string {
	site, err := publicsuffix.EffectiveTLDPlusOne(hostOf(address))
	switch {
	case err != nil:
		return hostOf(address)
	case slices.Contains(lodgers, site):
		return string(id)
	}
	return site
}

// noise are words of addresses that tell no feed from another.
var noise = []string{"rss", "rss2", "feed", "feeds", "xml", "atom", "rdf", "index", "php", "aspx", "0", "outboundfeeds"}

// idOf makes an id out of an address: the same for the same address, whatever
// else a list holds, unless taken knows another feed of that id.
func idOf(address string, taken func(feeds.FeedID) bool) feeds.FeedID {
	const limit = 60
	_, rest, _ := strings.Cut(address, "://")
	_, path, _ := strings.Cut(rest, "/")
	words := strings.FieldsFunc(strings.ToLower(path), func(r rune) bool { return !slugRune(r) })
	words = slices.DeleteFunc(words, func(w string) bool { return slices.Contains(noise, w) })
	words = append(strings.FieldsFunc(hostOf(address), func(r rune) bool { return !slugRune(r) }), words...)
	id := strings.Join(words, "-")
	id = strings.Trim(id[:min(len(id), limit)], "-")
	if id == "" || taken(feeds.FeedID(id)) {
		h := fnv.New32a()
		_, _ = h.Write([]byte(address))
		id = strings.Trim(fmt.Sprintf("%s-%08x", id, h.Sum32()), "-")
	}
	return feeds.FeedID(id)
}

func slugRune(r rune) bool { return '0' <= r && r <= '9' || 'a' <= r && r <= 'z' }

// isID says whether s may name a feed: words of a to z and 0 to 9 with single
// hyphens between them.
func isID(s string) bool {
	for w := range strings.SplitSeq(s, "-") {
		if w == "" || strings.ContainsFunc(w, func(r rune) bool { return !slugRune(r) }) {
			return false
		}
	}
	return len(s) <= 80
}
