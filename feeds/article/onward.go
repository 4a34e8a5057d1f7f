package article

import (
	"net/url"
	"strconv"
	"strings"

	"golang.org/x/net/html"

	"dateline/feeds"
)

// aggregators are addresses that belong to no article but lead on to one. Some
// hold its address themselves, others lead there by a redirect, and what only
// a script would resolve leads nowhere.
var aggregators = []struct {
	host, path string // a host with all below it, and how the path begins
	param      string // of the query: holds the article's address
}{
	{"news.google.com", "/rss/articles/", ""},
	{"news.google.com", "/articles/", ""},
	{"news.google.com", "/read/", ""},
	{"news.google.com", "/__i/rss/rd/articles/", ""},
	{"google.com", "/url", "url"},
	{"google.com", "/url", "q"},
	{"bing.com", "/news/apiclick.aspx", "url"},
	{"facebook.com", "/l.php", "u"},
	{"youtube.com", "/redirect", "q"},
	{"out.reddit.com", "/", "url"},
	{"vk.com", "/away.php", "to"},
	{"feedly.com", "/i/entry/", ""},
	{"apple.news", "/", ""},
	{"share.newsbreak.com", "/", ""},
	{"flip.it", "/", ""},
	{"t.co", "/", ""},
	{"lnkd.in", "/", ""},
	{"bit.ly", "/", ""},
	{"trib.al", "/", ""},
	{"dlvr.it", "/", ""},
	{"ift.tt", "/", ""},
	{"buff.ly", "/", ""},
	{"ow.ly", "/", ""},
	{"feedproxy.google.com", "/~r/", ""},
	{"feeds.feedburner.com", "/~r/", ""},
}

// isAggregator says whether address belongs to an aggregator, and which
// article it names if it does.
func isAggregator(address string) (article string, yes bool) {
	u, err := url.Parse(address)
	if err != nil {
		return "", false
	}
	for _, a := range aggregators {
		if !isHost(u.Hostname(), a.host) || !strings.HasPrefix(u.Path, a.path) {
			continue
		}
		yes = true
		if to, ok := feeds.SafeURL(u.Query().Get(a.param)); ok && a.param != "" {
			return to, true
		}
	}
	return "", yes
}

// isHost says whether host is name or below it.
func isHost(host, name string) bool {
	host = strings.ToLower(host)
	return host == name || strings.HasSuffix(host, "."+name)
}

// consentHosts are how hosts begin that do nothing but ask for consent, and
// what their names are.
var consentHosts = []string{"consent.", "guce.", "myprivacy.", "privacy-consent.", "cookie-consent.", "cmp.", "consentement."}

// isConsent says whether a page was asked for at one host and came from one
// that only asks for consent.
func isConsent(asked, got string) bool {
	if host(asked) == host(got) {
		return false
	}
	for _, begin := range consentHosts {
		if strings.HasPrefix(host(got), begin) {
			return true
		}
	}
	return false
}

// maxRefresh is after how many seconds, at most, a page leads on at once: one
// that takes longer only wants to be shown anew.
const maxRefresh = 10

// onward returns the addresses that a page leads on to: by a refresh, and by
// the canonical address it gives, which says so only of a page without a text
// of its own. Either is "" if there is none or it is the page itself.
func onward(page []byte, contentType, address string) (refresh, canonical string) {
	text, err := decode(page, contentType)
	if err != nil {
		return "", ""
	}
	base, err := url.Parse(address)
	if err != nil {
		return "", ""
	}
	doc, _, err := parse(text)
	if err != nil {
		return "", ""
	}
	each(doc, func(n *html.Node) bool {
		switch {
		case isElement(n, "meta") && strings.EqualFold(attr(n, "http-equiv"), "refresh"):
			refresh = firstOf(refresh, refreshTo(base, attr(n, "content")))
		case isElement(n, "link") && strings.EqualFold(attr(n, "rel"), "canonical"):
			canonical = absolute(base, attr(n, "href"))
		}
		return true
	})
	if samePage(refresh, address) {
		refresh = ""
	}
	if isHome(canonical) || samePage(canonical, address) {
		canonical = ""
	}
	return refresh, canonical
}

// refreshTo returns where a refresh leads: "0; url=https://…" in all the ways in
// which pages write it.
func refreshTo(base *url.URL, content string) string {
	wait, to, _ := strings.Cut(strings.ReplaceAll(content, ",", ";"), ";")
	after, err := strconv.ParseFloat(strings.TrimSpace(wait), 64)
	to = strings.TrimSpace(to)
	if err != nil || after > maxRefresh || len(to) < len("url=") || !strings.EqualFold(to[:3], "url") {
		return ""
	}
	to, ok := strings.CutPrefix(strings.TrimSpace(to[3:]), "=")
	if !ok {
		return ""
	}
	return absolute(base, strings.Trim(strings.TrimSpace(to), `"'`))
}

// samePage says whether two addresses differ in nothing but their fragment and
// a slash.
func samePage(a, b string) bool {
	plain := func(s string) string {
		s, _, _ = strings.Cut(s, "#")
		_, s, _ = strings.Cut(s, "://")
		return strings.TrimPrefix(strings.TrimSuffix(s, "/"), "www.")
	}
	return plain(a) == plain(b)
}
